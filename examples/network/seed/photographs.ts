// Draws the photographs of the demo's requests: nobody's pictures, each with a shutter or a tap in it that one can make out.
import sharp from 'sharp'

const frame = (inside: string): Buffer =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600" viewBox="0 0 1200 900">
  <defs>
    <linearGradient id="wall" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#e7d9bf"/><stop offset="1" stop-color="#bfa983"/></linearGradient>
    <linearGradient id="wood" x1="0" y1="0" x2="1" y2="0"><stop offset="0" stop-color="#4f6a4d"/><stop offset="1" stop-color="#3b513a"/></linearGradient>
    <linearGradient id="steel" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#eef1f2"/><stop offset=".5" stop-color="#9aa3a7"/><stop offset="1" stop-color="#d5dadc"/></linearGradient>
  </defs>
  <rect width="1200" height="900" fill="url(#wall)"/>${inside}</svg>`)

/** @param tilt degrees by which it hangs */
function leaf(x: number, tilt: number, missing: readonly number[]): string {
  const slats = Array.from({ length: 14 }, (_, n) =>
    missing.includes(n)
      ? `<rect x="24" y="${34 + n * 42}" width="232" height="30" fill="#1d2420"/>`
      : `<rect x="24" y="${34 + n * 42}" width="232" height="30" fill="#5d7a5a" stroke="#33472f" stroke-width="3"/>`,
  )
  return `<g transform="translate(${x} 130) rotate(${tilt})"><rect width="280" height="640" fill="url(#wood)"/>${slats.join('')}</g>`
}

const windowHole = '<rect x="300" y="120" width="600" height="660" fill="#20262b"/>'

const drawings = {
  shutters: frame(windowHole + leaf(310, 0, []) + leaf(612, 3, [4, 5, 9])),
  slats: frame(windowHole + leaf(450, -1, [2, 3, 4, 8])),
  tap: frame(`
    <rect y="620" width="1200" height="280" fill="#f4f2ee"/>
    <path d="M520 640V420a110 110 0 0 1 220 0v70" fill="none" stroke="url(#steel)" stroke-width="58"/>
    <rect x="440" y="600" width="160" height="60" rx="16" fill="url(#steel)"/>
    <path d="M740 540c26 42 40 62 40 84a40 40 0 0 1-80 0c0-22 14-42 40-84z" fill="#4d8fb8"/>
    <ellipse cx="740" cy="760" rx="210" ry="46" fill="#9cc4da"/>`),
}

/** What a client may have photographed. */
export type Photographed = keyof typeof drawings

export const photograph = (of: Photographed): Promise<Buffer> =>
  sharp(drawings[of]).blur(1.2).jpeg({ quality: 82 }).toBuffer()
