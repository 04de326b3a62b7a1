// What editors do with a message in the desk's hands: pass it on by voice, mail it again, or give it back.

import type { PayloadRequest } from 'payload'
import { deskEndpoints } from '../../../plugin/desk/endpoints.js'
import { publishedById } from '../../../plugin/directory/index.js'
import { pick } from '../../../plugin/i18n/localized.js'
import type { EditorAction, EditorView } from '../../../plugin/lifecycle/actions.js'
import { editorActions } from '../../../plugin/lifecycle/transition.js'
import { causeInWords } from '../../../plugin/outbox/cause.js'
import type { Message } from './collection.js'
import { senderOf } from './correspondent.js'
import { messageLifecycle } from './lifecycle.js'
import { readerOf, transition } from './transition.js'

/** In the sender's language; the person stays as they are known to them. */
const kindWords = async (_: PayloadRequest, { lang, memberName }: Message): Promise<string> =>
  pick(lang, {
    it: `Abbiamo cercato ${memberName ?? 'la persona'} e non siamo riusciti a raggiungerla. Ci dispiace.`,
    en: `We have looked for ${memberName ?? 'the person'} and could not reach them. We are sorry.`,
  })

export const actions: Record<string, EditorAction<Message>> = editorActions(messageLifecycle, transition, {
  'relay-again': { confirm: true, isAvailable: async (message, req) => (await readerOf(req, message)) !== null },
  'give-back': { prefill: kindWords },
})

async function hintsOf(req: PayloadRequest, message: Message): Promise<EditorView['hints']> {
  if (message.status !== 'held') return []
  const name = message.memberName ?? ''
  const { failure } = message
  const cause = causeInWords(req, failure)
  const reachable = (await readerOf(req, message)) !== null
  return [
    ...((await publishedById(req, message.member))
      ? []
      : [{ code: 'message-hidden', tone: 'warning', values: { name } } as const]),
    cause
      ? ({ code: 'message-failed', tone: 'warning', values: { name, cause } } as const)
      : ({ code: reachable ? 'message-reachable' : 'message-no-mail', tone: 'info', values: { name } } as const),
  ]
}

export const messageActions = deskEndpoints({
  key: 'messages',
  lifecycle: messageLifecycle,
  transition,
  actions,
  answer: { template: 'message-answer', correspondentOf: senderOf },
  view: async (req, message: Message) => ({ hints: await hintsOf(req, message) }),
})
