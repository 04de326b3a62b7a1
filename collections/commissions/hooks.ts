// Collection hooks of requests: derived fields, status transitions, timeline, reference, consents.
import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionBeforeChangeHook,
  CollectionBeforeValidateHook,
  PayloadRequest,
} from 'payload'
import { throwFieldErrors } from '../../plugin/collection/errors.js'
import { isValidated } from '../../plugin/collection/skip-validation.js'
import { revokeLinksOfFormer } from '../../plugin/confirmation/link-actions.js'
import { documents } from '../../plugin/database/documents.js'
import { consentsAfterSave } from '../../plugin/fields/consents.js'
import { findPlace } from '../../plugin/fields/place.js'
import { assignmentFieldNames } from '../../plugin/lifecycle/assignment.js'
import { enforceLifecycle, keepOnRestore } from '../../plugin/lifecycle/transition.js'
import { eraseTraces } from '../../plugin/outbox/index.js'
import { endOfDayInItaly } from '../../plugin/values/dates.js'
import { skillsIssue, withoutMerged } from '../skills/index.js'
import { readWithTrash } from './erasure.js'
import { partReference } from './family/family.js'
import { shareEdition } from './form/fields.js'
import { jobFieldNames } from './job/fields.js'
import { eraseAllPhotos } from './job/photos.js'
import { commissionLifecycle } from './lifecycle.js'
import { offerFieldNames } from './offers/fields.js'
import { newReference } from './reference.js'
import { answerTerm } from './terms.js'
import { acknowledge } from './transition.js'
import { type Commission, titleFrom } from './types.js'
import { saveSentences } from './words.js'

/** What a restored version must not bring back: today's decisions stand. */
const keptOnRestore = [
  'reference',
  'status',
  'since',
  'timeline',
  'consents',
  'shareAsked',
  'answerBy',
  'expiresAt',
  'channel',
  'deletedAt',
  ...offerFieldNames,
  ...assignmentFieldNames,
  ...jobFieldNames,
] as const

/** Nor a client's former contacts, which may be somebody else's now. */
const contactsKeptOnRestore = ['email', 'phone', 'contactBy'] as const

/** Works out what follows from what was written, and keeps what no save may change. */
export const deriveFields: CollectionBeforeValidateHook = async ({ data, originalDoc, operation, req }) => {
  if (!data) return data
  // Of a new document Payload gives an empty one.
  const before = operation === 'update' ? (originalDoc as Commission) : undefined
  if (before && keepOnRestore(req, data, before, keptOnRestore)) {
    data.skills = await withoutMerged(req, data.skills)
    data.client = {
      ...data.client,
      ...Object.fromEntries(contactsKeptOnRestore.map((field) => [field, before.client[field]])),
    }
    return data
  }
  data.reference = before ? before.reference : await referenceFor(req, data)
  data.referenceKey = searchableReference(String(data.reference ?? ''))
  const commission = { ...before, ...data } as Partial<Commission>
  if (!commission.title?.trim()) data.title = titleFrom(commission.description ?? '')
  const found = findPlace(commission.place)
  // What is wrong in it the fields say themselves.
  if ('place' in found) data.place = found.place
  // A picked day is kept whole: the answer is not late before it is over.
  if (isDate(data.answerBy)) data.answerBy = endOfDayInItaly(new Date(data.answerBy)).toISOString()
  const { channel, client } = commission
  // A part has those of the whole, as they were given.
  if (before || !data.parent)
    data.consents = consentsAfterSave(
      req,
      before,
      data.consents,
      { channel, lang: client?.lang },
      { share: shareEdition },
    )
  data.client = withContactBy(req, before?.client, client)
  const wrong = isValidated(req) && (await skillsIssue(req, before?.skills, commission.skills))
  if (wrong) throwFieldErrors(req, 'commissions', wrong)
  return data
}

/** Saves follow the table, and a request that an editor enters has a term for its answer. */
export const enforceTransition: CollectionBeforeChangeHook = async (args) => {
  const data = await followTable(args)
  if (args.operation === 'create' && data.status === 'received')
    data.answerBy ??= answerTerm(args.req, data, new Date(data.since)).toISOString()
  return data
}

const followTable = enforceLifecycle(commissionLifecycle, {
  collection: 'commissions',
  created: { status: 'received', sentence: saveSentences.start },
  timeline: true,
})

/** A client whose request came by phone or on paper gets the same mail, and the link to follow it. */
export const acknowledgeNew: CollectionAfterChangeHook = async ({ doc, data, operation, req }) => {
  if (operation === 'create' && data.status === 'received')
    await acknowledge(req, { ...(data as Commission), id: doc.id })
  return doc
}

/** Nobody confirms or reads the request from a mistyped address. */
export const revokeLinksOfOldAddress = revokeLinksOfFormer<Commission>(
  // The client's own; whoever does the work keeps theirs.
  ['confirm-request', 'request-status'],
  ({ client }) => client?.email,
)

/** Deleted for good: its photographs, mails and links go too. */
export const eraseWithDocument: CollectionAfterDeleteHook = async ({ doc, id, req }) => {
  await eraseAllPhotos(req, doc as Commission)
  await eraseTraces(req, 'commissions', [String(id)])
}

/** A part bears the whole's, and its number. */
async function referenceFor(req: PayloadRequest, { parent, part }: Partial<Commission>): Promise<string> {
  const root = parent && part ? await readWithTrash(req, String(parent)) : null
  return root && part ? partReference(root.reference, part) : freeReference(req)
}

/** Looked up before it is used: a duplicate key would abort the transaction. */
async function freeReference(req: PayloadRequest): Promise<string> {
  for (;;) {
    const reference = newReference()
    const taken = await documents(req, 'commissions').count({ reference: { equals: reference } }, { trash: true })
    if (taken === 0) return reference
  }
}

/** With its dash and without: a search finds either. */
const searchableReference = (reference: string): string => `${reference} ${reference.replaceAll('-', '')}`

/** What is none the field says itself. */
const isDate = (value: unknown): value is string | Date =>
  (typeof value === 'string' || value instanceof Date) && !Number.isNaN(new Date(value).getTime())

type Client = Partial<Commission['client']>

/** The client with the way to reach them: where there is one contact only, that one, unless this very save chose another. */
function withContactBy(
  req: PayloadRequest,
  before: Client | undefined,
  client: Client | undefined,
): Client | undefined {
  // That there is none the fields say themselves, with all else that is missing.
  if (!client || !(client.email || client.phone)) return client
  const chosen = client.contactBy ?? before?.contactBy
  if (chosen && client[chosen]) return { ...client, contactBy: chosen }
  if (chosen && chosen !== before?.contactBy)
    throwFieldErrors(req, 'commissions', { path: `client.${chosen}`, words: saveSentences[chosen] })
  return { ...client, contactBy: client.email ? 'email' : 'phone' }
}
