// The example's site as test/bench.mjs built it, over the same rows: how fast it answers, beside an empty route of the same Next.
import { type ChildProcess, spawn } from 'node:child_process'
import autocannon from 'autocannon'
import { freePort } from '../support/ports.mjs'
import { until } from '../support/until.js'
import type { Figures } from './measure.js'
import { table } from './report.js'

const example = 'examples/network'
const seconds = 5

export interface NextSite {
  /** e.g. `http://127.0.0.1:41234` */
  origin: string
  pid: number
  stop(): Promise<void>
}

/** Started, and answering. Whoever starts it stops it. */
export async function startNext(databaseUrl: string, env: Record<string, string> = {}): Promise<NextSite> {
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const server: ChildProcess = spawn(
    process.execPath,
    ['node_modules/next/dist/bin/next', 'start', example, '--hostname', '127.0.0.1', '--port', String(port)],
    {
      stdio: 'ignore',
      env: {
        ...process.env,
        NODE_ENV: 'production',
        DATABASE_URL: databaseUrl,
        PAYLOAD_SECRET: 'bench',
        PUBLIC_URL: origin,
        ...env,
      },
    },
  )
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  const stop = () => {
    server.kill('SIGKILL')
    return ended
  }
  try {
    const first = `${origin}/api/mokor/v1/members`
    await until(`an answer of ${first}`, async () => (await fetch(first).catch(() => null))?.ok)
  } catch (error) {
    await stop()
    throw error
  }
  return { origin, pid: server.pid as number, stop }
}

/** @param questions paths by the name of each measurement; they are asked in turn */
export async function throughNext<Name extends string>(
  databaseUrl: string,
  questions: Record<Name, string[]>,
): Promise<Record<Name, Figures>> {
  const { origin, stop } = await startNext(databaseUrl)
  try {
    const rows: [string, Figures][] = []
    for (const [name, paths] of Object.entries<string[]>(questions)) {
      let n = 0
      const result = await autocannon({
        url: origin,
        connections: 8,
        duration: seconds,
        requests: [{ setupRequest: (request) => ({ ...request, path: paths[n++ % paths.length] }) }],
      })
      if (result.non2xx > 0) throw new Error(`through Next: ${result.non2xx} answers were not 200`)
      rows.push([name, { rate: result.requests.average, p50: result.latency.p50, p99: result.latency.p99 }])
    }
    const figures = Object.fromEntries(rows) as Record<Name, Figures>
    table('Through Next (8 connections)', figures)
    return figures
  } finally {
    await stop()
  }
}
