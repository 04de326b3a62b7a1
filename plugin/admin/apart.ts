// Keeps what nobody has confirmed apart: a list shows it to whoever filters or searches, not to whoever only opens it.
import type { CollectionAdminOptions, PayloadRequest, Where } from 'payload'

type BaseFilter = NonNullable<CollectionAdminOptions['baseFilter']>

/** @param usual what a list shows that nobody asked anything of */
export const apartFrom =
  (usual: Where): BaseFilter =>
  ({ req }) =>
    asksForSomething(req) ? null : usual

function asksForSomething({ query }: PayloadRequest): boolean {
  const { where, search } = (query ?? {}) as { where?: unknown; search?: unknown }
  const filtered = typeof where === 'object' && where !== null && Object.keys(where).length > 0
  return filtered || (typeof search === 'string' && search !== '')
}
