// What the desk's page knows of a queue beside its items.
import type { StatusColors } from '../status.js'

export interface QueueFacts {
  collection: string
  /** Of the collection, as this site names it. */
  slug: string
  /** Whether its documents have a page of their own in the admin. */
  page: boolean
  /** Names of all its steps. */
  steps: string[]
  tones: StatusColors
}
