// What facet values and places are called, in the asked language.
import { province } from '../geo/index.js'
import type { FacetName } from './query.js'
import type { Mode, PublicKind } from './row.js'

interface NamedSkill {
  slug: string
  /** By language. */
  names: Record<string, string | null | undefined>
}

/** Skills by slug. */
export type SkillNames = ReadonlyMap<string, Pick<NamedSkill, 'names'>>

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

/** What a skill is called: in `lang`, else in the first language that has a name for it, else by its slug. Never empty. */
export function skillNameIn({ slug, names }: NamedSkill, lang: string): string {
  return names[lang]?.trim() || Object.values(names).find((name) => name?.trim()) || slug
}

export const skillName = (slug: string, lang: string, skills: SkillNames): string =>
  skillNameIn({ slug, names: skills.get(slug)?.names ?? {} }, lang)

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
