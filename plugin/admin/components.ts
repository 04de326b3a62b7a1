// The admin's components for the fields of rooms, named by path: nothing of React is loaded here.
import type { Field } from 'payload'
import { type Localized, localized } from '../i18n/localized.js'
import type { StatusColors } from './status.js'

export interface ComponentPath {
  path: string
  clientProps?: Record<string, unknown>
}

export type FieldDecorator = (field: Field) => Field

/** A component of the package's `client` entry, as Payload's config names it. */
export const client = (name: string, clientProps?: Record<string, unknown>): ComponentPath => ({
  path: `payload-plugin-mokor/client#${name}`,
  ...(clientProps ? { clientProps } : {}),
})

/** A component of the `rsc` entry, which the server draws. */
const server = (name: string, clientProps?: Record<string, unknown>): ComponentPath => ({
  path: `payload-plugin-mokor/rsc#${name}`,
  ...(clientProps ? { clientProps } : {}),
})

/** The column of a list that counts what wants a look. */
export const hintsColumn: Field = {
  name: 'mokorLook',
  type: 'ui',
  label: localized('Da guardare', 'To look at'),
  admin: { components: { Cell: server('HintsCell') } },
}

/** A field that stores nothing and only shows a component. */
export const ui = (name: string, Field: ComponentPath): Field => ({
  name,
  type: 'ui',
  admin: { disableListColumn: true, components: { Field } },
})

/** What the site has put there stays. */
export const setComponent =
  (
    slot: 'Cell' | 'Field' | 'Label' | 'RowLabel' | 'beforeInput',
    component: ComponentPath | ComponentPath[],
  ): FieldDecorator =>
  (field) => {
    const components = (field.admin as { components?: Record<string, unknown> } | undefined)?.components
    if (components?.[slot]) return field
    return { ...field, admin: { ...field.admin, components: { ...components, [slot]: component } } } as Field
  }

const compose =
  (first: FieldDecorator, second: FieldDecorator): FieldDecorator =>
  (field) =>
    second(first(field))

export const statusCell = (tones: StatusColors): FieldDecorator => setComponent('Cell', client('StatusCell', { tones }))

export const timelineField = (tones: StatusColors): FieldDecorator =>
  setComponent('Field', client('Timeline', { tones }))

/** @param codes of the languages to choose from; every language otherwise */
export const languageField = (codes?: readonly string[]): FieldDecorator =>
  compose(
    setComponent('Field', client('LanguageField', codes ? { codes } : undefined)),
    setComponent('Cell', client('LanguageCell')),
  )

/** Of the fields of `plugin/fields/place.ts`. */
export const placeFields: Record<string, FieldDecorator> = {
  'place.municipality': compose(setComponent('Field', client('PlaceField')), setComponent('Cell', client('PlaceCell'))),
}

export const radiusField = (radii: readonly (number | null)[]): FieldDecorator =>
  compose(setComponent('Field', client('RadiusField', { radii })), setComponent('Cell', client('RadiusCell')))

export const euroField: FieldDecorator = compose(
  setComponent('Field', client('EuroField')),
  setComponent('Cell', client('MoneyCell')),
)

/** The column's title, where the form calls the field by a shorter name. */
export const columnTitle = (column: Localized): FieldDecorator => setComponent('Label', client('WhoLabel', { column }))

/** Skills of a person or a request: each row by its trade, and their names in the list. @param slug of the skills */
export const tradesField = (slug: string): FieldDecorator =>
  compose(
    setComponent('RowLabel', client('SkillLabel', { slug })),
    setComponent('Cell', server('TradesCell', { slug })),
  )

/** Each consent under the words of what was agreed; those that are missing are one press away. */
export const namedConsents: FieldDecorator = (field) => {
  const what = 'fields' in field ? flatten(field.fields).find((one) => 'name' in one && one.name === 'what') : undefined
  const options = what && 'options' in what ? what.options : []
  const names = Object.fromEntries(
    options.flatMap((one) => (typeof one === 'string' ? [] : [[one.value, one.label] as const])),
  )
  return compose(
    setComponent('RowLabel', client('ConsentLabel', { names })),
    setComponent('beforeInput', [client('ConsentsAtOnce', { names })]),
  )(field)
}

const flatten = (fields: Field[]): Field[] =>
  fields.flatMap((field) => (field.type === 'row' || field.type === 'collapsible' ? flatten(field.fields) : [field]))
