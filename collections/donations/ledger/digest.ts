// A fingerprint of entries, over whole postings: whoever changes one past the plugin changes it. Pure.
import { createHash } from 'node:crypto'
import type { Entry } from './posting.js'

/** One spelling of what was posted; who booked it and when it was stored do not belong to it. */
const canonical = (entry: Entry): string => {
  const { key, on, booked, kind, currency, legs, donation, campaign, line, commission, reverses, mode, note, voucher } =
    entry
  const sides = legs.map(({ account, cents }) => [account, cents])
  const parts = [booked, donation, campaign, line, commission, reverses, mode, note, voucher].map(
    (part) => part ?? null,
  )
  return JSON.stringify([key, on, kind, currency, sides, ...parts])
}

/** The same for the same entries in whatever order. */
export function digestOf(entries: readonly Entry[]): string {
  const hash = createHash('sha256')
  for (const line of entries.map(canonical).sort()) hash.update(`${line}\n`)
  return hash.digest('hex')
}
