// Editor actions on a person’s reusable link: revoke it, or send a new one.
import type { CollectionAfterChangeHook, PayloadRequest, Where } from 'payload'
import { editors } from '../access/index.js'
import { logErased } from '../erasure-log/index.js'
import type { EditorAction } from '../lifecycle/actions.js'
import { isRehearsed } from '../lifecycle/rehearsal.js'
import type { LinkRow } from '../links/tokens.js'
import { enqueue } from '../outbox/index.js'
import type { OutboxRow } from '../outbox/row.js'
import { slugOf } from '../runtime.js'

/** Whether a link of this purpose and target still opens its page. */
async function holdsLink(req: PayloadRequest, purpose: string, target: string): Promise<boolean> {
  const where: Where = {
    and: [
      { target: { equals: target } },
      { purpose: { equals: purpose } },
      { expiresAt: { greater_than: new Date().toISOString() } },
    ],
  }
  return (await req.payload.db.count({ collection: slugOf(req.payload, 'links'), where, req })).totalDocs > 0
}

/** A mail in one of these states has not reached anybody. */
const unsent = ['queued', 'failed']

const unsentWith = (links: LinkRow[]): Where => ({
  and: [{ link: { in: links.map(({ hash }) => hash) } }, { status: { in: unsent } }],
})

/**
 * Forgets every link of this purpose and target: their pages say that no such link is known, and no mail leaves with one.
 * @param template the mail that is there for its link alone: it does not leave; what others have to say is said without one
 * @returns whether somebody may have had one
 */
async function revokeLinks(
  req: PayloadRequest,
  { purpose, template }: Pick<LastingLink<never>, 'purpose' | 'template'>,
  target: string,
): Promise<boolean> {
  const { db } = req.payload
  const collection = slugOf(req.payload, 'links')
  const where: Where = { and: [{ target: { equals: target } }, { purpose: { equals: purpose } }] }
  const { docs } = await db.find<LinkRow>({ collection, where, pagination: false, req })
  if (docs.length === 0) return false
  const outbox = { collection: slugOf(req.payload, 'outbox'), req }
  const waiting = unsentWith(docs)
  const { totalDocs } = await db.count({ ...outbox, where: waiting })
  await db.updateMany({
    ...outbox,
    where: { and: [waiting, { template: { equals: template } }] },
    data: { status: 'dropped', words: null },
    returning: false,
  })
  await logErased(
    req.payload,
    'link',
    docs.map(({ hash }) => hash),
  )
  await db.deleteMany({ collection, where, req })
  return docs.length > totalDocs
}

/**
 * For who has another address now: links that reached the former one open nothing more. Those of mails that have not left stay:
 * they go to the new one.
 */
export async function revokeSentLinks(req: PayloadRequest, purposes: string[], target: string): Promise<number> {
  const { db } = req.payload
  const collection = slugOf(req.payload, 'links')
  const where: Where = { and: [{ target: { equals: target } }, { purpose: { in: purposes } }] }
  const { docs } = await db.find<LinkRow>({ collection, where, pagination: false, req })
  if (docs.length === 0) return 0
  const waiting = await db.find<OutboxRow>({
    collection: slugOf(req.payload, 'outbox'),
    where: unsentWith(docs),
    pagination: false,
    req,
  })
  const kept = new Set(waiting.docs.map(({ link }) => link))
  const gone = docs.flatMap(({ hash }) => (kept.has(hash) ? [] : [hash]))
  await logErased(req.payload, 'link', gone)
  if (gone.length > 0) await db.deleteMany({ collection, where: { hash: { in: gone } }, req })
  return gone.length
}

/** For collections whose documents have an address: what was sent to a former one is somebody else's. */
export const revokeLinksOfFormer =
  <Doc>(purposes: string[], addressOf: (doc: Doc) => string | null | undefined): CollectionAfterChangeHook =>
  async ({ doc, data, previousDoc, operation, req }) => {
    if (operation !== 'update' || !previousDoc) return doc
    const [before, now] = [previousDoc, data].map((one) => addressOf(one as Doc) ?? null)
    if (before && before !== now) await revokeSentLinks(req, purposes, String(doc.id))
    return doc
  }

interface LastingLink<Doc> {
  purpose: string
  /** States in which the person may hold such a link. */
  from: readonly string[]
  /** The mail that carries a new one. */
  template: string
  /** Language of the mail; null for who has no address. */
  lang(doc: Doc): string | null
}

export function linkSteps<Doc extends { id: number | string }>({
  purpose,
  from,
  template,
  lang,
}: LastingLink<Doc>): Record<'new-link' | 'revoke-link', EditorAction<Doc>> {
  const step = { from, roles: editors, reason: false } as const
  return {
    'new-link': {
      ...step,
      confirm: true,
      isAvailable: (doc) => lang(doc) !== null,
      async run({ req, doc }) {
        const target = String(doc.id)
        const replaces = isRehearsed(req)
          ? await holdsLink(req, purpose, target)
          : await revokeLinks(req, { purpose, template }, target)
        await enqueue(req, {
          key: `${template}:${target}:${new Date().toISOString()}`,
          template,
          target,
          lang: lang(doc) ?? 'it',
          link: purpose,
          ...(replaces ? { words: { replaces: 'yes' } } : {}),
        })
      },
    },
    'revoke-link': {
      ...step,
      destructive: true,
      // Also for who has lost the address since.
      isAvailable: ({ id }, req) => holdsLink(req, purpose, String(id)),
      run: async ({ req, doc }) => {
        if (!isRehearsed(req)) await revokeLinks(req, { purpose, template }, String(doc.id))
      },
    },
  }
}
