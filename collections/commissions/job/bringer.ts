// What follows once the client of a job that a member brought has confirmed: the member hears of it, and whom they named is asked.
import type { PayloadRequest } from 'payload'
import { undoMs } from '../../../plugin/lifecycle/step.js'
import { enqueue } from '../../../plugin/outbox/index.js'
import { readMember } from '../../members/index.js'
import type { Commission } from '../types.js'

/** And nothing else of them. */
export async function tellBringer(req: PayloadRequest, { id, broughtBy }: Commission): Promise<void> {
  const member = broughtBy ? await readMember(req, broughtBy) : null
  if (!member) return
  await enqueue(req, { key: `job-brought:${id}`, template: 'job-brought', target: String(id), lang: member.lang })
}

/** By a job of its own, when an editor who confirmed it by mistake can no longer take that back. */
export async function askNamed(req: PayloadRequest, { id, source, wanted, client }: Commission): Promise<void> {
  if (source !== 'private' || !wanted?.length) return
  await enqueue(req, {
    key: `job-named:${id}`,
    template: 'job-named',
    target: String(id),
    lang: client.lang,
    afterMs: undoMs(req),
  })
}
