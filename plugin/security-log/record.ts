// Writes a line of the security log, beside whatever is going on: what is logged neither waits for it nor fails with it.
import type { Payload, PayloadRequest } from 'payload'
import { slugOf } from '../runtime.js'
import { dayInItaly } from '../values/dates.js'
import type { SecurityLogRow } from './row.js'

type Happened = Pick<SecurityLogRow, 'event'> & Partial<Pick<SecurityLogRow, 'collection' | 'document' | 'detail'>>

/** Lines that this process has written: most readings are another of the same document. Begun anew when it has grown long. */
const written = new WeakMap<Payload, Set<string>>()
const mostRemembered = 10_000

function isNew(payload: Payload, key: string): boolean {
  const known = written.get(payload)
  if (known?.has(key)) return false
  const kept = known && known.size < mostRemembered ? known : new Set<string>()
  written.set(payload, kept.add(key))
  return true
}

/**
 * @param user who did it
 * @param each every time is a line of its own; otherwise one a day for each user, event and document
 */
export async function record(
  { payload }: Pick<PayloadRequest, 'payload'>,
  user: { id: number | string; collection?: string } | null | undefined,
  happened: Happened,
  { each = false } = {},
): Promise<void> {
  const at = new Date()
  const { event, collection = null, document = null, detail = null } = happened
  // Ids of two collections may be alike.
  const others = user?.collection && user.collection !== payload.config.admin.user
  const who = user ? `${others ? `${user.collection}/` : ''}${user.id}` : ''
  const when = each ? at.toISOString() : dayInItaly(at)
  const key = [event, who, collection, document, when].join(':')
  if (!each && !isNew(payload, key)) return
  const slug = slugOf(payload, 'securityLog')
  try {
    // Another process may have written it.
    if (!each && (await payload.db.findOne({ collection: slug, where: { key: { equals: key } } }))) return
    const data = { key, at: at.toISOString(), event, user: who, collection, document, detail }
    await payload.db.create({ collection: slug, data })
  } catch (error) {
    payload.logger.error({ err: error, msg: `payload-plugin-mokor: the security log lacks a line (${event})` })
  }
}
