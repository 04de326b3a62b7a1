// Brings the head of a document with the page itself: what it holds is known before the page is written, so nothing jumps.
import type { PayloadRequest } from 'payload'
import type { PanelView } from './api.js'
import { DocumentPanel as Panel, type PanelFacts } from './document-panel.js'

type Served = PanelFacts & {
  collectionSlug?: string
  data?: { id?: number | string }
  id?: number | string
  req?: PayloadRequest
}

export async function DocumentPanel({
  collection,
  tones,
  sinceFields,
  card,
  print,
  collectionSlug = '',
  data,
  id = data?.id,
  req,
}: Served) {
  const view = req && id !== undefined ? await viewOf(req, collectionSlug, id) : null
  return <Panel card={card} print={print} collection={collection} sinceFields={sinceFields} tones={tones} view={view} />
}

/** What the endpoint answers to the panel's own question; null where it refuses, e.g. for a document in the trash. */
async function viewOf(req: PayloadRequest, slug: string, id: number | string): Promise<PanelView | null> {
  const endpoints = req.payload.collections[slug]?.config.endpoints || []
  const endpoint = endpoints.find(({ method, path }) => method === 'get' && path === '/:id/mokor')
  if (!endpoint) return null
  const asked: PayloadRequest = { ...req, routeParams: { id: String(id) } }
  const answer = await Promise.resolve(endpoint.handler(asked)).catch(() => null)
  return answer?.ok ? answer.json() : null
}
