// Whether the database answers at all, asked past the pool that everything else waits in: a slow pool is not a database that is gone.
import type { Payload } from 'payload'
import { slugOf } from '../runtime.js'

type Ask = () => Promise<unknown>

interface MongoClient {
  db(name: string): { command(command: object): Promise<unknown> }
  close(): Promise<void>
}

/** As the host wrote them for mongoose. */
type ConnectOptions = Record<string, unknown> & { user?: string; pass?: string }

interface MongoConnection {
  getClient(): { constructor: new (url: string, options: object) => MongoClient }
  once(event: 'close', listener: () => void): void
}

const probes = new WeakMap<Payload, { ask: Ask; asking: Promise<boolean> | null }>()

/** Gets ready to ask, so that no connection must be made in the very moment of trouble. */
export function prepareProbe(payload: Payload): void {
  if (!probes.has(payload)) probes.set(payload, { ask: askOf(payload), asking: null })
}

/** True once it has answered; false where it refuses or cannot be reached. May take as long as the database does. */
export async function databaseAnswers(payload: Payload): Promise<boolean> {
  prepareProbe(payload)
  const probe = probes.get(payload) as { ask: Ask; asking: Promise<boolean> | null }
  // Whoever wonders at the same time shares the question.
  probe.asking ??= probe
    .ask()
    .then(
      () => true,
      () => false,
    )
    .finally(() => {
      probe.asking = null
    })
  return probe.asking
}

function askOf(payload: Payload): Ask {
  return payload.db.name === 'mongoose' ? mongoAsk(payload) : () => anyRow(payload)
}

/** Elsewhere the pool itself is asked: public questions are answered from memory there and do not fill it. */
const anyRow = (payload: Payload): Promise<unknown> =>
  payload.db.findOne({ collection: slugOf(payload, 'limits'), where: { key: { equals: 'probe' } } })

/** A client of its own with one connection. The driver's class is the adapter's: taken from the client that is there. */
function mongoAsk(payload: Payload): Ask {
  const { connection, url, connectOptions } = payload.db as unknown as {
    connection: MongoConnection
    url: string
    connectOptions?: ConnectOptions
  }
  const client = new (connection.getClient().constructor)(url, {
    ...driverOptions(connectOptions ?? {}),
    minPoolSize: 0,
    maxPoolSize: 1,
    serverSelectionTimeoutMS: patienceMs,
    connectTimeoutMS: patienceMs,
    socketTimeoutMS: patienceMs,
  })
  connection.once('close', () => void client.close().catch(() => undefined))
  const ask = () => client.db('admin').command({ ping: 1 })
  ask().catch(() => undefined)
  return ask
}

/** After this an attempt is over, so that the one connection is free for the next. */
const patienceMs = 2000

/** Mongoose's own settings are none of the driver's. */
function driverOptions(options: ConnectOptions): object {
  const { autoIndex, autoCreate, bufferCommands, sanitizeFilter, lazyConnect, dbName, user, pass, ...driver } = options
  return user && pass ? { ...driver, auth: { username: user, password: pass } } : driver
}
