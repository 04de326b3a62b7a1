// Rows of skills in a member's file or a request: each holds one of the catalogue, or own words.
import type { Field, PayloadRequest, Where } from 'payload'
import { offering, refusedChoices } from '../../plugin/fields/relation.js'
import { say, type Words } from '../../plugin/i18n/localized.js'
import type { ResolvedOptions } from '../../plugin/options/index.js'
import type { DocumentId } from '../../plugin/values/document-id.js'

interface SkillRow {
  skill?: DocumentId | null
  own?: string | null
}

const onOffer: Where = { active: { not_equals: false } }

export const chosenSkill = (options: ResolvedOptions): Field => ({
  name: 'skill',
  type: 'relationship',
  relationTo: options.slugs.skills,
  label: say('Capacità', 'Skill'),
  ...offering(onOffer),
})

const sentences = {
  empty: say('Scegli una capacità o scrivila con parole sue.', 'Choose a skill or write it in their own words.'),
  off: say(
    'Questa capacità non si può più scegliere: prendine un’altra, o scrivila con parole sue.',
    'This skill can no longer be chosen: take another, or write it in their own words.',
  ),
}

/** The first row that cannot be saved, and what to do about it. Skills that were there before may stay, switched off or not. */
export async function skillsIssue(
  req: PayloadRequest,
  before: readonly SkillRow[] | null | undefined,
  after: readonly SkillRow[] | null | undefined,
): Promise<{ path: string; words: Words } | null> {
  const rows = after ?? []
  const refused = await refusedChoices(req, {
    of: 'skills',
    fits: onOffer,
    before: (before ?? []).map(({ skill }) => skill),
    after: rows.map(({ skill }) => skill),
  })
  for (const [index, { skill, own }] of rows.entries()) {
    const path = `skills.${index}.skill`
    if (!skill && !own?.trim()) return { path, words: sentences.empty }
    if (skill && refused.has(String(skill))) return { path, words: sentences.off }
  }
  return null
}
