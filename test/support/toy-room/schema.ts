// The collection of loans: fields, labels, hooks.
import type { CollectionConfig } from 'payload'
import { emailAddress, languageCode, personName } from '../../../plugin/fields/validators.js'
import { localized, selectOptions } from '../../../plugin/i18n/localized.js'
import { actionEndpoints } from '../../../plugin/lifecycle/actions.js'
import { timelineField } from '../../../plugin/lifecycle/timeline.js'
import { enforceLifecycle } from '../../../plugin/lifecycle/transition.js'
import type { ResolvedOptions } from '../../../plugin/options/index.js'
import { eraseTraces } from '../../../plugin/outbox/index.js'
import { loanLifecycle } from './lifecycle.js'
import { actions } from './transition.js'
import type { Loan } from './types.js'

const statuses = selectOptions({
  unconfirmed: localized('Da confermare', 'To be confirmed'),
  asked: localized('Chiesto', 'Asked for'),
  lent: localized('In prestito', 'Lent'),
  returned: localized('Tornato', 'Returned'),
  expired: localized('Scaduto', 'Expired'),
})

export const loanCollection = (options: ResolvedOptions): CollectionConfig => ({
  slug: options.slugs.loans,
  labels: { singular: localized('Prestito', 'Loan'), plural: localized('Prestiti', 'Loans') },
  admin: {
    group: localized('Rete', 'Network'),
    useAsTitle: 'tool',
    defaultColumns: ['tool', 'status', 'name'],
    hidden: !options.features.loans,
  },
  endpoints: actionEndpoints<Loan>('loans', actions),
  hooks: {
    beforeChange: [
      enforceLifecycle(loanLifecycle, {
        collection: 'loans',
        created: {
          status: 'asked',
          sentence: localized('Un prestito nuovo parte «chiesto».', 'A new loan is “asked for”.'),
        },
        timeline: true,
      }),
    ],
    afterDelete: [({ id, req }) => eraseTraces(req, 'loans', [String(id)])],
  },
  fields: [
    { name: 'tool', type: 'text', required: true, maxLength: 80, label: localized('Attrezzo', 'Tool') },
    { name: 'name', type: 'text', required: true, validate: personName, label: localized('Chi lo chiede', 'Who asks') },
    { name: 'email', type: 'text', required: true, validate: emailAddress, label: localized('E-mail', 'E-mail') },
    { name: 'lang', type: 'text', defaultValue: 'it', validate: languageCode, label: localized('Lingua', 'Language') },
    {
      name: 'status',
      type: 'select',
      required: true,
      index: true,
      defaultValue: 'asked',
      options: statuses,
      label: localized('Stato', 'Status'),
    },
    { name: 'since', type: 'date', admin: { hidden: true } },
    { name: 'expiresAt', type: 'date', admin: { hidden: true } },
    timelineField(statuses),
  ],
})
