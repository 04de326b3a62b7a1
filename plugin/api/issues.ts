// Translates zod issues into our codes with the pointer or parameter at fault.
import type { z } from 'zod'
import { cleanTexts } from '../values/clean-text.js'
import { isCode } from './messages/index.js'
import { parsePartial } from './partial-body.js'
import type { FieldIssue } from './problem.js'
import type { WriteRoute } from './route.js'

type Issue = z.core.$ZodIssue

/** A body as its route takes it, or everything that is to be mended. */
export type BodyRead = { body: unknown } | { issues: FieldIssue[] }

/**
 * @param given as it was typed: its texts are cleaned here, for the API and the pages without script alike
 * @param found what is known to be wrong before, e.g. an amount that could not be read
 * @returns where something is wrong, one issue a field: what was found, then of its shape, then of what it says
 */
export function readBody(route: WriteRoute, given: unknown, found: FieldIssue[] = []): BodyRead {
  const raw = cleanTexts(given)
  const parsed = route.body.safeParse(raw)
  const shape = parsed.success ? [] : shapeIssues(parsed.error, raw)
  // Also where the shape is right: what is found here costs neither the form's one sending nor its address's daily limit.
  const said = route.check?.(parsePartial(route.body, raw), new Date()) ?? []
  const issues = [shape, said].reduce(elsewhere, found)
  return parsed.success && issues.length === 0 ? { body: parsed.data } : { issues: issues.slice(0, 50) }
}

/** One issue a field; unknown fields are named one by one. */
function shapeIssues(error: z.ZodError, body: unknown): FieldIssue[] {
  const codes = new Map<string, string>()
  for (const { pointer, code } of error.issues.flatMap((issue) => places(issue, body)))
    if (!codes.has(pointer)) codes.set(pointer, code)
  return [...codes].map(([pointer, code]) => ({ pointer, code }))
}

/** Adds what speaks of other fields than those known to be wrong: neither of the same, nor of one within it or around it. */
const elsewhere = (known: FieldIssue[], more: FieldIssue[]): FieldIssue[] => [
  ...known,
  ...more.filter(({ pointer = '' }) => !known.some((one) => overlap(one.pointer ?? '', pointer))),
]

const overlap = (one: string, other: string): boolean =>
  one === other || one.startsWith(`${other}/`) || other.startsWith(`${one}/`)

/** One issue a query parameter. */
export function queryIssues(error: z.ZodError): FieldIssue[] {
  const names = new Map<string, string>()
  for (const issue of error.issues) {
    const name = String(issue.path[0] ?? '')
    if (!names.has(name)) names.set(name, isCode(issue.message) ? issue.message : 'query')
  }
  return [...names].map(([parameter, code]) => ({ parameter, code }))
}

/** RFC 6901 pointer of a path. */
export const pointerOf = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).slice(0, 80).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

function places(issue: Issue, body: unknown): { pointer: string; code: string }[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ pointer: pointerOf([...issue.path, key]), code: 'unknown' }))
  return [{ pointer: pointerOf(issue.path), code: codeOf(issue, body) }]
}

const codes: Partial<Record<Issue['code'], string>> = {
  invalid_type: 'type',
  invalid_value: 'choice',
  invalid_format: 'format',
  invalid_union: 'choice',
}

function codeOf(issue: Issue, body: unknown): string {
  if (isCode(issue.message)) return issue.message
  if (valueAt(body, issue.path) === undefined) return 'required'
  if (issue.code === 'too_big')
    return issue.origin === 'string' ? 'too-long' : issue.origin === 'array' ? 'too-many' : 'range'
  if (issue.code === 'too_small') return issue.origin === 'number' ? 'range' : 'required'
  return codes[issue.code] ?? 'invalid'
}

function valueAt(body: unknown, path: readonly PropertyKey[]): unknown {
  let value = body
  for (const part of path) {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, part)) return undefined
    value = (value as Record<PropertyKey, unknown>)[part]
  }
  return value
}
