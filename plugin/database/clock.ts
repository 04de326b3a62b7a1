// The database's own time: the one clock that every process of a site shares.
import type { Payload, PayloadRequest } from 'payload'

/** Of MongoDB's driver. */
interface MongoDatabase {
  command(command: { hello: 1 }): Promise<{ localTime?: Date }>
}

interface Database {
  name: string
  /** Of mongoose. */
  connection?: { db?: MongoDatabase }
  /** Of Payload's SQL adapters. */
  drizzle?: unknown
  execute?(statement: { drizzle: unknown; raw: string }): Promise<{ rows?: { now?: unknown }[] }>
  /** Connections of the transactions that are under way. */
  sessions?: Record<number | string, { db: unknown }>
}

/** Milliseconds since 1970, as each SQL database says it. */
const questions: Record<string, string> = {
  postgres: 'select extract(epoch from clock_timestamp()) * 1000 as now',
  sqlite: "select (julianday('now') - 2440587.5) * 86400000 as now",
}

/**
 * Whether a document's term is over by the clock by which its job came due: this machine's own may be a little behind, and the
 * job comes only once.
 */
export async function isOverdue<Status extends string>(
  payload: Payload,
  waiting: Status,
  { status, expiresAt }: { status: Status | 'expired'; expiresAt?: string | null },
): Promise<boolean> {
  if (status !== waiting) return status === 'expired'
  return Boolean(expiresAt) && new Date(expiresAt ?? 0) <= (await databaseNow(payload))
}

/**
 * Machines whose clocks differ must agree on when a lease has run out: each believes the database. Of one that says no time,
 * this machine's clock is all there is.
 * @param req of a transaction, whose connection is asked: one that waits for another of the pool can wait for ever
 */
export async function databaseNow(payload: Payload, req?: Pick<PayloadRequest, 'transactionID'>): Promise<Date> {
  const db = payload.db as unknown as Database
  const mongo = db.connection?.db
  if (mongo) return (await mongo.command({ hello: 1 })).localTime ?? new Date()
  const raw = questions[db.name]
  if (!raw || !db.execute) return new Date()
  const id = await req?.transactionID
  const drizzle = (id && db.sessions?.[id]?.db) || db.drizzle
  const answer = await db.execute({ drizzle, raw })
  const now = Number(answer.rows?.[0]?.now)
  return Number.isFinite(now) ? new Date(now) : new Date()
}
