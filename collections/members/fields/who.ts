// A member's fields: who they are and how the profile presents them.
import type { Field } from 'payload'
import { wordsFor } from '../../../plugin/api/messages/index.js'
import type { memberKinds } from '../../../plugin/contract/dto.js'
import { mustExist } from '../../../plugin/fields/relation.js'
import {
  companyName,
  languageCode,
  languageCodes,
  personName,
  type ValidateContext,
} from '../../../plugin/fields/validators.js'
import { editorLanguage, type Localized, localized, pickFor, selectOptions } from '../../../plugin/i18n/localized.js'
import type { ResolvedOptions } from '../../../plugin/options/index.js'
import { linkFault } from '../../../plugin/values/web-link.js'
import { type Member, needsExperience } from '../member.js'

const kindWords: Record<(typeof memberKinds)[number], Localized> = {
  professional: localized('Professionista', 'Professional'),
  company: localized('Azienda', 'Company'),
  enthusiast: localized('Appassionato o appassionata', 'Enthusiast'),
  occasional: localized('Lavora occasionalmente', 'Works occasionally'),
  unemployed: localized('Disoccupato o disoccupata', 'Unemployed'),
  'never-employed': localized('In cerca del primo lavoro', 'Looking for a first job'),
  underemployed: localized('Sottoccupato o sottoccupata', 'Underemployed'),
}

const experienceSentence: Localized = localized(
  'Scrivi che cosa ha fatto davvero: serve a chi non è professionista o azienda.',
  'Write what they really did: needed unless professional or company.',
)

export const who = (options: ResolvedOptions): Field[] => [
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
      return pickFor(req, experienceSentence)
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

/** The column stays when the feature is off, so that migrations stay the same. */
export const picture = (options: ResolvedOptions): Field => ({
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
