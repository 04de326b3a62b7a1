// Payload 3.90: `filterOptions` is applied to saved values at every save. Here it binds newly chosen ones only.
import type { PayloadRequest, RelationshipFieldSingleValidation, Where } from 'payload'
import { relationship } from 'payload/shared'
import { localized, pickFor } from '../i18n/localized.js'
import type { CollectionKey } from '../options/index.js'
import { slugOf } from '../runtime.js'
import { couldBeId, type DocumentId, databaseId } from '../values/document-id.js'

interface OptionsFilter {
  filterOptions: Where
  validate: RelationshipFieldSingleValidation
}

/** For a relationship field: the picker offers what fits, and a save weighs only the form of what is there. */
export const optionsFilter = (filter: Where): OptionsFilter => ({
  filterOptions: filter,
  validate: (value, { filterOptions: _, ...options }) => relationship(value, options),
})

const unavailable = localized(
  'Questa scelta non c’è, o non c’è più: prendine un’altra.',
  'This choice is not there, or no longer: take another.',
)

interface ValidateContext {
  previousValue?: unknown
  /** What a form asks at every change of a field is not looked up. */
  event?: string | undefined
  req: PayloadRequest
}

/** For a field that takes any one document there is, or none: SQL databases would stop at an id that nothing bears. */
export const mustExist =
  (of: CollectionKey) =>
  async (value: unknown, { previousValue, event, req }: ValidateContext): Promise<string | true> => {
    if (event === 'onChange') return true
    const [before, after] = [previousValue, value] as (DocumentId | null | undefined)[]
    const missing = await unavailableIds(req, { of, filter: {}, before: [before], after: [after] })
    return missing.size === 0 || pickFor(req, unavailable)
  }

interface Choices {
  of: CollectionKey
  filter: Where
  /** Ids the document held, and those it is to hold. */
  before: readonly (DocumentId | null | undefined)[]
  after: readonly (DocumentId | null | undefined)[]
}

/** Ids newly chosen, as strings, that are gone or not on offer. An older version brings back what was right in its day. */
export async function unavailableIds(
  req: PayloadRequest,
  { of, filter, before, after }: Choices,
): Promise<ReadonlySet<string>> {
  const held = new Set(before.map(String))
  const fresh = [...new Set(after.flatMap((id) => (id === null || id === undefined || held.has(String(id)) ? [] : id)))]
  if (fresh.length === 0 || req.context.isRestoringVersion) return new Set()
  // One that this database could never have given would fail the query: it is simply not found.
  const likely = fresh.filter((id) => couldBeId(req.payload, id)).map((id) => databaseId(req.payload, id))
  const { docs } = await req.payload.find({
    collection: slugOf(req.payload, of),
    where: { and: [{ id: { in: likely } }, filter] },
    limit: fresh.length,
    pagination: false,
    depth: 0,
    select: { id: true },
    overrideAccess: true,
    req,
  })
  const found = new Set(docs.map(({ id }) => String(id)))
  return new Set(fresh.map(String).filter((id) => !found.has(id)))
}
