// Words in Italian and English: labels of the admin, and sentences in the language of whoever reads them.
import type { PayloadRequest } from 'payload'

export type Words = { it: string; en: string }

/** A label or description for the admin. */
export const say = (it: string, en: string): Words => ({ it, en })

/** Description of a field that no public answer holds. */
export const neverPublic = (it: string, en: string): Words => say(`Mai pubblico. ${it}`, `Never public. ${en}`)

/** Options of a select from a table of words. */
export const choices = <T extends string>(words: Record<T, Words>): { value: T; label: Words }[] =>
  (Object.keys(words) as T[]).map((value) => ({ value, label: words[value] }))

/** Italian for Italian readers, English for all others. */
export const inLang = <T>(lang: string, words: { it: T; en: T }): T => (lang.startsWith('it') ? words.it : words.en)

/** The language that `inLang` writes in: what a page or mail must say it is in. */
export const spokenFor = (lang: string): string => inLang(lang, { it: 'it', en: 'en' })

/** A language of the admin as `Intl` takes it: some of Payload's codes (`zhTw`) are no language tags. */
export function languageTag(lang: string): string {
  try {
    return Intl.getCanonicalLocales(lang)[0] ?? 'en'
  } catch {
    return 'en'
  }
}

/** The signed-in editor's language, in two letters. */
export const editorLanguage = ({ i18n }: PayloadRequest): string => (i18n?.language ?? 'en').slice(0, 2)

/** In the language of the signed-in editor. */
export const inLanguage = (req: PayloadRequest, words: Words): string => inLang(editorLanguage(req), words)
