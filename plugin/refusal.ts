// How a save is refused: a step that cannot be taken now, or fields to mend, in the editor's language.
import { APIError, type PayloadRequest, ValidationError } from 'payload'
import { pathLabel } from './labels.js'
import type { CollectionKey } from './options.js'
import { slugOf } from './runtime.js'
import { inLanguage, type Words } from './words.js'

/** A field to mend, and how. */
export interface FieldRefusal {
  path: string
  words: Words
}

/** The document does not stand where this would start from. */
export function refuse(req: PayloadRequest, words: Words): never {
  throw new APIError(inLanguage(req, words), 409, null, true)
}

/** The form marks each field with its sentence. */
export function refuseFields(req: PayloadRequest, key: CollectionKey, ...fields: FieldRefusal[]): never {
  const errors = fields.map(({ path, words }) => ({
    path,
    label: pathLabel(req, key, path),
    message: inLanguage(req, words),
  }))
  throw new ValidationError({ collection: slugOf(req.payload, key), errors, req }, req.t)
}
