// The mail links of a client: one confirms the request, one shows its status and withdraws it.
import type { PayloadRequest } from 'payload'
import type { LinkContext, LinkDefinition, LinkView } from '../../plugin/definitions/link.js'
import { enqueue } from '../../plugin/outbox/index.js'
import { mokor } from '../../plugin/runtime.js'
import { paperOfRequest } from './agreement/page-part.js'
import { requestConfirmation } from './confirmation.js'
import { clientParts } from './job/client-page.js'
import { standingOf } from './job/client-standing.js'
import { jobLink } from './job/executor-page.js'
import { handOverLink } from './job/hand-over.js'
import { actOf, sectionsOf } from './job/part.js'
import { pictureOfRequest } from './job/photos.js'
import { privateJobLink } from './job/private.js'
import { whatComesNext } from './job/standing.js'
import { canWithdraw } from './lifecycle.js'
import {
  confirmedView,
  gone,
  type LinkFacts,
  requestFacts,
  requestTitle,
  statusFacts,
  toConfirm,
  withdrawal,
} from './link-words.js'
import { readCommission } from './reading.js'
import { skillNames } from './skill-names.js'
import { owedMails, sendConfirmed, transition } from './transition.js'
import type { Commission } from './types.js'
import { statusSentence } from './words.js'

const confirmRequest = requestConfirmation.page({
  read: ({ req, target }) => readCommission(req, target),
  async question({ lang, req }, commission) {
    const { answerDays } = mokor(req.payload).options.organisation
    return toConfirm(lang, commission, answerDays, await whatWasAsked(req, commission, lang))
  },
  answer: (context, commission) => follow(context, commission, { completed: commission.status !== 'expired' }),
  thanks: ({ lang }, commission) => confirmedView(lang, commission),
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
  photos: true,
  picture: pictureOfRequest,
  paper: paperOfRequest('client'),
  async view(context) {
    const commission = await readCommission(context.req, context.target)
    return commission && clientView(context, commission)
  },
  async act(context) {
    const { req, target, lang, button, form } = context
    const commission = await readCommission(req, target)
    if (!commission) return gone(lang)
    const act = actOf(clientParts, button)
    if (act) {
      const outcome = await act(context, commission)
      const now = await readCommission(req, target)
      return now ? { ...(await clientView(context, now)), ...outcome } : gone(lang)
    }
    // Pressed twice, or the request has moved on meanwhile: the page says where it stands.
    if (!canWithdraw(commission.status)) return clientView(context, commission)
    const why = form.why?.trim()
    const withdrawn = await transition(req, commission, 'withdraw', {
      by: 'client',
      at: new Date(),
      ...(why ? { why } : {}),
    })
    return clientView(context, withdrawn)
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

const clientView = async (context: LinkContext, commission: Commission): Promise<LinkView> =>
  follow(context, commission, {
    buttons: canWithdraw(commission.status) ? [withdrawal(context.lang)] : [],
    sections: await sectionsOf(clientParts, context, commission),
  })

export const commissionLinks: Record<string, LinkDefinition> = {
  'confirm-request': confirmRequest,
  'request-status': requestStatus,
  job: jobLink,
  'hand-over': handOverLink,
  'private-job': privateJobLink,
}

async function follow(
  { lang, req }: LinkContext,
  commission: Commission,
  more: Partial<LinkView> = {},
): Promise<LinkView> {
  return {
    title: requestTitle(lang, commission),
    paragraphs: [
      statusSentence(commission.status, lang),
      ...whatComesNext(commission, await standingOf(req, commission), lang),
    ],
    facts: [...statusFacts(lang, commission), ...(await whatWasAsked(req, commission, lang))],
    buttons: [],
    ...more,
  }
}

/** The job as its client wrote it: neither name nor contacts, which a mail opened by others need not tell. */
const whatWasAsked = async (req: PayloadRequest, commission: Commission, lang: string): Promise<LinkFacts> =>
  requestFacts(lang, commission, await skillNames(req, commission, lang))
