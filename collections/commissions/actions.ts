// The editors' buttons on a request, and what its page points out before the next step.
import type { PayloadRequest } from 'payload'
import { linkSteps } from '../../plugin/confirmation/link-actions.js'
import { skillNameIn } from '../../plugin/directory/index.js'
import { hasConsent } from '../../plugin/fields/consents.js'
import { editorLanguage, inLang } from '../../plugin/i18n/localized.js'
import { actionEndpoints, type DeskAction, type DeskView } from '../../plugin/lifecycle/actions.js'
import { editorOf } from '../../plugin/lifecycle/timeline.js'
import { theDay } from '../../plugin/values/dates.js'
import { type DeskStep, deskSteps, isOver, wasConfirmed, withStatusLink } from './lifecycle.js'
import { knownSkills } from './skill-names.js'
import { advance } from './transition.js'
import type { Commission } from './types.js'

/** Some steps need more than the right state. */
const conditions: Partial<Record<DeskStep, (commission: Commission) => boolean>> = {
  resend: ({ client }) => Boolean(client.email),
}

const steps = Object.fromEntries(
  Object.entries(deskSteps).map(([key, { from, roles, reason, danger, asked }]) => {
    const name = key as DeskStep
    const action: DeskAction<Commission> = {
      from,
      roles,
      reason,
      danger,
      asked: danger || asked,
      ...(conditions[name] ? { when: conditions[name] } : {}),
      run: ({ req, doc, reason: why }) =>
        advance(req, doc, name, { by: editorOf(req), at: new Date(), ...(why ? { why } : {}) }),
    }
    return [name, action]
  }),
)

export const actions: Record<string, DeskAction<Commission>> = {
  ...steps,
  ...linkSteps<Commission>({
    purpose: 'request-status',
    from: withStatusLink,
    template: 'commission-link',
    lang: (commission) => (commission.client.email && wasConfirmed(commission) ? commission.client.lang : null),
  }),
}

export const commissionActions = actionEndpoints<Commission>('commissions', actions, async (req, commission) => ({
  hints: await hintsOf(req, commission),
  reachable: Boolean(commission.client.email),
}))

async function hintsOf(req: PayloadRequest, commission: Commission): Promise<DeskView['hints']> {
  // There is nothing left to do.
  if (isOver(commission.status)) return []
  const lang = editorLanguage(req)
  const hints: DeskView['hints'] = []
  const waiting = commission.status === 'received' || commission.status === 'triage'
  if (waiting && commission.answerBy && new Date(commission.answerBy) < new Date())
    hints.push({ code: 'answer-late', tone: 'warning', values: { day: theDay('il', commission.answerBy, lang) } })
  if (commission.mode === 'onsite' && !commission.place?.municipality)
    hints.push({ code: 'missing-place', tone: 'warning', values: {} })
  if (commission.status !== 'unconfirmed' && !hasConsent(commission.consents, 'share'))
    hints.push({ code: 'share-consent-missing', tone: 'warning', values: {} })
  if (!commission.client.email) hints.push({ code: 'no-address', tone: 'info', values: {} })
  const known = await knownSkills(req, commission)
  for (const skill of known.values())
    if (skill.regulated)
      hints.push({
        code: 'regulated-trade',
        tone: 'info',
        values: {
          skill: skillNameIn(skill, lang),
          note: inLang(lang, { it: skill.regulatedNote?.it, en: skill.regulatedNote?.en }) ?? '',
        },
      })
  for (const { skill, own } of commission.skills ?? [])
    if (!skill && own) hints.push({ code: 'own-words', tone: 'info', values: { skill: own } })
  return hints
}
