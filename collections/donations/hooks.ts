// Collection hooks of donations: derived fields, status transitions, mails, fields that cannot change.
import type {
  CollectionAfterChangeHook,
  CollectionBeforeChangeHook,
  CollectionBeforeValidateHook,
  PayloadRequest,
} from 'payload'
import { throwConflict, throwFieldErrors } from '../../plugin/collection/errors.js'
import { fieldLabel } from '../../plugin/collection/field-labels.js'
import { consentsAfterSave, hasConsent } from '../../plugin/fields/consents.js'
import { assignmentFieldNames } from '../../plugin/lifecycle/assignment.js'
import { enforceLifecycle, keepOnRestore } from '../../plugin/lifecycle/transition.js'
import { eraseVersions, isEmptied } from './erasure.js'
import { scheduleExpiry, sendDetails, uniqueReference } from './service.js'
import { type Donation, donationLifecycle, pledgeEnd, wasTold } from './types.js'
import { saveSentences } from './words.js'

/** What nobody changes: the account statement is looked through by it. */
const fixed = ['reference', 'currency', 'method', 'expiresAt'] as const

/** What the donor was given and cannot change any more: QR and mail show it, and the channel says that they have it. */
const given = [...fixed, 'amountCents', 'frequency', 'channel'] as const

/** What the books say, once they say something. */
const sums = ['receivedCents', 'receivedAt'] as const

/** What a restored version must not bring back beside that. */
const keptOnRestore = [
  'status',
  'consents',
  'publicAs',
  'donor',
  'message',
  'receivedAt',
  'receivedCents',
  'receivedCount',
  'since',
  'timeline',
  ...assignmentFieldNames,
] as const

/** Gives a new donation its reference and term, and keeps the record of consents. */
export const deriveFields: CollectionBeforeValidateHook = async ({ data, originalDoc, operation, req }) => {
  if (!data) return data
  const before = operation === 'update' ? (originalDoc as Donation) : undefined
  if (keepOnRestore(req, data, before, [...given, ...keptOnRestore])) return data
  if (!before) {
    data.reference = isLocal(req) && data.reference ? data.reference : await uniqueReference(req)
    data.expiresAt ??= pledgeEnd(new Date()).toISOString()
  }
  data.receivedCount = before?.receivedCount ?? null
  const { channel, donor } = { ...before, ...data } as Partial<Donation>
  data.consents = consentsAfterSave(req, before, data.consents, { channel, lang: donor?.lang })
  return data
}

export const enforceTransition = enforceLifecycle(donationLifecycle, {
  collection: 'donations',
  created: { status: 'pledged', sentence: saveSentences.start },
  timeline: true,
})

/** What the donor was given stays, and a name needs its owner's consent. */
export const keepPromises: CollectionBeforeChangeHook = ({ data, originalDoc, operation, req }) => {
  const before = operation === 'update' ? (originalDoc as Donation) : undefined
  const next = data as Donation
  const kept = before && wasTold(before) ? given : fixed
  const changed = before && kept.find((field) => !same(next[field], before[field]))
  if (changed) throwConflict(req, saveSentences.given(fieldLabel(req, 'donations', changed)))
  const booked = before?.receivedCount && !isLocal(req) && sums.find((field) => !same(next[field], before[field]))
  if (booked) throwConflict(req, saveSentences.booked(fieldLabel(req, 'donations', booked)))
  if (next.publicAs === 'name') {
    if (!next.donor?.name?.trim()) throwFieldErrors(req, 'donations', { path: 'donor.name', words: saveSentences.name })
    if (!hasConsent(next.consents, 'publish'))
      throwFieldErrors(req, 'donations', { path: 'publicAs', words: saveSentences.consent })
  }
  return data
}

/** However it comes, a pledge is watched to its term, and its donor gets the details where there is an address. */
export const scheduleMails: CollectionAfterChangeHook = async ({ doc, data, operation, req }) => {
  if (operation !== 'create' || data.status !== 'pledged') return doc
  const donation = { ...(data as Donation), id: doc.id }
  if (donation.donor?.email) await sendDetails(req, donation)
  await scheduleExpiry(req, donation)
  return doc
}

/** Who asks to be forgotten must not stand in older versions. */
export const eraseEmptiedVersions: CollectionAfterChangeHook = async ({ doc, data, previousDoc, operation, req }) => {
  if (operation === 'update' && isEmptied(previousDoc as Donation, data as Donation)) await eraseVersions(req, doc.id)
  return doc
}

const isLocal = (req: PayloadRequest): boolean => req.payloadAPI === 'local'

/** Dates come back from forms and databases in different spellings. */
const same = (a: unknown, b: unknown): boolean =>
  a === b || a === undefined || (typeof b === 'string' && Date.parse(String(a)) === Date.parse(b) && /T/.test(b))
