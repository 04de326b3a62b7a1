// Creates a member from the join form: unconfirmed, with a confirmation mail. A known address gets another mail and the same answer.
import type { Payload, PayloadRequest, Where } from 'payload'
import { Problem } from '../../../plugin/api/problem.js'
import type { WriteFacts } from '../../../plugin/contract/write-facts.js'
import { documents } from '../../../plugin/database/documents.js'
import { inTransaction } from '../../../plugin/database/transaction.js'
import { pickRequested, recordConsents } from '../../../plugin/fields/consents.js'
import { confirmationDeadline } from '../../../plugin/lifecycle/expiry.js'
import { transitionContext } from '../../../plugin/lifecycle/timeline.js'
import { enqueue } from '../../../plugin/outbox/index.js'
import { readSkills } from '../../skills/index.js'
import { livingStatuses } from '../lifecycle.js'
import type { DocumentId, Member } from '../member.js'
import { joinConfirmation } from './confirmation.js'
import type { JoinData } from './dto.js'
import { type JoinSkill, joinIssues, type KnownSkill, matchSkills, neededConsents } from './rules.js'

/**
 * Takes a form that the schema has already checked.
 * @returns when the confirmation ends; the same whether or not the address is known
 * @throws Problem `invalid` with every field to mend
 */
export async function createMember(
  payload: Payload,
  data: JoinData,
  facts: WriteFacts,
): Promise<{ expiresAt: string }> {
  return inTransaction(payload, async (req) => {
    const skills = matchSkills(data.skills, await knownSkills(req))
    const issues = joinIssues(data, skills)
    if (issues.length > 0) throw new Problem('invalid', issues)
    const expiresAt = confirmationDeadline(facts.at).toISOString()
    const known = data.email ? await memberWithEmail(req, data.email) : null
    if (known) await notifyKnown(req, known, facts)
    else await start(req, data, skills, facts, expiresAt)
    return { expiresAt }
  })
}

/** Somebody whose file lives under this address. */
export async function memberWithEmail(req: PayloadRequest, email: string, except?: DocumentId): Promise<Member | null> {
  const where: Where = {
    and: [
      { email: { equals: email.trim().toLowerCase() } },
      { status: { in: [...livingStatuses] } },
      ...(except === undefined ? [] : [{ id: { not_equals: except } }]),
    ],
  }
  const [member] = await documents(req, 'members').find(where, { limit: 1 })
  return member ?? null
}

const notifyKnown = (req: PayloadRequest, member: Member, facts: WriteFacts): Promise<void> =>
  enqueue(req, {
    // Once a day: the form cannot be used to flood somebody's mailbox.
    ...facts.held,
    key: `member-known:${member.id}:${facts.at.toISOString().slice(0, 10)}`,
    template: 'member-known',
    target: String(member.id),
    lang: facts.lang,
  })

async function start(
  req: PayloadRequest,
  data: JoinData,
  skills: readonly JoinSkill[],
  facts: WriteFacts,
  expiresAt: string,
): Promise<void> {
  const member = await documents(req, 'members').create(
    documentOf(data, skills, facts, expiresAt),
    transitionContext({ by: 'member', at: facts.at }),
  )
  await joinConfirmation.ask(req, member, facts)
}

async function knownSkills(req: PayloadRequest): Promise<KnownSkill[]> {
  const skills = await readSkills(req, {}, 0)
  const byId = new Map(skills.map((skill) => [String(skill.id), skill]))
  return skills.map((own) => {
    // By the code of one that was merged the other is meant.
    const skill = byId.get(String(own.mergedInto)) ?? own
    return {
      id: skill.id,
      slug: own.slug,
      regulated: Boolean(skill.regulated),
      active: skill.active !== false,
      names: Object.values(own.names ?? {}).flatMap((name) => name ?? []),
    }
  })
}

function documentOf(data: JoinData, skills: readonly JoinSkill[], facts: WriteFacts, expiresAt: string) {
  const { lang } = facts
  const onsite = data.modes.includes('onsite')
  return {
    status: 'unconfirmed',
    expiresAt,
    channel: 'web',
    reach: data.reach,
    kind: data.kind,
    firstName: data.firstName,
    lastName: data.lastName ?? '',
    companyName: data.companyName ?? null,
    displayAs: data.displayAs,
    headline: data.headline,
    experience: data.experience ?? null,
    lang,
    skills: distinct(skills).map(({ given, known }) => ({
      skill: known?.id ?? null,
      own: known ? null : given.own,
      origin: given.origin,
      years: given.years ?? null,
      note: given.note ?? null,
      qualified: known?.regulated ? (given.qualified ?? null) : null,
    })),
    place: { municipality: data.place.municipality },
    radiusKm: onsite ? (data.radiusKm ?? null) : null,
    modes: [...new Set(data.modes)],
    availability: {
      state: data.availability.state,
      from: data.availability.state === 'from' ? `${data.availability.from}T12:00:00.000Z` : null,
    },
    languages: [...new Set(data.languages.length > 0 ? data.languages : [lang])],
    links: data.links,
    email: data.email ?? null,
    phone: data.phone ?? null,
    phonePublic: Boolean(data.phone && data.phonePublic),
    ...(data.helper ? { helper: data.helper } : {}),
    consents: recordConsents(pickRequested(data.consents, neededConsents(data)), facts).map((consent) =>
      data.helper ? { ...consent, by: data.helper.name } : consent,
    ),
  }
}

/** The same trade chosen twice stands once. */
function distinct(skills: readonly JoinSkill[]): JoinSkill[] {
  const seen = new Set<string>()
  return skills.filter(({ given, known }) => {
    const key = known ? `known:${known.slug}` : `own:${given.own?.toLowerCase()}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
