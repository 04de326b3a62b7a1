// Drains the outbox in a lasting process, every second until Payload stops.
import type { Payload } from 'payload'
import { mokor } from '../runtime.js'
import { workRound } from './round.js'

const everyMs = 1000

const running = new WeakMap<Payload, () => void>()

/** Starts the worker of this process, once, unless the site is being built or `outbox.worker` is off. */
export function startWorker(payload: Payload): void {
  if (!mokor(payload).options.outbox.worker || isBuilding() || running.has(payload)) return
  let timer: NodeJS.Timeout
  let stopped = false
  let current: Promise<unknown> = Promise.resolve()
  let silent = false

  const look = () => {
    current = workRound(payload)
      .then(() => {
        silent = false
      })
      .catch((error: unknown) => {
        // A database that is gone would fill the log, a line a second.
        if (!silent && !stopped) payload.logger.error({ err: error, msg: 'payload-plugin-mokor: the outbox rests' })
        silent = true
      })
      .finally(() => {
        if (!stopped) timer = setTimeout(look, everyMs).unref()
      })
  }
  timer = setTimeout(look, everyMs).unref()

  const destroy = payload.destroy
  payload.destroy = async () => {
    stopped = true
    clearTimeout(timer)
    running.delete(payload)
    payload.destroy = destroy
    await current
    await destroy.call(payload)
  }
  running.set(payload, payload.destroy)
}

export const isBuilding = (): boolean => process.env.NEXT_PHASE === 'phase-production-build'
