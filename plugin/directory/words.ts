// Search words: folded and stemmed alike at publishing and at query time.
import snowball from 'snowball-stemmers'
import { foldedWords, joined, spellings } from '../values/fold.js'
import { commonWords, sayNothing } from './common-words.js'

const italian = snowball.newStemmer('italian')
const english = snowball.newStemmer('english')

/** Longer runs of letters are no words; cutting them keeps index keys small. */
const longestWord = 40

const cut = (word: string): string => Array.from(word).slice(0, longestWord).join('')

/** The folded words of a text, in order, repeats included. */
export const wordsOf = (text: string): string[] => foldedWords(text).map(cut)

// A row holds terms of three kinds: words as they stand, English plurals as their singular too; Italian stems, marked `=`, so that
// no word passes for one; and two neighbours in one, marked `+` with the length of the first, so that whoever joins them finds
// the row: `+dogsitter:3`.

/** A word and its stems: a row is found by any that it shares with the question. Common words, and what stems to one, are none. */
export function termsOf(word: string): string[] {
  let known = stemmed.get(word)
  if (!known) {
    known = commonWords.has(word) ? [] : [...new Set([word, ...stemsOf(word)])]
    if (stemmed.size >= rememberedStems) stemmed.clear()
    stemmed.set(word, known)
  }
  return known
}

const stemmed = new Map<string, string[]>()
const rememberedStems = 50_000

function stemsOf(word: string): string[] {
  const forms = [...new Set([word, ...endings.map(([ending, other]) => word.replace(ending, other))])]
  // A shorter one stands for too many words: `delia` would be `del`.
  const tells = (stem: string) => stem.length >= Math.min(4, word.length - 1) && stem !== '' && !commonWords.has(stem)
  const marked = forms.flatMap((form) => [withoutEnding(form), italian.stem(form)].filter(tells))
  return [...[english.stem(word)].filter(tells), ...marked.map((stem) => `=${stem}`)]
}

/** Feminine forms and plurals that stemmers hold for words of their own: pittrice, dottoressa, operai. */
const endings: [RegExp, string][] = [
  [/tric[ei]$/, 'tore'],
  [/(?<=.{4})ess[ae]$/, 'e'],
  [/(?<=.{3})ai$/, 'aio'],
]

/** The part that feminine, masculine and plural share: giardinier-e, -a, -i; cuoc-o, -a, -hi. */
const withoutEnding = (word: string): string => word.replace(/(?<=.{2})[aeio]$/, '').replace(/(?<=[cg])h$/, '')

/** Every term of some texts, without repeats, sorted: the texts' own order must not show. */
export function termsOfTexts(texts: {
  /** Headlines, trades: neighbours are joined too. */
  short?: Iterable<string | null>
  long?: Iterable<string | null>
  /** Names of people and places: every word counts, and is nothing else than itself. */
  names?: Iterable<string | null>
}): string[] {
  const terms = new Set<string>()
  const add = (text: string | null, joins: Joins, termsIn: (word: string) => string[]) => {
    for (const written of spellings(text ?? '')) {
      for (const word of wordsOf(written)) for (const term of termsIn(word)) terms.add(term)
      for (const term of pairsIn(written, joins)) terms.add(term)
    }
  }
  for (const text of texts.short ?? []) add(text, 'telling', termsOf)
  for (const text of texts.long ?? []) add(text, 'bound', termsOf)
  for (const text of texts.names ?? []) add(text, 'all', (word) => [word])
  return [...terms].sort()
}

/** Which neighbours are joined: those that a hyphen or an apostrophe binds, beside them those that both tell something, all. */
type Joins = 'bound' | 'telling' | 'all'

/** Words that hang together, and what parts them. */
const chunks = /[^\s,.;:!?()[\]{}/\\|"“”«»…&+=–—]+|[,.;:!?()[\]{}/\\|"“”«»…&+=–—]+/gu
const hyphen = /[-\u2010-\u2012]/u

function pairsIn(text: string, joins: Joins): string[] {
  const pairs: string[] = []
  let before: string | undefined
  for (const [chunk] of text.matchAll(chunks)) {
    const words = wordsOf(chunk)
    const [first] = words
    if (before !== undefined && first !== undefined && joinable(before, first, joins))
      pairs.push(...pairOf(before, first, ':'))
    for (const [at, word] of words.slice(1).entries()) {
      const head = words[at] ?? ''
      pairs.push(...pairOf(head, word, isOneWord(chunk, head) ? '-' : ':'))
    }
    before = words.at(-1)
  }
  return pairs
}

const joinable = (first: string, second: string, joins: Joins): boolean =>
  joins === 'all' || (joins === 'telling' && !commonWords.has(first) && !commonWords.has(second))

/** `e-commerce` is no commerce, while `dog-sitter` and `l’idraulico` are what their words say. */
const isOneWord = (chunk: string, head: string): boolean =>
  hyphen.test(chunk) && (head.length < 2 || commonWords.has(head))

function pairOf(first: string, second: string, mark: ':' | '-'): string[] {
  const both = cut(first + second)
  return [`+${both}${mark}${first.length}`, ...termsOf(both).filter((term) => term.startsWith('='))]
}

/** One word of a question. */
export interface AskedWord {
  word: string
  /** Other ways to write it: without marks, in one with a neighbour. */
  also: string[]
}

/** Beside it, as it was written, where it stands alone. */
export interface TypedWord extends AskedWord {
  typed: string
}

export interface WordsAsked {
  words: TypedWord[]
  /** As they were typed: what tells nobody apart. */
  setAside: string[]
}

/** The words of a question, without repeats. Common ones, and praise and haste, are asked for only where there is nothing else. */
export function questionWords(question: string): WordsAsked {
  const all = [...question.matchAll(chunks)].flatMap(([chunk]) => wordsIn(chunk))
  const distinct = all.filter(({ word }, at) => all.findIndex((other) => other.word === word) === at)
  const telling = distinct.filter(({ word }) => !commonWords.has(word))
  const left = telling.filter(({ word }) => !sayNothing.has(word))
  const kept = left.length > 0 ? left : telling.length > 0 ? telling : distinct.slice(-1)
  return {
    words: kept.map(({ word, also, typed }, at) => ({
      word,
      typed,
      also: [...also, ...joinedWith(kept[at - 1], { word }), ...joinedWith({ word }, kept[at + 1])],
    })),
    setAside: left.length > 0 ? telling.flatMap(({ word, typed }) => (sayNothing.has(word) ? [typed] : [])) : [],
  }
}

const joinedWith = (first: { word: string } | undefined, second: { word: string } | undefined): string[] =>
  first && second ? [cut(first.word + second.word)] : []

/** The words of a chunk: in one where they are one word, else each with its spellings, and with the article that hangs on it. */
function wordsIn(chunk: string): TypedWord[] {
  const spelled = spellings(chunk)
  const [words = [], ...others] = spelled.map(wordsOf)
  const [first = '', second] = words
  if (second === undefined) return first ? [{ word: first, also: others.flat(), typed: chunk }] : []
  if (isOneWord(chunk, first)) {
    const [word = '', ...also] = spelled.map((written) => cut(joined(written)))
    return [{ word, also, typed: chunk }]
  }
  return words.flatMap((word, at) => {
    // C’è, s’occupa: the letter is no word, while that of `Anna C.` is.
    if (word.length < 2 && at < words.length - 1) return []
    const article = words[at - 1]
    return {
      word,
      also: [
        ...others.flatMap((other) => (other[at] !== word ? (other[at] ?? []) : [])),
        ...(article && (article.length < 2 || commonWords.has(article)) ? [cut(article + word)] : []),
      ],
      typed: word,
    }
  })
}

/** What is to be looked up in the published vocabulary before a question can be asked: words and pairs that begin so. */
export const beginnings = (words: readonly AskedWord[]): string[] =>
  words.flatMap(({ word }, at) => (at < words.length - 1 ? pairsLike(word, ':') : [word, ...pairsLike(word)]))

/** Of fewer letters there are too many pairs. */
const pairsLike = (word: string, end = ''): string[] => (word.length < 4 ? [] : [`+${word}${end}`])

/**
 * For each word the lists of terms of which a row must hold one each: one list, or two where the word is two in one.
 * @param begun what the vocabulary has for each of `beginnings`
 */
export function termsAsked(words: readonly AskedWord[], begun: (beginning: string) => readonly string[]): string[][][] {
  return words.map(({ word, also }, at) => {
    const isLast = at === words.length - 1
    // A pair whose first word begins so is found by that word.
    const pairs = pairsLike(word, isLast ? '' : ':')
      .flatMap(begun)
      .filter((pair) => splitOf(pair) < word.length)
    const own = termsOf(word)
    const terms = [
      ...(own.length > 0 ? own : [word]),
      ...also.flatMap((other) => [other, `=${withoutEnding(other)}`]),
      ...pairs,
      ...(isLast ? begun(word) : []),
    ]
    const parts = pairs.flatMap((pair) =>
      bothOf(pair) === word ? [word.slice(0, splitOf(pair)), word.slice(splitOf(pair))] : [],
    )
    const telling = [...new Set(parts)].map(termsOf).filter((part) => part.length > 0)
    const lists = telling.length > 0 ? telling.map((part) => [...terms, ...part]) : [terms]
    return lists.map((list) => [...new Set(list)])
  })
}

const bothOf = (pair: string): string | undefined => pair.match(/^\+(.+):/)?.[1]
const splitOf = (pair: string): number => Number(pair.match(/\d+$/)?.[0])

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
