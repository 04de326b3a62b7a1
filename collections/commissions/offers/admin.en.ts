// English texts of the admin about offers.
import type { it } from './admin.it.js'

export const en: Record<keyof typeof it, string> = {
  'mail-offer-sent': 'A job for you',
  'mail-offer-reminder': 'A job waits for the answer',
  'mail-offer-recalled': 'A job offered is no longer needed',
  'mail-offer-passed': 'Somebody else does the job',
  'mail-offer-question': 'A question, or the answer, to whoever was asked',
  'mail-offer-desk': 'Notice to the desk: offers to look at',
  'mail-executor-agreed': 'The job is yours, with the contacts',
  'mail-commission-offered': 'We have asked somebody',
  'mail-commission-next': 'We have asked somebody else',
  'mail-commission-choose': 'Somebody said yes: choose',
  'mail-commission-nobody': 'Nobody yet',
  'mail-commission-referred': 'A company outside the network',
  'mail-commission-agreed': 'Who does the work, with the contacts',
  'mail-offer-team': 'A job for the team, to those who do not answer for it',
  'mail-offer-team-over': 'The job offered to the team goes no further',
  'mail-job-team': 'The job is the team’s',
  'mail-offer-expire': 'End of an offer’s term (no mail)',
  'mail-offers-settle': 'Offers of a request that is over (no mail)',
  'mail-offers-sweep': 'Agreements left half written (no mail)',
}
