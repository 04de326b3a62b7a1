// Which sites may send forms: the network's own, and the partners it admits.
import type { ResolvedOptions } from '../options.js'

/** Where the network's own pages live; null while `publicUrl` is missing. */
export const ownOrigin = (options: ResolvedOptions): string | null =>
  options.publicUrl === '' ? null : new URL(options.publicUrl).origin

export const isAdmitted = (origin: string | null, options: ResolvedOptions): origin is string =>
  origin !== null && (origin === ownOrigin(options) || options.allowedOrigins.includes(origin))

/** Headers of an answer that only one origin may read. */
export const forOrigin = (origin: string): Record<string, string> => ({
  'Access-Control-Allow-Origin': origin,
  'Access-Control-Expose-Headers': 'Retry-After',
  Vary: 'Origin',
})
