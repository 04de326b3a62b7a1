// Editor actions of a request (API and panel), and the hints its panel shows.
import type { PayloadRequest } from 'payload'
import { editors } from '../../plugin/access/index.js'
import { linkSteps } from '../../plugin/confirmation/link-actions.js'
import { refuseOthersItem } from '../../plugin/desk/assignment.js'
import { deskEndpoints } from '../../plugin/desk/endpoints.js'
import { skillNameIn } from '../../plugin/directory/index.js'
import { hasConsent } from '../../plugin/fields/consents.js'
import { editorLanguage, pick } from '../../plugin/i18n/localized.js'
import type { EditorAction, EditorView } from '../../plugin/lifecycle/actions.js'
import { editorActions, editorCause } from '../../plugin/lifecycle/transition.js'
import { formatDateWithArticle } from '../../plugin/values/dates.js'
import { clientOf } from './correspondent.js'
import { type CommissionTransition, commissionLifecycle, isOver, wasConfirmed, withStatusLink } from './lifecycle.js'
import { offerEndpoints } from './offers/endpoints.js'
import { knownSkills } from './skill-names.js'
import { transition } from './transition.js'
import type { Commission } from './types.js'

/** Steps that say more than a reason: whom is proposed, who is chosen; see `offers/`. */
const notButtons: readonly string[] = ['offer', 'agree', 'refer', 'hand-over'] satisfies CommissionTransition[]

const buttons = Object.entries(
  editorActions(commissionLifecycle, transition, {
    take: {
      async run({ req, doc }) {
        await refuseOthersItem(req, 'commissions', editors, doc)
        await transition(req, doc, 'take', editorCause(req, ''))
      },
    },
    // With one reason for all; each client gets their own mail, which can be taken back.
    decline: { bulk: true },
    resend: { isAvailable: ({ client }) => Boolean(client.email) },
  }),
).filter(([name]) => !notButtons.includes(name))

export const actions: Record<string, EditorAction<Commission>> = {
  ...Object.fromEntries(buttons),
  ...linkSteps<Commission>({
    purpose: 'request-status',
    from: withStatusLink,
    template: 'commission-link',
    lang: (commission) => (commission.client.email && wasConfirmed(commission) ? commission.client.lang : null),
  }),
}

export const commissionActions = [
  ...offerEndpoints,
  ...deskEndpoints({
    key: 'commissions',
    lifecycle: commissionLifecycle,
    transition,
    actions,
    answer: { template: 'commission-answer', correspondentOf: clientOf },
    view: async (req, commission: Commission) => ({
      hints: await hintsOf(req, commission),
      reachable: Boolean(commission.client.email),
    }),
  }),
]

async function hintsOf(req: PayloadRequest, commission: Commission): Promise<EditorView['hints']> {
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
