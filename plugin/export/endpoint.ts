// GET /mokor/export/:collection: what a list shows, with its columns, filter, search and order, as a file for a spreadsheet. Read as
// the user, a page at a time, so that a long list fills no memory; the security log says who took it.
import type { CollectionSlug, Endpoint, PayloadRequest, SanitizedCollectionConfig, Where } from 'payload'
import { mergeListSearchAndWhere } from 'payload/shared'
import { Refusal } from '../collection/errors.js'
import { inWords, pathLabel } from '../collection/field-labels.js'
import { asOverview } from '../collection/overview.js'
import { localized, pickFor } from '../i18n/localized.js'
import type { Hint, HintsFor } from '../lifecycle/actions.js'
import type { CollectionKey } from '../options/index.js'
import { mokor } from '../runtime.js'
import { record } from '../security-log/record.js'
import { dayInItaly } from '../values/dates.js'
import type { DocumentId } from '../values/document-id.js'
import { slugify } from '../values/slugify.js'
import { cellName, cellOf, type Doc, titlesFor } from './cells.js'
import { type Column, columnsOf } from './columns.js'
import { byteOrderMark, csvLine } from './csv.js'

/** Documents in memory at a time, and those of which the id alone is read. */
const pageSize = 250
const idsAtOnce = 2000

const sentences = {
  unknown: (slug: string) => localized(`Qui non c’è un elenco «${slug}».`, `There is no list “${slug}” here.`),
  closed: localized('Questo elenco non è fra quelli che puoi leggere.', 'This list is not among those you may read.'),
  where: localized(
    'Il filtro («where») non si legge: ricarica l’elenco e riprova.',
    'The filter (“where”) cannot be read: reload the list and try again.',
  ),
}

/** @param personal slugs of the collections that speak of people: the log tells who took their lists */
export const exportEndpoint = (personal: readonly string[]): Endpoint => ({
  path: '/mokor/export/:collection',
  method: 'get',
  handler: async (req) => {
    const { key, config } = await listOf(req)
    const asked = askedOf(req)
    const columns = await columnsOf(req, config, asked.columns)
    const ids = await idsOf(req, config, asked)
    if (personal.includes(config.slug)) {
      const detail = `CSV: ${ids.length}`
      await record(req, req.user, { event: 'exported', collection: config.slug, detail }, { each: true })
    }
    const name = slugify(inWords(req, config.labels.plural, config.slug)) || config.slug
    return new Response(streamed(pagesOf(req, key, config, columns, ids)), {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="${name}-${dayInItaly(new Date())}.csv"`,
        'Cache-Control': 'private, no-store',
        'X-Content-Type-Options': 'nosniff',
      },
    })
  },
})

/** One of the plugin's collections that editors see, and that this user may read. */
async function listOf(req: PayloadRequest): Promise<{ key: CollectionKey; config: SanitizedCollectionConfig }> {
  const slug = String(req.routeParams?.collection)
  const { slugs } = mokor(req.payload).options
  const key = (Object.keys(slugs) as CollectionKey[]).find((one) => slugs[one] === slug)
  const config = key && req.payload.collections[slug]?.config
  if (!req.user) throw new Refusal(pickFor(req, sentences.closed), 403)
  if (!key || !config) throw new Refusal(pickFor(req, sentences.unknown(slug.slice(0, 60))), 404)
  // Payload's own answers to a list are 403 too; whoever has no role in the network reads the trades alone.
  if (!(await config.access.read({ req }))) throw new Refusal(pickFor(req, sentences.closed), 403)
  return { key, config }
}

interface Asked {
  columns: string[]
  where: Where
  search: string
  sort: string
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** @throws a Refusal (400) for a filter that is none */
function askedOf(req: PayloadRequest): Asked {
  const { columns = '', where = '', search = '', sort = '' } = req.query as Record<string, unknown>
  const parsed = typeof where === 'string' && where !== '' ? parse(where) : where || {}
  if (!isObject(parsed)) throw new Refusal(pickFor(req, sentences.where), 400, { field: 'where' })
  // The list's own filter asks whether anybody asked for anything.
  req.query.where = parsed
  return {
    columns: String(columns).split(',').filter(Boolean),
    where: parsed as Where,
    search: String(search).slice(0, 200),
    sort: String(sort),
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Ids of all that the list shows, in its order: what changes meanwhile moves no row out of the file, nor into it twice. */
async function idsOf(
  req: PayloadRequest,
  config: SanitizedCollectionConfig,
  { where, search, sort }: Asked,
): Promise<DocumentId[]> {
  const usual = typeof config.defaultSort === 'string' ? config.defaultSort : '-createdAt'
  const order = sort || usual
  const base = await config.admin.baseFilter?.({ limit: 0, page: 1, req, sort: order })
  const all = [where, ...(base ? [base] : [])].filter((one) => Object.keys(one).length > 0)
  const asked = mergeListSearchAndWhere({ collectionConfig: config, search, where: all.length > 0 ? { and: all } : {} })
  const ids: DocumentId[] = []
  for (let page = 1; ; page++) {
    const { docs, hasNextPage } = await asOverview(() =>
      req.payload.find({
        collection: config.slug as CollectionSlug,
        where: asked,
        sort: [...order.split(','), 'id'],
        limit: idsAtOnce,
        page,
        depth: 0,
        select: { id: true },
        user: req.user,
        overrideAccess: false,
        req,
      }),
    )
    ids.push(...docs.map(({ id }) => id))
    if (!hasNextPage) return ids
  }
}

/** The file in pieces: its head, then a page of documents at a time. */
async function* pagesOf(
  req: PayloadRequest,
  key: CollectionKey,
  config: SanitizedCollectionConfig,
  columns: readonly Column[],
  ids: readonly DocumentId[],
): AsyncGenerator<string> {
  yield byteOrderMark + csvLine(columns.map(({ label }) => ({ text: label })))
  const hintSentence = sentenceOf(req, key)
  const wantsHints = columns.some(({ field }) => cellName(field) === 'HintsCell')
  const hintsFor = config.custom?.mokorHints as HintsFor | undefined
  for (let from = 0; from < ids.length; from += pageSize) {
    const page = ids.slice(from, from + pageSize)
    const docs = await read(req, config, page)
    const titles = await titlesFor(req, columns, docs, mokor(req.payload).options.slugs.skills)
    const hints = wantsHints && hintsFor ? await hintsFor(req, page) : new Map<string, Hint[]>()
    const beside = { titles, hints, hintSentence }
    yield docs.map((doc) => csvLine(columns.map((column) => cellOf(req, column, doc, beside)))).join('')
  }
}

async function read(req: PayloadRequest, config: SanitizedCollectionConfig, ids: DocumentId[]): Promise<Doc[]> {
  const { docs } = await asOverview(() =>
    req.payload.find({
      collection: config.slug as CollectionSlug,
      where: { id: { in: ids } },
      limit: ids.length,
      pagination: false,
      depth: 0,
      user: req.user,
      overrideAccess: false,
      req,
    }),
  )
  const known = new Map((docs as unknown as Doc[]).map((doc) => [doc.id, doc]))
  return ids.flatMap((id) => known.get(id) ?? [])
}

/** Fields of a hint are named as the form names them. */
function sentenceOf(req: PayloadRequest, key: CollectionKey): (hint: Hint) => string {
  const t = req.t as unknown as (key: string, values: Record<string, string>) => string
  return ({ code, values }) =>
    t(
      `mokor:hint-${code}`,
      Object.fromEntries(
        Object.entries(values).map(([name, value]) => [
          name,
          name === 'field' || name === 'of' ? pathLabel(req, key, value) : value,
        ]),
      ),
    )
}

/** Written as fast as it is read. */
function streamed(parts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await parts.next()
        if (done) controller.close()
        else controller.enqueue(encoder.encode(value))
      },
      async cancel() {
        await parts.return(undefined)
      },
    },
    { highWaterMark: 1 },
  )
}
