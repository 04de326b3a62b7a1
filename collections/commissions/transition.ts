// What each transition of a request writes and which mails it owes.
import type { PayloadRequest } from 'payload'
import { takenOn } from '../../plugin/lifecycle/assignment.js'
import { confirmationDeadline } from '../../plugin/lifecycle/expiry.js'
import { lastStep, type TransitionCause } from '../../plugin/lifecycle/timeline.js'
import { transitions } from '../../plugin/lifecycle/transition.js'
import { enqueue } from '../../plugin/outbox/index.js'
import { recount } from '../../plugin/roster/index.js'
import { mokor } from '../../plugin/runtime.js'
import { finishLeaving } from '../members/index.js'
import { requestConfirmation } from './confirmation.js'
import { settleFamilyAfter } from './family/settle.js'
import { askNamed, tellBringer } from './job/bringer.js'
import { jobChanges, jobEffects, tellOfWithdrawal } from './job/changes.js'
import {
  type CommissionStatus,
  type CommissionTransition,
  commissionLifecycle,
  isOver,
  wasConfirmed,
} from './lifecycle.js'
import { settleAfter } from './offers/settle.js'
import { answerTerm } from './terms.js'
import type { Commission, DocumentId } from './types.js'

const received = (req: PayloadRequest, commission: Commission, { at }: TransitionCause): Partial<Commission> => ({
  answerBy: answerTerm(req, commission, at).toISOString(),
  expiresAt: null,
})

export const transition = transitions<CommissionStatus, CommissionTransition, Commission>(commissionLifecycle, {
  collection: 'commissions',
  changes: {
    ...jobChanges,
    take: takenOn,
    offer: takenOn,
    agree: (_req, { executor, team, partners, agreement }) => ({ executor, team, partners, agreement }),
    reconsider: (req, commission, { at }) => ({ answerBy: answerTerm(req, commission, at).toISOString() }),
    refer: takenOn,
    confirm: received,
    'confirm-by-phone': received,
    resend: (_req, _commission, { at }) => ({ expiresAt: confirmationDeadline(at).toISOString() }),
  },
  effects: {
    ...jobEffects,
    confirm: sendConfirmed,
    async 'confirm-by-phone'(req, commission) {
      await acknowledge(req, commission)
      await tellBringer(req, commission)
      await askNamed(req, commission)
    },
    resend: requestConfirmation.ask,
    close: sendOutcome('closed'),
    withdraw: sendWithdrawn,
    decline: sendOutcome('declined'),
  },
  // Somebody may be waiting to leave until this was over.
  async afterEach(req, commission) {
    await settleAfter(req, commission)
    await settleFamilyAfter(req, commission)
    const { member, executor, partners, status } = commission
    // How many jobs they have in hand decides what else is proposed to them.
    for (const id of distinct(executor, ...(partners ?? []))) await recount(req, id)
    if (!isOver(status)) return
    for (const id of distinct(member, executor, ...(partners ?? []))) await finishLeaving(req, id)
  },
})

const distinct = (...ids: (DocumentId | null | undefined)[]): DocumentId[] => [
  ...new Map(ids.flatMap((id) => (id ? [[String(id), id] as const] : []))).values(),
]

const receivedKey = ({ id }: Commission): string => `commission-received:${id}`
const editorsKey = ({ id }: Commission): string => `commission-desk:${id}`

/** Tells the client it arrived, with the link to follow it. */
export async function acknowledge(req: PayloadRequest, commission: Commission): Promise<void> {
  if (!commission.client.email) return
  await enqueue(req, {
    key: receivedKey(commission),
    template: 'commission-received',
    target: String(commission.id),
    lang: commission.client.lang,
    link: 'request-status',
  })
}

/** What client and desk hear when a request is confirmed; told once, however often it is called. */
export async function sendConfirmed(req: PayloadRequest, commission: Commission): Promise<void> {
  await acknowledge(req, commission)
  await notifyEditors(req, commission)
  await tellBringer(req, commission)
  await askNamed(req, commission)
}

/** Keys of what is owed to client and desk once the client has confirmed. */
export const owedMails = (commission: Commission): string[] => {
  const { status, client, timeline } = commission
  if (status !== 'received' || lastStep(timeline)?.by !== 'client') return []
  return [editorsKey(commission), ...(client.email ? [receivedKey(commission)] : [])]
}

async function notifyEditors(req: PayloadRequest, commission: Commission): Promise<void> {
  await enqueue(req, {
    key: editorsKey(commission),
    template: 'commission-desk',
    target: String(commission.id),
    lang: mokor(req.payload).options.languages[0] ?? 'it',
  })
}

async function sendWithdrawn(req: PayloadRequest, commission: Commission, cause: TransitionCause): Promise<void> {
  await sendOutcome('withdrawn')(req, commission, cause)
  await tellOfWithdrawal(req, commission, cause)
  if (!wasConfirmed(commission)) await requestConfirmation.scheduleErasure(req, commission)
}

function sendOutcome(outcome: 'closed' | 'withdrawn' | 'declined') {
  return async (req: PayloadRequest, commission: Commission, { why }: TransitionCause): Promise<void> => {
    // An unconfirmed address is not known to be the client's: it gets no further mail.
    if (!commission.client.email || !wasConfirmed(commission)) return
    await enqueue(req, {
      key: `commission-${outcome}:${commission.id}`,
      template: `commission-${outcome}`,
      target: String(commission.id),
      lang: commission.client.lang,
      ...(why ? { words: { reason: why } } : {}),
    })
  }
}
