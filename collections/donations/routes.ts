// POST /donations: a pledge, answered with the bank transfer's slip. GET /donations/summary: what was received.

import { z } from 'zod'
import { readRoute, writeRoute } from '../../plugin/api/route.js'
import { donationInput, donationSlipDto, donationsSummaryDto } from './dto.js'
import { createDonation, issuesOf as pledgeIssues } from './service.js'
import { donationsSummary as summary } from './summary.js'

/** No decoy: a slip that leads to nobody's pledge would take real money. */
export const donations = writeRoute({
  path: '/donations',
  features: ['donations'],
  summary: 'Pledge a donation by bank transfer',
  body: donationInput,
  answer: donationSlipDto,
  success: 201,
  emails: ({ donor }) => (donor.email === undefined ? [] : [donor.email]),
  check: (sketch) => pledgeIssues(sketch),
  handle: ({ req, body, facts }) => createDonation(req.payload, body, facts),
})

export const donationsSummary = readRoute({
  path: '/donations/summary',
  features: ['donations'],
  summary: 'Donations received, and those who want to be named',
  query: z.object({}),
  answer: donationsSummaryDto,
  handle: async ({ req }) => ({ body: await summary(req.payload) }),
})
