// Shares one read among concurrent callers; it starts after the last of them arrived, so it is never stale.

import { throwIfAborted } from '../database/cancellation.js'
import { SharedWork } from '../database/shared-work.js'

/** A read that takes longer is given up for lost: its connection may be gone without a word. */
const patienceMs = 5_000

/**
 * Whoever asks waits for a read that has not begun: one that runs may have looked before the question came.
 * It begins when this turn of the event loop is over, so that all who came with it share it, and when no other one runs.
 * So an answer is never older than its question, and n questions at once cost one read.
 * @param now milliseconds
 */
export function sharedRead<T>(read: () => Promise<T>, now: () => number = Date.now): () => Promise<T> {
  let running: { since: number } | null = null
  let next: { reading: SharedWork<T>; begin(): void } | null = null

  const beginNext = () => {
    if (!next || (running && now() - running.since <= patienceMs)) return
    const { begin } = next
    next = null
    begin()
  }
  const gather = () => {
    let begin = () => {}
    const begun = new Promise<{ since: number }>((resolve) => {
      begin = () => {
        running = { since: now() }
        resolve(running)
      }
    })
    const reading = new SharedWork(async () => {
      const own = await begun
      try {
        throwIfAborted()
        return await read()
      } finally {
        // A read that was given up for lost may still end, while another one runs.
        if (running === own) {
          running = null
          beginNext()
        }
      }
    })
    return { reading, begin }
  }
  return () => {
    if (!next || next.reading.isGivenUp) next = gather()
    setImmediate(beginNext)
    return next.reading.wait()
  }
}
