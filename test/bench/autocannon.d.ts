// Types of what the bench uses of autocannon, which brings none.
declare module 'autocannon' {
  interface Request {
    path?: string
    setupRequest?(request: Request): Request
  }
  interface Result {
    requests: { average: number }
    latency: { p50: number; p99: number }
    non2xx: number
  }
  export default function autocannon(options: {
    url: string
    connections: number
    duration: number
    requests: Request[]
  }): Promise<Result>
}
