// Words of a question as terms of MongoDB's vocabulary.
import type { Filter, MongoCollection } from '../../../database/mongo.js'
import { Memory } from '../../cache.js'
import { type AskedWord, beginnings, termsAsked } from '../../words.js'
import { prefixWords } from '../engine.js'
import { indexes } from './filters.js'

/** Lists of terms that stand for each word, the last one's prefix included; remembered for a version. */
export function termLists(
  rowsOf: () => MongoCollection,
): (words: readonly AskedWord[], version: string) => Promise<string[][][]> {
  const vocabulary = new Memory<string[]>(500)
  const lists = new Memory<string[][][]>(500)
  async function lookUp(words: readonly AskedWord[], version: string): Promise<string[][][]> {
    const begun = new Map<string, string[]>()
    const look = async (beginning: string) =>
      begun.set(beginning, await vocabulary.get(`${version} ${beginning}`, () => wordsLike(rowsOf(), beginning)))
    await Promise.all(beginnings(words).map(look))
    return termsAsked(words, (beginning) => begun.get(beginning) ?? [])
  }
  return (words, version) => lists.get(`${version} ${JSON.stringify(words)}`, () => lookUp(words, version))
}

/**
 * The published words that begin like `prefix`, in byte order: read off the index itself, from each word to the next.
 * A batch of keys goes past many rare words at once; a frequent word is jumped over.
 */
async function wordsLike(rows: MongoCollection, prefix: string): Promise<string[]> {
  const words: string[] = []
  const end = { tokens: `${prefix}\u{10FFFF}`, turn: 0 }
  let from: Filter = { tokens: prefix, turn: 0 }
  for (;;) {
    const keys = await rows
      .find<{ tokens: string }>(
        {},
        { hint: indexes.tokensTurn, min: from, max: end, returnKey: true, limit: keysAtOnce },
      )
      .toArray()
    for (const { tokens } of keys) {
      if (tokens === words.at(-1)) continue
      words.push(tokens)
      if (words.length === prefixWords) return words
    }
    if (keys.length < keysAtOnce) return words
    from = { tokens: words.at(-1), turn: afterAllTurns }
  }
}

const keysAtOnce = 100
const afterAllTurns = 2 ** 31
