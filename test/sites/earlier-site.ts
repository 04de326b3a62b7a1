// A small site without Next on whichever version of the plugin is installed in its folder: its config, and the programs that fill
// it, serve it and print what it holds.
import fs from 'node:fs'
import path from 'node:path'
import { blogOrigin, organisation } from '../support/organisation.js'
import { type Served, serve } from '../support/served.js'
import { plainEnv, shell } from './shell.js'
import type { Database } from './templates.js'

const config = (options: string) => `import { mongooseAdapter } from '@payloadcms/db-mongodb'
import { postgresAdapter } from '@payloadcms/db-postgres'
import { sqliteAdapter } from '@payloadcms/db-sqlite'
import nodemailer from 'nodemailer'
import { buildConfig } from 'payload'
import { mokorPlugin } from 'payload-plugin-mokor'
import sharp from 'sharp'
const { DATABASE, DATABASE_URL: url, SITE_URL, SMTP_PORT, WORKER } = process.env
const migrationDir = \`./migrations-\${DATABASE}\`
const adapters = {
  mongodb: () => mongooseAdapter({ url }),
  postgres: () => postgresAdapter({ pool: { connectionString: url }, migrationDir }),
  sqlite: () => sqliteAdapter({ client: { url }, migrationDir }),
}
const transport = nodemailer.createTransport({ host: '127.0.0.1', port: Number(SMTP_PORT), ignoreTLS: true })
export default buildConfig({
  secret: 'the secret of a site that moves', serverURL: SITE_URL, db: adapters[DATABASE](), sharp, telemetry: false,
  collections: [{ slug: 'users', auth: true, fields: [] }], admin: { user: 'users' },
  typescript: { autoGenerate: false }, graphQL: { disable: true },
  email: () => ({
    name: 'smtp', defaultFromAddress: 'rete@network.example', defaultFromName: 'Rete Esempio',
    sendEmail: (message) => transport.sendMail(message),
  }),
  plugins: [mokorPlugin({
    organisation: ${JSON.stringify(organisation)},
    allowedOrigins: ['${blogOrigin}'],
    outbox: { worker: WORKER === 'on' },
    ${options}
  })],
})
`

const programs = {
  // Payload's own handlers on plain HTTP, with what Next would add.
  'serve.mjs': `import http from 'node:http'
import { Readable } from 'node:stream'
import { getPayload, handleEndpoints } from 'payload'
import config from './payload.config.js'
await getPayload({ config })
http.createServer(async (incoming, outgoing) => {
  const body = incoming.method === 'GET' || incoming.method === 'HEAD' ? {} : { body: Readable.toWeb(incoming), duplex: 'half' }
  const address = new URL(incoming.url, process.env.SITE_URL)
  const request = new Request(address, { method: incoming.method, headers: incoming.headers, ...body })
  const response = await handleEndpoints({ config, request })
  outgoing.writeHead(response.status, Object.fromEntries(response.headers))
  outgoing.end(Buffer.from(await response.arrayBuffer()))
}).listen(new URL(process.env.SITE_URL).port, '127.0.0.1')
`,
  // Everything there is but the counters of limits, versions too, as the adapter reads it.
  'dump.mjs': `import fs from 'node:fs'
import { getPayload } from 'payload'
import config from './payload.config.js'
const payload = await getPayload({ config, disableOnInit: true })
const all = {}
for (const { slug, versions } of payload.config.collections) {
  if (slug.startsWith('payload-') || slug === 'mokor-limits') continue
  all[slug] = (await payload.db.find({ collection: slug, where: {}, pagination: false })).docs
  if (versions) all[\`\${slug} versions\`] = (await payload.db.findVersions({ collection: slug, where: {}, pagination: false })).docs
}
fs.writeFileSync(process.argv[2], JSON.stringify(all))
process.exit(0)
`,
  // People, requests, pledges and teams in every status, through the Local API as a site's own script would.
  'fill.mjs': `import { getPayload } from 'payload'
import config from './payload.config.js'
import sharp from 'sharp'
const payload = await getPayload({ config })
await Promise.all(Object.values(payload.db.collections ?? {}).map((model) => model.init()))
const at = new Date().toISOString()
const later = new Date(Date.now() + 5 * 86_400_000).toISOString()
const consent = (what) => ({ what, version: '1', at, language: 'it', how: 'web' })
const create = (collection, data, more = {}) => payload.create({ collection, data, depth: 0, ...more })
await create('users', { email: 'owner@network.example', password: 'una parola lunga' })
const data = await sharp({ create: { width: 64, height: 64, channels: 3, background: 'navy' } }).png().toBuffer()
const picture = await create('mokor-pictures', {}, { file: { name: 'volto.png', data, mimetype: 'image/png', size: data.length } })
const skill = await create('skills', { slug: 'falegname', names: { it: 'Falegname', en: 'Joiner' }, sector: 'crafts' })
const people = {}
for (const status of ['unconfirmed', 'pending', 'active', 'paused', 'suspended', 'refused', 'leaving', 'left', 'expired']) {
  people[status] = await create('members', {
    status, reach: 'public', kind: 'professional', firstName: 'Ada', lastName: 'D’Ambrosini', displayAs: 'initial',
    headline: 'Falegname di ' + status, experience: 'Dodici anni di bottega.', lang: 'it', notes: 'Sentita al telefono',
    skills: [{ skill: skill.id, origin: 'practised', years: 12 }, { own: 'Serramenti in legno', origin: 'passion' }],
    place: { municipality: '015146' }, radiusKm: 25, modes: ['onsite'], availability: { state: 'now' }, languages: ['it'],
    links: [{ label: 'Sito', url: 'https://ada.example' }], email: status + '@people.example', phone: '+39 300 103 5742',
    channel: 'web', consents: ['adult', 'rules', 'publish'].map(consent), expiresAt: later,
    ...(status === 'active' ? { picture: picture.id } : {}),
  })
}
for (const status of ['unconfirmed', 'received', 'triage', 'offered', 'agreed', 'in-progress', 'delivered', 'closed', 'withdrawn', 'declined', 'expired', 'referred', 'disputed'])
  await create('commissions', {
    status, client: { kind: 'person', name: 'Ugo Bassi', email: status + '@clients.example', contactBy: 'email', lang: 'it' },
    description: 'Riparare due persiane di legno, al secondo piano.', skills: [{ skill: skill.id }, { own: 'persiane' }], mode: 'onsite',
    place: { municipality: '015146' }, when: { soon: 'no-hurry' }, choice: 'network', channel: 'web', consents: [consent('share')],
    member: people.active.id, expiresAt: later,
  })
for (const status of ['pledged', 'received', 'expired', 'withdrawn'])
  await create('donations', {
    status, amountCents: 2500, currency: 'EUR', frequency: 'once', method: 'bank-transfer', publicAs: 'name', channel: 'web', consents: [consent('publish')],
    donor: { type: 'person', name: 'Dino Verdi', email: status + '@donors.example', lang: 'it' }, expiresAt: later,
  })
for (const status of ['forming', 'active', 'closed'])
  await create('teams', {
    status, name: 'Bottega ' + status, public: true, referent: people.active.id,
    members: [{ member: people.active.id, role: 'Falegname' }, { member: people.paused.id, role: 'Disegni' }],
  })
console.log('filled')
process.exit(0)
`,
}

const needed = [
  'payload',
  '@payloadcms/db-mongodb',
  '@payloadcms/db-postgres',
  '@payloadcms/db-sqlite',
  '@payloadcms/ui',
  '@payloadcms/translations',
  'graphql',
  'next',
  'nodemailer',
  'react',
  'react-dom',
  'sharp',
]

/** @param options further ones of the plugin */
export async function makeEarlierSite(folder: string, tarball: string, options: string): Promise<void> {
  const { devDependencies: own } = JSON.parse(fs.readFileSync('package.json', 'utf8')) as {
    devDependencies: Record<string, string>
  }
  // Where Payload writes the admin's map of components.
  fs.mkdirSync(path.join(folder, 'app/(payload)/admin'), { recursive: true })
  fs.writeFileSync(
    path.join(folder, 'package.json'),
    JSON.stringify({
      name: 'a-site-that-moves',
      private: true,
      type: 'module',
      dependencies: Object.fromEntries(needed.map((name) => [name, own[name]])),
    }),
  )
  for (const [name, text] of Object.entries(programs)) fs.writeFileSync(path.join(folder, name), text)
  configure(folder, options)
  await install(folder, tarball)
}

export const configure = (folder: string, options: string) =>
  fs.writeFileSync(path.join(folder, 'payload.config.js'), config(options))

export const install = (folder: string, tarball: string) =>
  shell(`npm install --prefer-offline --no-audit --no-fund --no-package-lock ${tarball}`, { cwd: folder })

export interface Surroundings {
  DATABASE: Database
  DATABASE_URL: string
  SITE_URL: string
  SMTP_PORT: string
}

/** What Payload's commands and the programs read. */
export const surround = (folder: string, env: Surroundings) =>
  fs.writeFileSync(
    path.join(folder, '.env'),
    Object.entries(env)
      .map(([name, value]) => `${name}=${value}`)
      .join('\n'),
  )

const program = (folder: string, words: string) =>
  shell(`node --env-file=.env ${words}`, { cwd: folder, env: { NODE_ENV: 'production' } })

export const fill = (folder: string) => program(folder, 'fill.mjs')

export async function dump(folder: string, name: string): Promise<Record<string, Record<string, unknown>[]>> {
  await program(folder, `dump.mjs ${name}.json`)
  return JSON.parse(fs.readFileSync(path.join(folder, `${name}.json`), 'utf8'))
}

export const open = (folder: string, { SITE_URL }: Surroundings, worker: boolean): Promise<Served> =>
  serve(['--env-file=.env', 'serve.mjs'], {
    cwd: folder,
    env: { ...plainEnv(), WORKER: worker ? 'on' : 'off' },
    answers: `${SITE_URL}/api/mokor/v1/network`,
  })
