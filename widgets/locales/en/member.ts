// English words of a profile.
import { type CardWords, cardWords } from './directory.js'

const profileWords = {
  practised: 'Trade',
  aptitude: 'Aptitude',
  passion: 'Passion',
  years: (years: number) => (years === 1 ? 'one year' : `${years} years`),
  done: 'What I have really done',
  where: 'Where and how',
  home: 'Travels within their own town only',
  travels: (km: number) => `Travels up to ${km} km`,
  everywhere: 'Travels all over Italy',
  languages: 'Speaks',
  language: (code: string) => new Intl.DisplayNames('en', { type: 'language' }).of(code) ?? code,
  links: 'Elsewhere',
  phone: 'Phone',
  write: (name: string) => `Write to ${name}`,
  resting: 'Takes no work in this period',
  report: 'Report this profile',
  busy: 'Loading the profile…',
  gone: 'This profile is not here',
  goneText: 'It may have been withdrawn, or the address may be wrong.',
  failed: 'The profile could not be loaded',
  kind: {
    professional: 'Professional',
    company: 'Company',
    enthusiast: 'Enthusiast',
    occasional: 'Occasional work',
  },
}

export type MemberWords = CardWords & typeof profileWords

export const words: MemberWords = { ...cardWords, ...profileWords }
