// What the desk's page knows of a queue beside its items.
import type { StatusColors } from '../status.js'

export interface QueueFacts {
  collection: string
  /** Of the collection, as this site names it. */
  slug: string
  /** Names of all its steps. */
  steps: string[]
  tones: StatusColors
}
