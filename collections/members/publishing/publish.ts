// Keeps the published rows and the roster in step with the members, whatever changes them: form, API, bulk edit, trash, version, delete.
import type {
  CollectionAfterChangeHook,
  CollectionAfterErrorHook,
  CollectionBeforeChangeHook,
  Payload,
  PayloadRequest,
  Where,
} from 'payload'
import { type FieldError, throwFieldErrors } from '../../../plugin/collection/errors.js'
import { uniqueSlug } from '../../../plugin/collection/unique-slug.js'
import { compensate, onFailure } from '../../../plugin/database/compensation.js'
import { inTransaction } from '../../../plugin/database/transaction.js'
import { publish } from '../../../plugin/directory/index.js'
import { hasConsent } from '../../../plugin/fields/consents.js'
import { enrol } from '../../../plugin/roster/index.js'
import { slugify } from '../../../plugin/values/slugify.js'
import { skillWords } from '../../skills/index.js'
import type { DocumentId, Member } from '../member.js'
import { hiddenNames, privateValuesIn } from './private-text.js'
import { isPublic, publicName } from './public-profile.js'
import { modelsOf, readMember, readMembers } from './read.js'
import { isActive } from './roster.js'
import { consentFirst, leakSentence } from './sentences.js'

/**
 * Writes or removes the rows of these members in both read models as their files stand now. Outside a transaction somebody may save a file between
 * our look at it and our writing of its row: so it is looked at again until it stands still, and the last word is never an old one.
 * @param ids of the rows, where some may have no file any more
 */
export async function syncRows(
  req: PayloadRequest,
  members: readonly Member[],
  ids: readonly DocumentId[] = members.map(({ id }) => id),
): Promise<void> {
  const there = members.map(({ id }) => id)
  let seen = members
  for (let looks = 0; looks < 5; looks++) {
    await writeRows(req, ids, seen)
    if (await req.transactionID) return
    const now = await readMembers(req, { id: { in: there } }, there.length)
    if (stateOf(now) === stateOf(seen)) return
    seen = now
  }
}

const stateOf = (members: readonly Member[]): string =>
  members
    .map(({ id, updatedAt, status, reach, deletedAt }) => [id, updatedAt, status, reach, deletedAt].join())
    .toSorted()
    .join(';')

async function writeRows(req: PayloadRequest, ids: readonly DocumentId[], members: readonly Member[]): Promise<void> {
  const { profiles, active } = await modelsOf(req, members)
  const without = (kept: readonly { id: string }[]): string[] => {
    const known = new Set(kept.map(({ id }) => id))
    return ids.map(String).filter((id) => !known.has(id))
  }
  const slugs = profiles.flatMap(({ skills }) => skills.flatMap(({ slug }) => slug ?? []))
  const words = await skillWords(req, [...new Set(slugs)])
  await publish(req, { profiles, withdrawn: without(profiles), skills: words })
  await enrol(req, { members: active, gone: without(active) })
}

/** Brings the rows of the members found up to date, e.g. when a picture of theirs changed. */
export async function refreshRows(req: PayloadRequest, where: Where): Promise<void> {
  const members = (await readMembers(req, where, 0)).filter(({ slug }) => slug)
  if (members.length > 0) await syncRows(req, members)
}

/** Before a save: nothing private may be in a public text; then what will not be public is withdrawn while it is still saved as public. */
export const beforeSaving: CollectionBeforeChangeHook = async ({ data, originalDoc, operation, req }) => {
  const next = { ...(originalDoc as Partial<Member> | undefined), ...(data as Partial<Member>) }
  if (isPublic(next)) {
    refuseUnfit(req, next)
    const name = publicName(next as Member)
    data.slug = fittingSlug(next, name) ?? (await uniqueSlug(req, 'members', name, 'membro'))
    return data
  }
  if (operation === 'update' && next.id !== undefined && (next.slug || leaves(originalDoc, next)))
    await withdraw(req, [next.id], { proposed: isActive(next) })
  return data
}

/** Whether a save takes somebody out of the roster: that comes first, as what must not be seen any more. */
const leaves = (before: Partial<Member> | undefined, next: Partial<Member>): boolean =>
  before !== undefined && isActive(before) && !isActive(next)

/** The address there is, unless it tells what the name does not show any more: then the old one is nobody's. */
function fittingSlug(member: Partial<Member>, name: string): string | null {
  const shown = new Set(slugify(name).split('-'))
  const told = new Set(member.slug?.split('-').filter((word) => !shown.has(word)))
  const hidden = hiddenNames(member, member.displayAs ?? 'initial').flatMap((one) => slugify(one.name).split('-'))
  return hidden.some((word) => word.length > 1 && told.has(word)) ? null : (member.slug ?? null)
}

/** After a save: the row follows the file as it was really saved, read again because `doc` may be cut by a select. */
export const afterSaving: CollectionAfterChangeHook = async ({ doc, req }) => {
  if (idsIn(deletions, req).has(doc.id)) return doc
  const member = await readMember(req, doc.id)
  if (member) await syncRows(req, [member])
  return doc
}

export const compensateAfterError: CollectionAfterErrorHook = ({ req }) => compensate(req)

/** Without transactions a save that failed late has already withdrawn its row: it is written again as the file still stands. */
const rewriteRows = (payload: Payload, ids: ReadonlySet<DocumentId>): Promise<void> =>
  inTransaction(payload, async (fresh) => {
    for (const id of ids) {
      const member = await readMember(fresh, id)
      if (member && isActive(member)) await syncRows(fresh, [member])
    }
  })

/** @param proposed whether they can still be proposed for work: then they stay in the roster */
export async function withdraw(
  req: PayloadRequest,
  ids: DocumentId[],
  { proposed }: { proposed: boolean },
): Promise<void> {
  const known = idsIn(withdrawals, req)
  for (const id of ids) known.add(id)
  onFailure(req, 'public rows', () => rewriteRows(req.payload, known))
  await publish(req, { profiles: [], withdrawn: ids.map(String), skills: [] })
  if (!proposed) await enrol(req, { members: [], gone: ids.map(String) })
}

type IdsByRequest = WeakMap<object, Set<DocumentId>>

/** What a request has withdrawn, and what it deletes: kept beside the request so that nested calls cannot lose it. */
const withdrawals: IdsByRequest = new WeakMap()
export const deletions: IdsByRequest = new WeakMap()

export function idsIn(kept: IdsByRequest, req: PayloadRequest): Set<DocumentId> {
  // Hooks may get a proxy of the request (Payload isolates `locale` so); its headers are always the same object.
  const key = req.headers
  const known = kept.get(key) ?? new Set<DocumentId>()
  kept.set(key, known)
  return known
}

/** Nobody is published without having wanted it, nor with a private value in a public text. */
export const unfitFor = (member: Partial<Member>): FieldError[] => [
  ...(hasConsent(member.consents, 'publish') ? [] : [{ path: 'reach', words: consentFirst }]),
  ...privateValuesIn(member).map(({ path, of }) => ({ path, words: leakSentence(of) })),
]

function refuseUnfit(req: PayloadRequest, member: Partial<Member>): void {
  const unfit = unfitFor(member)
  if (unfit.length > 0) throwFieldErrors(req, 'members', ...unfit)
}
