// Siglas in a question: `idraulico MI` looks for what `idraulico Milano` does.

import { type Province, province } from '../geo/index.js'
import { fold } from '../values/fold.js'
import { questionWords, type WordsAsked } from './words.js'

/** Words of Italian or English too: in small letters they are no sigla. */
const alsoWords = new Set(
  'al an at ba bo ca ch ci co en fi go im is la le li lo me mi mo mt no or pa pi po re sa si so te to tv va ve vi vs'.split(
    ' ',
  ),
)
/** Things that people repair and trades they have: either is looked for. */
const alsoThings = new Set(['pc', 'pr', 'tv'])

/** The words of a question; siglas of provinces become their names. */
export function wordsAsked(question: string): WordsAsked {
  const either = new Map<string, string>()
  const text = withoutSiglas(question, (letters, { name }) => {
    if (!alsoThings.has(letters)) return ` ${name} `
    either.set(letters, fold(name))
    return letters
  })
  const { words, setAside } = questionWords(text)
  return {
    words: words.map((one) => ({ ...one, also: [...one.also, ...[either.get(one.word) ?? []].flat()] })),
    setAside,
  }
}

/**
 * Two letters behind something else are a sigla in capitals among small letters, in brackets, behind a comma, or last where everything
 * is in capitals; in small letters only last, and where they are no word.
 */
function withoutSiglas(question: string, replaced: (letters: string, area: Province) => string): string {
  const mixed = /\p{Ll}/u.test(question)
  const last = /(?<![\p{L}\p{N}])[a-z]{2}[\s).]*$/iu.exec(question)?.index
  return question.replace(/(?<![\p{L}\p{N}'’.-])[a-z]{2}(?![\p{L}\p{N}'’-])/giu, (written, at: number) => {
    const letters = written.toLowerCase()
    const area = province(letters)
    if (!area || question.slice(0, at).trim() === '') return written
    const marked = /[(,]\s*$/.test(question.slice(0, at))
    const isSigla = written === letters ? at === last && !alsoWords.has(letters) : mixed || at === last
    return marked || isSigla ? replaced(letters, area) : written
  })
}
