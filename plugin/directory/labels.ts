// What facet values and places are called, in the asked language.
import { province } from '../geo/index.js'
import type { FacetName } from './query.js'
import type { Mode, PublicKind } from './row.js'

/** Names of skills by slug, then by language. */
export type SkillNames = ReadonlyMap<string, { names: Record<string, string> }>

interface Words {
  kind: Record<PublicKind, string>
  mode: Record<Mode, string>
}

const it: Words = {
  kind: {
    professional: 'Professionisti',
    company: 'Aziende',
    enthusiast: 'Appassionati',
    occasional: 'Prestatori occasionali',
  },
  mode: { onsite: 'Sul posto', remote: 'A distanza' },
}

const en: Words = {
  kind: {
    professional: 'Professionals',
    company: 'Companies',
    enthusiast: 'Enthusiasts',
    occasional: 'Occasional workers',
  },
  mode: { onsite: 'On site', remote: 'Remote' },
}

const languages: Record<string, Words> = { it, en }

/** Name of a skill in `lang`, else in any language it has, else its slug. */
export function skillName(slug: string, lang: string, skills: SkillNames): string {
  const names = skills.get(slug)?.names
  return names?.[lang] ?? Object.values(names ?? {})[0] ?? slug
}

/** Label of one value of a facet. */
export function facetLabel(facet: FacetName, value: string, lang: string, skills: SkillNames): string {
  const words = languages[lang] ?? en
  const label: Record<FacetName, () => string | undefined> = {
    kind: () => words.kind[value as PublicKind],
    mode: () => words.mode[value as Mode],
    province: () => province(value)?.name,
    skill: () => skillName(value, lang, skills),
  }
  return label[facet]() ?? value
}
