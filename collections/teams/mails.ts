// Mails about a team to each of its people, or to whoever helps them; the link of each opens that person's own page.
import type { MailContext, MailDefinition } from '../../plugin/definitions/mail.js'
import { pick } from '../../plugin/i18n/localized.js'
import { formatDateWithArticle } from '../../plugin/values/dates.js'
import { calledName, greeting, recipientOf } from '../members/index.js'
import { termsInWords } from './agreement.js'
import { namedPeople, readTeam } from './people.js'
import { termsKey } from './terms.js'
import type { Team, TeamPerson } from './types.js'

export type TeamMail = 'team-ask' | 'team-reminder' | 'team-active' | 'team-change' | 'team-closed' | 'team-link'

interface Letter {
  subject: string
  paragraphs: string[]
  /** Label of the button. */
  action: string
}

interface Facts {
  name: string
  purpose: string
  /** By when; empty where there is no term. */
  by: string
  /** Who it is about, where somebody else reads it. */
  about: { it: string; en: string }
}

type Write = (facts: Facts) => { it: Letter; en: Letter }

const look = { it: 'Guarda e rispondi', en: 'Look and answer' }
const open = { it: 'Apri la squadra', en: 'Open the team' }

const letters: Record<TeamMail, Write> = {
  'team-ask': ({ name, purpose, by, about }) => ({
    it: {
      subject: `Una squadra per ${about.it || 'te'}: ${name}`,
      paragraphs: [
        `la rete propone ${about.it ? `a ${about.it}` : 'a te'} una squadra: «${name}»${purpose && `, ${purpose}`}.`,
        'Qui sotto c’è chi ne fa parte, chi fattura e quando si comincia. Vale solo se tutti dicono di sì.',
        ...(by ? [`Rispondi entro ${by}. Dire di no non cambia nulla.`] : []),
      ],
      action: look.it,
    },
    en: {
      subject: `A team for ${about.en || 'you'}: ${name}`,
      paragraphs: [
        `The network proposes a team${about.en ? ` to ${about.en}` : ''}: “${name}”${purpose && `, ${purpose}`}.`,
        'Below is who is in it, who invoices and when it begins. It stands only if all say yes.',
        ...(by ? [`Please answer by ${by}. Saying no changes nothing.`] : []),
      ],
      action: look.en,
    },
  }),
  'team-reminder': ({ name, by }) => ({
    it: {
      subject: `La squadra «${name}» aspetta una risposta`,
      paragraphs: [
        `gli altri aspettano di sapere se la squadra «${name}» si fa.`,
        ...(by ? [`Rispondi entro ${by}. Un no vale quanto un sì: si cerca qualcun altro.`] : []),
      ],
      action: look.it,
    },
    en: {
      subject: `The team “${name}” waits for an answer`,
      paragraphs: [
        `The others wait to know whether the team “${name}” comes about.`,
        ...(by ? [`There is time until ${by}. A no is as good as a yes: somebody else can be found.`] : []),
      ],
      action: look.en,
    },
  }),
  'team-active': ({ name }) => ({
    it: {
      subject: `La squadra «${name}» c’è`,
      paragraphs: [
        `tutti hanno detto di sì: la squadra «${name}» c’è.`,
        'Sulla pagina qui sotto trovi chi ne fa parte e come sentirvi. Prezzo e tempi restano tra voi e chi vi chiama: la rete non prende nulla.',
      ],
      action: open.it,
    },
    en: {
      subject: `The team “${name}” stands`,
      paragraphs: [
        `Everybody has said yes: the team “${name}” stands.`,
        'The page below shows who is in it and how to get in touch. Price and time are between you and whoever calls you: the network takes nothing.',
      ],
      action: open.en,
    },
  }),
  'team-change': ({ name }) => ({
    it: {
      subject: `La squadra «${name}» cambia`,
      paragraphs: [
        `una persona non fa più parte della squadra «${name}».`,
        'La redazione cerca chi può prenderne il posto. Poi ti riscriviamo, e decidi di nuovo: fino ad allora non devi fare nulla.',
      ],
      action: open.it,
    },
    en: {
      subject: `The team “${name}” is changing`,
      paragraphs: [
        `Somebody is no longer in the team “${name}”.`,
        'An editor looks for who can take the place. Then we write again and you decide anew: until then there is nothing to do.',
      ],
      action: open.en,
    },
  }),
  'team-closed': ({ name }) => ({
    it: {
      subject: `La squadra «${name}» si chiude`,
      paragraphs: [
        `la squadra «${name}» si chiude qui. Grazie di averci lavorato, o di averci pensato.`,
        'La tua scheda nella rete resta com’è.',
      ],
      action: '',
    },
    en: {
      subject: `The team “${name}” closes`,
      paragraphs: [
        `The team “${name}” closes here. Thank you for working in it, or for thinking about it.`,
        'Your profile in the network stays as it is.',
      ],
      action: '',
    },
  }),
  'team-link': ({ name }) => ({
    it: {
      subject: `La squadra «${name}»: un nuovo link`,
      paragraphs: [`ecco un nuovo link per la pagina della squadra «${name}».`],
      action: open.it,
    },
    en: {
      subject: `The team “${name}”: a new link`,
      paragraphs: [`Here is a new link to the page of the team “${name}”.`],
      action: open.en,
    },
  }),
}

/** Whether a letter still makes sense when it is about to leave. */
const wanted: Record<TeamMail, (team: Team, person: TeamPerson, words: MailContext['words']) => boolean> = {
  'team-ask': isOpen,
  'team-reminder': isOpen,
  'team-active': ({ status }) => status === 'active',
  'team-change': ({ status }) => status === 'proposed',
  'team-closed': ({ status }) => status === 'closed',
  'team-link': ({ status }) => status !== 'closed',
}

function isOpen(team: Team, { accepted }: TeamPerson, { terms }: MailContext['words']): boolean {
  return team.status === 'forming' && !accepted && terms === termsKey(team)
}

const withTerms: readonly TeamMail[] = ['team-ask', 'team-active']

const letter = (name: TeamMail): MailDefinition => ({
  document: 'teams',
  async render({ req, target, lang, link, words }) {
    const team = await readTeam(req, target)
    if (!team) return null
    const people = await namedPeople(req, team)
    const person = people.find(({ member }) => String(member) === words.member)
    const found = person?.file ? recipientOf(person.file) : null
    if (!person?.file || !found || !wanted[name](team, person, words)) return null
    const about = found.helped ? calledName(person.file) : { it: '', en: '' }
    const by = team.answerBy ? formatDateWithArticle('il', team.answerBy, lang) : ''
    const { subject, paragraphs, action } = pick(
      lang,
      letters[name]({ name: team.name, purpose: team.purpose ?? '', by, about }),
    )
    // The link is what they are written for.
    if (action && link === null) return null
    const terms = withTerms.includes(name) ? await termsInWords(req, team, people, lang) : null
    return {
      to: found.to,
      subject,
      greeting: greeting(lang, found.name),
      paragraphs,
      ...(action && link ? { action: { label: action, url: link } } : {}),
      ...(terms ? { facts: terms.facts, footer: terms.sentences } : {}),
    }
  },
})

export const teamMails: Record<TeamMail, MailDefinition> = {
  'team-ask': letter('team-ask'),
  'team-reminder': letter('team-reminder'),
  'team-active': letter('team-active'),
  'team-change': letter('team-change'),
  'team-closed': letter('team-closed'),
  'team-link': letter('team-link'),
}
