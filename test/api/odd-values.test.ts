// Values of another kind than their field's, sent to the desk's API one at a time: each is answered, named, and leaves a readable document.
import type { FlattenedField } from 'payload'
import { carpenter } from '../support/people.js'
import { startSite } from '../support/site.js'

const site = await startSite()
afterAll(() => site.close())
await site.as('owner@rete.example', ['owner'])
const desk = { ...(await site.as('desk@rete.example', ['editor', 'treasurer'])), 'Content-Type': 'application/json' }

type Body = Record<string, unknown>

const send = (method: string, path: string, body?: unknown) =>
  site.fetch(`/api${path}`, { method, headers: desk, ...(body === undefined ? {} : { body: JSON.stringify(body) }) })

/** What few fields take, and what many take: that is sent in changes alone, and not row by row, or it takes too long. */
const strange: unknown[] = [7, true, {}, { equals: 'x' }, [], [null], [[7]]]
const odd: unknown[] = [...strange, -0.5, null, 'x'.repeat(5000), 'x']

/** Paths of every field, rows as their first one. */
const leaves = (fields: readonly FlattenedField[], at: readonly string[] = []): string[][] =>
  fields.flatMap((field) => {
    const path = [...at, field.name]
    if (!('flattenedFields' in field)) return [path]
    return [path, ...leaves(field.flattenedFields, field.type === 'array' ? [...path, '0'] : path)]
  })

/** The body with one leaf changed; what would hold it is made where it is not there. */
function withLeaf(body: unknown, [name, ...rest]: readonly string[], value: unknown): unknown {
  if (name === undefined) return value
  if (name === '0') {
    const [first, ...others] = Array.isArray(body) ? body : []
    return [withLeaf(first ?? {}, rest, value), ...others]
  }
  const known = (body ?? {}) as Body
  return { ...known, [name]: withLeaf(known[name], rest, value) }
}

const bodies: Record<string, () => Promise<Body>> = {
  members: async () =>
    carpenter({ companyName: 'Bottega', links: [{ label: 'Sito', url: 'https://bottega.example/' }], notes: 'Nulla' }),
  commissions: async () => ({
    description: 'Una porta che non chiude più bene',
    skills: [{ own: 'falegname' }],
    mode: 'onsite',
    place: { municipality: '015146' },
    when: { soon: 'by', by: '2030-01-01T00:00:00.000Z' },
    choice: 'network',
    client: { kind: 'person', name: 'Ada', email: 'ada@posta.example', contactBy: 'email', lang: 'it' },
    channel: 'phone',
    consents: [{ what: 'share' }],
  }),
  donations: async () => ({
    amountCents: 2500,
    donor: { type: 'person', name: 'Ada', email: null, lang: 'it' },
    publicAs: 'name',
    message: 'Avanti',
    channel: 'desk',
    consents: [{ what: 'publish' }],
  }),
  teams: async () => {
    const member = await site.payload.create({ collection: 'members', data: carpenter({ status: 'active' }) })
    return { name: 'Squadra', status: 'proposed', public: true, referent: member.id, members: [{ member: member.id }] }
  },
}

describe.each(Object.keys(bodies))('%s', (collection) => {
  const fields = site.payload.collections[collection]?.config.flattenedFields ?? []
  const paths = leaves(fields)

  /** Sends one odd value. @returns the id of the document that took it, if any; answers that are our fault are noted */
  async function tryOut(path: readonly string[], value: unknown, good: Body, id: unknown): Promise<unknown> {
    const whole = withLeaf(good, path, value) as Body
    const top = path[0] as string
    const answer =
      id === null
        ? await send('POST', `/${collection}?select[id]=true`, whole)
        : await send('PATCH', `/${collection}/${id}?select[id]=true`, { [top]: whole[top] })
    if (answer.status >= 500) broken.push(`${path.join('.')} ${JSON.stringify(value).slice(0, 20)}: ${answer.status}`)
    return answer.ok ? ((await answer.json()) as { doc: { id: unknown } }).doc.id : null
  }

  async function readBack(id: unknown, path: readonly string[]): Promise<void> {
    const { status } = await send('GET', `/${collection}/${id}`)
    if (status !== 200) broken.push(`reading after ${path.join('.')}: ${status}`)
  }

  let broken: string[] = []
  beforeEach(() => {
    broken = []
  })

  test('in changes', async () => {
    const made = await send('POST', `/${collection}?depth=0`, await bodies[collection]?.())
    const { doc } = (await made.json()) as { doc: Body & { id: unknown } }
    for (const path of paths) {
      for (const value of path.includes('0') ? strange : odd) await tryOut(path, value, doc, doc.id)
      await readBack(doc.id, path)
    }
    expect(broken).toEqual([])
  })

  test('in new documents', async () => {
    const good = (await bodies[collection]?.()) ?? {}
    for (const path of paths)
      for (const value of strange) {
        const id = await tryOut(path, value, good, null)
        if (id !== null) await readBack(id, path)
      }
    expect(broken).toEqual([])
  })

  test.each([[7], ['x'], [[]], [null], [undefined]])('as the whole document: %j', async (whole) => {
    expect((await send('POST', `/${collection}`, whole)).status).toBe(400)
  })
})

test.each([
  ['email', 7],
  ['phone', {}],
  ['place.municipality', ['x']],
  ['firstName', true],
  ['consents.0', null],
  ['expiresAt', 'x'],
  ['status', null],
])('the refusal names the field: %s', async (path, value) => {
  const answer = await send('POST', '/members', withLeaf(carpenter(), path.split('.'), value))
  expect(answer.status).toBe(400)
  const { errors } = (await answer.json()) as { errors: { data: { errors: { path: string }[] } }[] }
  expect(errors[0]?.data.errors.map((issue) => issue.path)).toEqual([path])
})

test('a copy of a document gets rows of its own', async () => {
  const first = (await (await send('POST', '/members?depth=0', carpenter())).json()) as { doc: Body }
  expect((await send('POST', '/members', first.doc)).status).toBe(201)
})
