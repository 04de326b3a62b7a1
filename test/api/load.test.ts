// More questions and forms than there are places for: some are answered, the others told at once when to come again.
import { type PublicLoad, publicLoad } from '../../plugin/api/concurrency.js'
import { collectionOf } from '../../plugin/database/mongo.js'
import { slugOf } from '../../plugin/runtime.js'
import { api, joinBody, post, solvedChallenge } from '../support/forms.js'
import { addPublicMember } from '../support/people.js'
import { database, startSite } from '../support/site.js'
import { until } from '../support/until.js'

const site = await startSite({ plugin: { features: { teams: true } } })
afterAll(() => site.close())
for (const municipality of ['015146', '015146', '058091'])
  await addPublicMember(site.payload, { place: { municipality } })

const atOnce = { heavyReads: 4, reads: 24, writes: 8, challenges: 8 } satisfies Record<keyof PublicLoad, number>

/** Takes places until they are given back. */
function taken(kind: keyof PublicLoad, count: number) {
  let giveBack = (): void => undefined
  const until = new Promise<void>((resolve) => {
    giveBack = resolve
  })
  const running = Array.from({ length: count }, () => publicLoad(site.payload)[kind].run(() => until))
  // Those in the line wait no longer than anybody does.
  const ended = Promise.allSettled(running)
  return async () => {
    giveBack()
    await ended
  }
}

const waiting = { heavyReads: 32, reads: 256, writes: 32, challenges: 32 } satisfies typeof atOnce

/** How an answer turned somebody away, and how long that took. */
async function turnedAway(ask: () => Promise<Response>) {
  const began = Date.now()
  const response = await ask()
  const body = (await response.json()) as { type: string; title: string; detail: string }
  return { ...body, status: response.status, retryAfter: response.headers.get('retry-after'), ms: Date.now() - began }
}

const read = (path: string, lang = 'it') => site.fetch(`${api}${path}${path.includes('?') ? '&' : '?'}lang=${lang}`)

const questions: [keyof PublicLoad, string][] = [
  ['heavyReads', '/members?near=015146&radius=100'],
  ['heavyReads', '/members?q=restauro'],
  ['heavyReads', '/members?province=MI'],
  ['heavyReads', '/members?speaks=it&facets=0'],
  ['heavyReads', '/members?province=MI&province=RM&facets=0'],
  ['reads', '/members?province=MI&facets=0'],
  ['reads', '/members/nobody'],
  ['reads', '/members/nobody/picture'],
  ['reads', '/teams/nobody'],
  ['challenges', '/challenge'],
]

test.each(questions)(
  'with every place of %s taken and the line full, %s is turned away at once',
  async (kind, path) => {
    const open = taken(kind, atOnce[kind] + waiting[kind])
    try {
      for (const [lang, title] of [
        ['it', 'Molte richieste insieme'],
        ['en', 'Many requests at once'],
      ] as const) {
        const answer = await turnedAway(() => read(path, lang))
        expect(answer).toMatchObject({ status: 503, type: 'urn:mokor:problem:busy', retryAfter: '2', title })
        expect(answer.ms).toBeLessThan(1500)
      }
      // What needs no place, or has its answer ready, is served all the same.
      expect((await read('/network')).status).toBe(200)
      expect((await read('/places?q=mila')).status).toBe(200)
    } finally {
      await open()
    }
    const after = await read(path)
    expect([path, after.status]).toEqual([path, path.includes('nobody') ? 404 : 200])
  },
)

test('an answer that is remembered needs no place', async () => {
  const path = '/members?q=mobili&province=MI'
  const first = await (await read(path)).text()
  const open = taken('heavyReads', atOnce.heavyReads + waiting.heavyReads)
  try {
    expect(await (await read(path)).text()).toBe(first)
  } finally {
    await open()
  }
})

test('whoever waits for a place is told within a second and a half that there is none', async () => {
  const open = taken('heavyReads', atOnce.heavyReads)
  try {
    const answer = await turnedAway(() => read('/members?near=058091&radius=7'))
    expect(answer).toMatchObject({ status: 503, type: 'urn:mokor:problem:busy' })
    expect(answer.ms).toBeLessThan(1500)
  } finally {
    await open()
  }
})

test('the same question is asked once, however many ask it', async () => {
  const open = taken('heavyReads', atOnce.heavyReads + waiting.heavyReads - 1)
  const asking = Array.from({ length: 50 }, () => read('/members?near=058091&radius=9'))
  // It waits in the last place of the line: another question finds none.
  await until(
    'the question to come',
    async () => (await read('/members?near=058091&radius=10&facets=0')).status === 503,
    1,
  )
  await open()
  expect((await Promise.all(asking)).map(({ status }) => status)).toEqual(Array.from({ length: 50 }, () => 200))
})

/** Those that end first. */
const firstOf = <T>(works: Promise<T>[], count: number): Promise<T[]> =>
  new Promise((resolve) => {
    const ended: T[] = []
    for (const work of works)
      void work.then((one) => {
        ended.push(one)
        if (ended.length === count) resolve(ended)
      })
  })

test('many forms at once: some are taken, the others are told when to come again, and are taken then', async () => {
  const forms = await Promise.all(
    Array.from({ length: 8 }, async (_, n) => ({
      ...joinBody,
      email: `persona${n}@people.example`,
      challenge: await solvedChallenge(site),
    })),
  )
  const open = taken('writes', atOnce.writes + waiting.writes - 2)
  const sent = forms.map(async (form) => ({ form, ...(await turnedAway(() => post(site, '/members', form))) }))
  const refused = (await firstOf(sent, 6)).filter(({ status }) => status === 503)
  expect(refused).toHaveLength(6)
  await open()
  expect((await Promise.all(sent)).filter(({ status }) => status === 202)).toHaveLength(2)
  for (const answer of refused) {
    expect(answer).toMatchObject({ status: 503, type: 'urn:mokor:problem:busy', retryAfter: '2' })
    expect(answer.ms).toBeLessThan(1500)
    // The very same: nothing of it was spent.
    expect((await post(site, '/members', answer.form)).status).toBe(202)
  }
  const { totalDocs } = await site.payload.db.count({
    collection: slugOf(site.payload, 'members'),
    where: { email: { like: 'persona' } },
  })
  expect(totalDocs).toBe(forms.length)
})

test('a page’s form is turned away as kindly', async () => {
  const open = taken('writes', atOnce.writes + waiting.writes)
  try {
    const response = await site.fetch(`${api}/pages/give?lang=it`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: site.url },
      body: new URLSearchParams({ amount: '25' }),
    })
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '2'])
    expect(await response.text()).toContain('Molte richieste insieme')
  } finally {
    await open()
  }
})

const onMongo = database === 'mongo' ? describe : describe.skip // elsewhere questions are answered from memory

onMongo('while the database is slow', () => {
  interface Database {
    collection(name: string): { rename(to: string): Promise<unknown>; drop(): Promise<unknown> }
    createCollection(name: string, options: object): Promise<unknown>
    admin(): { command(command: object): Promise<{ inprog: { ns: string }[] }> }
    databaseName: string
  }
  const connection = () => (site.payload.db as unknown as { connection: { db: Database } }).connection.db
  let rows = ''
  const namespace = () => `${connection().databaseName}.kept`
  /** Each row takes its time. */
  const slowly = [
    { $match: { $expr: { $function: { body: 'function() { sleep(700); return true }', args: [], lang: 'js' } } } },
  ]

  beforeAll(async () => {
    rows = (collectionOf(site.payload, slugOf(site.payload, 'directory')) as unknown as { collectionName: string })
      .collectionName
    await connection().collection(rows).rename('kept')
    await connection().createCollection(rows, { viewOn: 'kept', pipeline: slowly })
  })
  afterAll(async () => {
    await connection().collection(rows).drop()
    await connection().collection('kept').rename(rows)
  })

  const questionsUnderWay = async (): Promise<number> => {
    const { inprog } = await connection()
      .admin()
      .command({
        currentOp: 1,
        active: true,
        $or: [{ ns: namespace() }, { ns: `${connection().databaseName}.${rows}` }],
      })
    return inprog.length
  }
  const visit = (path: string) => {
    const own = new AbortController()
    const answer = site.fetch(`${api}${path}`, { signal: own.signal })
    return { answer, leave: () => own.abort() }
  }

  test('a question that is given up ends in the database too, when the last who asked it has gone', async () => {
    const path = '/members?near=015146&radius=41&facets=0'
    const [a, b] = [visit(path), visit(path)]
    await until('the question to reach the database', async () => (await questionsUnderWay()) === 1, 10)
    a.leave()
    expect((await a.answer).status).toBe(503)
    expect(await questionsUnderWay()).toBe(1)
    b.leave()
    await until('the question to end', async () => (await questionsUnderWay()) === 0, 1)
    expect((await b.answer).status).toBe(503)
  })

  test('whoever stays is answered, though others went and it took longer than a database that is gone is waited for', async () => {
    const path = '/members?near=015146&radius=42&facets=0'
    const [a, b] = [visit(path), visit(path)]
    await until('the question to reach the database', async () => (await questionsUnderWay()) === 1, 10)
    const began = Date.now()
    a.leave()
    const answer = await b.answer
    expect(answer.status).toBe(200)
    expect(((await answer.json()) as { members: unknown[] }).members).toHaveLength(2)
    expect(Date.now() - began).toBeGreaterThan(2500)
  })

  test('of a crowd of different questions some are answered, the others told to come again; what is ready is there', async () => {
    const began = Date.now()
    const crowd = Array.from({ length: 60 }, (_, n) =>
      turnedAway(() => read(`/members?near=058091&radius=${100 + n}&facets=0`)),
    )
    const answers = await Promise.all(crowd)
    const served = answers.filter(({ status }) => status === 200)
    const refused = answers.filter(({ status }) => status !== 200)
    expect(served.length).toBeGreaterThanOrEqual(4)
    for (const answer of refused) {
      expect(answer).toMatchObject({ status: 503, type: 'urn:mokor:problem:busy', retryAfter: '2' })
      expect(answer.ms).toBeLessThan(1500)
    }
    expect(Date.now() - began).toBeLessThan(20_000)
  })
})
