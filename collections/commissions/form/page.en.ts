// What the request page says in English beyond the form's own words: it shows every question, and says when one is asked.
import type { words as italian } from './page.it.js'

export const words: typeof italian = {
  title: 'Ask for a job',
  intro: 'Describe what is needed: the network proposes who can do it, within {n} working days.',
  introOfMember:
    'Describe what is needed: the network asks {member}; if they cannot, it proposes others. It answers within {n} working days.',
  job: 'The job',
  contact: 'How to reach you',
  'organisation+': 'If a company or an organisation is asking.',
  'skills?': 'Also in your own words.',
  'place+': 'If the work is in a place.',
  'by+': 'If you have chosen “By a date”.',
  'urgent+': 'If you need it soon.',
  'phone+': 'Needed if you would rather be called.',
  sent: 'We have sent an e-mail to {to}: open its link within {days} days and confirm, and the request reaches the network.',
}
