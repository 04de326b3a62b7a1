// One read for all who ask at the same time, which starts after the last of them arrived.

/**
 * Whoever asks while a read runs waits for the next one: the running one may have looked before the question came.
 * So an answer is never older than its question, and n questions cost two reads at most.
 */
export function sharedRead<T>(read: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | null = null
  let next: Promise<T> | null = null
  const start = (): Promise<T> => {
    const started: Promise<T> = read().finally(() => {
      if (running === started) running = null
    })
    running = started
    return started
  }
  return () => {
    if (!running) return start()
    next ??= running
      .catch(() => undefined)
      .then(() => {
        next = null
        return start()
      })
    return next
  }
}
