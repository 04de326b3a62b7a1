// POST /members/:slug/contact: a message to a member, relayed once its sender has confirmed; no address is revealed.

import { writeRoute } from '../../../plugin/api/route.js'
import { unconfirmedDto } from '../../../plugin/contract/dto.js'
import { confirmationDeadline } from '../../../plugin/lifecycle/expiry.js'
import { contactInput } from './dto.js'
import { relayMessage } from './service.js'

export const contact = writeRoute({
  path: '/members/:slug/contact',
  features: ['directory', 'relay'],
  summary: 'Write to a member; hidden and unknown ones give the same 404',
  body: contactInput,
  answer: unconfirmedDto,
  success: 202,
  emails: ({ email }) => [email],
  decoy: () => ({ status: 'unconfirmed', expiresAt: confirmationDeadline(new Date()).toISOString() }),
  async handle({ req, params, body, facts }) {
    const { expiresAt } = await relayMessage(req.payload, params.slug ?? '', body, facts)
    return { status: 'unconfirmed', expiresAt }
  },
})
