// The data of a member’s panel in the admin: preview of the public card, hints, possible duplicates.

import type { PayloadRequest, Where } from 'payload'
import { asOverview } from '../../../plugin/collection/overview.js'
import { documents } from '../../../plugin/database/documents.js'
import type { MemberProfileDto } from '../../../plugin/directory/dto.js'
import { previewOf, skillNameIn } from '../../../plugin/directory/index.js'
import { editorLanguage } from '../../../plugin/i18n/localized.js'
import type { Hint, HintsFor } from '../../../plugin/lifecycle/actions.js'
import { mokor, slugOf } from '../../../plugin/runtime.js'
import { readSkills, type Skill, skillLabels, skillWords } from '../../skills/index.js'
import { recipientOf } from '../mails/recipient.js'
import type { DocumentId, Member } from '../member.js'
import { isPublic, previewProfile } from '../publishing/public-profile.js'
import { readMembers, relationsOf } from '../publishing/read.js'
import {
  addressHints,
  blockingHints,
  type Duplicate,
  duplicateHints,
  type NamedTrade,
  requestedChangesHints,
  textHints,
  tradeHints,
} from './hints.js'
import { requestedChanges } from './prefill.js'

/** Statuses whose files still say something about a person. */
const beforeDecision = ['unconfirmed', 'pending', 'expired', 'refused']

export async function adminView(
  req: PayloadRequest,
  member: Member,
): Promise<{ hints: Hint[]; reachable: boolean; card: MemberProfileDto | null; reach?: Member['reach'] }> {
  if (member.status === 'left') return { hints: [], reachable: false, card: null }
  const lang = editorLanguage(req)
  const skills = await skillsOf(req, member)
  const profile = previewProfile(member, await relationsOf(req, [member]))
  const words = await skillWords(
    req,
    skills.map(({ slug }) => slug),
  )
  const card = previewOf(profile, words, {
    options: mokor(req.payload).options,
    lang,
    skills: await skillLabels(req),
  })
  const hints = await hintsOf(req, member, skills)
  return {
    hints,
    reachable: recipientOf(member) !== null,
    card: await withOwnFile(req, member, card),
    reach: member.reach,
  }
}

async function skillsOf(req: PayloadRequest, member: Member): Promise<Skill[]> {
  const ids = (member.skills ?? []).flatMap(({ skill }) => skill ?? [])
  return ids.length > 0 ? readSkills(req, { id: { in: ids } }, ids.length) : []
}

const tradeIn = (skills: Skill[], lang: string) => {
  const trades = new Map(
    skills.map((skill) => [String(skill.id), { name: skillNameIn(skill, lang), regulated: Boolean(skill.regulated) }]),
  )
  return (id: DocumentId): NamedTrade | null => trades.get(String(id)) ?? null
}

/**
 * What the file's page says, and the dialog that asks before approving: what is in the way, what wants a look, and what is good
 * to know. Once somebody has decided, the first is over and the last has been known.
 */
async function hintsOf(req: PayloadRequest, member: Member, skills: Skill[]): Promise<Hint[]> {
  const lang = editorLanguage(req)
  const undecided = beforeDecision.includes(member.status)
  const hints = [
    ...addressHints(member),
    ...(undecided ? blockingHints(member) : []),
    ...requestedChangesHints(member, lang),
    ...(member.reach === 'public' ? textHints(member) : []),
    ...tradeHints(member, tradeIn(skills, lang)),
    ...duplicateHints(member, await duplicates(req, member)),
  ]
  return undecided ? hints : hints.filter(({ tone }) => tone !== 'info')
}

/** What wants a look before a file is approved. What is incomplete is refused, and says why. */
export async function approvalReviewPoints(req: PayloadRequest, member: Member): Promise<Hint[]> {
  if (blockingHints(member).length > 0) return []
  const hints = await hintsOf(req, member, await skillsOf(req, member))
  return hints.filter(({ tone }) => tone === 'warning')
}

/** For the list: of those that are still to be decided. */
export const hintsFor: HintsFor = async (req, ids) => {
  const found = await readMembers(req, { id: { in: [...ids] }, status: { in: beforeDecision } }, ids.length)
  const hints = await Promise.all(found.map(async (one) => hintsOf(req, one, await skillsOf(req, one))))
  return new Map(found.map(({ id }, at) => [String(id), (hints[at] ?? []).filter(({ tone }) => tone !== 'info')]))
}

/** What the hints give to ask for, in the person's language. */
export async function changesToAsk(req: PayloadRequest, member: Member): Promise<string> {
  const hints = await hintsOf(req, member, await skillsOf(req, member))
  return requestedChanges(req, hints, member.lang)
}

/** The public address of a picture opens with the profile alone: until then the desk looks at the file itself. */
async function withOwnFile(req: PayloadRequest, member: Member, card: MemberProfileDto): Promise<MemberProfileDto> {
  if (!card.picture || !member.picture || isPublic(member)) return card
  const url = (await documents(req, 'pictures').byId(member.picture))?.url
  return { ...card, picture: url ? { ...card.picture, url } : null }
}

/** Files with the same address, phone, or name and municipality, in whoever's care they are. */
async function duplicates(req: PayloadRequest, member: Member): Promise<Duplicate[]> {
  const same: Where[] = [
    ...(member.email ? [{ email: { equals: member.email } }] : []),
    ...(member.phoneDigits ? [{ phoneDigits: { equals: member.phoneDigits } }] : []),
    {
      and: [
        { nameKey: { equals: member.nameKey ?? '' } },
        { 'place.municipality': { equals: member.place?.municipality ?? '' } },
      ],
    },
  ]
  const { docs } = await req.payload.find({
    collection: slugOf(req.payload, 'members'),
    where: { and: [{ id: { not_equals: member.id } }, { status: { not_equals: 'left' } }, { or: same }] },
    limit: 5,
    pagination: false,
    depth: 0,
    trash: true,
    overrideAccess: true,
    showHiddenFields: true,
    req,
  })
  if (docs.length === 0) return []
  const open = await readableBy(
    req,
    docs.map(({ id }) => id),
  )
  return (docs as unknown as Member[]).map((other) => ({ ...other, closed: !open.has(other.id) }))
}

/** Those among these files that this editor may read. */
async function readableBy(req: PayloadRequest, ids: DocumentId[]): Promise<ReadonlySet<DocumentId>> {
  const { docs } = await asOverview(() =>
    req.payload.find({
      collection: slugOf(req.payload, 'members'),
      where: { id: { in: ids } },
      limit: ids.length,
      pagination: false,
      depth: 0,
      select: { id: true },
      trash: true,
      user: req.user,
      overrideAccess: false,
      // Who may read nothing at all is shown nothing, rather than refused.
      disableErrors: true,
      req,
    }),
  )
  return new Set(docs.map(({ id }) => id))
}
