// A site with published people for browser tests and the bench: it admits the blog, with trades to search and people to find.

import { inTransaction } from '../../plugin/database/transaction.js'
import { publish } from '../../plugin/directory/index.js'
import type { PublicProfile } from '../../plugin/directory/row.js'
import { slugOf } from '../../plugin/runtime.js'
import { trades } from './generated-profiles.js'
import { profile } from './profiles.js'
import { type Site, startSite } from './site.js'

const names = ['Maria R.', 'Ahmed B.', 'Lucia Ferrero', 'Piero D.', 'Bottega Olmo srl', 'Élise N.', 'Giovanni T.']
const lines = [
  'Restauro mobili e infissi, anche a domicilio',
  'Riparo rubinetti, lavatrici e piccole perdite',
  'Orli, cerniere e abiti su misura',
  'Video brevi per botteghe e associazioni',
  'Potatura, orti e piccoli giardini',
]
const towns: [string, string][] = [
  ['004078', 'CN'],
  ['004003', 'CN'],
  ['001272', 'TO'],
  ['015146', 'MI'],
]

/** Twenty-nine people of Piemonte and Milano, the same each time; the first is the fullest. */
export const people: PublicProfile[] = [
  profile({
    id: 'm0',
    slug: 'maria-rossi-7k3f',
    name: 'Maria Rossi',
    headline: 'Restauro mobili e infissi, anche a domicilio',
    experience: 'Dodici anni di bottega con mio padre.\n\nHo rifatto le finestre della scuola di Alba.',
    skills: [
      { slug: 'falegname', own: null, origin: 'practised', years: 12, note: 'Mobili antichi e porte' },
      { slug: 'giardiniere', own: null, origin: 'aptitude', years: null, note: null },
      { slug: null, own: 'canto corale', origin: 'passion', years: 3, note: null },
      { slug: 'sarta', own: null, origin: 'passion', years: 1, note: null },
    ],
    municipality: '004003',
    province: 'CN',
    links: [{ label: 'La bottega', url: 'https://bottega.example/' }],
    languages: ['it', 'fr'],
    phone: '+39 0173 000000',
  }),
  profile({
    id: 'm1',
    slug: 'piero-riposa-4d8h',
    name: 'Piero Riposa',
    headline: 'Impianti elettrici, ora fermo',
    availability: { state: 'not-now', from: null },
    municipality: '004078',
    province: 'CN',
  }),
  ...Array.from({ length: 27 }, (_, n) => {
    const [municipality, province] = towns[n % towns.length] as [string, string]
    const trade = trades[n % trades.length]
    return profile({
      id: `p${n}`,
      slug: `persona-${n}-x${n % 9}y2`,
      name: names[n % names.length] as string,
      headline: lines[n % lines.length] as string,
      kind: n % 7 === 4 ? 'company' : 'professional',
      skills: trade ? [{ slug: trade.slug, own: null, origin: 'practised', years: n % 12, note: null }] : [],
      modes: n % 5 === 3 ? ['onsite', 'remote'] : ['onsite'],
      availability: n % 3 === 0 ? { state: 'now', from: null } : { state: 'sometimes', from: null },
      municipality,
      province,
      // One of Torino comes as far as Alba and Cuneo, one of Milano goes anywhere.
      radiusKm: n === 2 ? 100 : n === 3 ? null : 25,
    })
  }),
]

export async function startPublishedSite(blog: string): Promise<Site> {
  const site = await startSite({ plugin: { allowedOrigins: [blog] } })
  for (const { slug, names } of trades)
    await site.payload.create({
      collection: slugOf(site.payload, 'skills'),
      data: { slug, names, sector: 'crafts', active: true },
    })
  await inTransaction(site.payload, (req) => publish(req, { profiles: people, withdrawn: [], skills: trades }))
  return site
}
