// The fields of a request, in the order an editor reads them: what is wanted, where and when, who asks, what happened.
import type { CollectionConfig, Field, Tab } from 'payload'
import { apartFrom } from '../../plugin/admin/apart.js'
import { consentsField } from '../../plugin/fields/consents.js'
import { placeFields } from '../../plugin/fields/place.js'
import { existing } from '../../plugin/fields/relation.js'
import {
  type Checked,
  emailAddress,
  languageCode,
  personName,
  phoneInternationally,
  phoneNumber,
} from '../../plugin/fields/validators.js'
import { choices, inLanguage, neverPublic, say } from '../../plugin/i18n/localized.js'
import { statusToday } from '../../plugin/lifecycle/expiry.js'
import { timelineField } from '../../plugin/lifecycle/timeline.js'
import type { ResolvedOptions } from '../../plugin/options/index.js'
import { holdsLetterOrDigit } from '../../plugin/values/patterns.js'
import { chosenSkill } from '../skills/index.js'
import { commissionStatuses } from './lifecycle.js'
import { statusWords } from './words.js'

const sentences = {
  contact: say('Serve un’e-mail o un telefono, per poter rispondere.', 'An e-mail or a phone is needed, to answer.'),
  organisation: say(
    'Scrivi il nome dell’azienda o dell’ente, in 120 lettere al più.',
    'Write the name of the company or organisation, in 120 letters at most.',
  ),
}

/** The phone speaks for both ways to answer: it is the one that may be missing. */
const someContact = (value: unknown, checked: Checked & { siblingData: { email?: string | null } }): true | string =>
  value || checked.siblingData.email ? phoneNumber(value, checked) : inLanguage(checked.req, sentences.contact)

const organisationName = (value: unknown, { req }: Checked): true | string =>
  (typeof value === 'string' && holdsLetterOrDigit.test(value) && value.length <= 120) ||
  inLanguage(req, sentences.organisation)

const statusOptions = commissionStatuses.map((value) => ({ value, label: statusWords[value] }))

const wanted = (options: ResolvedOptions): Field[] => [
  {
    name: 'title',
    type: 'text',
    maxLength: 120,
    label: say('Titolo', 'Title'),
    admin: {
      description: neverPublic(
        'Come la chiama la redazione. Vuoto: le prime parole della richiesta.',
        'What editors call it. Empty: the first words of the request.',
      ),
    },
  },
  {
    name: 'description',
    type: 'textarea',
    required: true,
    minLength: 10,
    maxLength: 2000,
    label: say('Che lavoro serve', 'What work is needed'),
    admin: {
      rows: 6,
      description: say(
        'La leggono solo le persone a cui la rete la propone, se chi chiede è d’accordo.',
        'Read only by the people the network offers it to, if the client agrees.',
      ),
    },
  },
  {
    name: 'skills',
    type: 'array',
    maxRows: 5,
    label: say('Mestieri', 'Trades'),
    labels: { singular: say('Mestiere', 'Trade'), plural: say('Mestieri', 'Trades') },
    admin: {
      description: say(
        'Se il cliente ha usato parole sue, scegli la capacità che corrisponde.',
        'Where the client used their own words, choose the skill that matches.',
      ),
    },
    fields: [
      {
        type: 'row',
        fields: [
          chosenSkill(options),
          { name: 'own', type: 'text', maxLength: 80, label: say('Con parole sue', 'In their own words') },
        ],
      },
    ],
  },
  {
    type: 'row',
    fields: [
      {
        name: 'choice',
        type: 'select',
        required: true,
        defaultValue: 'network',
        label: say('Chi sceglie la persona', 'Who chooses the person'),
        options: choices({
          network: say('La rete propone', 'The network suggests'),
          client: say('Sceglie il cliente', 'The client chooses'),
        }),
      },
      {
        name: 'member',
        type: 'relationship',
        relationTo: options.slugs.members,
        validate: existing('members'),
        label: say('Dalla scheda di', 'From the profile of'),
        admin: {
          description: say(
            'La scheda da cui è partita la richiesta, se c’è.',
            'The profile the request was opened from, if any.',
          ),
        },
      },
    ],
  },
]

const where: Field[] = [
  {
    name: 'mode',
    type: 'select',
    required: true,
    defaultValue: 'onsite',
    label: say('Dove si svolge', 'Where it takes place'),
    options: choices({
      onsite: say('In un luogo', 'In a place'),
      remote: say('A distanza', 'Remotely'),
      either: say('È uguale', 'Either'),
    }),
  },
  {
    name: 'place',
    type: 'group',
    label: say('Comune', 'Municipality'),
    admin: {
      condition: (data) => data?.mode !== 'remote' || Boolean(data?.place?.municipality),
      description: neverPublic(
        'L’indirizzo si dà solo alla persona scelta.',
        'The address goes only to the chosen person.',
      ),
    },
    fields: [placeFields()],
  },
  {
    name: 'placeNote',
    type: 'text',
    maxLength: 160,
    label: say('Frazione o zona', 'Village or area'),
    admin: {
      condition: (data) => data?.mode !== 'remote',
      description: neverPublic('Mai l’indirizzo preciso.', 'Never the exact address.'),
    },
  },
  {
    name: 'when',
    type: 'group',
    label: say('Per quando', 'By when'),
    fields: [
      {
        type: 'row',
        fields: [
          {
            name: 'soon',
            type: 'select',
            required: true,
            defaultValue: 'no-hurry',
            label: say('Quando serve', 'When it is needed'),
            options: choices({
              soon: say('Presto', 'Soon'),
              by: say('Entro una data', 'By a date'),
              'no-hurry': say('Senza fretta', 'No hurry'),
            }),
          },
          {
            name: 'by',
            type: 'date',
            label: say('Entro il', 'By'),
            admin: { condition: (_, sibling) => sibling?.soon === 'by', date: { pickerAppearance: 'dayOnly' } },
          },
        ],
      },
    ],
  },
]

const client = (options: ResolvedOptions): Field[] => [
  {
    name: 'client',
    type: 'group',
    label: say('Chi chiede', 'Who asks'),
    admin: {
      description: neverPublic('I recapiti vanno solo alla persona scelta.', 'Contacts go only to the chosen person.'),
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
            label: say('Persona o ente', 'Person or organisation'),
            options: choices({
              person: say('Persona', 'Person'),
              organisation: say('Azienda o ente', 'Company or organisation'),
            }),
          },
          {
            name: 'name',
            type: 'text',
            required: true,
            maxLength: 80,
            label: say('Nome', 'Name'),
            validate: personName,
          },
        ],
      },
      {
        name: 'organisation',
        type: 'text',
        maxLength: 120,
        label: say('Azienda o ente', 'Company or organisation'),
        validate: organisationName,
        admin: { condition: (_, sibling) => sibling?.kind === 'organisation' },
      },
      {
        type: 'row',
        fields: [
          { name: 'email', type: 'email', index: true, label: say('E-mail', 'E-mail'), validate: emailAddress },
          {
            name: 'phone',
            type: 'text',
            maxLength: 40,
            label: say('Telefono', 'Phone'),
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
            label: say('Meglio sentirsi per', 'Better reached by'),
            options: choices({ email: say('E-mail', 'E-mail'), phone: say('Telefono', 'Phone') }),
            admin: { description: say('Vuoto: con il recapito che c’è.', 'Empty: by the contact there is.') },
          },
          {
            name: 'callTimes',
            type: 'text',
            maxLength: 120,
            label: say('Quando chiamare', 'When to call'),
            admin: { condition: (_, sibling) => Boolean(sibling?.phone) },
          },
          {
            name: 'lang',
            type: 'text',
            required: true,
            defaultValue: options.languages[0],
            label: say('Lingua delle mail', 'Language of the mails'),
            validate: languageCode,
          },
        ],
      },
    ],
  },
]

const papers: Field[] = [
  consentsField([
    {
      value: 'share',
      label: say(
        'La rete può proporla e dare i recapiti a chi è scelto',
        'The network may offer it and pass contacts on',
      ),
    },
  ]),
  {
    name: 'notes',
    type: 'textarea',
    label: say('Note della redazione', 'Editors’ notes'),
    admin: { rows: 4, description: neverPublic('Le legge solo la redazione.', 'Only editors read them.') },
  },
]

const history: Field[] = [timelineField(statusOptions)]

const tabs = (options: ResolvedOptions): Tab[] => [
  { label: say('Che cosa serve', 'What is needed'), fields: wanted(options) },
  { label: say('Dove e quando', 'Where and when'), fields: where },
  { label: say('Chi chiede', 'Who asks'), fields: client(options) },
  { label: say('Consensi e note', 'Consents and notes'), fields: papers },
  { label: say('Storia', 'History'), fields: history },
]

const sidebar: Field[] = [
  {
    name: 'status',
    type: 'select',
    required: true,
    defaultValue: 'received',
    index: true,
    label: say('Stato', 'Status'),
    options: statusOptions,
    hooks: { afterRead: [statusToday('unconfirmed')] },
    admin: {
      position: 'sidebar',
      readOnly: true,
      description: say('Cambia con i pulsanti della scheda.', 'Changed with the buttons on this page.'),
    },
  },
  {
    name: 'reference',
    type: 'text',
    unique: true,
    index: true,
    label: say('Riferimento', 'Reference'),
    admin: {
      position: 'sidebar',
      readOnly: true,
      condition: (data) => Boolean(data?.reference),
      description: say('Quello che il cliente ha nelle sue mail.', 'The one the client has in their mails.'),
    },
  },
  {
    name: 'referenceKey',
    type: 'text',
    label: say('Riferimento', 'Reference'),
    admin: { position: 'sidebar', hidden: true, disableListColumn: true, disableListFilter: true },
  },
  {
    name: 'since',
    type: 'date',
    index: true,
    label: say('Da quando', 'Since'),
    admin: {
      position: 'sidebar',
      readOnly: true,
      date: { pickerAppearance: 'dayAndTime' },
      condition: (data) => Boolean(data?.since),
      description: say('Da quando è in questo stato.', 'Since when it has been in this state.'),
    },
  },
  {
    name: 'answerBy',
    type: 'date',
    index: true,
    label: say('Risposta entro', 'Answer by'),
    admin: {
      position: 'sidebar',
      date: { pickerAppearance: 'dayOnly' },
      condition: (data) => Boolean(data?.answerBy),
      description: say('Il termine comunicato al cliente.', 'The term the client was told.'),
    },
  },
  {
    name: 'expiresAt',
    type: 'date',
    label: say('Scade', 'Expires'),
    admin: { position: 'sidebar', readOnly: true, condition: (data) => data?.status === 'unconfirmed' },
  },
  {
    name: 'channel',
    type: 'select',
    required: true,
    defaultValue: 'phone',
    label: say('Da dove è arrivata', 'How it arrived'),
    options: choices({
      web: say('Modulo', 'Form'),
      phone: say('Telefono', 'Phone'),
      paper: say('Carta', 'Paper'),
      desk: say('Sportello', 'Help desk'),
    }),
    admin: { position: 'sidebar', description: say('Mai pubblico.', 'Never public.') },
  },
]

/** The collection's shape; its rules are added by the room. */
export const commissionCollection = (options: ResolvedOptions): CollectionConfig => ({
  slug: options.slugs.commissions,
  labels: { singular: say('Richiesta', 'Request'), plural: say('Richieste', 'Requests') },
  admin: {
    group: say('Rete', 'Network'),
    useAsTitle: 'title',
    defaultColumns: ['title', 'client.name', 'reference', 'status', 'since', 'answerBy'],
    hidden: !options.features.commissions,
    baseFilter: apartFrom({ status: { not_equals: 'unconfirmed' } }),
    description: say(
      'Che cosa chiedono i clienti. Nulla di ciò che è scritto qui è pubblico. Le richieste da confermare stanno a parte: si trovano cercando, o con il filtro «Stato».',
      'What clients ask for. Nothing written here is public. Unconfirmed requests stand apart: search for them, or filter by “Status”.',
    ),
  },
  defaultSort: '-since',
  trash: true,
  disableDuplicate: true,
  versions: { drafts: false, maxPerDoc: 20 },
  // Today's status follows from it, whatever a reader asks for.
  forceSelect: { expiresAt: true },
  indexes: [{ fields: ['status', 'createdAt'] }],
  fields: [...sidebar, { type: 'tabs', tabs: tabs(options) }],
})
