// English words of the directory and of a person's card.
import type { MemberCardDto } from '../../../plugin/directory/dto.js'

const number = new Intl.NumberFormat('en')
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' })

export const cardWords = {
  place: (place: MemberCardDto['place']) =>
    place.municipality ? `${place.municipality.name} (${place.province.code})` : `Province of ${place.province.name}`,
  distance: (km: number) => (km < 1 ? 'nearby' : `${number.format(km)} km away`),
  comes: 'travels as far as here',
  remote: 'also remotely',
  remoteOnly: 'only remotely',
  now: 'Available now',
  from: (date: string) => `From ${day.format(new Date(date))}`,
  sometimes: 'Now and then',
  'not-now': 'Takes no work now',
  more: (count: number) => (count === 1 ? 'one more skill' : `${count} more skills`),
  failedText: 'The network does not answer. Check the connection, or try again in a while.',
  retry: 'Try again',
}

export const words = {
  ...cardWords,
  search: 'Search people and trades',
  what: 'A trade, a skill, a person',
  near: 'Near',
  nearHint: 'Municipality',
  go: 'Search',
  filters: 'Filters',
  kind: 'Who',
  province: 'Province',
  skill: 'Skill',
  mode: 'Way of working',
  available: 'Takes work now',
  setAside: (words: readonly string[]) => (words[0] ? ` · without “${words.join('”, “')}”` : ''),
  results: 'People and companies',
  next: 'Show more',
  failed: 'The list could not be loaded',
  back: 'Back to the results',
  rotation: 'Nobody is always first: the order turns every day.',
}

export type DirectoryWords = typeof words
export type CardWords = typeof cardWords
