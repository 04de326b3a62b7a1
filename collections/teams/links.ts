// The link of each person to a team of theirs: they read its terms there, say yes or no, and leave it.
import type { PayloadRequest } from 'payload'
import { documents } from '../../plugin/database/documents.js'
import type { LinkContext, LinkDefinition, LinkView, SentLink } from '../../plugin/definitions/link.js'
import { pick } from '../../plugin/i18n/localized.js'
import { enqueue } from '../../plugin/outbox/index.js'
import { type DocumentId, databaseId } from '../../plugin/values/document-id.js'
import { calledName, isHelped } from '../members/index.js'
import { termsInWords } from './agreement.js'
import {
  acceptName,
  askButtons,
  askParagraphs,
  contactLabel,
  goneView,
  leaveButton,
  standingParagraphs,
  yourContacts,
} from './link-words.js'
import { filesOf, type NamedPerson, namedPeople, readTeam } from './people.js'
import { termsKey } from './terms.js'
import { linkTarget, recordAnswer, teamAndMember } from './transition.js'
import type { Team, TeamAnswer } from './types.js'

interface Found {
  team: Team
  people: NamedPerson[]
  person: NamedPerson
}

async function find({ req, target }: LinkContext): Promise<Found | null> {
  const { team: id, member } = teamAndMember(target)
  const team = await readTeam(req, id)
  const people = team ? await namedPeople(req, team) : []
  const person = people.find((one) => String(one.member) === member)
  return team && person?.file && team.status !== 'closed' ? { team, people, person } : null
}

async function viewOf(context: LinkContext, { team, people, person }: Found): Promise<LinkView> {
  const { lang, req } = context
  const { accepted = null, file } = person
  const helped = file && isHelped(file) ? calledName(file) : null
  const asked = team.status === 'forming' && !accepted
  const { facts, sentences } = await termsInWords(req, team, people, lang)
  const inIt = accepted !== 'no' && accepted !== 'left'
  const keeps = inIt && String(team.referent) === String(person.member)
  const missing = people.filter((one) => one.accepted !== 'yes').length
  return {
    title: team.name,
    ...(team.purpose ? { about: team.purpose } : {}),
    paragraphs: [
      ...(asked ? askParagraphs(lang, team) : standingParagraphs(lang, team, accepted, missing)),
      ...(inIt ? sentences : []),
      ...(keeps ? [pick(lang, yourContacts)] : []),
    ],
    facts: inIt ? [...facts, ...(await contactFacts(context, team))] : [],
    buttons: [
      ...(asked ? askButtons(lang, termsKey(team), helped) : []),
      ...(accepted === 'yes' ? [leaveButton(lang, helped)] : []),
    ],
    ...(inIt ? {} : { completed: true }),
  }
}

/** Contacts of who keeps in touch, for the people of a team that stands. */
async function contactFacts({ lang, req }: LinkContext, team: Team): Promise<NonNullable<LinkView['facts']>> {
  if (team.status !== 'active' || !team.referent) return []
  const file = (await filesOf(req, team)).get(String(team.referent))
  const ways = [file?.phone, file?.email].filter(Boolean)
  return ways.length > 0 ? [{ label: pick(lang, contactLabel), value: ways.join('\n') }] : []
}

const answerOf = (button: string, team: Team): TeamAnswer | null => {
  if (button === acceptName(termsKey(team))) return 'yes'
  return button === 'no' || button === 'left' ? button : null
}

const teamLink: LinkDefinition = {
  document: 'teams',
  reusable: true,
  days: 365,
  async view(context) {
    const found = await find(context)
    return found && viewOf(context, found)
  },
  async act(context) {
    const { req, button, form, lang } = context
    const found = await find(context)
    const answer = found && answerOf(button, found.team)
    if (found && answer) {
      const { team, person } = found
      const by = person.file && isHelped(person.file) ? 'helper' : 'link'
      const given = { member: String(person.member), answer, by, note: form.why?.trim() || null } as const
      await recordAnswer(req, team.id, given, { by: 'member', at: new Date() })
    }
    const now = await find(context)
    return now ? viewOf(context, now) : goneView(lang)
  },
  /** The same page at a new address, at most once a day. */
  async renew(context) {
    const found = await find(context)
    if (!found?.person.file) return
    const { team, person } = found
    const member = String(person.member)
    await enqueue(context.req, {
      key: `team-link:${team.id}:${member}:${new Date().toISOString().slice(0, 10)}`,
      template: 'team-link',
      target: String(team.id),
      lang: person.file?.lang ?? context.lang,
      link: 'team',
      linkTarget: linkTarget(team.id, member),
      words: { member },
    })
  },
}

export const teamLinks: Record<string, LinkDefinition> = { team: teamLink }

/** The pages of the teams that somebody is in, or was asked into. */
export async function linksOfMember(req: PayloadRequest, member: DocumentId): Promise<SentLink[]> {
  const teams = await documents(req, 'teams').find({ 'members.member': { equals: databaseId(req.payload, member) } })
  return teams.map(({ id }) => ({ purpose: 'team', target: linkTarget(id, member) }))
}
