// What each transition of a request writes and which mails it owes.
import type { PayloadRequest } from 'payload'
import type { HeldMail } from '../../plugin/contract/write-facts.js'
import { takenOn } from '../../plugin/lifecycle/assignment.js'
import { confirmationDeadline } from '../../plugin/lifecycle/expiry.js'
import type { TransitionCause } from '../../plugin/lifecycle/timeline.js'
import { transitions } from '../../plugin/lifecycle/transition.js'
import { enqueue, isQueued, together } from '../../plugin/outbox/index.js'
import { mokor, slugOf } from '../../plugin/runtime.js'
import { finishLeaving } from '../members/index.js'
import { scheduleErasure } from './erasure.js'
import {
  type CommissionStatus,
  type CommissionTransition,
  commissionLifecycle,
  isOver,
  wasConfirmed,
} from './lifecycle.js'
import { responseDeadline } from './response-deadline.js'
import { type Commission, type DocumentId, reminderHour } from './types.js'

const received = (req: PayloadRequest, _: Commission, { at }: TransitionCause): Partial<Commission> => ({
  answerBy: responseDeadline(at, mokor(req.payload).options.organisation.answerDays).toISOString(),
  expiresAt: null,
})

export const transition = transitions<CommissionStatus, CommissionTransition, Commission>(commissionLifecycle, {
  collection: 'commissions',
  changes: {
    take: takenOn,
    confirm: received,
    'confirm-by-phone': received,
    resend: (_req, _commission, { at }) => ({ expiresAt: confirmationDeadline(at).toISOString() }),
  },
  effects: {
    confirm: sendConfirmed,
    'confirm-by-phone': acknowledge,
    resend: (req, commission, cause) => askToConfirm(req, commission, cause),
    close: sendOutcome('closed'),
    withdraw: sendWithdrawn,
    decline: sendOutcome('declined'),
  },
  // Somebody may be waiting to leave until this was over.
  async afterEach(req, { member, status }) {
    if (member && isOver(status)) await finishLeaving(req, member)
  },
})

export async function readCommission(req: PayloadRequest, id: DocumentId): Promise<Commission | null> {
  const commission = await req.payload.findByID({
    collection: slugOf(req.payload, 'commissions'),
    id,
    depth: 0,
    overrideAccess: true,
    disableErrors: true,
    req,
  })
  return commission as unknown as Commission | null
}

/** The mail that asks to confirm, its reminder, and the look when the term has passed. */
export async function askToConfirm(
  req: PayloadRequest,
  commission: Commission,
  { at }: TransitionCause,
  held?: HeldMail,
): Promise<void> {
  const mail = { target: String(commission.id), lang: commission.client.lang }
  const round = commission.timeline?.length ?? 0
  const link = 'confirm-request'
  await enqueue(req, {
    ...mail,
    ...held,
    key: `commission-confirm:${mail.target}:${round}`,
    template: 'commission-confirm',
    link,
  })
  await enqueue(req, {
    ...mail,
    ...together(held),
    key: `commission-reminder:${mail.target}`,
    template: 'commission-reminder',
    link,
    dueAt: reminderHour(at),
  })
  await enqueue(req, {
    ...mail,
    key: `commission-expire:${mail.target}:${round}`,
    template: 'commission-expire',
    dueAt: confirmationDeadline(at),
  })
}

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
}

/** Whether a crash came between its client's confirmation and the mails that it owes, as it can where there are no transactions. */
export async function isConfirmationUnsent(req: PayloadRequest, commission: Commission): Promise<boolean> {
  const { status, client, timeline } = commission
  if (status !== 'received' || timeline?.at(-1)?.by !== 'client') return false
  const keys = [editorsKey(commission), ...(client.email ? [receivedKey(commission)] : [])]
  return !(await Promise.all(keys.map((key) => isQueued(req, key)))).every(Boolean)
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
  if (!wasConfirmed(commission)) await scheduleErasure(req, commission, cause.at)
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
