// The fair rotation: each row has a fixed place on a circle, and each day starts from another point of it.
import { createHash } from 'node:crypto'

const turns = 2 ** 31

/** 31 bits of a hash. */
function turnOfText(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0) % turns
}

/** A row's place on the circle, from its slug. */
export const turnOf = (slug: string): number => turnOfText(`turn:${slug}`)

/** Where the circle starts on a day (`YYYY-MM-DD`), the same for everybody. */
export const startOf = (day: string): number => turnOfText(`day:${day}`)

export const isTurn = (value: unknown): value is number =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) < turns
