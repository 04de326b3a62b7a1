// What a person of a team reads on the page of their link, and the buttons they press there.
import type { LinkButton, LinkView } from '../../plugin/definitions/link.js'
import { type Localized, pick } from '../../plugin/i18n/localized.js'
import { formatDateWithArticle } from '../../plugin/values/dates.js'
import type { Team, TeamAnswer } from './types.js'

/** Named after the terms that the page showed: who presses on an old page agrees to nothing they have not read. */
export const acceptName = (terms: string): string => `yes-${terms}`

export const goneView = (lang: string): LinkView => ({
  title: pick(lang, { it: 'La squadra si è chiusa', en: 'The team has closed' }),
  paragraphs: [
    pick(lang, {
      it: 'Questa squadra non c’è più, oppure non ne fai più parte. Nulla cambia per la tua scheda.',
      en: 'This team is no more, or you are no longer in it. Nothing changes for your profile.',
    }),
  ],
  buttons: [],
  completed: true,
})

const why: Localized = { it: 'Perché, se vuoi dirlo', en: 'Why, if you want to say so' }

const noteField = (lang: string): NonNullable<LinkButton['fields']> => [
  { name: 'why', label: pick(lang, why), multiline: true },
]

/** @param helped what the person is called by whoever reads for them; null for the person themselves */
export function askButtons(lang: string, terms: string, helped: Localized | null): LinkButton[] {
  const yes = helped
    ? { it: `Gliene ho parlato: ${helped.it} è d’accordo`, en: `I have told ${helped.en}, who agrees` }
    : { it: 'Sì, ci sto', en: 'Yes, I am in' }
  const no = helped
    ? { it: `${helped.it} questa volta non può`, en: `${helped.en} cannot this time` }
    : { it: 'Non questa volta', en: 'Not this time' }
  return [
    { name: acceptName(terms), label: pick(lang, yes) },
    { name: 'no', label: pick(lang, no), secondary: true, fields: noteField(lang) },
  ]
}

export const leaveButton = (lang: string, helped: Localized | null): LinkButton =>
  pick(lang, {
    it: {
      name: 'left',
      label: helped ? `Fai uscire ${helped.it} dalla squadra` : 'Esci dalla squadra',
      fields: noteField('it'),
      destructive: {
        heading: 'Uscire dalla squadra',
        text: 'Chi resta lo viene a sapere, e la redazione cerca chi può prendere il posto. La scheda nella rete resta com’è.',
        tick: helped ? `Sì, ${helped.it} vuole uscire dalla squadra` : 'Sì, voglio uscire dalla squadra',
      },
    },
    en: {
      name: 'left',
      label: helped ? `Take ${helped.en} out of the team` : 'Leave the team',
      fields: noteField('en'),
      destructive: {
        heading: 'Leaving the team',
        text: 'Whoever stays hears of it, and an editor looks for somebody to take the place. The profile in the network stays as it is.',
        tick: helped ? `Yes, ${helped.en} wants to leave the team` : 'Yes, I want to leave the team',
      },
    },
  })

const onlyTerms: Localized = {
  it: 'Dire di no non cambia nulla: la tua scheda resta com’è.',
  en: 'Saying no changes nothing: your profile stays as it is.',
}

export function askParagraphs(lang: string, { answerBy }: Team): string[] {
  const by = answerBy ? formatDateWithArticle('il', answerBy, lang) : ''
  return pick(lang, {
    it: [
      'La rete ti propone di lavorare con queste persone. La squadra comincia solo quando tutti hanno detto di sì a quello che è scritto qui.',
      ...(by ? [`Rispondi entro ${by}.`] : []),
      onlyTerms.it,
    ],
    en: [
      'The network proposes that you work with these people. The team begins only when all of them have said yes to what is written here.',
      ...(by ? [`Please answer by ${by}.`] : []),
      onlyTerms.en,
    ],
  })
}

/** Where it stands for somebody who has nothing to answer now. @param missing answers that are still waited for */
export function standingParagraphs(
  lang: string,
  { status }: Team,
  accepted: TeamAnswer | null,
  missing: number,
): string[] {
  if (accepted === 'no') return [pick(lang, saidNo)]
  if (accepted === 'left') return [pick(lang, hasLeft)]
  if (status === 'active') return [pick(lang, isActive)]
  if (status === 'forming' && accepted === 'yes') return [pick(lang, waits(missing))]
  return [pick(lang, changing)]
}

const saidNo: Localized = {
  it: 'Hai detto di no: va bene così, e grazie di averlo detto. La tua scheda resta com’è.',
  en: 'You said no: that is fine, and thank you for saying so. Your profile stays as it is.',
}

const hasLeft: Localized = {
  it: 'Non fai più parte di questa squadra. Chi resta lo sa.',
  en: 'You are no longer in this team. Whoever stays knows.',
}

const isActive: Localized = {
  it: 'Tutti hanno detto di sì: la squadra c’è.',
  en: 'Everybody has said yes: the team stands.',
}

const waits = (missing: number): Localized =>
  missing === 1
    ? {
        it: 'Hai detto di sì. Manca ancora una risposta: ti scriviamo quando c’è.',
        en: 'You have said yes. One answer is missing: we write to you when it is there.',
      }
    : {
        it: `Hai detto di sì. Mancano ancora ${missing} risposte: ti scriviamo quando ci sono.`,
        en: `You have said yes. ${missing} answers are missing: we write to you when they are there.`,
      }

const changing: Localized = {
  it: 'La squadra sta cambiando: quando è pronta ti riscriviamo, e decidi allora.',
  en: 'The team is changing: we write again when it is ready, and you decide then.',
}

export const contactLabel: Localized = { it: 'Per sentirsi', en: 'To get in touch' }
export const yourContacts: Localized = {
  it: 'Tieni tu i contatti: quando la squadra c’è, gli altri vedono i tuoi recapiti su questa pagina.',
  en: 'You keep in touch: once the team stands, the others see your contacts on this page.',
}
