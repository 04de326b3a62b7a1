// Editors' steps on a person's lasting link: end it, e.g. when a mail went to the wrong hands, or send another in its place.
import type { PayloadRequest, Where } from 'payload'
import { desk } from '../access.js'
import type { DeskAction } from '../actions.js'
import { enqueue } from '../outbox/index.js'
import { slugOf } from '../runtime.js'
import type { LinkRow } from './links.js'

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

/** Forgets every link of this purpose and target: their pages say that no such link is known, and no mail leaves with one. */
async function revokeLinks(req: PayloadRequest, purpose: string, target: string): Promise<void> {
  const { db } = req.payload
  const collection = slugOf(req.payload, 'links')
  const where: Where = { and: [{ target: { equals: target } }, { purpose: { equals: purpose } }] }
  const { docs } = await db.find<LinkRow>({ collection, where, pagination: false, req })
  if (docs.length === 0) return
  await db.updateMany({
    collection: slugOf(req.payload, 'outbox'),
    where: { and: [{ link: { in: docs.map(({ hash }) => hash) } }, { status: { in: ['queued', 'failed'] } }] },
    data: { status: 'dropped', words: null },
    returning: false,
    req,
  })
  await db.deleteMany({ collection, where, req })
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
}: LastingLink<Doc>): Record<'new-link' | 'revoke-link', DeskAction<Doc>> {
  const step = { from, roles: desk, reason: false } as const
  return {
    'new-link': {
      ...step,
      asked: true,
      when: (doc) => lang(doc) !== null,
      async run({ req, doc }) {
        const target = String(doc.id)
        await revokeLinks(req, purpose, target)
        await enqueue(req, {
          key: `${template}:${target}:${new Date().toISOString()}`,
          template,
          target,
          lang: lang(doc) ?? 'it',
          link: purpose,
        })
      },
    },
    'revoke-link': {
      ...step,
      danger: true,
      // Also for who has lost the address since.
      when: ({ id }, req) => holdsLink(req, purpose, String(id)),
      run: ({ req, doc }) => revokeLinks(req, purpose, String(doc.id)),
    },
  }
}
