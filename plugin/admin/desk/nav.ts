// Where the desk stands in the admin, and how its address says what is shown.

export const deskPath = '/mokor/desk'

/** What the address of the desk says; the item as `collection:id`. */
export interface DeskAddress {
  view?: string | null
  queue?: string | null
  item?: string | null
}

export function deskSearch({ view, queue, item }: DeskAddress): string {
  const said = new URLSearchParams()
  if (view && view !== 'todo') said.set('view', view)
  if (queue) said.set('queue', queue)
  if (item) said.set('item', item)
  // Readable, as a person would write it.
  const text = String(said).replaceAll('%3A', ':')
  return text === '' ? '' : `?${text}`
}
