// The link by which a sender confirms their message to a member.
import type { LinkContext, LinkView } from '../../../plugin/definitions/link.js'
import { type DirectoryRow, pageOf, publishedById } from '../../../plugin/directory/index.js'
import { pick } from '../../../plugin/i18n/localized.js'
import { mokor } from '../../../plugin/runtime.js'
import { isolated } from '../../../plugin/values/isolate.js'
import type { Message } from './collection.js'
import { messageConfirmation } from './confirmation.js'
import { arrived, ask, gone, onItsWay } from './link-words.js'
import { isForEditors, passOn, readMessage } from './service.js'
import { deskKey, relayKey } from './transition.js'

/** Whoever wants to write again finds the person's page. */
const backTo = ({ req, lang }: LinkContext, { name, slug }: DirectoryRow): Pick<LinkView, 'link'> => {
  const url = pageOf(mokor(req.payload).options, slug)
  const label = pick(lang, { it: `La scheda di ${name}`, en: `The profile of ${name}` })
  return url === null ? {} : { link: { label, url } }
}

async function question(context: LinkContext, message: Message): Promise<LinkView> {
  const { req, lang } = context
  const row = await publishedById(req, message.member)
  if (!row) return gone(lang)
  if (!message.text || new Date(message.expiresAt) <= new Date()) return gone(lang, backTo(context, row))
  return ask(lang, message, isolated(row.name), await isForEditors(req, message))
}

/** Whether the desk passes it on. */
const thanks = async (context: LinkContext, message: Message): Promise<LinkView> => {
  const row = await publishedById(context.req, message.member)
  return row && (message.status === 'confirmed' || message.status === 'held')
    ? onItsWay(context.lang, isolated(row.name), message.status === 'held')
    : answer(context, message)
}

async function answer(context: LinkContext, message: Message): Promise<LinkView> {
  const { req, lang } = context
  const row = await publishedById(req, message.member)
  const back = row ? backTo(context, row) : {}
  if (message.status === 'delivered') return arrived(lang, false, back)
  if (message.status === 'held') return arrived(lang, true, back)
  if (!row || message.status !== 'confirmed') return gone(lang, back)
  return onItsWay(lang, isolated(row.name), false)
}

export const confirmMessage = messageConfirmation.page({
  read: ({ req, target }) => readMessage(req, target),
  question,
  answer,
  thanks,
  gone,
  owes: (message) => ({ confirmed: [relayKey(message)], held: [deskKey(message)] })[message.status as string] ?? [],
  confirm: ({ req }, message) => passOn(req, message),
  renew: (req, message, at) => messageConfirmation.ask(req, message, { at, again: true }),
})
