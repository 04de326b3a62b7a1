// Messages to members wait here for their sender's confirmation; those that no mail brings to the member wait for the desk, which
// alone may read them, and those alone. Once one has come to its end nothing personal stays: what is left says for a month whom it
// was for, so that its link can tell what became of it.
import type { Access, CollectionConfig } from 'payload'
import { editors, hasRole } from '../../../plugin/access/index.js'
import { assignmentFields } from '../../../plugin/fields/assignment.js'
import { phoneInternationally } from '../../../plugin/fields/validators.js'
import { localized, selectOptions } from '../../../plugin/i18n/localized.js'
import type { Assigned } from '../../../plugin/lifecycle/assignment.js'
import { type TimelineEntry, timelineField } from '../../../plugin/lifecycle/timeline.js'
import { enforceLifecycle } from '../../../plugin/lifecycle/transition.js'
import type { ResolvedOptions } from '../../../plugin/options/index.js'
import { type MessageStatus, messageLifecycle } from './lifecycle.js'

export interface Message extends Assigned {
  id: number | string
  /** Id of the member, as a string; of one who has left, `gone`. */
  member: string
  /** The member's public name, from when the desk got it on. */
  memberName?: string | null
  name?: string | null
  email?: string | null
  phone?: string | null
  text?: string | null
  lang: string
  status: MessageStatus
  /** The desk has it, or had it to its end. */
  byDesk?: boolean | null
  /** Why its mail did not leave, where one was tried. */
  failure?: string | null
  expiresAt: string
  since?: string | null
  timeline?: TimelineEntry<MessageStatus>[] | null
}

const statusOptions = selectOptions<MessageStatus>({
  unconfirmed: localized('Da confermare', 'Unconfirmed'),
  confirmed: localized('In viaggio', 'On its way'),
  held: localized('Da riferire', 'To pass on'),
  delivered: localized('Riferito', 'Passed on'),
  returned: localized('Non riferito', 'Not passed on'),
})

/** What passes between two people is nobody else's, but where somebody must carry it. */
const inTheDesksHands: Access = ({ req }) => hasRole(req, editors) && { byDesk: { equals: true } }

export const messageCollection = (options: ResolvedOptions): CollectionConfig => ({
  slug: options.slugs.messages,
  labels: {
    singular: localized('Messaggio da riferire', 'Message to pass on'),
    plural: localized('Messaggi da riferire', 'Messages to pass on'),
  },
  admin: { hidden: true, useAsTitle: 'name' },
  access: { read: inTheDesksHands },
  lockDocuments: false,
  disableDuplicate: true,
  indexes: [{ fields: ['status', 'since'] }],
  hooks: {
    beforeChange: [
      enforceLifecycle(messageLifecycle, {
        collection: 'messages',
        created: { status: 'unconfirmed', sentence: localized('Da qui non si scrive.', 'Nothing is written here.') },
        timeline: true,
      }),
    ],
  },
  fields: [
    { name: 'member', type: 'text', required: true, index: true },
    { name: 'memberName', type: 'text', label: localized('Per', 'For') },
    { name: 'name', type: 'text', label: localized('Chi scrive', 'Sender') },
    { name: 'email', type: 'text', label: localized('E-mail di chi scrive', 'Sender’s e-mail') },
    {
      name: 'phone',
      type: 'text',
      label: localized('Telefono di chi scrive', 'Sender’s phone'),
      hooks: { beforeValidate: [phoneInternationally] },
    },
    { name: 'text', type: 'textarea', label: localized('Messaggio', 'Message') },
    { name: 'lang', type: 'text', required: true, label: localized('Lingua di chi scrive', 'Sender’s language') },
    { name: 'status', type: 'select', required: true, label: localized('Stato', 'Status'), options: statusOptions },
    { name: 'since', type: 'date' },
    { name: 'byDesk', type: 'checkbox', index: true },
    { name: 'failure', type: 'text', label: localized('Perché la mail non è partita', 'Why the mail did not leave') },
    { name: 'expiresAt', type: 'date', required: true },
    timelineField(statusOptions),
    ...assignmentFields(options),
  ],
})
