// A step that shows nothing new is never held up by what stands in the document: a field that fits no more, or that the site has
// asked for since. Whoever leaves must be able to, whatever became of the list of municipalities.
import type { CollectionConfig, Field, PayloadRequest } from 'payload'
import { validations } from 'payload/shared'

const key = 'mokorUnweighed'

/** Saves what `work` saves without weighing its fields; hooks, versions and rows go on as always. */
export async function withoutValidation<T>(req: PayloadRequest, work: () => Promise<T>): Promise<T> {
  req.context[key] = true
  try {
    return await work()
  } finally {
    delete req.context[key]
  }
}

export const isValidated = (req: PayloadRequest): boolean => !req.context[key]

/** The collection with fields that know when they are not weighed, those of the site's own overrides too. */
export const withSkippableValidation = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  fields: collection.fields.map(wrapField),
})

type Validate = (value: unknown, options: { req: PayloadRequest }) => unknown

function wrapField(field: Field): Field {
  const whole = wrapChildren(field)
  const check = defaultValidator(field)
  if (!check) return whole
  const validate: Validate = (value, options) => !isValidated(options.req) || check(value, options)
  return { ...whole, validate } as Field
}

function wrapChildren(field: Field): Field {
  if (field.type === 'tabs')
    return { ...field, tabs: field.tabs.map((tab) => ({ ...tab, fields: tab.fields.map(wrapField) })) }
  if (field.type === 'blocks')
    return { ...field, blocks: field.blocks.map((block) => ({ ...block, fields: block.fields.map(wrapField) })) }
  return 'fields' in field ? ({ ...field, fields: field.fields.map(wrapField) } as Field) : field
}

/** What Payload would weigh the field by. */
function defaultValidator(field: Field): Validate | undefined {
  if ('validate' in field && field.validate) return field.validate as Validate
  if ('virtual' in field && field.virtual) return undefined
  const builtIn = (validations as Record<string, unknown>)[field.type] as Validate | undefined
  return builtIn && ((value, options) => builtIn(value, { ...field, ...options }))
}
