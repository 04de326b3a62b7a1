// Type of a feature: whether it belongs to the core, and what it asks of volunteers.

export interface FeatureDefinition {
  /** On without a word in `features`: what a network of volunteers can keep up from its first day. Others wait to be asked for. */
  core: boolean
  /** Who empties its queue. */
  who: string
  /** A week, in a network of a few hundred people. */
  minutes: number
  /** What happens if nobody comes. */
  otherwise: string
}
