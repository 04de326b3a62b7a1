// Performs one transition of a request: status, timeline and mails, in the caller’s transaction.
import type { PayloadRequest } from 'payload'
import type { HeldMail } from '../../plugin/api/route.js'
import { Refusal } from '../../plugin/collection/errors.js'
import { withoutValidation } from '../../plugin/collection/skip-validation.js'
import { localized, pickFor } from '../../plugin/i18n/localized.js'
import { confirmationDeadline } from '../../plugin/lifecycle/expiry.js'
import { type TransitionCause, transitionContext } from '../../plugin/lifecycle/timeline.js'
import { enqueue, isQueued, together } from '../../plugin/outbox/index.js'
import { mokor, slugOf } from '../../plugin/runtime.js'
import { finishLeaving } from '../members/index.js'
import { scheduleErasure } from './erasure.js'
import { isOver, type StepName, steps, wasConfirmed } from './lifecycle.js'
import { responseDeadline } from './response-deadline.js'
import { type Commission, type DocumentId, reminderHour } from './types.js'
import { statusWords } from './words.js'

/** Raised when a request is not where the step starts from. */
export class TransitionNotAllowed extends Refusal {
  constructor(req: PayloadRequest, status: Commission['status']) {
    const { it, en } = statusWords[status]
    const words = localized(
      `Ora non si può: la richiesta è «${it}». Ricarica la pagina per vedere i passi possibili.`,
      `Not possible now: the request is “${en}”. Reload the page to see the possible steps.`,
    )
    super(pickFor(req, words), 409, { status })
  }
}

/** What else changes with a step. */
const changes: Partial<Record<StepName, (req: PayloadRequest, at: Date) => Partial<Commission>>> = {
  confirm: received,
  'confirm-by-phone': received,
  resend: (_, at) => ({ expiresAt: confirmationDeadline(at).toISOString() }),
}

function received(req: PayloadRequest, at: Date): Partial<Commission> {
  const { answerDays } = mokor(req.payload).options.organisation
  return { answerBy: responseDeadline(at, answerDays).toISOString(), expiresAt: null }
}

/** The mails a step owes. */
const mails: Partial<
  Record<StepName, (req: PayloadRequest, commission: Commission, cause: TransitionCause) => Promise<void>>
> = {
  confirm: sendConfirmed,
  'confirm-by-phone': acknowledge,
  resend: (req, commission, cause) => askToConfirm(req, commission, cause),
  close: sendOutcome('closed'),
  withdraw: sendWithdrawn,
  decline: sendOutcome('declined'),
}

/**
 * @param commission as it stands now, read in this transaction
 * @throws NotNow when the step does not start from its state
 */
export async function transition(
  req: PayloadRequest,
  commission: Commission,
  name: StepName,
  cause: TransitionCause,
): Promise<Commission> {
  const step = steps[name]
  if (!step.from.includes(commission.status)) throw new TransitionNotAllowed(req, commission.status)
  const save = () =>
    req.payload.update({
      collection: slugOf(req.payload, 'commissions'),
      id: commission.id,
      depth: 0,
      overrideAccess: true,
      req,
      context: transitionContext(cause),
      data: { status: step.to, ...changes[name]?.(req, cause.at) },
    })
  // A request is shown to nobody, and its client has no form to mend it in.
  const saved = (await withoutValidation(req, save)) as unknown as Commission
  await mails[name]?.(req, saved, cause)
  // Somebody may be waiting to leave until this was over.
  if (saved.member && isOver(saved.status)) await finishLeaving(req, saved.member)
  return saved
}

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
