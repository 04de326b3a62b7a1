// Notices that a backup was restored and `mokor:restored` did not run: somebody whom the erasure log names is here again.
import type { Payload } from 'payload'
import { readErased } from '../erasure-log/index.js'
import { mokor } from '../runtime.js'
import { eraseOne } from './restored.js'

/** Of the log's lines these tell: a database that knows of the newest erasures knows of those before. */
const newest = 200

/** What the log and `mokor:check` say of it. */
export const returnedWarning =
  'the erasure log names people whose data are here: a backup was restored, and their erasures were not done again. Stop the site and run `npx payload mokor:restored --since DATE --dry`, then without `--dry`.'

/** @throws when the erasure log cannot be read */
export async function isErasedBack(payload: Payload): Promise<boolean> {
  const { disabled, erasureLog } = mokor(payload).options
  if (disabled || erasureLog === null) return false
  for (const line of (await readErased(payload, erasureLog)).slice(-newest).reverse())
    if (await eraseOne(payload, line, true)) return true
  return false
}

const atStart = new WeakMap<Payload, Promise<boolean>>()

/** A backup is restored while the site stands still, so that one look tells; what it found is looked at again, as it may be mended. */
export async function wasErasedBack(payload: Payload): Promise<boolean> {
  return (await lookAtStart(payload)) && (await isErasedBack(payload).catch(() => false))
}

/** In the background of the start, which needs not wait for it. */
export function lookAtStart(payload: Payload): Promise<boolean> {
  const known = atStart.get(payload)
  if (known) return known
  const found = isErasedBack(payload).catch((error: unknown) => {
    payload.logger.error({ err: error, msg: 'payload-plugin-mokor: the erasure log could not be looked at' })
    return false
  })
  atStart.set(payload, found)
  found.then((back) => {
    if (back) payload.logger.warn(`payload-plugin-mokor: ${returnedWarning}`)
  })
  return found
}
