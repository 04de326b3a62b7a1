// Keys of the plugin's own, one for each use, made from the site's secret or from secrets of their own that can be changed.
import { hkdfSync } from 'node:crypto'
import type { Payload } from 'payload'
import type { KeyUse } from '../options/keys.js'
import { mokor } from '../runtime.js'

const made = new WeakMap<Payload, Map<KeyUse, readonly Buffer[]>>()

/** Newest first, the site's own secret last: the first makes, the others still open what they made. */
export function keysFor(payload: Payload, use: KeyUse): readonly [Buffer, ...Buffer[]] {
  const known = made.get(payload) ?? new Map<KeyUse, readonly Buffer[]>()
  made.set(payload, known)
  const keys =
    known.get(use) ??
    [...(mokor(payload).options.keys[use] ?? []), payload.secret].map((secret) =>
      Buffer.from(hkdfSync('sha256', secret, '', `mokor:${use}:v2`, 32)),
    )
  known.set(use, keys)
  return keys as [Buffer, ...Buffer[]]
}
