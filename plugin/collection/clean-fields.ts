// Normalises the texts of documents, whoever writes them: admin, REST and Local API, imports, services.
import type { CollectionConfig, Field, FieldHook } from 'payload'
import { cleanText, plainSigns } from '../values/clean-text.js'

/** A text of nothing visible is none: required fields miss it. */
const cleaned = (value: unknown, clean = cleanText): unknown =>
  typeof value === 'string' ? clean(value) || (value && null) : value

const cleanValue: FieldHook = ({ value }) => (Array.isArray(value) ? value.map((one) => cleaned(one)) : cleaned(value))
const cleanAddress: FieldHook = ({ value }) => cleaned(value, plainSigns)

type TextualField = Extract<Field, { type: 'text' | 'textarea' | 'email' }>

const isText = (field: Field): field is TextualField => ['text', 'textarea', 'email'].includes(field.type)

/** The collection with a normaliser before every text field's own hooks, those of the site's overrides too. */
export const withCleanTexts = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  fields: collection.fields.map(cleanField),
})

function cleanField(field: Field): Field {
  if (field.type === 'tabs')
    return { ...field, tabs: field.tabs.map((tab) => ({ ...tab, fields: tab.fields.map(cleanField) })) }
  if (field.type === 'blocks')
    return { ...field, blocks: field.blocks.map((block) => ({ ...block, fields: block.fields.map(cleanField) })) }
  if ('fields' in field) return { ...field, fields: field.fields.map(cleanField) } as Field
  if (!isText(field)) return field
  const beforeValidate = [field.type === 'email' ? cleanAddress : cleanValue, ...(field.hooks?.beforeValidate ?? [])]
  return { ...field, hooks: { ...field.hooks, beforeValidate } } as Field
}
