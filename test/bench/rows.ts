// The rows that are measured: the demo's invented people, multiplied, through the row-building code of every other.
import type { CollectionConfig, Payload } from 'payload'
import { catalogue } from '../../collections/skills/catalogue.js'
import { type DemoMember, members } from '../../examples/network/seed/people.js'
import { collectionOf } from '../../plugin/database/mongo.js'
import { rowOf } from '../../plugin/directory/build.js'
import { directoryOf } from '../../plugin/directory/directory.js'
import type { DirectoryRow, PublicKind, PublicProfile, SkillWords } from '../../plugin/directory/row.js'
import { municipality } from '../../plugin/geo/index.js'
import { everything } from '../../plugin/read-model/changes.js'
import { slugOf } from '../../plugin/runtime.js'

/** Inventing is slow; from here on people repeat, in other places and under other slugs. */
const invented = 1_000
const batch = 2_000

const words = new Map<string, SkillWords>(
  catalogue.map(({ slug, names, synonyms }) => [
    slug,
    { slug, words: [...Object.values(names), ...Object.values(synonyms).flat()] },
  ]),
)

/** What a site would have without the plugin: the same people in a plain collection, with the same indexes. */
export const plainCollection: CollectionConfig = {
  slug: 'plain-people',
  access: { read: () => true },
  timestamps: false,
  fields: [
    { name: 'slug', type: 'text', index: true },
    { name: 'turn', type: 'number' },
    { name: 'name', type: 'text' },
    { name: 'headline', type: 'text' },
    { name: 'experience', type: 'textarea' },
    { name: 'kind', type: 'text' },
    { name: 'skills', type: 'text', hasMany: true },
    { name: 'modes', type: 'text', hasMany: true },
    { name: 'languages', type: 'text', hasMany: true },
    { name: 'municipality', type: 'text' },
    { name: 'province', type: 'text' },
    { name: 'region', type: 'text' },
    { name: 'lat', type: 'number' },
    { name: 'lng', type: 'number' },
    { name: 'radiusKm', type: 'number' },
  ],
}

const plainIndexes = [
  { turn: 1 },
  { province: 1, turn: 1 },
  { skills: 1, turn: 1 },
  { province: 1, skills: 1, turn: 1 },
  { kind: 1, turn: 1 },
  { municipality: 1, turn: 1 },
] as const

/** Long lists index faster once everything is there. */
const wordIndexes = ['strong_turn', 'tokens_turn']

interface Writable {
  dropIndex(name: string): Promise<unknown>
  insertMany(rows: object[], options: object): Promise<unknown>
  insertOne(row: object): Promise<unknown>
  createIndexes(indexes: { key: object; name: string }[]): Promise<unknown>
}

/** Fills the directory in bulk, and where they are to be compared the plain collection too. */
export async function fill(payload: Payload, count: number, { beside }: { beside: boolean }): Promise<void> {
  const rows = collectionOf(payload, slugOf(payload, 'directory')) as unknown as Writable
  const plain = beside ? (collectionOf(payload, plainCollection.slug) as unknown as Writable) : null
  await plain?.createIndexes(plainIndexes.map((key) => ({ key, name: Object.keys(key).join('_') })))
  for (const name of wordIndexes) await rows.dropIndex(name)
  const people = members(Math.min(invented, count), new Date('2026-11-23T00:00:00Z'))
  const places = people.map((person) => person.municipality)
  for (let from = 0; from < count; from += batch) {
    const built = Array.from({ length: Math.min(batch, count - from) }, (_, at) => {
      const n = from + at
      const person = people[n % people.length] as DemoMember
      // 7919 is prime: people and places meet in another order each time round.
      const place = places[(n + Math.floor(n / people.length) * 7919) % places.length] as string
      return rowOf(profileOf(person, n, place), words)
    })
    await rows.insertMany(
      built.map(({ id, ...row }) => ({ _id: id, ...row })),
      { ordered: false },
    )
    await plain?.insertMany(built.map(plainOf), { ordered: false })
  }
  await directoryOf(payload).prepare()
  await change(payload)
}

/** Moves the version, as a publishing does. */
export const change = (payload: Payload): Promise<unknown> =>
  (collectionOf(payload, slugOf(payload, 'changes')) as unknown as Writable).insertOne({
    _id: `${Date.now().toString(36).padStart(9, '0')}${String(changes++).padStart(12, '0')}`,
    ids: [everything],
  })

let changes = 0

const kinds: Record<string, PublicKind> = { professional: 'professional', company: 'company', enthusiast: 'enthusiast' }

function profileOf(person: DemoMember, n: number, place: string): PublicProfile {
  return {
    id: `bench${String(n).padStart(8, '0')}`,
    type: 'member',
    slug: `persona-${n.toString(36)}`,
    name: person.companyName ?? `${person.firstName} ${person.lastName.slice(0, 1)}.`,
    headline: person.headline,
    experience: person.experience ?? '',
    lang: person.lang,
    kind: kinds[person.kind] ?? 'occasional',
    skills: person.skills.map(({ slug, own, origin, years, note }) => ({ slug, own, origin, years, note })),
    modes: person.modes,
    languages: person.languages,
    availability: person.availability,
    municipality: place,
    province: municipality(place)?.province ?? 'MI',
    radiusKm: person.radiusKm,
    links: [],
    picture: null,
    phone: null,
  }
}

function plainOf({ id: _, strong: __, tokens: ___, skillDetails: ____, digest: _____, ...row }: DirectoryRow): object {
  return row
}
