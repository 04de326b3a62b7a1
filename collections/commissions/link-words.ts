// What the pages say on which a client confirms a request, follows it and takes it back.
import type { LinkButton, LinkView } from '../../plugin/definitions/link.js'
import { type Localized, pick } from '../../plugin/i18n/localized.js'
import { formatDate, formatDateWithArticle } from '../../plugin/values/dates.js'
import type { Commission } from './types.js'
import { atOnce, statusWords, whenWords, whereWords } from './words.js'

export type LinkFacts = NonNullable<LinkView['facts']>

/** To a client whose job cannot wait: what helps meanwhile. */
export const meanwhile = (lang: string, { urgent }: Commission): string[] => (urgent ? [pick(lang, atOnce)] : [])

export const toConfirm = (lang: string, commission: Commission, answerDays: number, facts: LinkFacts): LinkView =>
  pick(lang, {
    it: {
      title: `Conferma la richiesta ${commission.reference}`,
      paragraphs: [
        'Con il pulsante qui sotto la richiesta arriva alla rete, così com’è scritta qui.',
        `La rete risponde entro ${answerDays} giorni lavorativi. Non costa nulla.`,
        ...meanwhile(lang, commission),
      ],
      facts,
      buttons: [{ name: 'confirm', label: 'Conferma la richiesta' }],
    },
    en: {
      title: `Confirm request ${commission.reference}`,
      paragraphs: [
        'The button below sends the request to the network, as it is written here.',
        `The network answers within ${answerDays} working days. It costs nothing.`,
        ...meanwhile(lang, commission),
      ],
      facts,
      buttons: [{ name: 'confirm', label: 'Confirm the request' }],
    },
  })

export function confirmedView(lang: string, commission: Commission): LinkView {
  const by = commission.answerBy ? formatDateWithArticle('il', commission.answerBy, lang) : ''
  return pick(lang, {
    it: {
      title: 'Richiesta confermata',
      paragraphs: [
        `Grazie. La richiesta ${commission.reference} è arrivata alla rete: la risposta arriva entro ${by}.`,
        'Abbiamo mandato una mail con l’indirizzo da cui seguirla, o ritirarla.',
        ...meanwhile(lang, commission),
      ],
      buttons: [],
    },
    en: {
      title: 'Request confirmed',
      paragraphs: [
        `Thank you. Request ${commission.reference} has reached the network: the answer comes by ${by}.`,
        'We have sent a mail with the address to follow it, or to take it back.',
        ...meanwhile(lang, commission),
      ],
      buttons: [],
    },
  })
}

const titles: Localized = { it: 'Richiesta', en: 'Request' }

export const requestTitle = (lang: string, { reference }: Commission): string => `${pick(lang, titles)} ${reference}`

const statusLabels = {
  it: { status: 'A che punto è', since: 'Da quando', by: 'Risposta entro' },
  en: { status: 'Where it stands', since: 'Since', by: 'Answer by' },
}

export function statusFacts(lang: string, { status, since, answerBy }: Commission): LinkFacts {
  const label = pick(lang, statusLabels)
  const isAwaited = ['received', 'triage'].includes(status)
  return [
    { label: label.status, value: pick(lang, statusWords[status]) },
    { label: label.since, value: formatDate(since, lang) },
    ...(isAwaited && answerBy ? [{ label: label.by, value: formatDate(answerBy, lang) }] : []),
  ]
}

const requestLabels = {
  it: { text: 'La richiesta', trade: 'Mestiere', where: 'Dove', when: 'Per quando' },
  en: { text: 'The request', trade: 'Trade', where: 'Where', when: 'By when' },
}

export function requestFacts(lang: string, commission: Commission, trades: string[]): LinkFacts {
  const label = pick(lang, requestLabels)
  return [
    { label: label.text, value: commission.description },
    ...(trades.length > 0 ? [{ label: label.trade, value: trades.join(', ') }] : []),
    { label: label.where, value: whereWords(commission, lang) },
    { label: label.when, value: whenWords(commission, lang) },
  ]
}

const withdrawButton: { it: LinkButton; en: LinkButton } = {
  it: {
    name: 'withdraw',
    label: 'Ritira la richiesta',
    fields: [{ name: 'why', label: 'Perché non serve più?', multiline: true }],
    destructive: {
      heading: 'Ritirare la richiesta',
      text: 'La rete smette di occuparsene e non la propone più a nessuno. Non si può riaprire; se ne può sempre mandare un’altra.',
      tick: 'Sì, ritiro la richiesta',
    },
  },
  en: {
    name: 'withdraw',
    label: 'Take the request back',
    fields: [{ name: 'why', label: 'Why is it no longer needed?', multiline: true }],
    destructive: {
      heading: 'Taking the request back',
      text: 'The network stops looking after it and offers it to nobody any more. It cannot be opened again; you can always send another.',
      tick: 'Yes, I take the request back',
    },
  },
}

export const withdrawal = (lang: string): LinkButton => pick(lang, withdrawButton)

export function gone(lang: string): LinkView {
  return pick(lang, {
    it: { title: 'Richiesta non trovata', paragraphs: ['Questa richiesta non c’è più.'], buttons: [] },
    en: { title: 'Request not found', paragraphs: ['This request is no longer there.'], buttons: [] },
  })
}
