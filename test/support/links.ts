// Opens the links of mails as a person does: looks at the page, then presses its button.
import type { Payload } from 'payload'
import { createLocalReq } from 'payload'
import type { LinkView } from '../../plugin/pages/link.js'
import { mokor } from '../../plugin/runtime.js'
import { inTransaction } from '../../plugin/transaction.js'

/** What the page of a link shows. */
export async function lookAt(payload: Payload, purpose: string, target: number | string): Promise<LinkView | null> {
  const req = await createLocalReq({}, payload)
  return definition(payload, purpose).view({ req, target: String(target), lang: 'it' })
}

/** What the page's button does. */
export const press = (
  payload: Payload,
  purpose: string,
  target: number | string,
  form: Record<string, string> = {},
): Promise<LinkView> =>
  inTransaction(payload, (req) => {
    const { act } = definition(payload, purpose)
    if (!act) throw new Error(`the link ${purpose} has no button`)
    return act({ req, target: String(target), lang: 'it', form })
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
