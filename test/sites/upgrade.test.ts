// A site of an earlier version, with data, moves to this one by the README's and the changelog's steps: data are as before, the
// directory answers, links in mails that left long ago work, and what waited in the outbox leaves.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { commissionBody, contactBody, donationBody, joinBody, type Site, send } from '../support/forms.js'
import { linkIn, openLink } from '../support/mail-link.js'
import { type Mailbox, startMailbox } from '../support/mailbox.js'
import { freePort } from '../support/ports.mjs'
import { until } from '../support/until.js'
import { configure, dump, fill, install, makeEarlierSite, open, type Surroundings, surround } from './earlier-site.js'
import { run } from './foreign-site.js'
import { databaseUrl, given, story } from './given.js'
import { isFor, upgradeOptions, upgrading } from './readme.js'
import type { Database } from './templates.js'

const owner = { email: 'owner@network.example', password: 'una parola lunga' }
const api = '/api/mokor/v1'

type Documents = Record<string, Record<string, unknown>[]>

interface Story {
  kind: Database
  env: Surroundings
  mailbox: Mailbox
  before: Documents
  answers: Record<string, unknown>
  /** Of mails that left before the move, by their subject's first words. */
  links: Record<'join' | 'request' | 'message' | 'own', string>
  /** The address to which a mail waits. */
  waiting: string
}

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mokor-upgrade-'))
const step = story()
const kinds = (['sqlite', 'mongodb', 'postgres'] as const).filter((kind) => databaseUrl(kind, 'x') !== '')
const stories = new Map<Database, Story>()

const whole = given.earlier ? describe : describe.skip // where Git's history ends before the earlier version there is nothing to pack it from
whole('from the earlier version', () => {
  beforeAll(() => makeEarlierSite(folder, given.earlier, ''), 3_600_000)
  afterAll(async () => {
    for (const { mailbox } of stories.values()) await mailbox.stop()
    fs.rmSync(folder, { recursive: true, force: true })
  })

  for (const kind of kinds) step(`on ${kind} it is filled and used`, () => lead(kind))

  step('the new version is installed', async () => {
    await install(folder, given.tarball)
    configure(folder, upgradeOptions)
  })

  for (const kind of kinds) {
    const next = story()
    next(`on ${kind} data are as before`, async () => {
      const { env, before } = stories.get(kind)!
      surround(folder, env)
      const isCheck = ({ line }: { line: string }) => line.includes('mokor:check')
      for (const one of upgrading)
        if (isFor(one, kind) && !isCheck(one) && !one.line.startsWith('npm install'))
          await command(kind, one.line.replace('src/migrations', `migrations-${kind}`))
      const after = await dump(folder, `${kind}-after`)
      for (const [collection, documents] of Object.entries(before)) {
        const now = new Map(after[collection]?.map((document) => [document.id, document]))
        expect([collection, now.size]).toEqual([collection, documents.length])
        for (const document of documents)
          expect([collection, now.get(document.id)]).toMatchObject([collection, document])
      }
      await command(kind, upgrading.find(isCheck)?.line ?? '')
    })

    next(`on ${kind} old links work, what waited leaves, and everybody answers as before`, () =>
      arrive(stories.get(kind)!),
    )
  }
})

const command = (kind: Database, line: string) =>
  run(
    { folder, sql: kind !== 'mongodb', port: 0, url: '', basePath: '' },
    line.replace(/npx payload/g, 'PAYLOAD_CONFIG_PATH=payload.config.js npx payload'),
  )

const siteOf = ({ SITE_URL }: Surroundings): Site => ({
  fetch: (at, init) => fetch(SITE_URL + at, init),
  config: { routes: { api: '/api' } },
})

async function signIn(site: Site): Promise<Record<string, string>> {
  const headers = { 'Content-Type': 'application/json' }
  const answer = await site.fetch('/api/users/login', { method: 'POST', headers, body: JSON.stringify(owner) })
  const { token } = (await answer.json()) as { token: string }
  return { ...headers, Authorization: `JWT ${token}` }
}

async function taken(answer: Response): Promise<void> {
  if (answer.status !== 202 && answer.status !== 201) throw new Error(`${answer.status} ${await answer.text()}`)
}

/** What the public reads. */
async function publicAnswers(site: Site, docs: Documents): Promise<Record<string, unknown>> {
  const slugs = (collection: string) => (docs[collection] ?? []).flatMap(({ slug }) => (slug ? [slug] : []))
  const all = [
    `${api}/members?facets=0`,
    `${api}/members?q=falegname&near=Milano&facets=0`,
    `${api}/members?province=MI&skill=falegname&facets=0`,
    `${api}/donations/summary`,
    ...slugs('members').map((slug) => `${api}/members/${slug}`),
    ...slugs('teams').map((slug) => `${api}/teams/${slug}`),
  ]
  const found: Record<string, unknown> = {}
  for (const at of all) {
    const answer = await site.fetch(at, { headers: { 'Accept-Language': 'it' } })
    found[at] = { status: answer.status, body: answer.ok ? await answer.json() : null }
  }
  return found
}

/** The life of a site before the move. */
async function lead(kind: Database): Promise<void> {
  const mailbox = await startMailbox()
  const env = {
    DATABASE: kind,
    DATABASE_URL: kind === 'sqlite' ? 'file:./site.db' : databaseUrl(kind, `mokor-upgrade-${process.pid}`),
    SITE_URL: `http://127.0.0.1:${await freePort()}`,
    SMTP_PORT: String(mailbox.port),
  }
  surround(folder, env)
  if (kind !== 'mongodb') await command(kind, 'npx payload migrate:create first && npx payload migrate')
  expect(await fill(folder)).toContain('filled')
  const site = siteOf(env)
  const mailTo = (address: string) =>
    until(`a mail to ${address}`, () => mailbox.mails.find(({ to }) => to.includes(address)))

  const working = await open(folder, env, true)
  const headers = await signIn(site)
  await taken(await send(site, '/members', joinBody))
  await taken(await send(site, '/commissions', commissionBody))
  await taken(await send(site, '/donations', donationBody))
  const pending = await site.fetch('/api/members?where[status][equals]=pending', { headers })
  const [{ id }] = ((await pending.json()) as { docs: [{ id: number | string }] }).docs
  const approved = await site.fetch(`/api/members/${id}/mokor/approve`, { method: 'POST', headers, body: '{}' })
  expect(approved.status).toBe(200)
  const { members } = (await (await site.fetch(`${api}/members`)).json()) as { members: [{ slug: string }] }
  await taken(
    await send(site, `/members/${members[0].slug}/contact`, { ...contactBody, email: 'sender@clients.example' }),
  )
  const links = {
    join: linkIn(await mailTo(joinBody.email)),
    request: linkIn(await mailTo(commissionBody.client.email)),
    message: linkIn(await mailTo('sender@clients.example')),
    own: linkIn(await mailTo('pending@people.example')),
  }
  await mailTo(donationBody.donor.email)
  await working.stop()

  const waiting = 'waiting@people.example'
  const still = await open(folder, env, false)
  await taken(await send(site, '/members', { ...joinBody, email: waiting }))
  const answers = await publicAnswers(site, await dump(folder, `${kind}-meanwhile`))
  await still.stop()
  const before = await dump(folder, `${kind}-before`)
  expect(before.members?.length).toBeGreaterThan(10)
  expect(before['mokor-outbox']?.map(({ status }) => status)).toContain('queued')
  stories.set(kind, { kind, env, mailbox, before, answers, links, waiting })
}

/** And after it. */
async function arrive({ env, mailbox, before, answers, links, waiting }: Story): Promise<void> {
  mailbox.mails.length = 0
  surround(folder, env)
  const served = await open(folder, env, true)
  try {
    const site = siteOf(env)
    expect(await publicAnswers(site, before)).toMatchObject(answers)

    const mail = await until('the mail that waited', () => mailbox.mails.find(({ to }) => to.includes(waiting)))
    for (const [what, address] of Object.entries({ ...links, waited: linkIn(mail) })) {
      const page = await openLink(address)
      expect([what, page.status]).toEqual([what, 200])
      // The person's own page has several buttons; what they do is for them.
      if (what !== 'own') {
        const pressed = await page.press()
        expect([what, pressed.status]).toEqual([what, 200])
        // Pressed again, it says that it was.
        expect([what, (await openLink(address)).text]).toEqual([what, expect.stringContaining('già stato usato')])
      }
    }
    const headers = await signIn(site)
    const countOf = async (at: string) =>
      ((await (await site.fetch(at, { headers })).json()) as { totalDocs: number }).totalDocs
    const statusOf = (collection: string, field: string, email: string) =>
      site
        .fetch(`/api/${collection}?where[${field}][equals]=${email}&depth=0`, { headers })
        .then(async (answer) =>
          ((await answer.json()) as { docs: { status: string }[] }).docs.map(({ status }) => status),
        )
    expect(await statusOf('members', 'email', joinBody.email)).toEqual(['pending'])
    expect(await statusOf('members', 'email', waiting)).toEqual(['pending'])
    expect(await statusOf('commissions', 'client.email', commissionBody.client.email)).toEqual(['received'])
    await until('the message', () =>
      mailbox.mails.find(({ to }) => to.some((one) => /^(active|pending)@people/.test(one))),
    )
    // What an older version saved is found by what editors type now.
    expect(await countOf('/api/members?where[searchKey][like]=3001035742')).toBeGreaterThan(5)
    expect(await countOf('/api/members?where[searchKey][like]=dambrosini')).toBeGreaterThan(5)
  } finally {
    await served.stop()
  }
}
