// One read for all who ask at the same time, which starts after the last of them arrived.

/** A read that takes longer is given up for lost: its connection may be gone without a word. */
const patienceMs = 5_000

/**
 * Whoever asks while a read runs waits for the next one: the running one may have looked before the question came.
 * So an answer is never older than its question, and n questions cost two reads at most.
 * @param now milliseconds
 */
export function sharedRead<T>(read: () => Promise<T>, now: () => number = Date.now): () => Promise<T> {
  let running: { answer: Promise<T>; since: number } | null = null
  let next: Promise<T> | null = null
  const start = (): Promise<T> => {
    const started = { answer: read(), since: now() }
    running = started
    next = null
    const ended = () => {
      if (running === started) running = null
    }
    started.answer.then(ended, ended)
    return started.answer
  }
  return () => {
    if (!running || now() - running.since > patienceMs) return start()
    next ??= running.answer.then(start, start)
    return next
  }
}
