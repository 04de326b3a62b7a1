// Who may do what, tried through REST with users whose roles an owner gave as in the admin: role × collection × operation.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Access, CollectionConfig } from 'payload'
import sharp from 'sharp'
import { catalogue } from '../../collections/skills/catalogue.js'
import { roles } from '../../plugin/access/index.js'
import { grantRole } from '../../plugin/commands/grant.js'
import { appending } from '../../plugin/database/append-only.js'
import type { DeskPage } from '../../plugin/desk/index.js'
import { eraseExpired } from '../../plugin/outbox/expired.js'
import { mokor } from '../../plugin/runtime.js'
import { carpenter } from '../support/people.js'
import { defaultSlugs, type NetworkKey } from '../support/rooms.js'
import { type Site, startSite } from '../support/site.js'

const people = ['visitor', 'user', 'editor', 'moderator', 'treasurer', 'owner'] as const
type Person = (typeof people)[number]

const operations = [
  'create',
  'list',
  'read',
  'count',
  'update',
  'bulk update',
  'versions',
  'restore version',
  'trash',
  'edit in trash',
  'restore',
  'delete',
  'bulk delete',
  'delete for good',
] as const
type Operation = (typeof operations)[number]

const look: readonly Operation[] = ['list', 'read', 'count']
const lookBack: readonly Operation[] = [...look, 'versions']
const edit: readonly Operation[] = ['create', ...look, 'update', 'bulk update']
const write: readonly Operation[] = [...edit, 'versions', 'restore version']
const everything: readonly Operation[] = [...edit, 'delete', 'bulk delete']
const moderate: readonly Operation[] = [...write, 'trash', 'edit in trash', 'restore', 'delete for good']
const nothing: readonly Operation[] = []

const filed = {
  visitor: nothing,
  user: nothing,
  editor: write,
  moderator: moderate,
  treasurer: nothing,
  owner: moderate,
}
const closed = {
  visitor: nothing,
  user: nothing,
  editor: nothing,
  moderator: nothing,
  treasurer: nothing,
  owner: nothing,
}

/** The network's agreement, written out: whatever is not here is refused. */
const agreed: Record<NetworkKey, Record<Person, readonly Operation[]>> = {
  skills: { visitor: look, user: look, editor: everything, moderator: everything, treasurer: look, owner: everything },
  members: filed,
  teams: filed,
  commissions: filed,
  // Made and changed by the steps of their requests alone.
  offers: { ...closed, editor: look, moderator: look, owner: look },
  // Read by whoever keeps the accounts; only its own code adds to it, and nobody changes it.
  ledger: { ...closed, treasurer: look, owner: look },
  bookYears: { ...closed, treasurer: [...look, 'create'], owner: [...look, 'create'] },
  donations: { ...closed, editor: lookBack, moderator: lookBack, treasurer: write, owner: write },
  replies: { ...closed, editor: everything, moderator: everything, treasurer: look, owner: everything },
  pictures: { ...closed, editor: everything, moderator: everything, owner: everything },
  photos: {
    ...closed,
    editor: [...look, 'create', 'delete', 'bulk delete'],
    moderator: [...look, 'create', 'delete', 'bulk delete'],
    owner: [...look, 'create', 'delete', 'bulk delete'],
  },
  outbox: { ...closed, editor: look, moderator: look, owner: look },
  securityLog: { ...closed, owner: look },
  directory: closed,
  changes: closed,
  roster: closed,
  rosterChanges: closed,
  limits: closed,
  challenges: closed,
  links: closed,
  // Those in the desk's hands.
  messages: { ...closed, editor: look, moderator: look, owner: look },
  ownWords: closed,
}

const [trade] = catalogue as [(typeof catalogue)[number]]
/** A request that offers speak of. */
let aRequest: number | string
const later = '2030-01-01T00:00:00.000Z'
let n = 0
const unique = () => `x${process.pid}-${n++}`

/** A document of each collection that can be stored, and a change that can be made to it. */
const samples: Record<NetworkKey, { data(): Record<string, unknown>; change: Record<string, unknown> }> = {
  skills: {
    data: () => ({ names: { it: `Mestiere ${unique()}` }, slug: unique(), sector: trade.sector }),
    change: { escoUri: 'https://esco.example/1' },
  },
  members: {
    data: () => carpenter({ email: `${unique()}@posta.example` }),
    change: { notes: 'vista' },
  },
  teams: { data: () => ({ name: `Team ${unique()}` }), change: { purpose: 'Case vecchie' } },
  commissions: {
    data: () => ({
      channel: 'phone',
      client: { kind: 'person', name: 'Pina', phone: '02 1234567' },
      description: 'Imbiancare una cucina',
      mode: 'remote',
    }),
    change: { notes: 'vista' },
  },
  offers: {
    data: () => ({ title: 'Proposta', key: unique(), commission: aRequest, way: 'one', rank: 0 }),
    change: { suggested: 'Ugo' },
  },
  donations: {
    data: () => ({ amountCents: 2500, donor: { type: 'person' } }),
    change: { notes: 'vista' },
  },
  ledger: {
    data: () => ({
      key: unique(),
      on: '2026-12-01',
      kind: 'income',
      currency: 'EUR',
      legs: [
        { account: 'cash', cents: 100 },
        { account: 'income:A10', cents: -100 },
      ],
      by: 'network',
    }),
    change: { note: 'altro' },
  },
  bookYears: { data: () => ({ year: `${2000 + (n++ % 100)}` }), change: { entries: 1 } },
  replies: {
    data: () => ({ title: `Pronta ${unique()}`, for: ['commissions'], texts: { it: 'Buongiorno {nome}' } }),
    change: { title: 'Cambiata' },
  },
  pictures: { data: () => ({ alt: 'Maria' }), change: { alt: 'Maria R.' } },
  photos: { data: () => ({ about: 'ABCD-2345' }), change: { about: 'altra' } },
  outbox: {
    data: () => ({ key: unique(), template: 'x', target: '1', lang: 'it', status: 'sent', attempts: 1, dueAt: later }),
    change: { status: 'queued' },
  },
  directory: { data: () => ({ id: unique(), slug: unique() }), change: { name: 'Altro' } },
  changes: { data: () => ({ id: unique(), ids: [] }), change: { ids: ['1'] } },
  roster: { data: () => ({ id: unique(), name: 'Maria' }), change: { name: 'Altro' } },
  rosterChanges: { data: () => ({ id: unique(), ids: [] }), change: { ids: ['1'] } },
  limits: { data: () => ({ key: unique(), n: 1, expiresAt: later }), change: { n: 0 } },
  challenges: { data: () => ({ nonce: unique(), expiresAt: later }), change: { expiresAt: later } },
  securityLog: {
    data: () => ({ key: unique(), at: later, event: 'read', user: '1' }),
    change: { detail: 'altro' },
  },
  links: {
    data: () => ({ hash: unique(), nonce: 'x', purpose: 'x', target: '1', expiresAt: later }),
    change: { usedAt: null },
  },
  ownWords: { data: () => ({ key: unique(), count: 1 }), change: { count: 2 } },
  messages: {
    data: () => ({ member: '1', lang: 'it', status: 'held', byDesk: true, expiresAt: later }),
    change: { text: 'altro' },
  },
}

const keys = Object.keys(defaultSlugs) as NetworkKey[]

const configOf = (site: Site, key: NetworkKey): CollectionConfig =>
  site.payload.collections[defaultSlugs[key]]?.config as unknown as CollectionConfig

const picture = async () => {
  const data = await sharp({ create: { width: 400, height: 400, channels: 3, background: '#2a6f6f' } })
    .png()
    .toBuffer()
  return { name: `${unique()}.png`, data, mimetype: 'image/png', size: data.length }
}

const isUpload = (key: NetworkKey): boolean => key === 'pictures' || key === 'photos'

async function store(site: Site, key: NetworkKey, more: Record<string, unknown> = {}): Promise<number | string> {
  const file = isUpload(key) ? { file: await picture() } : {}
  const data = { ...samples[key].data(), ...more }
  const made = await appending(() => site.payload.create({ collection: defaultSlugs[key], data, depth: 0, ...file }))
  return made.id
}

async function firstVersion(site: Site, key: NetworkKey): Promise<number | string> {
  const id = await store(site, key)
  await site.payload.update({ collection: defaultSlugs[key], id, data: samples[key].change, depth: 0 })
  const { docs } = await site.payload.findVersions({
    collection: defaultSlugs[key],
    where: { parent: { equals: id } },
    sort: 'createdAt',
    limit: 1,
  })
  return docs[0]?.id ?? 'none'
}

const json = (method: string, body?: unknown): RequestInit => ({
  method,
  headers: { 'Content-Type': 'application/json' },
  ...(body === undefined ? {} : { body: JSON.stringify(body) }),
})

async function upload(key: NetworkKey): Promise<RequestInit> {
  if (!isUpload(key)) return json('POST', samples[key].data())
  const { data, name } = await picture()
  const form = new FormData()
  form.set('file', new Blob([new Uint8Array(data)], { type: 'image/png' }), name)
  form.set('_payload', JSON.stringify(samples[key].data()))
  return { method: 'POST', body: form }
}

type Give = (more?: Record<string, unknown>) => Promise<number | string>

/** Each operation as a request, on the document that it is given. */
const requests: Record<Operation, (key: NetworkKey, give: Give) => Promise<[path: string, init: RequestInit]>> = {
  create: async (key) => ['', await upload(key)],
  list: async () => ['?limit=1', {}],
  read: async (_, give) => [`/${await give()}`, {}],
  count: async () => ['/count', {}],
  update: async (key, give) => [`/${await give()}`, json('PATCH', samples[key].change)],
  'bulk update': async (key, give) => [`?where[id][equals]=${await give()}`, json('PATCH', samples[key].change)],
  versions: async () => ['/versions?limit=1', {}],
  'restore version': async (key) => [`/versions/${await firstVersion(site, key)}`, json('POST')],
  trash: async (_, give) => [`/${await give()}`, json('PATCH', { deletedAt: later })],
  'edit in trash': async (key, give) => [
    `/${await give({ deletedAt: later })}?trash=true`,
    json('PATCH', samples[key].change),
  ],
  restore: async (_, give) => [`/${await give({ deletedAt: later })}?trash=true`, json('PATCH', { deletedAt: null })],
  delete: async (_, give) => [`/${await give()}?trash=true`, json('DELETE')],
  'bulk delete': async (_, give) => [`?where[id][equals]=${await give()}&trash=true`, json('DELETE')],
  'delete for good': async (_, give) => [`/${await give({ deletedAt: later })}?trash=true`, json('DELETE')],
}

const applies = (config: CollectionConfig, operation: Operation): boolean => {
  if (operation === 'versions' || operation === 'restore version') return Boolean(config.versions)
  if (['trash', 'edit in trash', 'restore', 'delete for good'].includes(operation)) return Boolean(config.trash)
  return true
}

let site: Site
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mokor-access-'))
const headers = {} as Record<Person, Record<string, string>>

/** Host users, the owner by being first; every other role is given by that owner over REST. */
beforeAll(async () => {
  site = await startSite({
    plugin: {
      collectionOverrides: {
        pictures: ({ defaultCollection }) => ({
          ...defaultCollection,
          upload: { ...(defaultCollection.upload as object), staticDir: folder },
        }),
        photos: ({ defaultCollection }) => ({
          ...defaultCollection,
          upload: { ...(defaultCollection.upload as object), staticDir: path.join(folder, 'jobs') },
        }),
      },
    },
  })
  const register = await site.fetch(
    '/api/users/first-register',
    json('POST', { email: 'owner@rete.example', password: 'pw-owner@rete.example' }),
  )
  expect(register.status).toBe(200)
  aRequest = await store(site, 'commissions')
  headers.visitor = {}
  headers.owner = await site.as('owner@rete.example')
  for (const person of ['user', 'editor', 'moderator', 'treasurer'] as const) {
    headers[person] = await site.as(`${person}@rete.example`)
    if (person === 'user') continue
    const id = await userId(`${person}@rete.example`)
    const response = await site.fetch(`/api/users/${id}`, {
      ...json('PATCH', { mokorRoles: [person] }),
      headers: { ...headers.owner, 'Content-Type': 'application/json' },
    })
    expect([person, response.status]).toEqual([person, 200])
  }
})
afterAll(async () => {
  await site.close()
  fs.rmSync(folder, { recursive: true, force: true })
})

const user = async (email: string) =>
  (await site.payload.find({ collection: 'users', where: { email: { equals: email } } })).docs[0] as unknown as {
    id: number | string
    mokorRoles?: string[] | null
  }
const userId = async (email: string) => (await user(email)).id
const rolesOfUser = async (email: string) => (await user(email)).mokorRoles ?? []

/** Documents that nobody can harm serve many refusals. */
const shared = new Map<string, Promise<number | string>>()

const sharedDocument = (key: NetworkKey, more: Record<string, unknown> = {}): Promise<number | string> => {
  const name = `${key} ${Object.keys(more)}`
  const known = shared.get(name) ?? store(site, key, more)
  shared.set(name, known)
  return known
}

interface Outcome {
  status: number
  /** Whether something was done or shown: a bulk request that reaches no document is answered 200. */
  done: boolean
}

async function attempt(person: Person, key: NetworkKey, operation: Operation): Promise<Outcome> {
  const expected = agreed[key][person].includes(operation)
  const give: Give = (more) =>
    expected && !look.includes(operation) ? store(site, key, more) : sharedDocument(key, more)
  const [at, init] = await requests[operation](key, give)
  const response = await site.fetch(`/api/${defaultSlugs[key]}${at}`, {
    ...init,
    headers: { ...(init.headers as Record<string, string>), ...headers[person] },
  })
  const body = (await response.json()) as { docs?: unknown[] }
  const reached = !operation.startsWith('bulk') || (body.docs ?? []).length > 0
  return { status: response.status, done: response.status < 300 && reached }
}

const lines: string[] = []
afterAll(() => {
  process.stdout.write(`\n${'collection'.padEnd(18)}${'who'.padEnd(11)}may\n${lines.join('\n')}\n`)
})

describe.each(keys)('%s', (key) => {
  test.each(people)('%s', async (person) => {
    const possible = operations.filter((operation) => applies(configOf(site, key), operation))
    const seen: Record<string, string> = {}
    for (const operation of possible) {
      const { status, done } = await attempt(person, key, operation)
      seen[operation] = done ? 'may' : 'refused'
      // A refusal is a refusal: neither a mistake of the test nor of the server.
      if (status >= 300) expect([operation, status]).toEqual([operation, status === 409 ? 409 : 403])
    }
    const expected = Object.fromEntries(
      possible.map((operation) => [operation, agreed[key][person].includes(operation) ? 'may' : 'refused']),
    )
    const granted = possible.filter((operation) => seen[operation] === 'may')
    lines.push(`${defaultSlugs[key].padEnd(18)}${person.padEnd(11)}${granted.join(', ') || '–'}`)
    expect(seen).toEqual(expected)
  })
})

describe('the desk’s own endpoints', () => {
  /** What a person meets: the step itself or what it asks for, a document they may only read, one that is not for them. */
  type Met = 'may' | 'reads' | 'refused'
  const steps: Record<string, object> = {
    'take-on': {},
    release: {},
    pass: {},
    note: { text: 'Vista' },
    remind: { on: null },
    undo: {},
    answer: { text: 'Buongiorno' },
    heard: { text: 'Va bene' },
    stop: { mail: 1, reason: 'Ferma' },
  }
  const desk: Record<'members' | 'messages' | 'commissions' | 'donations', Record<Person, Met>> = {
    messages: {
      visitor: 'refused',
      user: 'refused',
      editor: 'may',
      moderator: 'may',
      treasurer: 'refused',
      owner: 'may',
    },
    members: {
      visitor: 'refused',
      user: 'refused',
      editor: 'may',
      moderator: 'may',
      treasurer: 'refused',
      owner: 'may',
    },
    commissions: {
      visitor: 'refused',
      user: 'refused',
      editor: 'may',
      moderator: 'may',
      treasurer: 'refused',
      owner: 'may',
    },
    donations: {
      visitor: 'refused',
      user: 'refused',
      editor: 'reads',
      moderator: 'reads',
      treasurer: 'may',
      owner: 'may',
    },
  }
  const expected = (met: Met, person: Person, writes: boolean): number[] => {
    if (met === 'may') return [200, 409, 422]
    if (met === 'reads') return writes ? [403] : [200]
    return [person === 'visitor' ? 403 : 404]
  }

  describe.each(Object.keys(desk) as (keyof typeof desk)[])('%s', (key) => {
    test.each(people)('%s', async (person) => {
      const met = desk[key][person]
      const id = await store(site, key)
      const missing = '0'.repeat(String(id).length)
      const ask = async (at: string, init: RequestInit = {}) =>
        (
          await site.fetch(`/api/${defaultSlugs[key]}/${at}`, {
            ...init,
            headers: { ...init.headers, ...headers[person] },
          })
        ).status
      for (const [step, body] of Object.entries(steps)) {
        const status = await ask(`${id}/mokor/${step}`, json('POST', body))
        expect([step, expected(met, person, true)]).toEqual([step, expect.arrayContaining([status])])
        // What is not there answers like what is not theirs.
        if (met === 'refused')
          expect([step, await ask(`${missing}/mokor/${step}`, json('POST', body))]).toEqual([step, status])
      }
      for (const [look, writes] of [
        ['mokor', false],
        ['mokor/replies', false],
        ['mokor/preview?action=answer&reason=Ciao', true],
      ] as const)
        expect([look, expected(met, person, writes)]).toEqual([
          look,
          expect.arrayContaining([await ask(`${id}/${look}`)]),
        ])
    })
  })

  test.each(people)('the search of %s', async (person) => {
    const response = await site.fetch('/api/mokor/desk/search?q=maria', { headers: headers[person] })
    expect(response.status).toBe(person === 'visitor' || person === 'user' ? 403 : 200)
    const { found = [] } = (await response.json()) as { found?: { collection: NetworkKey }[] }
    for (const { collection } of found) expect(agreed[collection][person]).toContain('list')
  })
})

describe('every other endpoint of ours', () => {
  const values = (key: NetworkKey): Record<string, readonly string[]> => {
    const queue = mokor(site.payload).desk.find(({ collection }) => collection === key)
    return {
      action: [...Object.keys(queue?.actions ?? {}), 'undo', 'take-on'],
      panel: [...(queue?.panels ?? []).map(({ name }) => name), 'none'],
    }
  }

  /** Its address for each value that its parameters may have. */
  function addresses(route: string, given: Record<string, readonly string[]>): string[] {
    const [, name] = /:(\w+)/.exec(route) ?? []
    if (!name) return [route]
    return (given[name] ?? ['1']).flatMap((value) => addresses(route.replace(`:${name}`, value), given))
  }

  async function ask(person: Person, method: string, address: string, body: object): Promise<number> {
    const init = method === 'get' ? {} : json(method.toUpperCase(), body)
    return (await site.fetch(`/api${address}`, { ...init, headers: { ...init.headers, ...headers[person] } })).status
  }

  test.each(people)('is shut for %s where they may not look', async (person) => {
    const open: string[] = []
    let asked = 0
    const shut = keys.filter((key) => !agreed[key][person].includes('list'))
    for (const key of shut) {
      const id = String(await sharedDocument(key))
      const own = (site.payload.collections[defaultSlugs[key]]?.config.endpoints || [])
        .filter(({ path: route }) => route.includes('mokor'))
        .map(({ method, path: route }) => [method, `/${defaultSlugs[key]}${route}`] as const)
      const elsewhere = [
        ['get', `/mokor/desk/${key}/${id}`],
        ['get', `/mokor/desk/${defaultSlugs[key]}/${id}`],
        ['get', `/mokor/export/${defaultSlugs[key]}`],
      ] as const
      for (const [method, route] of [...own, ...elsewhere])
        for (const address of addresses(route, { ...values(key), id: [id], offer: [id] })) {
          const status = await ask(person, method, address, { ids: [id], seen: {}, reason: 'Prova', into: id })
          asked += 1
          // 422: what was sent is no such step at all, whoever sends it.
          if (![401, 403, 404, 422].includes(status)) open.push(`${method} ${address}: ${status}`)
        }
    }
    expect(open).toEqual([])
    expect(asked).toBeGreaterThan(20)
  })
})

describe('the trash', () => {
  test.each(['members', 'teams', 'commissions'] as const)(
    '%s: an editor cannot bring a document in trashed',
    async (key) => {
      const send = (person: Person) =>
        site.fetch(`/api/${defaultSlugs[key]}`, {
          ...json('POST', { ...samples[key].data(), deletedAt: later }),
          headers: { ...headers[person], 'Content-Type': 'application/json' },
        })
      expect((await send('editor')).status).toBe(403)
      expect((await send('moderator')).status).toBe(201)
    },
  )

  test('an editor’s bulk edit leaves what is in the trash alone', async () => {
    const id = await store(site, 'commissions', { deletedAt: later })
    await site.fetch(`/api/commissions?where[id][equals]=${id}&trash=true`, {
      ...json('PATCH', { deletedAt: null, notes: 'ripresa' }),
      headers: { ...headers.editor, 'Content-Type': 'application/json' },
    })
    const kept = await site.payload.findByID({ collection: 'commissions', id, trash: true })
    expect(kept).toMatchObject({ deletedAt: later })
    expect((kept as { notes?: string }).notes ?? null).toBeNull()
  })

  test('a form that an editor saves with its empty deletedAt is no restoring', async () => {
    const id = await store(site, 'commissions')
    const response = await site.fetch(`/api/commissions/${id}`, {
      ...json('PATCH', { notes: 'vista', deletedAt: null }),
      headers: { ...headers.editor, 'Content-Type': 'application/json' },
    })
    expect(response.status).toBe(200)
  })

  test.each(['members', 'teams', 'commissions'] as const)(
    '%s go there before they are deleted for good',
    async (key) => {
      const id = await store(site, key)
      const ask = (path: string, init: RequestInit) =>
        site.fetch(`/api/${defaultSlugs[key]}${path}`, {
          ...init,
          headers: { ...headers.owner, 'Content-Type': 'application/json', 'Accept-Language': 'it' },
        })
      for (const path of [`/${id}`, `?where[id][equals]=${id}`]) {
        const refused = await ask(path, json('DELETE'))
        expect([path, refused.status]).toEqual([path, 409])
        expect(await refused.text()).toContain('Prima va nel cestino')
      }
      // What the form of a document asks, to know what to offer: to the trash, yes; past it, no.
      const may = async (data: object) =>
        (await (await ask(`/access/${id}`, json('POST', data))).json()).delete ?? false
      expect(await may({ name: 'x', deletedAt: later })).toBe(true)
      expect(await may({ name: 'x' })).toBe(false)
    },
  )

  test('buttons do not reach what is in the trash', async () => {
    const id = await store(site, 'commissions', { deletedAt: later })
    const response = await site.fetch(`/api/commissions/${id}/mokor/take`, {
      ...json('POST', {}),
      headers: headers.owner,
    })
    expect(response.status).toBe(404)
  })
})

describe('roles', () => {
  const give = async (who: Person, to: string, mokorRoles: string[]) =>
    site.fetch(`/api/users/${await userId(to)}`, {
      ...json('PATCH', { mokorRoles }),
      headers: { ...headers[who], 'Content-Type': 'application/json' },
    })

  test('the first user is the owner', async () => expect(await rolesOfUser('owner@rete.example')).toEqual(['owner']))

  test.each(['user', 'editor', 'moderator', 'treasurer'] as const)(
    '%s gives none, not even to themselves',
    async (person) => {
      const own = `${person}@rete.example`
      const before = await rolesOfUser(own)
      await give(person, own, ['owner'])
      await give(person, 'owner@rete.example', [])
      expect(await rolesOfUser(own)).toEqual(before)
      expect(await rolesOfUser('owner@rete.example')).toEqual(['owner'])
      const made = await site.fetch('/api/users', {
        ...json('POST', { email: `${unique()}@rete.example`, password: 'una-parola-lunga', mokorRoles: ['owner'] }),
        headers: { ...headers[person], 'Content-Type': 'application/json' },
      })
      expect(made.status).toBe(201)
      const { doc } = (await made.json()) as { doc?: { mokorRoles?: string[] } }
      expect(doc?.mokorRoles ?? []).toEqual([])
    },
  )

  test.each(['user', 'editor', 'moderator', 'treasurer'] as const)(
    '%s cannot take an account that holds one, by a new password or by deleting it',
    async (person) => {
      const owner = await userId('owner@rete.example')
      const act = (method: string, at: string, body?: object) =>
        site.fetch(`/api/users${at}`, {
          ...json(method, body),
          headers: { ...headers[person], 'Content-Type': 'application/json' },
        })
      const taken = { password: 'presa-in-prestito' }
      expect((await act('PATCH', `/${owner}`, taken)).status).toBe(403)
      expect((await act('DELETE', `/${owner}`)).status).toBe(403)
      for (const method of ['PATCH', 'DELETE']) {
        const bulk = await act(method, `?where[email][equals]=owner@rete.example`, taken)
        expect(await bulk.json()).toMatchObject({ docs: [] })
      }
      const login = await site.fetch('/api/users/login', json('POST', { email: 'owner@rete.example', ...taken }))
      expect(login.status).toBe(401)
      // Their own account, and accounts without a role, are as the host left them.
      expect((await act('PATCH', `/${await userId(`${person}@rete.example`)}`, {})).status).toBe(200)
      const plain = await site.payload.create({
        collection: 'users',
        data: { email: `${unique()}@rete.example`, password: 'una-parola-lunga' },
      })
      expect((await act('DELETE', `/${plain.id}`)).status).toBe(200)
    },
  )

  test('the queue of mails tells nobody what an editor wrote about a person', async () => {
    const words = { reason: 'una frase riservata' }
    await store(site, 'outbox', { words })
    for (const person of ['editor', 'owner'] as const) {
      const response = await site.fetch('/api/mokor-outbox?limit=0', { headers: headers[person] })
      expect([response.status, (await response.text()).includes(words.reason)]).toEqual([200, false])
      const guess = await site.fetch('/api/mokor-outbox?where[words][exists]=true', { headers: headers[person] })
      expect(guess.status).toBe(400)
    }
  })

  test('the token tells them', async () => {
    const token = headers.editor.Authorization?.slice(4) ?? ''
    await give('owner', 'editor@rete.example', ['editor'])
    const fresh = await site.payload.login({
      collection: 'users',
      data: { email: 'editor@rete.example', password: 'pw-editor@rete.example' },
    })
    const told = JSON.parse(Buffer.from((fresh.token ?? token).split('.')[1] ?? '', 'base64url').toString()) as object
    expect(told).toMatchObject({ mokorRoles: ['editor'] })
  })

  test('taking a role back works at once', async () => {
    expect((await site.fetch('/api/commissions', { headers: headers.editor })).status).toBe(200)
    await give('owner', 'editor@rete.example', [])
    expect((await site.fetch('/api/commissions', { headers: headers.editor })).status).toBe(403)
    await give('owner', 'editor@rete.example', ['editor'])
  })

  test('mokor:grant adds one, and says what is wrong', async () => {
    expect(await grantRole(site.payload, ' USER@rete.example ', 'treasurer')).toEqual(['treasurer'])
    expect(await grantRole(site.payload, 'user@rete.example', 'editor')).toEqual(['editor', 'treasurer'])
    expect(await grantRole(site.payload, 'user@rete.example', 'editor')).toEqual(['editor', 'treasurer'])
    await expect(grantRole(site.payload, 'user@rete.example', 'boss')).rejects.toThrow(roles.join(', '))
    await expect(grantRole(site.payload, 'nobody@rete.example', 'owner')).rejects.toThrow('Create the user first')
    await give('owner', 'user@rete.example', [])
  })
})

describe('the security log', () => {
  const idOf = async (email: string): Promise<string> => {
    const { docs } = await site.payload.find({ collection: 'users', where: { email: { equals: email } } })
    return String(docs[0]?.id)
  }
  const linesOf = async (user: string, event: string): Promise<Record<string, string>[]> => {
    const question = `where[user][equals]=${user}&where[event][equals]=${event}&sort=at&limit=100`
    const response = await site.fetch(`/api/mokor-security-log?${question}`, { headers: headers.owner })
    return (await response.json()).docs
  }
  const readings = (id: number | string, who: Record<string, string>) =>
    site.fetch(`/api/members/${id}`, { headers: who })

  test('tells who signed in, read a person’s document, and was refused; once a day each, by ids alone', async () => {
    const { id } = await site.payload.create({
      collection: 'members',
      data: carpenter({ email: 'segreta@posta.example', firstName: 'Segreta' }),
    })
    const curious = await site.as('curiosa@rete.example', ['editor'])
    const stranger = await site.as('estranea@rete.example')
    for (const who of [curious, curious, stranger, stranger]) await readings(id, who)
    const [editor, outsider] = [await idOf('curiosa@rete.example'), await idOf('estranea@rete.example')]
    expect(await linesOf(editor, 'read')).toMatchObject([{ collection: 'members', document: String(id) }])
    expect(await linesOf(editor, 'refused')).toEqual([])
    expect(await linesOf(outsider, 'refused')).toMatchObject([{ collection: 'members', document: String(id) }])
    expect(await linesOf(outsider, 'read')).toEqual([])
    expect(await linesOf(editor, 'signed-in')).toHaveLength(1)
    const { docs } = await site.payload.db.find({ collection: 'mokor-security-log', pagination: false })
    expect(JSON.stringify(docs)).not.toMatch(/Segreta|segreta@|curiosa@|estranea@/)
  })

  test('names whom and what a line is about, where they are still there and the reader may read them', async () => {
    const { id } = await site.payload.create({
      collection: 'members',
      data: carpenter({ email: 'nominata@posta.example', firstName: 'Nominata' }),
    })
    await readings(id, await site.as('lettrice@rete.example', ['editor']))
    const reader = await idOf('lettrice@rete.example')
    const [line] = await linesOf(reader, 'read')
    expect(line).toMatchObject({ who: 'lettrice@rete.example', what: expect.stringMatching(/^Aderente: Nominata /) })
    const closed = {
      key: 'closed',
      at: new Date().toISOString(),
      event: 'refused',
      user: reader,
      collection: 'mokor-links',
      document: '7',
    }
    await site.payload.db.create({ collection: 'mokor-security-log', data: closed })
    expect((await linesOf(reader, 'refused'))[0]?.what).toMatch(/: 7$/)

    await site.payload.delete({ collection: 'members', id })
    await site.payload.delete({ collection: 'users', id: reader })
    const [gone] = await linesOf(reader, 'read')
    expect(gone).toMatchObject({ who: reader, what: `Aderente: ${id}` })
    // Asking for names reads nobody's document.
    expect(await linesOf(await idOf('owner@rete.example'), 'read')).toEqual(
      expect.not.arrayContaining([expect.objectContaining({ document: String(id) })]),
    )
  })

  test('tells who gave which role to whom', async () => {
    const { id } = await site.payload.create({
      collection: 'users',
      data: { email: 'promossa@rete.example', password: 'una-parola-lunga' },
    })
    // What is asked of the answer must not hide what was written.
    await site.fetch(`/api/users/${id}?select[email]=true`, {
      method: 'PATCH',
      headers: { ...headers.owner, 'Content-Type': 'application/json' },
      body: JSON.stringify({ mokorRoles: ['treasurer'] }),
    })
    const by = await idOf('owner@rete.example')
    expect(await linesOf(by, 'roles-changed')).toContainEqual(
      expect.objectContaining({ collection: 'users', document: String(id), detail: '– → treasurer' }),
    )
  })

  test('a list as long as the register counts as a copy of it; the site’s own code is nobody’s look', async () => {
    const copying = await site.as('copia@rete.example', ['editor'])
    const user = await idOf('copia@rete.example')
    const many = Array.from({ length: 100 }, (_, at) => at)
    for (const at of many)
      await site.payload.db.create({
        collection: 'skills',
        data: { slug: `copia-${at}`, names: { it: `Copia ${at}` }, sector: 'small' },
      })
    await site.fetch('/api/skills?limit=100', { headers: copying })
    expect(await linesOf(user, 'exported')).toEqual([])
    for (const at of many)
      await site.payload.db.create({
        collection: 'members',
        data: carpenter({ email: `copia${at}@posta.example`, skills: [], consents: [] }),
      })
    await site.fetch('/api/members?limit=99', { headers: copying })
    expect(await linesOf(user, 'exported')).toEqual([])
    await site.fetch('/api/members?limit=100', { headers: copying })
    expect(await linesOf(user, 'exported')).toMatchObject([{ collection: 'members', detail: '100' }])
    await site.fetch('/api/members?limit=0&depth=0', { headers: copying })
    expect(await linesOf(user, 'exported')).toHaveLength(2)
    const [one, other] = (await site.payload.find({ collection: 'members', limit: 2, depth: 0 })).docs
    await site.fetch(`/api/members?where[id][equals]=${one?.id}`, { headers: copying })
    expect(await linesOf(user, 'read')).toMatchObject([{ document: String(one?.id) }])
    await site.payload.update({ collection: 'members', id: other?.id ?? '', data: { notes: 'Nota' } })
    const { docs } = await site.payload.findVersions({
      collection: 'members',
      where: { parent: { equals: other?.id } },
    })
    await site.fetch(`/api/members/versions/${docs[0]?.id}?depth=0`, { headers: copying })
    const read = (await linesOf(user, 'read')).map(({ document }) => document)
    expect(read.sort()).toEqual([one, other].map((doc) => String(doc?.id)).sort())
    const before = await site.payload.count({ collection: 'mokor-security-log' })
    await site.payload.find({ collection: 'members', limit: 200, depth: 0 })
    expect(await site.payload.count({ collection: 'mokor-security-log' })).toEqual(before)
  })

  test('a line is forgotten after its days', async () => {
    const old = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString()
    for (const days of [179, 181])
      await site.payload.db.create({
        collection: 'mokor-security-log',
        data: { key: `days-${days}`, at: old(days), event: 'read', user: 'vecchia' },
      })
    await eraseExpired(site.payload)
    const { docs } = await site.payload.db.find({
      collection: 'mokor-security-log',
      where: { user: { equals: 'vecchia' } },
    })
    expect(docs).toMatchObject([{ key: 'days-179' }])
  })

  test.each(people)(
    '%s gets as files the lists they may read, and the log says so of those that speak of people',
    async (person) => {
      const mine = person === 'visitor' ? {} : headers[person]
      for (const key of keys) {
        const response = await site.fetch(`/api/mokor/export/${defaultSlugs[key]}`, { headers: mine })
        const expected = person !== 'visitor' && agreed[key][person].includes('list') ? 200 : 403
        expect([key, response.status]).toEqual([key, expected])
        await response.text()
      }
      const user = person === 'visitor' ? '' : await idOf(`${person}@rete.example`)
      const told = (await linesOf(user, 'exported')).filter(({ detail }) => detail?.startsWith('CSV'))
      const personal = (['members', 'teams', 'commissions', 'donations'] as const).filter((key) =>
        agreed[key][person].includes('list'),
      )
      expect(told.map(({ collection }) => collection)).toEqual(expect.arrayContaining(personal))
      expect(told.map(({ collection }) => collection)).not.toContain('skills')
    },
  )
})

describe('other sites', () => {
  test('users of another collection have no roles of ours, whatever their field says; `access` replaces the table', async () => {
    const signedIn: Access = ({ req }) => Boolean(req.user)
    const other = await startSite({
      plugin: {
        access: { donations: { read: () => true }, members: { read: signedIn, update: signedIn } },
      },
      config: (config) => ({
        ...config,
        collections: [
          ...(config.collections ?? []),
          {
            slug: 'customers',
            auth: true,
            fields: [{ name: 'mokorRoles', type: 'text', hasMany: true, saveToJWT: true }],
          },
        ],
      }),
    })
    try {
      const data = { email: 'c@posta.example', password: 'una-parola-lunga', mokorRoles: ['owner'] }
      await other.payload.create({ collection: 'customers', data })
      const { token } = await other.payload.login({ collection: 'customers', data })
      const as = { Authorization: `JWT ${token}` }
      expect((await other.fetch('/api/customers/me', { headers: as })).status).toBe(200)
      expect((await other.fetch('/api/commissions', { headers: as })).status).toBe(403)
      expect((await other.fetch('/api/donations', { headers: as })).status).toBe(200)
      expect((await other.fetch('/api/donations')).status).toBe(200)
      // The site lets them in at the desk, where they can have nothing in hand: that is for users of the admin.
      const { id } = await other.payload.create({ collection: 'members', data: carpenter() })
      const desk = await other.fetch('/api/mokor/desk', { headers: as })
      expect([desk.status, ((await desk.json()) as DeskPage).counts]).toEqual([
        200,
        expect.objectContaining({ todo: 1, mine: 0 }),
      ])
      const taken = await other.fetch(`/api/members/${id}/mokor/take-on`, { method: 'POST', headers: as })
      expect(taken.status).toBe(403)
    } finally {
      await other.close()
    }
  })
})
