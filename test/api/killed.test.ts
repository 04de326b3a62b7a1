// A worker killed at the worst moments loses no mail, and a change killed halfway queues none.
import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'
import { type CommissionInput, commissionInput } from '../../collections/commissions/dto.js'
import { type Commission, createCommission, type Offer } from '../../collections/commissions/index.js'
import { inTransaction } from '../../plugin/database/transaction.js'
import { issueLink, linkAddress } from '../../plugin/links/tokens.js'
import { drainOutbox, enqueue } from '../../plugin/outbox/index.js'
import { leaseMs, type OutboxRow } from '../../plugin/outbox/row.js'
import { mokor, slugOf } from '../../plugin/runtime.js'
import { press } from '../support/links.js'
import { startSiteWithMail } from '../support/mailed-site.js'
import { organisation } from '../support/organisation.js'
import { addMember } from '../support/people.js'
import { database, startSite } from '../support/site.js'
import { until } from '../support/until.js'

const { site, mailbox } = await startSiteWithMail({
  plugin: { organisation: { ...organisation, firstAccept: true }, outbox: { worker: false, undoSeconds: 60 } },
})
const { payload } = site
mokor(payload).mails['test-hello'] = {
  document: 'messages',
  opens: null,
  render: async ({ target }) => ({
    to: { address: `${target}@people.example` },
    subject: 'Ciao',
    paragraphs: ['Prova'],
  }),
}

// Inside the project, where its packages are found.
const program = path.resolve(`node_modules/.cache/mokor-tests/dying-worker-${process.pid}.mjs`)
await build({
  entryPoints: ['test/support/dying-worker.ts'],
  outfile: program,
  bundle: true,
  format: 'esm',
  platform: 'node',
  packages: 'external',
  logLevel: 'error',
})

afterAll(async () => {
  fs.rmSync(program, { force: true })
})

/** Runs a worker that kills itself at `step`, or ends by itself. */
async function dieAt(step: string): Promise<NodeJS.Signals | number | null> {
  const name = `dying-${randomUUID()}`
  const url = database === 'mongo' ? `${site.databaseUrl}&appName=${name}` : site.databaseUrl
  const end = await new Promise<NodeJS.Signals | number | null>((resolve) => {
    const child = spawn(process.execPath, ['--no-warnings', program, url, database, String(mailbox.port), step], {
      stdio: 'ignore',
      env: { ...process.env, MOKOR_TEST_DATABASE: database },
    })
    child.on('exit', (code, signal) => resolve(signal ?? code))
  })
  if (database === 'mongo') await endTransactionsOf(name)
  return end
}

interface Admin {
  aggregate<T>(pipeline: object[]): { toArray(): Promise<T[]> }
  command(command: object): Promise<unknown>
}

/** What MongoDB does by itself a minute later: a process that died holds its rows no longer. */
async function endTransactionsOf(appName: string): Promise<void> {
  const { connection } = payload.db as unknown as { connection: { getClient(): { db(name: 'admin'): Admin } } }
  const admin = connection.getClient().db('admin')
  const left = await admin
    .aggregate<{ lsid: { id: unknown } }>([
      { $currentOp: { idleSessions: true } },
      { $match: { appName, transaction: { $exists: true } } },
    ])
    .toArray()
  // None named would be everybody's.
  if (left.length > 0) await admin.command({ killSessions: left.map(({ lsid }) => ({ id: lsid.id })) })
}

const rowOf = async (key: string) =>
  payload.db.findOne<OutboxRow>({ collection: slugOf(payload, 'outbox'), where: { key: { equals: key } } })

const arrivedFor = (target: string) => mailbox.mails.filter(({ to }) => to.includes(`${target}@people.example`))

const viewOf = async (headers: Record<string, string>, id: number | string) => {
  const response = await site.fetch(`/api/members/${id}/mokor`, { headers })
  return { seen: ((await response.json()) as { revision: string }).revision }
}

const afterTheLease = () => new Date(Date.now() + leaseMs + 1000)

test.each([
  ['leased', 1],
  ['sent', 2],
])('a worker killed when a mail was %s loses nothing', async (step, copies) => {
  await inTransaction(payload, (req) => enqueue(req, { key: step, template: 'test-hello', target: step, lang: 'it' }))
  expect(await dieAt(step)).toBe('SIGKILL')
  expect(await rowOf(step)).toMatchObject({ status: 'leased', attempts: 1 })
  expect(await drainOutbox(payload)).toEqual({ sent: 0, failed: 0 })
  expect(await drainOutbox(payload, afterTheLease)).toEqual({ sent: 1, failed: 0 })
  expect(await rowOf(step)).toMatchObject({ status: 'sent' })
  const mails = arrivedFor(step)
  expect(mails).toHaveLength(copies)
  // Sent twice, the two are one mail to any mailbox that looks at their Message-ID.
  expect(new Set(mails.map((mail) => mail.headers['message-id'])).size).toBe(1)
})

test('a process killed within a change queues all of it or nothing', async () => {
  expect(await dieAt('queued')).toBe('SIGKILL')
  // Without transactions (SQLite) the row was written; with them it never came to be.
  if (database === 'sqlite') expect(await rowOf('queued')).toMatchObject({ status: 'queued' })
  else expect(await rowOf('queued')).toBeNull()
})

test.each([
  ['the mail is held', 'updateOne members'],
  ['the document stands where it came from', 'deleteMany mokor-links'],
  ['its links are gone', 'deleteMany mokor-outbox'],
])('a process killed while a step is taken back, when %s: the mail says what the document does', async (_, write) => {
  const headers = await site.as('owner@rete.example', ['owner'])
  const email = `${write.split(' ')[1]}@posta.example`
  const { id } = await addMember(payload, { email })
  await site.fetch(`/api/members/${id}/mokor/approve`, { method: 'POST', headers })
  expect(await dieAt(`undo ${write} ${id}`)).toBe('SIGKILL')
  if (database !== 'sqlite') {
    // What a transaction had done is as if it had never been: the step stands.
    expect(await payload.findByID({ collection: 'members', id, depth: 0 })).toMatchObject({ status: 'active' })
    const waiting = await payload.db.find({ collection: 'mokor-outbox', where: { target: { equals: String(id) } } })
    expect(waiting.docs).toMatchObject([{ template: 'member-active', status: 'queued', attempts: 0 }])
  }
  await drainOutbox(payload, afterTheLease)
  const { status } = await payload.findByID({ collection: 'members', id, depth: 0 })
  const mails = mailbox.mails.filter(({ to }) => to.includes(email))
  expect([status, mails.length]).toEqual(status === 'active' ? ['active', 1] : ['pending', 0])
  // Hidden first, shown last: a site that starts again shows what it should.
  const shown = await payload.db.findOne({ collection: 'mokor-directory', where: { id: { equals: String(id) } } })
  if (status !== 'active') expect(shown).toBeNull()
  // Whoever tries again is told how it stands, or takes it back then.
  const { seen } = await viewOf(headers, id)
  const again = await site.fetch(`/api/members/${id}/mokor/undo`, {
    method: 'POST',
    headers: { ...headers, 'Content-Type': 'application/json' },
    body: JSON.stringify({ seen }),
  })
  expect(again.status).toBe(409)
  await drainOutbox(payload, afterTheLease)
  expect(mailbox.mails.filter(({ to }) => to.includes(email))).toHaveLength(mails.length)
})

test('a worker killed while a trade is put in place of an own word: what is left is done by the next, each file once', async () => {
  const headers = { ...(await site.as('owner@rete.example', ['owner'])), 'Content-Type': 'application/json' }
  const skills = [{ own: 'Aggiusto ombrelli', origin: 'practised' }]
  const people = await Promise.all(
    Array.from({ length: 6 }, (_, n) => addMember(payload, { email: `ombrello${n}@posta.example`, skills })),
  )
  const { id: skill } = await payload.create({
    collection: 'skills',
    data: { names: { it: 'Ombrellaia' }, sector: 'repair' },
  })
  const mapped = await site.fetch('/api/skills/mokor/own-words/map', {
    method: 'POST',
    headers,
    body: JSON.stringify({ key: 'aggiusto ombrelli', skill }),
  })
  expect(mapped.status).toBe(200)
  expect(await dieAt('write4')).toBe('SIGKILL')
  const rows = async () => {
    const found = people.map(({ id }) => payload.findByID({ collection: 'members', id, depth: 0 }))
    return (await Promise.all(found)).map((one) => (one as unknown as { skills: object[] }).skills)
  }
  expect((await rows()).filter(([row]) => (row as { skill?: unknown }).skill)).toHaveLength(
    database === 'sqlite' ? 3 : 0,
  )
  await drainOutbox(payload, afterTheLease)
  for (const one of await rows()) expect(one).toMatchObject([{ skill, origin: 'practised' }])
  expect(await rows()).toEqual(people.map(() => [expect.not.objectContaining({ own: expect.any(String) })]))
})

/** A request that two people were offered: the first who says yes has it. */
async function offeredToTwo(headers: Record<string, string>, nth: number) {
  const input: CommissionInput = {
    client: { kind: 'person', name: 'Ugo Bassi', email: `ugo${nth}@posta.example` },
    description: 'Riparare due persiane di legno.',
    skills: [{ own: 'persiane' }],
    mode: 'onsite',
    place: { municipality: '015146' },
    when: { soon: 'no-hurry' },
    consents: [{ what: 'share', version: '1' }],
  }
  const made = { lang: 'it', page: null, how: 'web' as const, at: new Date() }
  const { reference } = await createCommission(payload, commissionInput.parse(input), made)
  const { docs } = await payload.find({ collection: 'commissions', where: { reference: { equals: reference } } })
  const request = docs[0] as unknown as Commission
  await press(payload, 'confirm-request', request.id)
  const people = [
    await addMember(payload, { status: 'active', email: `prima${nth}@posta.example` }),
    await addMember(payload, { status: 'active', email: `seconda${nth}@posta.example` }),
  ]
  const proposed = await site.fetch(`/api/commissions/${request.id}/mokor/propose`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ way: 'first', members: people.map(({ id }) => ({ id })) }),
  })
  expect([proposed.status, proposed.status === 200 || (await proposed.text())]).toEqual([200, true])
  const offer = (await offersOf(request)).find(({ member }) => String(member) === String(people[0]?.id))
  if (!offer) throw new Error('nobody was asked')
  const hash = await inTransaction(payload, (req) => issueLink(req, { purpose: 'offer', target: String(offer.id) }))
  const address = await inTransaction(payload, (req) => linkAddress(req, hash, 'it'))
  return {
    request,
    offer,
    winner: people[0],
    email: `prima${nth}@posta.example`,
    nth,
    page: address?.replace(site.url, ''),
  }
}

const offersOf = async ({ id }: Pick<Commission, 'id'>): Promise<Offer[]> =>
  (
    await payload.find({
      collection: slugOf(payload, 'offers'),
      where: { commission: { equals: id } },
      depth: 0,
    })
  ).docs as unknown as Offer[]

test('a process killed before any of the writes of agreeing: after the restart one agreement, and every mail', async () => {
  const headers = { ...(await site.as('owner@rete.example', ['owner'])), 'Content-Type': 'application/json' }
  const jobs: Awaited<ReturnType<typeof offeredToTwo>>[] = []
  for (let nth = 1; ; nth += 1) {
    const job = await offeredToTwo(headers, nth)
    jobs.push(job)
    await drainOutbox(payload, afterTheLease)
    const end = await dieAt(`accept ${nth} ${job.page}`)
    if (end === 0) break
    expect([nth, end]).toEqual([nth, 'SIGKILL'])
  }
  // Both writes of the answer, the claim, two transitions of the offer, one of the request, two mails and a job, and the claim given back.
  expect(jobs.length).toBeGreaterThan(10)
  const stood = await Promise.all(jobs.map(async ({ request }) => (await read(request.id)).status))
  expect([...new Set(stood)].toSorted()).toEqual(['agreed', 'offered'])

  const again = await startSite({
    databaseUrl: site.databaseUrl,
    plugin: { outbox: { worker: true, undoSeconds: 60 } },
    config: (base) => ({ ...base, email: mailbox.adapter }),
  })
  const sweeps = { template: { equals: 'offers-sweep' } }
  await until('the sweep of the start', async () => {
    const { docs } = await payload.db.find<OutboxRow>({ collection: slugOf(payload, 'outbox'), where: sweeps })
    return docs.some(({ status }) => status === 'sent')
  })
  // Whoever was not heard at all presses again; what had begun was brought to its end by the sweep.
  for (const { request, page } of jobs)
    if ((await read(request.id)).status === 'offered') {
      const pressed = await again.fetch(page ?? '', {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Site': 'same-origin' },
        body: new URLSearchParams({ do: 'accept', taxMode: 'vat', responsible: 'yes' }).toString(),
      })
      expect(pressed.status).toBe(200)
    }
  await again.close()
  await drainOutbox(payload, afterTheLease)
  for (const { request, offer, winner, email, nth } of jobs) {
    const { status, executor, claim, timeline } = await read(request.id)
    const offers = await offersOf(request)
    const steps = offers.find(({ id }) => String(id) === String(offer.id))?.timeline?.map(({ to }) => to)
    const mails = (to: string) =>
      mailbox.mails.filter((mail) => mail.to[0] === to && / è tuo|ti chiama/.test(mail.subject))
    expect({
      nth,
      status,
      executor,
      claim: claim ?? null,
      agreements: timeline?.filter(({ to }) => to === 'agreed').length,
      steps,
      offers: offers.map((one) => one.status).toSorted(),
      mails: [mails(email).length, mails(`ugo${nth}@posta.example`).length],
    }).toEqual({
      nth,
      status: 'agreed',
      executor: winner?.id,
      claim: null,
      agreements: 1,
      steps: ['sent', 'accepted', 'chosen'],
      offers: ['chosen', 'passed-over'],
      mails: [1, 1],
    })
  }
}, 280_000)

const read = async (id: Commission['id']): Promise<Commission> =>
  (await payload.findByID({ collection: 'commissions', id, depth: 0 })) as unknown as Commission

/** Processes on one SQLite file are on one machine: they share its clock. */
const machines = database === 'sqlite' ? test.skip : test // skipped there: several clocks need a database with a server

machines('two workers whose clocks are three minutes apart send each mail once', async () => {
  const targets = Array.from({ length: 20 }, (_, n) => `clock${n}`)
  for (const target of targets)
    await inTransaction(payload, (req) =>
      enqueue(req, { key: target, template: 'test-hello', target, lang: 'it', dueAt: new Date(Date.now() - 600_000) }),
    )
  expect(await Promise.all(['clock0', 'clock180', 'clock-180'].map(dieAt))).toEqual([0, 0, 0])
  expect(targets.map((target) => arrivedFor(target).length)).toEqual(targets.map(() => 1))
})
