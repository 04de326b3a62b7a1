// The seal of a form without script: says that we drew it, not long ago, and that it was not sent before.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Payload } from 'payload'

const hours = 24

const sealOf = (payload: Payload, form: string, issued: string, nonce: string): string =>
  createHmac('sha256', payload.secret).update(`mokor:page-form:v1:${form}:${issued}:${nonce}`).digest('base64url')

export function drawToken(payload: Payload, form: string, now: Date = new Date()): string {
  const issued = String(Math.floor(now.getTime() / 1000))
  const nonce = randomBytes(12).toString('base64url')
  return `${issued}.${nonce}.${sealOf(payload, form, issued, nonce)}`
}

/** What spends the token, or null when it is not ours, of another form, or too old. */
export function readToken(
  payload: Payload,
  form: string,
  token: string | null,
  now: Date = new Date(),
): { nonce: string; expiresAt: Date } | null {
  const [issued = '', nonce = '', seal = ''] = (token ?? '').slice(0, 200).split('.')
  const expected = Buffer.from(sealOf(payload, form, issued, nonce))
  const given = Buffer.from(seal)
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null
  const expiresAt = new Date((Number(issued) + hours * 3600) * 1000)
  return expiresAt > now ? { nonce: `page:${nonce}`, expiresAt } : null
}
