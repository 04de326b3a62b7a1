// Carries an AbortSignal through a unit of work, which stops at its next step once nobody waits for it.
import { AsyncLocalStorage } from 'node:async_hooks'

const signals = new AsyncLocalStorage<AbortSignal>()

/** Raised inside work that was given up; nobody reads it. */
export class AbortedError extends Error {
  readonly givenUp = true

  constructor() {
    super('the visitor was told that this could not be done')
    this.name = 'NobodyWaits'
  }
}

export const isGivenUp = (error: unknown): boolean => (error as { givenUp?: unknown } | null)?.givenUp === true

/** Runs `work`, which ends at its next `stillWanted()` once `signal` says that nobody waits for it. */
export const runWithSignal = <T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> => signals.run(signal, work)

/** What ends the work that runs here, to be handed to what can end by itself; undefined for work that goes on by design. */
export const currentSignal = (): AbortSignal | undefined => signals.getStore()

/**
 * To be asked before each step that leaves something behind. Work that nobody waits for by design, e.g. the outbox, always is.
 * @throws NobodyWaits
 */
export function throwIfAborted(): void {
  if (signals.getStore()?.aborted) throw new AbortedError()
}
