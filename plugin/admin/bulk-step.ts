// A step that editors may take for several documents at once, as the list knows it before it asks.

export interface BulkStep {
  name: string
  /** It asks for words, the same for all. */
  reason: boolean
  destructive: boolean
}
