// What the states of a request are called, and what they mean to its client.

import { municipality } from '../../plugin/geo/index.js'
import { inLang, say, type Words } from '../../plugin/i18n/localized.js'
import { theDay } from '../../plugin/values/dates.js'
import type { CommissionStatus } from './lifecycle.js'
import type { Commission } from './types.js'

export const statusWords: Record<CommissionStatus, Words> = {
  unconfirmed: say('Da confermare', 'Unconfirmed'),
  received: say('Ricevuta', 'Received'),
  triage: say('Presa in carico', 'Being looked at'),
  offered: say('Proposta', 'Offered'),
  agreed: say('Concordata', 'Agreed'),
  'in-progress': say('In corso', 'In progress'),
  delivered: say('Consegnata', 'Delivered'),
  closed: say('Chiusa', 'Closed'),
  withdrawn: say('Ritirata', 'Withdrawn'),
  declined: say('Non accolta', 'Declined'),
  expired: say('Scaduta', 'Expired'),
  referred: say('Affidata a un’azienda', 'Referred'),
  disputed: say('In contestazione', 'Disputed'),
}

const sentences: Record<CommissionStatus, Words> = {
  unconfirmed: say(
    'La richiesta aspetta la conferma, con il link della mail che abbiamo mandato.',
    'The request is waiting for your confirmation, by the link of the mail we sent.',
  ),
  received: say('La richiesta è arrivata alla rete.', 'The request has reached the network.'),
  triage: say('Una persona della rete se ne sta occupando.', 'Somebody at the network is looking after it.'),
  offered: say('La rete l’ha proposta a chi può farla.', 'The network has offered it to people who can do it.'),
  agreed: say('C’è un accordo con chi farà il lavoro.', 'There is an agreement with whoever will do the work.'),
  'in-progress': say('Il lavoro è in corso.', 'The work is under way.'),
  delivered: say('Il lavoro è stato consegnato.', 'The work has been delivered.'),
  closed: say('La richiesta è chiusa. Grazie.', 'The request is closed. Thank you.'),
  withdrawn: say(
    'La richiesta è stata ritirata. Se ne può mandare un’altra quando serve.',
    'The request was taken back. Another can be sent whenever needed.',
  ),
  declined: say(
    'La rete non ha potuto accoglierla: la mail che abbiamo mandato dice perché.',
    'The network could not take it on: the mail we sent says why.',
  ),
  expired: say(
    'Non è stata confermata in tempo. Si può chiedere una mail nuova, o mandarne un’altra.',
    'It was not confirmed in time. Ask for a new mail, or send another request.',
  ),
  referred: say(
    'La rete l’ha affidata a un’azienda specializzata.',
    'The network has passed it to a specialised company.',
  ),
  disputed: say(
    'C’è una contestazione tra le parti. La rete ascolta, ma non decide sul denaro.',
    'The parties disagree. The network listens, but does not decide on money.',
  ),
}

export const statusSentence = (status: CommissionStatus, lang: string): string => inLang(lang, sentences[status])

/** Where the work takes place, as its client reads it. */
export function whereWords({ mode, place, placeNote }: Commission, lang: string): string {
  const found = place?.municipality ? municipality(place.municipality) : null
  const town = found && `${found.name} (${found.province})`
  const how: Record<Commission['mode'], Words | null> = {
    onsite: town ? null : say('In un luogo da definire', 'In a place to be agreed'),
    remote: say('A distanza', 'Remotely'),
    either: say('Sul posto o a distanza', 'On site or remotely'),
  }
  const words = how[mode]
  return [town, placeNote, words && inLang(lang, words)].filter(Boolean).join(' · ')
}

const soonWords = {
  soon: say('Presto', 'Soon'),
  'no-hurry': say('Senza fretta', 'No hurry'),
}

/** By when it is needed. */
export const whenWords = ({ when }: Commission, lang: string): string =>
  when.soon === 'by' ? byWords(when.by, lang) : inLang(lang, soonWords[when.soon])

const byWords = (by: string | null | undefined, lang: string): string => {
  const date = by ? theDay('il', by, lang) : ''
  return inLang(lang, say(`Entro ${date}`, `By ${date}`))
}
