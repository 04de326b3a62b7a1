// Merges our admin texts into the host’s i18n; the host’s own win.
import type { Config } from 'payload'
import { en } from './en.js'
import { it } from './it.js'
import { payloadInItalian } from './payload-it.js'

export type { WordKey } from './en.js'

type Translations = Record<string, Record<string, Record<string, string>>>

/** By language, what we say beside Payload or better than it; English stands in for our own words where there are no others. */
const ours: Translations = { en: { mokor: en }, it: { mokor: it, ...payloadInItalian } }

export function withTranslations(i18n: Config['i18n']): Config['i18n'] {
  const theirs = (i18n?.translations ?? {}) as Translations
  const languages = new Set(['en', ...Object.keys(i18n?.supportedLanguages ?? {}), ...Object.keys(theirs)])
  const merged = Object.fromEntries(
    [...languages].map((language) => [language, together({ mokor: en }, ours[language], theirs[language])]),
  )
  return { ...i18n, translations: merged } as Config['i18n']
}

/** Room by room; later words win. */
function together(...layers: (Translations[string] | undefined)[]): Translations[string] {
  const rooms = new Set(layers.flatMap((layer) => Object.keys(layer ?? {})))
  return Object.fromEntries(
    [...rooms].map((room) => [room, Object.assign({}, ...layers.map((layer) => layer?.[room]))]),
  )
}
