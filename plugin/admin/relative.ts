// Formats a date relative to now. Pure.
import { dayInItaly } from '../values/dates.js'

type Unit = [name: Intl.RelativeTimeFormatUnit, size: number]

const dayMs = 86_400_000
const days: Unit[] = [
  ['year', 365],
  ['month', 30],
  ['week', 7],
  ['day', 1],
]
const hours: Unit[] = [
  ['hour', 3_600_000],
  ['minute', 60_000],
]

/** With its article, as the words stand in a sentence: «è di tre settimane fa», but «la settimana scorsa». */
const italianArticles: [RegExp, string][] = [
  [/^settimana /, 'la settimana '],
  [/^mese /, 'il mese '],
  [/^anno /, 'l’anno '],
]

const withArticle = (words: string): string =>
  italianArticles.reduce((text, [bare, whole]) => text.replace(bare, whole), words)

const dayNumber = (at: Date): number => Date.parse(dayInItaly(at)) / dayMs

/** E.g. «3 giorni fa», “tomorrow”; under a minute «ora», “now”. From a day up, days of the calendar in Italy count, not hours. */
export function relativeTime(date: Date, now: Date, lang: string): string {
  const ms = date.getTime() - now.getTime()
  const apart = dayNumber(date) - dayNumber(now)
  const [distance, units] = Math.abs(ms) < dayMs || apart === 0 ? [ms, hours] : [apart, days]
  const [unit, size] = units.find(([, one]) => Math.abs(distance) >= one) ?? ['second', Number.POSITIVE_INFINITY]
  const words = new Intl.RelativeTimeFormat(lang, { numeric: 'auto' }).format(Math.trunc(distance / size), unit)
  return lang.startsWith('it') ? withArticle(words) : words
}

/** The date in full, in the reader's own time zone. */
export const exactTime = (date: Date, lang: string): string =>
  new Intl.DateTimeFormat(lang, { dateStyle: 'full', timeStyle: 'short' }).format(date)

/** Days of the calendar in Italy that have gone by. */
export const daysPassed = (from: Date, now: Date): number => dayNumber(now) - dayNumber(from)

/** A day near enough to be called by its name, «giovedì»; beyond a week with its date, «giovedì 3 dicembre». */
export function dayInWords(date: Date, now: Date, lang: string): string {
  const apart = dayNumber(date) - dayNumber(now)
  if (Math.abs(apart) <= 1) return new Intl.RelativeTimeFormat(lang, { numeric: 'auto' }).format(apart, 'day')
  const parts: Intl.DateTimeFormatOptions = apart > 0 && apart < 7 ? {} : { day: 'numeric', month: 'long' }
  return new Intl.DateTimeFormat(lang, { weekday: 'long', ...parts, timeZone: 'Europe/Rome' }).format(date)
}
