// Gives the admin its words: in every language the site speaks, English where we have no other, the host's own winning.
import type { Config } from 'payload'
import { en } from './en.js'
import { it } from './it.js'

export type { WordKey } from './en.js'

const ours: Record<string, Record<string, string>> = { en, it }

type Translations = Record<string, Record<string, unknown>>

export function withTranslations(i18n: Config['i18n']): Config['i18n'] {
  const theirs = (i18n?.translations ?? {}) as Translations
  const languages = new Set(['en', ...Object.keys(i18n?.supportedLanguages ?? {}), ...Object.keys(theirs)])
  const merged = Object.fromEntries(
    [...languages].map((language) => [
      language,
      {
        ...theirs[language],
        mokor: { ...en, ...ours[language], ...(theirs[language]?.mokor as Record<string, string> | undefined) },
      },
    ]),
  )
  return { ...i18n, translations: merged } as Config['i18n']
}
