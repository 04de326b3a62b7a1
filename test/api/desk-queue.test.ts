// The desk's queue as each reader finds it: what is in it, in which order, page by page, and the one page of an item.
import type { DeskItem, DeskPage } from '../../plugin/desk/index.js'
import { termOf } from '../../plugin/desk/queue.js'
import { mokor } from '../../plugin/runtime.js'
import { isDeskDay, responseDeadline, type Weekday, weekdays } from '../../plugin/values/working-days.js'
import { addMember } from '../support/people.js'
import { defaultSlugs } from '../support/rooms.js'
import { type Site, startSite } from '../support/site.js'

type Headers = Record<string, string>
type Key = 'members' | 'messages' | 'commissions' | 'donations' | 'bookYears' | 'outbox'

let site: Site
const as = {} as Record<'owner' | 'anna' | 'bruno' | 'moderator' | 'treasurer' | 'nobody', Headers>

beforeAll(async () => {
  site = await startSite()
  as.owner = await site.as('owner@rete.example', ['owner'])
  as.anna = await site.as('anna@rete.example', ['editor'])
  as.bruno = await site.as('bruno@rete.example', ['editor'])
  as.moderator = await site.as('mod@rete.example', ['moderator'])
  as.treasurer = await site.as('cassa@rete.example', ['treasurer'])
  as.nobody = await site.as('ospite@rete.example', [])
})
afterAll(() => site.close())

/** Every test finds an empty desk. */
beforeEach(async () => {
  for (const key of ['members', 'messages', 'commissions', 'donations', 'bookYears', 'outbox'] as const)
    await site.payload.db.deleteMany({ collection: defaultSlugs[key], where: { id: { exists: true } } })
})

const get = (headers: Headers, path: string) =>
  site.fetch(`/api/mokor/desk${path}`, { headers: { ...headers, 'Accept-Language': 'it' } })

async function look(headers: Headers, query = ''): Promise<DeskPage> {
  const response = await get(headers, query)
  expect(response.status).toBe(200)
  return (await response.json()) as DeskPage
}

const idsIn = ({ rows }: DeskPage): string[] => rows.map(({ id }) => id)

async function press(headers: Headers, key: Key, id: number | string, step: string, body: object = {}): Promise<void> {
  const response = await site.fetch(`/api/${defaultSlugs[key]}/${id}/mokor/${step}`, {
    method: 'POST',
    headers: { ...headers, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })
  expect([step, response.status]).toEqual([step, 200])
}

const dayMs = 86_400_000
const inDays = (days: number): string => new Date(Date.now() + days * dayMs).toISOString()

async function yearThatIsOver(): Promise<string> {
  const { id } = await site.payload.create({ collection: defaultSlugs.bookYears, data: { year: '2025' } })
  return String(id)
}

async function message(): Promise<string> {
  const { id } = await site.payload.create({
    collection: defaultSlugs.messages,
    data: { member: '1', name: 'Carla', lang: 'it', status: 'held', byDesk: true, expiresAt: inDays(7) },
  })
  return String(id)
}

async function request(more: object = {}): Promise<string> {
  const { id } = await site.payload.create({
    collection: defaultSlugs.commissions,
    data: {
      status: 'received',
      client: { kind: 'person', name: 'Pina Riva', email: 'pina@posta.example', phone: '02 1234567', lang: 'it' },
      description: 'Imbiancare una cucina piccola, con il soffitto alto.',
      skills: [{ own: 'imbianchina' }],
      mode: 'onsite',
      place: { municipality: '015146' },
      ...more,
    },
  })
  return String(id)
}

const pledge = async (more: object = {}): Promise<string> =>
  String(
    (
      await site.payload.create({
        collection: defaultSlugs.donations,
        data: { amountCents: 2500, donor: { type: 'person', name: 'Ada Neri' }, channel: 'desk', ...more },
      })
    ).id,
  )

const failedMail = async (dueAt: string): Promise<string> =>
  String(
    (
      await site.payload.create({
        collection: defaultSlugs.outbox,
        data: {
          key: `test:${dueAt}`,
          template: 'member-active',
          target: '1',
          about: 'Maria Colnaghi',
          lang: 'it',
          status: 'failed',
          attempts: 8,
          dueAt,
        },
      })
    ).id,
  )

test('strangers, and users without a role, are told kindly that it is not theirs', async () => {
  for (const headers of [{}, as.nobody]) {
    for (const path of ['', '/members/1']) {
      const response = await get(headers, path)
      expect([path, response.status]).toEqual([path, 403])
      expect(await response.text()).toContain('La scrivania è per chi ha un ruolo nella rete.')
    }
  }
})

test.each([
  ['anna', ['members', 'messages', 'commissions', 'outbox']],
  ['moderator', ['members', 'messages', 'commissions', 'outbox']],
  ['treasurer', ['donations', 'bookYears']],
  ['owner', ['members', 'messages', 'commissions', 'donations', 'bookYears', 'outbox']],
] as const)('%s finds what they can do something about, and opens nothing else', async (who, keys) => {
  const { id: member } = await addMember(site.payload)
  const ids = {
    members: String(member),
    messages: await message(),
    commissions: await request(),
    donations: await pledge(),
    bookYears: await yearThatIsOver(),
    outbox: await failedMail(inDays(-1)),
  }
  const page = await look(as[who])
  expect(page.queues).toMatchObject(keys.map((collection) => ({ collection, count: 1 })))
  expect(page.queues).toHaveLength(keys.length)
  expect(idsIn(page).toSorted()).toEqual(keys.map((key) => ids[key]).toSorted())
  expect(page.counts).toMatchObject({ todo: keys.length, new: keys.length, mine: 0, progress: 0, waiting: 0 })
  for (const key of Object.keys(ids) as Key[]) {
    const response = await get(as[who], `/${key}/${ids[key]}`)
    expect([key, response.status]).toEqual([key, (keys as readonly Key[]).includes(key) ? 200 : 404])
  }
  const refused = await get(as[who], `?queue=${who === 'treasurer' ? 'members' : 'teams'}`)
  expect(refused.status).toBe(400)
})

test('what has waited longest comes first, whatever it is, and pages hold each once', async () => {
  const term = inDays(2)
  const [late, later, one, two] = [
    await request({ answerBy: inDays(-3) }),
    await request({ answerBy: inDays(9) }),
    await request({ answerBy: term }),
    await request({ answerBy: term }),
  ]
  const termless = await request({ answerBy: inDays(1) })
  await site.payload.db.updateOne({ collection: defaultSlugs.commissions, id: termless, data: { answerBy: null } })
  const mail = await failedMail(inDays(-1))
  const { id: member } = await addMember(site.payload)
  const whole = await look(as.owner)
  expect(new Set(idsIn(whole))).toEqual(new Set([late, later, one, two, termless, mail, String(member)]))
  const terms = whole.rows.flatMap(({ term: at }) => at ?? [])
  expect(terms).toEqual(terms.toSorted())
  expect(whole.rows.filter(({ overdue }) => overdue).map(({ id }) => id)).toEqual([late, mail])
  expect(whole.next).toBeNull()

  const turned: string[] = []
  let after: string | null = ''
  while (after !== null) {
    const page: DeskPage = await look(as.owner, `?limit=2${after && `&after=${after}`}`)
    turned.push(...idsIn(page))
    expect(page.rows.length).toBeLessThanOrEqual(2)
    after = page.next
  }
  expect(turned).toEqual(idsIn(whole))

  const overdue = await look(as.owner, '?view=overdue')
  expect(idsIn(overdue)).toEqual([late, mail])
  expect(overdue.counts.overdue).toBe(2)
  const requests = await look(as.owner, '?queue=commissions&view=overdue')
  expect(idsIn(requests)).toEqual([late])
  expect(requests.counts).toMatchObject({ todo: 5, overdue: 1 })
})

test('a profile is late when the working days that its mail promised have passed', async () => {
  const { id } = await addMember(site.payload)
  const since = inDays(-20)
  await site.payload.db.updateOne({ collection: defaultSlugs.members, id, data: { since } })
  const [row] = (await look(as.anna, '?view=overdue')).rows
  expect(row).toMatchObject({ id: String(id), overdue: true, term: responseDeadline(new Date(since), 3).toISOString() })
  await site.payload.db.updateOne({ collection: defaultSlugs.members, id, data: { since: inDays(0) } })
  expect((await look(as.anna, '?view=overdue')).rows).toEqual([])
})

test('mine and others’ are told apart, and what is set aside comes back on its day', async () => {
  const [mine, theirs, free] = [await request(), await request(), await request()]
  await press(as.anna, 'commissions', mine, 'take')
  await press(as.bruno, 'commissions', theirs, 'take-on')
  const page = await look(as.anna)
  expect(idsIn(page).toSorted()).toEqual([mine, free].toSorted())
  expect(page.rows.find(({ id }) => id === mine)?.editor).toEqual({ name: 'anna@rete.example', mine: true })
  expect(page.counts).toEqual({ todo: 2, mine: 1, new: 1, progress: 2, overdue: 0, waiting: 0 })
  const [other] = (await look(as.anna, '?view=progress')).rows.filter(({ id }) => id === theirs)
  expect(other?.editor).toEqual({ name: 'bruno@rete.example', mine: false })

  const on = inDays(5).slice(0, 10)
  await press(as.anna, 'commissions', mine, 'remind', { on })
  const aside = await look(as.anna)
  expect(idsIn(aside)).toEqual([free])
  expect(aside.counts).toMatchObject({ todo: 1, mine: 1, waiting: 1 })
  expect((await look(as.anna, '?view=waiting')).rows[0]).toMatchObject({ id: mine, remindAt: `${on}T05:00:00.000Z` })
  await site.payload.db.updateOne({ collection: defaultSlugs.commissions, id: mine, data: { remindAt: inDays(-1) } })
  expect((await look(as.anna)).counts).toMatchObject({ todo: 2, waiting: 0 })

  const { docs } = await site.payload.find({ collection: 'users', where: { email: { equals: 'bruno@rete.example' } } })
  const user = { collection: 'users', id: docs[0]?.id as number | string }
  await site.payload.update({ ...user, data: { mokorAwayUntil: inDays(3) } })
  expect((await look(as.anna)).counts).toMatchObject({ todo: 3, new: 2 })
  const everybody = { collection: 'users' as const, where: { id: { exists: true } } }
  await site.payload.update({ ...everybody, data: { mokorAwayUntil: inDays(3) } })
  // Where nobody is there, whoever looks nevertheless finds it all free.
  expect((await look(as.anna)).counts).toMatchObject({ todo: 3, new: 2 })
  await site.payload.update({ ...everybody, data: { mokorAwayUntil: null } })
})

test('whoever was asked for changes has a week to answer, before the desk looks again on the next of its days', async () => {
  const { options } = mokor(site.payload)
  const { deskDays } = options
  const inAWeek = new Date(Date.now() + 7 * dayMs)
  // Somebody is there on one day of the week alone, the day after.
  options.deskDays = weekdays.filter((_, n) => isDeskDay(new Date(inAWeek.getTime() + dayMs), [weekdays[n] as Weekday]))
  const { id } = await addMember(site.payload)
  await press(as.anna, 'members', id, 'request-changes', { reason: 'Scrivi che legno usi.' })
  options.deskDays = deskDays
  const page = await look(as.anna)
  expect([page.rows, page.counts.waiting]).toEqual([[], 1])
  const [row] = (await look(as.anna, '?view=waiting')).rows
  const days = (Date.parse(row?.remindAt ?? '') - Date.now()) / dayMs
  expect(days).toBeGreaterThan(7)
  expect(days).toBeLessThanOrEqual(8)
})

test('an empty desk says when the next term is', async () => {
  expect(await look(as.anna)).toMatchObject({ rows: [], next: null, nextTerm: null })
  const term = inDays(4)
  const id = await request({ answerBy: term })
  await press(as.bruno, 'commissions', id, 'take')
  const page = await look(as.anna)
  expect(page.rows).toEqual([])
  const { answerBy } = (await site.payload.findByID({ collection: defaultSlugs.commissions, id })) as {
    answerBy?: string
  }
  expect(page.nextTerm).toBe(answerBy)
})

test('whoever looks at the queue has read nobody’s file, even where one item stands in it', async () => {
  await request()
  const lines = async () => (await site.payload.count({ collection: defaultSlugs.securityLog })).totalDocs
  const before = await lines()
  expect((await look(as.owner, '?queue=commissions&limit=1')).rows).toHaveLength(1)
  expect(await lines()).toBe(before)
})

test('an item brings all that is needed to judge it', async () => {
  const id = await request()
  await press(as.anna, 'commissions', id, 'note', { text: 'Richiamare dopo le sei.' })
  const item = (await (await get(as.anna, `/commissions/${id}`)).json()) as DeskItem
  expect(item.row).toMatchObject({ who: 'Pina Riva', place: 'Milano (MI)', stands: 'fresh' })
  expect(item.sheet.contacts).toEqual([
    { label: 'Telefono', kind: 'phone', value: '+39 02 123 4567', note: null },
    { label: 'E-mail', kind: 'email', value: 'pina@posta.example' },
  ])
  expect(item.sheet.texts).toEqual([
    { label: 'Che lavoro serve', text: 'Imbiancare una cucina piccola, con il soffitto alto.' },
  ])
  expect(item.sheet.trades).toEqual([{ name: 'imbianchina', own: true }])
  expect(item.sheet.facts).toContainEqual({ label: 'Dove si svolge', value: 'In un luogo' })
  expect(item.view.actions.map(({ name }) => name)).toContain('take')
  expect(item.view).toMatchObject({ notes: [{ by: 'anna@rete.example', text: 'Richiamare dopo le sei.' }] })
  expect(item.timeline.map(({ to }) => to)).toEqual(['received'])

  const { id: member } = await addMember(site.payload)
  const profile = (await (await get(as.anna, `/members/${member}`)).json()) as DeskItem
  expect(profile.row).toMatchObject({ title: 'Maria Colnaghi', who: 'Restauro mobili e infissi', place: 'Milano (MI)' })
  expect(profile.view).toMatchObject({ card: { name: 'Maria C.' } })
  expect(profile.sheet.trades[0]).toMatchObject({ name: 'falegname', own: true })

  const mail = await failedMail(inDays(-1))
  const stuck = (await (await get(as.anna, `/outbox/${mail}`)).json()) as DeskItem
  expect(stuck.row).toMatchObject({ title: 'La tua scheda è attiva', who: 'Maria Colnaghi', overdue: true })
})

const madeUp = Buffer.from(JSON.stringify({ members: [null, 'x'] })).toString('base64url')

test.each([
  [`?after=${madeUp}`, 'after'],
  ['?view=x', 'todo, mine, new, progress, overdue, waiting'],
  ['?after=x', 'after'],
  ['?queue=links', 'members, messages, commissions, outbox'],
])('%s is refused with what is possible', async (query, words) => {
  const response = await get(as.anna, query)
  expect(response.status).toBe(400)
  expect(await response.text()).toContain(words)
})

test('what is not there is said kindly, whatever stands in the address', async () => {
  for (const id of ['999999', '6563a1b2c3d4e5f6a7b8c9d0', 'x', '%20', 'a'.repeat(300)]) {
    const response = await get(as.anna, `/commissions/${id}`)
    expect([id, response.status]).toEqual([id, 404])
    expect(await response.text()).toContain('forse se n’è già occupata un’altra persona')
  }
})

test('a term follows from its date, or is the date itself', () => {
  const options = { organisation: { answerDays: 3 } } as never
  expect(termOf({ field: 'answerBy' }, '2026-12-03T21:59:00.000Z', options)).toBe('2026-12-03T21:59:00.000Z')
  expect(termOf({ field: 'answerBy' }, null, options)).toBeNull()
})

describe('a list as a file', () => {
  const file = async (headers: Headers, query: Record<string, string>, slug = 'members') => {
    const response = await site.fetch(`/api/mokor/export/${slug}?${new URLSearchParams(query)}`, {
      headers: { ...headers, 'Accept-Language': 'it' },
    })
    // `text()` would take the mark away.
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer())
    return { response, text }
  }
  const lines = (text: string): string[] => text.replace('\uFEFF', '').split('\r\n').filter(Boolean)
  const person = (firstName: string, more: object = {}) =>
    addMember(site.payload, { firstName, email: `${firstName.toLowerCase()}@posta.example`, phone: null, ...more })

  test('holds the columns, the order, the filter and the search that the list shows, in words', async () => {
    const { id: skill } = await site.payload.create({
      collection: 'skills',
      data: { names: { it: 'Liutaia; restauro', en: 'Luthier' }, sector: 'crafts' },
    })
    await person('Zoe', { place: { municipality: 'Beinasco' }, skills: [{ skill, origin: 'practised' }] })
    await person('Ada', { radiusKm: null, since: '2026-11-30T17:05:00.000Z', phonePublic: true })
    await person('Eva', { status: 'active' })
    const columns = 'firstName,status,place.municipality,place.province,radiusKm,languages,skills,phonePublic'
    const where = JSON.stringify({ and: [{ status: { equals: 'pending' } }] })
    const { response, text } = await file(as.anna, { columns, where, sort: '-firstName' })
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; filename="aderenti-\d{4}-\d\d-\d\d\.csv"$/,
    )
    expect(response.headers.get('cache-control')).toBe('private, no-store')
    expect(text.startsWith('\uFEFF')).toBe(true)
    expect(lines(text)).toEqual([
      'Nome;Stato;Comune;Provincia;Fin dove si sposta;Lingue che parla;Capacità;Vuole mostrare il telefono',
      'Zoe;Da approvare;Beinasco (TO);TO;25 km;italiano;"Liutaia; restauro";no',
      'Ada;Da approvare;Milano (MI);MI;Tutta Italia;italiano;falegname;sì',
    ])
    const found = await file(as.anna, { columns: 'firstName', search: 'zoe beinasco' })
    expect(lines(found.text)).toEqual(['Nome', 'Zoe'])
    const town = JSON.stringify({ and: [{ 'place.municipality': { like: 'beina' } }] })
    expect(lines((await file(as.anna, { columns: 'firstName', where: town })).text)).toEqual(['Nome', 'Zoe'])
  })

  test('says what wants a look, dates as people write them, and amounts as a spreadsheet counts them', async () => {
    await person('Ada', { consents: [] })
    const looked = lines((await file(as.anna, { columns: 'firstName,mokorLook' })).text)
    expect(looked).toEqual(['Nome;Da guardare', expect.stringMatching(/^Ada;Manca: Consensi/)])
    await pledge({ amountCents: 123_456 })
    const [, row] = lines((await file(as.treasurer, { columns: 'amountCents,createdAt' }, 'donations')).text)
    expect(row).toMatch(/^1234,56;\d{1,2}º? \p{L}{3} \d{4} \d\d:\d\d$/u)
  })

  test('runs nothing on the machine that opens it', async () => {
    const wicked = ['=1+1', '+39 1', '-2', '@SUM(A1)', '  =cmd|x', '＝1', 'a"b', 'a;b', 'due\nrighe']
    for (const notes of wicked) await person(`P${wicked.indexOf(notes)}`, { notes })
    const { text } = await file(as.anna, { columns: 'notes', sort: 'firstName' })
    expect(text.replace('\uFEFF', '').split('\r\n')).toEqual([
      'Note della redazione',
      "'=1+1",
      "'+39 1",
      "'-2",
      "'@SUM(A1)",
      expect.stringMatching(/^' *=cmd\|x$/),
      "'＝1",
      '"a""b"',
      '"a;b"',
      '"due\nrighe"',
      '',
    ])
  })

  test('names what it cannot do: no such list, column or filter; one that is not the reader’s', async () => {
    const refused = async (headers: Headers, query: Record<string, string>, slug?: string) => {
      const { response, text } = await file(headers, query, slug)
      return [response.status, JSON.parse(text).errors[0].message]
    }
    expect(await refused(as.anna, {}, 'users')).toEqual([404, expect.stringContaining('«users»')])
    expect(await refused(as.anna, { columns: 'firstName,boh' })).toEqual([400, expect.stringContaining('«boh»')])
    expect(await refused(as.anna, { columns: 'nameKey' })).toEqual([400, expect.stringContaining('«nameKey»')])
    expect(await refused(as.anna, { where: '{' })).toEqual([400, expect.stringContaining('filtro')])
    expect((await refused(as.anna, { where: '{"boh":{"equals":1}}' }))[0]).toBe(400)
    expect(await refused(as.treasurer, {})).toEqual([403, expect.any(String)])
  })

  test('is written a page at a time, each document once', async () => {
    for (let n = 0; n < 260; n++)
      await site.payload.db.create({
        collection: 'commissions',
        data: {
          title: `Richiesta ${n}`,
          reference: `R${n}`,
          status: 'received',
          client: { kind: 'person', name: 'Pina', contactBy: 'phone', lang: 'it' },
          description: 'Imbiancare una cucina',
          mode: 'remote',
          choice: 'network',
          channel: 'phone',
          when: { soon: 'soon' },
        },
      })
    const response = await site.fetch('/api/mokor/export/commissions?columns=reference&sort=mode', { headers: as.anna })
    const pieces: string[] = []
    for await (const piece of response.body as unknown as AsyncIterable<Uint8Array>)
      pieces.push(new TextDecoder('utf-8', { ignoreBOM: true }).decode(piece))
    expect(pieces.length).toBe(3)
    const references = lines(pieces.join('')).slice(1)
    expect([references.length, new Set(references).size]).toEqual([260, 260])
  })
})
