// The fields of whoever asks: who they are and how they are reached.
import type { Field } from 'payload'
import {
  emailAddress,
  languageCode,
  personName,
  phoneInternationally,
  phoneNumber,
  type ValidateContext,
} from '../../plugin/fields/validators.js'
import { localized, pickFor, privateDescription, selectOptions } from '../../plugin/i18n/localized.js'
import type { ResolvedOptions } from '../../plugin/options/index.js'
import { holdsLetterOrDigit } from '../../plugin/values/patterns.js'

const sentences = {
  contact: localized(
    'Serve un’e-mail o un telefono, per poter rispondere.',
    'An e-mail or a phone is needed, to answer.',
  ),
  organisation: localized(
    'Scrivi il nome dell’azienda o dell’ente, in 120 lettere al più.',
    'Write the name of the company or organisation, in 120 letters at most.',
  ),
}

/** The phone speaks for both ways to answer: it is the one that may be missing. */
const someContact = (
  value: unknown,
  checked: ValidateContext & { siblingData: { email?: string | null } },
): true | string =>
  value || checked.siblingData.email ? phoneNumber(value, checked) : pickFor(checked.req, sentences.contact)

const organisationName = (value: unknown, { req }: ValidateContext): true | string =>
  (typeof value === 'string' && holdsLetterOrDigit.test(value) && value.length <= 120) ||
  pickFor(req, sentences.organisation)

export const clientFields = (options: ResolvedOptions): Field[] => [
  {
    name: 'client',
    type: 'group',
    label: localized('Chi chiede', 'Who asks'),
    admin: {
      description: privateDescription(
        'I recapiti vanno solo alla persona scelta.',
        'Contacts go only to the chosen person.',
      ),
    },
    fields: [
      {
        type: 'row',
        fields: [
          {
            name: 'kind',
            type: 'select',
            required: true,
            defaultValue: 'person',
            label: localized('Persona o ente', 'Person or organisation'),
            options: selectOptions({
              person: localized('Persona', 'Person'),
              organisation: localized('Azienda o ente', 'Company or organisation'),
            }),
          },
          {
            name: 'name',
            type: 'text',
            required: true,
            maxLength: 80,
            label: localized('Nome', 'Name'),
            validate: personName,
          },
        ],
      },
      {
        name: 'organisation',
        type: 'text',
        maxLength: 120,
        label: localized('Azienda o ente', 'Company or organisation'),
        validate: organisationName,
        admin: { condition: (_, sibling) => sibling?.kind === 'organisation' },
      },
      {
        type: 'row',
        fields: [
          { name: 'email', type: 'email', index: true, label: localized('E-mail', 'E-mail'), validate: emailAddress },
          {
            name: 'phone',
            type: 'text',
            maxLength: 40,
            label: localized('Telefono', 'Phone'),
            validate: someContact,
            hooks: { beforeValidate: [phoneInternationally] },
          },
        ],
      },
      {
        type: 'row',
        fields: [
          {
            name: 'contactBy',
            type: 'select',
            label: localized('Meglio sentirsi per', 'Better reached by'),
            options: selectOptions({ email: localized('E-mail', 'E-mail'), phone: localized('Telefono', 'Phone') }),
            admin: { description: localized('Vuoto: con il recapito che c’è.', 'Empty: by the contact there is.') },
          },
          {
            name: 'callTimes',
            type: 'text',
            maxLength: 120,
            label: localized('Quando chiamare', 'When to call'),
            admin: { condition: (_, sibling) => Boolean(sibling?.phone) },
          },
          {
            name: 'lang',
            type: 'text',
            required: true,
            defaultValue: options.languages[0],
            label: localized('Lingua delle mail', 'Language of the mails'),
            validate: languageCode,
          },
        ],
      },
    ],
  },
]
