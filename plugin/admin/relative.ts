// How long ago or how soon, in words: pure.
const units: [unit: Intl.RelativeTimeFormatUnit, ms: number][] = [
  ['year', 365 * 86_400_000],
  ['month', 30 * 86_400_000],
  ['week', 7 * 86_400_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
]

/** E.g. «3 giorni fa», “tomorrow”; under a minute «ora», “now”. */
export function relativeTime(date: Date, now: Date, lang: string): string {
  const ms = date.getTime() - now.getTime()
  const format = new Intl.RelativeTimeFormat(lang, { numeric: 'auto' })
  const [unit, size] = units.find(([, one]) => Math.abs(ms) >= one) ?? ['second', Number.POSITIVE_INFINITY]
  return format.format(Math.trunc(ms / size), unit)
}

/** The date in full, in the reader's own time zone. */
export const exactTime = (date: Date, lang: string): string =>
  new Intl.DateTimeFormat(lang, { dateStyle: 'full', timeStyle: 'short' }).format(date)
