// What the request form asks.
import { drawPlace, drawSkills, sendSkills } from '../core/form/draw-suggesting.js'
import type { Field, PlaceValue, Values } from '../core/form/field.js'

const somewhere = ({ mode }: Values) => mode === 'onsite' || mode === 'either'
const onsite = ({ mode }: Values) => mode === 'onsite'
const byPhone = ({ contactBy }: Values) => contactBy === 'phone'

export const commissionFields: readonly Field[] = [
  { name: 'kind', kind: 'one', at: '/client/kind', initial: 'person', options: ['person', 'organisation'] },
  {
    name: 'organisation',
    kind: 'text',
    at: '/client/organisation',
    needed: true,
    shown: ({ kind }) => kind === 'organisation',
    max: 120,
    autocomplete: 'organization',
  },
  {
    name: 'description',
    kind: 'area',
    at: '/description',
    needed: true,
    max: 2000,
    check: (text) => ((text as string).trim().length < 10 ? 'description~' : undefined),
  },
  {
    name: 'skills',
    kind: 'skills',
    at: '/skills',
    max: 5,
    load: () => import('../mokor-skills.js'),
    draw: drawSkills,
    send: sendSkills,
  },
  { name: 'mode', kind: 'one', at: '/mode', needed: true, options: ['onsite', 'remote', 'either'] },
  {
    name: 'place',
    kind: 'place',
    at: '/place/municipality',
    needed: onsite,
    shown: somewhere,
    load: () => import('../mokor-place.js'),
    draw: drawPlace,
    send: (place) => (place as PlaceValue).code,
  },
  { name: 'placeNote', kind: 'text', at: '/placeNote', shown: somewhere, max: 160 },
  { name: 'soon', kind: 'one', at: '/when/soon', needed: true, options: ['soon', 'by', 'no-hurry'] },
  { name: 'by', kind: 'date', at: '/when/by', needed: true, shown: ({ soon }) => soon === 'by' },
  { name: 'choice', kind: 'one', at: '/choice', initial: 'network', options: ['network', 'client'] },
  { name: 'name', kind: 'text', at: '/client/name', needed: true, max: 80, autocomplete: 'name' },
  { name: 'email', kind: 'email', at: '/client/email', needed: true, max: 254, autocomplete: 'email' },
  { name: 'contactBy', kind: 'one', at: '/client/contactBy', initial: 'email', options: ['email', 'phone'] },
  { name: 'phone', kind: 'tel', at: '/client/phone', needed: byPhone, max: 24, autocomplete: 'tel' },
  { name: 'callTimes', kind: 'text', at: '/client/callTimes', shown: byPhone, max: 120 },
  { name: 'share', kind: 'check', consent: 'share', needed: true },
]
