// `npx payload generate:importmap` writes the map itself, in plain JavaScript.
import type { ImportMap } from 'payload'

export declare const importMap: ImportMap
