// PostgreSQL reads what is committed at each statement, so that a save would overwrite what came since it read the document.
import type { PayloadRequest } from 'payload'

interface Adapter {
  name: string
  sessions?: Record<number | string, { db: unknown } | undefined>
  execute?(statement: { db: unknown; raw: string }): Promise<unknown>
}

/**
 * Lets the transaction of `req` see the database as of its first question: a write over what changed since then fails as a
 * conflict (40001), as it does on MongoDB. To be called before anything else in the transaction.
 */
export async function readOnce(req: PayloadRequest): Promise<void> {
  const adapter = req.payload.db as unknown as Adapter
  if (adapter.name !== 'postgres' || !adapter.execute) return
  const transaction = await req.transactionID
  const session = transaction === undefined || transaction === null ? undefined : adapter.sessions?.[transaction]
  if (session) await adapter.execute({ db: session.db, raw: 'set transaction isolation level repeatable read' })
}
