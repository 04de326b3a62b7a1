// How editors see outgoing mail: colours, steps for several, which mail about what, and what to do about one that has not left.

import type { OutboxStatus } from '../outbox/row.js'
import type { MokorRuntime } from '../runtime.js'
import type { CollectionAdmin, StatusColorsOf } from './collection-admin.js'
import { client, setComponent, ui } from './components.js'
import type { MailTargets } from './mail.js'

const mailTargets = ({ options, mails, jobs }: MokorRuntime): MailTargets =>
  Object.fromEntries(
    Object.entries({ ...mails, ...jobs }).flatMap(([template, { document, opens }]) =>
      opens === undefined ? [[template, options.slugs[document]]] : [],
    ),
  )

export const outboxAdmin: CollectionAdmin = {
  statusColors: {
    queued: 'pending',
    leased: 'active',
    sent: 'success',
    failed: 'danger',
  } satisfies StatusColorsOf<OutboxStatus>,
  sinceFields: { queued: 'createdAt', leased: 'createdAt', sent: 'sentAt' },
  bulk: ['send-again', 'drop'],
  hints: null,
  head: 'steps',
  headFields: [ui('mokorMail', client('MailProblem'))],
  fields: (runtime) => ({
    lastError: setComponent('Cell', client('CauseCell')),
    template: setComponent('Cell', client('MailCell')),
    target: setComponent('Cell', client('TargetCell', { targets: mailTargets(runtime) })),
  }),
}
