// Where the desk stands in the admin, and how its address says what is shown.

import { adminAddress } from '../address.js'

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

/** Where an item of the desk is opened, e.g. by a mail. */
export const deskItemAddress = (admin: string, collection: string, id: unknown): string =>
  adminAddress(admin, `${deskPath}${deskSearch({ item: `${collection}:${id}` })}`)
