// Words as they are looked for: folded and stemmed the same way when rows are published and when people ask.
import snowball from 'snowball-stemmers'
import { foldedWords } from '../fold.js'

const stemmers = [snowball.newStemmer('italian'), snowball.newStemmer('english')]

/** Longer runs of letters are no words; cutting them keeps index keys small. */
const longestWord = 40

/** Too common to tell people apart: a question that has other words goes without them. */
const commonWords = new Set(
  (
    'a ad al allo alla ai agli alle anche che chi ci col con d da dal dalla dallo dai dalle degli dei del della delle ' +
    'dello di e ed gli i il in io l la le lo ma mi mio mia nel nella nelle o per piu se si sono su sul sulla tra fra ' +
    'un una uno an and at by for from i in is me my of on or that the to with who'
  ).split(' '),
)

/** The folded words of a text, in order, repeats included. */
export function wordsOf(text: string): string[] {
  return foldedWords(text).map((word) => Array.from(word).slice(0, longestWord).join(''))
}

/** Stands in a question for one word or another: `tv` is a television, or Treviso. */
export const eitherWord = (...words: string[]): string => words.join(either)
const either = '/'

/** A word and its stems: a row holds them all, and is found by any that it shares with the question. */
export function termsOf(word: string): string[] {
  let known = stemmed.get(word)
  if (!known) {
    known = [
      ...new Set(word.split(either).flatMap((one) => [one, ...stemmers.map((stemmer) => stemmer.stem(one))])),
    ].filter((term) => term !== '')
    if (stemmed.size >= rememberedStems) stemmed.clear()
    stemmed.set(word, known)
  }
  return known
}

const stemmed = new Map<string, string[]>()
const rememberedStems = 50_000

/** Every term of some texts, without repeats, sorted: the texts' own order must not show. */
export function termsOfTexts(texts: Iterable<string | null>): string[] {
  const terms = new Set<string>()
  for (const text of texts) for (const word of wordsOf(text ?? '')) for (const term of termsOf(word)) terms.add(term)
  return [...terms].sort()
}

/** The words of a question, without repeats; common ones only where there is nothing else. */
export function questionWords(question: string): string[] {
  const words = [...new Set(wordsOf(question))]
  const telling = words.filter((word) => !commonWords.has(word))
  return telling.length > 0 ? telling : words
}

/** Order of UTF-8 bytes, as databases index text; JavaScript's own differs beyond the first 65,536 characters. */
export function byBytes(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let at = 0; at < length; at++) {
    const [x, y] = [a.charCodeAt(at), b.charCodeAt(at)]
    if (x === y) continue
    const surrogates = (code: number) => code >= 0xd800 && code <= 0xdfff
    if (surrogates(x) !== surrogates(y)) return surrogates(x) ? 1 : -1
    return x - y
  }
  return a.length - b.length
}
