// The language of an answer: `lang`, Accept-Language, or the site’s first.
import type { ResolvedOptions } from '../options/index.js'

/** Whether a `lang` parameter decides by itself which language the answer is in. */
export const isSpoken = (asked: string | null | undefined, options: ResolvedOptions): asked is string =>
  options.languages.includes(asked ?? '')

/** The asked language when the site speaks it, else the best of Accept-Language, else the site's first. */
export function languageOf(asked: string | null | undefined, headers: Headers, options: ResolvedOptions): string {
  const spoken = options.languages
  if (isSpoken(asked, options)) return asked
  return preferred(headers.get('accept-language') ?? '').find((lang) => spoken.includes(lang)) ?? spoken[0] ?? 'it'
}

/** Two-letter codes of an Accept-Language header, best first. */
function preferred(header: string): string[] {
  return header
    .slice(0, 200)
    .split(',')
    .map((part) => {
      const [tag = '', ...rest] = part.trim().toLowerCase().split(';')
      const weight = rest.find((word) => word.trim().startsWith('q='))?.split('=')[1]
      return { lang: tag.slice(0, 2), weight: weight === undefined ? 1 : Number(weight) || 0 }
    })
    .filter((entry) => entry.weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map((entry) => entry.lang)
}
