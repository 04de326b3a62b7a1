// POST /loans: somebody asks for a tool. GET /loans: how many are lent.

import { z } from 'zod'
import { readRoute, writeRoute } from '../../../plugin/api/route.js'
import { email, envelope, personName, singleLine, unconfirmedDto } from '../../../plugin/contract/dto.js'
import { documents } from '../../../plugin/database/documents.js'
import { inTransaction } from '../../../plugin/database/transaction.js'
import { confirmationDeadline } from '../../../plugin/lifecycle/expiry.js'
import { transitionContext } from '../../../plugin/lifecycle/timeline.js'
import { confirmation } from './transition.js'

const receipt = (at: Date) => ({ status: 'unconfirmed' as const, expiresAt: confirmationDeadline(at).toISOString() })

export const askForLoan = writeRoute({
  path: '/loans',
  features: ['loans'],
  summary: 'Ask for a tool',
  body: z.strictObject({ ...envelope, tool: singleLine(80), name: personName(80), email }),
  answer: unconfirmedDto,
  success: 202,
  emails: (body) => [body.email],
  decoy: () => receipt(new Date()),
  handle: ({ req: { payload }, body: { tool, name, email: address }, facts }) =>
    inTransaction(payload, async (req) => {
      const { at, lang } = facts
      const loan = await documents(req, 'loans').create(
        { tool, name, email: address, lang, ...receipt(at) },
        transitionContext({ by: 'client', at }),
      )
      await confirmation.ask(req, loan, facts)
      return receipt(at)
    }),
})

export const lentTools = readRoute({
  path: '/loans',
  features: ['loans'],
  summary: 'How many tools are lent',
  query: z.object({}),
  answer: z.object({ lent: z.number().int() }),
  handle: async ({ req }) => ({ body: { lent: await documents(req, 'loans').count({ status: { equals: 'lent' } }) } }),
})
