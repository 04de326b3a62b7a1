// The token of a form without script: proves that we rendered it recently and that it was not sent before.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Payload } from 'payload'
import { keysFor } from '../database/keys.js'

const hours = 24

const sealOf = (key: Buffer, form: string, issued: string, nonce: string): string =>
  createHmac('sha256', key).update(`page-form:${form}:${issued}:${nonce}`).digest('base64url')

export function issueToken(payload: Payload, form: string, now: Date = new Date()): string {
  const issued = String(Math.floor(now.getTime() / 1000))
  const nonce = randomBytes(12).toString('base64url')
  return `${issued}.${nonce}.${sealOf(keysFor(payload, 'challenges')[0], form, issued, nonce)}`
}

/** What spends the token, or null when it is not ours, of another form, or too old. */
export function readToken(
  payload: Payload,
  form: string,
  token: string | null,
  now: Date = new Date(),
): { nonce: string; expiresAt: Date } | null {
  const [issued = '', nonce = '', seal = ''] = (token ?? '').slice(0, 200).split('.')
  const given = Buffer.from(seal)
  const isOurs = keysFor(payload, 'challenges').some((key) => {
    const expected = Buffer.from(sealOf(key, form, issued, nonce))
    return given.length === expected.length && timingSafeEqual(given, expected)
  })
  if (!isOurs) return null
  const expiresAt = new Date((Number(issued) + hours * 3600) * 1000)
  return expiresAt > now ? { nonce: `page:${nonce}`, expiresAt } : null
}
