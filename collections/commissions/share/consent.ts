// The client's consent to show the request: which text of it is today's, and whether this client has agreed to that one.
import type { PayloadRequest } from 'payload'
import { versionWith } from '../../../plugin/contract/form/body.js'
import { mokor } from '../../../plugin/runtime.js'
import { shareEdition } from '../form/fields.js'
import type { CommissionStatus } from '../lifecycle.js'
import type { Commission } from '../types.js'

/** As a consent to today's text is recorded. */
export const shareVersion = ({ payload }: Pick<PayloadRequest, 'payload'>): string =>
  versionWith(mokor(payload).options.organisation.consentVersion, shareEdition)

/** Whether the client has agreed to the text of today, by form or link, or told the desk so: it covers photographs, questions and teams. */
export const hasCurrentShare = ({ consents }: Pick<Commission, 'consents'>): boolean =>
  (consents ?? []).some(({ what, version }) => what === 'share' && version.endsWith(`-${shareEdition}`))

/** Somebody may still be asked to do it, or to take it over. */
export const asksShare: readonly CommissionStatus[] = ['received', 'triage', 'offered', 'agreed', 'in-progress']

/** Whether there is something to ask this client. */
export const lacksShare = (commission: Pick<Commission, 'consents' | 'status'>): boolean =>
  asksShare.includes(commission.status) && !hasCurrentShare(commission)
