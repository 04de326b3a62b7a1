// Where a request stands, to its client: what happens next and by when, even where that is "nobody yet".
import { type Localized, localized, pick } from '../../../plugin/i18n/localized.js'
import { formatDateWithArticle, formatMoment } from '../../../plugin/values/dates.js'
import type { CommissionStatus } from '../lifecycle.js'
import type { Commission } from '../types.js'
import { atOnce } from '../words.js'

export interface Standing {
  /** Who does the work, by name. */
  executor: string | null
  /** People who were asked and may still answer, and those who said yes and may be shown. */
  asked: number
  accepted: number
  /** Until when somebody may still answer. */
  answerBy: string | null
}

const day = (at: string, lang: string): string => formatDateWithArticle('il', at, lang)

const evenIfNobody = (by: string, lang: string): Localized =>
  localized(
    `Ti scriviamo entro ${day(by, lang)}, anche se non c’è ancora nessuno.`,
    `We write to you by ${day(by, lang)}, even if there is nobody yet.`,
  )

type Say = (commission: Commission, standing: Standing, lang: string) => Localized[]

const waiting: Say = ({ answerBy, urgent }, _, lang) => [
  ...(answerBy ? [evenIfNobody(answerBy, lang)] : []),
  ...(urgent ? [atOnce] : []),
]

const offered: Say = ({ choice }, { asked, accepted, answerBy }, lang) => {
  const said: Localized[] = []
  if (asked > 0)
    said.push(
      asked === 1
        ? localized(
            'Abbiamo chiesto a una persona, e aspettiamo la risposta.',
            'We have asked one person, and wait for the answer.',
          )
        : localized(
            `Abbiamo chiesto a ${asked} persone, e aspettiamo le risposte.`,
            `We have asked ${asked} people, and wait for their answers.`,
          ),
    )
  if (accepted > 0 && choice === 'client')
    said.push(
      localized(
        'Chi ha detto sì è qui sotto: scegli con calma.',
        'Those who said yes are below: take your time to choose.',
      ),
    )
  else if (answerBy)
    said.push(
      localized(
        `Ti scriviamo dopo ${formatMoment(answerBy, lang)}, anche se non c’è nessuno.`,
        `We write to you after ${formatMoment(answerBy, lang)}, even if there is nobody.`,
      ),
    )
  return said
}

const agreed: Say = (_, { executor }) => [
  executor
    ? localized(
        `Ti chiama ${executor}. Prezzo e garanzie li decidete fra voi due: fatteli scrivere prima di cominciare.`,
        `${executor} will call you. Price and guarantees are between the two of you: have them written down before the work begins.`,
      )
    : localized('Ti chiama chi farà il lavoro.', 'Whoever will do the work calls you.'),
]

const inProgress: Say = (_, { executor }) => [
  executor
    ? localized(
        `${executor} ci sta lavorando. Quando è finito, dillo qui.`,
        `${executor} is working on it. When it is done, say so here.`,
      )
    : localized('Quando è finito, dillo qui.', 'When it is done, say so here.'),
]

const delivered: Say = ({ closesAt }, { executor }, lang) => [
  executor
    ? localized(`${executor} dice che il lavoro è finito. È così?`, `${executor} says that the work is done. Is it?`)
    : localized('Il lavoro è finito?', 'Is the work done?'),
  ...(closesAt
    ? [
        localized(
          `Se non ci dici nulla, ${day(closesAt, lang)} la chiudiamo noi: non conta né a favore né contro.`,
          `If you tell us nothing, we close it on ${day(closesAt, lang)}: that counts neither for nor against anybody.`,
        ),
      ]
    : []),
]

/** The network judges no money, and names those who do. */
export const authorities: Localized = localized(
  'La rete non giudica su soldi, lavori e danni: ascolta, e prova a farvi parlare. Se non vi mettete d’accordo, le strade sono la mediazione presso la camera di commercio, il giudice di pace, un’associazione di consumatori. Se qualcuno è in pericolo, o c’è un reato, chiama il 112.',
  'The network does not judge money, work or damage: it listens, and tries to get you talking. If you do not agree, the ways are mediation at the chamber of commerce, the justice of the peace, a consumers’ association. If somebody is in danger, or there is a crime, call 112.',
)

const next: Partial<Record<CommissionStatus, Say>> = {
  received: waiting,
  triage: waiting,
  offered,
  agreed,
  'in-progress': inProgress,
  delivered,
  disputed: () => [
    localized('La redazione lo sa, e vi sente tutti e due.', 'The desk knows, and will hear both of you.'),
    authorities,
  ],
}

/** Sentences after the one that names the status. */
export const whatComesNext = (commission: Commission, standing: Standing, lang: string): string[] =>
  (next[commission.status]?.(commission, standing, lang) ?? []).map((words) => pick(lang, words))
