// Days as people write them, in Italy's time; in Italian with the article that the number wants. Pure.
import { inLang } from './words.js'

/** E.g. «8 dicembre 2026», «1º dicembre 2026», “8 December 2026”. */
export const day = (at: Date | string, lang: string): string =>
  new Intl.DateTimeFormat(inLang(lang, { it: 'it-IT', en: 'en-GB' }), { dateStyle: 'long', timeZone: 'Europe/Rome' })
    .format(new Date(at))
    .replace(/^1(?= \D)/, inLang(lang, { it: '1º', en: '1' }))

const elided = { il: 'l’', al: 'all’', dal: 'dall’' } as const

/** The same after an Italian article, «il 7», «l’8», «dall’11»; other languages put their own word before it. */
export function theDay(article: keyof typeof elided, at: Date | string, lang: string): string {
  const written = day(at, lang)
  if (!lang.startsWith('it')) return written
  return /^(?:8|11) /.test(written) ? `${elided[article]}${written}` : `${article} ${written}`
}
