// Rate limits: counters in the database, exact across instances.
import { createHmac } from 'node:crypto'
import { isIP, isIPv4 } from 'node:net'
import type { Payload, PayloadRequest } from 'payload'
import type { HeldMail, WriteFacts } from '../contract/write-facts.js'
import { keysFor } from '../database/keys.js'
import type { ResolvedOptions } from '../options/index.js'
import { mokor, slugOf } from '../runtime.js'
import { isDuplicate } from '../values/error-kinds.js'
import { mailboxOf } from './mailbox.js'
import { Problem } from './problem.js'

/** So many at once, then one more each `everyMs`: a door that is shut opens again in a moment, never an hour later. */
export interface Allowance {
  burst: number
  everyMs: number
}

interface LimitRow {
  key: string
  /** The moment, in milliseconds, at which all that was taken has been given back. */
  n: number
  expiresAt: string
}

/** Milliseconds until there is a turn; 0 for one that was taken. */
type Wait = number

/** The name a counter is kept by: it says nothing of whom it counts. */
const hashOf = (payload: Payload, key: string): string =>
  createHmac('sha256', keysFor(payload, 'limits')[0]).update(key).digest('base64url')

/** Takes one turn, where there is one. Runs outside any transaction: an attempt counts even when what follows fails. */
async function take(payload: Payload, key: string, { burst, everyMs }: Allowance, now: Date): Promise<Wait> {
  const collection = slugOf(payload, 'limits')
  const own = { key: { equals: key } }
  const at = now.getTime()
  const latest = at + (burst - 1) * everyMs
  const expiresAt = new Date(latest + everyMs).toISOString()
  // Each step is one atomic statement; whoever loses a race looks again.
  for (let look = 0; look < 10; look++) {
    const counted = await payload.db.updateOne({
      collection,
      where: { and: [own, { n: { greater_than: at } }, { n: { less_than_equal: latest } }] },
      data: { n: { $inc: everyMs }, expiresAt },
    })
    if (counted) return 0
    const renewed = await payload.db.updateOne({
      collection,
      where: { and: [own, { n: { less_than_equal: at } }] },
      data: { n: at + everyMs, expiresAt },
    })
    if (renewed) return 0
    const row = await payload.db.findOne<LimitRow & { id: string }>({ collection, where: own })
    if (row && row.n > latest) return row.n - latest
    if (row) continue
    try {
      await payload.db.create({ collection, data: { key, n: at + everyMs, expiresAt }, returning: false })
      return 0
    } catch (error) {
      if (!isDuplicate(error)) throw error
    }
  }
  return everyMs
}

/** How much of an allowance is used up, 0 to 1. */
async function levelOf(payload: Payload, key: string, { burst, everyMs }: Allowance, now: Date): Promise<number> {
  const collection = slugOf(payload, 'limits')
  const where = { key: { equals: hashOf(payload, key) } }
  const row = await payload.db.findOne<LimitRow & { id: string }>({ collection, where })
  return Math.min(1, Math.max(0, ((row?.n ?? 0) - now.getTime()) / (burst * everyMs)))
}

async function takeOrThrow(payload: Payload, key: string, allowance: Allowance, now: Date): Promise<void> {
  const wait = await take(payload, hashOf(payload, key), allowance, now)
  if (wait > 0) throw new Problem('limit', [], wait / 1000)
}

/**
 * Counts one use of `key` and throws where `max` uses were not `windowSeconds` apart; one is given back after each part of it.
 * @throws Problem `limit` with the seconds to wait
 */
export const countOrThrow = (
  payload: Payload,
  key: string,
  max: number,
  windowSeconds: number,
  now: Date = new Date(),
): Promise<void> => takeOrThrow(payload, key, { burst: max, everyMs: Math.ceil((windowSeconds * 1000) / max) }, now)

const hourMs = 3_600_000

/** Forms of one line: libraries and mobile carriers share theirs. */
const formsPerAddress: Allowance = { burst: 30, everyMs: hourMs / 30 }
/** One customer of an IPv6 provider may hold 65,536 lines. */
const formsPerNetwork: Allowance = { burst: 120, everyMs: hourMs / 120 }
/** Part of its allowance up to which a line is one that sends little: what others send then does not touch it. */
const little = 0.2

/**
 * Forms of all together, so that a flood does not become a flood of mail. Over it only who sends much is held up, or whoever
 * cannot be told from them. Widgets and pages have a ceiling each: pages ask for no proof of work.
 */
export const ceilings: Record<WriteFacts['how'], Allowance> = {
  web: { burst: 2000, everyMs: 1000 },
  page: { burst: 1000, everyMs: 1000 },
}

/** Mails that forms may send to one mailbox at once; what comes then is told together, in one mail each eight hours. */
const mailsPerMailbox: Allowance = { burst: 5, everyMs: 8 * hourMs }

const challengesPerAddress: Allowance = { burst: 240, everyMs: hourMs / 240 }

/**
 * Counts a form that was found valid.
 * @returns what its mails have to wait for, where its mailbox had enough of them
 * @throws Problem `limit`
 */
export async function countForm(
  req: PayloadRequest,
  options: ResolvedOptions,
  emails: string[],
  { how, at }: Pick<WriteFacts, 'how' | 'at'>,
): Promise<HeldMail | null> {
  const { payload } = req
  const address = addressOf(req.headers, options.trustedProxies)
  if (address) {
    await takeOrThrow(payload, `form:address:${address}`, formsPerAddress, at)
    if (networkOf(address) !== address)
      await takeOrThrow(payload, `form:network:${networkOf(address)}`, formsPerNetwork, at)
  }
  const wait = await take(payload, hashOf(payload, `form:all:${how}`), ceilings[how], at)
  if (wait > 0 && !(await sendsLittle(payload, address, at))) throw new Problem('limit', [], wait / 1000)
  return holdMails(payload, emails, at)
}

/** A form that names two people writes to one of them at a time: the one who had most waits. */
async function holdMails(payload: Payload, emails: string[], at: Date): Promise<HeldMail | null> {
  let held: HeldMail | null = null
  for (const mailbox of new Set(emails.map(mailboxOf))) {
    const key = hashOf(payload, `mail:${mailbox}`)
    const wait = await take(payload, key, mailsPerMailbox, at)
    if (wait === 0) continue
    const until = new Date(at.getTime() + wait)
    if (!held || held.dueAt < until) held = { dueAt: until, together: key }
  }
  return held
}

/**
 * One mail that told of several things has left: it counts as one more.
 * @returns when the mailbox may have another
 */
export async function countMailTogether(payload: Payload, together: string, now: Date): Promise<Date> {
  await take(payload, together, mailsPerMailbox, now)
  return new Date(now.getTime() + mailsPerMailbox.everyMs)
}

async function sendsLittle(payload: Payload, address: string | null, now: Date): Promise<boolean> {
  if (address === null) return false
  const lines = [levelOf(payload, `form:address:${address}`, formsPerAddress, now)]
  if (networkOf(address) !== address)
    lines.push(levelOf(payload, `form:network:${networkOf(address)}`, formsPerNetwork, now))
  return (await Promise.all(lines)).every((level) => level <= little)
}

/** What a challenge weighs at most; 32 take a browser ten seconds, while somebody is still writing. */
const heaviest = 32
/** Part of the ceiling from which challenges grow heavier. */
const busy = 0.5

/** How many times the usual work a form costs now: the fuller the hour, the more; nothing more for lines that send little. */
export async function weightNow(req: PayloadRequest, options: ResolvedOptions, now = new Date()): Promise<number> {
  const level = await levelOf(req.payload, 'form:all:web', ceilings.web, now)
  if (level < busy) return 1
  if (await sendsLittle(req.payload, addressOf(req.headers, options.trustedProxies), now)) return 1
  return Math.min(heaviest, 2 ** Math.ceil(((level - busy) / (1 - busy)) * Math.log2(heaviest)))
}

/** How full each ceiling is, 0 to 1. */
export async function levelsOfForms(payload: Payload, now = new Date()): Promise<Record<WriteFacts['how'], number>> {
  const [web, page] = await Promise.all(
    (['web', 'page'] as const).map((how) => levelOf(payload, `form:all:${how}`, ceilings[how], now)),
  )
  return { web: web ?? 0, page: page ?? 0 }
}

/** Whether forms are near one of their ceilings: the desk ought to know. */
export const isFlooded = async (payload: Payload): Promise<boolean> =>
  Object.values(await levelsOfForms(payload)).some((level) => level >= busy)

/** Who cannot be told apart is not counted: one of them would shut the others out. */
export async function countChallenge(req: PayloadRequest): Promise<void> {
  const address = addressOf(req.headers, mokor(req.payload).options.trustedProxies)
  if (address) await takeOrThrow(req.payload, `challenge:address:${address}`, challengesPerAddress, new Date())
}

/** The customer's whole network behind an IPv6 line; an IPv4 address as it is. */
const networkOf = (address: string): string =>
  isIPv4(address) ? address : `${address.split(':').slice(0, 3).join(':')}::/48`

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
