// Fair rotation: each row has a fixed place on a circle, and each day starts from another point of it.
import { createHash } from 'node:crypto'

const positions = 2 ** 31

/** 31 bits of a hash. */
function positionOf(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0) % positions
}

/** A row's place on the circle, from its slug. */
export const rotationOf = (slug: string): number => positionOf(`turn:${slug}`)

/** Where the circle starts on a day (`YYYY-MM-DD`), the same for everybody. */
export const rotationStart = (day: string): number => positionOf(`day:${day}`)

export const isRotation = (value: unknown): value is number =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) < positions
