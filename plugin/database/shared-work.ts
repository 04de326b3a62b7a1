// Work that several wait for: it is given up when the last of them has gone, and not before.
import { AbortedError, currentSignal, runWithSignal } from './cancellation.js'

/** Begins at once. Whoever waits while a signal of their own is current leaves when that aborts; others stay to the end. */
export class SharedWork<T> {
  private readonly outcome: Promise<T>
  private readonly ending = new AbortController()
  private settled = false
  private waiting = 0

  constructor(work: () => Promise<T>) {
    this.outcome = runWithSignal(this.ending.signal, work)
    const settle = () => {
      this.settled = true
    }
    this.outcome.then(settle, settle)
  }

  /** Nobody waits any more: whoever asks now must begin anew. */
  get isGivenUp(): boolean {
    return this.ending.signal.aborted
  }

  /** @throws NobodyWaits when it is the one who waits that is given up */
  wait(): Promise<T> {
    const signal = currentSignal()
    if (this.settled) return this.outcome
    this.waiting += 1
    if (!signal) return this.outcome
    return new Promise<T>((resolve, reject) => {
      const leave = () => {
        reject(new AbortedError())
        this.waiting -= 1
        if (this.waiting === 0 && !this.settled) this.ending.abort(new AbortedError())
      }
      if (signal.aborted) return leave()
      signal.addEventListener('abort', leave, { once: true })
      const stay = () => signal.removeEventListener('abort', leave)
      this.outcome.then(
        (value) => {
          stay()
          resolve(value)
        },
        (error: unknown) => {
          stay()
          reject(error)
        },
      )
    })
  }
}
