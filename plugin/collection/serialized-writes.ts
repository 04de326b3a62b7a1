// Payload 3.90: a save overwrites what was saved since it was loaded. Writes of Payload’s API are run one after the other, or answered 409.
import {
  type CollectionBeforeOperationHook,
  type CollectionConfig,
  type Endpoint,
  Forbidden,
  type PayloadRequest,
} from 'payload'
import { refusedUnread } from '../access/index.js'
import { readOnce } from '../database/isolation.js'
import { enterWriteQueue, queuesBeforeTransactions, withWriteQueue } from '../database/serialize.js'
import { localized, pickFor } from '../i18n/localized.js'
import { isRetryable } from '../values/error-kinds.js'
import { Refusal } from './errors.js'

const changedMeanwhile = localized(
  'Il documento è cambiato nel frattempo: ricarica la pagina e riprova.',
  'The document changed meanwhile: reload the page and try again.',
)

interface Route extends Pick<Endpoint, 'method' | 'path'> {
  right: 'create' | 'update' | 'delete'
}

/** Where Payload's API writes documents. */
const writes: readonly Route[] = [
  { method: 'post', path: '/', right: 'create' },
  { method: 'patch', path: '/', right: 'update' },
  { method: 'patch', path: '/:id', right: 'update' },
  { method: 'delete', path: '/', right: 'delete' },
  { method: 'delete', path: '/:id', right: 'delete' },
  { method: 'post', path: '/versions/:id', right: 'update' },
]

/** The endpoint of Payload's that ours stands before. */
function defaultEndpoint(
  { payload, routeParams }: PayloadRequest,
  { method, path }: Omit<Route, 'right'>,
  own: Endpoint['handler'],
) {
  const { endpoints } = payload.collections[String(routeParams?.collection)]?.config ?? {}
  const found = (endpoints || []).find((one) => one.method === method && one.path === path && one.handler !== own)
  if (!found) throw new Error(`payload-plugin-mokor: Payload has no ${method} ${path}`)
  return found.handler
}

function serialized({ right, ...route }: Route, access: CollectionConfig['access']): Omit<Endpoint, 'root'> {
  const handler: Endpoint['handler'] = async (req) => {
    // Payload asks when it has read all that was sent, files too.
    if (await refusedUnread(access?.[right], req)) throw new Forbidden(req.t)
    unread.add(req)
    try {
      return await withWriteQueue(req.payload, async () => {
        if (queuesBeforeTransactions(req.payload)) await enterWriteQueue(req.payload)
        return defaultEndpoint(req, route, handler)(req)
      })
    } catch (error) {
      // Where there are transactions, the database stops the one that would overwrite what came between.
      if (isRetryable(error)) throw new Refusal(pickFor(req, changedMeanwhile), 409)
      throw error
    }
  }
  return { ...route, handler }
}

/** Saves that came by the API, and whose transaction has asked for nothing yet. */
const unread = new WeakSet<PayloadRequest>()

/** Its data have arrived by now, and no document was read yet. */
const waitForWriteQueue: CollectionBeforeOperationHook = async ({ operation, req }) => {
  if (operation === 'read') return
  await enterWriteQueue(req.payload)
  if (unread.delete(req)) await readOnce(req)
}

export const withSerializedWrites = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  ...(collection.endpoints === false
    ? {}
    : { endpoints: [...(collection.endpoints ?? []), ...writes.map((route) => serialized(route, collection.access))] }),
  hooks: {
    ...collection.hooks,
    beforeOperation: [waitForWriteQueue, ...(collection.hooks?.beforeOperation ?? [])],
  },
})
