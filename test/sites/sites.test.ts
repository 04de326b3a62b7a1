// The packed plugin in sites that others made: put in by the README's steps and nothing else, built, started, used, taken out again.
import fs from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { type Mailbox, startMailbox } from '../support/mailbox.js'
import { freePort } from '../support/ports.mjs'
import type { Served } from '../support/served.js'
import {
  addMailAdapter,
  addToNextConfig,
  addUser,
  build,
  type ForeignSite,
  readConfig,
  run,
  start,
  startStandalone,
  writeConfig,
} from './foreign-site.js'
import { databaseUrl, given, story } from './given.js'
import { isFor, removing, setUp, withPlugin } from './readme.js'
import { shell } from './shell.js'
import { type Database, installMakers, make, type Template } from './templates.js'
import { owner, visitorOf, widgetsOf } from './visit.js'

interface Plan {
  name: string
  template: Template
  database: Database
  /** Somebody signs in there before the plugin comes: nobody holds a role by itself then. */
  hasUsers?: boolean
  standalone?: boolean
  basePath?: string
}

const plans: Plan[] = [
  { name: 'blank on SQLite', template: 'blank', database: 'sqlite', hasUsers: true },
  { name: 'blank on Postgres, standalone', template: 'blank', database: 'postgres', standalone: true },
  { name: 'blank on MongoDB, below a base path', template: 'blank', database: 'mongodb', basePath: '/sito' },
  { name: 'website on MongoDB', template: 'website', database: 'mongodb', hasUsers: true },
]

const { devDependencies } = JSON.parse(fs.readFileSync('package.json', 'utf8')) as {
  devDependencies: Record<string, string>
}
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mokor-sites-'))
const makers = path.join(folder, 'makers')
const sites = path.join(folder, 'sites')
let mailbox: Mailbox

beforeAll(async () => {
  fs.mkdirSync(sites)
  mailbox = await startMailbox()
  await installMakers(makers, given.templates)
}, 3_600_000)

beforeEach(() => {
  mailbox.mails.length = 0
})

afterAll(async () => {
  await mailbox?.stop()
  fs.rmSync(folder, { recursive: true, force: true })
})

describe.each(plans)('$name', (plan) => {
  const id = plan.name.replace(/\W+/g, '-').toLowerCase()
  const source = given.sources[plan.template]
  const url = databaseUrl(plan.database, `mokor-${process.pid}-${id}`)
  if (!source || !url) {
    test.todo(`left out: ${source ? 'its database' : 'its template'} cannot be had here`)
    return
  }
  const step = story()
  let site: ForeignSite
  let before: string
  let served: Served | undefined

  afterAll(() => served?.stop())

  step('it is made, and sends mails', async () => {
    const port = await freePort()
    site = {
      folder: await make(makers, sites, { ...plan, name: id, source, databaseUrl: url }),
      port,
      url: `http://127.0.0.1:${port}${plan.basePath ?? ''}`,
      basePath: plan.basePath ?? '',
      sql: plan.database !== 'mongodb',
    }
    await addMailAdapter(site, mailbox.port, devDependencies)
    if (plan.standalone) addToNextConfig(site, "output: 'standalone',")
    if (plan.basePath) addToNextConfig(site, `basePath: '${plan.basePath}',`)
    if (site.sql) await run(site, 'npx payload migrate:create first && npx payload migrate')
    if (plan.hasUsers) await addUser(site, owner.email, owner.password)
    before = readConfig(site)
  })

  step('the README’s steps put the plugin in', async () => {
    await shell(`npm install --prefer-offline --no-audit --no-fund ${given.tarball}`, { cwd: site.folder })
    writeConfig(
      site,
      withPlugin(before, {
        url: `http://127.0.0.1:${site.port}`,
        ...(plan.basePath ? { options: `publicUrl: '${site.url}',` } : {}),
      }),
    )
    for (const one of setUp) {
      const { line } = one
      if (!isFor(one, plan.database) || (line.includes('mokor:grant') && !plan.hasUsers)) continue
      const said = await run(site, line.replace('you@network.example', owner.email))
      if (line.includes('mokor:seed')) expect(said).toMatch(/\d{3} trades added/)
      if (line.includes('mokor:grant')) expect(said).toContain('owner')
    }
    await run(site, 'npx payload generate:types')
    const types = fs.readFileSync(path.join(site.folder, 'src/payload-types.ts'), 'utf8')
    expect(types).toContain("'mokor-outbox'")
  })

  step('it builds, and starts', async () => {
    await build(site)
    served = await (plan.standalone ? startStandalone : start)(site, '/api/mokor/v1/network')
  })

  step('its own pages, the admin and the widgets are served', async () => {
    const { get } = visitorOf(site.url)
    for (const at of ['/', '/admin']) expect([at, (await get(at)).status]).toEqual([at, 200])
    for (const { status, text } of await widgetsOf(site.url)) expect([status, text.length > 300]).toEqual([200, true])
  })

  step('somebody joins, confirms by mail, is approved, and is found', async () => {
    const visitor = visitorOf(site.url)
    expect(await visitor.directory()).toEqual([])
    await visitor.join(mailbox)
    const as = await visitor.signIn(!plan.hasUsers)
    await visitor.approve(as)
    const [found, ...others] = await visitor.directory('?q=falegname&near=Milano')
    expect([found?.name, others]).toEqual(['Maria R.', []])
    const page = await visitor.get(`/api/mokor/v1/pages/members/${found?.slug}`)
    expect([page.status, page.text]).toEqual([200, expect.stringContaining('Maria R.')])
    const led = [...page.text.matchAll(/(?:href|action|src)="(\/[^"]*)"/g)].map(([, at = '']) => at)
    expect(led.length).toBeGreaterThan(1)
    expect(led.filter((at) => !at.startsWith(`${site.basePath}/`))).toEqual([])
    const desk = await visitor.get('/admin', as)
    expect([desk.status, desk.text]).toEqual([200, expect.stringContaining('mokor-desk')])
  })

  step('it is taken out again: what it kept goes, and the site builds and starts as before', async () => {
    await served?.stop()
    served = undefined
    if (site.sql) expect(await tables(site)).toContain('members')
    writeConfig(site, before)
    await shell('npm uninstall --no-audit --no-fund payload-plugin-mokor', { cwd: site.folder })
    await run(site, 'npx payload generate:importmap')
    if (site.sql) for (const one of removing) if (isFor(one, plan.database)) await run(site, one.line)
    if (site.sql)
      expect((await tables(site)).filter((name) => /member|commission|donation|mokor/.test(name))).toEqual([])
    await run(site, 'npx payload generate:types')
    await build(site)
    served = await (plan.standalone ? startStandalone : start)(site, '/api/users/me')
    const { get, signIn } = visitorOf(site.url)
    for (const at of ['/', '/admin']) expect([at, (await get(at)).status]).toEqual([at, 200])
    expect((await get('/api/mokor/v1/network')).status).toBe(404)
    expect(await signIn(false)).toEqual({ Authorization: expect.stringContaining('JWT ') })
    await served.stop()
    served = undefined
  })

  /** Of a SQL database; on MongoDB the README says what to delete, and nothing does it. */
  async function tables({ folder: at }: ForeignSite): Promise<string[]> {
    const adapter = createRequire(path.join(at, `node_modules/@payloadcms/db-${plan.database}/package.json`))
    if (plan.database === 'sqlite') {
      const { createClient } = adapter('@libsql/client') as typeof import('@libsql/client')
      const client = createClient({ url: `file:${path.join(at, 'site.db')}` })
      const { rows } = await client.execute("select name from sqlite_master where type = 'table'")
      client.close()
      return rows.map(({ name }) => String(name))
    }
    const { Client } = adapter('pg') as typeof import('pg')
    const client = new Client({ connectionString: url })
    await client.connect()
    const { rows } = await client.query("select tablename from pg_tables where schemaname = 'public'")
    await client.end()
    return rows.map(({ tablename }) => String(tablename))
  }
})
