// The twenty items of an evening at the desk, of every kind, and what is to be done with each.
import type { Payload } from 'payload'
import { carpenter } from '../support/people.js'

export interface Task {
  kind: string
  /** Key of the queue. */
  collection: 'members' | 'messages' | 'commissions' | 'donations' | 'outbox'
  step: string
  /** Typed by the editor, where the step asks for words that nobody has prepared. */
  words?: string
  /** Words that stand there already are sent as they are. */
  prefilled?: true
}

const why = 'Per ora cerchiamo altri mestieri.'

export const tasks: readonly Task[] = [
  ...Array.from({ length: 5 }, (): Task => ({ kind: 'member: approve', collection: 'members', step: 'approve' })),
  { kind: 'member: ask for changes', collection: 'members', step: 'request-changes', prefilled: true },
  { kind: 'member: refuse', collection: 'members', step: 'refuse', words: why },
  { kind: 'member: refuse', collection: 'members', step: 'refuse', words: why },
  ...Array.from({ length: 3 }, (): Task => ({ kind: 'request: take', collection: 'commissions', step: 'take' })),
  { kind: 'request: answer', collection: 'commissions', step: 'answer', words: 'Possiamo sentirci giovedì mattina?' },
  { kind: 'request: decline', collection: 'commissions', step: 'decline', words: 'In zona non abbiamo nessuno.' },
  { kind: 'request: decline', collection: 'commissions', step: 'decline', words: 'In zona non abbiamo nessuno.' },
  { kind: 'message: passed on', collection: 'messages', step: 'tell' },
  { kind: 'message: given back', collection: 'messages', step: 'give-back', prefilled: true },
  { kind: 'failed mail: send again', collection: 'outbox', step: 'send-again' },
  { kind: 'failed mail: give up', collection: 'outbox', step: 'drop' },
  { kind: 'pledge: arrived', collection: 'donations', step: 'received' },
  { kind: 'pledge: will not arrive', collection: 'donations', step: 'withdraw' },
]

const hour = 3_600_000
const ago = (hours: number): string => new Date(Date.now() - hours * hour).toISOString()

type Maker = (n: number, task: Task, someone: string) => Record<string, unknown>

const samples: Record<Task['collection'], Maker> = {
  members: (n, { step }) =>
    carpenter({
      firstName: `Nora${n}`,
      email: `nora${n}@posta.example`,
      since: ago(20 + n),
      // Something to ask for.
      ...(step === 'request-changes' ? { place: {}, phone: null } : { phone: null }),
    }),
  commissions: (n) => ({
    status: 'received',
    client: { kind: 'person', name: `Pia${n} Riva`, email: `pia${n}@posta.example`, contactBy: 'email', lang: 'it' },
    description: `Riparare la persiana numero ${n}, di legno, che non chiude più.`,
    mode: 'onsite',
    place: { municipality: '015146' },
  }),
  messages: (n, _, someone) => ({
    member: someone,
    memberName: 'Ada F.',
    name: `Carla${n} Bianchi`,
    email: `carla${n}@posta.example`,
    text: 'Buongiorno, avrei una credenza da restaurare.',
    lang: 'it',
    status: 'held',
    byDesk: true,
    expiresAt: ago(-100),
  }),
  donations: (n) => ({
    amountCents: 2500 + n,
    donor: { type: 'person', name: `Olga${n} Neri`, email: `olga${n}@posta.example` },
  }),
  outbox: (n, _, someone) => ({
    key: `evening:${n}:${Date.now()}`,
    template: 'member-active',
    target: someone,
    about: 'Ada Fermi',
    lang: 'it',
    status: 'failed',
    attempts: 8,
    dueAt: ago(10),
    lastError: '550 5.1.1 mailbox unavailable',
  }),
}

const slugs: Record<Task['collection'], string> = {
  members: 'members',
  messages: 'mokor-messages',
  commissions: 'commissions',
  donations: 'donations',
  outbox: 'mokor-outbox',
}

/** Empties the desk and lays the twenty on it. @returns what is to be done, by `collection:id` */
export async function layOut(payload: Payload): Promise<Map<string, Task>> {
  for (const collection of Object.values(slugs))
    await payload.db.deleteMany({ collection, where: { id: { exists: true } } })
  const phone = '+39 333 555 0142'
  const someone = await payload.create({
    collection: 'members',
    data: carpenter({ firstName: 'Ada', lastName: 'Fermi', status: 'active', email: null, phone }),
  })
  const todo = new Map<string, Task>()
  for (const [n, task] of tasks.entries()) {
    const data = samples[task.collection](n, task, String(someone.id))
    const { id } = await payload.create({ collection: slugs[task.collection], data, depth: 0 })
    todo.set(`${task.collection}:${id}`, task)
  }
  // What the new documents queued is not this evening's.
  await clearQueued(payload)
  return todo
}

export const clearQueued = (payload: Payload): Promise<void> =>
  payload.db.deleteMany({ collection: slugs.outbox, where: { status: { not_equals: 'failed' } } })
