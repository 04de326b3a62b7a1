// What the client's page shows beyond where the request stands, in the order in which it is read.
import type { PagePart } from './part.js'
import { clientPhotos } from './photos.js'

export const clientParts: readonly PagePart[] = [clientPhotos]
