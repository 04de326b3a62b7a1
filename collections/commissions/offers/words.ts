// Names of an offer's statuses, ways and answers, in each language.
import { type Localized, localized, pick } from '../../../plugin/i18n/localized.js'
import type { OfferStatus } from './lifecycle.js'
import { type AnsweredBy, type DeclineCode, type OfferWay, type TaxMode, taxModes } from './types.js'

export const offerStatusWords: Record<OfferStatus, Localized> = {
  waiting: localized('In attesa del turno', 'Waiting for its turn'),
  sent: localized('Proposta', 'Asked'),
  accepted: localized('Accettata', 'Accepted'),
  declined: localized('Non questa volta', 'Declined'),
  expired: localized('Senza risposta', 'No answer'),
  recalled: localized('Ritirata', 'Recalled'),
  chosen: localized('Scelta', 'Chosen'),
  'passed-over': localized('Scelta un’altra persona', 'Somebody else was chosen'),
}

export const wayWords: Record<OfferWay, Localized> = {
  one: localized('Una persona', 'One person'),
  order: localized('In ordine, una dopo l’altra', 'In order, one after the other'),
  several: localized('Più persone, poi si sceglie', 'Several, then one is chosen'),
  first: localized('La prima che accetta', 'The first who accepts'),
  team: localized('Una squadra', 'A team'),
  referral: localized('Un’azienda', 'A company'),
  direct: localized('Chiamata diretta', 'Direct call'),
  'hand-over': localized('Passata da chi la faceva', 'Passed on by whoever had it'),
}

export const taxWords: Record<TaxMode, Localized> = {
  vat: localized('con partita IVA', 'with a VAT number'),
  occasional: localized('prestazione occasionale', 'as occasional work'),
  talk: localized('non lo so: parliamone', 'I do not know: let us talk about it'),
}

/** To choose from, in a form. */
export const taxOptions = (lang: string): { value: TaxMode; label: string }[] =>
  taxModes.map((value) => ({ value, label: pick(lang, taxWords[value]) }))

export const declineWords: Record<DeclineCode, Localized> = {
  'not-this-time': localized('Non questa volta', 'Not this time'),
  'not-this-person': localized('Non per questa persona', 'Not for this person'),
  'too-far': localized('È troppo lontano', 'It is too far'),
  'too-big': localized('È troppo grande per me', 'It is too big for me'),
  'too-small': localized('È troppo piccolo', 'It is too small'),
  'no-time': localized('Non ho tempo in questo periodo', 'I have no time at present'),
  'not-my-trade': localized('Non è il mio mestiere', 'It is not my trade'),
  'needs-team': localized('Serve una squadra', 'It needs a team'),
  'for-company': localized('È un lavoro per un’azienda', 'It is a job for a company'),
}

export const answeredByWords: Record<AnsweredBy, Localized> = {
  link: localized('dal suo link', 'by their own link'),
  desk: localized('al telefono, scritto dalla redazione', 'by phone, noted by the desk'),
  helper: localized('da chi la aiuta', 'by who helps them'),
}
