// What a mail may call the person it goes to, who may be somebody else than whoever filled the form in.
import { isolated } from '../values/isolate.js'

/** A name that could carry an address or an advertisement is left out: whoever fills a form in can write to anybody. */
export const plainName = (name: string | null | undefined): string => {
  const trimmed = name?.trim() ?? ''
  return /^[\p{L}\p{M} .'’-]{1,60}$/u.test(trimmed) && !/\.\p{L}/u.test(trimmed) ? isolated(trimmed) : ''
}
