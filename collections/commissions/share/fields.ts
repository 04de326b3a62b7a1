// What a request keeps of its client being asked again for the consent to show it.
import type { Field } from 'payload'
import { localized } from '../../../plugin/i18n/localized.js'

export interface ShareAsked {
  /** When a mail asked; never twice. */
  at?: string | null
  /** When they said no; what they had agreed to before stands. */
  refusedAt?: string | null
}

/** Beside the consents themselves. */
export const shareAskedField: Field = {
  name: 'shareAsked',
  type: 'group',
  access: { create: () => false, update: () => false },
  label: localized('Il nuovo testo del consenso', 'The new text of the consent'),
  admin: { readOnly: true, condition: (data) => Boolean(data?.shareAsked?.at || data?.shareAsked?.refusedAt) },
  fields: [
    {
      type: 'row',
      fields: [
        { name: 'at', type: 'date', label: localized('Chiesto il', 'Asked on') },
        { name: 'refusedAt', type: 'date', label: localized('Ha detto no il', 'Said no on') },
      ],
    },
  ],
}
