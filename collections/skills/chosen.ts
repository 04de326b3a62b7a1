// The skill rows of members and requests: one of the catalogue, or own words.
import type { Field, PayloadRequest, Where } from 'payload'
import { optionsFilter, unavailableIds } from '../../plugin/fields/relation.js'
import { type Localized, localized } from '../../plugin/i18n/localized.js'
import type { ResolvedOptions } from '../../plugin/options/index.js'
import type { DocumentId } from '../../plugin/values/document-id.js'

interface SkillRow {
  skill?: DocumentId | null
  own?: string | null
}

const isActive: Where = { active: { not_equals: false } }

export const skillField = (options: ResolvedOptions): Field => ({
  name: 'skill',
  type: 'relationship',
  relationTo: options.slugs.skills,
  label: localized('Capacità', 'Skill'),
  ...optionsFilter(isActive),
})

const sentences = {
  empty: localized('Scegli una capacità o scrivila con parole sue.', 'Choose a skill or write it in their own words.'),
  off: localized(
    'Questa capacità non si può più scegliere: prendine un’altra, o scrivila con parole sue.',
    'This skill can no longer be chosen: take another, or write it in their own words.',
  ),
}

/** The first row that cannot be saved, and what to do about it. Skills that were there before may stay, switched off or not. */
export async function skillsIssue(
  req: PayloadRequest,
  before: readonly SkillRow[] | null | undefined,
  after: readonly SkillRow[] | null | undefined,
): Promise<{ path: string; words: Localized } | null> {
  const rows = after ?? []
  const unavailable = await unavailableIds(req, {
    of: 'skills',
    filter: isActive,
    before: (before ?? []).map(({ skill }) => skill),
    after: rows.map(({ skill }) => skill),
  })
  for (const [index, { skill, own }] of rows.entries()) {
    const path = `skills.${index}.skill`
    if (!skill && !own?.trim()) return { path, words: sentences.empty }
    if (skill && unavailable.has(String(skill))) return { path, words: sentences.off }
  }
  return null
}
