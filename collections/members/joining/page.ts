// The join form as a page without script, also for whoever fills it in for somebody else.

import { placeTyped } from '../../../plugin/forms/place-input.js'
import {
  consentsOf,
  type FormField,
  type FormGroup,
  type HtmlForm,
  one,
  textOf,
  type Values,
} from '../../../plugin/forms/plain-form.js'
import { localized, pick } from '../../../plugin/i18n/localized.js'
import { confirmationDays } from '../../../plugin/lifecycle/expiry.js'
import type { ResolvedOptions } from '../../../plugin/options/index.js'
import { html } from '../../../plugin/pages/html.js'
import { languageOf } from '../publishing/profile-words.js'
import { join } from './route.js'

/** Skills that can be written without script; an editor adds more. */
const rows = [0, 1, 2, 3, 4, 5]

/** Spoken languages offered as choices, the same as in the widget. */
const languages = ['it', 'en', 'fr', 'de', 'es', 'pt', 'ro', 'sq', 'uk', 'ru', 'pl', 'ar', 'zh', 'hi', 'bn', 'tl']

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const helper: FormGroup = {
  title: localized('Sto compilando per un’altra persona', 'I am filling this in for another person'),
  folded: true,
  fields: [
    {
      name: 'helperName',
      at: '/helper/name',
      kind: 'text',
      max: 80,
      label: localized('Il tuo nome', 'Your name'),
      hint: localized(
        'Di chi aiuta. Il resto del modulo riguarda l’altra persona.',
        'The helper’s. The rest of the form is about the other person.',
      ),
      optional: true,
    },
    {
      name: 'helperEmail',
      at: '/helper/email',
      kind: 'email',
      max: 254,
      label: localized('La tua e-mail', 'Your e-mail'),
      optional: true,
    },
    {
      name: 'helperConsent',
      at: '/helper/consent',
      kind: 'check',
      label: localized('È d’accordo e lo sa', 'They know and they agree'),
      optional: true,
    },
  ],
}

const who: FormGroup = {
  title: localized('Chi sei', 'Who you are'),
  fields: [
    one(
      'kind',
      '/kind',
      localized('Chi sei?', 'Who are you?'),
      {
        professional: localized('Professionista', 'Professional'),
        company: localized('Azienda', 'Company'),
        enthusiast: localized('Appassionato o appassionata', 'Enthusiast'),
        occasional: localized('Lavoro ogni tanto', 'I work now and then'),
        unemployed: localized('Ho perso il lavoro', 'I lost my job'),
        'never-employed': localized('Cerco il primo lavoro', 'I am looking for my first job'),
        underemployed: localized('Lavoro meno di quanto vorrei', 'I work less than I would like'),
      },
      {
        hint: localized(
          'La tua condizione di lavoro resta alla rete.',
          'Your working condition stays with the network.',
        ),
        missing: localized('Manca chi sei', 'Who you are is missing'),
      },
    ),
    {
      name: 'companyName',
      at: '/companyName',
      kind: 'text',
      max: 120,
      autocomplete: 'organization',
      label: localized('Nome dell’azienda', 'Name of the company'),
      hint: localized('Solo per un’azienda.', 'For a company only.'),
      optional: true,
    },
    {
      name: 'firstName',
      at: '/firstName',
      kind: 'text',
      max: 60,
      autocomplete: 'given-name',
      label: localized('Nome', 'First name'),
      missing: localized('Manca il nome', 'The first name is missing'),
    },
    {
      name: 'lastName',
      at: '/lastName',
      kind: 'text',
      max: 60,
      autocomplete: 'family-name',
      label: localized('Cognome', 'Last name'),
      optional: true,
    },
    one(
      'displayAs',
      '/displayAs',
      localized('Come vuoi comparire?', 'How would you like to appear?'),
      {
        initial: localized('Nome e iniziale', 'First name and initial'),
        full: localized('Nome e cognome', 'First and last name'),
        company: localized('Nome dell’azienda', 'Name of the company'),
      },
      { initial: 'initial' },
    ),
  ],
}

const skillRow = (row: number): FormField[] => [
  {
    name: `skill${row}`,
    at: `/skills/${row}/own`,
    kind: 'text',
    max: 80,
    label: localized(`Capacità ${row + 1}`, `Skill ${row + 1}`),
    hint:
      row === 0
        ? localized('Con parole tue, es. riparo biciclette', 'In your own words, e.g. I mend bicycles')
        : undefined,
    optional: row > 0,
  },
  {
    name: `origin${row}`,
    at: `/skills/${row}/origin`,
    kind: 'select',
    label: localized('Mestiere, attitudine o passione?', 'Trade, aptitude or passion?'),
    called: localized(`Capacità ${row + 1}`, `Skill ${row + 1}`),
    missing: localized('Scegli mestiere, attitudine o passione', 'Choose trade, aptitude or passion'),
    options: [
      { value: 'practised', label: localized('Mestiere', 'Trade') },
      { value: 'aptitude', label: localized('Attitudine', 'Aptitude') },
      { value: 'passion', label: localized('Passione', 'Passion') },
    ],
    optional: row > 0,
  },
  {
    name: `years${row}`,
    at: `/skills/${row}/years`,
    kind: 'number',
    max: 2,
    label: localized('Da quanti anni?', 'For how many years?'),
    called: localized(`Capacità ${row + 1}: da quanti anni`, `Skill ${row + 1}: for how many years`),
    optional: true,
  },
]

const what: FormGroup = {
  title: localized('Cosa sai fare', 'What you can do'),
  fields: [
    {
      name: 'headline',
      at: '/headline',
      kind: 'text',
      max: 120,
      label: localized('Cosa sai fare, in una riga', 'What you can do, in one line'),
      hint: localized('Es. falegname, riparo infissi', 'E.g. joiner, I mend windows'),
      missing: localized('Manca cosa sai fare', 'What you can do is missing'),
    },
    ...rows.flatMap(skillRow),
    {
      name: 'experience',
      at: '/experience',
      kind: 'area',
      max: 2000,
      label: localized('Che cosa hai fatto davvero?', 'What have you really done?'),
      hint: localized(
        'Vale anche se non pagato: casa, volontariato, passione. Niente titoli. Facoltativo per professionisti e aziende.',
        'Unpaid counts too: at home, volunteering, for passion. No titles. Optional for professionals and companies.',
      ),
      missing: localized(
        'Manca che cosa hai fatto davvero: bastano due righe',
        'What you have really done is missing: two lines will do',
      ),
    },
    {
      name: 'languages',
      at: '/languages',
      kind: 'many',
      label: localized('Lingue che parli', 'Languages you speak'),
      optional: true,
      options: languages.map((code) => ({
        value: code,
        label: localized(capital(languageOf(code, 'it')), capital(languageOf(code, 'en'))),
      })),
    },
    {
      name: 'links',
      at: '/links',
      kind: 'area',
      label: localized('Dove si vede quello che fai', 'Where your work can be seen'),
      hint: localized(
        'Sito, negozio o pagine tue: un indirizzo https:// per riga.',
        'Your site, shop or pages: one https:// address a line.',
      ),
      optional: true,
    },
  ],
}

const where = ({ rulesUrl, privacyUrl }: ResolvedOptions['organisation']): FormGroup => ({
  title: localized('Come trovarti', 'How to find you'),
  fields: [
    {
      name: 'place',
      at: '/place/municipality',
      kind: 'text',
      max: 80,
      label: localized('Il tuo comune', 'Your municipality'),
      hint: localized('Mai l’indirizzo.', 'Never the address.'),
      missing: localized('Manca il tuo comune', 'Your municipality is missing'),
    },
    {
      name: 'modes',
      at: '/modes',
      kind: 'many',
      label: localized('Come lavori?', 'How do you work?'),
      missing: localized('Manca come lavori', 'How you work is missing'),
      options: [
        { value: 'onsite', label: localized('Sul posto', 'On site') },
        { value: 'remote', label: localized('A distanza', 'Remotely') },
      ],
    },
    one(
      'radiusKm',
      '/radiusKm',
      localized('Fin dove ti sposti?', 'How far do you travel?'),
      {
        '0': localized('Solo nel mio comune', 'Only in my municipality'),
        '10': localized('10 km', '10 km'),
        '25': localized('25 km', '25 km'),
        '50': localized('50 km', '50 km'),
        '100': localized('100 km', '100 km'),
        all: localized('Tutta Italia', 'All over Italy'),
      },
      {
        hint: localized('Se lavori sul posto.', 'If you work on site.'),
        missing: localized('Manca fin dove ti sposti', 'How far you travel is missing'),
      },
    ),
    one(
      'availability',
      '/availability/state',
      localized('Quando puoi?', 'When are you free?'),
      {
        now: localized('Subito', 'Now'),
        from: localized('Da una data', 'From a date'),
        sometimes: localized('Ogni tanto', 'Now and then'),
        'not-now': localized('Ora no', 'Not now'),
      },
      { missing: localized('Manca quando puoi', 'When you are free is missing') },
    ),
    {
      name: 'from',
      at: '/availability/from',
      kind: 'date',
      label: localized('Da quando', 'From when'),
      optional: true,
    },
    {
      name: 'email',
      at: '/email',
      kind: 'email',
      max: 254,
      autocomplete: 'email',
      label: localized('E-mail', 'E-mail'),
      hint: localized(
        'Mai pubblica. Facoltativa se qualcuno compila per te.',
        'Never public. Optional if somebody fills this in for you.',
      ),
      missing: localized(
        'Manca l’e-mail, per poterti rispondere',
        'The e-mail address is missing, so that we can answer you',
      ),
    },
    {
      name: 'phone',
      at: '/phone',
      kind: 'tel',
      max: 40,
      autocomplete: 'tel',
      label: localized('Telefono', 'Phone'),
      hint: localized('Serve se non c’è l’e-mail.', 'Needed without an e-mail address.'),
      missing: localized('Manca un telefono o un’e-mail', 'A phone number or an e-mail address is missing'),
      optional: true,
    },
    {
      name: 'phonePublic',
      at: '/phonePublic',
      kind: 'check',
      label: localized('Mostra il mio telefono sulla scheda', 'Show my phone number on my profile'),
      optional: true,
    },
    one(
      'reach',
      '/reach',
      localized('Chi può contattarti?', 'Who may contact you?'),
      {
        network: localized('Solo la rete', 'The network only'),
        public: localized('Anche i clienti', 'Clients too'),
      },
      { missing: localized('Manca chi può contattarti', 'Who may contact you is missing') },
    ),
    {
      name: 'publish',
      at: '/consents/publish',
      kind: 'check',
      label: localized('La rete può pubblicare la mia scheda', 'The network may publish my profile'),
      hint: localized('Serve se possono contattarti anche i clienti.', 'Needed if clients may contact you too.'),
      missing: localized('Serve il tuo sì per pubblicare la scheda', 'Your yes is needed to publish the profile'),
      optional: true,
    },
    {
      name: 'adult',
      at: '/consents/adult',
      kind: 'check',
      label: localized('Ho almeno 18 anni', 'I am at least 18'),
      missing: localized('Per aderire servono 18 anni', 'One must be 18 to join'),
    },
    {
      name: 'rules',
      at: '/consents/rules',
      kind: 'check',
      label: localized('Accetto le regole della rete', 'I accept the rules of the network'),
      links: [
        ...(rulesUrl ? [{ href: rulesUrl, label: localized('Leggi le regole', 'Read the rules') }] : []),
        ...(privacyUrl ? [{ href: privacyUrl, label: localized('Come trattiamo i dati', 'How we treat data') }] : []),
      ],
      missing: localized('Manca il tuo sì alle regole della rete', 'Your yes to the rules of the network is missing'),
    },
  ],
})

export const joinForm: HtmlForm = {
  name: 'join',
  title: localized('Entra nella rete', 'Join the network'),
  intro: ({
    options: {
      organisation: { name },
    },
  }) => [
    localized(
      `${name} è gratuita e senza provvigioni. Mandi questo modulo, confermi dalla mail, e una persona della rete legge la tua scheda prima che si veda.`,
      `${name} is free, without any commission. You send this form, confirm from the mail, and a person of the network reads your profile before it shows.`,
    ),
  ],
  groups: ({ organisation }) => [helper, who, what, where(organisation)],
  button: localized('Invia la tua adesione', 'Send your request to join'),
  route: join,
  read(values, options) {
    const place = placeTyped(textOf(values, 'place'))
    const state = textOf(values, 'availability')
    const radius = textOf(values, 'radiusKm')
    const helped = ['helperName', 'helperEmail', 'helperConsent'].some((name) => textOf(values, name) !== undefined)
    return {
      body: {
        ...(helped
          ? {
              helper: {
                name: textOf(values, 'helperName'),
                email: textOf(values, 'helperEmail'),
                consent: values.get('helperConsent') === 'yes',
              },
            }
          : {}),
        kind: textOf(values, 'kind'),
        companyName: textOf(values, 'companyName'),
        firstName: textOf(values, 'firstName'),
        lastName: textOf(values, 'lastName'),
        displayAs: textOf(values, 'displayAs'),
        headline: textOf(values, 'headline'),
        experience: textOf(values, 'experience'),
        skills: skillsOf(values),
        ...(place.code ? { place: { municipality: place.code } } : {}),
        modes: values.getAll('modes'),
        ...(radius === undefined ? {} : { radiusKm: radius === 'all' ? null : Number(radius) }),
        availability: { state, ...(state === 'from' ? { from: textOf(values, 'from') } : {}) },
        languages: values.getAll('languages'),
        links: (textOf(values, 'links') ?? '')
          .split('\n')
          .map((url) => ({ url: url.trim() }))
          .filter(({ url }) => url !== ''),
        email: textOf(values, 'email'),
        phone: textOf(values, 'phone'),
        phonePublic: values.get('phonePublic') === 'yes',
        reach: textOf(values, 'reach'),
        consents: [
          ...consentsOf(values, ['adult', 'rules', 'publish'], options),
          ...(values.get('helperConsent') === 'yes'
            ? [{ what: 'assisted', version: options.organisation.consentVersion }]
            : []),
        ],
      },
      issues: place.issue ? [place.issue] : [],
    }
  },
  done(_answer, { lang }, values) {
    const own = textOf(values, 'email')
    const to = own ?? textOf(values, 'helperEmail')
    const words = own
      ? localized(
          `Abbiamo mandato un’e-mail a ${to}: apri il link entro ${confirmationDays} giorni e conferma la tua adesione. Poi una persona della rete legge la scheda e ti scrive.`,
          `We have sent an e-mail to ${to}: open its link within ${confirmationDays} days and confirm that you join. Then a person of the network reads your profile and writes to you.`,
        )
      : localized(
          `Abbiamo mandato un’e-mail a ${to}: apri il link entro ${confirmationDays} giorni e conferma questa adesione. Poi una persona della rete legge la scheda e scrive a te.`,
          `We have sent an e-mail to ${to}: open its link within ${confirmationDays} days and confirm this request to join. Then a person of the network reads the profile and writes to you.`,
        )
    return {
      title: pick(lang, { it: 'Manca solo la conferma', en: 'Only the confirmation is missing' }),
      body: html`<p>${pick(lang, words)}</p>`,
    }
  },
}

/** Rows keep their place as long as one of theirs is filled in, so that problems find them again. */
function skillsOf(values: Values): object[] {
  const filled = rows.filter((row) => textOf(values, `skill${row}`) !== undefined)
  const last = filled.at(-1) ?? -1
  return rows.slice(0, last + 1).map((row) => {
    const years = textOf(values, `years${row}`)
    return {
      own: textOf(values, `skill${row}`),
      origin: textOf(values, `origin${row}`),
      ...(years === undefined ? {} : { years: Number(years) }),
    }
  })
}
