// Breaks a text into lines of a width, each of pieces in the order in which they stand on paper, in a face that has their letters. Pure.
import { faces } from './fonts.generated.js'

export type Face = keyof typeof faces
/** A face of the Latin alphabet, which the others stand in for. */
export type Weight = 'regular' | 'strong'

export interface Piece {
  text: string
  face: Face
}

/** In points. */
export type Measure = (piece: Piece) => number

export interface Laid {
  lines: Piece[][]
  /** Some of the text could not be drawn: a picture, or letters of no face. */
  isPartial: boolean
}

const covering = Object.fromEntries(
  Object.entries(faces).map(([name, { covers }]) => [name, new RegExp(`^[${covers}]+$`, 'u')]),
) as Record<Face, RegExp>

const rightToLeft = /\p{Script=Arabic}|\p{Script=Hebrew}/u
/** Digits follow the direction of what stands beside them. */
const leftToRight = /\p{L}/u
/** Signs that say how text is to be laid out, and draw nothing themselves. */
const unseen = /[\p{Cf}\p{Cc}\p{Variation_Selector}]/gu
const mirrored: Record<string, string> = { '(': ')', ')': '(', '[': ']', ']': '[', '«': '»', '»': '«' }

const graphemes = new Intl.Segmenter('it', { granularity: 'grapheme' })
const lettersOf = (text: string): string[] => Array.from(graphemes.segment(text), ({ segment }) => segment)

interface Word {
  pieces: Piece[]
  isRightToLeft: boolean
  /** It has letters, and so a direction of its own. */
  isSure: boolean
}

function wordOf(text: string, weight: Weight): Word & { isPartial: boolean } {
  const pieces: Piece[] = []
  let isPartial = false
  for (const letter of lettersOf(text)) {
    const face = ([weight, 'arabic', 'hebrew'] as const).find((name) => covering[name].test(letter))
    if (!face) isPartial = true
    if (!face && /\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(letter)) continue
    const last = pieces.at(-1)
    if (last && last.face === (face ?? weight)) last.text += letter
    else pieces.push({ text: letter, face: face ?? weight })
  }
  const isRightToLeft = rightToLeft.test(text)
  return {
    pieces: isRightToLeft ? pieces.toReversed().map(turned) : pieces,
    isRightToLeft,
    isSure: isRightToLeft || leftToRight.test(text),
    isPartial,
  }
}

/** Letters of these scripts are turned where they are drawn; brackets around them are not. */
const turned = ({ text, face }: Piece): Piece => ({
  face,
  text: rightToLeft.test(text)
    ? text
    : lettersOf(text)
        .toReversed()
        .map((letter) => mirrored[letter] ?? letter)
        .join(''),
})

/** Words from right to left that stand together change places; what has no direction goes with its neighbours. */
function inOrder(words: readonly Word[]): Word[] {
  const ordered: Word[] = []
  for (let at = 0; at < words.length; ) {
    let end = at
    for (let next = at; next < words.length && (words[next]?.isRightToLeft || !words[next]?.isSure); next += 1)
      if (words[next]?.isRightToLeft) end = next + 1
    if (words[at]?.isRightToLeft) ordered.push(...turnedRun(words.slice(at, end)))
    else {
      end = at + 1
      ordered.push(...words.slice(at, end))
    }
    at = end
  }
  return ordered
}

/** What ends the run belongs to the sentence around it, and stands behind it there. */
function turnedRun(run: readonly Word[]): Word[] {
  const [first, ...others] = run.toReversed()
  const [sign, ...rest] = first?.pieces ?? []
  const ends = sign && rest.length > 0 && /^[,.;:!?]+$/.test(sign.text)
  if (!first || !ends) return run.toReversed()
  const moved = [{ ...first, pieces: rest }, ...others]
  return moved.map((word, at) => (at === moved.length - 1 ? { ...word, pieces: [...word.pieces, sign] } : word))
}

/** One after the other with spaces between, as few pieces as there are changes of face. */
function joined(words: readonly Word[], weight: Weight): Piece[] {
  const pieces: Piece[] = []
  const add = ({ text, face }: Piece): void => {
    const last = pieces.at(-1)
    if (last?.face === face && (face === 'regular' || face === 'strong')) last.text += text
    else pieces.push({ text, face })
  }
  for (const [at, word] of words.entries()) {
    if (at > 0) add({ text: ' ', face: weight })
    for (const piece of word.pieces) add(piece)
  }
  return pieces
}

/** A word that fills more than a line, in parts that do not. */
function cut(text: string, weight: Weight, width: number, measure: Measure): string[] {
  const parts: string[] = []
  let part = ''
  for (const letter of lettersOf(text)) {
    if (part !== '' && widthOf(wordOf(part + letter, weight), measure) > width) {
      parts.push(part)
      part = ''
    }
    part += letter
  }
  return [...parts, part]
}

const widthOf = ({ pieces }: Word, measure: Measure): number => pieces.reduce((sum, piece) => sum + measure(piece), 0)

export function linesOf(text: string, weight: Weight, width: number, measure: Measure): Laid {
  const lines: Piece[][] = []
  let isPartial = false
  const space = measure({ text: ' ', face: weight })
  for (const paragraph of text.normalize('NFC').split(/\r\n|\r|\n/)) {
    let line: Word[] = []
    let filled = 0
    const end = (): void => {
      lines.push(joined(inOrder(line), weight))
      line = []
      filled = 0
    }
    for (const given of paragraph.replace(/\t/g, ' ').replace(unseen, '').split(/ +/)) {
      const whole = wordOf(given, weight)
      isPartial ||= whole.isPartial
      if (whole.pieces.length === 0) continue
      const parts = widthOf(whole, measure) > width ? cut(given, weight, width, measure) : [given]
      for (const part of parts) {
        const word = wordOf(part, weight)
        const needed = widthOf(word, measure)
        if (line.length > 0 && filled + space + needed > width) end()
        filled += (line.length > 0 ? space : 0) + needed
        line.push(word)
      }
    }
    end()
  }
  return { lines, isPartial }
}
