// What the join form asks in its later steps: what you can do, how to find you.
import type { Field } from '../../../../plugin/contract/form/field.js'

const onsite = { modes: 'onsite' }

const what: readonly Field[] = [
  { name: 'headline', kind: 'text', at: '/headline', needed: true, max: 120, step: 1 },
  { name: 'skills', kind: 'skills', at: '/skills', needed: true, most: 20, details: true, step: 1 },
  {
    name: 'experience',
    kind: 'area',
    at: '/experience',
    // Who has no business to point to: what they did speaks for them.
    needed: { kind: ['enthusiast', 'occasional', 'unemployed', 'never-employed', 'underemployed'] },
    max: 2000,
    step: 1,
  },
  { name: 'links', kind: 'links', at: '/links', most: 8, step: 1 },
  {
    name: 'languages',
    kind: 'languages',
    at: '/languages',
    options: ['it', 'en', 'fr', 'de', 'es', 'pt', 'ro', 'sq', 'uk', 'ru', 'pl', 'ar', 'zh', 'hi', 'bn', 'tl'],
    step: 1,
  },
]

const where: readonly Field[] = [
  { name: 'place', kind: 'place', at: '/place/municipality', needed: true, step: 2 },
  { name: 'modes', kind: 'many', at: '/modes', needed: true, options: ['onsite', 'remote'], step: 2 },
  {
    name: 'radiusKm',
    kind: 'radius',
    at: '/radiusKm',
    needed: true,
    shown: onsite,
    options: ['0', '10', '25', '50', '100', 'all'],
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
  { name: 'from', kind: 'date', at: '/availability/from', needed: true, shown: { availability: 'from' }, step: 2 },
  { name: 'email', kind: 'email', at: '/email', needed: { helper: false }, max: 254, autocomplete: 'email', step: 2 },
  {
    name: 'phone',
    kind: 'tel',
    at: '/phone',
    needed: { helper: true, email: false },
    max: 40,
    autocomplete: 'tel',
    step: 2,
  },
  { name: 'reach', kind: 'one', at: '/reach', needed: true, options: ['network', 'public'], step: 2 },
  { name: 'phonePublic', kind: 'check', at: '/phonePublic', shown: { reach: 'public', phone: true }, step: 2 },
  { name: 'publish', kind: 'check', consent: 'publish', needed: true, shown: { reach: 'public' }, step: 2 },
  { name: 'adult', kind: 'check', consent: 'adult', needed: true, step: 2 },
  { name: 'rules', kind: 'rules', consent: 'rules', needed: true, step: 2 },
]

export const laterFields: readonly Field[] = [...what, ...where]
