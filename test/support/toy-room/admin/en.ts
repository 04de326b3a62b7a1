// English texts of the admin about loans.
import type { it } from './it.js'

export const en: Record<keyof typeof it, string> = {
  'action-lend': 'Lend',
  'action-take-back': 'It is back',
  'done-lend': 'Lent. A mail leaves.',
  'done-take-back': 'Back in its place.',
  'sure-take-back': 'The loan ends here.',
  'new-title-loan': 'New loan',
  'list-loans': 'The name of who asks is searched too.',
  'mail-loan-confirm': 'Confirm the loan',
  'mail-loan-lent': 'Lent',
  'mail-loan-expire': 'Loan not confirmed (no mail)',
  'mail-loan-forget': 'Loan to be deleted (no mail)',
}
