// Makes fonts.generated.ts: Noto Sans with the letters that names in Europe, Arabic and Hebrew need, as text that every bundler keeps.
// Beforehand: npm install --no-save subset-font@2 @expo-google-fonts/{noto-sans,noto-sans-arabic,noto-sans-hebrew}@0.4
// The fonts are The Noto Project Authors', under the SIL Open Font License 1.1.
import fs from 'node:fs'
import path from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { create } from 'fontkit'
import subset from 'subset-font'

const latin = [
  [0x20, 0x7e],
  [0xa0, 0x24f],
  [0x259, 0x259],
  [0x2b0, 0x2ff],
  [0x300, 0x36f],
  [0x370, 0x3ff],
  [0x400, 0x52f],
  [0x1e00, 0x1eff],
  [0x2010, 0x2027],
  [0x202f, 0x205e],
  [0x20a0, 0x20bf],
  [0x2116, 0x2116],
  [0x2122, 0x2122],
  [0x2190, 0x2193],
  [0x2212, 0x2212],
]
const faces = [
  ['regular', 'noto-sans', '400Regular', 'NotoSans', latin],
  ['strong', 'noto-sans', '600SemiBold', 'NotoSans', latin],
  ['arabic', 'noto-sans-arabic', '400Regular', 'NotoSansArabic', [[0x600, 0x6ff]]],
  ['hebrew', 'noto-sans-hebrew', '400Regular', 'NotoSansHebrew', [[0x590, 0x5ff]]],
]

const characters = (ranges) =>
  ranges
    .flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, n) => String.fromCodePoint(from + n)))
    .join('')

/** As ranges of a regular expression. */
function covered(font) {
  const points = font.characterSet.filter((point) => point >= 0x20 && point < 0xffff).toSorted((a, b) => a - b)
  const written = (point) => `\\u{${point.toString(16)}}`
  const ranges = []
  for (const point of points) {
    const last = ranges.at(-1)
    if (last && point === last[1] + 1) last[1] = point
    else ranges.push([point, point])
  }
  return ranges.map(([from, to]) => (from === to ? written(from) : `${written(from)}-${written(to)}`)).join('')
}

const made = []
for (const [name, pack, weight, family, ranges] of faces) {
  const file = path.join('node_modules/@expo-google-fonts', pack, weight, `${family}_${weight}.ttf`)
  const font = await subset(fs.readFileSync(file), characters(ranges), { targetFormat: 'sfnt' })
  const data = brotliCompressSync(font, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).toString('base64')
  made.push([name, { covers: covered(create(font)), data }])
}
fs.writeFileSync(
  path.join(import.meta.dirname, 'fonts.generated.ts'),
  `// Made by build-fonts.mjs of Noto Sans (SIL Open Font License 1.1): the characters each face has, and its file compressed by brotli.
export const faces: Record<'regular' | 'strong' | 'arabic' | 'hebrew', { covers: string; data: string }> = ${JSON.stringify(Object.fromEntries(made))}
`,
)
