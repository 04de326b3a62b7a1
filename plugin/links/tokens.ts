// Tokens of mail links: derived from the site’s secret, stored as a hash.
import { createHash, createHmac, randomBytes } from 'node:crypto'
import type { CollectionConfig, Payload, PayloadRequest } from 'payload'
import { keysFor } from '../database/keys.js'
import type { ResolvedOptions } from '../options/index.js'
import { apiBase, mokor, slugOf } from '../runtime.js'

/** One document of `mokor-links`. */
export interface LinkRow {
  id: number | string
  hash: string
  nonce: string
  purpose: string
  target: string
  expiresAt: string
  usedAt: string | null
}

const dayMs = 86_400_000

/** Links that were made before keys had secrets of their own. */
const firstKey = ({ secret }: Payload): Buffer => createHmac('sha256', secret).update('mokor:links:v1').digest()

const tokenOf = (key: Buffer, { purpose, target, nonce }: Pick<LinkRow, 'purpose' | 'target' | 'nonce'>): string =>
  createHmac('sha256', key)
    .update(JSON.stringify([purpose, target, nonce]))
    .digest('base64url')

const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url')

/**
 * Makes a link with the caller's change and returns its hash, which is all that the outbox keeps: ids may be given out again.
 * @throws when no room defines `purpose`
 */
export async function issueLink(
  req: PayloadRequest,
  { purpose, target }: { purpose: string; target: string },
): Promise<string> {
  const { payload } = req
  const { links } = mokor(payload)
  const definition = Object.hasOwn(links, purpose) ? links[purpose] : undefined
  if (!definition) throw new Error(`payload-plugin-mokor: no link is called «${purpose}»`)
  const nonce = randomBytes(16).toString('base64url')
  const hash = hashOf(tokenOf(keysFor(payload, 'links')[0], { purpose, target, nonce }))
  await payload.create({
    collection: slugOf(payload, 'links'),
    req,
    depth: 0,
    data: {
      hash,
      nonce,
      purpose,
      target,
      expiresAt: new Date(Date.now() + definition.days * dayMs).toISOString(),
      usedAt: null,
    },
  })
  return hash
}

/** Address of a link's page in the language of its mail, derived anew from its row; null when the row is gone, or the key that made it. */
export async function linkAddress(req: PayloadRequest, hash: string, lang: string): Promise<string | null> {
  const { payload } = req
  const row = await withHash(req, hash)
  if (!row) return null
  const tokens = [...keysFor(payload, 'links'), firstKey(payload)].map((key) => tokenOf(key, row))
  const token = tokens.find((one) => hashOf(one) === row.hash)
  return token ? `${apiBase(mokor(payload).options)}/pages/link/${token}?lang=${lang}` : null
}

/** The link that a token opens, used and expired ones included. */
export async function findLink(req: PayloadRequest, token: string): Promise<LinkRow | null> {
  if (!/^[\w-]{43}$/.test(token)) return null
  return withHash(req, hashOf(token))
}

const withHash = (req: PayloadRequest, hash: string): Promise<LinkRow | null> =>
  req.payload.db.findOne<LinkRow>({
    collection: slugOf(req.payload, 'links'),
    where: { hash: { equals: hash } },
    req,
  })

export function linksCollection(options: ResolvedOptions): CollectionConfig {
  return {
    slug: options.slugs.links,
    admin: { hidden: true },
    fields: [
      { name: 'hash', type: 'text', required: true, unique: true, index: true },
      { name: 'nonce', type: 'text', required: true },
      { name: 'purpose', type: 'text', required: true },
      { name: 'target', type: 'text', required: true, index: true },
      { name: 'expiresAt', type: 'date', required: true, index: true },
      { name: 'usedAt', type: 'date' },
    ],
  }
}
