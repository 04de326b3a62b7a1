// Makes a slug from a name.
import { fold } from './fold.js'

/** @returns '' where a name holds no Latin letter or digit */
export const slugify = (name: string, maxLength = 80): string =>
  fold(name)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, maxLength)
    .replace(/^-+|-+$/g, '')
