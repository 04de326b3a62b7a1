// Hooks of a collection to which documents are only added: Payload's own ways to change or delete one are refused, whoever asks.
import type { CollectionBeforeOperationHook, CollectionConfig } from 'payload'
import { isAppending } from '../database/append-only.js'
import { localized, pickFor } from '../i18n/localized.js'
import { Refusal } from './errors.js'

const stays = localized(
  'Quello che è scritto qui resta: non si cambia e non si cancella. Uno sbaglio si corregge con una nuova registrazione.',
  'What is written here stays: it is neither changed nor deleted. A mistake is mended by a new entry.',
)

const reads: ReadonlySet<string> = new Set(['read', 'count', 'countVersions', 'readDistinct'])

/** Before anything is looked up: a bulk operation is refused whole, not document by document. */
const onlyAdded: CollectionBeforeOperationHook = ({ operation, req }) => {
  if (reads.has(operation) || (operation === 'create' && isAppending())) return
  throw new Refusal(pickFor(req, stays), 403)
}

export const withAppendOnlyHooks = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  hooks: { ...collection.hooks, beforeOperation: [onlyAdded, ...(collection.hooks?.beforeOperation ?? [])] },
})
