// Why a mail did not leave, in words: our own causes are keys of `mail-cause-…`, a mail server's are its own words.
import type { PayloadRequest } from 'payload'

export function causeInWords({ t }: PayloadRequest, lastError: string | null | undefined): string | null {
  if (!lastError) return null
  const key = `mokor:mail-cause-${lastError}`
  const words = (t as (key: string) => string)(key)
  return words === key ? lastError : words
}
