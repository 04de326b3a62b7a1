// What each transition of a message writes, which mails it owes, and when its words go.
import type { PayloadRequest } from 'payload'
import { writeFields } from '../../../plugin/database/write-fields.js'
import { unassigned } from '../../../plugin/lifecycle/assignment.js'
import type { TransitionCause } from '../../../plugin/lifecycle/timeline.js'
import { transitions } from '../../../plugin/lifecycle/transition.js'
import { enqueue } from '../../../plugin/outbox/index.js'
import { mokor, slugOf } from '../../../plugin/runtime.js'
import { recipientOf } from '../mails/recipient.js'
import type { Member } from '../member.js'
import { readMember } from '../publishing/read.js'
import type { Message } from './collection.js'
import { type MessageStatus, type MessageTransition, messageLifecycle } from './lifecycle.js'

/** Days after which a message that nobody at the desk came to goes back to its sender. */
export const heldDays = 21
const dayMs = 86_400_000

/** The member, where mail reaches them; whoever no mail reaches hears of a message by the desk. */
export async function readerOf(req: PayloadRequest, message: Message): Promise<Member | null> {
  const member = await readMember(req, message.member)
  return member && recipientOf(member) ? member : null
}

const deskLanguage = ({ payload }: PayloadRequest): string => mokor(payload).options.languages[0] ?? 'it'

export const relayKey = (message: Message): string => `message-relay:${message.id}`

/** Tells one time that the desk has it from another. */
export const roundOf = ({ since }: Message): string => String(Date.parse(since ?? ''))

export const deskKey = (message: Message): string => `message-desk:${message.id}:${roundOf(message)}`

export async function sendRelay(req: PayloadRequest, message: Message, key = relayKey(message)): Promise<void> {
  await enqueue(req, {
    key,
    template: 'message-relay',
    target: String(message.id),
    lang: (await readerOf(req, message))?.lang ?? deskLanguage(req),
  })
}

/** The desk hears that it has a message, and its sender where it went. */
export async function sendHeld(req: PayloadRequest, message: Message): Promise<void> {
  const target = String(message.id)
  await enqueue(req, { key: deskKey(message), template: 'message-desk', target, lang: deskLanguage(req) })
  await enqueue(req, {
    key: `message-delivered:${message.id}:held`,
    template: 'message-delivered',
    target,
    lang: message.lang,
  })
  await enqueue(req, {
    key: `message-overdue:${message.id}:${roundOf(message)}`,
    template: 'message-overdue',
    target,
    lang: message.lang,
    words: { round: roundOf(message) },
    afterMs: heldDays * dayMs,
  })
}

/**
 * Nothing of the sender stays but, for the mail that tells them, their address; nor any word that was written about it.
 * @param email null where that mail has left, or cannot
 */
export async function emptyMessage(req: PayloadRequest, message: Message, email: string | null): Promise<void> {
  await writeFields(req, slugOf(req.payload, 'messages'), message.id, {
    name: null,
    email,
    phone: null,
    text: null,
    failure: null,
    ...unassigned,
    timeline: (message.timeline ?? []).map((entry) => ({ ...entry, why: null, was: null })),
  })
}

async function tellSender(
  req: PayloadRequest,
  { id, lang }: Message,
  template: 'message-delivered' | 'message-told' | 'message-returned',
  { at, why }: TransitionCause,
): Promise<void> {
  await enqueue(req, {
    key: template === 'message-told' || why ? `${template}:${id}:${at.toISOString()}` : `${template}:${id}`,
    template,
    target: String(id),
    lang,
    ...(why ? { words: { reason: why } } : {}),
  })
}

/** At its end without a way back: the words go at once. */
const ended =
  (template: 'message-delivered' | 'message-returned') =>
  async (req: PayloadRequest, message: Message, { at }: TransitionCause): Promise<void> => {
    await emptyMessage(req, message, message.email ?? null)
    await tellSender(req, message, template, { by: 'network', at })
  }

/** Ended by an editor, who may take it back for a while: so long the words stay. */
const endedByDesk =
  (template: 'message-told' | 'message-returned') =>
  async (req: PayloadRequest, message: Message, cause: TransitionCause): Promise<void> => {
    await tellSender(req, message, template, cause)
    await enqueue(req, {
      key: `message-empty:${message.id}:${cause.at.toISOString()}`,
      template: 'message-empty',
      target: String(message.id),
      lang: message.lang,
    })
  }

export const transition = transitions<MessageStatus, MessageTransition, Message>(messageLifecycle, {
  collection: 'messages',
  changes: {
    'hand-over': (_, { memberName, failure }) => ({
      byDesk: true,
      memberName: memberName ?? null,
      failure: failure ?? null,
    }),
    'relay-again': () => ({ byDesk: false, failure: null }),
  },
  effects: {
    'hand-over': sendHeld,
    'relay-again': (req, message, { at }) => sendRelay(req, message, `${relayKey(message)}:${at.toISOString()}`),
    deliver: ended('message-delivered'),
    return: ended('message-returned'),
    tell: endedByDesk('message-told'),
    'give-back': endedByDesk('message-returned'),
  },
})
