// Replies that editors keep ready, filled in for the person of a document and in their language.
import type { Endpoint, PayloadRequest } from 'payload'
import { readAsEditor } from '../lifecycle/document-rights.js'
import type { CollectionKey } from '../options/index.js'
import { mokor, slugOf } from '../runtime.js'
import type { DocumentId } from '../values/document-id.js'
import type { Correspondent, CorrespondentOf } from './answer.js'

export interface ReadyReply {
  id: DocumentId
  title: string
  text: string
}

/** What stands for a value in a reply, in either language. */
const placeholders = {
  nome: 'name',
  name: 'name',
  riferimento: 'reference',
  reference: 'reference',
  rete: 'network',
  network: 'network',
} as const
type Filled = (typeof placeholders)[keyof typeof placeholders]

export const isPlaceholder = (name: string): name is keyof typeof placeholders => Object.hasOwn(placeholders, name)

export const placeholdersIn = (text: string): string[] =>
  [...text.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name.trim())

/** Where there is no value, no gap stays before it. */
const filledIn = (text: string, values: Record<Filled, string>): string =>
  text.replace(/( ?)\{([^{}]*)\}/g, (whole, space: string, given: string) => {
    const name = given.trim()
    if (!isPlaceholder(name)) return whole
    const value = values[placeholders[name]]
    return value ? space + value : ''
  })

interface Reply {
  id: DocumentId
  title: string
  texts?: Record<string, string | null> | null
}

/** In the person's language, or the first in which it was written. */
const textOf = ({ texts }: Reply, lang: string): string =>
  texts?.[lang] || Object.values(texts ?? {}).find((text) => Boolean(text)) || ''

async function repliesFor(req: PayloadRequest, key: CollectionKey, found: Correspondent): Promise<ReadyReply[]> {
  const { docs } = await req.payload.find({
    collection: slugOf(req.payload, 'replies'),
    where: { for: { in: [key] } },
    sort: 'title',
    limit: 100,
    pagination: false,
    depth: 0,
    user: req.user,
    overrideAccess: false,
    req,
  })
  const values = {
    name: found.name,
    reference: found.reference ?? '',
    network: mokor(req.payload).options.organisation.name,
  }
  return (docs as unknown as Reply[]).map((reply) => ({
    id: reply.id,
    title: reply.title,
    text: filledIn(textOf(reply, found.lang), values),
  }))
}

/** `GET /:id/mokor/replies` → {replies}: none for who cannot be written to. */
export const repliesEndpoint = <Doc>(
  key: CollectionKey,
  correspondentOf: CorrespondentOf<Doc>,
): Omit<Endpoint, 'root'> => ({
  path: '/:id/mokor/replies',
  method: 'get',
  handler: async (req) => {
    const found = correspondentOf(await readAsEditor<Doc>(req, key, String(req.routeParams?.id)))
    return Response.json({ replies: found ? await repliesFor(req, key, found) : [] })
  },
})
