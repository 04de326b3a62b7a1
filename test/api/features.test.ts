// Each feature that is switched off takes all of its parts along: routes, pages, and every address that leads to them.
import { slugOf } from '../../plugin/runtime.js'
import { api, commissionBody, contactBody, donationBody, joinBody, send } from '../support/forms.js'
import { addPublicMember } from '../support/people.js'
import { type NetworkFeature as Feature, featureNames } from '../support/rooms.js'
import { type Site, startSite } from '../support/site.js'

interface Parts {
  /** Routes that are gone, as `openapi.json` writes them. */
  routes: string[]
  /** Pages that are gone. */
  pages: string[]
  /** Names of `GET /network`’s pages that are gone. */
  named: string[]
}

const everyPage = [
  '',
  '/directory',
  '/members/{slug}',
  '/teams/{slug}',
  '/ask',
  '/join',
  '/give',
  '/ranking',
  '/report',
]
const everyName = ['directory', 'ask', 'join', 'give', 'ranking', 'report']

const parts: Record<Feature, Parts> = {
  directory: {
    routes: [
      'get /members',
      'get /members/{slug}',
      'get /members/{slug}/picture',
      'post /members/{slug}/contact',
      'get /teams/{slug}',
    ],
    pages: ['/directory', '/members/{slug}', '/teams/{slug}', '/ranking'],
    named: ['directory', 'ranking'],
  },
  join: { routes: ['post /members'], pages: ['/join'], named: ['join'] },
  relay: { routes: ['post /members/{slug}/contact'], pages: [], named: [] },
  commissions: { routes: ['post /commissions'], pages: ['/ask'], named: ['ask'] },
  offers: { routes: [], pages: [], named: [] },
  teams: { routes: ['get /teams/{slug}'], pages: ['/teams/{slug}'], named: [] },
  donations: { routes: ['post /donations', 'get /donations/summary'], pages: ['/give'], named: ['give'] },
  pictures: { routes: ['get /members/{slug}/picture'], pages: [], named: [] },
  pages: { routes: [], pages: everyPage, named: everyName },
  widgets: { routes: ['get /widgets/{file}', 'get /widgets/br/{file}'], pages: [], named: [] },
}

const everyRoute = [...new Set(Object.values(parts).flatMap(({ routes }) => routes))]
const bodies: Record<string, object> = {
  '/members': joinBody,
  '/members/{slug}/contact': contactBody,
  '/commissions': commissionBody,
  '/donations': donationBody,
}

interface Shown {
  site: Site
  slug: string
  team: string
}

async function startWithout(off: readonly Feature[]): Promise<Shown> {
  const site = await startSite({
    plugin: { features: Object.fromEntries(featureNames.map((name) => [name, !off.includes(name)])) },
  })
  const maria = await addPublicMember(site.payload)
  const team = await site.payload.create({
    collection: slugOf(site.payload, 'teams'),
    data: { name: 'Bottega', status: 'active', public: true, members: [{ member: maria.id, role: 'Falegname' }] },
  })
  return { site, slug: String(maria.slug), team: String((team as unknown as { slug: string }).slug) }
}

async function statusOf({ site, slug, team }: Shown, route: string): Promise<number> {
  const [method, path = ''] = route.split(' ')
  const address = path.replace('{slug}', path.startsWith('/teams') ? team : slug).replace('{file}', 'mokor.js')
  const body = bodies[path]
  return (await (method === 'post' && body ? send(site, address, body) : site.fetch(`${api}${address}`))).status
}

/** Widgets are not built for this test, and nobody has a picture: there what is on still gives no 200. */
const cannotBeSeen = /picture|widgets/

/** Starting a site takes seconds: features that share no part are switched off together. */
const together: Feature[][] = [
  ['directory'],
  ['pages'],
  ['join', 'relay', 'widgets'],
  ['commissions', 'offers', 'teams'],
  ['donations', 'pictures'],
]

test('every feature is tried', () => expect(together.flat().sort()).toEqual([...featureNames].sort()))

test.each(together.map((off) => [off.join(', '), off] as const))('without %s', async (_, off) => {
  const shown = await startWithout(off)
  const { site, slug } = shown
  const read = async <T>(path: string) => (await (await site.fetch(`${api}${path}`)).json()) as T
  const gone = (kind: keyof Parts) => off.flatMap((name) => parts[name][kind])
  const [routes, pages, named] = [gone('routes'), gone('pages'), gone('named')]

  for (const route of everyRoute) {
    const isGone = routes.includes(route)
    if (!isGone && cannotBeSeen.test(route)) continue
    const status = await statusOf(shown, route)
    expect([route, isGone ? status : status < 300]).toEqual([route, isGone ? 404 : true])
  }
  const described = await read<{ paths: Record<string, object> }>('/openapi.json')
  const known = Object.entries(described.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  )
  expect(everyRoute.filter((route) => !known.includes(route)).sort()).toEqual([...routes].sort())

  for (const page of everyPage) {
    const { status } = await site.fetch(
      `${api}/pages${page.replace('{slug}', page.startsWith('/teams') ? shown.team : slug)}`,
    )
    expect([page, status]).toEqual([page, pages.includes(page) ? 404 : 200])
  }
  const network = await read<{ pages: Record<string, string>; features: Record<string, boolean> }>('/network')
  expect(everyName.filter((name) => !(name in network.pages))).toEqual(named)
  expect(
    Object.keys(network.features)
      .filter((name) => !network.features[name])
      .sort(),
  ).toEqual([...off].sort())

  // Whatever leads to a profile leads to one that is there.
  const addresses = [
    ...(off.includes('directory') ? [] : (await read<{ members: { page: string | null }[] }>('/members')).members),
    ...(routes.includes('get /teams/{slug}')
      ? []
      : (await read<{ team: { members: { page: string | null }[] } }>(`/teams/${shown.team}`)).team.members),
  ].map(({ page }) => page)
  for (const page of addresses) {
    expect(page === null).toBe(off.includes('pages'))
    if (page !== null) expect((await site.fetch(new URL(page).pathname)).status).toBe(200)
  }
  await site.close()
})

test('a site’s own page of a profile stands where ours are off', async () => {
  const memberUrl = 'https://rete.example/persone/{slug}'
  const site = await startSite({ plugin: { features: { pages: false }, directory: { memberUrl } } })
  const { slug } = await addPublicMember(site.payload)
  const response = await site.fetch(`${api}/members/${slug}`)
  expect(await response.json()).toMatchObject({ member: { page: `https://rete.example/persone/${slug}` } })
  await site.close()
})
