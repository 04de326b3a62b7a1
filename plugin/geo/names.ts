// Towns by what people call them: official, other languages', double and former names, shortened, run together, with a sigla, by CAP.
import { fold, foldedWords, joinedForms, joinedTails } from '../values/fold.js'
import { shortenedWords } from './abbreviations.js'
import { provinceAliases } from './aliases.js'
import { atlas, type Municipality, type Province } from './atlas.js'

interface Name {
  municipality: Municipality
  /** Today's, not one it had. */
  current: boolean
  words: string[]
  /** Place in the order of names. */
  at: number
}

interface Names {
  /** Today's names first, and among them bigger towns. */
  all: Name[]
  byJoined: Map<string, Name[]>
  /** Joined forms from each word on, sorted. */
  tails: { tail: string; name: Name }[]
}

let known: Names | undefined

function names(): Names {
  if (known) return known
  const written = [true, false].flatMap((current) =>
    atlas().municipalities.flatMap((municipality) =>
      (current ? currentNames(municipality) : municipality.formerNames).map((text) => ({
        municipality,
        current,
        text,
      })),
    ),
  )
  const all: Name[] = []
  const byJoined = new Map<string, Name[]>()
  const tails: Names['tails'] = []
  for (const [at, { text, municipality, current }] of written.entries()) {
    const name = { municipality, current, words: foldedWords(text), at }
    all.push(name)
    for (const form of joinedForms(text)) {
      const same = byJoined.get(form)
      if (same) same.push(name)
      else byJoined.set(form, [name])
    }
    for (const tail of joinedTails(text)) tails.push({ tail, name })
  }
  tails.sort((a, b) => (a.tail < b.tail ? -1 : a.tail > b.tail ? 1 : 0))
  known = { all, byJoined, tails }
  return known
}

/** Behind a name, and left out by whoever lives there. */
const wineRoad = / (sulla strada del vino|an der Weinstraße)$/i

/** Both languages together in either order: `Bolzano/Bozen`. */
function currentNames({ name, otherNames }: Municipality): string[] {
  const single = [name, ...otherNames]
  const double = otherNames.flatMap((other) => [`${name} ${other}`, `${other} ${name}`])
  return [...single, ...double].flatMap((one) => {
    return unique([one, one.replace(/\bSt\. /g, 'Sankt '), one.replace(wineRoad, '')])
  })
}

/** @param code ISTAT code, six digits: today's or one that a merger or a new province replaced */
export function municipality(code: string): Municipality | null {
  return atlas().byCode.get(code) ?? null
}

/** All municipalities, each once. */
export const municipalities = (): Municipality[] => [...atlas().municipalities]

/** @param sigla today's or a former one, any case, or the province's name in Italian, German, French or as people say it */
export function province(sigla: string): Province | null {
  const { provinces } = atlas()
  const direct = provinces.get(sigla.toUpperCase())
  if (direct) return direct
  const wanted = fold(sigla)
  const alias = provinceAliases[wanted]
  if (alias) return provinces.get(alias) ?? null
  return [...provinces.values()].find((one) => fold(one.name) === wanted) ?? null
}

/** A province's name and what else it is called; folded where it is no official name. */
export function provinceNames(sigla: string): string[] {
  const area = atlas().provinces.get(sigla)
  if (!area) return []
  const [seat] = seatOf(sigla)
  const others = Object.keys(provinceAliases).filter((name) => name.length > 2 && provinceAliases[name] === sigla)
  return [area.name, ...(seat?.name === area.name ? seat.otherNames : []), ...others]
}

/** All provinces, by name. */
export function provinces(): Province[] {
  return [...atlas().provinces.values()].sort((a, b) => a.name.localeCompare(b.name, 'it'))
}

/**
 * Municipalities of exactly this name, as people write it; `Calliano (TN)` or `Calliano, TN` tells two of a name apart.
 * A former name counts where nobody bears it today, a province where no town does: it means its seat.
 * @param name also a CAP
 */
export function municipalitiesNamed(name: string): Municipality[] {
  const byCap = townsOfCap(name)
  if (byCap) return byCap
  const whole = bearing(name)
  if (whole.length > 0) return isSiglaInCapitals(name) ? unique([...seatOf(name), ...whole]) : whole
  const split = splitProvince(name)
  if (!split) return seatOf(name)
  return bearing(split.name, (town) => isIn(town, split.province))
}

/**
 * Municipalities with a word (or run of words) that begins like `q`, by any of their names; the exact name first, then bigger towns.
 * @param q what somebody typed, an ISTAT code, a CAP or a sigla; a sigla may follow a name, as in `calliano tn` or `Calliano (TN)`
 */
export function searchMunicipalities(q: string, limit: number): Municipality[] {
  const byCode = municipality(q.trim())
  if (byCode) return [byCode]
  const byCap = townsOfCap(q)
  if (byCap) return byCap.slice(0, limit)
  const split = splitProvince(q)
  const within = split ? (town: Municipality) => isIn(town, split.province) : anywhere
  return unique([
    ...(split ? [...bearing(split.name, within), ...beginning(split.name, within)] : []),
    ...seatOf(q),
    ...bearing(q),
    ...beginning(q),
  ]).slice(0, limit)
}

type Where = (town: Municipality) => boolean
const anywhere: Where = () => true
const unique = <T>(values: T[]): T[] => [...new Set(values)]

function bearing(name: string, where: Where = anywhere): Municipality[] {
  const whole = joinedForms(name)
    .flatMap((form) => names().byJoined.get(form) ?? [])
    .filter((one) => where(one.municipality))
  if (whole.length > 0) return todaysFirst(whole)
  for (const anySaint of [true, false]) {
    const tests = shortenedWords(name, anySaint)
    const short = tests
      ? names().all.filter(
          ({ municipality, words }) =>
            where(municipality) &&
            words.length === tests.length &&
            tests.every((test, at) => test(words[at] as string)),
        )
      : []
    if (short.length > 0) return todaysFirst(short)
  }
  return []
}

/** Those that bear the name today; where nobody does, those that bore it. */
function todaysFirst(found: Name[]): Municipality[] {
  const today = found.filter((one) => one.current)
  return unique((today.length > 0 ? today : found).map((one) => one.municipality))
}

function beginning(name: string, where: Where = anywhere): Municipality[] {
  const found = new Set<Name>()
  for (const form of joinedForms(name)) if (form !== '') for (const one of tailsLike(form)) found.add(one)
  const ordered = [...found].filter((one) => where(one.municipality)).sort((a, b) => a.at - b.at)
  return unique([...ordered, ...shortenedBeginning(name, where)].map((one) => one.municipality))
}

/** Names with a tail that begins so, by binary search. */
function tailsLike(start: string): Name[] {
  const { tails } = names()
  let [low, high] = [0, tails.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tails[middle]?.tail ?? '') < start) low = middle + 1
    else high = middle
  }
  const found: Name[] = []
  for (let at = low; tails[at]?.tail.startsWith(start); at++) found.push((tails[at] as Names['tails'][number]).name)
  return found
}

/** The last word may not be whole yet: `S. Bened`. */
function shortenedBeginning(name: string, where: Where): Name[] {
  const tests = shortenedWords(name, true)
  if (!tests) return []
  const last = foldedWords(name).at(-1) ?? ''
  const fits = (words: string[], at: number) =>
    at + tests.length <= words.length &&
    tests.every((test, step) => {
      const word = words[at + step] as string
      return test(word) || (step === tests.length - 1 && word.startsWith(last))
    })
  return names().all.filter(({ municipality, words }) => where(municipality) && words.some((_, at) => fits(words, at)))
}

/** The town that a province is ruled from. */
function seatOf(name: string): Municipality[] {
  const area = province(name.trim())
  if (!area) return []
  const seat = atlas().municipalities.find(
    (town) => town.province === area.sigla && town.ownCentre && town.lat === area.lat && town.lng === area.lng,
  )
  return seat ? [seat] : []
}

/** `RE` is Reggio Emilia although there is a comune Re. */
const isSiglaInCapitals = (text: string): boolean => /^\s*[A-Z]{2}\s*$/.test(text)

/**
 * Five digits are a CAP, and nothing else. One that a city gave up for a code each quarter (`20100`) is still that city.
 * @returns null for what is no CAP
 */
function townsOfCap(text: string): Municipality[] | null {
  const cap = text.trim()
  if (!/^\d{5}$/.test(cap)) return null
  const exact = atlas().municipalities.filter(({ caps }) => caps.includes(cap))
  if (exact.length > 0 || !cap.endsWith('00')) return exact
  return atlas().municipalities.filter(
    ({ caps }) => caps.length > 1 && caps.every((one) => one.startsWith(cap.slice(0, 3))),
  )
}

/** A sigla behind a name, or a province's name in brackets or behind a comma; null where it is no province's. */
function splitProvince(text: string): { name: string; province: string } | null {
  const [, name, written] =
    text.match(/^(.+?)\s*[(,]\s*([^(),]+?)\s*\)?\s*$/) ?? text.match(/^(.+?)\s+\(?([a-z]{2})\)?\s*$/i) ?? []
  if (name === undefined || written === undefined) return null
  const sigla = written.toUpperCase()
  if (provincesByCode[sigla]) return { name, province: sigla }
  const area = province(written)
  return area && { name, province: area.sigla }
}

/** Provinces whose first three digits of ISTAT codes are no longer theirs. */
const provincesByCode: Record<string, readonly string[]> = {
  SS: ['090'],
  NU: ['091'],
  CA: ['092'],
  OR: ['095'],
  SU: ['111'],
  // Monza, Fermo and Andria were in these until 2009, Montecopiolo until 2021.
  MI: ['015'],
  AP: ['044'],
  BA: ['072'],
  FG: ['071'],
  PU: ['041'],
}

/** In a province, or in it before provinces changed: `Monza (MI)`, `Olbia (SS)`. */
const isIn = (town: Municipality, sigla: string): boolean =>
  town.province === sigla ||
  town.formerCodes.some((code) => provincesByCode[sigla]?.includes(code.slice(0, 3)) ?? false)
