// Text as it is compared and looked for: case, accents, apostrophes, dashes, blanks and what cannot be seen make no difference.
import { withoutInvisible } from './clean-text.js'

/** Letters that no accent can be taken from. */
const letters: Record<string, string> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ı: 'i',
  ə: 'e',
  ς: 'σ',
}
const withoutAccent = new RegExp(`[${Object.keys(letters).join('')}]`, 'gu')

/** Letters that have a second spelling without their mark, in lower case. */
const spelledOut: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa' }
const spellable = new RegExp(`[${Object.keys(spelledOut).join('')}]`, 'gu')

/** Apostrophes that count as letters: modifiers, turned commas, primes. */
const letterlike = /[\u02b9-\u02bf\u02c8\u055a\u07f4\u07f5\ua78b\ua78c]/gu

/** C++, C#, F#: the sign is half of the name. */
const languageName = /(?<![\p{L}\p{N}])(\p{L})(#|\+\+)/gu

/** The folded words of a text in order, repeats included: `Castel d’Azzano` is `castel`, `d`, `azzano`. */
export function foldedWords(text: string): string[] {
  return (
    withoutInvisible(text)
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      // İ brings a mark of its own along.
      .replace(/\p{M}/gu, '')
      .replace(withoutAccent, (letter) => letters[letter] ?? letter)
      .replace(letterlike, ' ')
      .replace(languageName, (_, letter, sign) => letter + (sign === '#' ? 'sharp' : 'pp'))
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}

/** One text, its words a blank apart: `Forlì`, `FORLI'` and `forli` are one. */
export const fold = (text: string): string => foldedWords(text).join(' ')

/** The same without any blank: `dog sitter`, `dog-sitter` and `dogsitter` are one, `L’Aquila` and `laquila` too. */
export const joined = (text: string): string => foldedWords(text).join('')

/** The text, and as it is written where ä, ö, ü, ø and å are not to be had: `Müller` is also `Mueller`. */
export function spellings(text: string): string[] {
  const lower = text.normalize('NFC').toLowerCase()
  const written = lower.replace(spellable, (letter) => spelledOut[letter] ?? letter)
  return written === lower ? [text] : [text, written]
}

/** Every joined form of a text. Two texts are the same to whoever looks for them when they share one. */
export const joinedForms = (text: string): string[] => [...new Set(spellings(text).map(joined))]

/**
 * The joined forms from each word on: `Cortina d’Ampezzo` gives `cortinadampezzo`, `dampezzo`, `ampezzo`.
 * What somebody typed finds the text where one of them begins with its joined form.
 */
export const joinedTails = (text: string): string[] => [
  ...new Set(
    spellings(text).flatMap((written) => {
      const words = foldedWords(written)
      return words.map((_, at) => words.slice(at).join(''))
    }),
  ),
]
