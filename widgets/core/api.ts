// Talks to the public API: typed answers, one error class, a limit to how long a visitor waits.
import type { ProblemDto } from '../../plugin/contract/dto.js'

export type Params = Record<string, string | number | readonly string[] | null | undefined>

/** An answer that is not a success, or none at all. */
export class ApiProblem extends Error {
  // Declared apart: as parameters of the constructor each would be written twice.
  /** HTTP status; 0 when nothing answered: offline, unreachable, too slow, or refused by the browser. */
  declare readonly status: number
  /** What the API says is wrong (RFC 9457), where it said so. */
  declare readonly problem: ProblemDto | null
  /** Seconds to wait before trying again; falsy where the network does not say. */
  declare readonly retryAfter: number

  constructor(status: number, problem: ProblemDto | null = null, retryAfter = 0) {
    super()
    this.status = status
    this.problem = problem
    this.retryAfter = retryAfter
  }

  /** Nobody answers, or nobody who could: the page's own fallback stands in. */
  get unreachable(): boolean {
    return !this.status || this.status >= 500
  }
}

export interface Api {
  /**
   * @param path under the API's address, e.g. `/members`
   * @throws ApiProblem, also when the caller aborts
   */
  get<T>(path: string, params?: Params, signal?: AbortSignal): Promise<T>
  post<T>(path: string, body: unknown, signal?: AbortSignal): Promise<T>
}

/** Milliseconds after which nobody answers any more. */
const longestWait = 20_000

/** @param base e.g. `https://example.org/api/mokor/v1` */
export function apiAt(base: string, lang: string): Api {
  return {
    get: (path, params = {}, signal) => ask(addressOf(base + path, { ...params, lang }), {}, signal),
    post: (path, body, signal) =>
      ask(
        base + path,
        { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) },
        signal,
      ),
  }
}

function addressOf(address: string, params: Params): string {
  const pairs = Object.entries(params).flatMap(([name, value]) => [value].flat().map((one) => [name, `${one ?? ''}`]))
  return `${address}?${new URLSearchParams(pairs.filter(([, one]) => one))}`
}

async function ask<T>(address: string, init: RequestInit, signal?: AbortSignal): Promise<T> {
  // AbortSignal.any and .timeout are younger than the browsers we serve.
  const patience = new AbortController()
  const stop = () => patience.abort()
  const timer = setTimeout(stop, longestWait)
  if (signal?.aborted) stop()
  signal?.addEventListener('abort', stop)
  try {
    const response = await fetch(address, { ...init, credentials: 'omit', signal: patience.signal })
    const { ok, status, headers } = response
    const body: unknown = await (ok ? response.json() : response.json().catch(() => null))
    if (ok) return body as T
    throw new ApiProblem(status, body as ProblemDto | null, Number(headers.get('Retry-After')))
  } catch (error) {
    throw error instanceof ApiProblem ? error : new ApiProblem(0)
  } finally {
    clearTimeout(timer)
  }
}
