// Makes the view of a mail link's page from its texts in both languages.
import type { LinkView } from '../../plugin/definitions/link.js'
import { type Localized, pick } from '../../plugin/i18n/localized.js'

export const linkView = (
  lang: string,
  title: Localized,
  paragraphs: Localized[],
  confirm: Localized | null = null,
): LinkView => ({
  title: pick(lang, title),
  paragraphs: paragraphs.map((words) => pick(lang, words)),
  buttons: confirm ? [{ name: 'confirm', label: pick(lang, confirm) }] : [],
})
