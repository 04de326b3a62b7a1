// Rate limits of forms and challenges: by line, by mailbox and over all.
import { isIP, isIPv4 } from 'node:net'
import type { Payload, PayloadRequest } from 'payload'
import type { HeldMail, WriteFacts } from '../contract/write-facts.js'
import { busy, ceilings } from '../limits/ceilings.js'
import { type Allowance, hashOf, levelOf, take } from '../limits/counters.js'
import { holdMails } from '../limits/mails.js'
import type { ResolvedOptions } from '../options/index.js'
import { mokor } from '../runtime.js'
import { Problem } from './problem.js'

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

async function sendsLittle(payload: Payload, address: string | null, now: Date): Promise<boolean> {
  if (address === null) return false
  const lines = [levelOf(payload, `form:address:${address}`, formsPerAddress, now)]
  if (networkOf(address) !== address)
    lines.push(levelOf(payload, `form:network:${networkOf(address)}`, formsPerNetwork, now))
  return (await Promise.all(lines)).every((level) => level <= little)
}

/** What a challenge weighs at most; 32 take a browser ten seconds, while somebody is still writing. */
const heaviest = 32

/** How many times the usual work a form costs now: the fuller the hour, the more; nothing more for lines that send little. */
export async function weightNow(req: PayloadRequest, options: ResolvedOptions, now = new Date()): Promise<number> {
  const level = await levelOf(req.payload, 'form:all:web', ceilings.web, now)
  if (level < busy) return 1
  if (await sendsLittle(req.payload, addressOf(req.headers, options.trustedProxies), now)) return 1
  return Math.min(heaviest, 2 ** Math.ceil(((level - busy) / (1 - busy)) * Math.log2(heaviest)))
}

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
