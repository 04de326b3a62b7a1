// Italy's municipalities and provinces: look-ups, suggestions and distances. Nothing finer than a town's centre.
import { fold } from '../fold.js'
import { municipalityAliases, provinceAliases } from './aliases.js'
import { municipalityLines } from './municipalities.generated.js'

export interface Municipality {
  /** ISTAT code, six digits. */
  code: string
  name: string
  /** Sigla, e.g. `MI`. */
  province: string
  provinceName: string
  region: string
  /** Degrees, two decimals. */
  lat: number
  lng: number
  /** False where only the province's centre is known. */
  ownCentre: boolean
  /** Residents at the census of 2011: good for order and weight, not for statistics. */
  population: number
}

export interface Province {
  sigla: string
  name: string
  region: string
  lat: number
  lng: number
}

export interface Point {
  lat: number
  lng: number
}

export interface Box {
  minLat: number
  maxLat: number
  minLng: number
  maxLng: number
}

interface Atlas {
  municipalities: Map<string, Municipality>
  provinces: Map<string, Province>
  /** Every name of every municipality, folded, towns with more people first. */
  names: { folded: string; municipality: Municipality }[]
}

let loaded: Atlas | undefined

/** 260 KB of text become objects when somebody first asks. */
function atlas(): Atlas {
  loaded ??= decode(municipalityLines)
  return loaded
}

function decode(lines: string): Atlas {
  const provinces = new Map<string, Province>()
  const municipalities = new Map<string, Municipality>()
  let current: Province | undefined
  for (const line of lines.split('\n')) {
    if (line.startsWith('#')) {
      current = decodeProvince(line.slice(1))
      provinces.set(current.sigla, current)
    } else if (current) {
      const one = decodeMunicipality(line, current)
      municipalities.set(one.code, one)
    }
  }
  const byPopulation = [...municipalities.values()].sort((a, b) => b.population - a.population)
  const names = byPopulation.flatMap((municipality) =>
    [municipality.name, ...(municipalityAliases[municipality.code] ?? [])].map((name) => ({
      folded: fold(name),
      municipality,
    })),
  )
  return { municipalities, provinces, names }
}

function decodeProvince(line: string): Province {
  const [sigla = '', name = '', region = '', lat, lng] = line.split('|')
  return { sigla, name, region, lat: Number(lat) / 100, lng: Number(lng) / 100 }
}

function decodeMunicipality(line: string, province: Province): Municipality {
  const [code = '', name = '', population, lat, lng] = line.split('|')
  const ownCentre = lat !== undefined
  return {
    code,
    name,
    province: province.sigla,
    provinceName: province.name,
    region: province.region,
    lat: ownCentre ? Number(lat) / 100 : province.lat,
    lng: ownCentre ? Number(lng) / 100 : province.lng,
    ownCentre,
    population: Number(population),
  }
}

/** @param code ISTAT code, six digits */
export function municipality(code: string): Municipality | null {
  return atlas().municipalities.get(code) ?? null
}

/** All municipalities, in no promised order. */
export function municipalities(): Municipality[] {
  return [...atlas().municipalities.values()]
}

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

/** All provinces, by name. */
export function provinces(): Province[] {
  return [...atlas().provinces.values()].sort((a, b) => a.name.localeCompare(b.name, 'it'))
}

/**
 * Municipalities with a word (or run of words) that begins like `q`, also by their German, Ladin, French, Slovene or English name;
 * the exact name first, then bigger towns.
 * @param q what somebody typed, or an ISTAT code; a sigla may follow a name, as in `calliano tn` or `Calliano (TN)`
 */
export function searchMunicipalities(q: string, limit: number): Municipality[] {
  const named = municipality(q.trim())
  if (named) return [named]
  const wanted = splitProvince(q)
  if (wanted.name === '') return []
  const found = matching(wanted.name, null)
  if (wanted.sigla === null) return found.slice(0, limit)
  const there = matching(wanted.nameBeforeSigla, wanted.sigla)
  return [...new Set([...there, ...found])].slice(0, limit)
}

function matching(name: string, sigla: string | null): Municipality[] {
  const exact = new Set<Municipality>()
  const begins = new Set<Municipality>()
  for (const { folded, municipality } of atlas().names) {
    if (sigla !== null && municipality.province !== sigla) continue
    if (folded === name) exact.add(municipality)
    else if (` ${folded}`.includes(` ${name}`)) begins.add(municipality)
  }
  return [...new Set([...exact, ...begins])]
}

/** Municipalities of exactly this name, folded; `Calliano (TN)` or `Calliano, TN` tells two of a name apart. */
export function municipalitiesNamed(name: string): Municipality[] {
  const wanted = splitProvince(name)
  const named = (folded: string) =>
    atlas()
      .names.filter((one) => one.folded === folded)
      .map((one) => one.municipality)
  const whole = [...new Set(named(wanted.name))]
  if (whole.length > 0 || wanted.sigla === null) return whole
  return [...new Set(named(wanted.nameBeforeSigla))].filter((one) => one.province === wanted.sigla)
}

/** Takes a trailing sigla for what it is, unless it is no province's. */
function splitProvince(text: string): { name: string; sigla: string | null; nameBeforeSigla: string } {
  const name = fold(text)
  const [, before, sigla] = name.match(/^(.+) ([a-z]{2})$/) ?? []
  if (before === undefined || sigla === undefined || !atlas().provinces.has(sigla.toUpperCase()))
    return { name, sigla: null, nameBeforeSigla: name }
  return { name, sigla: sigla.toUpperCase(), nameBeforeSigla: before }
}

const earthRadiusKm = 6371
const kmPerDegree = (Math.PI / 180) * earthRadiusKm
const radians = (degrees: number) => (degrees * Math.PI) / 180

/** Great-circle distance, not rounded. */
export function distanceKm(a: Point, b: Point): number {
  const half =
    Math.sin(radians(b.lat - a.lat) / 2) ** 2 +
    Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(radians(b.lng - a.lng) / 2) ** 2
  return 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(half)))
}

/** The box that holds every point within `km`: a cheap first filter before `distanceKm`. */
export function boundingBox(lat: number, lng: number, km: number): Box {
  const height = km / kmPerDegree
  const northmost = Math.min(89, Math.abs(lat) + height)
  const width = height / Math.cos(radians(northmost))
  return { minLat: lat - height, maxLat: lat + height, minLng: lng - width, maxLng: lng + width }
}
