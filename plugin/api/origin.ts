// Which origins may send forms: the network’s own and the admitted partners’.
import type { ResolvedOptions } from '../options/index.js'

/** Where the network's own pages live; null while `publicUrl` is missing. */
const ownOrigin = (options: ResolvedOptions): string | null =>
  options.publicUrl === '' ? null : new URL(options.publicUrl).origin

/** `null` is what sandboxed frames and local files call themselves: anybody's page can, so it is nobody's name. */
export const isOwn = (origin: string | null, options: ResolvedOptions): origin is string =>
  origin !== null && origin !== 'null' && origin === ownOrigin(options)

export const isAdmitted = (origin: string | null, options: ResolvedOptions): origin is string =>
  isOwn(origin, options) || (origin !== null && origin !== 'null' && options.allowedOrigins.includes(origin))

/** Headers of an answer that only one origin may read. */
export const forOrigin = (origin: string): Record<string, string> => ({
  'Access-Control-Allow-Origin': origin,
  'Access-Control-Expose-Headers': 'Retry-After',
  Vary: 'Origin',
})
