// How often one may write: counters in the database, exact however many instances share it.
import { createHmac } from 'node:crypto'
import { isIP, isIPv4 } from 'node:net'
import type { Payload, PayloadRequest } from 'payload'
import type { ResolvedOptions } from '../options.js'
import { slugOf } from '../runtime.js'
import { isDuplicate } from '../values/error-kinds.js'
import { Problem } from './problem.js'
import type { WriteFacts } from './route.js'

interface LimitRow {
  key: string
  n: number
  expiresAt: string
}

/**
 * Counts one use of `key` and throws when it was used `max` times within `windowSeconds` of the first.
 * Runs outside any transaction: an attempt counts even when what follows fails.
 * @param key says what is counted; it is kept as a keyed hash only
 * @throws Problem `limit` with the seconds to wait
 */
export async function countOrThrow(
  payload: Payload,
  key: string,
  max: number,
  windowSeconds: number,
  now: Date = new Date(),
): Promise<void> {
  const collection = slugOf(payload, 'limits')
  const hashed = createHmac('sha256', payload.secret).update(`mokor:limit:${key}`).digest('base64url')
  const own = { key: { equals: hashed } }
  const expiresAt = new Date(now.getTime() + windowSeconds * 1000).toISOString()
  // Each step is one atomic statement; whoever loses a race looks again.
  for (let look = 0; look < 10; look++) {
    const counted = await payload.db.updateOne({
      collection,
      where: { and: [own, { expiresAt: { greater_than: now.toISOString() } }, { n: { less_than: max } }] },
      data: { n: { $inc: 1 } },
    })
    if (counted) return
    const renewed = await payload.db.updateOne({
      collection,
      where: { and: [own, { expiresAt: { less_than_equal: now.toISOString() } }] },
      data: { n: 1, expiresAt },
    })
    if (renewed) return
    const row = await payload.db.findOne<LimitRow & { id: string }>({ collection, where: own })
    if (row && row.n >= max && Date.parse(row.expiresAt) > now.getTime())
      throw new Problem('limit', [], (Date.parse(row.expiresAt) - now.getTime()) / 1000)
    if (row) continue
    try {
      await payload.db.create({ collection, data: { key: hashed, n: 1, expiresAt }, returning: false })
      return
    } catch (error) {
      if (!isDuplicate(error)) throw error
    }
  }
  throw new Problem('limit', [], 60)
}

const hour = 3600

/** Forms one address may send in an hour: libraries and mobile carriers share theirs. */
const formsPerAddress = 30
/** Forms an e-mail address may be written in, a day: each sends it a mail. */
const formsPerEmail = 5
/**
 * Forms of all together in an hour: keeps a flood from becoming a flood of mail. Widgets and pages have a ceiling each: pages
 * ask for no proof of work, and whoever floods them must not close the widgets too.
 */
export const formsOfAll: Record<WriteFacts['how'], number> = { web: 2000, page: 500 }
const challengesPerAddress = 240
const challengesOfAll = 20_000
const pagesPerAddress = 120
const pagesOfAll = 10_000

/** Counts a form that was found valid. */
export async function countForm(
  req: PayloadRequest,
  options: ResolvedOptions,
  emails: string[],
  { how, at }: Pick<WriteFacts, 'how' | 'at'>,
): Promise<void> {
  const { payload } = req
  const address = addressOf(req.headers, options.trustedProxies)
  if (address) await countOrThrow(payload, `form:address:${address}`, formsPerAddress, hour, at)
  for (const email of new Set(emails.map((one) => one.trim().toLowerCase())))
    await countOrThrow(payload, `form:email:${email}`, formsPerEmail, 24 * hour, at)
  await countOrThrow(payload, `form:all:${how}`, formsOfAll[how], hour, at)
}

/** Buttons pressed on the plugin's own pages: corrections of a form, links confirmed. */
export async function countPage(req: PayloadRequest, options: ResolvedOptions): Promise<void> {
  const address = addressOf(req.headers, options.trustedProxies)
  if (address) await countOrThrow(req.payload, `page:address:${address}`, pagesPerAddress, hour)
  await countOrThrow(req.payload, 'page:all', pagesOfAll, hour)
}

export async function countChallenge(req: PayloadRequest, options: ResolvedOptions): Promise<void> {
  const address = addressOf(req.headers, options.trustedProxies)
  if (address) await countOrThrow(req.payload, `challenge:address:${address}`, challengesPerAddress, hour)
  await countOrThrow(req.payload, 'challenge:all', challengesOfAll, hour)
}

/**
 * The visitor's address as the n-th trusted proxy saw it, counted from the right of X-Forwarded-For; null when no proxy
 * is trusted, since anybody can write that header. Of IPv6 the network counts: one line holds 2⁶⁴ addresses.
 */
export function addressOf(headers: Headers, trustedProxies: number): string | null {
  if (trustedProxies === 0) return null
  const hops = (headers.get('x-forwarded-for') ?? '').split(',').map((hop) => hop.trim().toLowerCase())
  const hop = withoutPort(hops.at(-trustedProxies) ?? '')
  const address = hop.startsWith('::ffff:') && isIPv4(hop.slice(7)) ? hop.slice(7) : hop
  if (isIP(address) === 0) return null
  return isIPv4(address) ? address : `${groupsOf(address).slice(0, 4).join(':')}::/64`
}

/** Some proxies write `203.0.113.1:49152` or `[2001:db8::1]:49152`: a port is a new one for each connection. */
const withoutPort = (hop: string): string =>
  /^(?:\[([^\]]*)\]|([^:]*))(?::\d+)?$/.exec(hop)?.slice(1).find(Boolean) ?? hop

/** The eight groups of an IPv6 address, without leading zeros. */
function groupsOf(address: string): string[] {
  const [head = '', tail = ''] = address.split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail === '' ? [] : tail.split(':')
  const middle = address.includes('::') ? Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0') : []
  return [...left, ...middle, ...right].map((group) => group.replace(/^0+(?=.)/, ''))
}
