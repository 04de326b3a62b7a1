// What a site has not said and needs: warned of at start and by `mokor:check`, and shown on the dashboard.
import type { Payload } from 'payload'
import { mokor } from '../runtime.js'

export type Unsaid = 'public-url' | 'proxies'

/** By name, for the log; the dashboard has words of its own. */
const warnings: Record<Unsaid, string> = {
  'public-url':
    'neither `publicUrl` nor Payload’s `serverURL` is set: no mail leaves, and no address that we write can be opened. Set `publicUrl`, e.g. `https://example.org`.',
  proxies:
    '`trustedProxies` is not set: forms are not counted by where they come from, so that one sender can hold all of them up. Write how many proxies stand before the site, `0` where there are none.',
}

export function unsaid(payload: Payload): Unsaid[] {
  const { publicUrl, knowsProxies } = mokor(payload).options
  return [
    ...(publicUrl === '' ? (['public-url'] as const) : []),
    // On a developer's machine there is nobody to tell apart.
    ...(!knowsProxies && process.env.NODE_ENV === 'production' ? (['proxies'] as const) : []),
  ]
}

/** One sentence for each thing that is missing. */
export const startWarnings = (payload: Payload): string[] => unsaid(payload).map((name) => warnings[name])

export function warnAtStart(payload: Payload): void {
  for (const warning of startWarnings(payload)) payload.logger.warn(`payload-plugin-mokor: ${warning}`)
}
