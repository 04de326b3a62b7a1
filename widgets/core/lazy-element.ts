// Fetches a suggesting field before it takes a plain input's place: by then it can be typed into, words and all.
import type { LitElement } from 'lit'

/**
 * @param kind of field, e.g. `place` for `mokor-place`
 * @param load fetches its module
 * @param root where it will stand, whose language it speaks
 * @throws when it cannot be had: the plain input must do
 */
export async function bring(kind: string, load: () => Promise<unknown>, root: ParentNode & Node): Promise<void> {
  await load()
  const room = root.appendChild(document.createElement('div'))
  room.hidden = true
  const field = room.appendChild(document.createElement(`mokor-${kind}`)) as LitElement
  await field.updateComplete
  room.remove()
  if (!field.hasUpdated) throw new Error(`mokor-${kind} has no words`)
}
