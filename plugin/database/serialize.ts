// Runs writes one after the other on SQLite, where Payload has no transactions: one queue per Payload instance.
import { AsyncLocalStorage } from 'node:async_hooks'
import type { Payload } from 'payload'

interface Turn {
  /** There once the turn was asked for. */
  end?: () => void
}

/** Set while a piece of work runs without a transaction, so that work inside work does not wait for itself. */
const working = new AsyncLocalStorage<Turn>()

const lines = new WeakMap<Payload, Promise<void>>()

/**
 * On SQLite, which has no transactions for us, work that takes its turn (`takeTurn`) has it until it ends: works of this process
 * come one after the other.
 */
export async function inTurn<T>(payload: Payload, work: () => Promise<T>): Promise<T> {
  if (payload.db.name !== 'sqlite' || working.getStore()) return work()
  const turn: Turn = {}
  try {
    return await working.run(turn, work)
  } finally {
    turn.end?.()
  }
}

/** Waits until whoever came before has ended. Not before all that a slow visitor sends is there: others would wait for it too. */
export async function takeTurn(payload: Payload): Promise<void> {
  const turn = working.getStore()
  if (!turn || turn.end) return
  const before = lines.get(payload) ?? Promise.resolve()
  const over = new Promise<void>((resolve) => {
    turn.end = resolve
  })
  lines.set(
    payload,
    before.then(() => over),
  )
  await before
}
