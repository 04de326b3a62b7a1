// Labels of a request’s statuses, the sentences that explain them to its client, and what a save is refused with.

import { municipality } from '../../plugin/geo/index.js'
import { type Localized, localized, pick } from '../../plugin/i18n/localized.js'
import { formatDateWithArticle } from '../../plugin/values/dates.js'
import type { CommissionStatus } from './lifecycle.js'
import type { Commission } from './types.js'

export const statusWords: Record<CommissionStatus, Localized> = {
  unconfirmed: localized('Da confermare', 'Unconfirmed'),
  received: localized('Ricevuta', 'Received'),
  triage: localized('Presa in carico', 'Being looked at'),
  offered: localized('Proposta', 'Offered'),
  agreed: localized('Concordata', 'Agreed'),
  'in-progress': localized('In corso', 'In progress'),
  delivered: localized('Consegnata', 'Delivered'),
  closed: localized('Chiusa', 'Closed'),
  withdrawn: localized('Ritirata', 'Withdrawn'),
  declined: localized('Non accolta', 'Declined'),
  expired: localized('Scaduta', 'Expired'),
  referred: localized('Affidata a un’azienda', 'Referred'),
  disputed: localized('In contestazione', 'Disputed'),
}

const sentences: Record<CommissionStatus, Localized> = {
  unconfirmed: localized(
    'La richiesta aspetta la conferma, con il link della mail che abbiamo mandato.',
    'The request is waiting for your confirmation, by the link of the mail we sent.',
  ),
  received: localized('La richiesta è arrivata alla rete.', 'The request has reached the network.'),
  triage: localized('Una persona della rete se ne sta occupando.', 'Somebody at the network is looking after it.'),
  offered: localized('La rete l’ha proposta a chi può farla.', 'The network has offered it to people who can do it.'),
  agreed: localized('C’è un accordo con chi farà il lavoro.', 'There is an agreement with whoever will do the work.'),
  'in-progress': localized('Il lavoro è in corso.', 'The work is under way.'),
  delivered: localized('Il lavoro è stato consegnato.', 'The work has been delivered.'),
  closed: localized('La richiesta è chiusa. Grazie.', 'The request is closed. Thank you.'),
  withdrawn: localized(
    'La richiesta è stata ritirata. Se ne può mandare un’altra quando serve.',
    'The request was taken back. Another can be sent whenever needed.',
  ),
  declined: localized(
    'La rete non ha potuto accoglierla: la mail che abbiamo mandato dice perché.',
    'The network could not take it on: the mail we sent says why.',
  ),
  expired: localized(
    'Non è stata confermata in tempo. Si può chiedere una mail nuova, o mandarne un’altra.',
    'It was not confirmed in time. Ask for a new mail, or send another request.',
  ),
  referred: localized(
    'La rete l’ha affidata a un’azienda specializzata.',
    'The network has passed it to a specialised company.',
  ),
  disputed: localized(
    'C’è una contestazione tra le parti. La rete ascolta, ma non decide sul denaro.',
    'The parties disagree. The network listens, but does not decide on money.',
  ),
}

export const statusSentence = (status: CommissionStatus, lang: string): string => pick(lang, sentences[status])

/** Where the work takes place, as its client reads it. */
export function whereWords({ mode, place, placeNote }: Commission, lang: string): string {
  const found = place?.municipality ? municipality(place.municipality) : null
  const town = found && `${found.name} (${found.province})`
  const how: Record<Commission['mode'], Localized | null> = {
    onsite: town ? null : localized('In un luogo da definire', 'In a place to be agreed'),
    remote: localized('A distanza', 'Remotely'),
    either: localized('Sul posto o a distanza', 'On site or remotely'),
  }
  const words = how[mode]
  return [town, placeNote, words && pick(lang, words)].filter(Boolean).join(' · ')
}

const soonWords = {
  soon: localized('Presto', 'Soon'),
  'no-hurry': localized('Senza fretta', 'No hurry'),
}

/** By when it is needed. */
export const whenWords = ({ when, urgent }: Commission, lang: string): string => {
  const soon = when.soon === 'by' ? byWords(when.by, lang) : pick(lang, soonWords[when.soon])
  return urgent ? `${pick(lang, cannotWait)} · ${soon}` : soon
}

const cannotWait = localized('Entro poche ore', 'Within hours')

/** What helps at once whoever cannot wait for a network of volunteers. */
export const atOnce = localized(
  'Prima chiudi acqua, gas o corrente e chiama subito un pronto intervento, o qualcuno vicino che possa venire; se c’è pericolo, chiama il 112. La rete non è un servizio d’emergenza.',
  'First shut off water, gas or electricity and call an emergency repair service at once, or somebody near by who can come; in danger, call 112. The network is no emergency service.',
)

const byWords = (by: string | null | undefined, lang: string): string => {
  const date = by ? formatDateWithArticle('il', by, lang) : ''
  return pick(lang, localized(`Entro ${date}`, `By ${date}`))
}

/** What stands in a save's way, for whoever saves. */
export const saveSentences = {
  start: localized(
    'Una richiesta scritta dalla redazione parte «ricevuta».',
    'A request entered by the desk starts as “received”.',
  ),
  email: localized(
    'Si è scelta l’e-mail, ma manca: scrivila, o scegli il telefono.',
    'E-mail was chosen, but it is missing: write it, or choose the phone.',
  ),
  phone: localized(
    'Si è scelto il telefono, ma manca: scrivilo, o scegli l’e-mail.',
    'The phone was chosen, but it is missing: write it, or choose e-mail.',
  ),
}
