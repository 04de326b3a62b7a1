// The list of municipalities and provinces, made of its generated lines when somebody first asks.
import { municipalityAliases } from './aliases.js'
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
  /** Postal codes. */
  caps: string[]
  /** Names in other languages: German, Ladin, French, Slovene, English, and as people say it. */
  otherNames: string[]
  /** Names it had, and those of comuni that merged into it. */
  formerNames: string[]
  /** ISTAT codes it had, and those of comuni that merged into it. */
  formerCodes: string[]
}

export interface Province {
  sigla: string
  name: string
  region: string
  lat: number
  lng: number
}

interface Atlas {
  /** By today's code and by every former one. */
  byCode: Map<string, Municipality>
  /** Each once, those with more people first. */
  municipalities: Municipality[]
  provinces: Map<string, Province>
}

let loaded: Atlas | undefined

/** 340 KB of text become objects when somebody first asks. */
export function atlas(): Atlas {
  loaded ??= decode(municipalityLines)
  return loaded
}

function decode(lines: string): Atlas {
  const provinces = new Map<string, Province>()
  const municipalities: Municipality[] = []
  let current: Province | undefined
  for (const line of lines.split('\n')) {
    if (line.startsWith('#')) {
      current = decodeProvince(line.slice(1))
      provinces.set(current.sigla, current)
    } else if (current) municipalities.push(decodeMunicipality(line, current))
  }
  municipalities.sort((a, b) => b.population - a.population)
  const byCode = new Map(municipalities.flatMap((one) => one.formerCodes.map((code) => [code, one] as const)))
  for (const one of municipalities) byCode.set(one.code, one)
  return { byCode, municipalities, provinces }
}

function decodeProvince(line: string): Province {
  const [sigla = '', name = '', region = '', lat, lng] = line.split('|')
  return { sigla, name, region, lat: Number(lat) / 100, lng: Number(lng) / 100 }
}

const listOf = (text = ''): string[] => text.split(',').filter((one) => one !== '')

function decodeMunicipality(line: string, province: Province): Municipality {
  const [code = '', name = '', population, lat = '', lng, caps, other, formerNames, formerCodes] = line.split('|')
  const ownCentre = lat !== ''
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
    caps: listOf(caps).flatMap(capsFrom),
    otherNames: [...listOf(other), ...(municipalityAliases[code] ?? [])],
    formerNames: listOf(formerNames),
    formerCodes: listOf(formerCodes),
  }
}

/** `61121-61122` stands for all from the one to the other. */
function capsFrom(run: string): string[] {
  const [first = '', last = first] = run.split('-')
  return Array.from({ length: Number(last) - Number(first) + 1 }, (_, at) =>
    String(Number(first) + at).padStart(5, '0'),
  )
}
