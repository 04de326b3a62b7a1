// Loads a suggesting element and waits until it can be typed into, before it replaces a plain input.
import type { LitElement } from 'lit'

/**
 * @param kind of field, e.g. `place` for `mokor-place`
 * @param load fetches its module
 * @param root where it will stand, whose language it speaks
 * @throws when it cannot be had: the plain input must do
 */
export async function loadElement(kind: string, load: () => Promise<unknown>, root: ParentNode & Node): Promise<void> {
  await load()
  const holder = root.appendChild(document.createElement('div'))
  holder.hidden = true
  const field = holder.appendChild(document.createElement(`mokor-${kind}`)) as LitElement
  await field.updateComplete
  holder.remove()
  if (!field.hasUpdated) throw new Error(`mokor-${kind} has no words`)
}
