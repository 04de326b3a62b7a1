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
  team: localized('Gruppi', 'Teams'),
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

const number = (lang: string, value: number): string => new Intl.NumberFormat(lang).format(value)

/** How many were found. @param atLeast whether there are more · @param teams whether teams may be among them */
export function totalLabel(total: number, atLeast: boolean, teams: boolean, lang: string): string {
  const said = (it: string, en: string) =>
    pick(lang, {
      it: `${atLeast ? 'Oltre ' : ''}${number('it', total)} ${it}`,
      en: `${atLeast ? 'Over ' : ''}${number('en', total)} ${en}`,
    })
  if (total === 0) return pick(lang, localized('Nessuno trovato', 'Nobody found'))
  if (total > 1)
    return teams
      ? said('persone, aziende e gruppi', 'people, companies and teams')
      : said('persone e aziende', 'people and companies')
  return pick(
    lang,
    teams
      ? localized('Una persona, azienda o gruppo', 'One person, company or team')
      : localized('Una persona o azienda', 'One person or company'),
  )
}

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
