// The secret of whoever runs the site, as a machine shows it.
import { createHash, timingSafeEqual } from 'node:crypto'
import type { PayloadRequest } from 'payload'

/** Whether the request shows the secret as `Authorization: Bearer <secret>`; never where there is none. */
export const isBearer = (req: PayloadRequest, secret: string | null): boolean =>
  secret !== null && isSame(req.headers.get('authorization') ?? '', `Bearer ${secret}`)

/** Hashes have one length: the comparison tells nothing of where or how long the secret is. */
function isSame(given: string, expected: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(hash(given), hash(expected))
}
