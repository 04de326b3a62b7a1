// Which document a mail is about, and what to do when it cannot be sent.
import type { PayloadRequest } from 'payload'
import type { About } from '../definitions/about.js'
import type { CollectionKey } from '../definitions/rooms.js'
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

/** What the rooms say of a template; undefined for one that no room knows any more. */
export const definitionOf = ({ payload }: PayloadRequest, template: string): About | undefined => {
  const { mails, jobs } = mokor(payload)
  return Object.hasOwn(mails, template) ? mails[template] : Object.hasOwn(jobs, template) ? jobs[template] : undefined
}

/** Collection of the document that rows of this template speak of; null where nobody may open it. */
export function openedBy(req: PayloadRequest, template: string): CollectionKey | null {
  const about = definitionOf(req, template)
  return about && about.opens === undefined ? about.document : null
}

export async function aboutOf(req: PayloadRequest, row: OutboxRow): Promise<MailAbout> {
  const document = await documentOf(req, row)
  return { document, remedy: remedyOf(req, row, document !== null) }
}

function remedyOf(req: PayloadRequest, { template }: OutboxRow, there: boolean): Remedy {
  const { mails, jobs } = mokor(req.payload)
  if (Object.hasOwn(jobs, template)) return 'effect'
  if (mails[template]?.toDesk) return 'options'
  if (mails[template]?.toSender) return 'sender'
  return there ? 'document' : 'gone'
}

async function documentOf(req: PayloadRequest, { template, target }: OutboxRow): Promise<MailAbout['document']> {
  const about = definitionOf(req, template)
  if (!about) return null
  const opened = about.opens === undefined ? { document: about.document, id: target } : await about.opens?.(req, target)
  return opened ? existing(req, opened.document, opened.id) : null
}

async function existing(req: PayloadRequest, key: CollectionKey, id: string): Promise<MailAbout['document']> {
  return (await find(req, key, id)) === null ? null : { slug: slugOf(req.payload, key), id }
}

const find = ({ payload }: PayloadRequest, key: CollectionKey, id: string): Promise<{ id: string } | null> =>
  payload.db.findOne<{ id: string }>({
    collection: slugOf(payload, key),
    where: { id: { equals: databaseId(payload, id) } },
  })

/** What editors call the document that a mail speaks of; nothing for work that sends none, and for messages, which nobody reads. */
export async function titleOf(req: PayloadRequest, { template, target }: Pick<OutboxRow, 'template' | 'target'>) {
  const { payload } = req
  const key = openedBy(req, template)
  if (!key || Object.hasOwn(mokor(payload).jobs, template)) return null
  const collection = slugOf(payload, key)
  const doc = await payload.db.findOne<{ id: string } & Record<string, unknown>>({
    collection,
    where: { id: { equals: databaseId(payload, target) } },
    req,
  })
  const title = doc?.[payload.collections[collection]?.config.admin.useAsTitle ?? 'id']
  const names = [doc?.reference, title].filter((name) => typeof name === 'string' && name !== '')
  return [...new Set(names)].join(' · ').slice(0, 200) || null
}
