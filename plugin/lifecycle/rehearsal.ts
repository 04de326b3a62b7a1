// Goes through a step without taking it: nothing is written, what it would queue is collected, and whoever reads the document
// meanwhile finds it as the step would leave it.
import type { CollectionAfterReadHook, CollectionBeforeOperationHook, CollectionConfig, PayloadRequest } from 'payload'
import { Refusal } from '../collection/errors.js'
import { localized, pickFor } from '../i18n/localized.js'
import type { DocumentId } from '../values/document-id.js'

/** A mail or a job as it would be queued. */
export interface RehearsedMail {
  template: string
  target: string
  lang: string
  /** Purpose of the link it would carry; none is made. */
  link?: string
  words?: Record<string, string>
  dueAt?: Date
  afterMs?: number
}

interface Rehearsal {
  queued: RehearsedMail[]
  /** Documents as the step would leave them, by collection and id. */
  documents: Map<string, object>
}

const key = 'mokorRehearsal'

const rehearsalOf = ({ context }: Pick<PayloadRequest, 'context'>): Rehearsal | undefined =>
  context[key] as Rehearsal | undefined

/** Whether the step that runs now is only gone through: what it does beside the document and the outbox it must leave alone. */
export const isRehearsed = (req: PayloadRequest): boolean => rehearsalOf(req) !== undefined

const nameOf = (collection: string, id: DocumentId): string => `${collection}:${id}`

export const rehearseDocument = (req: PayloadRequest, collection: string, doc: { id: DocumentId }): void => {
  rehearsalOf(req)?.documents.set(nameOf(collection, doc.id), doc)
}

export const rehearseMail = (req: PayloadRequest, mail: RehearsedMail): void => {
  rehearsalOf(req)?.queued.push(mail)
}

/** @param look at what would be queued, while the documents read as they would stand */
export async function rehearse<T>(
  req: PayloadRequest,
  step: () => Promise<unknown>,
  look: (queued: readonly RehearsedMail[]) => Promise<T>,
): Promise<T> {
  const rehearsal: Rehearsal = { queued: [], documents: new Map() }
  req.context[key] = rehearsal
  try {
    await step()
    return await look(rehearsal.queued)
  } finally {
    delete req.context[key]
  }
}

const asRehearsed: CollectionAfterReadHook = ({ collection, doc, req }) => {
  const standing = rehearsalOf(req)?.documents.get(nameOf(collection.slug, doc.id))
  return standing ? { ...doc, ...standing } : doc
}

const unseen = localized(
  'La mail di questo passo si vede solo quando parte.',
  'The mail of this step is only seen when it leaves.',
)

/** Whoever looks at a document must not change one: a step that writes on its way has no preview. */
const writesNothing: CollectionBeforeOperationHook = ({ operation, req }) => {
  if (isRehearsed(req) && !reads.has(operation)) throw new Refusal(pickFor(req, unseen), 409)
}

const reads: ReadonlySet<string> = new Set(['read', 'count', 'countVersions', 'readDistinct'])

export const withRehearsals = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  hooks: {
    ...collection.hooks,
    beforeOperation: [writesNothing, ...(collection.hooks?.beforeOperation ?? [])],
    afterRead: [...(collection.hooks?.afterRead ?? []), asRehearsed],
  },
})
