// Payload 3.90: values of a wrong type reach hooks and the database. This hook rejects them by field name before anything else runs.
import type { CollectionBeforeOperationHook, CollectionConfig, FlattenedField, Payload } from 'payload'
import { localized, pickFor } from '../i18n/localized.js'
import type { CollectionKey } from '../options/index.js'
import { couldBeId } from '../values/document-id.js'
import { Refusal, throwFieldErrors } from './errors.js'

const sentence = localized(
  'Questo valore non è del tipo giusto: ricarica la pagina e scrivilo di nuovo.',
  'This value is of the wrong kind: reload the page and write it again.',
)
const noDocument = localized('Qui serve un documento, campo per campo.', 'A document is needed here, field by field.')

type Values = Record<string, unknown>
type TypeCheck = (value: unknown, field: FlattenedField, payload: Payload) => boolean

const isGroup = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)

const isText: TypeCheck = (value) => typeof value === 'string'

/** Payload reads numbers from text, as forms may send them. */
const isNumber: TypeCheck = (value) =>
  Number.isFinite(typeof value === 'string' && value.trim() !== '' ? Number.parseFloat(value) : value) || value === ''

const isDate: TypeCheck = (value) =>
  (typeof value === 'string' || value instanceof Date) && !Number.isNaN(new Date(value).getTime())

const isYesOrNo: TypeCheck = (value) =>
  typeof value === 'boolean' || value === 'true' || value === 'false' || value === ''

const isOption: TypeCheck = (value, field) =>
  'options' in field && field.options.some((option) => (typeof option === 'string' ? option : option.value) === value)

const isRowId: TypeCheck = (value) => typeof value === 'string' || typeof value === 'number'

/** Documents of a site's own collection may bear ids of its own making. */
const isId: TypeCheck = (value, field, payload) =>
  (typeof value === 'string' || typeof value === 'number') &&
  (value === '' || hasOwnIds(field, payload) || couldBeId(payload, value))

const hasOwnIds = (field: FlattenedField, { collections }: Payload): boolean =>
  'relationTo' in field && [field.relationTo].flat().some((slug) => collections[slug]?.customIDType)

/** Payload takes the related document for its id. */
const isRelation: TypeCheck = (value, field, payload) =>
  isId(value, field, payload) || (isGroup(value) && (isId(value.id, field, payload) || 'relationTo' in value))

/** Kinds that are not here, such as a site's own JSON, are the field's own affair. */
const typeChecks: Partial<Record<FlattenedField['type'], TypeCheck>> = {
  text: (value, field, payload) => (field.name === 'id' ? isRowId : isText)(value, field, payload),
  textarea: isText,
  email: isText,
  number: isNumber,
  date: isDate,
  checkbox: isYesOrNo,
  select: isOption,
  radio: isOption,
  relationship: isRelation,
  upload: isRelation,
}

/** Kept by Payload itself, which stops at one that is empty. */
const neverEmpty: readonly string[] = ['createdAt', 'updatedAt']

/** Null empties a field, but a choice that has to be made. */
const isEmptied = (value: unknown, field: FlattenedField): boolean =>
  value === null &&
  !neverEmpty.includes(field.name) &&
  !(field.type === 'select' && field.required && !field.admin?.condition)

function hasFieldType(value: unknown, field: FlattenedField, payload: Payload): boolean {
  const one = typeChecks[field.type]
  if (!one || isEmptied(value, field)) return true
  const several = 'hasMany' in field && field.hasMany
  return several ? Array.isArray(value) && value.every((part) => one(part, field, payload)) : one(value, field, payload)
}

/** Paths of what does not fit. */
function typeErrors(payload: Payload, fields: readonly FlattenedField[], values: Values, at = ''): string[] {
  return fields.flatMap((field): string[] => {
    const value = values[field.name]
    const path = `${at}${field.name}`
    // A value for each language, of a site's own field, is told apart by Payload.
    if (value === undefined || ('localized' in field && field.localized)) return []
    if (field.type === 'group' || field.type === 'tab')
      return isGroup(value) ? typeErrors(payload, field.flattenedFields, value, `${path}.`) : [path]
    if (field.type !== 'array') return hasFieldType(value, field, payload) ? [] : [path]
    // So a form of the admin writes an empty list.
    if (value === 0 || value === '0') return []
    if (!Array.isArray(value)) return [path]
    return value.flatMap((row, index) =>
      isGroup(row) ? typeErrors(payload, field.flattenedFields, row, `${path}.${index}.`) : [`${path}.${index}`],
    )
  })
}

/** Rows of a new document get ids of their own: those of a document it was copied from are taken. */
function withoutRowIds(fields: readonly FlattenedField[], values: Values): Values {
  const lists = fields.flatMap((field): [string, unknown][] => {
    const rows = field.type === 'array' ? values[field.name] : null
    return Array.isArray(rows) ? [[field.name, rows.map(({ id: _, ...row }) => row)]] : []
  })
  return { ...values, ...Object.fromEntries(lists) }
}

const rejectWrongTypes =
  (key: CollectionKey): CollectionBeforeOperationHook =>
  ({ args, collection, operation, req }) => {
    const { data } = args as { data?: unknown }
    if (operation !== 'create' && operation !== 'update') return
    // A picture may come by itself.
    if (data === undefined && collection.upload) return
    if (!isGroup(data)) throw new Refusal(pickFor(req, noDocument), 400)
    const wrong = typeErrors(req.payload, collection.flattenedFields, data)
    if (wrong.length > 0) throwFieldErrors(req, key, ...wrong.map((path) => ({ path, words: sentence })))
    if (operation === 'create' && req.payloadAPI !== 'local')
      return { ...args, data: withoutRowIds(collection.flattenedFields, data) }
  }

/** The collection with its values looked at first, those of the site's own fields too. */
export const withTypeChecks = (key: CollectionKey, collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  hooks: {
    ...collection.hooks,
    beforeOperation: [rejectWrongTypes(key), ...(collection.hooks?.beforeOperation ?? [])],
  },
})
