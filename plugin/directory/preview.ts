// Previews the profile that would be published, for editors.

import { dayInItaly } from '../values/dates.js'
import { rowOf } from './build.js'
import { memberProfile, type Reading } from './card.js'
import type { MemberProfileDto } from './dto.js'
import type { PublicProfile, SkillWords } from './row.js'

/** @param words of the profile's known skills */
export function previewOf(
  profile: PublicProfile,
  words: readonly SkillWords[],
  reading: Omit<Reading, 'day'>,
): MemberProfileDto {
  const row = rowOf(profile, new Map(words.map((skill) => [skill.slug, skill])))
  return memberProfile(row, { ...reading, day: dayInItaly(new Date()) })
}
