// Tells what card circuits and payment services pay out in one sum: never a gift, but the sum of several. Pure.
import type { KeyedLine } from './keys.js'

const services: [string, RegExp][] = [
  ['Stripe', /\bSTRIPE\b/],
  ['PayPal', /\bPAY ?PAL\b/],
  ['Satispay', /\bSATISPAY\b/],
  ['SumUp', /\bSUM ?UP\b/],
  ['Nexi', /\bNEXI\b/],
  ['Mollie', /\bMOLLIE\b/],
  ['Zettle', /\b(?:ZETTLE|IZETTLE)\b/],
  ['Adyen', /\bADYEN\b/],
  ['Axerve', /\bAXERVE\b/],
  ['Worldline', /\bWORLDLINE\b/],
  ['POS', /\b(?:ACCREDITO|INCASSO|INCASSI|ACCREDITI)\s+(?:\w+\s+)?POS\b|\bPAGOBANCOMAT\b/],
]

export interface Circuit {
  name: string
  /** Whether the circuit itself is the payer, or it is only named. */
  isPayer: boolean
}

export function circuitOf({ payer, text }: Pick<KeyedLine, 'payer' | 'text'>): Circuit | null {
  const name = (payer.name ?? '').toUpperCase()
  const words = text.toUpperCase()
  for (const [service, pattern] of services) {
    if (pattern.test(name)) return { name: service, isPayer: true }
    if (pattern.test(words)) return { name: service, isPayer: false }
  }
  return null
}
