// Draws a QR given as an SVG path the way a screen would, and hands the picture to a decoder.
import { createRequire } from 'node:module'
import type { QrPath } from '../../collections/donations/qr.js'

type Decoder = (pixels: Uint8ClampedArray, width: number, height: number) => { data: string } | null

// Its declarations promise a default export that Node does not see.
export const decode = createRequire(import.meta.url)('jsqr') as Decoder

const scale = 4
const quiet = 4

/** @returns the decoded text, or null when the picture cannot be read */
export function readQr({ size, path }: QrPath): string | null {
  const side = (size + 2 * quiet) * scale
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255)
  for (const [, x, y, width, height] of path.matchAll(/M(\d+) (\d+)h(\d+)v(\d+)h-\d+z/g))
    paint(pixels, side, [Number(x), Number(y), Number(width), Number(height)])
  return decode(pixels, side, side)?.data ?? null
}

function paint(pixels: Uint8ClampedArray, side: number, [x, y, width, height]: [number, number, number, number]): void {
  for (let row = (y + quiet) * scale; row < (y + height + quiet) * scale; row++)
    for (let column = (x + quiet) * scale; column < (x + width + quiet) * scale; column++)
      pixels.set([0, 0, 0], (row * side + column) * 4)
}
