// The collection of members: its fields in the order in which editors read them.
import type { CollectionConfig, Tab } from 'payload'
import { assignmentFields } from '../../plugin/fields/assignment.js'
import { localized, selectOptions } from '../../plugin/i18n/localized.js'
import { timelineField } from '../../plugin/lifecycle/timeline.js'
import type { ResolvedOptions } from '../../plugin/options/index.js'
import { contacts, papers } from './fields/contacts.js'
import { sidebar } from './fields/sidebar.js'
import { picture, who } from './fields/who.js'
import { skills, where } from './fields/work.js'
import { statusWords } from './words.js'

const tabs = (options: ResolvedOptions): Tab[] => [
  {
    label: localized('Chi è', 'Who'),
    description: localized('Quello che si legge sulla scheda.', 'What the profile shows.'),
    fields: [...who(options), picture(options)],
  },
  { label: localized('Cosa sa fare', 'What they can do'), fields: [skills(options)] },
  { label: localized('Dove e quando', 'Where and when'), fields: where },
  {
    label: localized('Contatti', 'Contacts'),
    description: localized('Restano alla rete.', 'They stay with the network.'),
    fields: contacts,
  },
  { label: localized('Consensi e note', 'Consents and notes'), fields: papers },
  { label: localized('Storia', 'History'), fields: [timelineField(selectOptions(statusWords))] },
]

/** The collection's shape; its rules are added by the room. */
export const memberCollection = (options: ResolvedOptions): CollectionConfig => ({
  slug: options.slugs.members,
  labels: { singular: localized('Aderente', 'Member'), plural: localized('Aderenti', 'Members') },
  admin: {
    group: localized('Rete', 'Network'),
    useAsTitle: 'title',
    defaultColumns: ['title', 'status', 'mokorLook', 'place.municipality', 'skills', 'since'],
    description: localized(
      'Chi fa parte della rete. Nulla è pubblico finché la redazione non approva.',
      'Who belongs to the network. Nothing is public until an editor approves.',
    ),
  },
  defaultSort: '-since',
  trash: true,
  disableDuplicate: true,
  versions: { drafts: false, maxPerDoc: 20 },
  // Today's status follows from it, whatever a reader asks for.
  forceSelect: { expiresAt: true },
  indexes: [{ fields: ['status', 'createdAt'] }, { fields: ['status', 'since'] }],
  fields: [...sidebar, ...assignmentFields(options), { type: 'tabs', tabs: tabs(options) }],
})
