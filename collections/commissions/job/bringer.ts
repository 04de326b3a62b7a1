// Tells whoever brought a job that its client has confirmed.
import type { PayloadRequest } from 'payload'
import { enqueue } from '../../../plugin/outbox/index.js'
import { readMember } from '../../members/index.js'
import type { Commission } from '../types.js'

/** And nothing else of them. */
export async function tellBringer(req: PayloadRequest, { id, broughtBy }: Commission): Promise<void> {
  const member = broughtBy ? await readMember(req, broughtBy) : null
  if (!member) return
  await enqueue(req, { key: `job-brought:${id}`, template: 'job-brought', target: String(id), lang: member.lang })
}
