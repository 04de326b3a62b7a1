// What the tools above a list know of it from the start.

export interface ListToolsFacts {
  slug: string
  /** Statuses in which something waits for the desk, and the field that puts the oldest first; null where nothing waits. */
  queue: { statuses: string[]; sort: string } | null
  /** Provinces by letters and name, where the documents stand somewhere. */
  provinces: [sigla: string, name: string][] | null
}
