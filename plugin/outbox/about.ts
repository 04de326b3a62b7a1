// Which document a mail is about, and what to do when it cannot be sent.
import type { PayloadRequest } from 'payload'
import type { CollectionKey } from '../options/index.js'
import { mokor, slugOf } from '../runtime.js'
import { databaseId } from '../values/document-id.js'
import type { OutboxRow } from './row.js'

/** Who can mend a mail that does not leave, as in the words `mail-remedy-<code>`. */
export type Remedy = 'document' | 'options' | 'sender' | 'gone' | 'effect'

export interface MailAbout {
  /** Slug and id of the document to open; null where there is none, or none that anybody may see. */
  document: { slug: string; id: string } | null
  remedy: Remedy
}

/** The rooms' collections by the first word of their templates. */
export const roomOf = { member: 'members', commission: 'commissions', donation: 'donations', skill: 'skills' } as const

export async function aboutOf(req: PayloadRequest, row: OutboxRow): Promise<MailAbout> {
  const document = await documentOf(req, row)
  return { document, remedy: remedyOf(req, row, document !== null) }
}

function remedyOf(req: PayloadRequest, { template }: OutboxRow, there: boolean): Remedy {
  const mail = mokor(req.payload).mails[template]
  if (mail?.effect) return 'effect'
  if (mail?.toDesk) return 'options'
  // What a visitor typed as their own address cannot be corrected by anybody else.
  if (template.startsWith('message-') && template !== 'message-relay') return 'sender'
  return there ? 'document' : 'gone'
}

async function documentOf(req: PayloadRequest, { template, target }: OutboxRow): Promise<MailAbout['document']> {
  if (template === 'message-relay') {
    const message = await find<{ member: string }>(req, 'messages', target)
    return message && existing(req, 'members', message.member)
  }
  const kind = template.split('-')[0] ?? ''
  return Object.hasOwn(roomOf, kind) ? existing(req, roomOf[kind as keyof typeof roomOf], target) : null
}

async function existing(req: PayloadRequest, key: CollectionKey, id: string): Promise<MailAbout['document']> {
  return (await find(req, key, id)) === null ? null : { slug: slugOf(req.payload, key), id }
}

const find = <T>({ payload }: PayloadRequest, key: CollectionKey, id: string): Promise<T | null> =>
  payload.db.findOne<T & { id: string }>({
    collection: slugOf(payload, key),
    where: { id: { equals: databaseId(payload, id) } },
  })

/** What editors call the document that a mail speaks of; nothing for work that sends none, and for messages, which nobody reads. */
export async function titleOf(req: PayloadRequest, { template, target }: Pick<OutboxRow, 'template' | 'target'>) {
  const { payload } = req
  const kind = template.split('-')[0] ?? ''
  if (mokor(payload).mails[template]?.effect || !Object.hasOwn(roomOf, kind)) return null
  const collection = slugOf(payload, roomOf[kind as keyof typeof roomOf])
  const doc = await payload.db.findOne<{ id: string } & Record<string, unknown>>({
    collection,
    where: { id: { equals: databaseId(payload, target) } },
    req,
  })
  const title = doc?.[payload.collections[collection]?.config.admin.useAsTitle ?? 'id']
  const names = [doc?.reference, title].filter((name) => typeof name === 'string' && name !== '')
  return [...new Set(names)].join(' · ').slice(0, 200) || null
}
