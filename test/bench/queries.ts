// Which commands one answer sends to MongoDB, recorded as they leave, to be sent again by the bare driver.
import type { Payload } from 'payload'

export interface Command {
  collection: string
  /** `find` or `aggregate`, with everything that was sent. */
  body: Record<string, unknown>
}

interface Watchable {
  on(
    event: 'commandStarted',
    listener: (event: { commandName: string; command: Record<string, unknown> }) => void,
  ): void
}

interface Driver {
  collection(name: string): {
    find(filter: object, options: object): { toArray(): Promise<unknown[]> }
    aggregate(pipeline: object[], options: object): { toArray(): Promise<unknown[]> }
  }
}

const connectionOf = (payload: Payload) =>
  (payload.db as unknown as { connection: { getClient(): Watchable; db: Driver } }).connection

/** The payload's client must have been opened with `monitorCommands`. */
export function recorder(payload: Payload): (work: () => Promise<unknown>) => Promise<Command[]> {
  let commands: Command[] = []
  connectionOf(payload)
    .getClient()
    .on('commandStarted', ({ commandName, command }) => {
      if (commandName === 'find' || commandName === 'aggregate')
        commands.push({ collection: String(command[commandName]), body: command })
    })
  return async (work) => {
    commands = []
    await work()
    return commands
  }
}

/** Sends the commands again, all at once: the driver never waits where we would. */
export function replayed(payload: Payload, commands: Command[]): () => Promise<unknown> {
  const { db } = connectionOf(payload)
  const sent = commands.map(({ collection, body }) => () => {
    const { filter, projection, sort, limit, hint, pipeline } = body as Record<string, object | undefined>
    const hinted = hint ? { hint } : {}
    if (Array.isArray(pipeline)) return db.collection(collection).aggregate(pipeline, hinted).toArray()
    const options = { projection, sort, limit, ...hinted }
    return db
      .collection(collection)
      .find(filter ?? {}, options)
      .toArray()
  })
  return () => Promise.all(sent.map((send) => send()))
}
