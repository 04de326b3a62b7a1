// Opens the links of mails as a person does: looks at the page, then presses its button.
import type { Payload } from 'payload'
import { createLocalReq } from 'payload'
import { inTransaction } from '../../plugin/database/transaction.js'
import type { LinkView } from '../../plugin/definitions/link.js'
import { mokor } from '../../plugin/runtime.js'

/** What the page of a link shows. */
export async function lookAt(payload: Payload, purpose: string, target: number | string): Promise<LinkView | null> {
  const req = await createLocalReq({}, payload)
  return definition(payload, purpose).view({ req, target: String(target), lang: 'it' })
}

/** What a button of the page does; the first one unless named. */
export const press = (
  payload: Payload,
  purpose: string,
  target: number | string,
  form: Record<string, string> = {},
  button?: string,
): Promise<LinkView> =>
  inTransaction(payload, async (req) => {
    const { act, view } = definition(payload, purpose)
    if (!act) throw new Error(`the link ${purpose} has no button`)
    const context = { req, target: String(target), lang: 'it' }
    const [first] = (await view(context))?.buttons ?? []
    return act({ ...context, button: button ?? first?.name ?? '', form })
  })

/** A new mail asked for from a link that no longer works. */
export async function askAgain(payload: Payload, purpose: string, target: number | string): Promise<void> {
  await inTransaction(payload, async (req) => {
    await definition(payload, purpose).renew?.({ req, target: String(target), lang: 'it' })
  })
}

function definition(payload: Payload, purpose: string) {
  const found = mokor(payload).links[purpose]
  if (!found) throw new Error(`no link is called ${purpose}`)
  return found
}
