// Draws a QR code as one SVG path: it needs no script or image policy and prints sharp.
import { encode } from 'uqr'

export interface QrPath {
  /** Modules a side, quiet zone not counted: leave four modules free around. */
  size: number
  /** `d` of a path in units of one module, dark on light. */
  path: string
}

/** Level M and version 13 at most, as EPC069-12 asks. */
export function qrPath(text: string): QrPath {
  const { data, size } = encode(text, { ecc: 'M', boostEcc: false, border: 0, maxVersion: 13 })
  return { size, path: data.map(rowPath).join('') }
}

/** Each run of dark modules is a rectangle one module high. */
function rowPath(row: readonly boolean[], y: number): string {
  let path = ''
  for (let x = 0; x < row.length; x++) {
    if (!row[x]) continue
    const start = x
    while (row[x + 1]) x++
    path += `M${start} ${y}h${x - start + 1}v1h-${x - start + 1}z`
  }
  return path
}
