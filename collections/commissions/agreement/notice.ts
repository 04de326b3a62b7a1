// The notice that a company owes before occasional work begins, as text to be taken over into the authority's form.
import { pick } from '../../../plugin/i18n/localized.js'
import { formatDate, formatDateWithArticle } from '../../../plugin/values/dates.js'
import { type Commission, phraseFrom } from '../types.js'
import { whereWords } from '../words.js'
import { agreementWords } from './words.js'

/** Whether the law asks for it; whom it asks is the client. */
export const owesNotice = ({ client, agreement }: Pick<Commission, 'client' | 'agreement'>): boolean =>
  client.kind === 'organisation' && agreement?.taxMode === 'occasional'

/** What is not known stays to be filled in: a guess would go to an authority. */
export function noticeText(commission: Commission, worker: string, trades: readonly string[], lang: string): string {
  const text = pick(lang, agreementWords)
  const { client, agreement, description, reference } = commission
  const { from, to } = agreement ?? {}
  const asked = client.organisation ? `${client.organisation} (${client.name})` : client.name
  const until = to && pick(lang, { it: 'fino ', en: 'until ' }) + formatDateWithArticle('al', to, lang)
  return [
    [text.client, asked],
    [text.worker, worker],
    [text.place, whereWords(commission, lang)],
    [text.start, from ? formatDate(from, lang) : text.blank],
    [text.duration, until || text.blank],
    [text.activity, [trades.join(', '), phraseFrom(description)].filter(Boolean).join(': ')],
    [text.reference, reference],
  ]
    .map(([label, value]) => `${label}: ${value}`)
    .join('\n')
}
