// English texts of the admin about donations.
import type { it } from './it.js'

export const en: Record<keyof typeof it, string> = {
  'action-received': 'Received',
  'action-instalment': 'Received this month',
  'action-end': 'Ended',
  'action-reopen': 'Expect it again',
  'action-donations-withdraw': 'Will not arrive',
  'done-received': 'Recorded as received.',
  'done-instalment': 'Booked.',
  'done-end': 'Noted as ended: if more comes, book it as ever.',
  'done-reopen': 'A pledge again: it has left the accounts.',
  'sure-end': 'Nothing more is expected of this monthly gift; what arrived stays in the books.',
  'sure-reopen': 'The donation becomes a pledge again and leaves the public accounts: do this only to mend a mistake.',
  'sure-donations-withdraw': 'The pledge leaves the accounts: do this only when you know that it will not arrive.',
  'new-title-donation': 'New donation',
  'hint-name-contact':
    'There is a contact in the public name: in the accounts this donation stays without a name. Take the contact out to show it.',
  'hint-message-contact':
    'The public message holds a contact: the accounts show the name, not the message. Take the contact out to show it.',
  'list-donations': 'The donor’s name and e-mail are searched too.',
  'versions-donations':
    'Restoring a version of a donation brings its notes back. Status, reference, amounts, donor, message, consents and the choice of the name stay as they are today.',
  'mail-donation-thanks': 'Thank you: the details for the donation',
  'mail-donation-answer': 'The desk writes to the donor',
  'mail-donation-expire': 'Pledge expired (no mail)',
  'mail-donation-lapse': 'Monthly gift that has gone quiet (no mail)',
  'mail-donation-forget': 'Donor of a pledge that came to nothing, to be forgotten (no mail)',
  'action-close-year': 'Close the year',
  'done-close-year': 'Closed: nothing more is booked into this year.',
  'sure-close-year':
    'From here on nothing is booked into this year: a mistake is mended in the present one. Compare the balances with the bank’s statement first, and check the books again.',
  'new-title-bookYear': 'New year',
  'list-bookYears': 'Search by year.',
  'list-ledger': 'Search by key.',
  'desk-bookYears_one': 'year of the books to close',
  'desk-bookYears_other': 'years of the books to close',
  'desk-bookYears_zero': 'No year of the books to close',
  'desk-donations_one': 'pledge to check',
  'desk-donations_other': 'pledges to check',
  'desk-donations_zero': 'No pledge to check',
}
