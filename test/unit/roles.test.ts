// Where the field of roles goes: the collection that signs in to the admin, whatever the host calls it.
import type { CollectionConfig, Config } from 'payload'
import { deskFields } from '../../plugin/access/desk-fields.js'
import { rolesField, withRoles } from '../../plugin/access/roles.js'

const config = (more: Partial<Config>): Config => ({ db: {} as Config['db'], secret: 'x', ...more })
const auth = (slug: string, fields: CollectionConfig['fields'] = []): CollectionConfig => ({ slug, auth: true, fields })

const bearers = (given: Config) =>
  (withRoles(given).collections ?? []).flatMap(({ slug, fields }) => (fields.includes(rolesField) ? [slug] : []))

test('on the admin’s user collection, not on customers', () => {
  const collections = [auth('customers'), auth('staff'), { slug: 'posts', fields: [] }]
  expect(bearers(config({ collections, admin: { user: 'staff' } }))).toEqual(['staff'])
})

test('on the first auth collection, which Payload takes for the admin', () => {
  expect(bearers(config({ collections: [{ slug: 'posts', fields: [] }, auth('people'), auth('customers')] }))).toEqual([
    'people',
  ])
})

test('a site without users gets Payload’s own, with the field', () => {
  const made = withRoles(config({})).collections?.[0]
  expect(made).toMatchObject({ slug: 'users', auth: { tokenExpiration: 7200 }, admin: { useAsTitle: 'email' } })
  expect(bearers(config({}))).toEqual(['users'])
})

test('the host’s fields stay, and a field of that name is left as the host wrote it', () => {
  const name = { name: 'name', type: 'text' } as const
  const own = { name: 'mokorRoles', type: 'json' } as const
  expect(withRoles(config({ collections: [auth('users', [name])] })).collections?.[0]?.fields).toEqual([
    name,
    rolesField,
    ...deskFields,
  ])
  expect(withRoles(config({ collections: [auth('users', [own])] })).collections?.[0]?.fields).toEqual([
    own,
    ...deskFields,
  ])
})

test('the host’s config is not changed', () => {
  const given = config({ collections: [auth('users')] })
  withRoles(given)
  expect(given.collections?.[0]?.fields).toEqual([])
})
