// What the people of a team agree to, in words: their pages and mails say it, and the agreement about a job takes it over.
import type { PayloadRequest } from 'payload'
import { type Localized, pick } from '../../plugin/i18n/localized.js'
import { formatDate, formatDateWithArticle } from '../../plugin/values/dates.js'
import { publicName } from '../members/index.js'
import { filesOf, type NamedPerson, namedPeople, readTeam } from './people.js'
import { isAgreed } from './terms.js'
import type { Team } from './types.js'

/** A team as an agreement about a job needs it. */
export interface TeamAgreement {
  id: string
  name: string
  purpose: string | null
  status: Team['status']
  /** Everybody said yes to the terms as they are. */
  agreed: boolean
  referent: string | null
  people: { member: string; name: string; role: string | null; share: number | null; accepted: boolean }[]
  issuer: 'referent' | 'each'
  from: string | null
  until: string | null
  /** Who does what for which part. */
  facts: { label: string; value: string }[]
  /** That it is no company, and what holds where somebody leaves. */
  sentences: string[]
}

/** Null where there is no such team. */
export async function teamFor(req: PayloadRequest, id: number | string, lang: string): Promise<TeamAgreement | null> {
  const team = await readTeam(req, id)
  if (!team) return null
  const people = await namedPeople(req, team)
  return {
    id: String(team.id),
    name: team.name,
    purpose: team.purpose ?? null,
    status: team.status,
    agreed: team.status === 'active' && isAgreed(team),
    referent: team.referent ? String(team.referent) : null,
    people: people.map(({ member, name, role, part, accepted }) => ({
      member: String(member),
      name,
      role: role ?? null,
      share: part,
      accepted: accepted === 'yes',
    })),
    issuer: team.issuer ?? 'each',
    from: team.from ?? null,
    until: team.until ?? null,
    ...(await termsInWords(req, team, people, lang)),
  }
}

export async function referentName(req: PayloadRequest, team: Team): Promise<string | null> {
  const file = team.referent ? (await filesOf(req, team)).get(String(team.referent)) : undefined
  return file ? publicName(file) : null
}

export async function termsInWords(
  req: PayloadRequest,
  team: Team,
  people: readonly NamedPerson[],
  lang: string,
): Promise<Pick<TeamAgreement, 'facts' | 'sentences'>> {
  const referent = await referentName(req, team)
  const say = (words: Localized) => pick(lang, words)
  const present = presence(team, lang)
  return {
    facts: [
      {
        label: say({ it: 'Chi c’è', en: 'Who is in it' }),
        value: people
          .map(({ name, role, part }) =>
            [role ? `${name}, ${role}` : name, ...(part === null ? [] : [`${part}\u00a0%`])].join(' · '),
          )
          .join('\n'),
      },
      ...(present ? [{ label: say({ it: 'Quando ci siamo tutti', en: 'When all are there' }), value: present }] : []),
      ...(referent ? [{ label: say({ it: 'Chi tiene i contatti', en: 'Who keeps in touch' }), value: referent }] : []),
      { label: say({ it: 'Chi fattura', en: 'Who invoices' }), value: say(invoicing(team, referent)) },
    ],
    sentences: [say(noCompany(referent)), say(whoLeaves)],
  }
}

const invoicing = ({ issuer }: Team, referent: string | null): Localized =>
  issuer === 'referent' && referent
    ? { it: `${referent}, per tutti`, en: `${referent}, for all` }
    : { it: 'Ciascuno la propria parte', en: 'Each their own part' }

/** @param referent null where nobody keeps in touch, or where the public must not read who */
export const noCompany = (referent: string | null): Localized =>
  referent
    ? {
        it: `Il gruppo non è una società. Risponde ${referent}; ciascuno della propria parte.`,
        en: `The group is not a company. ${referent} answers for it; each for their own part.`,
      }
    : {
        it: 'Il gruppo non è una società: ciascuno risponde della propria parte.',
        en: 'The group is not a company: each answers for their own part.',
      }

const whoLeaves: Localized = {
  it: 'Se qualcuno esce, gli altri non vanno avanti da soli: la rete cerca chi può prenderne il posto e richiede a tutti.',
  en: 'If somebody leaves, the others need not go on alone: the network looks for who can take the place and asks everybody again.',
}

/** E.g. «dal 3 dicembre 2026 al 20 dicembre 2026»; empty where nothing is said. */
export function presence({ from, until }: Pick<Team, 'from' | 'until'>, lang: string): string {
  const italian = lang.startsWith('it')
  return [
    ...(from ? [italian ? formatDateWithArticle('dal', from, lang) : `from ${formatDate(from, lang)}`] : []),
    ...(until ? [italian ? formatDateWithArticle('al', until, lang) : `to ${formatDate(until, lang)}`] : []),
  ].join(' ')
}
