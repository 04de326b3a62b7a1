// What an editor should look at in a request: at the top of its page, and counted in the list.
import type { PayloadRequest } from 'payload'
import { documents } from '../../../plugin/database/documents.js'
import { skillNameIn } from '../../../plugin/directory/index.js'
import { hasConsent } from '../../../plugin/fields/consents.js'
import { editorLanguage, pick } from '../../../plugin/i18n/localized.js'
import type { EditorView, HintsFor } from '../../../plugin/lifecycle/actions.js'
import { formatDateWithArticle } from '../../../plugin/values/dates.js'
import { isOver } from '../lifecycle.js'
import { lacksShare } from '../share/consent.js'
import { knownSkills } from '../skill-names.js'
import type { Commission } from '../types.js'

export async function hintsOf(req: PayloadRequest, commission: Commission): Promise<EditorView['hints']> {
  // There is nothing left to do.
  if (isOver(commission.status)) return []
  const lang = editorLanguage(req)
  const hints: EditorView['hints'] = []
  const waiting = commission.status === 'received' || commission.status === 'triage'
  if (waiting && commission.answerBy && new Date(commission.answerBy) < new Date())
    hints.push({
      code: 'answer-late',
      tone: 'warning',
      values: { day: formatDateWithArticle('il', commission.answerBy, lang) },
    })
  if (commission.mode === 'onsite' && !commission.place?.municipality)
    hints.push({ code: 'missing-place', tone: 'warning', values: {} })
  if (commission.status !== 'unconfirmed' && !hasConsent(commission.consents, 'share'))
    hints.push({ code: 'share-consent-missing', tone: 'warning', values: {} })
  else if (lacksShare(commission)) hints.push(oldShare(commission, lang))
  if (!commission.client.email) hints.push({ code: 'no-address', tone: 'info', values: {} })
  const known = await knownSkills(req, commission)
  for (const skill of known.values())
    if (skill.regulated)
      hints.push({
        code: 'regulated-trade',
        tone: 'info',
        values: {
          skill: skillNameIn(skill, lang),
          note: pick(lang, { it: skill.regulatedNote?.it, en: skill.regulatedNote?.en }) ?? '',
        },
      })
  for (const { skill, own } of commission.skills ?? [])
    if (!skill && own) hints.push({ code: 'own-words', tone: 'info', values: { skill: own } })
  return hints
}

/** The client has agreed to the text of before alone. */
const oldShare = ({ shareAsked }: Commission, lang: string): EditorView['hints'][number] =>
  shareAsked?.refusedAt
    ? {
        code: 'share-refused',
        tone: 'info',
        values: { day: formatDateWithArticle('il', shareAsked.refusedAt, lang) },
      }
    : { code: 'share-old', tone: 'info', values: {} }

export const hintsFor: HintsFor = async (req, ids) => {
  const found = await documents(req, 'commissions').find({ id: { in: [...ids] } })
  const hints = await Promise.all(found.map((one) => hintsOf(req, one)))
  return new Map(found.map(({ id }, at) => [String(id), (hints[at] ?? []).filter(({ tone }) => tone !== 'info')]))
}
