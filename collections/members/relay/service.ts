// Relays a message to a member: stored until its sender confirms it, then delivered and erased. No address is revealed.
import type { Payload, PayloadRequest, Where } from 'payload'
import { Problem } from '../../../plugin/api/problem.js'
import type { WriteFacts } from '../../../plugin/contract/write-facts.js'
import { documents } from '../../../plugin/database/documents.js'
import { inTransaction } from '../../../plugin/database/transaction.js'
import { publishedBySlug } from '../../../plugin/directory/index.js'
import { confirmationDeadline } from '../../../plugin/lifecycle/expiry.js'
import { enqueue, eraseTraces } from '../../../plugin/outbox/index.js'
import { mokor, slugOf } from '../../../plugin/runtime.js'
import { databaseId } from '../../../plugin/values/document-id.js'
import { recipientOf } from '../mails/recipient.js'
import type { Member } from '../member.js'
import { readMember } from '../publishing/read.js'
import type { Message } from './collection.js'
import { messageConfirmation } from './confirmation.js'
import type { ContactData } from './dto.js'

/**
 * Takes a message that the schema has already checked, for a member with a published row.
 * @throws Problem `not-found`, the same for hidden and unknown · `invalid` when the member takes no work now
 */
export async function relayMessage(
  payload: Payload,
  slug: string,
  data: ContactData,
  facts: WriteFacts,
): Promise<{ expiresAt: string }> {
  return inTransaction(payload, async (req) => {
    const row = await publishedBySlug(req, slug)
    if (!row) throw new Problem('not-found')
    if (row.availability?.state === 'not-now') throw new Problem('invalid', [{ pointer: '', code: 'member.not-now' }])
    const expiresAt = confirmationDeadline(facts.at).toISOString()
    const message = await documents(req, 'messages').create({
      member: row.id,
      name: data.name,
      email: data.email.toLowerCase(),
      phone: data.phone ?? null,
      text: data.message,
      lang: facts.lang,
      status: 'unconfirmed',
      expiresAt,
    })
    await messageConfirmation.ask(req, message, facts)
    return { expiresAt }
  })
}

export async function readMessage(req: PayloadRequest, id: string): Promise<Message | null> {
  return req.payload.db.findOne<Message>({
    collection: slugOf(req.payload, 'messages'),
    where: { id: { equals: databaseId(req.payload, id) } },
    req,
  })
}

export const relayKey = (message: Message): string => `message-relay:${message.id}`

/** Confirmed by its sender: on its way to the member. */
export async function passOn(req: PayloadRequest, message: Message): Promise<void> {
  await req.payload.db.updateOne({
    collection: slugOf(req.payload, 'messages'),
    id: message.id,
    data: { status: 'confirmed' },
    req,
    returning: false,
  })
  await enqueue(req, {
    key: relayKey(message),
    template: 'message-relay',
    target: String(message.id),
    lang: (await readerOf(req, message))?.lang ?? mokor(req.payload).options.languages[0] ?? 'it',
  })
}

/** The member, where mail reaches them; whoever no mail reaches hears of a message by the desk. */
async function readerOf(req: PayloadRequest, message: Message): Promise<Member | null> {
  const member = await readMember(req, message.member)
  return member && recipientOf(member) ? member : null
}

export const isForEditors = async (req: PayloadRequest, message: Message): Promise<boolean> =>
  (await readerOf(req, message)) === null

const emptied = { name: null, email: null, phone: null, text: null }

async function conclude(req: PayloadRequest, message: Message, data: Partial<Message>): Promise<void> {
  const collection = slugOf(req.payload, 'messages')
  // A copy: MongoDB's adapter writes dates of its own into what it is given, and a constant would carry them to the next message.
  await req.payload.db.updateOne({ collection, id: message.id, data: { ...data }, req, returning: false })
}

/** The message has reached its end: the text goes, and the sender is told, whose address waits for that mail alone. */
async function finish(
  req: PayloadRequest,
  id: string,
  outcome: Pick<Message, 'status' | 'byDesk'>,
  template: string,
): Promise<void> {
  const message = await readMessage(req, id)
  if (message?.status !== 'confirmed') return
  await conclude(req, message, { ...emptied, email: message.email ?? null, ...outcome })
  await enqueue(req, { key: `${template}:${message.id}`, template, target: id, lang: message.lang })
}

/** @param byDesk whether it went to the desk, for somebody who has no mailbox */
export const delivered = (req: PayloadRequest, id: string, byDesk: boolean): Promise<void> =>
  finish(req, id, { status: 'delivered', byDesk }, 'message-delivered')

/** The member hid between the confirmation and the mail, or the mail could not be delivered and was given up. */
export const returned = (req: PayloadRequest, id: string): Promise<void> =>
  finish(req, id, { status: 'returned' }, 'message-returned')

/** The sender knows, or cannot be told: nothing of theirs stays. */
export async function eraseSender(req: PayloadRequest, id: string): Promise<void> {
  const message = await readMessage(req, id)
  if (message) await conclude(req, message, emptied)
}

/** Without a trace in outbox and links. */
export async function eraseMessages(req: PayloadRequest, where: Where): Promise<void> {
  const collection = slugOf(req.payload, 'messages')
  const { docs } = await req.payload.db.find<Message>({ collection, where, limit: 0, pagination: false, req })
  const ids = docs.map(({ id }) => String(id))
  await req.payload.db.deleteMany({ collection, where, req })
  await eraseTraces(req, 'messages', ids)
}

/** Of a backup that was restored. */
export async function eraseMessageAgain(req: PayloadRequest, id: string, { dry }: { dry: boolean }): Promise<boolean> {
  const message = await readMessage(req, id)
  if (message && !dry) await eraseMessages(req, { id: { equals: message.id } })
  return message !== null
}

/** At the end of its term an unconfirmed message is emptied; a month later whatever is left goes too, delivered or not. */
export const messageJobs = messageConfirmation.jobs({
  read: readMessage,
  async lapse(req, message) {
    await conclude(req, message, emptied)
    return { ...message, ...emptied }
  },
  isErasable: () => true,
  erase: (req, { id }) => eraseMessages(req, { id: { equals: id } }),
})
