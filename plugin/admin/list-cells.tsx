// Cells of a list that the server draws, all rows of a column from one look-up: what wants a look, and trades by name.
import { headers } from 'next/headers.js'
import { type CollectionSlug, createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { cache } from 'react'
import { skillNameIn } from '../directory/index.js'
import { editorLanguage } from '../i18n/localized.js'
import type { Hint, HintsFor } from '../lifecycle/actions.js'
import type { DocumentId } from '../values/document-id.js'
import { HintsCount } from './hints-count.js'

interface CellProps {
  cellData?: unknown
  collectionSlug: string
  i18n: PayloadRequest['i18n']
  payload: Payload
  rowData: { id: DocumentId }
  slug?: string
}

/** Who looks at the list: a cell is not told. */
const readerOf = cache(async (payload: Payload, i18n: PayloadRequest['i18n']): Promise<PayloadRequest> => {
  const { user } = await payload.auth({ headers: await headers() })
  return createLocalReq({ req: { i18n, ...(user && { user }) } }, payload)
})

interface Batch<T> {
  ids: Set<DocumentId>
  found: Promise<ReadonlyMap<string, T>>
}

/** Rows are drawn one after the other, and ask together. */
function batched<T>(
  read: (
    payload: Payload,
    i18n: PayloadRequest['i18n'],
    slug: string,
    ids: DocumentId[],
  ) => Promise<ReadonlyMap<string, T>>,
) {
  const open = cache((_: Payload, __: string): { batch: Batch<T> | null } => ({ batch: null }))
  return ({ payload, i18n }: Pick<CellProps, 'payload' | 'i18n'>, slug: string, ids: readonly DocumentId[]) => {
    const held = open(payload, slug)
    if (!held.batch) {
      const wanted = new Set<DocumentId>()
      const found = new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
        held.batch = null
        return read(payload, i18n, slug, [...wanted])
      })
      held.batch = { ids: wanted, found }
    }
    for (const id of ids) held.batch.ids.add(id)
    return held.batch.found
  }
}

const hintsOf = batched<Hint[]>(async (payload, i18n, slug, ids) => {
  const hintsFor = payload.collections[slug]?.config.custom?.mokorHints as HintsFor | undefined
  return hintsFor ? hintsFor(await readerOf(payload, i18n), ids) : new Map()
})

export async function HintsCell({ collectionSlug, rowData, ...asked }: CellProps) {
  const found = await hintsOf(asked, collectionSlug, [rowData.id])
  return <HintsCount hints={found.get(String(rowData.id)) ?? []} slug={collectionSlug} />
}

const namesOf = batched<string>(async (payload, i18n, slug, ids) => {
  const { docs } = await payload.find({
    collection: slug as CollectionSlug,
    where: { id: { in: ids } },
    limit: ids.length,
    pagination: false,
    depth: 0,
    overrideAccess: true,
  })
  const lang = editorLanguage({ i18n } as PayloadRequest)
  return new Map(
    (docs as unknown as { id: DocumentId; names: Record<string, string> }[]).map((skill) => [
      String(skill.id),
      skillNameIn(skill as never, lang),
    ]),
  )
})

/** Trades that a cell names before it counts the rest. */
const named = 2

export async function TradesCell({ cellData, slug = '', ...asked }: CellProps) {
  const rows = (cellData ?? []) as { skill?: DocumentId | null; own?: string | null }[]
  const known = await namesOf(
    asked,
    slug,
    rows.flatMap(({ skill }) => skill ?? []),
  )
  const names = rows.flatMap(({ skill, own }) => known.get(String(skill)) ?? (own ? `«${own}»` : []))
  if (names.length === 0) return <span aria-hidden="true">—</span>
  const more = names.length - named
  return (
    <span title={names.join(', ')}>
      {names.slice(0, named).join(', ')}
      {more > 0 && ` +${more}`}
    </span>
  )
}
