// One search over everything the desk works with, e.g. people, requests, donations and teams, by name or a part of it, phone,
// e-mail, reference, place or trade. Each reader finds what they may read.
import type { CollectionSlug, Endpoint, PayloadRequest, Where } from 'payload'
import { choiceLabel } from '../collection/field-labels.js'
import type { CollectionKey } from '../options/index.js'
import { mokor, slugOf } from '../runtime.js'
import type { DocumentId } from '../values/document-id.js'
import type { DeskLine } from './dto.js'
import { ownQueues } from './rights.js'

export interface SearchRow extends DeskLine {
  id: string
  /** As the admin calls it; null for documents without a status. */
  status: string | null
}

export interface SearchAnswer {
  /** Collections in which something was found. */
  found: { collection: CollectionKey; rows: SearchRow[]; more: boolean }[]
}

const mostRows = 8
const mostWords = 6
const shortest = 2

const configOf = ({ payload }: PayloadRequest, key: CollectionKey) => payload.collections[slugOf(payload, key)]?.config

/** Every collection that editors search by a key; trades are what documents are found by. */
const searchedIn = (req: PayloadRequest): CollectionKey[] =>
  (Object.keys(mokor(req.payload).options.slugs) as CollectionKey[]).filter((key) => {
    const config = configOf(req, key)
    return key !== 'skills' && Boolean(config?.custom?.searchKey) && config?.admin.hidden !== true
  })

const namesTrades = (req: PayloadRequest, key: CollectionKey): boolean =>
  configOf(req, key)?.flattenedFields.some(
    (field) =>
      field.name === 'skills' &&
      'flattenedFields' in field &&
      field.flattenedFields.some(({ name }) => name === 'skill'),
  ) ?? false

/** Trades by any of their words: their documents hold an id. */
async function tradesFor(req: PayloadRequest, word: string): Promise<DocumentId[]> {
  const { docs } = await req.payload.find({
    collection: slugOf(req.payload, 'skills'),
    where: { searchKey: { like: word } },
    limit: 50,
    pagination: false,
    depth: 0,
    select: { id: true },
    overrideAccess: true,
    req,
  })
  return docs.map(({ id }) => id)
}

/** Every word must be in a document, or be a trade that it names. */
async function conditions(req: PayloadRequest, words: readonly string[]): Promise<(key: CollectionKey) => Where> {
  const trades = await Promise.all(words.map((word) => tradesFor(req, word)))
  return (key) => ({
    and: words.map((word, at): Where => {
      const ids = namesTrades(req, key) ? (trades[at] ?? []) : []
      const text: Where = { searchKey: { like: word } }
      return ids.length > 0 ? { or: [text, { 'skills.skill': { in: ids } }] } : text
    }),
  })
}

type Found = { id: DocumentId; status?: string } & Record<string, unknown>

const queueOf = (req: PayloadRequest, key: CollectionKey) =>
  mokor(req.payload).desk.find(({ collection }) => collection === key)

const titleOf = (req: PayloadRequest, key: CollectionKey): string => configOf(req, key)?.admin.useAsTitle ?? 'id'

async function searchIn(req: PayloadRequest, key: CollectionKey, where: Where): Promise<SearchAnswer['found'][number]> {
  const { docs } = await req.payload
    .find({
      collection: slugOf(req.payload, key) as CollectionSlug,
      where,
      sort: '-updatedAt',
      limit: mostRows + 1,
      pagination: false,
      depth: 0,
      select: { ...queueOf(req, key)?.select, status: true, [titleOf(req, key)]: true } as never,
      user: req.user,
      overrideAccess: false,
      req,
    })
    // By its status: Next may load Payload twice, and the other copy has a class of its own.
    .catch((error: { status?: unknown }) => {
      if (error.status !== 403) throw error
      return { docs: [] }
    })
  const rows = (docs as unknown as Found[]).slice(0, mostRows).map((doc) => rowOf(req, key, doc))
  return { collection: key, rows, more: docs.length > mostRows }
}

function rowOf(req: PayloadRequest, key: CollectionKey, doc: Found): SearchRow {
  const line = queueOf(req, key)?.line(doc, req) ?? {
    title: String(doc[titleOf(req, key)] ?? doc.id),
    who: null,
    place: null,
  }
  return { id: String(doc.id), ...line, status: doc.status ? choiceLabel(req, key, 'status', doc.status) : null }
}

async function searchDesk(req: PayloadRequest, q: string): Promise<SearchAnswer> {
  const words = q.split(/\s+/).filter(Boolean).slice(0, mostWords)
  if (words.join('').length < shortest) return { found: [] }
  const whereOf = await conditions(req, words)
  const all = await Promise.all(searchedIn(req).map((key) => searchIn(req, key, whereOf(key))))
  return { found: all.filter(({ rows }) => rows.length > 0) }
}

/** `GET /mokor/desk/search?q=…` */
export const searchEndpoint: Endpoint = {
  path: '/mokor/desk/search',
  method: 'get',
  handler: async (req) => {
    await ownQueues(req)
    const q = String(req.query.q ?? '').slice(0, 200)
    return Response.json(await searchDesk(req, q), { headers: { 'Cache-Control': 'private, no-store' } })
  },
}
