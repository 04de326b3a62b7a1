// Talks to the public API: typed answers, one error class, a limit to how long a visitor waits.
import type { ProblemDto } from '../../plugin/api/dto.js'

export type Params = Record<string, string | number | readonly string[] | null | undefined>

/** An answer that is not a success, or none at all. */
export class ApiProblem extends Error {
  constructor(
    /** HTTP status; 0 when nothing answered: offline, unreachable, too slow, or refused by the browser. */
    readonly status: number,
    /** What the API says is wrong (RFC 9457), where it said so. */
    readonly problem: ProblemDto | null = null,
    /** Seconds to wait before trying again. */
    readonly retryAfter: number | null = null,
  ) {
    super(problem?.detail || `HTTP ${status}`)
    this.name = 'ApiProblem'
  }

  get unreachable(): boolean {
    return this.status === 0
  }
}

export interface Api {
  /**
   * @param path under the API's address, e.g. `/members`
   * @throws ApiProblem, or the caller's own abort
   */
  get<T>(path: string, params?: Params, signal?: AbortSignal): Promise<T>
  post<T>(path: string, body: unknown, signal?: AbortSignal): Promise<T>
}

const readTimeout = 12_000
const writeTimeout = 25_000

/** @param base e.g. `https://example.org/api/mokor/v1` */
export function apiAt(base: string, lang: string): Api {
  return {
    get: (path, params = {}, signal) => ask(addressOf(base + path, { ...params, lang }), {}, readTimeout, signal),
    post: (path, body, signal) =>
      ask(
        base + path,
        { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) },
        writeTimeout,
        signal,
      ),
  }
}

/** The caller's own change of mind, not a failure. */
export function isAbort(error: unknown): boolean {
  return (error as Error | null)?.name === 'AbortError'
}

function addressOf(address: string, params: Params): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(params)) {
    if (value === null || value === undefined || value === '') continue
    for (const one of Array.isArray(value) ? value : [value]) query.append(name, String(one))
  }
  return `${address}?${query}`
}

async function ask<T>(address: string, init: RequestInit, timeout: number, signal?: AbortSignal): Promise<T> {
  // AbortSignal.any and .timeout are younger than the browsers we serve.
  const patience = new AbortController()
  const timer = setTimeout(() => patience.abort(), timeout)
  const stop = () => patience.abort()
  if (signal?.aborted) stop()
  signal?.addEventListener('abort', stop)
  try {
    const response = await fetch(address, {
      ...init,
      credentials: 'omit',
      signal: patience.signal,
    })
    const body: unknown = await response.json().catch((error: unknown) => {
      if (response.ok || isAbort(error)) throw error
      return null
    })
    if (response.ok) return body as T
    throw new ApiProblem(
      response.status,
      body as ProblemDto | null,
      Number(response.headers.get('Retry-After')) || null,
    )
  } catch (error) {
    if (error instanceof ApiProblem) throw error
    if (signal?.aborted) throw new DOMException('', 'AbortError')
    throw new ApiProblem(0)
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', stop)
  }
}
