// The name by which a mail may address its recipient, who may not be the person who typed it.
import { isolated } from '../values/isolate.js'

/** A name that could carry an address or an advertisement is left out: whoever fills a form in can write to anybody. */
export const plainName = (name: string | null | undefined): string => {
  const trimmed = name?.trim() ?? ''
  return /^[\p{L}\p{M} .'’-]{1,60}$/u.test(trimmed) && !/\.\p{L}/u.test(trimmed) ? isolated(trimmed) : ''
}
