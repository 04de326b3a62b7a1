// Names inside a sentence, a subject or a header: what is written from right to left must not turn the rest round.

const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u
const [first, last] = ['\u2068', '\u2069']

/** The text, and where its direction may be another's, between signs that keep it apart (Unicode UAX 9: FSI and PDI). */
export const isolated = (text: string): string =>
  rightToLeft.test(text) && !text.startsWith(first) ? `${first}${text}${last}` : text
