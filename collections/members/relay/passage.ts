// What a mail about a message needs to know of it.
import type { PayloadRequest } from 'payload'
import type { MailContent } from '../../../plugin/definitions/mail.js'
import { publishedById } from '../../../plugin/directory/index.js'
import { mokor } from '../../../plugin/runtime.js'
import { isolated } from '../../../plugin/values/isolate.js'
import type { Message } from './collection.js'
import { readMessage } from './service.js'

export type Letter = Omit<MailContent, 'to' | 'replyTo' | 'greeting'>

export interface Passage {
  message: Message
  /** Address of whoever wrote. */
  sender: string
  /** The member's public name. */
  name: string
  network: string
}

/** What a mail about a message needs; null when the member is no longer public, which tells nothing of why. */
export async function passage(req: PayloadRequest, target: string): Promise<Passage | null> {
  const message = await readMessage(req, target)
  if (!message?.email) return null
  const row = await publishedById(req, message.member)
  if (!row) return null
  return {
    message,
    sender: message.email,
    name: isolated(row.name),
    network: mokor(req.payload).options.organisation.name,
  }
}
