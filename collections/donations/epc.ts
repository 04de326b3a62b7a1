// The text of an EPC QR code (EPC069-12 version 002), from which banking apps fill in a SEPA transfer.
import { electronicFormatIBAN, isSEPACountry, isValidBIC, isValidIBAN } from 'ibantools'
import { sepaText } from '../../plugin/values/sepa.js'
import { isRfReference, normalRf } from './rf.js'

export interface Transfer {
  /** Account holder, ≤ 70 characters after transliteration. */
  beneficiary: string
  iban: string
  bic?: string
  /** 1 to 99 999 999 999 cents. */
  amountCents: number
  /** ISO 11649 reference; instead of `text`. */
  rf?: string
  /** Unstructured remittance, ≤ 140 characters; instead of `rf`. */
  text?: string
}

export const maxEpcBytes = 331

/** Raised when a transfer cannot be written as the standard asks; `field` names the part to mend. */
export class EpcError extends Error {
  constructor(
    readonly field: keyof Transfer,
    problem: string,
  ) {
    super(`EPC069-12: ${field} ${problem}`)
    this.name = 'EpcError'
  }
}

/**
 * @returns eleven lines at most; empty ones at the end are left out
 * @throws EpcError
 */
export function epcText(transfer: Transfer): string {
  const lines = [
    'BCD',
    '002',
    '1',
    'SCT',
    bicLine(transfer.bic),
    nameLine(transfer.beneficiary),
    ibanLine(transfer.iban),
    amountLine(transfer.amountCents),
    '',
    ...remittanceLines(transfer),
  ]
  while (lines.at(-1) === '') lines.pop()
  const epc = lines.join('\n')
  if (new TextEncoder().encode(epc).length > maxEpcBytes)
    throw new EpcError('text', `makes the code longer than ${maxEpcBytes} bytes`)
  return epc
}

function bicLine(bic: string | undefined): string {
  if (!bic) return ''
  const written = bic.replace(/\s+/g, '').toUpperCase()
  if (!isValidBIC(written)) throw new EpcError('bic', 'is not a BIC')
  return written
}

function nameLine(name: string): string {
  const written = sepaText(name)
  if (written === '') throw new EpcError('beneficiary', 'is missing')
  if (written.length > 70) throw new EpcError('beneficiary', 'is longer than 70 characters')
  return written
}

function ibanLine(iban: string): string {
  const written = electronicFormatIBAN(iban) ?? ''
  if (!isValidIBAN(written)) throw new EpcError('iban', 'is not a valid IBAN')
  if (!isSEPACountry(written.slice(0, 2))) throw new EpcError('iban', 'is of a country outside SEPA')
  return written
}

function amountLine(cents: number): string {
  if (!Number.isInteger(cents) || cents < 1 || cents > 99_999_999_999)
    throw new EpcError('amountCents', 'is not between EUR0.01 and EUR999999999.99')
  return `EUR${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`
}

/** The structured line, then the free one: the standard allows only one of the two. */
function remittanceLines({ rf, text }: Transfer): [string, string] {
  if (rf && text) throw new EpcError('text', 'cannot stand beside rf: the standard allows one of the two')
  if (rf) {
    if (!isRfReference(rf)) throw new EpcError('rf', 'is not an ISO 11649 reference')
    return [normalRf(rf), '']
  }
  const written = sepaText(text ?? '')
  if (written.length > 140) throw new EpcError('text', 'is longer than 140 characters')
  return ['', written]
}
