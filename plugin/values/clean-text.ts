// Normalises texts at every entry: composed, without invisible characters, otherwise as typed.

/** Joiners, fillers, soft hyphens, marks of direction, notes between lines: nothing of them is seen. */
const unseen = String.raw`\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB`

/** Scripts whose letters change shape by an invisible joiner beside them. */
const joiningScripts =
  'Arabic Syriac Mongolian Devanagari Bengali Gurmukhi Gujarati Oriya Tamil Telugu Kannada Malayalam Sinhala Khmer'
    .split(' ')
    .map((script) => String.raw`\p{Script=${script}}`)
    .join('')

/** The few that show: between the parts of an emoji, in scripts that join their letters, behind the variant of a character. */
const telling = [
  String.raw`(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F])\u200D(?=\p{Extended_Pictographic})`,
  String.raw`(?<=\p{Extended_Pictographic})[\uFE0E\uFE0F]`,
  String.raw`(?<=[0-9#*])\uFE0F(?=\u20E3)`,
  String.raw`(?<=[${joiningScripts}])[\u200C\u200D](?=[${joiningScripts}])`,
  String.raw`(?<=\p{Script=Mongolian})[\u180B-\u180D\u180F]`,
  String.raw`(?<=\p{Script=Han})[\u{E0100}-\u{E01EF}]`,
].join('|')

const everyUnseen = new RegExp(`[${unseen}]`, 'gu')
const unseenOrTelling = new RegExp(`(${telling})|[${unseen}]`, 'gu')
const lineBreaks = /\r\n?|[\u0085\u2028\u2029\v\f]/gu
/** The blank of Braille stands among signs, not among blanks. */
const blanks = /[\t\p{Zs}\u2800]/gu
/** Control characters but the line break, and halves of characters. */
const broken = /[^\P{Cc}\n]|\p{Cs}/gu

/**
 * Composed (NFC), without what cannot be seen or turns the writing round, with plain blanks and line breaks, trimmed.
 * A text of nothing visible is ''.
 */
export const cleanText = (text: string): string =>
  text
    .normalize('NFC')
    .replace(unseenOrTelling, (_, kept: string | undefined) => kept ?? '')
    .replace(lineBreaks, '\n')
    .replace(blanks, ' ')
    .replace(broken, '')
    .trim()

/** Signs that keyboards write for one another, plain: for addresses and codes, where none of them carries a meaning. */
export const plainSigns = (text: string): string =>
  cleanText(text)
    .normalize('NFKC')
    .replace(/[\p{Pd}\u2212]/gu, '-')
    .replace(/[’‘ʼ´`′]/gu, "'")

/** The text without anything invisible: for comparing, never for showing, where some scripts and emoji need their joiners. */
export const withoutInvisible = (text: string): string => text.replace(everyUnseen, '')

/** Every text inside plain data, e.g. a body or a row; names of fields stay. */
export function cleanTexts(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value)
  if (Array.isArray(value)) return value.map(cleanTexts)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, cleanTexts(inner)]))
}

/** The parameters of an address, or the fields of a form without script. */
export const cleanParams = (params: URLSearchParams): URLSearchParams =>
  new URLSearchParams([...params].map(([name, value]) => [name, cleanText(value)]))
