// English texts of the admin about the life of a job.
import type { it } from './admin.it.js'

export const en: Record<keyof typeof it, string> = {
  'mail-job-delivered': 'Is the work done?',
  'mail-job-closing': 'About to close by itself',
  'mail-job-closed': 'Closed after two weeks of silence',
  'mail-job-disputed': 'A problem: to the client',
  'mail-job-question': 'A question or an answer for the client',
  'mail-job-hand-over': 'May the job go to somebody else?',
  'mail-job-given-back': 'Whoever did the work no longer can',
  'mail-executor-disputed': 'A problem: to whoever does the work',
  'mail-executor-question': 'A question or an answer for whoever does the work',
  'mail-offer-question': 'A question or an answer for who was asked',
  'mail-job-reopened': 'The work is not done yet',
  'mail-job-done': 'Job closed, to whoever did it',
  'mail-job-withdrawn': 'Request taken back, to whoever did the work',
  'mail-job-link': 'A new link for the job',
  'mail-job-kept': 'The job stays with who had it',
  'mail-job-handed': 'A job passed on by another member',
  'mail-job-passed': 'The job was passed on: to who does it now',
  'mail-job-brought': 'The client of a job that was brought has confirmed',
  'mail-job-desk': 'Notice to the desk: a job to see to',
  'mail-job-named': 'Offer to whom a member named (no mail)',
  'mail-job-close': 'Closing by silence (no mail)',
}
