// The fields of a member, in the order an editor reads them: what people see first, what nobody sees last.
import type { CollectionConfig, Field, Tab } from 'payload'
import { wordsFor } from '../../plugin/api/messages/index.js'
import { type availabilityStates, type memberKinds, type origins, radii } from '../../plugin/contract/dto.js'
import { consentsField } from '../../plugin/fields/consents.js'
import { placeFields } from '../../plugin/fields/place.js'
import { existing } from '../../plugin/fields/relation.js'
import {
  type Checked,
  companyName,
  emailAddress,
  languageCode,
  languageCodes,
  personName,
  phoneInternationally,
  phoneNumber,
} from '../../plugin/fields/validators.js'
import { choices, editorLanguage, inLanguage, neverPublic, say, type Words } from '../../plugin/i18n/localized.js'
import { statusToday } from '../../plugin/lifecycle/expiry.js'
import { timelineField } from '../../plugin/lifecycle/timeline.js'
import type { ResolvedOptions } from '../../plugin/options/index.js'
import { linkFault } from '../../plugin/values/web-link.js'
import { chosenSkill } from '../skills/index.js'
import { type ConsentName, consentNames, type Member, needsExperience } from './member.js'
import { statusWords } from './words.js'

const kindWords: Record<(typeof memberKinds)[number], Words> = {
  professional: say('Professionista', 'Professional'),
  company: say('Azienda', 'Company'),
  enthusiast: say('Appassionato o appassionata', 'Enthusiast'),
  occasional: say('Lavora occasionalmente', 'Works occasionally'),
  unemployed: say('Disoccupato o disoccupata', 'Unemployed'),
  'never-employed': say('In cerca del primo lavoro', 'Looking for a first job'),
  underemployed: say('Sottoccupato o sottoccupata', 'Underemployed'),
}

/** Neither at home nor all of Italy. */
const usualRadius: (typeof radii)[number] = 25

const originWords: Record<(typeof origins)[number], Words> = {
  practised: say('Mestiere', 'Practised trade'),
  aptitude: say('Attitudine', 'Aptitude'),
  passion: say('Passione', 'Passion'),
}

const availabilityWords: Record<(typeof availabilityStates)[number], Words> = {
  now: say('Subito', 'Now'),
  from: say('Da una data', 'From a date'),
  sometimes: say('Ogni tanto', 'Now and then'),
  'not-now': say('Ora no', 'Not now'),
}

const consentWords: Record<ConsentName, Words> = {
  adult: say('Ha almeno 18 anni', 'Is 18 or older'),
  rules: say('Accetta le regole della rete', 'Accepts the network’s rules'),
  publish: say('Vuole la scheda pubblica', 'Wants a public profile'),
  assisted: say('È d’accordo con chi compila per lei o lui', 'Agrees with whoever fills this in'),
}

const sentences = {
  experience: say(
    'Scrivi che cosa ha fatto davvero: serve a chi non è professionista o azienda.',
    'Write what they really did: needed unless professional or company.',
  ),
  radius: say(
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
        label: say('Si presenta come', 'Comes as'),
        options: choices(kindWords),
        admin: {
          description: say(
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
        label: say('Come compare', 'Shown as'),
        options: [
          { value: 'initial', label: say('Nome e iniziale', 'First name and initial') },
          { value: 'full', label: say('Nome e cognome', 'Full name') },
          { value: 'company', label: say('Nome dell’azienda', 'Company name') },
        ],
        admin: {
          description: say(
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
        label: say('Nome', 'First name'),
        validate: personName,
      },
      { name: 'lastName', type: 'text', maxLength: 60, label: say('Cognome', 'Last name') },
    ],
  },
  {
    name: 'companyName',
    type: 'text',
    maxLength: 120,
    validate: companyName,
    label: say('Nome dell’azienda', 'Company name'),
    admin: {
      condition: (data) => data?.kind === 'company' || data?.displayAs === 'company' || Boolean(data?.companyName),
    },
  },
  {
    name: 'headline',
    type: 'text',
    required: true,
    maxLength: 120,
    label: say('Cosa sa fare (in una riga)', 'What they do (in one line)'),
    admin: {
      description: say('Pubblica. Es. «Falegname, riparo infissi».', 'Public. E.g. “Joiner, I mend windows”.'),
    },
  },
  {
    name: 'experience',
    type: 'textarea',
    maxLength: 2000,
    label: say('Che cosa ha fatto davvero', 'What they really did'),
    validate: (value, { data, req }) => {
      const member = data as Partial<Member>
      if (member.status === 'left' || value || !member.kind || !needsExperience(member.kind)) return true
      return inLanguage(req, sentences.experience)
    },
    admin: {
      rows: 5,
      description: say(
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
        label: say('Lingua di questi testi', 'Language of these texts'),
        validate: languageCode,
      },
      {
        name: 'languages',
        type: 'text',
        hasMany: true,
        label: say('Lingue che parla', 'Languages spoken'),
        validate: languageCodes,
        admin: { description: say('Pubbliche.', 'Public.') },
      },
    ],
  },
  {
    name: 'links',
    type: 'array',
    maxRows: 8,
    label: say('Siti e vetrine', 'Sites and shops'),
    labels: { singular: say('Link', 'Link'), plural: say('Link', 'Links') },
    admin: { initCollapsed: true, description: say('Pubblici.', 'Public.') },
    fields: [
      {
        type: 'row',
        fields: [
          { name: 'label', type: 'text', maxLength: 60, label: say('Nome', 'Label') },
          {
            name: 'url',
            type: 'text',
            required: true,
            maxLength: 300,
            label: say('Indirizzo', 'Address'),
            // The sentences that visitors read say it to editors too.
            validate: (value: unknown, { req }: Checked) => {
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
  label: say('Capacità', 'Skills'),
  labels: { singular: say('Capacità', 'Skill'), plural: say('Capacità', 'Skills') },
  admin: {
    description: say(
      'Se la persona ha usato parole sue, si sceglie la capacità che le corrisponde: si troverà anche nei filtri.',
      'Where people used their own words, choose the skill that matches: it will be found in the filters too.',
    ),
  },
  fields: [
    {
      type: 'row',
      fields: [
        chosenSkill(options),
        {
          name: 'own',
          type: 'text',
          maxLength: 80,
          label: say('Con parole sue', 'In their own words'),
          admin: {
            description: say('Pubblica finché non si sceglie una capacità.', 'Public until a skill is chosen.'),
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
          label: say('Da dove viene', 'Where it comes from'),
          options: choices(originWords),
        },
        { name: 'years', type: 'number', min: 0, max: 70, label: say('Da quanti anni', 'For how many years') },
        {
          name: 'qualified',
          type: 'select',
          label: say('Abilitazione', 'Qualification'),
          options: [
            { value: 'yes', label: say('Dichiara di averla', 'Declares to have it') },
            { value: 'no', label: say('Dichiara di non averla', 'Declares not to have it') },
            { value: 'unknown', label: say('Non sa', 'Does not know') },
          ],
          admin: { description: neverPublic('Solo per i mestieri regolati.', 'For regulated trades only.') },
        },
      ],
    },
    {
      name: 'note',
      type: 'text',
      maxLength: 160,
      label: say('Nota', 'Note'),
      admin: { description: say('Pubblica.', 'Public.') },
    },
  ],
})

const where: Field[] = [
  {
    name: 'place',
    type: 'group',
    label: say('Comune', 'Municipality'),
    admin: {
      description: say(
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
        label: say('Come lavora', 'How they work'),
        options: [
          { value: 'onsite', label: say('Sul posto', 'On site') },
          { value: 'remote', label: say('A distanza', 'Remotely') },
        ],
      },
      {
        name: 'radiusKm',
        type: 'number',
        label: say('Fin dove si sposta', 'How far they travel'),
        validate: (value: number | null | undefined, { req }: Checked) =>
          value === null ||
          value === undefined ||
          (radii as readonly number[]).includes(value) ||
          inLanguage(req, sentences.radius),
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
    label: say('Disponibilità', 'Availability'),
    fields: [
      {
        type: 'row',
        fields: [
          {
            name: 'state',
            type: 'select',
            defaultValue: 'now',
            label: say('Quando può', 'When they can'),
            options: choices(availabilityWords),
          },
          {
            name: 'from',
            type: 'date',
            label: say('Da quando', 'From when'),
            admin: {
              condition: (_, sibling) => sibling?.state === 'from',
              date: { pickerAppearance: 'dayOnly' },
              description: say('Passata la data, si legge «subito».', 'Once the date has passed it reads “now”.'),
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
        label: say('E-mail', 'E-mail'),
        validate: emailAddress,
        admin: {
          description: neverPublic('I messaggi arrivano attraverso la rete.', 'Messages arrive through the network.'),
        },
      },
      {
        name: 'phone',
        type: 'text',
        maxLength: 40,
        label: say('Telefono', 'Phone'),
        validate: phoneNumber,
        hooks: { beforeValidate: [phoneInternationally] },
        admin: {
          description: say(
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
    label: say('Vuole mostrare il telefono', 'Wants the phone shown'),
    admin: { condition: (data) => Boolean(data?.phone) },
  },
  {
    name: 'helper',
    type: 'group',
    label: say('Chi ha aiutato a compilare', 'Who helped to fill this in'),
    admin: { description: neverPublic('Un amico, una parente, uno sportello.', 'A friend, a relative, a help desk.') },
    fields: [
      {
        type: 'row',
        fields: [
          { name: 'name', type: 'text', maxLength: 80, label: say('Nome', 'Name'), validate: personName },
          { name: 'email', type: 'email', label: say('E-mail', 'E-mail'), validate: emailAddress },
        ],
      },
      {
        name: 'consent',
        type: 'checkbox',
        defaultValue: false,
        label: say('La persona è d’accordo e lo sa', 'The person agrees and knows'),
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
    label: say('Note della redazione', 'Editors’ notes'),
    admin: { rows: 4, description: neverPublic('Le legge solo la redazione.', 'Only editors read them.') },
  },
]

/** The column stays when the feature is off, so that migrations stay the same. */
const picture = (options: ResolvedOptions): Field => ({
  name: 'picture',
  type: 'upload',
  relationTo: options.slugs.pictures,
  validate: existing('pictures'),
  label: say('Immagine', 'Picture'),
  admin: {
    hidden: !options.features.pictures,
    description: say(
      'Pubblica con la scheda. Ridotta a un quadrato, senza i dati nascosti della fotografia.',
      'Public with the profile. Cut to a square, without the photograph’s hidden data.',
    ),
  },
})

const tabs = (options: ResolvedOptions): Tab[] => [
  {
    label: say('Chi è', 'Who'),
    description: say('Quello che si legge sulla scheda.', 'What the profile shows.'),
    fields: [...who(options), picture(options)],
  },
  { label: say('Cosa sa fare', 'What they can do'), fields: [skillsField(options)] },
  { label: say('Dove e quando', 'Where and when'), fields: where },
  {
    label: say('Contatti', 'Contacts'),
    description: say('Restano alla rete.', 'They stay with the network.'),
    fields: contacts,
  },
  { label: say('Consensi e note', 'Consents and notes'), fields: papers },
  { label: say('Storia', 'History'), fields: [timelineField(choices(statusWords))] },
]

const sidebar: Field[] = [
  {
    name: 'status',
    type: 'select',
    required: true,
    defaultValue: 'pending',
    index: true,
    label: say('Stato', 'Status'),
    options: choices(statusWords),
    hooks: { afterRead: [statusToday('unconfirmed')] },
    admin: {
      position: 'sidebar',
      readOnly: true,
      description: say('Cambia con i pulsanti della scheda.', 'Changed with the buttons on this page.'),
    },
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
    },
  },
  {
    name: 'reach',
    type: 'select',
    required: true,
    defaultValue: 'network',
    index: true,
    label: say('Chi la vede', 'Who sees it'),
    options: [
      { value: 'network', label: say('Solo la rete', 'The network only') },
      { value: 'public', label: say('Anche i clienti', 'Clients too') },
    ],
    admin: {
      position: 'sidebar',
      description: say(
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
    label: say('Da dove è arrivata', 'How it arrived'),
    options: [
      { value: 'web', label: say('Modulo', 'Form') },
      { value: 'phone', label: say('Telefono', 'Phone') },
      { value: 'paper', label: say('Carta', 'Paper') },
      { value: 'desk', label: say('Sportello', 'Help desk') },
    ],
    admin: { position: 'sidebar', description: say('Mai pubblico.', 'Never public.') },
  },
  {
    name: 'slug',
    type: 'text',
    index: true,
    label: say('Indirizzo pubblico', 'Public address'),
    admin: {
      position: 'sidebar',
      readOnly: true,
      condition: (data) => Boolean(data?.slug),
      description: say(
        'Nasce alla prima pubblicazione e resta; cambia solo se il nome si mostra meno di prima.',
        'Made at first publishing, and stays; it changes only when the name is shown less than before.',
      ),
    },
  },
  {
    name: 'expiresAt',
    type: 'date',
    label: say('Scade', 'Expires'),
    admin: { position: 'sidebar', readOnly: true, condition: (data) => data?.status === 'unconfirmed' },
  },
  { name: 'title', type: 'text', label: say('Scheda', 'Member'), admin: { hidden: true } },
  { name: 'phoneDigits', type: 'text', index: true, hidden: true },
  { name: 'nameKey', type: 'text', index: true, hidden: true },
]

/** The collection's shape; its rules are added by the room. */
export const memberCollection = (options: ResolvedOptions): CollectionConfig => ({
  slug: options.slugs.members,
  labels: { singular: say('Aderente', 'Member'), plural: say('Aderenti', 'Members') },
  admin: {
    group: say('Rete', 'Network'),
    useAsTitle: 'title',
    defaultColumns: ['title', 'status', 'since', 'reach', 'kind'],
    description: say(
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
  indexes: [{ fields: ['status', 'createdAt'] }],
  fields: [...sidebar, { type: 'tabs', tabs: tabs(options) }],
})
