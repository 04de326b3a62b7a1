// The link by which a person confirms that they join.
import type { PayloadRequest } from 'payload'
import { lockOn } from '../../../plugin/database/lock.js'
import { lastStep } from '../../../plugin/lifecycle/timeline.js'
import { enqueue } from '../../../plugin/outbox/index.js'
import { mokor } from '../../../plugin/runtime.js'
import type { Member } from '../member.js'
import { readMember } from '../publishing/read.js'
import { transition } from '../transition.js'
import { joinConfirmation } from './confirmation.js'
import { already, ask, expired, received } from './link-words.js'
import { memberWithEmail } from './service.js'

const receivedKey = ({ id }: Member): string => `member-received:${id}`

const tellReceived = (req: PayloadRequest, member: Member): Promise<void> =>
  enqueue(req, {
    key: receivedKey(member),
    template: 'member-received',
    target: String(member.id),
    lang: member.lang,
  })

export const confirmJoin = joinConfirmation.page({
  async read({ req, target }) {
    const member = await readMember(req, target)
    return member && !member.deletedAt ? member : null
  },
  question: ({ req, lang }, member) => ask(lang, mokor(req.payload).options.organisation.name, member),
  answer: ({ lang }, member) =>
    member.status === 'expired' ? expired(lang) : { ...received(lang, member), completed: true },
  thanks: ({ lang }, member) => received(lang, member),
  gone: expired,
  owes: (member) =>
    member.status === 'pending' && lastStep(member.timeline)?.by === 'member' ? [receivedKey(member)] : [],
  async confirm({ req, lang }, member, at) {
    const cause = { by: 'member', at }
    if (member.status === 'unconfirmed') {
      if (member.email) await lockOn(req, `confirm-join:${member.email}`)
      const twin = member.email ? await memberWithEmail(req, member.email, member.id) : null
      if (twin) {
        await transition(req, member, 'expire', cause)
        return { page: already(lang) }
      }
      await transition(req, member, 'confirm', cause)
    }
    await tellReceived(req, member)
    return member
  },
  renew: (req, member, at) => transition(req, member, 'resend', { by: 'member', at }),
})
