// Texts of the mails to whoever is offered a job, or was; to the member, or to who helps them.

import type { Localized } from '../../../plugin/i18n/localized.js'
import { localized } from '../../../plugin/i18n/localized.js'
import type { OfferFacts } from './facts.js'

export interface OfferLetter {
  subject: Localized
  paragraphs: Localized[]
  action?: Localized
  footer?: Localized[]
}

export interface OfferLetterFacts {
  /** In each language that a mail can have. */
  facts: Record<'it' | 'en', OfferFacts>
  /** Until when, in words. */
  until: Localized
  /** Whom it is for, where somebody else reads it; empty otherwise. */
  helped: string
}

export type WriteOffer = (facts: OfferLetterFacts) => OfferLetter

const priceWords = localized(
  'Il prezzo lo concordate fra voi due: la rete non prende nulla e non giudica. Del lavoro risponde chi lo fa.',
  'The price is between the two of you: the network takes nothing and does not judge. Whoever does the work answers for it.',
)

const noHarm = localized(
  '«Non questa volta» non cambia nulla: tornerai in elenco come prima.',
  '“Not this time” changes nothing: you stay on the list as before.',
)

function others(n: number): Localized[] {
  if (n === 0) return []
  return [
    n === 1
      ? localized('Lo abbiamo chiesto anche a un’altra persona.', 'We have asked somebody else too.')
      : localized(`Lo abbiamo chiesto anche ad altre ${n} persone.`, `We have asked ${n} others too.`),
  ]
}

const whoAsks = ({ it, en }: OfferLetterFacts['facts']): Localized =>
  localized(
    it.who ? `Lo chiede ${it.who} (${it.kind}).` : `Lo chiede ${it.kind}.`,
    en.who ? `${en.who} (${en.kind}) asks for it.` : `It is ${en.kind} who asks.`,
  )

const quotedJob = ({ it, en }: OfferLetterFacts['facts']): Localized =>
  localized(`«${it.phrase}» ${it.place}. ${it.when}.`, `“${en.phrase}” ${en.place}. ${en.when}.`)

const answerHere = localized('Guarda e rispondi', 'Look and answer')

export const offerSent: WriteOffer = ({ facts, until, helped }) => ({
  subject: localized(
    helped
      ? `C’è un lavoro per ${helped}: ${facts.it.trade}, ${facts.it.place}`
      : `C’è un lavoro per te: ${facts.it.trade}, ${facts.it.place}`,
    helped
      ? `There is a job for ${helped}: ${facts.en.trade}, ${facts.en.place}`
      : `There is a job for you: ${facts.en.trade}, ${facts.en.place}`,
  ),
  paragraphs: [
    quotedJob(facts),
    whoAsks(facts),
    ...others(facts.it.others),
    localized(`Rispondi entro ${until.it}.`, `Please answer by ${until.en}.`),
    priceWords,
  ],
  action: answerHere,
  footer: helped ? [] : [noHarm],
})

export const offerReminder: WriteOffer = ({ facts, until, helped }) => ({
  subject: localized(
    `Aspettiamo la tua risposta: ${facts.it.trade}, ${facts.it.place}`,
    `We wait for your answer: ${facts.en.trade}, ${facts.en.place}`,
  ),
  paragraphs: [
    localized(
      helped
        ? `per il lavoro proposto a ${helped} c’è tempo fino a ${until.it}. Poi chiediamo ad altri.`
        : `per questo lavoro c’è tempo fino a ${until.it}. Poi chiediamo ad altri.`,
      helped
        ? `For the job offered to ${helped} there is time until ${until.en}. Then we ask others.`
        : `For this job there is time until ${until.en}. Then we ask others.`,
    ),
    quotedJob(facts),
    localized('Anche un «non questa volta» ci aiuta.', 'A “not this time” helps us too.'),
  ],
  action: answerHere,
})

export const offerRecalled: WriteOffer = ({ facts }) => ({
  subject: localized(`Il lavoro ${facts.it.reference} non serve più`, `Job ${facts.en.reference} is no longer needed`),
  paragraphs: [
    localized(
      `il lavoro che ti avevamo proposto («${facts.it.phrase}») non serve più, o non va più avanti così. Non devi fare nulla.`,
      `The job we had offered you (“${facts.en.phrase}”) is no longer needed, or does not go on like this. There is nothing to do.`,
    ),
    localized(
      'Grazie lo stesso: resti in elenco come prima.',
      'Thank you all the same: you stay on the list as before.',
    ),
  ],
})

export const offerPassed: WriteOffer = ({ facts }) => ({
  subject: localized(
    `Il lavoro ${facts.it.reference} lo fa un’altra persona`,
    `Somebody else does job ${facts.en.reference}`,
  ),
  paragraphs: [
    localized(
      `per il lavoro «${facts.it.phrase}» è stata scelta un’altra persona. Non conta né a favore né contro: resti in elenco come prima.`,
      `Somebody else was chosen for the job “${facts.en.phrase}”. That counts neither for nor against you: you stay on the list as before.`,
    ),
    localized('Grazie di esserci.', 'Thank you for being there.'),
  ],
})
