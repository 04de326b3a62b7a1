// The measurements themselves, in a process of their own beside mongod. Started by test/bench.mjs.
import { spawn } from 'node:child_process'
import { mongooseAdapter } from '@payloadcms/db-mongodb'
import { catalogue } from '../../collections/skills/catalogue.js'
import { collectionOf } from '../../plugin/database/mongo.js'
import { inTransaction } from '../../plugin/database/transaction.js'
import { publish } from '../../plugin/directory/index.js'
import { cursorOf } from '../../plugin/directory/position.js'
import { type DirectoryQuery, queryHash } from '../../plugin/directory/query.js'
import { rotationStart } from '../../plugin/directory/rotation.js'
import { questionWords } from '../../plugin/directory/words.js'
import { slugOf } from '../../plugin/runtime.js'
import { random } from '../support/generated-profiles.js'
import { profile } from '../support/profiles.js'
import { type Site, startSite } from '../support/site.js'
import { composing } from './composer.js'
import { deskView } from './desk.js'
import { evening } from './evening.js'
import { loadTest } from './load.js'
import { type Figures, oneByOne, sideBySide } from './measure.js'
import { throughNext } from './next.js'
import { type Command, recorder, replayed } from './queries.js'
import { table, verdict, verdictOf, verdicts } from './report.js'
import { change, fill, plainCollection } from './rows.js'
import { shortlists } from './shortlist.js'
import { widgetBytes } from './widgets.js'

const workers = 8
const seconds = Number(process.env.MOKOR_BENCH_SECONDS ?? 1.5)
const rounds = 4
/** More than the directory remembers. */
const differentPages = 900
const publicUrl = 'http://127.0.0.1'

const open = (databaseUrl?: string): Promise<Site> =>
  startSite({
    database: 'mongo',
    ...(databaseUrl ? { databaseUrl } : {}),
    plugin: { publicUrl },
    config: (config) => ({
      ...config,
      collections: [...(config.collections ?? []), plainCollection],
      ...(databaseUrl ? { db: mongooseAdapter({ url: databaseUrl, connectOptions: { monitorCommands: true } }) } : {}),
    }),
  })

/** One question in every dress it is asked in. */
interface Question {
  name: string
  /** Query of GET /members. */
  ours: string
  /** The same filters, as plain REST takes them. */
  rest: string
  query: DirectoryQuery
}

const day = '2026-11-23'

function question(name: string, asked: Partial<DirectoryQuery> & { q?: string }): Question {
  const { q, ...filters } = asked
  const query: DirectoryQuery = {
    words: q === undefined ? [] : questionWords(q).words.map(({ word, also }) => ({ word, also })),
    skill: [],
    province: [],
    kind: [],
    mode: [],
    speaks: [],
    near: null,
    travels: null,
    available: false,
    day,
    ...filters,
  }
  const ours = new URLSearchParams(q === undefined ? {} : { q })
  const rest = new URLSearchParams()
  for (const [parameter, field] of [
    ['province', 'province'],
    ['skill', 'skills'],
    ['kind', 'kind'],
  ] as const)
    for (const value of query[parameter]) {
      ours.append(parameter, value)
      rest.append(`where[${field}][in]`, value)
    }
  if (q !== undefined)
    for (const [at, field] of ['name', 'headline', 'experience'].entries())
      rest.append(`where[or][${at}][${field}][like]`, q)
  return { name, ours: String(ours), rest: String(rest), query }
}

const filters = [
  question('province and skill', { province: ['MI'], skill: ['falegname'] }),
  question('province and skill', { province: ['RM'], skill: ['idraulico'] }),
  question('province and skill', { province: ['NA'], skill: ['sarto'] }),
  question('skill', { skill: ['elettricista'] }),
  question('province', { province: ['TO'] }),
  question('nothing', {}),
]

/** Published by another process; among those that the first question asks for. */
const newcomer = profile({
  id: 'newcomer',
  slug: 'arrivata-adesso-2222',
  municipality: '015146',
  province: 'MI',
  skills: [{ slug: 'falegname', own: null, origin: 'practised', years: 3, note: null }],
})

const spoken = [
  'falegname',
  'idraul',
  'mobili',
  'giardin',
  'riparazioni casa',
  'cucito',
  'montaggio video',
  'traduz',
].map((q) => question(q, { q }))

/** Milliseconds that the slowest hundredth of pages without facets took, by how many members there were. */
const slowestPages = new Map<number, number>()

async function measure(count: number, site: Site, watched: Site): Promise<void> {
  const judged = count >= 100_000
  /** As a site answers that has `withMokorReads` in its route file, as the example has. */
  const get = async (path: string): Promise<string> => textOf(path, await site.read(path))
  const getThroughPayload = (path: string): Promise<string> => read(site, path)
  const record = recorder(watched.payload)
  const rows = nameOf(watched, 'directory')
  const changes = nameOf(watched, 'changes')
  /** What one answer sends: the version's read, then what it asks of the rows. */
  const commandsOf = async (path: string): Promise<{ version: Command[]; rows: Command[] }> => {
    const sent = await record(() => read(watched, path))
    return {
      version: sent.filter((command) => command.collection === changes),
      // Words of the vocabulary are read once a version, not once an answer.
      rows: sent.filter((command) => command.collection === rows && !command.body.returnKey),
    }
  }
  const turns = random(count)
  const start = rotationStart(day)

  /** Pages somewhere along the circle, more of them than are remembered: no answer is ready. */
  const pathsOf = (questions: Question[]): { ours: string; rest: string }[] =>
    Array.from({ length: differentPages }, (_, n) => {
      const { ours, rest, query } = questions[n % questions.length] as Question
      const turn = Math.floor(turns() * 2 ** 31)
      const cursor = cursorOf({ start, band: 0, km: null, turn, comes: false, shown: 1 }, queryHash(query))
      return {
        ours: `/api/mokor/v1/members?facets=0&limit=20&${ours}&cursor=${cursor}`,
        rest: `/api/${plainCollection.slug}?limit=20&depth=0&sort=turn&where[turn][greater_than_equal]=${turn}&${rest}`,
      }
    })

  async function pages(title: string, questions: Question[]): Promise<Record<'driver' | 'ours' | 'rest', Figures>> {
    const paths = pathsOf(questions)
    const sent: { version(): Promise<unknown>; rows(): Promise<unknown> }[] = []
    for (const path of paths) {
      const commands = await commandsOf(path.ours)
      sent.push({ version: replayed(site.payload, commands.version), rows: replayed(site.payload, commands.rows) })
    }
    const at = <T>(list: T[], n: number): T => list[n % list.length] as T
    const measured = await sideBySide(
      {
        driver: (n) => at(sent, n).version().then(at(sent, n).rows),
        rows: (n) => at(sent, n).rows(),
        ours: (n) => get(at(paths, n).ours),
        usual: (n) => getThroughPayload(at(paths, n).ours),
        rest: (n) => getThroughPayload(at(paths, n).rest),
      },
      { seconds, rounds, workers },
    )
    table(`${title} (${workers} at a time)`, {
      'bare driver, the very queries': measured.driver,
      'bare driver, rows alone': measured.rows,
      'our handler': measured.ours,
      'our handler, behind Payload': measured.usual,
      'plain Payload REST': measured.rest,
    })
    return measured
  }

  const plain = await pages('Page without facets', filters)
  slowestPages.set(count, plain.ours.p99)
  if (judged) {
    verdict('page without facets, against the bare driver', plain.ours.rate / plain.driver.rate, 0.8)
    verdict('page without facets, against plain REST', plain.ours.rate / plain.rest.rate, 2.5)
  }

  const heard = await pages('Words', spoken)
  if (judged) verdict('words, against plain REST `like`', heard.ours.rate / heard.rest.rate, 90)

  const firsts = [...filters, ...spoken.slice(0, 3), question('kind', { kind: ['company'] })]
  const cold: Record<'driver' | 'ours', Figures[]> = { driver: [], ours: [] }
  for (const one of firsts) {
    const path = `/api/mokor/v1/members?limit=20&${one.ours}`
    await change(watched.payload)
    const commands = await commandsOf(path)
    const again = replayed(site.payload, [...commands.version, ...commands.rows])
    const times = count > 200_000 ? 3 : 6
    await again()
    cold.driver.push(await oneByOne(times, () => change(site.payload), again))
    cold.ours.push(
      await oneByOne(
        times,
        () => change(site.payload),
        () => get(path),
      ),
    )
    cold.driver.push(await oneByOne(times, () => change(site.payload), again))
    cold.ours.push(
      await oneByOne(
        times,
        () => change(site.payload),
        () => get(path),
      ),
    )
  }
  const coldly = { driver: overall(cold.driver), ours: overall(cold.ours) }
  table('First page with facets, cold (one at a time)', {
    'bare driver, page and aggregates': coldly.driver,
    'our handler': coldly.ours,
  })
  if (judged)
    verdict('first page with facets, cold, against the raw aggregates', coldly.ours.rate / coldly.driver.rate, 0.9)

  const [usual] = filters as [Question]
  const usualPath = `/api/mokor/v1/members?limit=20&${usual.ours}`
  const usualPage = (await commandsOf(`${usualPath}&facets=0`)).rows
  const repeated = await sideBySide(
    {
      driver: replayed(site.payload, usualPage),
      ours: () => get(usualPath),
      usual: () => getThroughPayload(usualPath),
    },
    { seconds, rounds, workers },
  )
  table(`Repeated first page, facets and all (${workers} at a time)`, {
    'bare driver, the page query alone': repeated.driver,
    'our handler': repeated.ours,
    'our handler, behind Payload': repeated.usual,
  })
  if (judged)
    verdict('repeated first page, against the bare driver’s page', repeated.ours.rate / repeated.driver.rate, 3)

  const newcomerPath = `/api/mokor/v1/members/${newcomer.slug}`
  const before = await totalOf(site, usualPath)
  const unknown = (await site.fetch(newcomerPath)).status
  await inAnotherProcess(site.databaseUrl)
  const after = await totalOf(site, usualPath)
  const known = (await site.fetch(newcomerPath)).status
  verdictOf(
    'a publishing in another process is in the very next answer, list and profile',
    after === before + 1 && unknown === 404 && known === 200,
  )

  const next = await throughNext(site.databaseUrl, {
    'an empty route': ['/up'],
    'repeated first page': [usualPath],
    'page without facets': pathsOf(filters).map(({ ours }) => ours),
  })
  if (judged)
    verdict(
      'repeated first page through Next, against an empty route of the same Next',
      next['repeated first page'].rate / next['an empty route'].rate,
      0.75,
    )
}

const read = async (site: Site, path: string): Promise<string> => textOf(path, await site.fetch(path))

async function textOf(path: string, response: Response | null): Promise<string> {
  if (!response) throw new Error(`${path}: no read of ours`)
  const body = await response.text()
  if (response.status !== 200) throw new Error(`${path}: ${response.status} ${body.slice(0, 300)}`)
  return body
}

async function totalOf(site: Site, path: string): Promise<number> {
  const { total } = JSON.parse(await read(site, path)) as { total: { value: number } }
  return total.value
}

const nameOf = ({ payload }: Site, key: 'directory' | 'changes'): string =>
  (collectionOf(payload, slugOf(payload, key)) as unknown as { collectionName: string }).collectionName

function overall(figures: Figures[]): Figures {
  const mean = figures.reduce((sum, one) => sum + 1000 / one.rate, 0) / figures.length
  const sorted = figures.map((one) => one.p50).sort((a, b) => a - b)
  return {
    rate: 1000 / mean,
    p50: sorted[Math.floor(sorted.length / 2)] ?? 0,
    p99: Math.max(...figures.map((one) => one.p99)),
  }
}

function inAnotherProcess(databaseUrl: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [process.argv[1] as string, '--publish', databaseUrl], { stdio: 'inherit' })
    child.on('error', reject)
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`the publishing process ended with ${code}`)),
    )
  })
}

async function main(): Promise<void> {
  const [first, second] = process.argv.slice(2)
  if (first === '--publish') {
    const site = await open(second)
    await inTransaction(site.payload, (req) => publish(req, { profiles: [newcomer], withdrawn: [], skills: [] }))
    await site.close()
    return
  }
  if (first === 'desk') {
    await deskView()
    return summary()
  }
  if (first?.startsWith('shortlist:')) {
    await shortlists(first.slice('shortlist:'.length).split(',').map(Number))
    return summary()
  }
  if (first === 'evening') {
    await evening()
    return summary()
  }
  const sizes = first ? first.split(',').map(Number) : []
  await composing()
  for (const count of sizes) {
    const site = await open()
    const skills = slugOf(site.payload, 'skills')
    for (const { slug, names, sector } of catalogue)
      await site.payload.db.create({ collection: skills, data: { slug, names, sector, title: names.it, active: true } })
    const from = performance.now()
    await fill(site.payload, count, { beside: true })
    console.log(
      `\n━━ ${count.toLocaleString('en-GB')} members (rows made and stored in ${Math.round((performance.now() - from) / 1000)} s)`,
    )
    const watched = await open(site.databaseUrl)
    await measure(count, site, watched)
    await watched.close()
    await site.close()
  }
  const [few, many] = [slowestPages.get(10_000), slowestPages.get(1_000_000)]
  if (few !== undefined && many !== undefined)
    verdictOf(
      `slowest hundredth of pages at 1,000,000 members, ${many.toFixed(1)} ms, at most 1.5 times that at 10,000, ${few.toFixed(1)} ms`,
      many <= 1.5 * few,
    )
  if (sizes.length > 0) await deskView()
  await loadTest()
  if (sizes.length === 0) return summary()
  if (process.env.MOKOR_TEST_CHROMIUM) await widgetBytes()
  else verdictOf('bytes of the widgets on the wire: not measured, there is no Chromium', false)
  summary()
}

function summary(): void {
  const short = verdicts.filter(({ holds }) => !holds)
  console.log(
    `\n${verdicts.length - short.length} of ${verdicts.length} promises hold${short.length > 0 ? `; short: ${short.map(({ promise }) => promise).join('; ')}` : ''}`,
  )
}

await main()
process.exit(0)
