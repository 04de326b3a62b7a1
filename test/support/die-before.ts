// Kills its own process before the n-th write to the database from now on.
import type { Payload } from 'payload'

const writes = [
  'create',
  'updateOne',
  'updateMany',
  'upsert',
  'deleteOne',
  'deleteMany',
  'createVersion',
  'updateVersion',
  'deleteVersions',
  'commitTransaction',
]

export function dieBefore(payload: Payload, nth: number): void {
  let count = 0
  const db = payload.db as unknown as Record<string, (...args: unknown[]) => unknown>
  for (const name of writes) {
    const write = db[name]?.bind(payload.db)
    if (!write) continue
    db[name] = (...args) => {
      count += 1
      if (count === nth) process.kill(process.pid, 'SIGKILL')
      return write(...args)
    }
  }
}
