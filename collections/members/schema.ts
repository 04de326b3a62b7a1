// The Payload fields of a member, in the order in which editors read them.
import type { CollectionConfig, Field, Tab } from 'payload'
import { wordsFor } from '../../plugin/api/messages/index.js'
import { type availabilityStates, type memberKinds, type origins, radii } from '../../plugin/contract/dto.js'
import { assignmentFields } from '../../plugin/fields/assignment.js'
import { consentsField } from '../../plugin/fields/consents.js'
import { placeFields } from '../../plugin/fields/place.js'
import { mustExist } from '../../plugin/fields/relation.js'
import {
  companyName,
  emailAddress,
  languageCode,
  languageCodes,
  personName,
  phoneInternationally,
  phoneNumber,
  type ValidateContext,
} from '../../plugin/fields/validators.js'
import {
  editorLanguage,
  type Localized,
  localized,
  pickFor,
  privateDescription,
  selectOptions,
} from '../../plugin/i18n/localized.js'
import { currentStatusHook } from '../../plugin/lifecycle/expiry.js'
import { timelineField } from '../../plugin/lifecycle/timeline.js'
import type { ResolvedOptions } from '../../plugin/options/index.js'
import { linkFault } from '../../plugin/values/web-link.js'
import { skillField } from '../skills/index.js'
import { type ConsentName, consentNames, type Member, needsExperience } from './member.js'
import { statusWords } from './words.js'

const kindWords: Record<(typeof memberKinds)[number], Localized> = {
  professional: localized('Professionista', 'Professional'),
  company: localized('Azienda', 'Company'),
  enthusiast: localized('Appassionato o appassionata', 'Enthusiast'),
  occasional: localized('Lavora occasionalmente', 'Works occasionally'),
  unemployed: localized('Disoccupato o disoccupata', 'Unemployed'),
  'never-employed': localized('In cerca del primo lavoro', 'Looking for a first job'),
  underemployed: localized('Sottoccupato o sottoccupata', 'Underemployed'),
}

/** Neither at home nor all of Italy. */
const usualRadius: (typeof radii)[number] = 25

const originWords: Record<(typeof origins)[number], Localized> = {
  practised: localized('Mestiere', 'Practised trade'),
  aptitude: localized('Attitudine', 'Aptitude'),
  passion: localized('Passione', 'Passion'),
}

const availabilityWords: Record<(typeof availabilityStates)[number], Localized> = {
  now: localized('Subito', 'Now'),
  from: localized('Da una data', 'From a date'),
  sometimes: localized('Ogni tanto', 'Now and then'),
  'not-now': localized('Ora no', 'Not now'),
}

const consentWords: Record<ConsentName, Localized> = {
  adult: localized('Ha almeno 18 anni', 'Is 18 or older'),
  rules: localized('Accetta le regole della rete', 'Accepts the network’s rules'),
  publish: localized('Vuole la scheda pubblica', 'Wants a public profile'),
  assisted: localized('È d’accordo con chi compila per lei o lui', 'Agrees with whoever fills this in'),
}

const sentences = {
  experience: localized(
    'Scrivi che cosa ha fatto davvero: serve a chi non è professionista o azienda.',
    'Write what they really did: needed unless professional or company.',
  ),
  radius: localized(
    'Scegli tra 0, 10, 25, 50 e 100 km, o lascia vuoto.',
    'Choose 0, 10, 25, 50 or 100 km, or leave it empty.',
  ),
}

const who = (options: ResolvedOptions): Field[] => [
  {
    type: 'row',
    fields: [
      {
        name: 'kind',
        type: 'select',
        required: true,
        label: localized('Si presenta come', 'Comes as'),
        options: selectOptions(kindWords),
        admin: {
          description: localized(
            'Il pubblico legge professionista, azienda, appassionato o occasionale: che qualcuno sia senza lavoro resta alla rete.',
            'The public reads professional, company, enthusiast or occasional: that somebody is out of work stays with the network.',
          ),
        },
      },
      {
        name: 'displayAs',
        type: 'select',
        required: true,
        defaultValue: 'initial',
        label: localized('Come compare', 'Shown as'),
        options: [
          { value: 'initial', label: localized('Nome e iniziale', 'First name and initial') },
          { value: 'full', label: localized('Nome e cognome', 'Full name') },
          { value: 'company', label: localized('Nome dell’azienda', 'Company name') },
        ],
        admin: {
          description: localized(
            'Da qui viene il nome pubblico; il resto del nome non esce mai. L’indirizzo della pagina resta quello con cui è nato, a meno che il nome poi si mostri meno.',
            'The public name comes from this; the rest of the name never goes out. The address of the page stays as it was made, unless the name is then shown less.',
          ),
        },
      },
    ],
  },
  {
    type: 'row',
    fields: [
      {
        name: 'firstName',
        type: 'text',
        required: true,
        maxLength: 60,
        label: localized('Nome', 'First name'),
        validate: personName,
      },
      { name: 'lastName', type: 'text', maxLength: 60, label: localized('Cognome', 'Last name') },
    ],
  },
  {
    name: 'companyName',
    type: 'text',
    maxLength: 120,
    validate: companyName,
    label: localized('Nome dell’azienda', 'Company name'),
    admin: {
      condition: (data) => data?.kind === 'company' || data?.displayAs === 'company' || Boolean(data?.companyName),
    },
  },
  {
    name: 'headline',
    type: 'text',
    required: true,
    maxLength: 120,
    label: localized('Cosa sa fare (in una riga)', 'What they do (in one line)'),
    admin: {
      description: localized('Pubblica. Es. «Falegname, riparo infissi».', 'Public. E.g. “Joiner, I mend windows”.'),
    },
  },
  {
    name: 'experience',
    type: 'textarea',
    maxLength: 2000,
    label: localized('Che cosa ha fatto davvero', 'What they really did'),
    validate: (value, { data, req }) => {
      const member = data as Partial<Member>
      if (member.status === 'left' || value || !member.kind || !needsExperience(member.kind)) return true
      return pickFor(req, sentences.experience)
    },
    admin: {
      rows: 5,
      description: localized(
        'Pubblica. Vale anche se non pagato: casa, volontariato, passione. Niente titoli, telefoni o indirizzi.',
        'Public. Unpaid work counts too: home, volunteering, passion. No titles, phones or addresses.',
      ),
    },
  },
  {
    type: 'row',
    fields: [
      {
        name: 'lang',
        type: 'text',
        required: true,
        defaultValue: options.languages[0],
        label: localized('Lingua di questi testi', 'Language of these texts'),
        validate: languageCode,
      },
      {
        name: 'languages',
        type: 'text',
        hasMany: true,
        label: localized('Lingue che parla', 'Languages spoken'),
        validate: languageCodes,
        admin: { description: localized('Pubbliche.', 'Public.') },
      },
    ],
  },
  {
    name: 'links',
    type: 'array',
    maxRows: 8,
    label: localized('Siti e vetrine', 'Sites and shops'),
    labels: { singular: localized('Link', 'Link'), plural: localized('Link', 'Links') },
    admin: { initCollapsed: true, description: localized('Pubblici.', 'Public.') },
    fields: [
      {
        type: 'row',
        fields: [
          { name: 'label', type: 'text', maxLength: 60, label: localized('Nome', 'Label') },
          {
            name: 'url',
            type: 'text',
            required: true,
            maxLength: 300,
            label: localized('Indirizzo', 'Address'),
            // The sentences that visitors read say it to editors too.
            validate: (value: unknown, { req }: ValidateContext) => {
              const fault = linkFault(String(value ?? ''))
              return fault === null || wordsFor(editorLanguage(req)).message(fault)
            },
          },
        ],
      },
    ],
  },
]

const skillsField = (options: ResolvedOptions): Field => ({
  name: 'skills',
  type: 'array',
  maxRows: 20,
  label: localized('Capacità', 'Skills'),
  labels: { singular: localized('Capacità', 'Skill'), plural: localized('Capacità', 'Skills') },
  admin: {
    description: localized(
      'Se la persona ha usato parole sue, si sceglie la capacità che le corrisponde: si troverà anche nei filtri.',
      'Where people used their own words, choose the skill that matches: it will be found in the filters too.',
    ),
  },
  fields: [
    {
      type: 'row',
      fields: [
        skillField(options),
        {
          name: 'own',
          type: 'text',
          maxLength: 80,
          label: localized('Con parole sue', 'In their own words'),
          admin: {
            description: localized('Pubblica finché non si sceglie una capacità.', 'Public until a skill is chosen.'),
          },
        },
      ],
    },
    {
      type: 'row',
      fields: [
        {
          name: 'origin',
          type: 'select',
          required: true,
          defaultValue: 'practised',
          label: localized('Da dove viene', 'Where it comes from'),
          options: selectOptions(originWords),
        },
        { name: 'years', type: 'number', min: 0, max: 70, label: localized('Da quanti anni', 'For how many years') },
        {
          name: 'qualified',
          type: 'select',
          label: localized('Abilitazione', 'Qualification'),
          options: [
            { value: 'yes', label: localized('Dichiara di averla', 'Declares to have it') },
            { value: 'no', label: localized('Dichiara di non averla', 'Declares not to have it') },
            { value: 'unknown', label: localized('Non sa', 'Does not know') },
          ],
          admin: { description: privateDescription('Solo per i mestieri regolati.', 'For regulated trades only.') },
        },
      ],
    },
    {
      name: 'note',
      type: 'text',
      maxLength: 160,
      label: localized('Nota', 'Note'),
      admin: { description: localized('Pubblica.', 'Public.') },
    },
  ],
})

const where: Field[] = [
  {
    name: 'place',
    type: 'group',
    label: localized('Dove', 'Where'),
    admin: {
      description: localized(
        'Pubblici il comune e la provincia, mai l’indirizzo.',
        'Municipality and province are public, never the address.',
      ),
    },
    fields: [placeFields()],
  },
  {
    type: 'row',
    fields: [
      {
        name: 'modes',
        type: 'select',
        hasMany: true,
        label: localized('Come lavora', 'How they work'),
        options: [
          { value: 'onsite', label: localized('Sul posto', 'On site') },
          { value: 'remote', label: localized('A distanza', 'Remotely') },
        ],
      },
      {
        name: 'radiusKm',
        type: 'number',
        label: localized('Fin dove si sposta', 'How far they travel'),
        validate: (value: number | null | undefined, { req }: ValidateContext) =>
          value === null ||
          value === undefined ||
          (radii as readonly number[]).includes(value) ||
          pickFor(req, sentences.radius),
        // Of a file that the desk writes: left alone, it would promise all of Italy.
        defaultValue: ({ user }: { user?: unknown }) => (user ? usualRadius : undefined),
        admin: {
          condition: (data) => !Array.isArray(data?.modes) || data.modes.includes('onsite'),
        },
      },
    ],
  },
  {
    name: 'availability',
    type: 'group',
    label: localized('Disponibilità', 'Availability'),
    fields: [
      {
        type: 'row',
        fields: [
          {
            name: 'state',
            type: 'select',
            defaultValue: 'now',
            label: localized('Quando può', 'When they can'),
            options: selectOptions(availabilityWords),
          },
          {
            name: 'from',
            type: 'date',
            label: localized('Da quando', 'From when'),
            admin: {
              condition: (_, sibling) => sibling?.state === 'from',
              date: { pickerAppearance: 'dayOnly' },
              description: localized('Passata la data, si legge «subito».', 'Once the date has passed it reads “now”.'),
            },
          },
        ],
      },
    ],
  },
]

const contacts: Field[] = [
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

const papers: Field[] = [
  consentsField(consentNames.map((value) => ({ value, label: consentWords[value] }))),
  {
    name: 'notes',
    type: 'textarea',
    label: localized('Note della redazione', 'Editors’ notes'),
    admin: { rows: 4, description: privateDescription('Le legge solo la redazione.', 'Only editors read them.') },
  },
]

/** The column stays when the feature is off, so that migrations stay the same. */
const picture = (options: ResolvedOptions): Field => ({
  name: 'picture',
  type: 'upload',
  relationTo: options.slugs.pictures,
  validate: mustExist('pictures'),
  label: localized('Immagine', 'Picture'),
  admin: {
    hidden: !options.features.pictures,
    description: localized(
      'Pubblica con la scheda. Ridotta a un quadrato, senza i dati nascosti della fotografia.',
      'Public with the profile. Cut to a square, without the photograph’s hidden data.',
    ),
  },
})

const tabs = (options: ResolvedOptions): Tab[] => [
  {
    label: localized('Chi è', 'Who'),
    description: localized('Quello che si legge sulla scheda.', 'What the profile shows.'),
    fields: [...who(options), picture(options)],
  },
  { label: localized('Cosa sa fare', 'What they can do'), fields: [skillsField(options)] },
  { label: localized('Dove e quando', 'Where and when'), fields: where },
  {
    label: localized('Contatti', 'Contacts'),
    description: localized('Restano alla rete.', 'They stay with the network.'),
    fields: contacts,
  },
  { label: localized('Consensi e note', 'Consents and notes'), fields: papers },
  { label: localized('Storia', 'History'), fields: [timelineField(selectOptions(statusWords))] },
]

const sidebar: Field[] = [
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

/** The collection's shape; its rules are added by the room. */
export const memberCollection = (options: ResolvedOptions): CollectionConfig => ({
  slug: options.slugs.members,
  labels: { singular: localized('Aderente', 'Member'), plural: localized('Aderenti', 'Members') },
  admin: {
    group: localized('Rete', 'Network'),
    useAsTitle: 'title',
    defaultColumns: ['title', 'status', 'since', 'reach', 'kind'],
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
