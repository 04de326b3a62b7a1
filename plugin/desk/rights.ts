// Which queues a reader has: those whose documents they may read, and can do something about.
import type { PayloadRequest } from 'payload'
import { Refusal } from '../collection/errors.js'
import { localized, pickFor } from '../i18n/localized.js'
import type { CollectionKey } from '../options/index.js'
import { type MokorRuntime, mokor, slugOf } from '../runtime.js'
import type { DeskQueue } from './queue.js'

/** The right that goes with a collection's steps. */
export function rightOfSteps(
  key: CollectionKey,
  { desk, options }: Pick<MokorRuntime, 'desk' | 'options'>,
): 'read' | 'update' {
  const unedited = desk.find(({ collection }) => collection === key)?.unedited ?? false
  return unedited && !options.access[key]?.update ? 'read' : 'update'
}

export async function queuesOf(req: PayloadRequest): Promise<DeskQueue[]> {
  const { desk, options } = mokor(req.payload)
  const asked = desk
    .filter(({ feature }) => feature === undefined || options.features[feature])
    .map(async (queue) => ((await isOpenTo(req, queue)) ? queue : null))
  return (await Promise.all(asked)).filter((queue) => queue !== null)
}

const closed = localized(
  'La scrivania è per chi ha un ruolo nella rete.',
  'The desk is for those who have a role in the network.',
)

/** @throws a Refusal (403) for who has nothing to do here */
export async function ownQueues(req: PayloadRequest): Promise<DeskQueue[]> {
  const queues = req.user ? await queuesOf(req) : []
  if (queues.length === 0) throw new Refusal(pickFor(req, closed), 403)
  return queues
}

async function isOpenTo(req: PayloadRequest, { collection }: DeskQueue): Promise<boolean> {
  const access = req.payload.collections[slugOf(req.payload, collection)]?.config.access
  const rights = new Set(['read', rightOfSteps(collection, mokor(req.payload))] as const)
  for (const right of rights) if (!(await access?.[right]({ req }))) return false
  return true
}
