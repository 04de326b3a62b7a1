// Generates profiles, the same each time, with uneven shares of everything a query can ask for.
import type { PublicProfile, SkillWords } from '../../plugin/directory/index.js'
import { municipalities } from '../../plugin/geo/index.js'
import { profile } from './profiles.js'

export const trades: (SkillWords & { names: { it: string; en: string } })[] = [
  {
    slug: 'falegname',
    names: { it: 'Falegname', en: 'Carpenter' },
    words: ['Falegname', 'Carpenter', 'mobili su misura'],
  },
  { slug: 'idraulico', names: { it: 'Idraulico', en: 'Plumber' }, words: ['Idraulico', 'Plumber', 'rubinetti'] },
  { slug: 'sarta', names: { it: 'Sarta', en: 'Tailor' }, words: ['Sarta', 'Tailor', 'orli e riparazioni'] },
  {
    slug: 'montaggio-video',
    names: { it: 'Montaggio video', en: 'Video editing' },
    words: ['Montaggio video', 'Video editing'],
  },
  { slug: 'giardiniere', names: { it: 'Giardiniere', en: 'Gardener' }, words: ['Giardiniere', 'Gardener', 'potatura'] },
]

const names = ['Anna B.', 'Bruno C.', 'Chiara Forlì', 'Dario D’Àngelo', 'Élise N.', 'Legnami Rossi srl', 'Zoë T.']
const headlines = [
  'Restauro mobili antichi',
  'Riparazioni in casa',
  'Orti e giardini',
  'Video per piccole imprese',
  'Falegnameria',
  'Un po’ di tutto',
]
const experiences = [
  '',
  'Vent’anni in bottega: mobili, porte, finestre.',
  'Ho cucito abiti per il teatro.',
  'Riparo rubinetti e lavatrici di casa mia.',
  'Montaggi per matrimoni e giardini',
]
const towns = ['015146', '015146', '015146', '058091', '063049', '108033', '016024', '021008', '082053', '069047']

/** mulberry32: small, and the same everywhere. */
export function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

export function crowd(size: number, seed = 1): PublicProfile[] {
  const next = random(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T
  const some = <T>(list: readonly T[], share: number): T[] => list.filter(() => next() < share)
  const everywhere = municipalities().sort((a, b) => (a.code < b.code ? -1 : 1))
  return Array.from({ length: size }, (_, n) => {
    const place =
      next() < 0.6 ? (everywhere.find((town) => town.code === pick(towns)) ?? pick(everywhere)) : pick(everywhere)
    const modes = pick([['onsite'], ['onsite'], ['remote'], ['onsite', 'remote']] as ('onsite' | 'remote')[][])
    return profile({
      id: `p${n}`,
      slug: `persona-${seed}-${n}`,
      name: pick(names),
      headline: pick(headlines),
      experience: pick(experiences),
      kind: pick(['professional', 'professional', 'company', 'enthusiast', 'occasional'] as const),
      skills: [
        ...some(trades, 0.3).map(({ slug }) => ({
          slug,
          own: null,
          origin: pick(['practised', 'aptitude', 'passion'] as const),
          years: next() < 0.5 ? null : Math.floor(next() * 40),
          note: next() < 0.2 ? 'Anche nei fine settimana' : null,
        })),
        ...(next() < 0.1
          ? [{ slug: null, own: 'Soffiatura del vetro', origin: 'passion' as const, years: null, note: null }]
          : []),
      ],
      modes,
      radiusKm: modes.includes('onsite') ? pick([0, 10, 25, 50, 50, 100, 100, null] as const) : null,
      languages: pick([['it'], ['it', 'en'], ['it', 'de'], ['fr'], []]),
      availability: pick([
        { state: 'now', from: null },
        { state: 'sometimes', from: null },
        { state: 'not-now', from: null },
        { state: 'from', from: '2026-01-15' },
        { state: 'from', from: '2099-06-01' },
      ] as const),
      municipality: next() < 0.15 ? null : place.code,
      province: place.province,
      picture: next() < 0.2 ? { id: `pic${n}`, digest: `digest-${n}-0123456789` } : null,
      phone: next() < 0.1 ? `02 555 ${n}` : null,
      links: next() < 0.1 ? [{ label: 'Bottega', url: 'https://bottega.example' }] : [],
      // Some of them are teams.
      ...(n % 15 === 8 ? { id: `team:${n}`, type: 'team' as const, kind: 'team' as const, phone: null } : {}),
    })
  })
}
