// What the transitions of a job's life write and cause: delivery and its silence, feedback, disputes, a job taken back.
import type { PayloadRequest } from 'payload'
import { revokeSentLinks } from '../../../plugin/confirmation/link-actions.js'
import { roundOf, type TransitionCause } from '../../../plugin/lifecycle/timeline.js'
import type { Behaviour } from '../../../plugin/lifecycle/transition.js'
import { enqueue } from '../../../plugin/outbox/index.js'
import { mokor } from '../../../plugin/runtime.js'
import { endOfDayInItaly } from '../../../plugin/values/dates.js'
import type { CommissionTransition } from '../lifecycle.js'
import { answerTerm } from '../terms.js'
import type { Commission } from '../types.js'
import { releaseChosen } from './chosen.js'
import { executorOf, mailboxOf } from './people.js'
import { nobodyNamed } from './types.js'

const dayMs = 86_400_000
/** Days after delivery in which silence closes a job, and before that end the client hears of it. */
export const silenceDays = 14
const noticeDays = 4

const noFeedback = { result: null, words: null, at: null, by: null }

type Table = Behaviour<Commission, CommissionTransition>

export const jobChanges: Table['changes'] = {
  deliver: (_req, _commission, { at }) => ({
    deliveredAt: at.toISOString(),
    closesAt: endOfDayInItaly(new Date(at.getTime() + silenceDays * dayMs)).toISOString(),
  }),
  'carry-on': () => ({ deliveredAt: null, closesAt: null, feedback: noFeedback }),
  // Who presses gives what the client said with the document.
  complete: (_req, { feedback }) => ({ feedback: feedback ?? noFeedback, closesAt: null }),
  dispute: (_req, { feedback }) => ({ feedback: feedback ?? noFeedback, closesAt: null }),
  // Who gets it answers for it from now on.
  'hand-over': (_req, { handOver, agreement, partners }, { at }) => ({
    executor: handOver?.to ?? null,
    // Whoever did it beside the former one does it in their stead.
    partners: (partners ?? []).filter((id) => String(id) !== String(handOver?.to)),
    agreement: { ...agreement, at: at.toISOString(), taxMode: handOver?.taxMode ?? 'talk' },
    handOver: nobodyNamed,
  }),
  'give-back': (req, commission, { at }) => ({
    executor: null,
    team: null,
    partners: [],
    agreement: { at: null, taxMode: null, from: null, to: null, version: null },
    handOver: nobodyNamed,
    answerBy: answerTerm(req, commission, at).toISOString(),
  }),
}

async function tellClient(
  req: PayloadRequest,
  commission: Commission,
  template: string,
  reason: string | undefined = '',
): Promise<void> {
  if (!commission.client.email) return
  await enqueue(req, {
    key: `${template}:${commission.id}:${roundOf(commission)}`,
    template,
    target: String(commission.id),
    lang: commission.client.lang,
    link: 'request-status',
    ...(reason ? { words: { reason } } : {}),
  })
}

async function tellExecutor(
  req: PayloadRequest,
  commission: Commission,
  template: string,
  { why }: Partial<TransitionCause> = {},
): Promise<void> {
  const executor = await executorOf(req, commission)
  if (!executor || !mailboxOf(executor)) return
  await enqueue(req, {
    key: `${template}:${commission.id}:${roundOf(commission)}`,
    template,
    target: String(commission.id),
    lang: executor.lang,
    link: 'job',
    ...(why ? { words: { reason: why } } : {}),
  })
}

/** What waits for the desk, without names or contacts. */
export async function tellDesk(
  req: PayloadRequest,
  commission: Commission,
  what: 'dispute' | 'hand-over' | 'team' | 'given-back' | 'call' | 'team-changed',
): Promise<void> {
  await enqueue(req, {
    key: `job-desk:${commission.id}:${what}:${roundOf(commission)}`,
    template: 'job-desk',
    target: String(commission.id),
    lang: mokor(req.payload).options.languages[0] ?? 'it',
    words: { what },
  })
}

const isByClient = ({ by }: TransitionCause): boolean => by === 'client'

export const jobEffects: Table['effects'] = {
  async 'give-back'(req, commission, { by, why }) {
    // The page of who had it opens nothing more.
    await revokeSentLinks(req, ['job', 'hand-over'], String(commission.id))
    await releaseChosen(req, commission)
    // What whoever gives it back says is for the desk; an editor's words are for the client.
    await tellClient(req, commission, 'job-given-back', by === 'member' ? '' : why)
    if (by === 'member') await tellDesk(req, commission, 'given-back')
  },
  async deliver(req, commission, cause) {
    const { id, closesAt } = commission
    if (!closesAt) return
    const target = String(id)
    const closing = new Date(closesAt)
    await enqueue(req, {
      key: `job-close:${id}:${closesAt}`,
      template: 'job-close',
      target,
      lang: commission.client.lang,
      words: { round: closesAt },
      dueAt: closing,
    })
    // A client who says so themselves is asked nothing.
    if (isByClient(cause)) return
    await tellClient(req, commission, 'job-delivered')
    if (commission.client.email)
      await enqueue(req, {
        key: `job-closing:${id}:${closesAt}`,
        template: 'job-closing',
        target,
        lang: commission.client.lang,
        link: 'request-status',
        dueAt: new Date(closing.getTime() - noticeDays * dayMs),
      })
  },
  'carry-on': (req, commission, cause) => tellExecutor(req, commission, 'job-reopened', cause),
  async complete(req, commission, cause) {
    await tellExecutor(req, commission, 'job-done')
    if (!isByClient(cause)) await tellClient(req, commission, 'job-closed')
  },
  async dispute(req, commission) {
    await tellClient(req, commission, 'job-disputed')
    await tellExecutor(req, commission, 'executor-disputed')
    await tellDesk(req, commission, 'dispute')
  },
}

/** Whoever was to do it, or is at it, hears that the client took the request back. */
export const tellOfWithdrawal = (req: PayloadRequest, commission: Commission, cause: TransitionCause): Promise<void> =>
  tellExecutor(req, commission, 'job-withdrawn', cause)
