// Parses what can be parsed of an invalid body, so that rules can still report every field.
import { z } from 'zod'

/** Every part may be missing, and a value that is wrong is the text that was written, not what its type says. */
export type PartialBody<T> = T extends readonly (infer One)[]
  ? PartialBody<One>[]
  : T extends object
    ? { [name in keyof T]?: PartialBody<T[name]> }
    : T

/** More of a list than any form takes tells nothing new. */
const maxListLength = 50

/** A wrong value stays, as the text it was written with, so that what was given does not pass for missing. */
export function parsePartial<Body extends z.ZodType>(schema: Body, value: unknown): PartialBody<z.output<Body>> {
  return parsePart(schema, value) as PartialBody<z.output<Body>>
}

function parsePart(schema: z.ZodType, value: unknown): unknown {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const inner = unwrap(schema)
  if (inner instanceof z.ZodArray)
    return Array.isArray(value)
      ? value.slice(0, maxListLength).map((one) => parsePart(inner.element as z.ZodType, one) ?? {})
      : undefined
  if (inner instanceof z.ZodObject) return value === undefined ? undefined : parseParts(inner, Object(value))
  return typeof value === 'object' || value === undefined ? undefined : String(value)
}

const parseParts = ({ shape }: z.ZodObject, value: object): object =>
  Object.fromEntries(
    Object.entries(shape).flatMap(([name, schema]) => {
      const part = Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined
      const partial = parsePart(schema as z.ZodType, part)
      return partial === undefined ? [] : [[name, partial]]
    }),
  )

const unwrap = (schema: z.ZodType): z.ZodType =>
  schema instanceof z.ZodOptional || schema instanceof z.ZodDefault ? unwrap(schema.unwrap() as z.ZodType) : schema
