// Limits how much public work of each kind runs at once, so that a crowd does not take the site down.
import type { Payload } from 'payload'
import { AbortedError, currentSignal, throwIfAborted } from '../database/cancellation.js'
import { Problem } from './problem.js'

/** Seconds after which whoever was turned away may come again. */
export const busyForSeconds = 2

interface Limit {
  /** Works that run at the same time. */
  atOnce: number
  /** Works that may wait for a place; whoever comes beyond them is turned away at once. */
  waiting: number
  /** How long one waits for a place, at most. */
  patienceMs: number
}

/** Places for one kind of work. */
export class ConcurrencyLimit {
  private running = 0
  /** Of each who waits: what gives them a place. In the order in which they came. */
  private readonly queue = new Set<() => void>()

  constructor(private readonly limit: Limit) {}

  /**
   * Runs `work` as soon as there is a place. Not to be called by work that has a place of the same kind: it might wait for itself.
   * @throws Problem `busy` where too many wait already, or a place did not come in time; NobodyWaits
   */
  async run<T>(work: () => Promise<T>): Promise<T> {
    throwIfAborted()
    if (this.running < this.limit.atOnce) this.running += 1
    else await this.wait()
    try {
      throwIfAborted()
      return await work()
    } finally {
      this.leave()
    }
  }

  /** Whoever waits takes over the place of one who leaves. */
  private wait(): Promise<void> {
    if (this.queue.size >= this.limit.waiting) return Promise.reject(busy())
    const signal = currentSignal()
    return new Promise<void>((resolve, reject) => {
      const settle = (then: () => void) => {
        this.queue.delete(admit)
        clearTimeout(timer)
        signal?.removeEventListener('abort', goAway)
        then()
      }
      // Work may be done within this process without a pause: between one and the next the event loop gets its turn.
      const admit = () => settle(() => setImmediate(resolve))
      const goAway = () => settle(() => reject(new AbortedError()))
      const timer = setTimeout(() => settle(() => reject(busy())), this.limit.patienceMs)
      signal?.addEventListener('abort', goAway, { once: true })
      this.queue.add(admit)
    })
  }

  private leave(): void {
    const [admitNext] = this.queue
    if (admitNext) admitNext()
    else this.running -= 1
  }
}

const busy = (): Problem => new Problem('busy', [], busyForSeconds)

/** The kinds of public work. Together they leave most of a database's connections to the admin and to the host's own pages. */
export interface PublicLoad {
  /** Questions that the database works for: words, places, counts, filters without an index of their own. */
  heavyReads: ConcurrencyLimit
  /** Questions that an index answers. */
  reads: ConcurrencyLimit
  writes: ConcurrencyLimit
  /** Apart from the forms they are for, which are fewer and matter more. */
  challenges: ConcurrencyLimit
}

const loads = new WeakMap<Payload, PublicLoad>()

/** The public work of one Payload instance. */
export function publicLoad(payload: Payload): PublicLoad {
  const known = loads.get(payload)
  if (known) return known
  const made: PublicLoad = {
    heavyReads: new ConcurrencyLimit({ atOnce: 4, waiting: 32, patienceMs: 1000 }),
    reads: new ConcurrencyLimit({ atOnce: 24, waiting: 256, patienceMs: 1000 }),
    writes: new ConcurrencyLimit({ atOnce: 8, waiting: 32, patienceMs: 1000 }),
    challenges: new ConcurrencyLimit({ atOnce: 8, waiting: 32, patienceMs: 1000 }),
  }
  loads.set(payload, made)
  return made
}
