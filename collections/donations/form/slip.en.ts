// The donation slip in English.
import type { words as italian } from './slip.it.js'

export const words: typeof italian = {
  once: 'You give by bank transfer, from your own bank: nothing is paid here. Copy these details as they are.',
  monthly:
    'In your bank set up a standing order, every month, with these details. The reference stays the same; you can stop whenever you like.',
  beneficiary: 'Beneficiary',
  iban: 'IBAN',
  amount: 'Amount',
  remittance: 'Reference',
  copy: 'Copy',
  copied: 'Copied',
  selected: 'Selected: now copy it',
  qr: 'QR code, if your bank’s app can read it',
  qrName: 'QR code with beneficiary, IBAN, amount and reference',
  until: 'We expect the transfer by {date}. Later, these details can be asked for again.',
  print: 'Print',
}
