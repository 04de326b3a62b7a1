// Names of towns as people shorten them: `S. Benedetto del Tronto`, `S.Maria C.V.`, `P.to Torres`, `Cernusco s/N`.
import { fold } from '../values/fold.js'

/** Whether a folded word of a name may be what was written. */
type WordTest = (word: string) => boolean

const saints = ['san', 'santa', 'sant', 'santo', 'santi', 'santissima', 'santissimi', 'saint', 'sankt']
const shortened: Record<string, readonly string[]> = {
  s: saints,
  st: ['sankt', 'saint', 'santa', 'santo'],
  ste: ['sainte', 'sante'],
  sta: ['santa'],
  sto: ['santo'],
  ss: ['santi', 'santissima', 'santissimi'],
}

const oneOf =
  (words: readonly string[]): WordTest =>
  (word) =>
    words.includes(word)
const beginsLike =
  (start: string): WordTest =>
  (word) =>
    word.startsWith(start)
const contractionOf =
  (start: string, end: string): WordTest =>
  (word) =>
    word.length > start.length + end.length && word.startsWith(start) && word.endsWith(end)

/**
 * What each written word may stand for, or null where nothing is shortened. A word before a dot stands for all that begin like it, a
 * single letter too; `p.to` for what begins and ends so.
 * @param anySaint a lone `s` stands for the words for saints alone
 */
export function shortenedWords(text: string, anySaint: boolean): WordTest[] | null {
  let shorter = false
  const tests: WordTest[] = []
  for (const written of text.split(/[^\p{L}\p{N}.]+/u)) {
    const [, start = '', end = ''] = written.match(/^(\p{L}{1,2})\.(\p{L}{2})\.?$/u) ?? []
    if (end !== '') {
      shorter = true
      tests.push(contractionOf(fold(start), fold(end)))
      continue
    }
    for (const [, letters = '', dot] of written.matchAll(/([\p{L}\p{N}]+)(\.?)/gu)) {
      const word = fold(letters)
      const stands = word === 's' && !anySaint ? undefined : shortened[word]
      if (stands || dot === '.' || word.length === 1) shorter = true
      if (stands) tests.push(oneOf([...stands, word]))
      else if (dot === '.' || word.length === 1) tests.push(beginsLike(word))
      else tests.push((other) => other === word)
    }
  }
  return shorter && tests.length > 1 ? tests : null
}
