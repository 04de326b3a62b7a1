// GET /mokor/desk and /mokor/desk/:collection/:id: the queue and its items, for the desk's page in the admin.
import type { Endpoint, PayloadRequest } from 'payload'
import { Refusal } from '../collection/errors.js'
import { localized, pickFor } from '../i18n/localized.js'
import { couldBeId } from '../values/document-id.js'
import { cursorOf } from './cursor.js'
import { type DeskItem, type DeskPage, deskViews } from './dto.js'
import { deskItem } from './item.js'
import { type DeskQuestion, deskPage } from './page.js'
import type { DeskQueue } from './queue.js'
import { ownQueues } from './rights.js'

/** Rows of a page, where nothing else is asked for. */
const usualLimit = 30
const mostRows = 60

const sentences = {
  value: (name: string, choices: readonly string[]) =>
    localized(
      `«${name}» non è fra i valori possibili: ${choices.join(', ')}.`,
      `“${name}” is not one of the possible values: ${choices.join(', ')}.`,
    ),
  after: localized(
    'Il punto da cui continuare («after») non è valido: ricarica la pagina.',
    'The place to go on from (“after”) is not valid: reload the page.',
  ),
}

const noStore = { headers: { 'Cache-Control': 'private, no-store' } }

export const queueEndpoints: Endpoint[] = [
  {
    path: '/mokor/desk',
    method: 'get',
    handler: async (req) => {
      const queues = await ownQueues(req)
      return Response.json((await deskPage(req, queues, questionOf(req, queues))) satisfies DeskPage, noStore)
    },
  },
  {
    path: '/mokor/desk/:collection/:id',
    method: 'get',
    handler: async (req) => {
      const queues = await ownQueues(req)
      const key = String(req.routeParams?.collection)
      const queue = queues.find(({ collection }) => collection === key)
      if (!queue)
        throw notOneOf(
          req,
          key,
          queues.map(({ collection }) => collection),
          404,
        )
      return Response.json((await deskItem(req, queue, String(req.routeParams?.id))) satisfies DeskItem, noStore)
    },
  },
]

function questionOf(req: PayloadRequest, queues: readonly DeskQueue[]): DeskQuestion {
  const asked = new URL(req.url ?? '/', 'http://localhost').searchParams
  return deskQuestion(req, queues, Object.fromEntries(asked))
}

/** What is asked for in words, as the address of the page or of the endpoint has it. @throws a Refusal (400) that names what is wrong */
export function deskQuestion(
  req: PayloadRequest,
  queues: readonly DeskQueue[],
  asked: Partial<Record<'view' | 'queue' | 'after' | 'limit', string>>,
): DeskQuestion {
  const view = deskViews.find((name) => name === (asked.view || 'todo'))
  if (!view) throw notOneOf(req, String(asked.view), deskViews)
  const keys = queues.map(({ collection }) => collection)
  const only = keys.find((key) => key === asked.queue) ?? null
  if (asked.queue && only === null) throw notOneOf(req, asked.queue, keys)
  const after = cursorOf(asked.after ?? null)
  if (after === null || Object.values(after).some(([, id]) => !couldBeId(req.payload, id)))
    throw new Refusal(pickFor(req, sentences.after), 400, { field: 'after' })
  const limit = Math.trunc(Number(asked.limit)) || usualLimit
  return { view, only, after, limit: Math.min(Math.max(limit, 1), mostRows) }
}

const notOneOf = (req: PayloadRequest, name: string, choices: readonly string[], status = 400): Refusal =>
  new Refusal(pickFor(req, sentences.value(name.slice(0, 60), choices)), status)
