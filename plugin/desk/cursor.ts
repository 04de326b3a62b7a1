// Where a page of the queue ended in each collection, as text that whoever asks for the next page hands back.
import { z } from 'zod'

/** The date in the term's field of the last document shown, and its id. */
export type Reached = [date: string | null, id: number | string]

/** By key of the collection. */
export type Cursor = Record<string, Reached>

const shape = z.record(z.string(), z.tuple([z.iso.datetime().nullable(), z.union([z.number(), z.string().max(64)])]))

export const cursorText = (cursor: Cursor): string => Buffer.from(JSON.stringify(cursor)).toString('base64url')

/** @returns null for what is no cursor of ours */
export function cursorOf(text: string | null): Cursor | null {
  if (text === null || text === '') return {}
  try {
    return shape.parse(JSON.parse(Buffer.from(text, 'base64url').toString()))
  } catch {
    return null
  }
}
