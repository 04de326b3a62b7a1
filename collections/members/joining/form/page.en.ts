// What the join page says in English beyond the form's own words: it shows every question, and says when one is asked.
import type { words as italian } from './page.it.js'

export const words: typeof italian = {
  title: 'Join the network',
  intro:
    '{network} is free, without any commission. You send this form, confirm from the mail, and a person of the network reads your profile before it shows.',
  'companyName+': 'For a company only.',
  'skills.row': 'Skill {n}',
  'skills?': 'In your own words, e.g. I mend bicycles',
  'experience+': 'Optional for professionals and companies.',
  'radiusKm+': 'If you work on site.',
  'from+': 'If you have chosen “From a date”.',
  'email+': 'Optional if somebody fills this in for you.',
  'phone+': 'Needed without an e-mail address.',
  'publish+': 'Needed if clients may contact you too.',
  sent: 'We have sent an e-mail to {to}: open its link within {days} days and confirm that you join. Then a person of the network reads your profile and writes to you.',
  sentToHelper:
    'We have sent an e-mail to {to}: open its link within {days} days and confirm this request to join. Then a person of the network reads the profile and writes to you.',
}
