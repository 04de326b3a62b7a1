// What a form must hold beyond the kinds of its fields, as JSON Schema says it, for openapi.json. The rooms check it by themselves,
// where they can name the field; a test holds both against each other.
type Schema = Record<string, unknown>

/** The body holds something at `pointer`, e.g. `/client/kind`. */
export const holds = (pointer: string, schema: Schema = {}): Schema =>
  pointer
    .split('/')
    .slice(1)
    .reduceRight<Schema>((inner, name) => ({ required: [name], properties: { [name]: inner } }), schema)

export const is = (pointer: string, ...values: readonly string[]): Schema => holds(pointer, { enum: values })

export const lists = (pointer: string, value: unknown): Schema => holds(pointer, { contains: { const: value } })

export const agrees = (...consents: readonly string[]): Schema => ({
  allOf: consents.map((what) => holds('/consents', { contains: is('/what', what) })),
})

export const absent = (pointer: string): Schema => ({ not: holds(pointer) })

/** Where `condition` is true of a body, `needed` must be too. */
export const when = (condition: Schema, needed: Schema): Schema => ({ anyOf: [{ not: condition }, needed] })
