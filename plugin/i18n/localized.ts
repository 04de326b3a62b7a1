// Texts in Italian and English, and which of them a reader gets.
import type { PayloadRequest } from 'payload'

export type Localized = { it: string; en: string }

/** A label or description for the admin. */
export const localized = (it: string, en: string): Localized => ({ it, en })

/** Description of a field that no public answer holds. */
export const privateDescription = (it: string, en: string): Localized =>
  localized(`Mai pubblico. ${it}`, `Never public. ${en}`)

/** Options of a select from a table of words. */
export const selectOptions = <T extends string>(words: Record<T, Localized>): { value: T; label: Localized }[] =>
  (Object.keys(words) as T[]).map((value) => ({ value, label: words[value] }))

/** Italian for Italian readers, English for all others. */
export const pick = <T>(lang: string, words: { it: T; en: T }): T => (lang.startsWith('it') ? words.it : words.en)

/** The language that `inLang` writes in: what a page or mail must say it is in. */
export const fallbackLanguage = (lang: string): string => pick(lang, { it: 'it', en: 'en' })

/** A language of the admin as `Intl` takes it: some of Payload's codes (`zhTw`) are no language tags. */
export function languageTag(lang: string): string {
  try {
    return Intl.getCanonicalLocales(lang)[0] ?? 'en'
  } catch {
    return 'en'
  }
}

/** What a language is called in Italian and English. */
export const languageName = (lang: string): Localized => ({
  it: new Intl.DisplayNames('it', { type: 'language' }).of(lang) ?? lang,
  en: new Intl.DisplayNames('en', { type: 'language' }).of(lang) ?? lang,
})

/** The signed-in editor's language, in two letters. */
export const editorLanguage = ({ i18n }: PayloadRequest): string => (i18n?.language ?? 'en').slice(0, 2)

/** In the language of the signed-in editor. */
export const pickFor = (req: PayloadRequest, words: Localized): string => pick(editorLanguage(req), words)
