// A member's fields beside the others: how the profile stands, who sees it, how it arrived, and what searches need.
import type { Field } from 'payload'
import { localized, selectOptions } from '../../../plugin/i18n/localized.js'
import { currentStatusHook } from '../../../plugin/lifecycle/expiry.js'
import { statusWords } from '../words.js'

export const sidebar: Field[] = [
  {
    name: 'status',
    type: 'select',
    required: true,
    defaultValue: 'pending',
    index: true,
    label: localized('Stato', 'Status'),
    options: selectOptions(statusWords),
    hooks: { afterRead: [currentStatusHook('unconfirmed')] },
    admin: {
      position: 'sidebar',
      readOnly: true,
      description: localized('Cambia con i pulsanti della scheda.', 'Changed with the buttons on this page.'),
    },
  },
  {
    name: 'since',
    type: 'date',
    index: true,
    label: localized('Da quando', 'Since'),
    admin: {
      position: 'sidebar',
      readOnly: true,
      date: { pickerAppearance: 'dayAndTime' },
      condition: (data) => Boolean(data?.since),
    },
  },
  {
    name: 'reach',
    type: 'select',
    required: true,
    defaultValue: 'network',
    index: true,
    label: localized('Chi la vede', 'Who sees it'),
    options: [
      { value: 'network', label: localized('Solo la rete', 'The network only') },
      { value: 'public', label: localized('Anche i clienti', 'Clients too') },
    ],
    admin: {
      position: 'sidebar',
      description: localized(
        'Con «solo la rete» la scheda sparisce subito da elenchi, conteggi e pagine.',
        'With “the network only” the profile leaves lists, counts and pages at once.',
      ),
    },
  },
  {
    name: 'channel',
    type: 'select',
    required: true,
    defaultValue: 'desk',
    label: localized('Da dove è arrivata', 'How it arrived'),
    options: [
      { value: 'web', label: localized('Modulo', 'Form') },
      { value: 'phone', label: localized('Telefono', 'Phone') },
      { value: 'paper', label: localized('Carta', 'Paper') },
      { value: 'desk', label: localized('Sportello', 'Help desk') },
    ],
    admin: { position: 'sidebar', description: localized('Mai pubblico.', 'Never public.') },
  },
  {
    name: 'slug',
    type: 'text',
    index: true,
    label: localized('Indirizzo pubblico', 'Public address'),
    admin: {
      position: 'sidebar',
      readOnly: true,
      condition: (data) => Boolean(data?.slug),
      description: localized(
        'Nasce alla prima pubblicazione e resta; cambia solo se il nome si mostra meno di prima.',
        'Made at first publishing, and stays; it changes only when the name is shown less than before.',
      ),
    },
  },
  {
    name: 'expiresAt',
    type: 'date',
    label: localized('Scade', 'Expires'),
    admin: { position: 'sidebar', readOnly: true, condition: (data) => data?.status === 'unconfirmed' },
  },
  { name: 'title', type: 'text', label: localized('Scheda', 'Member'), admin: { hidden: true } },
  { name: 'phoneDigits', type: 'text', index: true, hidden: true },
  { name: 'nameKey', type: 'text', index: true, hidden: true },
]
