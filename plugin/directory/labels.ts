// Labels of facet values and places, by language.
import { province } from '../geo/index.js'
import { type Localized, localized, pick } from '../i18n/localized.js'
import type { FacetName } from './query.js'
import type { Mode, PublicKind } from './row.js'

interface NamedSkill {
  slug: string
  /** By language. */
  names: Record<string, string | null | undefined>
}

/** Skills by slug. */
export type SkillNames = ReadonlyMap<string, Pick<NamedSkill, 'names'>>

const kindWords: Record<PublicKind, Localized> = {
  professional: localized('Professionisti', 'Professionals'),
  company: localized('Aziende', 'Companies'),
  enthusiast: localized('Appassionati', 'Enthusiasts'),
  occasional: localized('Prestatori occasionali', 'Occasional workers'),
}

const modeWords: Record<Mode, Localized> = {
  onsite: localized('Sul posto', 'On site'),
  remote: localized('A distanza', 'Remote'),
}

/** What a skill is called: in `lang`, else in the first language that has a name for it, else by its slug. Never empty. */
export function skillNameIn({ slug, names }: NamedSkill, lang: string): string {
  return names[lang]?.trim() || Object.values(names).find((name) => name?.trim()) || slug
}

export const skillName = (slug: string, lang: string, skills: SkillNames): string =>
  skillNameIn({ slug, names: skills.get(slug)?.names ?? {} }, lang)

/** Label of one value of a facet. */
export function facetLabel(facet: FacetName, value: string, lang: string, skills: SkillNames): string {
  const said = (words: Localized | undefined) => words && pick(lang, words)
  const label: Record<FacetName, () => string | undefined> = {
    kind: () => said(kindWords[value as PublicKind]),
    mode: () => said(modeWords[value as Mode]),
    province: () => province(value)?.name,
    skill: () => skillName(value, lang, skills),
  }
  return label[facet]() ?? value
}
