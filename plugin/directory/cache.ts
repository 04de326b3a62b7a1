// A bounded memory: keeps the newest answers, and lets those who ask the same at once share the work.

/** Works `key` out once; forgets what failed, and the oldest beyond `most`. */
export class Memory<T> {
  private readonly kept = new Map<string, Promise<T>>()

  constructor(private readonly most: number) {}

  get(key: string, work: () => Promise<T>): Promise<T> {
    const known = this.kept.get(key)
    if (known) return known
    const working = work()
    this.kept.set(key, working)
    if (this.kept.size > this.most) this.kept.delete(this.kept.keys().next().value as string)
    working.catch(() => {
      if (this.kept.get(key) === working) this.kept.delete(key)
    })
    return working
  }
}
