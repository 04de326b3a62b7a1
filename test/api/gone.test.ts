// The database stops in the middle: visitors are told within three seconds, and all is well when it is back.
import type { MongoMemoryReplSet } from 'mongodb-memory-server-core'
import { issueToken } from '../../plugin/forms/token.js'
import { slugOf } from '../../plugin/runtime.js'
import { api, commissionBody, contactBody, donationBody, joinBody, post, solvedChallenge } from '../support/forms.js'
import { startAgain, startReplicaSet } from '../support/mongo.mjs'
import { findMongod } from '../support/mongod.mjs'
import { addPublicMember } from '../support/people.js'
import { routes } from '../support/routes.js'
import { blogOrigin, database, type Site, startSite } from '../support/site.js'
import { until } from '../support/until.js'

const onMongo = database === 'mongo' ? describe : describe.skip // SQLite is a file of the process itself: it cannot go away alone

/** Nothing of the database is in their answers. */
const withoutDatabase = ['/network', '/places', '/openapi.json']
/** Files of the build, which an API test does not have. */
const fromDisk = ['/widgets/:file', '/widgets/br/:file']

const forms = {
  '/members': joinBody,
  '/members/:slug/contact': contactBody,
  '/commissions': commissionBody,
  '/donations': donationBody,
} as const
type FormPath = keyof typeof forms

onMongo('without its database', () => {
  let mongo: MongoMemoryReplSet
  let site: Site

  beforeAll(async () => {
    const mongod = await findMongod()
    if (!mongod) throw new Error('no mongod')
    mongo = await startReplicaSet(mongod)
    site = await startSite({
      databaseUrl: mongo.getUri().replace('/?', '/gone?'),
      plugin: { features: 'all' },
    })
  }, 60_000)
  afterAll(async () => {
    await site.close()
    await mongo.stop({ doCleanup: true, force: true })
  })

  const stored = async (key: 'members' | 'messages' | 'commissions' | 'donations') =>
    (await site.payload.db.count({ collection: slugOf(site.payload, key), where: {} })).totalDocs

  test('every public route says so within three seconds; what was refused is done once, when it is sent again', async () => {
    const slug = String((await addPublicMember(site.payload)).slug)
    const challenges = new Map<string, string>()
    for (const name of Object.keys(forms)) challenges.set(name, await solvedChallenge(site))
    const send = (name: FormPath) =>
      post(site, name.replace(':slug', slug), { ...forms[name], challenge: challenges.get(name) })
    const token = issueToken(site.payload, 'give')
    const give = () =>
      site.fetch(`${api}/pages/give?lang=it`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: site.url },
        body: new URLSearchParams({ token, amount: '25', frequency: 'once', type: 'person', publicAs: 'anonymous' }),
      })
    const read = () => site.fetch(`${api}/members?lang=it`)
    expect((await read()).status).toBe(200)

    await mongo.stop({ doCleanup: false, force: false })
    const asking: [string, number, () => Promise<Response>][] = [
      ...routes
        .filter(({ path }) => !fromDisk.includes(path))
        .map((route): [string, number, () => Promise<Response>] => [
          `${route.method} ${route.path}`,
          withoutDatabase.includes(route.path) ? 200 : 503,
          () =>
            route.method === 'post'
              ? send(route.path as FormPath)
              : site.fetch(`${api}${route.path.replace(':slug', slug)}`, { headers: { Origin: blogOrigin } }),
        ]),
      ['get /pages', 200, () => site.fetch(`${api}/pages`)],
      ...['directory', `members/${slug}`, `link/${'A'.repeat(43)}`].map(
        (page): [string, number, () => Promise<Response>] => [
          `get /pages/${page}`,
          503,
          () => site.fetch(`${api}/pages/${page}`),
        ],
      ),
      ['post /pages/give', 503, give],
    ]
    const answers = await Promise.all(
      asking.map(async ([name, expected, ask]) => {
        const began = Date.now()
        const { status, headers } = await ask()
        return { name, expected, status, ms: Date.now() - began, retryAfter: Number(headers.get('retry-after')) }
      }),
    )
    for (const answer of answers) {
      expect(answer).toMatchObject({ name: answer.name, status: answer.expected })
      expect(answer.ms).toBeLessThan(3000)
      if (answer.status === 503) expect(answer.retryAfter).toBeGreaterThan(0)
    }

    await startAgain(mongo)
    await until('the directory to be back', async () => (await read()).status === 200, 40)
    // The same challenges still serve: nothing of what was refused was carried out meanwhile.
    for (const [name, status] of [
      ['/donations', 201],
      ['/commissions', 202],
      ['/members', 202],
      ['/members/:slug/contact', 202],
    ] as const)
      expect([name, (await send(name)).status]).toEqual([name, status])
    const page = await give()
    expect([page.status, (await page.text()).includes('Grazie!')]).toEqual([200, true])
    expect(await stored('donations')).toBe(2)
    expect(await stored('commissions')).toBe(1)
    expect(await stored('members')).toBe(2)
    expect(await stored('messages')).toBe(1)
  }, 120_000)
})
