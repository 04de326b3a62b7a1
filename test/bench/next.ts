// The same answers through Next: the example site, as test/bench.mjs built it, over the same rows.
import { spawn } from 'node:child_process'
import autocannon from 'autocannon'
import { builtNetwork, networkServer } from '../support/building.mjs'
import { freePort } from '../support/ports.mjs'
import { until } from '../support/until.js'
import type { Figures } from './measure.js'
import { table } from './report.js'

const seconds = 5

/** @param questions name and paths of each measurement; paths are asked in turn */
export async function throughNext(databaseUrl: string, questions: [string, string[]][]): Promise<void> {
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const server = spawn(process.execPath, [networkServer(builtNetwork(process.cwd()))], {
    stdio: 'ignore',
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: String(port),
      HOSTNAME: '127.0.0.1',
      DATABASE_URL: databaseUrl,
      PAYLOAD_SECRET: 'bench',
      PUBLIC_URL: origin,
    },
  })
  try {
    const first = `${origin}${questions[0]?.[1][0] ?? '/'}`
    await until(`an answer of ${first}`, async () => (await fetch(first).catch(() => null))?.ok)
    const rows: Record<string, Figures> = {}
    for (const [name, paths] of questions) {
      let n = 0
      const result = await autocannon({
        url: origin,
        connections: 8,
        duration: seconds,
        requests: [{ setupRequest: (request) => ({ ...request, path: paths[n++ % paths.length] }) }],
      })
      if (result.non2xx > 0) throw new Error(`through Next: ${result.non2xx} answers were not 200`)
      rows[name] = { rate: result.requests.average, p50: result.latency.p50, p99: result.latency.p99 }
    }
    table('Through Next (8 connections)', rows)
  } finally {
    server.kill('SIGTERM')
  }
}
