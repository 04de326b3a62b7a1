// To whom a mail goes and what its subject says, for editors who may read the document it speaks of. Nothing of it is stored.
import type { FieldHook, PayloadRequest } from 'payload'
import { mokor, slugOf } from '../runtime.js'
import { databaseId } from '../values/document-id.js'
import { openedBy } from './about.js'
import type { OutboxRow } from './row.js'

export interface MailHead {
  to: string
  subject: string
}

/** Mails that one answer tells of: beyond a few pages of a list nobody reads them one by one. */
const mostAtOnce = 100

/** Both columns of one answer look at the same mail. */
const heads = new WeakMap<object, Map<number | string, Promise<MailHead | null>>>()

function headIn(req: PayloadRequest, id: number | string): Promise<MailHead | null> {
  const known = heads.get(req.context) ?? new Map<number | string, Promise<MailHead | null>>()
  heads.set(req.context, known)
  const head = known.get(id) ?? (known.size < mostAtOnce ? headOf(req, id).catch(() => null) : Promise.resolve(null))
  known.set(id, head)
  return head
}

/** Written as it would leave now; null for work that sends none, and for mails about what this reader may not read. */
export async function headOf(req: PayloadRequest, id: number | string): Promise<MailHead | null> {
  const { options, mails } = mokor(req.payload)
  const row = await req.payload.db.findOne<OutboxRow>({
    collection: slugOf(req.payload, 'outbox'),
    where: { id: { equals: id } },
    req,
  })
  const mail = row && Object.hasOwn(mails, row.template) ? mails[row.template] : undefined
  if (!row || !mail || !(mail.toDesk || (await mayRead(req, row)))) return null
  const { template, target, lang } = row
  // The address of a link opens a person's page: what is shown here stands without it.
  const context = { req, target, lang, link: row.link ? options.publicUrl : null, words: row.words ?? {} }
  const written = await mail.render(context)
  const content = written && ((await options.mails[template]?.(written, context)) ?? written)
  return content && { to: content.to.address, subject: content.subject }
}

/** What passes between two people through the network is nobody else's. */
async function mayRead(req: PayloadRequest, { template, target }: OutboxRow): Promise<boolean> {
  const key = openedBy(req, template)
  if (!req.user || !key) return false
  const { totalDocs } = await req.payload.count({
    collection: slugOf(req.payload, key),
    where: { id: { equals: databaseId(req.payload, target) } },
    trash: true,
    user: req.user,
    overrideAccess: false,
    req,
  })
  return totalDocs > 0
}

/** Value of a column. */
export const tells =
  (part: keyof MailHead): FieldHook =>
  async ({ data, req }) => {
    const id = data?.id as number | string | undefined
    return req.user && id !== undefined ? ((await headIn(req, id))?.[part] ?? null) : null
  }
