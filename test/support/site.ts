// A whole Payload site with the plugin, served over node:http through Payload's own handlers, on MongoDB, SQLite or Postgres.
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import http from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { en } from '@payloadcms/translations/languages/en'
import { it as italian } from '@payloadcms/translations/languages/it'
import {
  buildConfig,
  type CollectionConfig,
  type Config,
  getPayload,
  handleEndpoints,
  type Payload,
  type SanitizedConfig,
} from 'payload'
import sharp from 'sharp'
import { indexesBuilt } from '../../plugin/collection/indexes.js'
import { handleMokorReads, type MokorPluginOptions, mokorPlugin } from '../../plugin/index.js'
import type { Room } from '../../plugin/room.js'
import { blogOrigin, organisation } from './organisation.js'
import { pluginWith } from './rooms.js'

export type Database = 'mongo' | 'sqlite' | 'postgres'

/** Which database this run tests; `test/run.mjs` runs the api suite once on each, on Postgres where DATABASE_URL gives one. */
export const database: Database =
  (['sqlite', 'postgres'] as const).find((kind) => kind === process.env.MOKOR_TEST_DATABASE) ?? 'mongo'

export { blogOrigin, organisation }

export interface SiteOptions {
  plugin?: Partial<MokorPluginOptions>
  /** Rooms beside the network's own. */
  rooms?: readonly Room[]
  config?: (config: Config) => Config
  database?: Database
  /** An existing database to open again, as `site.databaseUrl` gave it. */
  databaseUrl?: string
}

export interface Site {
  payload: Payload
  config: SanitizedConfig
  /** e.g. `http://127.0.0.1:41234` */
  url: string
  databaseUrl: string
  /** A request straight to the handlers, without a socket. `path` starts with `/api`. */
  fetch(path: string, init?: RequestInit): Promise<Response>
  /** The same by `handleMokorReads`, before Payload; null for what that leaves to it. */
  read(path: string, init?: RequestInit): Promise<Response | null>
  /** Signs a host user in and gives the headers that act as that user. */
  as(email: string, roles?: string[]): Promise<Record<string, string>>
  /** Ends it; the database goes too, if it was made for this site. */
  close(): Promise<void>
}

let opened = 0

// Payload pushes a schema once a process: every further site of a test has an empty file of its own.
process.env.PAYLOAD_FORCE_DRIZZLE_PUSH = 'true'

export async function startSite(options: SiteOptions = {}): Promise<Site> {
  const kind = options.database ?? database
  const name = `t${process.pid}x${opened++}x${randomBytes(3).toString('hex')}`
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mokor-site-'))
  const databaseUrl = options.databaseUrl ?? newDatabase[kind](name, folder)
  const handler = (request: Request): Promise<Response> =>
    handleEndpoints({ config, request, payloadInstanceCacheKey: name })
  const server = http.createServer((request, response) => void serve(request, response, handler))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the test server has no port')
  const url = `http://127.0.0.1:${address.port}`

  const plugin = options.rooms ? pluginWith(options.rooms) : mokorPlugin
  const base: Config = {
    secret: 'a-secret-for-tests-only',
    serverURL: url,
    db: await adapterOf(kind, databaseUrl),
    collections: [{ slug: 'users', auth: true, fields: [] }],
    admin: { user: 'users' },
    i18n: { supportedLanguages: { it: italian, en }, fallbackLanguage: 'it' },
    logger: { options: { level: process.env.MOKOR_TEST_LOG ?? 'silent' } },
    telemetry: false,
    sharp: sharp as unknown as Config['sharp'],
    graphQL: { disable: true },
    plugins: [
      plugin({
        organisation,
        allowedOrigins: [blogOrigin],
        ...options.plugin,
        collectionOverrides: {
          pictures: keptIn(path.join(folder, 'pictures')),
          photos: keptIn(path.join(folder, 'photos')),
          ...options.plugin?.collectionOverrides,
        },
        // Mails of a step leave at the next round; tests of taking back ask for the seconds.
        outbox: { worker: false, undoSeconds: 0, ...options.plugin?.outbox },
      }),
    ],
  }
  const config = await buildConfig(options.config ? options.config(base) : base)
  const payload = await getPayload({ config, key: name })
  // A plugin that is switched off leaves the start to the site.
  await indexesBuilt(payload)

  return {
    payload,
    config,
    url,
    databaseUrl,
    fetch: (at, init) => handler(new Request(new URL(at, url), init)),
    read: (at, init) =>
      handleMokorReads({ config, request: new Request(new URL(at, url), init), payloadInstanceCacheKey: name }),
    async as(email, roles) {
      const password = `pw-${email}`
      const found = await payload.find({
        collection: 'users',
        where: { email: { equals: email } },
        limit: 1,
      })
      const data = { email, password, ...(roles ? { mokorRoles: roles } : {}) }
      const id = found.docs[0]?.id
      if (id === undefined) {
        const made = await payload.create({ collection: 'users', data })
        // The first user becomes owner by itself: a test that asks for other roles gets exactly those.
        if (roles)
          await payload.update({
            collection: 'users',
            id: made.id,
            data: { mokorRoles: roles },
          })
      } else if (roles)
        await payload.update({
          collection: 'users',
          id,
          data: { mokorRoles: roles },
        })
      const { token } = await payload.login({
        collection: 'users',
        data: { email, password },
      })
      return { Authorization: `JWT ${token}` }
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      if (!options.databaseUrl) await dropDatabase(payload)
      await payload.destroy()
      fs.rmSync(folder, { recursive: true, force: true })
    },
  }
}

/**
 * Only the adapter that is used is loaded: each takes as long as Payload itself.
 * @param push whether an SQLite file gets its tables; those of one that has them are not compared again
 */
export async function adapterOf(kind: Database, url: string, push = true): Promise<Config['db']> {
  if (kind === 'mongo') return (await import('@payloadcms/db-mongodb')).mongooseAdapter({ url })
  if (kind === 'postgres')
    return (await import('@payloadcms/db-postgres')).postgresAdapter({
      pool: { connectionString: url },
      push,
      logger: false,
    })
  return (await import('@payloadcms/db-sqlite')).sqliteAdapter({ client: { url }, push, logger: false })
}

/** Uploaded files of a test stay in its own folder. */
const keptIn =
  (staticDir: string) =>
  ({ defaultCollection }: { defaultCollection: CollectionConfig }): CollectionConfig => ({
    ...defaultCollection,
    upload: { ...(typeof defaultCollection.upload === 'object' ? defaultCollection.upload : {}), staticDir },
  })

/** Where a site of its own begins: a database of this name, or a file in this folder. */
export const newDatabase: Record<Database, (name: string, folder: string) => string> = {
  mongo: (name) => mongoUrl(name),
  sqlite: (_, folder) => `file:${path.join(folder, 'site.db')}`,
  postgres: (name) => postgresUrl(name),
}

/**
 * A site's collections and indexes are some 330 files that mongod holds open: those of every test of a run are more than a
 * process may have, and then it dies. An SQLite file goes with its folder.
 */
async function dropDatabase({ db }: Payload): Promise<void> {
  await (db as { connection?: { dropDatabase(): Promise<unknown> } }).connection?.dropDatabase()
}

/** Address of a database of this name beside the one that DATABASE_URL names; Payload makes it. */
function postgresUrl(name: string): string {
  const url = new URL(process.env.DATABASE_URL ?? '')
  url.pathname = `/${name}`
  return url.href
}

/** Address of a database of this name on the run's MongoDB. */
export function mongoUrl(name: string): string {
  const base = process.env.MOKOR_TEST_MONGO
  if (!base) throw new Error('MOKOR_TEST_MONGO is not set: run the tests through `npm test` or `node test/run.mjs`')
  return base.replace('/?', `/${name}?`)
}

async function serve(
  incoming: http.IncomingMessage,
  outgoing: http.ServerResponse,
  handler: (request: Request) => Promise<Response>,
): Promise<void> {
  const headers = new Headers()
  for (const [key, value] of Object.entries(incoming.headers)) {
    if (Array.isArray(value)) for (const one of value) headers.append(key, one)
    else if (value !== undefined) headers.set(key, value)
  }
  // As Next does: what the client sent arrives as is, otherwise the socket's address.
  if (!headers.has('x-forwarded-for')) headers.set('x-forwarded-for', incoming.socket.remoteAddress ?? '')
  const hasBody = incoming.method !== 'GET' && incoming.method !== 'HEAD'
  const request = new Request(new URL(incoming.url ?? '/', `http://${incoming.headers.host}`), {
    method: incoming.method,
    headers,
    ...(hasBody ? { body: Readable.toWeb(incoming) as ReadableStream, duplex: 'half' } : {}),
  } as RequestInit)
  const response = await handler(request)
  outgoing.writeHead(response.status, Object.fromEntries(response.headers))
  if (response.body) for await (const chunk of response.body) outgoing.write(chunk)
  outgoing.end()
}
