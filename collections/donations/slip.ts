// What a donor needs to pay: one source for the answer, the QR and the mail, so that all show the same reference.
import { friendlyFormatIBAN } from 'ibantools'
import type { DonationSlipDto } from '../../plugin/contract/dto.js'
import { inLang } from '../../plugin/i18n/localized.js'
import type { ResolvedOptions } from '../../plugin/options/index.js'
import { epcText } from './epc.js'
import { qrPath } from './qr.js'
import type { Donation } from './types.js'

type Organisation = ResolvedOptions['organisation']
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

/** The only sentence on taxes anywhere: none unless the body is registered with RUNTS. */
export function taxNote({ runtsStatus }: Pick<Organisation, 'runtsStatus'>, lang: string): string | null {
  if (runtsStatus !== 'registered') return null
  return inLang(lang, {
    it: 'L’associazione è iscritta al RUNTS: una donazione fatta con un mezzo tracciabile, come il bonifico, dà diritto alle agevolazioni fiscali previste dalla legge. Conserva la ricevuta del bonifico.',
    en: 'The association is registered with RUNTS: a donation paid by a traceable means, such as a bank transfer, gives a right to the tax relief that Italian law provides. Keep the receipt of the transfer.',
  })
}

export const printedIban = (iban: string): string => friendlyFormatIBAN(iban) ?? iban
