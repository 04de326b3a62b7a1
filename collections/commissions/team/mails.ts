// Mails to the people of a team about a job that is offered to it, beside who answers for all of them.
import type { MailContent, MailContext, MailDefinition } from '../../../plugin/definitions/mail.js'
import { type Localized, localized, pick } from '../../../plugin/i18n/localized.js'
import { formatDeadline } from '../../../plugin/values/dates.js'
import { publicName, readMember } from '../../members/index.js'
import { teamFor } from '../../teams/index.js'
import { mailboxOf, wholeName } from '../job/people.js'
import { factsFor } from '../offers/facts.js'
import type { OfferStatus } from '../offers/lifecycle.js'
import { readOffer } from '../offers/read.js'
import { readCommission } from '../reading.js'
import { phraseFrom } from '../types.js'

interface Letter {
  subject: Localized
  paragraphs: Localized[]
  action?: Localized
}

/** To the member that it was queued for, if they are still in the team. */
async function contentFor(
  { req, lang, link, words }: MailContext,
  team: { people: { member: string; accepted: boolean }[] },
  { subject, paragraphs, action }: Letter,
): Promise<MailContent | null> {
  const isIn = team.people.some(({ member, accepted }) => accepted && member === words.member)
  const member = isIn && words.member ? await readMember(req, words.member) : null
  const to = member && mailboxOf(member)
  if (!to || (action && !link)) return null
  const hello = pick(lang, to.hello)
  return {
    to: to.to,
    subject: pick(lang, subject),
    greeting: to.name ? `${hello} ${to.name},` : `${hello},`,
    paragraphs: paragraphs.map((text) => pick(lang, text)),
    ...(action && link ? { action: { label: pick(lang, action), url: link } } : {}),
  }
}

const ofOffer = (
  states: readonly OfferStatus[],
  write: (facts: {
    team: string
    referent: string
    job: Localized
    where: string
    until: Localized
    trade: Localized
  }) => Letter,
): MailDefinition => ({
  document: 'offers',
  async render(context) {
    const { req, target, lang } = context
    const offer = await readOffer(req, target)
    const commission = offer?.team && states.includes(offer.status) ? await readCommission(req, offer.commission) : null
    const team = offer?.team ? await teamFor(req, offer.team, lang) : null
    const referent = offer?.member ? await readMember(req, offer.member) : null
    if (!offer || !commission || !team || !referent) return null
    const [it, en] = [await factsFor(req, commission, offer, 'it'), await factsFor(req, commission, offer, 'en')]
    const term = offer.answerBy ?? new Date()
    return contentFor(
      context,
      team,
      write({
        team: team.name,
        referent: publicName(referent),
        job: { it: it.phrase, en: en.phrase },
        where: it.place,
        until: { it: formatDeadline(term, 'it'), en: formatDeadline(term, 'en') },
        trade: { it: it.trade, en: en.trade },
      }),
    )
  },
})

const offered = ofOffer(['sent'], ({ team, referent, job, where, until, trade }) => ({
  subject: localized(
    `Un lavoro per la squadra «${team}»: ${trade.it}, ${where}`,
    `A job for the team “${team}”: ${trade.en}, ${where}`,
  ),
  paragraphs: [
    localized(
      `abbiamo proposto alla squadra «${team}» questo lavoro: «${job.it}».`,
      `We have offered the team “${team}” this job: “${job.en}”.`,
    ),
    localized(
      `Risponde ${referent} per tutti, entro ${until.it}. Se qualcosa non ti torna, sentitevi prima.`,
      `${referent} answers for all of you by ${until.en}. If anything does not suit you, talk before.`,
    ),
    localized(
      'Tu non devi fare nulla: se il lavoro è vostro, ti scriviamo.',
      'There is nothing for you to do: if the job is yours, we write to you.',
    ),
  ],
}))

const over = ofOffer(['declined', 'expired', 'recalled', 'passed-over'], ({ team, job }) => ({
  subject: localized(
    `Il lavoro proposto alla squadra «${team}» non va avanti`,
    `The job offered to the team “${team}” goes no further`,
  ),
  paragraphs: [
    localized(
      `il lavoro «${job.it}» che avevamo proposto alla squadra «${team}» non va avanti così. Non devi fare nulla.`,
      `The job “${job.en}” that we had offered to the team “${team}” goes no further. There is nothing to do.`,
    ),
    localized('La squadra resta com’è.', 'The team stays as it is.'),
  ],
}))

const agreed: MailDefinition = {
  document: 'commissions',
  async render(context) {
    const { req, target, lang } = context
    const commission = await readCommission(req, target)
    const running = commission && ['agreed', 'in-progress'].includes(commission.status)
    const team = running && commission.team ? await teamFor(req, commission.team, lang) : null
    const referent = commission?.executor ? await readMember(req, commission.executor) : null
    if (!commission || !team || !referent) return null
    const job = phraseFrom(commission.description)
    const name = wholeName(referent)
    return contentFor(context, team, {
      subject: localized(
        `Lavoro ${commission.reference}: lo fa la squadra «${team.name}»`,
        `Job ${commission.reference}: the team “${team.name}” does it`,
      ),
      paragraphs: [
        localized(
          `il lavoro «${job}» è della squadra «${team.name}». Con chi l’ha chiesto tiene i contatti ${name}.`,
          `The job “${job}” is the team’s, “${team.name}”. ${name} keeps in touch with the client.`,
        ),
        localized(
          'Prezzo e tempi li decidete fra voi e chi l’ha chiesto: scriveteli prima di cominciare. La rete non prende nulla e non giudica.',
          'Price and times are between you and the client: write them down before the work begins. The network takes nothing and does not judge.',
        ),
      ],
      action: localized('Apri la pagina del lavoro', 'Open the job’s page'),
    })
  },
}

export const teamOfferMails = {
  'offer-team': offered,
  'offer-team-over': over,
  'job-team': agreed,
} satisfies Record<string, MailDefinition>

export type TeamOfferMail = keyof typeof teamOfferMails
