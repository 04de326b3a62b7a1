// What the join form says in English once somebody writes in it.
import type { words as italian } from '../it/join-later.js'
import { form } from './form-later.js'

export const words: typeof italian = {
  ...form,
  'helperName!': 'Your name is missing',
  'helperEmail!': 'Your e-mail is missing',
  'helperConsent!': 'The person you help must know and agree',
  'kind!': 'Who you are is missing',
  'companyName!': 'The name of the company is missing',
  'firstName!': 'The first name is missing',
  'lastName!': 'The last name is missing',
  'headline!': 'What you can do, in one line, is missing',
  'skills!': 'At least one skill is missing',
  'origin!': 'Choose: trade, aptitude or passion',
  'years~': 'Years go from 0 to 70',
  'qualified!': 'Whether you have the qualification is missing: “I don’t know” is fine',
  'experience!': 'What you have really done is missing: a few lines are enough',
  'links~': 'One address a line, eight at most, like example.org',
  'place!': 'Your municipality is missing',
  'modes!': 'How you work is missing: on site, remotely or both',
  'radiusKm!': 'How far you travel is missing',
  'availability!': 'When you are free is missing',
  'from!': 'The date from which you are free is missing',
  'email!': 'The e-mail is missing',
  'phone!': 'Without an e-mail we need a phone number',
  'reach!': 'Who can contact you is missing',
  'publish!': 'For clients to see you we need your yes',
  'adult!': 'You must be at least 18 to join',
  'rules!': 'To join, the rules of the network must be accepted',
  done: 'Only the confirmation is missing',
  confirm: 'We have sent an e-mail: open its link within 7 days to confirm.',
  afterwards:
    'Then a person of the network reads the profile and answers by e-mail. Joining is free, and you leave when you like.',
  another: 'Fill in another one',
}
