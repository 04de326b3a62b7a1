// POST /members: someone wants to join; a mail asks to confirm, then an editor approves.

import { writeRoute } from '../../../plugin/api/route.js'
import { unconfirmedDto } from '../../../plugin/contract/dto.js'
import { confirmationDeadline } from '../../../plugin/lifecycle/expiry.js'
import { joinInput } from './dto.js'
import { joinIssues } from './rules.js'
import { createMember } from './service.js'

export const join = writeRoute({
  path: '/members',
  features: ['join'],
  summary: 'Join the network; the answer is the same whether or not the address is known',
  body: joinInput,
  answer: unconfirmedDto,
  success: 202,
  // Where the mails go: the helper's address only where the person has none.
  emails: ({ email, helper }) => [email ?? helper?.email].filter((one) => one !== undefined),
  answersEvenly: true,
  check: (sketch) => joinIssues(sketch),
  decoy: () => ({ status: 'unconfirmed', expiresAt: confirmationDeadline(new Date()).toISOString() }),
  async handle({ req, body, facts }) {
    const { expiresAt } = await createMember(req.payload, body, facts)
    return { status: 'unconfirmed', expiresAt }
  },
})
