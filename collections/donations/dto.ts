// What the donation routes take and answer, in zod.
import { z } from 'zod'
import { agrees, holds, is, when } from '../../plugin/contract/conditions.js'
import { companyName, email, envelope, text } from '../../plugin/contract/dto.js'

export const donationSlipDto = z.object({
  reference: z.string(),
  status: z.literal('pledged'),
  amountCents: z.number().int(),
  currency: z.literal('EUR'),
  frequency: z.enum(['once', 'monthly']),
  payment: z.object({
    method: z.literal('bank-transfer'),
    beneficiary: z.string(),
    iban: z.string(),
    bic: z.string().nullable(),
    remittance: z.string(),
    epc: z.string(),
    qr: z.object({ size: z.number().int(), path: z.string() }),
  }),
  taxNote: z.string().nullable(),
  expiresAt: z.iso.datetime(),
})

export const donationsSummaryDto = z.object({
  currency: z.literal('EUR'),
  receivedCents: z.number().int(),
  received: z.number().int(),
  donors: z.array(z.object({ name: z.string(), message: z.string().nullable() })),
})

export const donationInput = z
  .strictObject({
    ...envelope,
    amountCents: z.number().int().min(100, 'amount.range').max(99_999_999, 'amount.range'),
    currency: z.literal('EUR').default('EUR'),
    frequency: z.enum(['once', 'monthly']).default('once'),
    donor: z.strictObject({
      type: z.enum(['person', 'organisation']),
      name: companyName(80).optional().describe('Without a phone number, an e-mail address or a link.'),
      email: email.optional(),
    }),
    publicAs: z.enum(['name', 'anonymous']).default('anonymous'),
    message: text(500).optional(),
    method: z.literal('bank-transfer').default('bank-transfer'),
  })
  .meta({
    allOf: [when(is('/publicAs', 'name'), { allOf: [holds('/donor/name'), agrees('publish')] })],
  })

export type DonationSlipDto = z.infer<typeof donationSlipDto>

export type DonationsSummaryDto = z.infer<typeof donationsSummaryDto>

export type DonationInput = z.input<typeof donationInput>

export type DonationData = z.output<typeof donationInput>
