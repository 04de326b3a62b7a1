// A body as far as it can be read: what a form says although some of its fields are wrong.
import { z } from 'zod'

/** Every part may be missing, and a value that is wrong is the text that was written, not what its type says. */
export type Sketch<T> = T extends readonly (infer One)[]
  ? Sketch<One>[]
  : T extends object
    ? { [name in keyof T]?: Sketch<T[name]> }
    : T

/** More of a list than any form takes tells nothing new. */
const mostOfAList = 50

/** A wrong value stays, as the text it was written with, so that what was given does not pass for missing. */
export function sketchOf<Body extends z.ZodType>(schema: Body, value: unknown): Sketch<z.output<Body>> {
  return drawn(schema, value) as Sketch<z.output<Body>>
}

function drawn(schema: z.ZodType, value: unknown): unknown {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const inner = inside(schema)
  if (inner instanceof z.ZodArray)
    return Array.isArray(value)
      ? value.slice(0, mostOfAList).map((one) => drawn(inner.element as z.ZodType, one) ?? {})
      : undefined
  if (inner instanceof z.ZodObject) return value === undefined ? undefined : drawnParts(inner, Object(value))
  return typeof value === 'object' || value === undefined ? undefined : String(value)
}

const drawnParts = ({ shape }: z.ZodObject, value: object): object =>
  Object.fromEntries(
    Object.entries(shape).flatMap(([name, schema]) => {
      const part = Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined
      const drawing = drawn(schema as z.ZodType, part)
      return drawing === undefined ? [] : [[name, drawing]]
    }),
  )

const inside = (schema: z.ZodType): z.ZodType =>
  schema instanceof z.ZodOptional || schema instanceof z.ZodDefault ? inside(schema.unwrap() as z.ZodType) : schema
