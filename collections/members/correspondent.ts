// Whom the desk writes to about a profile: its person or who helps them, once the address is known to be theirs.
import type { Correspondent } from '../../plugin/desk/answer.js'
import { calledName, recipientOf } from './mails/recipient.js'
import type { Member, MemberStatus } from './member.js'

/** Nobody has said yet that the address is theirs; or nobody is left. */
const unknown: readonly MemberStatus[] = ['unconfirmed', 'expired', 'left']

export function personOf(member: Member): Correspondent | null {
  const found = unknown.includes(member.status) ? null : recipientOf(member)
  if (!found) return null
  return {
    to: found.to,
    lang: member.lang,
    name: found.name,
    hello: { it: 'Ciao', en: 'Hello' },
    reference: null,
    subject: (network) => {
      const who = calledName(member)
      return found.helped
        ? { it: `La scheda di ${who.it}: scrive ${network}`, en: `The profile of ${who.en}: a message from ${network}` }
        : { it: `La tua scheda: scrive ${network}`, en: `Your profile: a message from ${network}` }
    },
  }
}
