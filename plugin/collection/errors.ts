// Throws an editor’s errors in their language: a conflict (409), or a validation error that names fields.
import { APIError, type PayloadRequest, ValidationError } from 'payload'
import { type Localized, pickFor } from '../i18n/localized.js'
import type { CollectionKey } from '../options/index.js'
import { slugOf } from '../runtime.js'
import { pathLabel } from './field-labels.js'

/** Payload asks by the name of an error how loudly it is logged; written out, since a production build renames classes. */
export const refusalName = 'MokorRefusal'

/** An answer that was to be expected: whoever asked reads why, and the log says so in a line, without a stack. */
export class Refusal extends APIError {
  constructor(message: string, status: number, data: Record<string, unknown> | null = null) {
    super(message, status, data, true)
    this.name = refusalName
  }
}

/** A field to mend, and how. */
export interface FieldError {
  path: string
  words: Localized
}

/** The document does not stand where this would start from. */
export function throwConflict(req: PayloadRequest, words: Localized): never {
  throw new Refusal(pickFor(req, words), 409)
}

/** What an editor filled in at the desk cannot be done. @param field the one at fault; without one the document stands elsewhere */
export function throwRefusal(req: PayloadRequest, words: Localized, field?: string): never {
  if (!field) throwConflict(req, words)
  throw new Refusal(pickFor(req, words), 422, { field })
}

/** The form marks each field with its sentence. */
export function throwFieldErrors(req: PayloadRequest, key: CollectionKey, ...fields: FieldError[]): never {
  const errors = fields.map(({ path, words }) => ({
    path,
    label: pathLabel(req, key, path),
    message: pickFor(req, words),
  }))
  const refused = new ValidationError({ collection: slugOf(req.payload, key), errors, req }, req.t)
  refused.name = 'ValidationError'
  throw refused
}
