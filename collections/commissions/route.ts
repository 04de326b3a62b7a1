// POST /commissions: a client asks for a job; a mail link confirms it.

import { writeRoute } from '../../plugin/api/route.js'
import { confirmationDeadline } from '../../plugin/lifecycle/expiry.js'
import { commissionInput, commissionReceiptDto } from './dto.js'
import { newReference } from './reference.js'
import { createCommission, requestIssues } from './service.js'

export const commissions = writeRoute({
  path: '/commissions',
  features: ['commissions'],
  summary: 'Ask for a job',
  body: commissionInput,
  answer: commissionReceiptDto,
  success: 202,
  emails: ({ client }) => [client.email],
  check: requestIssues,
  decoy: () => ({
    // No request bears it, but it looks like the real ones.
    reference: newReference(),
    status: 'unconfirmed',
    expiresAt: confirmationDeadline(new Date()).toISOString(),
  }),
  async handle({ req, body, facts }) {
    const { reference, expiresAt } = await createCommission(req.payload, body, facts)
    return { reference, status: 'unconfirmed', expiresAt }
  },
})
