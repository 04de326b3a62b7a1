// A step that shows nothing new is never held up by what stands in the document: a field that fits no more, or that the site has
// asked for since. Whoever leaves must be able to, whatever became of the list of municipalities.
import type { CollectionConfig, Field, PayloadRequest } from 'payload'
import { validations } from 'payload/shared'

const key = 'mokorUnweighed'

/** Saves what `work` saves without weighing its fields; hooks, versions and rows go on as always. */
export async function unweighed<T>(req: PayloadRequest, work: () => Promise<T>): Promise<T> {
  req.context[key] = true
  try {
    return await work()
  } finally {
    delete req.context[key]
  }
}

export const isWeighed = (req: PayloadRequest): boolean => !req.context[key]

/** The collection with fields that know when they are not weighed, those of the site's own overrides too. */
export const weighing = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  fields: collection.fields.map(weighed),
})

type Weigh = (value: unknown, options: { req: PayloadRequest }) => unknown

function weighed(field: Field): Field {
  const whole = withParts(field)
  const weigh = weighOf(field)
  if (!weigh) return whole
  const validate: Weigh = (value, options) => !isWeighed(options.req) || weigh(value, options)
  return { ...whole, validate } as Field
}

function withParts(field: Field): Field {
  if (field.type === 'tabs')
    return { ...field, tabs: field.tabs.map((tab) => ({ ...tab, fields: tab.fields.map(weighed) })) }
  if (field.type === 'blocks')
    return { ...field, blocks: field.blocks.map((block) => ({ ...block, fields: block.fields.map(weighed) })) }
  return 'fields' in field ? ({ ...field, fields: field.fields.map(weighed) } as Field) : field
}

/** What Payload would weigh the field by. */
function weighOf(field: Field): Weigh | undefined {
  if ('validate' in field && field.validate) return field.validate as Weigh
  if ('virtual' in field && field.virtual) return undefined
  const usual = (validations as Record<string, unknown>)[field.type] as Weigh | undefined
  return usual && ((value, options) => usual(value, { ...field, ...options }))
}
