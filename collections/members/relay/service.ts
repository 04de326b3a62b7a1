// Relays a message to a member: stored until its sender confirms it, then delivered and erased; what no mail delivers is the desk's
// to pass on. No address is revealed.
import type { Payload, PayloadRequest, Where } from 'payload'
import { Problem } from '../../../plugin/api/problem.js'
import type { WriteFacts } from '../../../plugin/contract/write-facts.js'
import { documents } from '../../../plugin/database/documents.js'
import { inTransaction } from '../../../plugin/database/transaction.js'
import { writeFields } from '../../../plugin/database/write-fields.js'
import type { JobDefinition } from '../../../plugin/definitions/job.js'
import { publishedById, publishedBySlug } from '../../../plugin/directory/index.js'
import { confirmationDeadline } from '../../../plugin/lifecycle/expiry.js'
import type { TransitionCause } from '../../../plugin/lifecycle/timeline.js'
import { eraseTraces } from '../../../plugin/outbox/index.js'
import { slugOf } from '../../../plugin/runtime.js'
import type { Message } from './collection.js'
import { messageConfirmation } from './confirmation.js'
import type { ContactData } from './dto.js'
import { emptyMessage, readerOf, roundOf, sendHeld, sendRelay, transition } from './transition.js'

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

/** As it stands now, or as a step that is gone through would leave it. */
export const readMessage = (req: PayloadRequest, id: string): Promise<Message | null> =>
  documents(req, 'messages').byId(id)

export const isForEditors = async (req: PayloadRequest, message: Message): Promise<boolean> =>
  (await readerOf(req, message)) === null

const byNetwork = (): TransitionCause => ({ by: 'network', at: new Date() })

/** Confirmed by its sender: on its way to the member or, where no mail reaches them, to the desk. */
export async function passOn(req: PayloadRequest, message: Message): Promise<Message> {
  const cause = { by: 'client', at: new Date() }
  if (await isForEditors(req, message)) return handOver(req, message, cause)
  const confirmed = message.status === 'unconfirmed' ? await transition(req, message, 'confirm', cause) : message
  await sendRelay(req, confirmed)
  return confirmed
}

/** The desk passes it on: nothing of it is lost until somebody has. @param message with `failure`, where a mail was tried */
export async function handOver(
  req: PayloadRequest,
  message: Message,
  cause: TransitionCause = byNetwork(),
): Promise<Message> {
  if (message.status === 'held') {
    await sendHeld(req, message)
    return message
  }
  const row = await publishedById(req, message.member)
  return transition(req, { ...message, memberName: row?.name ?? null }, 'hand-over', cause)
}

/** The member has it. */
export async function delivered(req: PayloadRequest, id: string): Promise<void> {
  const message = await readMessage(req, id)
  if (message?.status === 'confirmed') await transition(req, message, 'deliver', byNetwork())
}

/** The member hid between the confirmation and the mail, or an editor gave the mail up. */
export async function returned(req: PayloadRequest, id: string): Promise<void> {
  const message = await readMessage(req, id)
  if (message?.status === 'confirmed') await transition(req, message, 'return', byNetwork())
}

/** Its member leaves for good: whoever waits to hear does. */
export async function returnMessagesTo(req: PayloadRequest, member: string): Promise<void> {
  const waiting = await documents(req, 'messages').find({
    and: [{ member: { equals: member } }, { status: { in: ['confirmed', 'held'] } }],
  })
  for (const message of waiting) {
    await transition(req, message, 'return', byNetwork())
    await writeFields(req, slugOf(req.payload, 'messages'), message.id, { member: nobody, memberName: null })
  }
}

/** In the place of a member's id. */
const nobody = 'gone'

const isFinal = ({ status }: Message): boolean => status === 'delivered' || status === 'returned'

/** The sender knows how it ended, or cannot be told: nothing of theirs stays. */
export async function eraseSender(req: PayloadRequest, id: string): Promise<void> {
  const message = await readMessage(req, id)
  if (message && isFinal(message)) await emptyMessage(req, message, null)
}

/** Mails that tell a sender how it ended. */
const lastMails = ['message-delivered', 'message-told', 'message-returned']

/** Once the desk's step stands: the words go, and the address too where no mail waits for it. */
async function emptyAtEnd(req: PayloadRequest, id: string): Promise<void> {
  const message = await readMessage(req, id)
  if (!message || !isFinal(message)) return
  const waiting = await req.payload.db.count({
    collection: slugOf(req.payload, 'outbox'),
    where: {
      and: [
        { target: { equals: id } },
        { template: { in: lastMails } },
        { status: { in: ['queued', 'leased', 'failed'] } },
      ],
    },
    req,
  })
  await emptyMessage(req, message, waiting.totalDocs > 0 ? (message.email ?? null) : null)
}

/** Nobody at the desk came to it since it got there. */
async function returnOverdue(req: PayloadRequest, id: string, { round }: Record<string, string>): Promise<void> {
  const message = await readMessage(req, id)
  if (message?.status === 'held' && roundOf(message) === round) await transition(req, message, 'return', byNetwork())
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
export const messageJobs: Record<string, JobDefinition> = {
  ...messageConfirmation.jobs({
    read: readMessage,
    async lapse(req, message) {
      await emptyMessage(req, message, null)
      return message
    },
    isErasable: () => true,
    erase: (req, { id }) => eraseMessages(req, { id: { equals: id } }),
  }),
  'message-empty': { document: 'messages', opens: null, run: emptyAtEnd },
  'message-overdue': { document: 'messages', opens: null, run: returnOverdue },
}
