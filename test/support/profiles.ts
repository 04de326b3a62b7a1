// Public profiles for tests of the directory, without a members room behind them.
import type { PublicProfile } from '../../plugin/directory/index.js'

/** A believable profile; what a test cares about is given. */
export function profile(given: Partial<PublicProfile> & { id: string }): PublicProfile {
  return {
    type: 'member',
    slug: `persona-${given.id}`,
    name: 'Maria R.',
    headline: 'Restauro mobili',
    experience: '',
    lang: 'it',
    kind: 'professional',
    skills: [],
    modes: ['onsite'],
    languages: ['it'],
    availability: { state: 'now', from: null },
    municipality: '015146',
    province: 'MI',
    radiusKm: 25,
    links: [],
    picture: null,
    phone: null,
    ...given,
  }
}
