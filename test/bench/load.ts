// A crowd asks the built site costly things at once, while others look at lists and an editor works: who is served, who is
// told to come again, and whether the others notice. On one process of the site, then on two.
import fs from 'node:fs'
import http from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { catalogue } from '../../collections/skills/catalogue.js'
import { municipalities } from '../../plugin/geo/index.js'
import { slugOf } from '../../plugin/runtime.js'
import { api, joinBody } from '../support/forms.js'
import { addMember } from '../support/people.js'
import { blogOrigin, type Site, startSite } from '../support/site.js'
import { type NextSite, startNext } from './next.js'
import { verdictOf } from './report.js'
import { fill } from './rows.js'

const people = 2_000
const files = 60
const editor = 'editor@rete.example'

/** What must hold of each burst. */
const target = { refusedWithinMs: 1_500, othersMs: 2_000, calmWithinMs: 5_000, memoryMb: 300 }
/** No answer is waited for longer: what comes later counts as failed. */
const longestMs = 60_000

interface Answer {
  /** 0 where nothing answered. */
  status: number
  retryAfter: boolean
  ms: number
}

interface Asked {
  method?: 'GET' | 'POST'
  headers?: Record<string, string>
  body?: string
}

/** A connection of its own for each, as strangers have. */
function ask(address: string, { method = 'GET', headers = {}, body }: Asked = {}): Promise<Answer> {
  const began = performance.now()
  return new Promise((resolve) => {
    const done = (status: number, retryAfter = false) => resolve({ status, retryAfter, ms: performance.now() - began })
    const request = http.request(address, { method, headers, agent: false, timeout: longestMs }, (response) => {
      response.resume()
      response.on('end', () => done(response.statusCode ?? 0, response.headers['retry-after'] !== undefined))
      response.on('error', () => done(0))
    })
    request.on('timeout', () => request.destroy())
    request.on('error', () => done(0))
    request.end(body)
  })
}

interface Burst {
  name: string
  /** What is sent, by number and by the site's origin that it goes to. */
  sends(origin: string, n: number): { address: string; asked?: Asked }
  count: number
  /** At least so many are served. */
  served: number
}

const towns = municipalities()
  .filter((town) => town.ownCentre)
  .sort((a, b) => (a.code < b.code ? -1 : 1))
const letters = 'abcdefghijklmnoprstuvz'

const near = (count: number, served: number): Burst => ({
  name: `${count} different places`,
  count,
  served,
  sends: (origin, n) => {
    const town = towns[(n * 7) % towns.length] as (typeof towns)[number]
    return { address: `${origin}${api}/members?near=${town.code}&radius=${500 - (n % 50)}&limit=50` }
  },
})

const bursts = (joins: string[]): Burst[] => [
  {
    name: '200 positions in one valley',
    count: 200,
    served: 20,
    sends: (origin, n) => ({
      address: `${origin}${api}/members?near=43.${10_000 + n * 7},11.5&radius=500&limit=50`,
    }),
  },
  near(200, 20),
  near(1_000, 20),
  {
    name: '300 different words',
    count: 300,
    served: 20,
    sends: (origin, n) => {
      const word = `${letters[n % letters.length]}${letters[Math.floor(n / letters.length) % letters.length]}`
      return { address: `${origin}${api}/members?q=${word}` }
    },
  },
  {
    name: `${joins.length} solved joins`,
    count: joins.length,
    served: 8,
    sends: (origin, n) => ({
      address: `${origin}${api}/members`,
      asked: {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Origin: blogOrigin },
        body: joins[n] as string,
      },
    }),
  },
]

/** Solved one after the other, before the crowd comes. */
async function solvedJoins(origin: string, count: number, round: string): Promise<string[]> {
  const bodies: string[] = []
  for (let n = 0; n < count; n++) {
    const response = await fetch(`${origin}${api}/challenge`, { headers: { Origin: blogOrigin } })
    const challenge = (await response.json()) as Parameters<typeof solveChallenge>[0]['challenge']
    const solution = await solveChallenge({ challenge, deriveKey })
    bodies.push(
      JSON.stringify({
        ...joinBody,
        email: `persona-${round}-${n}@people.example`,
        challenge: Buffer.from(JSON.stringify({ challenge, solution })).toString('base64url'),
      }),
    )
  }
  return bodies
}

/** Memory of the processes, in MB, with those they started; null where the system does not tell. */
function memoryOf(sites: NextSite[]): number | null {
  try {
    return sites.reduce((sum, { pid }) => sum + residentOf(pid), 0)
  } catch {
    return null
  }
}

function residentOf(pid: number): number {
  const [, kilobytes = '0'] = /VmRSS:\s+(\d+) kB/.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  const children = fs.readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean)
  return Number(kilobytes) / 1024 + children.reduce((sum, child) => sum + residentOf(Number(child)), 0)
}

/**
 * Seconds of processor that the sites' own processes have used; null where the system does not tell. On a machine that others
 * work on too it says what a burst costs, whatever the clock says.
 */
function processorOf(sites: NextSite[]): number | null {
  try {
    return sites.reduce((sum, { pid }) => {
      const fields = fs.readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
      return sum + (Number(fields[11]) + Number(fields[12])) / ticksPerSecond
    }, 0)
  } catch {
    return null
  }
}

const ticksPerSecond = 100

/** Others, who go on as if nothing were: a list that is ready, and an editor's look at members' files. */
function others(sites: NextSite[], token: string) {
  const lists: Promise<Answer>[] = []
  const editors: Promise<Answer>[] = []
  let ticks = 0
  const timer = setInterval(() => {
    const { origin } = sites[ticks % sites.length] as NextSite
    lists.push(ask(`${origin}${api}/members?lang=it`))
    if (ticks++ % 2 === 0)
      editors.push(ask(`${origin}/api/members?limit=10&depth=0`, { headers: { Authorization: `JWT ${token}` } }))
  }, 100)
  return async () => {
    clearInterval(timer)
    return { lists: await Promise.all(lists), editors: await Promise.all(editors) }
  }
}

const slowest = (answers: Answer[], share = 0.99): number => {
  const sorted = answers.map(({ ms }) => ms).sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

const isRefusal = ({ status, retryAfter }: Answer): boolean => (status === 429 || status === 503) && retryAfter
const isServed = ({ status }: Answer): boolean => status >= 200 && status < 300

async function calm(sites: NextSite[], marker: number): Promise<number> {
  const began = performance.now()
  for (let look = 0; performance.now() - began < longestMs; look++) {
    const asking = sites.map(({ origin }, at) =>
      // A costly question that nobody asked yet.
      ask(`${origin}${api}/members?near=${towns[(marker * 97 + look * 13 + at) % towns.length]?.code}&radius=33`),
    )
    const answers = await Promise.all(asking)
    if (answers.every((answer) => isServed(answer) && answer.ms < 1_000)) return performance.now() - began
    await pause(100)
  }
  return Number.POSITIVE_INFINITY
}

async function run(sites: NextSite[], burst: Burst, token: string, marker: number): Promise<void> {
  const before = memoryOf(sites)
  let peak = before
  const weighing = setInterval(() => {
    const now = memoryOf(sites)
    if (now !== null && peak !== null) peak = Math.max(peak, now)
  }, 100)
  const spentBefore = processorOf(sites)
  const stop = others(sites, token)
  await pause(1_000)
  const answers = await Promise.all(
    Array.from({ length: burst.count }, (_, n) => {
      const { address, asked } = burst.sends((sites[n % sites.length] as NextSite).origin, n)
      return ask(address, asked)
    }),
  )
  const calmAfter = await calm(sites, marker)
  const { lists, editors } = await stop()
  const spent = processorOf(sites)
  clearInterval(weighing)

  const served = answers.filter(isServed)
  const refused = answers.filter(isRefusal)
  const failed = answers.filter((answer) => !isServed(answer) && !isRefusal(answer))
  const refusedWithin = slowest(refused, 1)
  const [listsWithin, editorsWithin] = [slowest(lists), slowest(editors)]
  const lost = [...lists, ...editors].filter((answer) => !isServed(answer)).length
  const grown = before === null || peak === null ? null : peak - before
  const whole = (value: number) => Math.round(value).toLocaleString('en-GB')
  console.log(
    `\n${burst.name}\n  served ${served.length} (slowest ${whole(slowest(served, 1))} ms), refused ${refused.length} (slowest ${whole(refusedWithin)} ms), failed ${failed.length}` +
      `\n  others meanwhile, p99: lists ${whole(listsWithin)} ms of ${lists.length}, an editor ${whole(editorsWithin)} ms of ${editors.length}, not served ${lost}` +
      `\n  calm after ${whole(calmAfter)} ms; memory ${grown === null ? 'not told by this system' : `+${whole(grown)} MB, ${whole(peak ?? 0)} at most`}` +
      (spent === null || spentBefore === null ? '' : `; processor of the site ${(spent - spentBefore).toFixed(1)} s`),
  )
  const where = `${burst.name}, ${sites.length === 1 ? 'one process' : `${sites.length} processes`}`
  verdictOf(
    `${where}: at least ${burst.served} served, nobody without an answer`,
    served.length >= burst.served && failed.length === 0,
  )
  verdictOf(
    `${where}: refused within ${target.refusedWithinMs} ms, with the time to come again`,
    refusedWithin <= target.refusedWithinMs,
  )
  verdictOf(
    `${where}: others served within ${target.othersMs} ms`,
    lost === 0 && Math.max(listsWithin, editorsWithin) <= target.othersMs,
  )
  verdictOf(`${where}: calm within ${target.calmWithinMs} ms`, calmAfter <= target.calmWithinMs)
  if (grown !== null) verdictOf(`${where}: at most ${target.memoryMb} MB more`, grown <= target.memoryMb * sites.length)
}

async function signIn(origin: string): Promise<string> {
  const response = await fetch(`${origin}/api/users/login`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email: editor, password: `pw-${editor}` }),
  })
  return ((await response.json()) as { token: string }).token
}

/** Rows of the directory, the trades they name, some members' files, and an editor who may read them. */
async function filled(): Promise<Site> {
  const site = await startSite({ database: 'mongo' })
  const skills = slugOf(site.payload, 'skills')
  for (const { slug, names, sector } of catalogue)
    await site.payload.db.create({ collection: skills, data: { slug, names, sector, title: names.it, active: true } })
  await fill(site.payload, people, { beside: false })
  for (let n = 0; n < files; n++) await addMember(site.payload, { email: `file-${n}@people.example` })
  await site.as(editor, ['owner'])
  return site
}

export async function loadTest(): Promise<void> {
  const site = await filled()
  for (const count of [1, 2]) {
    const sites: NextSite[] = []
    try {
      for (let n = 0; n < count; n++) sites.push(await startNext(site.databaseUrl, { BLOG_ORIGIN: blogOrigin }))
      console.log(
        `\n━━ A crowd at once, ${people.toLocaleString('en-GB')} members, ${count} process${count > 1 ? 'es' : ''} of the built site`,
      )
      const [{ origin }] = sites as [NextSite]
      const token = await signIn(origin)
      const joins = await solvedJoins(origin, 120, String(count))
      // Each part of the site has been used once.
      for (const each of sites) {
        await ask(`${each.origin}${api}/members?near=015146&q=casa`)
        await ask(`${each.origin}/api/members?limit=10&depth=0`, { headers: { Authorization: `JWT ${token}` } })
      }
      for (const [at, burst] of bursts(joins).entries()) await run(sites, burst, token, count * 10 + at)
    } finally {
      for (const each of sites) await each.stop()
    }
  }
  await site.close()
}
