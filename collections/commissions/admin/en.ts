// English texts of the admin about requests.
import { en as job } from '../job/admin.en.js'
import { en as offers } from '../offers/admin.en.js'
import type { it } from './it.js'

export const en: Record<keyof typeof it, string> = {
  ...job,
  ...offers,
  'timeline-step-split': 'Divided: one part more',
  'timeline-step-smaller': 'It is a small job',
  'timeline-step-larger': 'It is no small job',
  'mail-family-settle': 'The parts are taken back with the request (no mail)',
  'action-take': 'Take on',
  'action-confirm-by-phone': 'Confirmed by phone',
  'action-close': 'Close',
  'action-decline': 'Decline',
  'action-withdraw': 'Mark as withdrawn',
  'action-reconsider': 'Back to the desk',
  'done-reconsider': 'It is at the desk again. Whoever had still to answer is told by mail.',
  'sure-reconsider': 'Offers that are still open are recalled: whoever got them is told by mail.',
  'action-start': 'Work has begun',
  'done-start': 'Noted: the work has begun.',
  'action-give-back': 'Whoever did it no longer can',
  'done-give-back': 'It is at the desk again: it can be offered to others.',
  'sure-give-back':
    'The agreement ends here and the request comes back to the desk, to be offered to others. Your words go to the client.',
  'action-deliver': 'Work is done',
  'done-deliver': 'Noted: the work is done.',
  'action-carry-on': 'The work goes on',
  'done-carry-on': 'Noted: the work is still under way.',
  'action-dispute': 'They disagree',
  'done-dispute': 'Noted: the parties disagree.',
  'sure-dispute': 'The network listens, but does not decide on money: client and executor settle it between them.',
  'done-take': 'Taken on.',
  'done-confirm-by-phone': 'Confirmed: the request has reached the desk. The client gets a mail.',
  'done-confirm-by-phone-no-address': 'Confirmed: the request has reached the desk.',
  'done-close': 'Closed. The client gets a mail.',
  'done-close-no-address': 'Closed. There is no e-mail: tell the client by phone.',
  'done-decline': 'Declined. The client gets the reason by mail.',
  'done-decline-no-address': 'Declined. There is no e-mail: tell the client by phone, and why.',
  'bulk-sure-decline':
    'Requests chosen: {{count}}. They close here, and those with an e-mail are told in the words you wrote. Those without know only if you call.',
  'sure-decline': 'The request ends here, and the client is told by mail in the words you wrote.',
  'sure-decline-no-address':
    'The request ends here. There is no e-mail: the client knows only by phone. The reason stays in the history.',
  'sure-close': 'The request is closed and cannot be opened again. The client is told by mail.',
  'sure-close-no-address':
    'The request is closed and cannot be opened again. There is no e-mail: the client knows only by phone.',
  'sure-withdraw':
    'The request is closed as withdrawn by the client and cannot be opened again. If it was confirmed, the client gets a mail.',
  'sure-withdraw-no-address': 'The request is closed as withdrawn by the client and cannot be opened again.',
  'new-title-commission': 'New request',
  'hint-missing-place': 'The work is on site, but the municipality is missing: nobody knows whom to propose it to.',
  'hint-answer-late': 'The answer was due by {{day}}.',
  'hint-share-consent-missing':
    'The consent to offer it and to pass contacts on is missing: ask for it before showing it to anybody.',
  'hint-share-old':
    'The client has not yet agreed to the new text of the consent: until then only the desk and whoever does the work see the photographs, and no team is asked. We have asked by mail, where there is an address; if they tell you, add it to the consents.',
  'hint-share-refused':
    'The client said no to the new text of the consent on {{day}}: only the desk and whoever does the work see the photographs, and no team is asked.',
  'hint-regulated-trade': '{{skill}}: a regulated trade. {{note}}',
  'list-commissions': 'The client’s name, company and contacts are searched too.',
  'versions-commissions':
    'Restoring a version brings its texts back. Status, reference, the client’s contacts, answer term, consents and history stay as they are today.',
  'mail-commission-confirm': 'Confirm the request',
  'mail-commission-reminder': 'The request waits for confirmation',
  'mail-commission-received': 'Request received',
  'mail-commission-desk': 'Notice to the desk: new request',
  'mail-commission-share': 'The new text of the consent',
  'mail-commission-share-ask': 'Whom to ask for the new consent (no mail)',
  'mail-commission-link': 'A new link to follow the request',
  'mail-commission-answer': 'The desk writes to the client',
  'mail-commission-closed': 'Request closed',
  'mail-commission-withdrawn': 'Request withdrawn',
  'mail-commission-declined': 'Request declined',
  'mail-commission-expired': 'Request expired',
  'mail-commission-expire': 'Request not confirmed in time (no mail)',
  'mail-commission-forget': 'Request never confirmed, to be deleted (no mail)',
  'desk-commissions_one': 'request to see to',
  'desk-commissions_other': 'requests to see to',
  'desk-commissions_zero': 'No request to see to',
}
