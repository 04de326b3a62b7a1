// POST /commissions: a client asks for a job; a mail link confirms it.

import { randomInt } from 'node:crypto'
import { requestCommission } from '../../../collections/commissions/index.js'
import { commissionInput, commissionReceiptDto } from '../dto.js'
import { writeRoute } from '../route.js'

const letters = '23456789CDFGHJKMNPQRTVWXYZ'

/** A reference that no request bears, shaped like the real ones. */
const strayReference = (): string =>
  Array.from({ length: 8 }, () => letters[randomInt(letters.length)])
    .join('')
    .replace(/^.{4}/, '$&-')

export const commissions = writeRoute({
  path: '/commissions',
  features: ['commissions'],
  summary: 'Ask for a job',
  body: commissionInput,
  answer: commissionReceiptDto,
  success: 202,
  emails: ({ client }) => [client.email],
  decoy: () => ({
    reference: strayReference(),
    status: 'unconfirmed',
    expiresAt: new Date(Date.now() + 7 * 86_400_000).toISOString(),
  }),
  async handle({ req, body, facts }) {
    const { reference, expiresAt } = await requestCommission(req.payload, body, facts)
    return { reference, status: 'unconfirmed', expiresAt }
  },
})
