// Every field of the join form: its opening ones completed, and those of the two later steps.
import { html } from 'lit'
import { completeFields, sendSkills } from '../../../../plugin/contract/form/completed.js'
import type { Field } from '../../../../plugin/contract/form/field.js'
import type { PlaceValue, SkillValue, Value, Values } from '../../../../plugin/contract/form/values.js'
import { openingFields } from './opening.js'

const helped = ({ helper }: Values) => helper === true

const isCompany = ({ kind }: Values) => kind === 'company'

const publicly = ({ reach }: Values) => reach === 'public'

const onsite = ({ modes }: Values) => Array.isArray(modes) && modes.includes('onsite')

/** Kinds that have no business of their own to point to: what they did speaks for them. */
const byExperience = ({ kind }: Values) =>
  ['enthusiast', 'occasional', 'unemployed', 'never-employed', 'underemployed'].includes(kind as string)

/** Spoken languages offered as choices; their names come from the browser. */
const languages = ['it', 'en', 'fr', 'de', 'es', 'pt', 'ro', 'sq', 'uk', 'ru', 'pl', 'ar', 'zh', 'hi', 'bn', 'tl']

const languageName = (code: string, language: string): string => {
  const name = new Intl.DisplayNames(language, { type: 'language' }).of(code) ?? code
  return name.charAt(0).toUpperCase() + name.slice(1)
}

const linesOf = (text: Value): string[] =>
  (text as string)
    .split(/\s+/)
    .filter(Boolean)
    .map((address) => (/^https?:/i.test(address) ? address.replace(/^http:/i, 'https:') : `https://${address}`))

function* skillProblems(value: Value): Iterable<[string, string]> {
  for (const [i, { origin, years, regulated, qualified }] of ((value ?? []) as readonly SkillValue[]).entries()) {
    if (!origin) yield [`${i}/origin`, 'origin!']
    if (Number(years) > 70) yield [`${i}/years`, 'years~']
    if (regulated && !qualified) yield [`${i}/qualified`, 'qualified!']
  }
}

const rulesLink: Field['help'] = (network, words) =>
  network?.rulesUrl ? html`<a href=${network.rulesUrl} target="_blank" rel="noopener">${words['rules?']}</a>` : ''

export const joinFields = completeFields(openingFields, [
  { name: 'helper' },
  { name: 'helperName', at: '/helper/name', needed: true, shown: helped, max: 80 },
  { name: 'helperEmail', kind: 'email', at: '/helper/email', needed: true, shown: helped, max: 254 },
  { name: 'helperConsent', kind: 'check', at: '/helper/consent', consent: 'assisted', needed: true, shown: helped },
  { name: 'kind', at: '/kind' },
  {
    name: 'companyName',
    kind: 'text',
    at: '/companyName',
    needed: true,
    shown: isCompany,
    max: 120,
    autocomplete: 'organization',
  },
  { name: 'firstName', at: '/firstName' },
  { name: 'lastName', at: '/lastName' },
  {
    name: 'displayAs',
    at: '/displayAs',
    options: (values) => ['initial', 'full', ...(isCompany(values) ? ['company'] : [])],
  },

  { name: 'headline', kind: 'text', at: '/headline', needed: true, max: 120, step: 1 },
  {
    name: 'skills',
    kind: 'skills',
    at: '/skills',
    needed: true,
    max: 20,
    checkParts: skillProblems,
    send: sendSkills,
    step: 1,
  },
  { name: 'experience', kind: 'area', at: '/experience', needed: byExperience, max: 2000, step: 1 },
  {
    name: 'links',
    kind: 'area',
    at: '/links',
    max: 900,
    check: (text) =>
      linesOf(text).length > 8 || linesOf(text).some((address) => !/^https:\/\/[^\s.]+\.\S+$/.test(address))
        ? 'links~'
        : undefined,
    send: (text) => linesOf(text).map((url) => ({ url })),
    step: 1,
  },
  {
    name: 'languages',
    kind: 'many',
    at: '/languages',
    options: languages,
    optionName: languageName,
    look: 'tight',
    step: 1,
  },

  {
    name: 'place',
    kind: 'place',
    at: '/place/municipality',
    needed: true,
    send: (place) => (place as PlaceValue).code,
    step: 2,
  },
  { name: 'modes', kind: 'many', at: '/modes', needed: true, options: ['onsite', 'remote'], step: 2 },
  {
    name: 'radiusKm',
    kind: 'select',
    at: '/radiusKm',
    needed: true,
    shown: onsite,
    options: ['0', '10', '25', '50', '100', 'all'],
    optionName: (km) => `${km} km`,
    send: (km) => (km === 'all' ? null : Number(km)),
    step: 2,
  },
  {
    name: 'availability',
    kind: 'one',
    at: '/availability/state',
    needed: true,
    options: ['now', 'from', 'sometimes', 'not-now'],
    step: 2,
  },
  {
    name: 'from',
    kind: 'date',
    at: '/availability/from',
    needed: true,
    shown: ({ availability }) => availability === 'from',
    step: 2,
  },
  {
    name: 'email',
    kind: 'email',
    at: '/email',
    needed: (values) => !helped(values),
    max: 254,
    autocomplete: 'email',
    step: 2,
  },
  {
    name: 'phone',
    kind: 'tel',
    at: '/phone',
    needed: (values) => helped(values) && !values.email,
    max: 40,
    autocomplete: 'tel',
    step: 2,
  },
  { name: 'reach', kind: 'one', at: '/reach', needed: true, options: ['network', 'public'], step: 2 },
  {
    name: 'phonePublic',
    kind: 'check',
    at: '/phonePublic',
    shown: (values) => publicly(values) && Boolean(values.phone),
    step: 2,
  },
  { name: 'publish', kind: 'check', consent: 'publish', needed: true, shown: publicly, step: 2 },
  { name: 'adult', kind: 'check', consent: 'adult', needed: true, step: 2 },
  { name: 'rules', kind: 'check', consent: 'rules', needed: true, help: rulesLink, step: 2 },
])
