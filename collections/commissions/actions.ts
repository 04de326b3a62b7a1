// Editor actions of a request, for the API and the panel.
import { editors } from '../../plugin/access/index.js'
import { linkSteps } from '../../plugin/confirmation/link-actions.js'
import { refuseOthersItem } from '../../plugin/desk/assignment.js'
import { deskEndpoints } from '../../plugin/desk/endpoints.js'
import type { EditorAction } from '../../plugin/lifecycle/actions.js'
import { editorActions, editorCause } from '../../plugin/lifecycle/transition.js'
import { hintsOf } from './admin/hints.js'
import { agreementEndpoints } from './agreement/desk.js'
import { clientOf } from './correspondent.js'
import { type CommissionTransition, commissionLifecycle, wasConfirmed, withStatusLink } from './lifecycle.js'
import { offerEndpoints } from './offers/endpoints.js'
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
  ...agreementEndpoints,
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
