// Moves a request one step: state, timeline and the mails that the step owes, all in the caller's transaction.
import type { PayloadRequest } from 'payload'
import type { HeldMail } from '../../plugin/api/route.js'
import { Refusal } from '../../plugin/collection/errors.js'
import { unweighed } from '../../plugin/collection/skip-validation.js'
import { inLanguage, say } from '../../plugin/i18n/localized.js'
import { confirmEnd } from '../../plugin/lifecycle/expiry.js'
import { type Occasion, occasioned } from '../../plugin/lifecycle/timeline.js'
import { enqueue, isQueued, together } from '../../plugin/outbox/index.js'
import { mokor, slugOf } from '../../plugin/runtime.js'
import { settleLeaving } from '../members/index.js'
import { forgetLater } from './erasure.js'
import { isOver, type StepName, steps, wasConfirmed } from './lifecycle.js'
import { answerTerm } from './response-deadline.js'
import { type Commission, type DocumentId, reminderHour } from './types.js'
import { statusWords } from './words.js'

/** Raised when a request is not where the step starts from. */
export class NotNow extends Refusal {
  constructor(req: PayloadRequest, status: Commission['status']) {
    const { it, en } = statusWords[status]
    const words = say(
      `Ora non si può: la richiesta è «${it}». Ricarica la pagina per vedere i passi possibili.`,
      `Not possible now: the request is “${en}”. Reload the page to see the possible steps.`,
    )
    super(inLanguage(req, words), 409, { status })
  }
}

/** What else changes with a step. */
const changes: Partial<Record<StepName, (req: PayloadRequest, at: Date) => Partial<Commission>>> = {
  confirm: received,
  'confirm-by-phone': received,
  resend: (_, at) => ({ expiresAt: confirmEnd(at).toISOString() }),
}

function received(req: PayloadRequest, at: Date): Partial<Commission> {
  const { answerDays } = mokor(req.payload).options.organisation
  return { answerBy: answerTerm(at, answerDays).toISOString(), expiresAt: null }
}

/** The mails a step owes. */
const mails: Partial<
  Record<StepName, (req: PayloadRequest, commission: Commission, occasion: Occasion) => Promise<void>>
> = {
  confirm: tellOfConfirmation,
  'confirm-by-phone': acknowledge,
  resend: (req, commission, occasion) => askToConfirm(req, commission, occasion),
  close: closing('closed'),
  withdraw: takenBack,
  decline: closing('declined'),
}

/**
 * @param commission as it stands now, read in this transaction
 * @throws NotNow when the step does not start from its state
 */
export async function advance(
  req: PayloadRequest,
  commission: Commission,
  name: StepName,
  occasion: Occasion,
): Promise<Commission> {
  const step = steps[name]
  if (!step.from.includes(commission.status)) throw new NotNow(req, commission.status)
  const save = () =>
    req.payload.update({
      collection: slugOf(req.payload, 'commissions'),
      id: commission.id,
      depth: 0,
      overrideAccess: true,
      req,
      context: occasioned(occasion),
      data: { status: step.to, ...changes[name]?.(req, occasion.at) },
    })
  // A request is shown to nobody, and its client has no form to mend it in.
  const saved = (await unweighed(req, save)) as unknown as Commission
  await mails[name]?.(req, saved, occasion)
  // Somebody may be waiting to leave until this was over.
  if (saved.member && isOver(saved.status)) await settleLeaving(req, saved.member)
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
  { at }: Occasion,
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
    dueAt: confirmEnd(at),
  })
}

const receivedKey = ({ id }: Commission): string => `commission-received:${id}`
const deskKey = ({ id }: Commission): string => `commission-desk:${id}`

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
export async function tellOfConfirmation(req: PayloadRequest, commission: Commission): Promise<void> {
  await acknowledge(req, commission)
  await tellDesk(req, commission)
}

/** Whether a crash came between its client's confirmation and the mails that it owes, as it can where there are no transactions. */
export async function owesConfirmation(req: PayloadRequest, commission: Commission): Promise<boolean> {
  const { status, client, timeline } = commission
  if (status !== 'received' || timeline?.at(-1)?.by !== 'client') return false
  const keys = [deskKey(commission), ...(client.email ? [receivedKey(commission)] : [])]
  return !(await Promise.all(keys.map((key) => isQueued(req, key)))).every(Boolean)
}

async function tellDesk(req: PayloadRequest, commission: Commission): Promise<void> {
  await enqueue(req, {
    key: deskKey(commission),
    template: 'commission-desk',
    target: String(commission.id),
    lang: mokor(req.payload).options.languages[0] ?? 'it',
  })
}

async function takenBack(req: PayloadRequest, commission: Commission, occasion: Occasion): Promise<void> {
  await closing('withdrawn')(req, commission, occasion)
  if (!wasConfirmed(commission)) await forgetLater(req, commission, occasion.at)
}

function closing(outcome: 'closed' | 'withdrawn' | 'declined') {
  return async (req: PayloadRequest, commission: Commission, { why }: Occasion): Promise<void> => {
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
