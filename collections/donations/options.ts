// Options of the donations room under `organisation`: the account that receives donations.
import { electronicFormatIBAN, isSEPACountry, isValidBIC, isValidIBAN } from 'ibantools'
import { MokorOptionsError, nonEmptyString } from '../../plugin/options/checks.js'
import type { OrganisationChecks } from '../../plugin/options/index.js'
import { sepaText } from '../../plugin/values/sepa.js'

export interface DonationOptions {
  /** IBAN that receives donations; needed by the `donations` feature. @default undefined */
  iban?: string
  /** BIC of that account; SEPA does not need it. @default undefined */
  bic?: string
  /** The account holder's exact name, ≤ 70 characters as banks spell it (ß becomes ss). @default organisation.name */
  beneficiary?: string
}

declare module '../../plugin/options/index.js' {
  interface OrganisationOptions extends DonationOptions {}
  interface ResolvedOrganisation extends Pick<DonationOptions, 'iban' | 'bic'> {
    beneficiary: string
  }
}

export const donationOptions = {
  bic: ({ bic }) => (bic === undefined ? undefined : resolveBic(bic)),
  beneficiary: ({ beneficiary, name }) => resolveBeneficiary(beneficiary ?? name),
  // Last: whatever else is wrong is said first.
  iban({ iban }, features) {
    if (iban !== undefined) return resolveIban(iban)
    if (!features.donations) return undefined
    throw new MokorOptionsError(
      'organisation.iban',
      'is missing while the donations feature is on',
      'Give the account’s IBAN, or set `features.donations: false`.',
    )
  },
} satisfies OrganisationChecks

function resolveIban(given: string): string {
  const iban = electronicFormatIBAN(given) ?? ''
  if (!isValidIBAN(iban))
    throw new MokorOptionsError(
      'organisation.iban',
      'is not a valid IBAN',
      'Check its country, length and check digits.',
    )
  if (!isSEPACountry(iban.slice(0, 2)))
    throw new MokorOptionsError(
      'organisation.iban',
      `is of a country outside SEPA (${iban.slice(0, 2)})`,
      'Give an account inside SEPA, or set `features.donations: false` and leave it out.',
    )
  return iban
}

function resolveBic(given: string): string {
  const bic = String(given).replace(/\s+/g, '').toUpperCase()
  if (!isValidBIC(bic))
    throw new MokorOptionsError(
      'organisation.bic',
      'is not a BIC',
      'Copy its 8 or 11 characters from the bank’s papers, or leave it out: SEPA does not need it.',
    )
  return bic
}

/** Transfers carry the name in the letters that every SEPA bank takes, which may be more than were written. */
function resolveBeneficiary(given: string): string {
  const spelled = sepaText(nonEmptyString('organisation.beneficiary', given))
  if (spelled.length > 70)
    throw new MokorOptionsError(
      'organisation.beneficiary',
      `is longer than 70 characters as banks spell it («${spelled}»)`,
      'Shorten it as the bank does on the account’s papers.',
    )
  return given
}
