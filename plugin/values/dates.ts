// Formats and compares dates in Italian time; in Italian with the article that the number wants. Pure.
import { pick } from '../i18n/localized.js'

const written = (at: Date | string, lang: string, parts: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(pick(lang, { it: 'it-IT', en: 'en-GB' }), { ...parts, timeZone: 'Europe/Rome' })
    .format(new Date(at))
    .replace(/^1(?= \D)/, pick(lang, { it: '1º', en: '1' }))

/** E.g. «8 dicembre 2026», «1º dicembre 2026», “8 December 2026”. */
export const formatDate = (at: Date | string, lang: string): string => written(at, lang, { dateStyle: 'long' })

/** The same without its year: «1º dicembre». */
export const formatDayAndMonth = (at: Date | string, lang: string): string =>
  written(at, lang, { day: 'numeric', month: 'long' })

/** E.g. «30 nov 2026, 18:05». */
export const formatMoment = (at: Date | string, lang: string): string =>
  written(at, lang, { dateStyle: 'medium', timeStyle: 'short' })

/** Until when, as people say it: «giovedì 3 dicembre, ore 20», “Thursday 3 December, 20:00”. */
export function formatDeadline(at: Date | string, lang: string): string {
  const day = written(at, lang, { weekday: 'long', day: 'numeric', month: 'long' }).replace(',', '')
  const time = written(at, lang, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  return lang.startsWith('it') ? `${day}, ore ${time.replace(/:00$/, '').replace(/^0(?=\d)/, '')}` : `${day}, ${time}`
}

const elided = { il: 'l’', al: 'all’', dal: 'dall’', Dal: 'Dall’' } as const

/**
 * The same after an Italian article, «il 7», «l’8», «dall’11»; other languages put their own word before it.
 * @param write how much of the day is said
 */
export function formatDateWithArticle(
  article: keyof typeof elided,
  at: Date | string,
  lang: string,
  write = formatDate,
): string {
  const said = write(at, lang)
  if (!lang.startsWith('it')) return said
  return /^(?:8|11) /.test(said) ? `${elided[article]}${said}` : `${article} ${said}`
}

const rome = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Rome',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

let remembered = { until: 0, from: 0, day: '' }

/** The calendar day in Italy at a moment, `YYYY-MM-DD`; remembered, since every public answer asks for today's. */
export function dayInItaly(at: Date): string {
  const now = at.getTime()
  if (now >= remembered.from && now < remembered.until) return remembered.day
  // Midnights in Italy fall on whole minutes.
  const from = Math.floor(now / 60_000) * 60_000
  remembered = { from, until: from + 60_000, day: rome.format(at) }
  return remembered.day
}

/** Late on the same day: 21:59 in Greenwich is still that day in Italy, in winter and in summer. */
export const endOfDayInItaly = (at: Date): Date => new Date(`${dayInItaly(at)}T21:59:00.000Z`)

/** 0 to 23. */
export const hourInItaly = (at: Date): number =>
  Number(new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Rome', hour: '2-digit' }).format(at))
