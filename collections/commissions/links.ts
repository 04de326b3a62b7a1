// The mail links of a client: one confirms the request, one shows its status and withdraws it.
import type { PayloadRequest } from 'payload'
import type { LinkContext, LinkDefinition, LinkView } from '../../plugin/definitions/link.js'
import { pick } from '../../plugin/i18n/localized.js'
import { enqueue } from '../../plugin/outbox/index.js'
import { mokor } from '../../plugin/runtime.js'
import { formatDate, formatDateWithArticle } from '../../plugin/values/dates.js'
import { requestConfirmation } from './confirmation.js'
import { canWithdraw } from './lifecycle.js'
import { skillNames } from './skill-names.js'
import { owedMails, readCommission, sendConfirmed, transition } from './transition.js'
import type { Commission } from './types.js'
import { statusSentence, statusWords, whenWords, whereWords } from './words.js'

const confirmRequest = requestConfirmation.page({
  read: ({ req, target }) => readCommission(req, target),
  question: toConfirm,
  answer: (context, commission) => follow(context, commission, { completed: commission.status !== 'expired' }),
  thanks: confirmedView,
  gone,
  owes: owedMails,
  async confirm({ req }, commission, at) {
    if (commission.status === 'unconfirmed') return transition(req, commission, 'confirm', { by: 'client', at })
    await sendConfirmed(req, commission)
    return commission
  },
  renew: (req, commission, at) => transition(req, commission, 'resend', { by: 'client', at }),
})

const requestStatus: LinkDefinition = {
  document: 'commissions',
  reusable: true,
  days: 180,
  async view(context) {
    const commission = await readCommission(context.req, context.target)
    return commission && follow(context, commission, withdrawal(context.lang, commission))
  },
  async act(context) {
    const commission = await readCommission(context.req, context.target)
    if (!commission) return gone(context.lang)
    // Pressed twice, or the request has moved on meanwhile: the page says where it stands.
    if (!canWithdraw(commission.status)) return follow(context, commission)
    const why = context.form.why?.trim()
    const withdrawn = await transition(context.req, commission, 'withdraw', {
      by: 'client',
      at: new Date(),
      ...(why ? { why } : {}),
    })
    return follow(context, withdrawn)
  },
  /** The same page at a new address, at most once a day. */
  async renew({ req, target }) {
    const commission = await readCommission(req, target)
    if (!commission?.client.email) return
    await enqueue(req, {
      key: `commission-link:${target}:${new Date().toISOString().slice(0, 10)}`,
      template: 'commission-link',
      target,
      lang: commission.client.lang,
      link: 'request-status',
      words: { replaces: 'yes' },
    })
  },
}

export const commissionLinks: Record<string, LinkDefinition> = {
  'confirm-request': confirmRequest,
  'request-status': requestStatus,
}

async function toConfirm({ lang, req }: LinkContext, commission: Commission): Promise<LinkView> {
  const { answerDays } = mokor(req.payload).options.organisation
  const facts = await whatWasAsked(req, commission, lang)
  return pick(lang, {
    it: {
      title: `Conferma la richiesta ${commission.reference}`,
      paragraphs: [
        'Con il pulsante qui sotto la richiesta arriva alla rete, così com’è scritta qui.',
        `La rete risponde entro ${answerDays} giorni lavorativi. Non costa nulla.`,
      ],
      facts,
      buttons: [{ name: 'confirm', label: 'Conferma la richiesta' }],
    },
    en: {
      title: `Confirm request ${commission.reference}`,
      paragraphs: [
        'The button below sends the request to the network, as it is written here.',
        `The network answers within ${answerDays} working days. It costs nothing.`,
      ],
      facts,
      buttons: [{ name: 'confirm', label: 'Confirm the request' }],
    },
  })
}

function confirmedView({ lang }: LinkContext, commission: Commission): LinkView {
  const by = commission.answerBy ? formatDateWithArticle('il', commission.answerBy, lang) : ''
  return pick(lang, {
    it: {
      title: 'Richiesta confermata',
      paragraphs: [
        `Grazie. La richiesta ${commission.reference} è arrivata alla rete: la risposta arriva entro ${by}.`,
        'Abbiamo mandato una mail con l’indirizzo da cui seguirla, o ritirarla.',
      ],
      buttons: [],
    },
    en: {
      title: 'Request confirmed',
      paragraphs: [
        `Thank you. Request ${commission.reference} has reached the network: the answer comes by ${by}.`,
        'We have sent a mail with the address to follow it, or to take it back.',
      ],
      buttons: [],
    },
  })
}

async function follow(
  { lang, req }: LinkContext,
  commission: Commission,
  more: Partial<LinkView> = {},
): Promise<LinkView> {
  const label = pick(lang, {
    it: { title: 'Richiesta', status: 'A che punto è', since: 'Da quando', by: 'Risposta entro' },
    en: { title: 'Request', status: 'Where it stands', since: 'Since', by: 'Answer by' },
  })
  const awaited = commission.answerBy && ['received', 'triage'].includes(commission.status)
  return {
    title: `${label.title} ${commission.reference}`,
    paragraphs: [statusSentence(commission.status, lang)],
    facts: [
      { label: label.status, value: pick(lang, statusWords[commission.status]) },
      { label: label.since, value: formatDate(commission.since, lang) },
      ...(awaited && commission.answerBy ? [{ label: label.by, value: formatDate(commission.answerBy, lang) }] : []),
      ...(await whatWasAsked(req, commission, lang)),
    ],
    buttons: [],
    ...more,
  }
}

/** The job as its client wrote it: neither name nor contacts, which a mail opened by others need not tell. */
async function whatWasAsked(
  req: PayloadRequest,
  commission: Commission,
  lang: string,
): Promise<NonNullable<LinkView['facts']>> {
  const label = pick(lang, {
    it: { text: 'La richiesta', trade: 'Mestiere', where: 'Dove', when: 'Per quando' },
    en: { text: 'The request', trade: 'Trade', where: 'Where', when: 'By when' },
  })
  const trades = await skillNames(req, commission, lang)
  return [
    { label: label.text, value: commission.description },
    ...(trades.length > 0 ? [{ label: label.trade, value: trades.join(', ') }] : []),
    { label: label.where, value: whereWords(commission, lang) },
    { label: label.when, value: whenWords(commission, lang) },
  ]
}

function withdrawal(lang: string, commission: Commission): Partial<LinkView> {
  if (!canWithdraw(commission.status)) return {}
  return pick(lang, {
    it: {
      buttons: [
        {
          name: 'withdraw',
          label: 'Ritira la richiesta',
          fields: [{ name: 'why', label: 'Perché non serve più?', multiline: true }],
          destructive: {
            heading: 'Ritirare la richiesta',
            text: 'La rete smette di occuparsene e non la propone più a nessuno. Non si può riaprire; se ne può sempre mandare un’altra.',
            tick: 'Sì, ritiro la richiesta',
          },
        },
      ],
    },
    en: {
      buttons: [
        {
          name: 'withdraw',
          label: 'Take the request back',
          fields: [{ name: 'why', label: 'Why is it no longer needed?', multiline: true }],
          destructive: {
            heading: 'Taking the request back',
            text: 'The network stops looking after it and offers it to nobody any more. It cannot be opened again; you can always send another.',
            tick: 'Yes, I take the request back',
          },
        },
      ],
    },
  })
}

function gone(lang: string): LinkView {
  return pick(lang, {
    it: { title: 'Richiesta non trovata', paragraphs: ['Questa richiesta non c’è più.'], buttons: [] },
    en: { title: 'Request not found', paragraphs: ['This request is no longer there.'], buttons: [] },
  })
}
