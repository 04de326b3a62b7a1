// Sets this process's clock wrong, as that of a machine beside the database's can be.

/** @returns sets it right again */
export function setClockWrong(seconds: number): () => void {
  const right = globalThis.Date
  const now = () => right.now() + seconds * 1000
  // The same class to whoever asks, so that dates of the database are dates still.
  globalThis.Date = new Proxy(right, {
    construct: (made, parts) => Reflect.construct(made, parts.length === 0 ? [now()] : parts),
    get: (of, name) => (name === 'now' ? now : Reflect.get(of, name)),
  })
  return () => {
    globalThis.Date = right
  }
}
