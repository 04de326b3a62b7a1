// A bounded cache of answers that shares concurrent work on the same key.
import { SharedWork } from '../database/shared-work.js'

/** Works `key` out once; forgets what failed, and the oldest beyond `most`. */
export class Memory<T> {
  private readonly kept = new Map<string, SharedWork<T>>()

  constructor(private readonly most: number) {}

  get(key: string, work: () => Promise<T>): Promise<T> {
    const known = this.kept.get(key)
    if (known && !known.isGivenUp) return known.wait()
    const working: SharedWork<T> = new SharedWork(() =>
      work().catch((error: unknown) => {
        if (this.kept.get(key) === working) this.kept.delete(key)
        throw error
      }),
    )
    this.kept.set(key, working)
    if (this.kept.size > this.most) this.kept.delete(this.kept.keys().next().value as string)
    return working.wait()
  }
}
