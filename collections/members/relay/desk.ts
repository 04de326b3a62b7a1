// Messages in the desk's hands: which wait to be passed on, by when, and what is shown of them.
import type { PayloadRequest } from 'payload'
import { editors } from '../../../plugin/access/index.js'
import { adminAddress } from '../../../plugin/admin/address.js'
import { type DeskPanel, type DeskQueue, type DeskSheet, factsOf, textsOf } from '../../../plugin/desk/index.js'
import { localized, pickFor } from '../../../plugin/i18n/localized.js'
import { mokor } from '../../../plugin/runtime.js'
import { responseDeadline } from '../../../plugin/values/working-days.js'
import { readMember } from '../publishing/read.js'
import { actions } from './actions.js'
import type { Message } from './collection.js'

const phoneOf = (name: string) => localized(`Telefono di ${name}`, `Phone of ${name}`)
const emailOf = (name: string) => localized(`E-mail di ${name}`, `E-mail of ${name}`)
const towards = (name: string) => localized(`per ${name}`, `for ${name}`)
const whose = localized('Per chi è', 'Whom it is for')
const profileOf = (name: string) => localized(`La scheda di ${name}`, `The profile of ${name}`)
const emptied = localized('Messaggio cancellato', 'Message erased')

/** Whoever is to be told comes first. */
async function contactsOf(req: PayloadRequest, message: Message): Promise<DeskSheet['contacts']> {
  const member = message.status === 'held' ? await readMember(req, message.member) : null
  const mine = message.memberName ?? ''
  const theirs = message.name ?? ''
  const all = [
    [pickFor(req, phoneOf(mine)), 'phone', member?.phone],
    [pickFor(req, emailOf(mine)), 'email', member?.email],
    [pickFor(req, phoneOf(theirs)), 'phone', message.phone],
    [pickFor(req, emailOf(theirs)), 'email', message.email],
  ] as const
  return all.flatMap(([label, kind, value]) => (value ? [{ label, kind, value }] : []))
}

const addressee: DeskPanel<Message> = {
  name: 'addressee',
  roles: editors,
  statuses: ['held'],
  async read({ req, doc }) {
    if (!(await readMember(req, doc.member))) return null
    const { options } = mokor(req.payload)
    return {
      title: pickFor(req, whose),
      links: [
        {
          label: pickFor(req, profileOf(doc.memberName ?? '')),
          href: adminAddress(
            req.payload.config.routes.admin,
            `/collections/${options.slugs.members}/${doc.member}`,
            true,
          ),
        },
      ],
    }
  },
  acts: {},
}

export const messageQueue: DeskQueue<Message> = {
  collection: 'messages',
  feature: 'relay',
  unedited: true,
  statuses: { fresh: ['held'], begun: [], waiting: [] },
  term: {
    field: 'since',
    promised: (at, { deskDays, organisation }) => responseDeadline(at, organisation.answerDays, deskDays),
  },
  since: 'since',
  select: { name: true, memberName: true },
  line: ({ name, memberName }, req) => ({
    title: name || pickFor(req, emptied),
    who: memberName ? pickFor(req, towards(memberName)) : null,
    place: null,
  }),
  sheet: async (message, req) => ({
    contacts: await contactsOf(req, message),
    texts: textsOf(req, 'messages', message, ['text']),
    trades: [],
    facts: factsOf(req, 'messages', message, ['memberName', 'lang']),
  }),
  panels: [addressee],
  statusColors: { held: 'pending', delivered: 'success', returned: 'muted' },
  news: { held: 'since' },
  actions,
}
