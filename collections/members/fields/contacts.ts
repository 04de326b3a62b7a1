// A member's fields that stay with the network: contacts, whoever helps, consents, editors' notes.
import type { Field } from 'payload'
import { consentsField } from '../../../plugin/fields/consents.js'
import { emailAddress, personName, phoneInternationally, phoneNumber } from '../../../plugin/fields/validators.js'
import { type Localized, localized, privateDescription } from '../../../plugin/i18n/localized.js'
import { type ConsentName, consentNames } from '../member.js'

const consentWords: Record<ConsentName, Localized> = {
  adult: localized('Ha almeno 18 anni', 'Is 18 or older'),
  rules: localized('Accetta le regole della rete', 'Accepts the network’s rules'),
  publish: localized('Vuole la scheda pubblica', 'Wants a public profile'),
  assisted: localized('È d’accordo con chi compila per lei o lui', 'Agrees with whoever fills this in'),
}

export const contacts: Field[] = [
  {
    type: 'row',
    fields: [
      {
        name: 'email',
        type: 'email',
        index: true,
        label: localized('E-mail', 'E-mail'),
        validate: emailAddress,
        admin: {
          description: privateDescription(
            'I messaggi arrivano attraverso la rete.',
            'Messages arrive through the network.',
          ),
        },
      },
      {
        name: 'phone',
        type: 'text',
        maxLength: 40,
        label: localized('Telefono', 'Phone'),
        validate: phoneNumber,
        hooks: { beforeValidate: [phoneInternationally] },
        admin: {
          description: localized(
            'Mai pubblico, a meno che la persona non voglia mostrarlo.',
            'Never public, unless the person wants it shown.',
          ),
        },
      },
    ],
  },
  {
    name: 'phonePublic',
    type: 'checkbox',
    defaultValue: false,
    label: localized('Vuole mostrare il telefono', 'Wants the phone shown'),
    admin: { condition: (data) => Boolean(data?.phone) },
  },
  {
    name: 'helper',
    type: 'group',
    label: localized('Chi ha aiutato a compilare', 'Who helped to fill this in'),
    admin: {
      description: privateDescription('Un amico, una parente, uno sportello.', 'A friend, a relative, a help desk.'),
    },
    fields: [
      {
        type: 'row',
        fields: [
          { name: 'name', type: 'text', maxLength: 80, label: localized('Nome', 'Name'), validate: personName },
          { name: 'email', type: 'email', label: localized('E-mail', 'E-mail'), validate: emailAddress },
        ],
      },
      {
        name: 'consent',
        type: 'checkbox',
        defaultValue: false,
        label: localized('La persona è d’accordo e lo sa', 'The person agrees and knows'),
        admin: { condition: (_, sibling) => Boolean(sibling?.name) },
      },
    ],
  },
]

export const papers: Field[] = [
  consentsField(consentNames.map((value) => ({ value, label: consentWords[value] }))),
  {
    name: 'notes',
    type: 'textarea',
    label: localized('Note della redazione', 'Editors’ notes'),
    admin: { rows: 4, description: privateDescription('Le legge solo la redazione.', 'Only editors read them.') },
  },
]
