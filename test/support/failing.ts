// Stands before a site and refuses what a test says, as a network does that is out of order for a while.
import http from 'node:http'

export interface Failing {
  /** Address that stands for the site's own. */
  url: string
  /** Addresses that get this answer instead; none by default. */
  refuse(what: RegExp, status?: number): void
  /** How many were refused so far. */
  refusals(): number
  /** All is well again. */
  admit(): void
  close(): Promise<void>
}

export async function startFailing(site: string): Promise<Failing> {
  let refused: RegExp | null = null
  let status = 503
  let refusals = 0
  const server = http.createServer((request, response) => {
    if (refused?.test(request.url ?? '')) {
      refusals += 1
      response.writeHead(status, { 'Access-Control-Allow-Origin': '*' }).end()
      return
    }
    const { method, headers } = request
    const passed = http.request(new URL(request.url ?? '/', site), { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    passed.on('error', () => response.destroy())
    request.pipe(passed)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    refuse(what, answer = 503) {
      refused = what
      status = answer
    },
    refusals: () => refusals,
    admit() {
      refused = null
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
