// What people type, paste and dictate comes in clean, by whatever door.
import type { CollectionConfig, Config, Field, FieldHook } from 'payload'
import { z } from 'zod'
import { readBody } from '../../plugin/api/issues.js'
import type { WriteRoute } from '../../plugin/api/route.js'
import { mokorPlugin } from '../../plugin/index.js'
import { cleanText } from '../../plugin/values/clean-text.js'
import { routes } from '../support/routes.js'
import { organisation } from '../support/site.js'

describe('a text', () => {
  test.each([
    ['fale\u00adgname', 'falegname'],
    ['\ufeffanna.prova@example.org\u200b', 'anna.prova@example.org'],
    ['Nicolo\u0300', 'Nicolò'],
    ['\u202eanna\u202c \u2066x\u2069\u200f\u061c', 'anna x'],
    ['a\u00a0b\u2003c\u3000d\te', 'a b c d e'],
    ['uno\r\ndue\u2028tre\rquattro', 'uno\ndue\ntre\nquattro'],
    ['  \u3164\u115f\uffa0\u2800\u200b  ', ''],
    ['\u200b'.repeat(12), ''],
    ['x\u0000\u0007y\ud800', 'xy'],
    // Stays as it was typed.
    ["L’“Aquila” – d'Este", "L’“Aquila” – d'Este"],
    ['👩‍🔧 ❤️ 1️⃣ 👍🏽', '👩‍🔧 ❤️ 1️⃣ 👍🏽'],
    ['می‌خواهم', 'می‌خواهم'],
    ['क्‍ष', 'क्‍ष'],
    ['葛\u{e0100}城', '葛\u{e0100}城'],
    // Where they tell nothing they go.
    ['a\u200db\u200cc\ufe0f', 'abc'],
    ['🔧\u200d', '🔧'],
  ])('%j is %j', (typed, kept) => {
    expect(cleanText(typed)).toBe(kept)
    expect(cleanText(kept)).toBe(kept)
  })
})

const dirty = '\u202eAnna\u200b\u00a0Nicolo\u0300\u00ad\u3164 '
const clean = 'Anna Nicolò'

/** A body whose every text is dirty, as its schema tells. */
function dirtyBody(schema: z.ZodType): unknown {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable)
    return dirtyBody(schema.unwrap() as z.ZodType)
  if (schema instanceof z.ZodArray) return [dirtyBody(schema.element as z.ZodType)]
  if (schema instanceof z.ZodObject)
    return Object.fromEntries(
      Object.entries(schema.shape).map(([name, inner]) => [name, dirtyBody(inner as z.ZodType)]),
    )
  return dirty
}

const textsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(textsIn)
      : []

const writes = routes.filter((route): route is WriteRoute => route.method === 'post')

test.each(writes.map((route) => [route.path, route] as const))('POST %s takes every text clean', (_, route) => {
  let read: unknown
  const check: WriteRoute['check'] = (sketch) => {
    read = sketch
    return []
  }
  readBody({ ...route, check }, dirtyBody(route.body))
  const texts = textsIn(read)
  expect(texts.length).toBeGreaterThan(3)
  expect(new Set(texts)).toEqual(new Set([clean]))
})

/** Every text field of a collection, by its path. */
const textFields = (fields: readonly Field[], at = ''): [string, Field][] =>
  fields.flatMap((field): [string, Field][] => {
    const path = 'name' in field && field.name ? `${at}${field.name}` : at.slice(0, -1)
    const below = path === '' ? '' : `${path}.`
    if (field.type === 'tabs')
      return field.tabs.flatMap((tab) => textFields(tab.fields, 'name' in tab && tab.name ? `${at}${tab.name}.` : at))
    if ('fields' in field) return textFields(field.fields, below)
    return ['text', 'textarea', 'email'].includes(field.type) ? [[path, field]] : []
  })

/** With a field that only this site has. */
const extended = ({ defaultCollection }: { defaultCollection: CollectionConfig }): CollectionConfig => ({
  ...defaultCollection,
  fields: [...defaultCollection.fields, { name: 'badge', type: 'text' }],
})

test('every text field of every collection takes it clean, those of the site too', async () => {
  const site = mokorPlugin({ organisation, collectionOverrides: { members: extended } })({} as Config)
  const fields = (site.collections ?? []).flatMap(({ slug, fields }) =>
    textFields(fields, `${slug}.`).map(([path, field]) => ({ path, field })),
  )
  const paths = fields.map(({ path }) => path)
  expect(paths).toEqual(
    expect.arrayContaining(['members.badge', 'members.links.label', 'commissions.client.name', 'teams.members.role']),
  )
  for (const { path, field } of fields) {
    const [first] = ('hooks' in field && field.hooks?.beforeValidate) || []
    const several = 'hasMany' in field && field.hasMany
    const taken = (value: unknown) => (first as FieldHook)({ value } as Parameters<FieldHook>[0])
    expect([path, await taken(several ? [dirty] : dirty)]).toEqual([path, several ? [clean] : clean])
    if (!several) expect([path, await taken('\u200b\u3164')]).toEqual([path, null])
  }
})
