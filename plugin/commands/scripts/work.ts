// `payload mokor:work [--once]`: sends the mail that waits and tidies up, for sites whose own process does not.
import { setTimeout as pause } from 'node:timers/promises'
import { workRound } from '../../outbox/index.js'
import { command, switches } from '../command.js'

const everyMs = 1000

export const script = command(switches('mokor:work', '--once'), async (payload, asked) => {
  if (asked.has('--once')) {
    const { sent, failed } = await workRound(payload)
    console.log(`mokor:work: ${sent} sent, ${failed} not sent.`)
    return failed === 0
  }
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort())
  console.log('mokor:work: looking for mail each second; Ctrl-C ends it.')
  while (!stop.signal.aborted) {
    const { sent, failed } = await workRound(payload).catch((error: unknown) => {
      // A database that is away for a moment must not end a worker that is meant to last.
      console.error(`mokor:work: ${error instanceof Error ? error.message : error}`)
      return { sent: 0, failed: 0 }
    })
    if (sent + failed > 0) console.log(`mokor:work: ${sent} sent, ${failed} not sent.`)
    await pause(everyMs, undefined, { signal: stop.signal }).catch(() => undefined)
  }
  return true
})
