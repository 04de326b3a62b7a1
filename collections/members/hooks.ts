// Collection hooks of members: derived fields, status transitions, timeline, consents, deletion.

import type {
  CollectionAfterChangeHook,
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  CollectionBeforeValidateHook,
} from 'payload'
import { throwFieldErrors } from '../../plugin/collection/errors.js'
import { isValidated } from '../../plugin/collection/skip-validation.js'
import { revokeLinksOfFormer, revokeSentLinks } from '../../plugin/confirmation/link-actions.js'
import { consentsAfterSave } from '../../plugin/fields/consents.js'
import { findPlace } from '../../plugin/fields/place.js'
import { assignmentFieldNames } from '../../plugin/lifecycle/assignment.js'
import { enforceLifecycle, keepOnRestore } from '../../plugin/lifecycle/transition.js'
import { mokor } from '../../plugin/runtime.js'
import { holdsLetter } from '../../plugin/values/patterns.js'
import { skillsIssue, withoutMerged } from '../skills/index.js'
import { erasePersonalData } from './erasure.js'
import { memberLifecycle } from './lifecycle.js'
import { recipientOf } from './mails/recipient.js'
import { type Member, nameKeyOf } from './member.js'
import { nationalDigits } from './publishing/private-text.js'
import { deletions, idsIn, withdraw } from './publishing/publish.js'
import { readMember } from './publishing/read.js'
import { startSentence } from './words.js'

/** What a restored version must not bring back: today's decisions stand. */
const keptOnRestore = [
  'status',
  'since',
  'timeline',
  'reach',
  'consents',
  'displayAs',
  'email',
  'phone',
  'phonePublic',
  'helper',
  'picture',
  'slug',
  'expiresAt',
  'deletedAt',
  ...assignmentFieldNames,
] as const

/** Texts may go back in time; what people let others see of them may not. */
export const keepDecisions: CollectionBeforeValidateHook = async ({ data, originalDoc, req }) => {
  if (data && keepOnRestore(req, data, originalDoc, keptOnRestore)) data.skills = await withoutMerged(req, data.skills)
  return data
}

export const enforceTransition = enforceLifecycle(memberLifecycle, {
  collection: 'members',
  created: { status: 'pending', sentence: startSentence },
  timeline: true,
})

/** A slug is given when the profile is first shown, and by nobody over HTTP. */
export const keepSlug: CollectionBeforeChangeHook = ({ data, originalDoc, operation, req }) => {
  const isLocal = req.payloadAPI === 'local'
  const before = operation === 'update' ? (originalDoc as Member).slug : undefined
  if (before || !isLocal) data.slug = before ?? null
  return data
}

/** Works out what follows from what was written. */
export const deriveFields: CollectionBeforeValidateHook = async ({ data, originalDoc, operation, req }) => {
  if (!data) return data
  const before = operation === 'update' ? (originalDoc as Member) : undefined
  const member = { ...before, ...data } as Partial<Member>
  if (member.status === 'left') return data
  // Typed only because a form would have it: a dash, a dot.
  if (!holdsLetter.test(member.lastName ?? '')) data.lastName = member.lastName = ''
  data.title = titleOf(member)
  data.email = member.email?.trim().toLowerCase() || null
  data.phone = member.phone?.trim() || null
  data.phoneDigits = nationalDigits(member.phone) || null
  data.nameKey = nameKeyOf(member)
  const found = findPlace(member.place)
  // What is wrong in it the fields say themselves.
  if ('place' in found) data.place = found.place
  const wrong = isValidated(req) && (await skillsIssue(req, before?.skills, member.skills))
  if (wrong) throwFieldErrors(req, 'members', wrong)
  if (!req.context.isRestoringVersion) data.consents = consentsAfterSave(req, before, data.consents, member)
  return data
}

/** Nobody joins, pauses or leaves from a mistyped address, or from that of a helper who helps no more. */
export const revokeLinksOfOldAddress = revokeLinksOfFormer<Member>(
  ['confirm-join', 'member-status'],
  (member) => recipientOf(member)?.to.address,
)

/** Nor does anybody act by what other rooms sent there; what the member still needs goes to the new address. */
export const moveLinksOfOtherRooms: CollectionAfterChangeHook<Member> = async ({
  doc,
  data,
  previousDoc,
  operation,
  req,
}) => {
  if (operation !== 'update' || !previousDoc) return doc
  const [before, now] = [previousDoc, data].map((one) => recipientOf(one as Member)?.to.address ?? null)
  if (!before || before === now) return doc
  const { links, memberLinks } = mokor(req.payload)
  for (const { purpose, target } of await memberLinks(req, doc.id)) {
    const gone = await revokeSentLinks(req, [purpose], target)
    if (gone > 0 && now) await links[purpose]?.renew?.({ req, target, lang: (data as Member).lang })
  }
  return doc
}

function titleOf(member: Partial<Member>): string {
  const name = `${member.firstName ?? ''} ${member.lastName ?? ''}`.trim()
  const shown = member.kind === 'company' && member.companyName ? member.companyName : name
  return [shown, member.headline?.slice(0, 60)].filter(Boolean).join(' · ')
}

/** Deleted for good: out of sight first, then whatever else speaks of the person. A picture that goes saves the file once more. */
export const beforeDeleting: CollectionBeforeDeleteHook = async ({ id, req }) => {
  idsIn(deletions, req).add(id)
  await withdraw(req, [id], { proposed: false })
  const member = await readMember(req, id)
  if (member) await erasePersonalData(req, member)
}
