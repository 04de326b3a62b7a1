// Merges our admin texts into the host’s i18n; the host’s own win.
import type { Config } from 'payload'
import { en } from './own.en.js'
import { it } from './own.it.js'
import { payloadInItalian } from './payload-it.js'

export type { WordKey } from './own.en.js'

/** What rooms bring: the same keys in both languages. */
export interface AdminTexts {
  it: Record<string, string>
  en: Record<string, string>
}

type Translations = Record<string, Record<string, Record<string, string>>>

/**
 * By language, what we say beside Payload or better than it; English stands in for our own words where there are no others.
 * @param ofRooms words of the rooms, beside those that belong to none
 */
export function withTranslations(i18n: Config['i18n'], ofRooms: AdminTexts): Config['i18n'] {
  const english = { mokor: { ...en, ...ofRooms.en } }
  const ours: Translations = { en: english, it: { mokor: { ...it, ...ofRooms.it }, ...payloadInItalian } }
  const theirs = (i18n?.translations ?? {}) as Translations
  const languages = new Set(['en', ...Object.keys(i18n?.supportedLanguages ?? {}), ...Object.keys(theirs)])
  const merged = Object.fromEntries(
    [...languages].map((language) => [language, together(english, ours[language], theirs[language])]),
  )
  return { ...i18n, translations: merged } as Config['i18n']
}

/** Part by part, as Payload groups its words; later ones win. */
function together(...layers: (Translations[string] | undefined)[]): Translations[string] {
  const parts = new Set(layers.flatMap((layer) => Object.keys(layer ?? {})))
  return Object.fromEntries(
    [...parts].map((part) => [part, Object.assign({}, ...layers.map((layer) => layer?.[part]))]),
  )
}
