// Parses ESCO’s CSV files (European skills and occupations) and matches them with the network’s skills.
import { parse } from 'csv-parse/sync'
import { fold } from '../../plugin/values/fold.js'
import type { Skill } from './words.js'

/** One row of ESCO's CSV, in one language. Source: the download «occupations» or «skills» of the ESCO portal. */
export interface EscoConcept {
  uri: string
  lang: string
  /** Spellings of the preferred label: «idraulico/idraulica» gives two. */
  preferred: string[]
  alternative: string[]
  /** ISCO-08 group, e.g. `7126`; skills have none. */
  isco: string
}

/** A file that is not ESCO's; the message says which column is missing. */
export class EscoFileError extends Error {}

const longestName = 80
const mostSynonyms = 10

/**
 * The concepts of one CSV file.
 * @throws EscoFileError when it cannot be read as ESCO's CSV
 */
export function readEsco(csv: string, lang: string): EscoConcept[] {
  let rows: Record<string, string>[]
  try {
    rows = parse(csv, { columns: true, bom: true, skip_empty_lines: true, relax_column_count: true })
  } catch (error) {
    throw new EscoFileError(`is no CSV (${error instanceof Error ? error.message : error})`)
  }
  for (const column of ['conceptUri', 'preferredLabel', 'altLabels'])
    if (!(column in (rows[0] ?? {}))) throw new EscoFileError(`has no column «${column}»`)
  return rows.flatMap(({ conceptUri: uri = '', preferredLabel = '', altLabels = '', iscoGroup = '' }) =>
    uri && preferredLabel
      ? [
          {
            uri,
            lang,
            preferred: spellings(preferredLabel),
            alternative: altLabels.split('\n').flatMap(spellings),
            isco: iscoGroup,
          },
        ]
      : [],
  )
}

/** Italian labels give both genders with a slash; a bare ending («addetto/a») is no word of its own. */
const spellings = (label: string): string[] =>
  label
    .split('/')
    .map((word) => word.trim())
    .filter((word) => word.length > 2 && word.length <= longestName)

type EscoSkill = Pick<Skill, 'id' | 'slug' | 'names' | 'synonyms' | 'escoUri'>

export interface EscoMatch {
  skill: EscoSkill
  uri: string
  /** The skill's synonyms with what ESCO adds, only in the languages where it adds something. */
  synonyms: Record<string, string[]>
}

export interface EscoResult {
  matches: EscoMatch[]
  /** Skills that two concepts fit equally well: an editor decides. */
  unclear: { skill: EscoSkill; uris: string[] }[]
  /** Concepts that no skill stands for. */
  free: EscoConcept[][]
}

/**
 * Pure: which concept each skill is, by its address or else by its words, and what that adds.
 * A label equal to the skill's name weighs most; alternative labels never meet synonyms, which would marry anything to anything.
 */
export function matchEsco(skills: readonly EscoSkill[], rows: readonly EscoConcept[]): EscoResult {
  const concepts = new Map<string, EscoConcept[]>()
  for (const row of rows) concepts.set(row.uri, [...(concepts.get(row.uri) ?? []), row])
  const byLabel = labelsOf(rows)
  const result: EscoResult = { matches: [], unclear: [], free: [] }
  const taken = new Set(skills.flatMap(({ names, synonyms }) => wordsIn(names, synonyms).map(fold)))
  const matched = new Set<string>()
  for (const skill of skills) {
    const uris = skill.escoUri ? [skill.escoUri] : candidates(skill, byLabel)
    const [uri] = uris
    if (uri === undefined) continue
    for (const one of uris) matched.add(one)
    if (uris.length > 1) result.unclear.push({ skill, uris })
    else if (concepts.has(uri))
      result.matches.push({ skill, uri, synonyms: added(skill, concepts.get(uri) ?? [], taken) })
  }
  result.free = [...concepts.values()].filter(([first]) => first && !matched.has(first.uri))
  return result
}

interface Labelled {
  preferred: Set<string>
  alternative: Set<string>
}

function labelsOf(rows: readonly EscoConcept[]): Map<string, Labelled> {
  const byLabel = new Map<string, Labelled>()
  for (const { uri, lang, preferred, alternative } of rows)
    for (const [kind, labels] of [
      ['preferred', preferred],
      ['alternative', alternative],
    ] as const)
      for (const label of labels) {
        const key = `${lang}:${fold(label)}`
        const held = byLabel.get(key) ?? { preferred: new Set(), alternative: new Set() }
        held[kind].add(uri)
        byLabel.set(key, held)
      }
  return byLabel
}

/** The concepts that fit a skill best: one, several that fit alike, or none. */
function candidates(skill: EscoSkill, byLabel: Map<string, Labelled>): string[] {
  const names: string[] = []
  const synonyms: string[] = []
  for (const [lang, name] of Object.entries(skill.names ?? {})) if (name) names.push(`${lang}:${fold(name)}`)
  for (const [lang, words] of Object.entries(skill.synonyms ?? {}))
    for (const word of words ?? []) synonyms.push(`${lang}:${fold(word)}`)
  const found = (keys: string[], kind: keyof Labelled) => [
    ...new Set(keys.flatMap((key) => [...(byLabel.get(key)?.[kind] ?? [])])),
  ]
  const strengths: [keys: string[], kind: keyof Labelled][] = [
    [names, 'preferred'],
    [synonyms, 'preferred'],
    [names, 'alternative'],
  ]
  return strengths.map(([keys, kind]) => found(keys, kind)).find((uris) => uris.length > 0) ?? []
}

/** A word that leads to another skill already is left to that one. */
function added(skill: EscoSkill, rows: EscoConcept[], taken: Set<string>): Record<string, string[]> {
  const synonyms: Record<string, string[]> = {}
  for (const { lang, preferred, alternative } of rows) {
    const fresh: string[] = []
    for (const word of [...preferred, ...alternative]) {
      if (fresh.length === mostSynonyms) break
      if (taken.has(fold(word))) continue
      taken.add(fold(word))
      fresh.push(word)
    }
    if (fresh.length > 0) synonyms[lang] = [...(skill.synonyms?.[lang] ?? []), ...fresh]
  }
  return synonyms
}

const wordsIn = (names: EscoSkill['names'], synonyms: EscoSkill['synonyms']): string[] =>
  [...Object.values(names ?? {}), ...Object.values(synonyms ?? {}).flatMap((list) => list ?? [])].flatMap(
    (word) => word ?? [],
  )

/** A concept as a new skill: its name with a capital letter, its other spellings as synonyms. */
export function skillFromEsco(concept: EscoConcept[], sector: string, languages: readonly string[]) {
  const spoken = concept.filter(({ lang }) => languages.includes(lang))
  return {
    escoUri: concept[0]?.uri,
    sector,
    active: true,
    names: Object.fromEntries(spoken.map(({ lang, preferred: [name = ''] }) => [lang, capital(name)])),
    synonyms: Object.fromEntries(
      spoken.map(({ lang, preferred, alternative }) => [
        lang,
        [...new Set([...preferred.slice(1), ...alternative])].slice(0, mostSynonyms),
      ]),
    ),
  }
}

const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1)
