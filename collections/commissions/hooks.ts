// Collection hooks of requests: derived fields, status transitions, timeline, reference, consents.
import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionBeforeChangeHook,
  CollectionBeforeValidateHook,
  PayloadRequest,
} from 'payload'
import { throwConflict, throwFieldErrors } from '../../plugin/collection/errors.js'
import { choiceLabel } from '../../plugin/collection/field-labels.js'
import { isValidated } from '../../plugin/collection/skip-validation.js'
import { revokeSentLinks } from '../../plugin/confirmation/link-actions.js'
import { consentsAfterSave } from '../../plugin/fields/consents.js'
import { findPlace } from '../../plugin/fields/place.js'
import { type Localized, localized } from '../../plugin/i18n/localized.js'
import { appendTimeline } from '../../plugin/lifecycle/timeline.js'
import { eraseTraces } from '../../plugin/outbox/index.js'
import { mokor, slugOf } from '../../plugin/runtime.js'
import { endOfDayInItaly } from '../../plugin/values/dates.js'
import { skillsIssue } from '../skills/index.js'
import { canStep } from './lifecycle.js'
import { commissionLinks } from './links.js'
import { newReference } from './reference.js'
import { responseDeadline } from './response-deadline.js'
import { acknowledge } from './transition.js'
import { type Commission, titleFrom } from './types.js'

/** What a restored version must not bring back: today's decisions stand. */
const keptOnRestore = [
  'reference',
  'status',
  'since',
  'timeline',
  'consents',
  'answerBy',
  'expiresAt',
  'channel',
  'deletedAt',
] as const

/** Nor a client's former contacts, which may be somebody else's now. */
const contactsKeptOnRestore = ['email', 'phone', 'contactBy'] as const

const words = {
  status: (from: string, to: string): Localized =>
    localized(
      `Lo stato cambia con i pulsanti: da «${from}» a «${to}» così non si passa. Ricarica la pagina se qualcuno l’ha cambiato nel frattempo.`,
      `The status changes by the buttons: “${from}” cannot become “${to}” this way. Reload the page if somebody changed it meanwhile.`,
    ),
  start: localized(
    'Una richiesta scritta dalla redazione parte «ricevuta».',
    'A request entered by the desk starts as “received”.',
  ),
  email: localized(
    'Si è scelta l’e-mail, ma manca: scrivila, o scegli il telefono.',
    'E-mail was chosen, but it is missing: write it, or choose the phone.',
  ),
  phone: localized(
    'Si è scelto il telefono, ma manca: scrivilo, o scegli l’e-mail.',
    'The phone was chosen, but it is missing: write it, or choose e-mail.',
  ),
}

/** Works out what follows from what was written, and keeps what no save may change. */
export const deriveFields: CollectionBeforeValidateHook = async ({ data, originalDoc, operation, req }) => {
  if (!data) return data
  const before = originalDoc as Commission | undefined
  if (req.context.isRestoringVersion && before) {
    for (const field of keptOnRestore) data[field] = before[field as keyof Commission]
    data.client = {
      ...data.client,
      ...Object.fromEntries(contactsKeptOnRestore.map((field) => [field, before.client[field]])),
    }
    return data
  }
  if (operation === 'create') data.reference = await freeReference(req)
  else data.reference = before?.reference
  data.referenceKey = searchableReference(String(data.reference ?? ''))
  const commission = { ...before, ...data } as Partial<Commission>
  if (!commission.title?.trim()) data.title = titleFrom(commission.description ?? '')
  const found = findPlace(commission.place)
  // What is wrong in it the fields say themselves.
  if ('place' in found) data.place = found.place
  // A picked day is kept whole: the answer is not late before it is over.
  if (isDate(data.answerBy)) data.answerBy = endOfDayInItaly(new Date(data.answerBy)).toISOString()
  const { channel, client } = commission
  data.consents = consentsAfterSave(req, before, data.consents, { channel, lang: client?.lang })
  data.client = withContactBy(req, before?.client, client)
  const wrong = isValidated(req) && (await skillsIssue(req, before?.skills, commission.skills))
  if (wrong) throwFieldErrors(req, 'commissions', wrong)
  return data
}

/** Steps follow the table, and over HTTP only through the actions; each leaves its entry in the timeline. */
export const enforceTransition: CollectionBeforeChangeHook = ({ data, originalDoc, operation, req }) => {
  const before = operation === 'update' ? (originalDoc as Commission) : undefined
  const next = data.status as Commission['status']
  const local = req.payloadAPI === 'local'
  if (!before && !local && next !== 'received') throwConflict(req, words.start)
  if (before && next !== before.status && !(local && canStep(before.status, next)))
    throwConflict(req, words.status(statusLabel(req, before.status), statusLabel(req, next)))

  Object.assign(data, appendTimeline(req, before, next))
  if (!before && next === 'received')
    data.answerBy ??= responseDeadline(
      new Date(data.since),
      mokor(req.payload).options.organisation.answerDays,
    ).toISOString()
  return data
}

/** A client whose request came by phone or on paper gets the same mail, and the link to follow it. */
export const acknowledgeNew: CollectionAfterChangeHook = async ({ doc, data, operation, req }) => {
  if (operation === 'create' && data.status === 'received')
    await acknowledge(req, { ...(data as Commission), id: doc.id })
  return doc
}

/** What was sent to a mistyped address is somebody else's: nobody confirms or reads the request from there. */
export const revokeLinksOfOldAddress: CollectionAfterChangeHook = async ({
  doc,
  data,
  previousDoc,
  operation,
  req,
}) => {
  const [before, now] = [previousDoc as Commission | undefined, data as Commission].map(
    (one) => one?.client?.email ?? null,
  )
  if (operation === 'update' && before && before !== now)
    await revokeSentLinks(req, Object.keys(commissionLinks), String(doc.id))
  return doc
}

/** Deleted for good: its mails and links go too. */
export const eraseWithDocument: CollectionAfterDeleteHook = ({ id, req }) =>
  eraseTraces(req, 'commission', [String(id)])

const statusLabel = (req: PayloadRequest, status: string): string => choiceLabel(req, 'commissions', 'status', status)

/** Looked up before it is used: a duplicate key would abort the transaction. */
async function freeReference(req: PayloadRequest): Promise<string> {
  for (;;) {
    const reference = newReference()
    const { totalDocs } = await req.payload.count({
      collection: slugOf(req.payload, 'commissions'),
      where: { reference: { equals: reference } },
      trash: true,
      overrideAccess: true,
      req,
    })
    if (totalDocs === 0) return reference
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
    throwFieldErrors(req, 'commissions', { path: `client.${chosen}`, words: words[chosen] })
  return { ...client, contactBy: client.email ? 'email' : 'phone' }
}
