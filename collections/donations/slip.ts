// Payment details of a pledge, the one source for the API’s answer, the QR code and the mail.

import { friendlyFormatIBAN } from 'ibantools'
import { type Organisation, taxNote } from '../../plugin/options/tax-note.js'
import type { DonationSlipDto } from './dto.js'
import { epcText } from './epc.js'
import { qrPath } from './qr.js'
import type { Donation } from './types.js'

type Pledge = Pick<Donation, 'reference' | 'amountCents' | 'currency' | 'frequency' | 'expiresAt'>

/** @throws Error when the site gives no IBAN */
export function slipOf(pledge: Pledge, organisation: Organisation, lang: string): DonationSlipDto {
  const { iban, bic, beneficiary } = organisation
  if (!iban) throw new Error('payload-plugin-mokor: `organisation.iban` is missing: no pledge can be paid')
  const epc = epcText({ beneficiary, iban, bic, amountCents: pledge.amountCents, rf: pledge.reference })
  return {
    reference: pledge.reference,
    status: 'pledged',
    amountCents: pledge.amountCents,
    currency: pledge.currency,
    frequency: pledge.frequency,
    payment: {
      method: 'bank-transfer',
      beneficiary,
      iban,
      bic: bic ?? null,
      remittance: pledge.reference,
      epc,
      qr: qrPath(epc),
    },
    taxNote: taxNote(organisation, lang),
    expiresAt: new Date(pledge.expiresAt).toISOString(),
  }
}

export const printedIban = (iban: string): string => friendlyFormatIBAN(iban) ?? iban
