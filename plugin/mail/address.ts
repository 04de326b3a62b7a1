// Formats mail addresses safely: one address and a display name, no lists, no line breaks.

import type { Mailbox } from '../definitions/mail.js'
import { isolated } from '../values/isolate.js'

/** Raised for an address that no mail may be sent to; trying again would not help. Editors read `mail-cause-address`. */
export class AddressError extends Error {
  readonly final = true
  constructor() {
    super('address')
    this.name = 'AddressError'
  }
}

const addrSpec = /^[^\s\p{Cc}@,;:<>()[\]\\"]{1,64}@[^\s\p{Cc}@,;:<>()[\]\\"]{1,190}\.[^\s\p{Cc}@,;:<>()[\]\\".]{2,}$/u

/**
 * The mailbox as an adapter takes it. Mail libraries read commas and line breaks in a string as further addressees and
 * headers, so it is never a string.
 * @throws AddressError when `address` is not exactly one addr-spec
 */
export function mailbox({ name, address }: Mailbox): { name: string; address: string } {
  if (!addrSpec.test(address)) throw new AddressError()
  return { name: isolated(oneLine(name ?? '').slice(0, 120)), address }
}

/** Control characters, line breaks included, become spaces; signs that turn the writing round, as older texts may hold, go. */
export const oneLine = (text: string): string =>
  text
    .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066\u2067]/gu, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()
