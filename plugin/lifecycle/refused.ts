// The answer to a transition that does not start from where the document stands.
import type { PayloadRequest } from 'payload'
import { Refusal } from '../collection/errors.js'
import { choiceLabel } from '../collection/field-labels.js'
import { localized, pickFor } from '../i18n/localized.js'
import type { CollectionKey } from '../options/index.js'

/** A 409 that names today's status as the admin does. */
export function transitionRefused(req: PayloadRequest, collection: CollectionKey, status: string): Refusal {
  const label = choiceLabel(req, collection, 'status', status)
  const words = localized(
    `Ora non si può: lo stato è «${label}». Ricarica la pagina per vedere i passi possibili.`,
    `Not possible now: the status is “${label}”. Reload the page to see the possible steps.`,
  )
  return new Refusal(pickFor(req, words), 409, { status })
}
