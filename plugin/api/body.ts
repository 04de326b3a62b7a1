// Reads the body of a public write: media type, size limit, safe JSON.
import type { PayloadRequest } from 'payload'
import { pointerOf } from './issues.js'
import { type FieldIssue, Problem } from './problem.js'

const maxBytes = 64 * 1024
const maxDepth = 8

/**
 * The body as plain data.
 * @throws Problem 415, 413, 400, or 422 naming a field whose name or characters no form of ours sends
 */
export async function readJson(req: PayloadRequest): Promise<Record<string, unknown>> {
  if (mediaType(req) !== 'application/json') throw new Problem('media-type')
  const body = parse(await readText(req))
  if (body === null || typeof body !== 'object' || Array.isArray(body))
    throw new Problem('bad-request', [{ pointer: '', code: 'json' }])
  const traps = trapsIn(body, [])
  if (traps.length > 0) throw new Problem('invalid', traps.slice(0, 20))
  return body as Record<string, unknown>
}

/** Type without parameters, lower case. */
export const mediaType = (req: PayloadRequest): string =>
  (req.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''

/** @throws Problem 413, before a body that is too large was read whole */
export async function readText(req: PayloadRequest): Promise<string> {
  if (Number(req.headers.get('content-length') ?? 0) > maxBytes) throw new Problem('too-large')
  const reader = (req.body as ReadableStream<Uint8Array> | null | undefined)?.getReader()
  if (!reader) return ''
  const chunks: Uint8Array[] = []
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.byteLength
    if (size > maxBytes) {
      void reader.cancel().catch(() => undefined)
      throw new Problem('too-large')
    }
    chunks.push(value)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
  } catch {
    throw new Problem('bad-request', [{ pointer: '', code: 'json' }])
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Problem('bad-request', [{ pointer: '', code: 'json' }])
  }
}

/** Control characters but tab and line breaks: databases refuse some, mails break on others. */
const control = /[^\P{Cc}\t\n\r]/u
const lonely = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/

/** Whether a text holds characters that no keyboard sends. */
export const isUnprintable = (text: string): boolean => control.test(text) || lonely.test(text)

/** Names that would reach an object's prototype, nesting that no form has, texts with control characters. */
function trapsIn(value: unknown, path: PropertyKey[]): FieldIssue[] {
  if (typeof value === 'string') return isUnprintable(value) ? [{ pointer: pointerOf(path), code: 'nul' }] : []
  if (value === null || typeof value !== 'object') return []
  if (path.length >= maxDepth) return [{ pointer: pointerOf(path), code: 'type' }]
  return Object.entries(value).flatMap(([key, inner]) => {
    const place = [...path, Array.isArray(value) ? Number(key) : key]
    if (key === '__proto__' || key === 'constructor' || key === 'prototype')
      return [{ pointer: pointerOf(place), code: 'unknown' }]
    return trapsIn(inner, place)
  })
}
