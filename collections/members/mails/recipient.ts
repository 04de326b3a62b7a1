// Who receives the mails about a member: the member, or the person who helps them.
import type { Mailbox } from '../../../plugin/definitions/mail.js'
import type { Localized } from '../../../plugin/i18n/localized.js'
import { plainName } from '../../../plugin/mail/plain-name.js'
import type { Member } from '../member.js'

interface Recipient {
  to: Mailbox
  name: string
  /** Somebody reads it for the member. */
  helped: boolean
}

/** The member's own address, or that of whoever helps; null where there is only a phone. */
export function recipientOf(member: Member): Recipient | null {
  const own = member.email?.trim()
  const name = plainName(member.firstName)
  if (own) return { to: { name, address: own }, name, helped: false }
  const helper = member.helper?.email?.trim()
  const helperName = plainName(member.helper?.name)
  return helper ? { to: { name: helperName, address: helper }, name: helperName, helped: true } : null
}

/** Whether the mails and pages of a file speak to somebody else than its person. */
export const isHelped = (member: Member): boolean => recipientOf(member)?.helped ?? false

/** What whoever helps reads for the person of the file. */
export function calledName(member: Member): Localized {
  const name = plainName(member.firstName)
  return name ? { it: name, en: name } : { it: 'questa persona', en: 'this person' }
}
