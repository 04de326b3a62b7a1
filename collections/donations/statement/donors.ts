// Finds pledges whose donor a line names. Pure.
import { foldedWords } from '../../../plugin/values/fold.js'
import type { KeyedLine } from './keys.js'
import type { Pledge } from './references.js'

/** All words of the donor's name, in any order; a single word is no name. */
export function donorIndex(pledges: readonly Pledge[]): (line: Pick<KeyedLine, 'payer' | 'text'>) => Pledge[] {
  const byWord = new Map<string, { pledge: Pledge; words: string[] }[]>()
  for (const pledge of pledges) {
    const words = foldedWords(pledge.donorName ?? '')
    const longest = words.toSorted((one, other) => other.length - one.length)[0]
    if (!longest || words.length < 2) continue
    byWord.set(longest, [...(byWord.get(longest) ?? []), { pledge, words }])
  }
  return ({ payer, text }) => {
    const said = new Set(foldedWords(`${payer.name ?? ''} ${text}`))
    return [...said]
      .flatMap((word) => byWord.get(word) ?? [])
      .filter(({ words }) => words.every((word) => said.has(word)))
      .map(({ pledge }) => pledge)
  }
}
