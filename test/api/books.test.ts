// The books behind donations: what arrives becomes an entry that stays, a donation's sums follow from its entries, and where the
// database cannot keep books everything works as before and says so.
import type { Where } from 'payload'
import { carryAllOver, checkBooks } from '../../collections/donations/commands/books.js'
import type { Donation } from '../../collections/donations/index.js'
import { donationsSummary } from '../../collections/donations/index.js'
import { keepsBooks } from '../../collections/donations/ledger/books.js'
import { holding } from '../../collections/donations/ledger/fold.js'
import type { Entry } from '../../collections/donations/ledger/posting.js'
import { bookSentences } from '../../collections/donations/ledger/words.js'
import { appending } from '../../plugin/database/append-only.js'
import type { PanelDto } from '../../plugin/desk/index.js'
import { drainOutbox } from '../../plugin/outbox/index.js'
import { dayInItaly } from '../../plugin/values/dates.js'
import { database, mongoUrl, type Site, startSite } from '../support/site.js'

const site = await startSite({ plugin: { outbox: { undoSeconds: 60 } } })
const owner = await site.as('owner@rete.example', ['owner'])
const treasurer = await site.as('treasurer@rete.example', ['treasurer'])
const editor = await site.as('editor@rete.example', ['editor'])
afterAll(() => site.close())

/** SQLite takes nothing back as one. */
const kept = database !== 'sqlite'

const dayMs = 86_400_000
const daysAgo = (days: number) => dayInItaly(new Date(Date.now() - days * dayMs))
const today = daysAgo(0)

async function pledge(more: Record<string, unknown> = {}, on: Site = site): Promise<Donation> {
  const data = { amountCents: 2500, donor: { type: 'person', name: 'Ada Neri' }, ...more }
  return (await on.payload.create({ collection: 'donations', data, depth: 0 })) as unknown as Donation
}
const stored = async ({ id }: Pick<Donation, 'id'>, on: Site = site) =>
  (await on.payload.findByID({ collection: 'donations', id, depth: 0 })) as unknown as Donation

async function ask(at: string, body?: unknown, headers = treasurer, on: Site = site) {
  const response = await on.fetch(`/api/donations/${at}`, {
    headers: { ...headers, 'Content-Type': 'application/json', 'Accept-Language': 'it' },
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
  })
  return { status: response.status, body: await response.json() }
}
const act = (id: Donation['id'], step: string, body: object = {}) => ask(`${id}/mokor/${step}`, body)
const arrive = (id: Donation['id'], values: object = {}, headers = treasurer) =>
  ask(
    `${id}/mokor/panels/books/arrive`,
    { values: { amount: '25', on: today, mode: 'bank-transfer', row: 'A4', note: '', ...values } },
    headers,
  )
const correct = (id: Donation['id'], key: string, more: object = {}) =>
  ask(`${id}/mokor/panels/books/correct`, { values: { key, kind: 'correction', reason: 'Era di un’altra', ...more } })
const panel = async (id: Donation['id'], on: Site = site, headers = treasurer) =>
  (await ask(`${id}/mokor/panels/books`, undefined, headers, on)).body as PanelDto

async function entries(id?: Donation['id']): Promise<Entry[]> {
  const where: Where = id === undefined ? {} : { donation: { equals: String(id) } }
  const { docs } = await site.payload.find({
    collection: 'mokor-ledger',
    where,
    sort: 'createdAt',
    pagination: false,
    depth: 0,
  })
  return docs as unknown as Entry[]
}
const legs = ({ legs: all }: Entry) => all.map(({ account, cents }) => [account, cents])

const violations = async (mend = false) => (await checkBooks(site.payload, { mend })).violations

if (kept) {
  describe('arrivals', () => {
    test('“Arrivata” is an entry of the day, and the donation holds what the books say', async () => {
      const { id } = await pledge()
      expect((await act(id, 'received')).status).toBe(200)
      const [entry, ...others] = await entries(id)
      expect(others).toEqual([])
      expect(entry).toMatchObject({ on: today, kind: 'gift', mode: 'bank-transfer', by: 'treasurer@rete.example' })
      expect(entry && legs(entry)).toEqual([
        ['bank:3456', 2500],
        ['income:A4', -2500],
      ])
      expect(await stored({ id })).toMatchObject({ status: 'received', receivedCents: 2500, receivedCount: 1 })
      expect((await act(id, 'received')).status).toBe(409)
      expect(await entries(id)).toHaveLength(1)
    })

    test('a monthly gift holds as many as come, goes quiet, and stands again', async () => {
      const before = await donationsSummary(site.payload)
      const { id } = await pledge({ amountCents: 1000, frequency: 'monthly' })
      expect((await act(id, 'received')).status).toBe(409)
      for (const days of [180, 150, 120, 90, 60])
        expect((await arrive(id, { amount: '10', on: daysAgo(days) })).status).toBe(200)
      expect(await stored({ id })).toMatchObject({ status: 'standing', receivedCents: 5000, receivedCount: 5 })
      expect(await donationsSummary(site.payload)).toMatchObject({
        received: before.received + 5,
        receivedCents: before.receivedCents + 5000,
      })
      await drainOutbox(site.payload, () => new Date(Date.now() + dayMs))
      expect((await stored({ id })).status).toBe('lapsed')
      expect((await act(id, 'instalment')).status).toBe(200)
      expect(await stored({ id })).toMatchObject({ status: 'standing', receivedCents: 6000, receivedCount: 6 })
      await drainOutbox(site.payload, () => new Date(Date.now() + dayMs))
      expect((await stored({ id })).status).toBe('standing')
      expect((await act(id, 'end')).status).toBe(200)
      expect((await arrive(id, { amount: '10' })).status).toBe(200)
      expect(await stored({ id })).toMatchObject({ status: 'standing', receivedCount: 7 })
      expect((await entries(id)).map(({ key }) => key)).toEqual([1, 2, 3, 4, 5, 6, 7].map((n) => `hand:${id}:${n}`))
    })

    test('another amount, day and way: cash lies in the till, and a second arrival is added', async () => {
      const { id } = await pledge()
      expect((await arrive(id, { amount: '12,50', on: daysAgo(3), mode: 'cash', note: 'Alla festa' })).status).toBe(200)
      expect((await arrive(id, { amount: '12.50', row: 'A1' })).status).toBe(200)
      expect((await entries(id)).map((entry) => [entry.on, entry.mode, entry.note ?? null, legs(entry)])).toEqual([
        [
          daysAgo(3),
          'cash',
          'Alla festa',
          [
            ['cash', 1250],
            ['income:A4', -1250],
          ],
        ],
        [
          today,
          'bank-transfer',
          null,
          [
            ['bank:3456', 1250],
            ['income:A1', -1250],
          ],
        ],
      ])
      expect(await stored({ id })).toMatchObject({ status: 'received', receivedCents: 2500, receivedCount: 2 })
    })

    test.each<[string, object, string]>([
      ['no amount', { amount: 'tanto' }, 'amount'],
      ['nothing', { amount: '0' }, 'amount'],
      ['less than nothing', { amount: '-5' }, 'amount'],
      ['a number that is no text', { amount: 25 }, 'amount'],
      ['too much', { amount: '99999999999999' }, 'amount'],
      ['cash that the law forbids', { amount: '5000', mode: 'cash' }, 'amount'],
      ['tomorrow', { on: daysAgo(-1) }, 'on'],
      ['a day that does not exist', { on: '2026-02-30' }, 'on'],
      ['an unknown way', { mode: 'barter' }, 'mode'],
      ['an unknown row', { row: 'Z9' }, 'row'],
    ])('%s is refused by the field’s name, and nothing is booked', async (_, values, field) => {
      const { id } = await pledge()
      const refused = await arrive(id, values)
      expect([refused.status, refused.body.errors[0].data]).toEqual([422, { field }])
      expect(await entries(id)).toEqual([])
      expect((await stored({ id })).status).toBe('pledged')
    })

    test('what the books say is not written by hand', async () => {
      const { id } = await pledge()
      await act(id, 'received')
      const patch = (body: object) =>
        site.fetch(`/api/donations/${id}`, {
          method: 'PATCH',
          headers: { ...treasurer, 'Content-Type': 'application/json' },
          body: JSON.stringify(body),
        })
      expect((await patch({ receivedCents: 1 })).status).toBe(409)
      await patch({ receivedCount: 9 })
      expect(await stored({ id })).toMatchObject({ receivedCents: 2500, receivedCount: 1 })
    })

    test('editors who keep no accounts see no panel, and book nothing', async () => {
      const { id } = await pledge()
      expect((await arrive(id, {}, editor)).status).toBe(403)
      expect((await ask(`${id}/mokor/panels/books`, undefined, editor)).status).toBe(403)
      expect((await ask(`${id}/mokor`, undefined, editor)).body.panels).toEqual([])
    })
  })

  describe('corrections', () => {
    test('“Rimetti in attesa” is a counter-entry: nothing goes, everything sums to nothing', async () => {
      const { id } = await pledge()
      await act(id, 'received')
      expect((await act(id, 'reopen')).status).toBe(200)
      const [gift, counter] = await entries(id)
      expect(counter).toMatchObject({
        kind: 'correction',
        reverses: gift?.key,
        note: expect.stringContaining('sbaglio'),
      })
      expect(await stored({ id })).toMatchObject({ status: 'pledged', receivedCents: null, receivedCount: null })
      expect((await act(id, 'received')).status).toBe(200)
      expect(await entries(id)).toHaveLength(3)
      expect(await stored({ id })).toMatchObject({ status: 'received', receivedCents: 2500, receivedCount: 1 })
    })

    test('a step that is taken back at the desk is taken back in the books', async () => {
      const { id } = await pledge()
      for (const [step, status, count] of [
        ['received', 'pledged', null],
        ['received', 'pledged', null],
      ] as const) {
        const taken = await act(id, step)
        expect((await act(id, 'undo', { seen: taken.body.undo.seen })).status).toBe(200)
        expect(await stored({ id })).toMatchObject({ status, receivedCents: null, receivedCount: count })
      }
      await act(id, 'received')
      const reopened = await act(id, 'reopen')
      expect((await act(id, 'undo', { seen: reopened.body.undo.seen })).status).toBe(200)
      expect(await stored({ id })).toMatchObject({ status: 'received', receivedCents: 2500, receivedCount: 1 })
      const all = await entries(id)
      const held = holding(all)
      expect(all.filter(({ key, kind }) => kind === 'gift' && held.has(key))).toHaveLength(1)
      expect(all.flatMap(legs).filter(([account]) => account === 'bank:3456')).toHaveLength(all.length)
    })

    test('one of several: by its reason, once', async () => {
      const { id } = await pledge({ frequency: 'monthly' })
      for (const days of [40, 10]) await arrive(id, { on: daysAgo(days) })
      const [first, second] = (await entries(id)) as [Entry, Entry]
      expect((await correct(id, second.key, { reason: ' ' })).body.errors[0].data).toEqual({ field: 'reason' })
      expect((await correct(id, 'hand:0:1')).status).toBe(404)
      expect((await correct(id, second.key)).status).toBe(200)
      expect((await correct(id, second.key)).status).toBe(409)
      expect(await stored({ id })).toMatchObject({ status: 'standing', receivedCents: 2500, receivedCount: 1 })
      expect(dayInItaly(new Date((await stored({ id })).receivedAt ?? 0))).toBe(first.on)
      const bounced = await correct(id, first.key, { kind: 'reversal', on: daysAgo(1), reason: 'Conto chiuso' })
      expect(bounced.status).toBe(200)
      expect(await stored({ id })).toMatchObject({ status: 'pledged', receivedCents: null, receivedCount: null })
      expect((await entries(id)).at(-1)).toMatchObject({ kind: 'reversal', on: daysAgo(1), note: 'Conto chiuso' })
      const shown = (await panel(id)).groups?.[0]?.entries ?? []
      expect(shown.map(({ status }) => status?.text ?? null)).toEqual([null, null, 'Annullata', 'Annullata'])
    })
  })

  describe('entries stay as they are', () => {
    let entry: Entry
    beforeAll(async () => {
      if (!kept) return
      const { id } = await pledge()
      await act(id, 'received')
      entry = (await entries(id))[0] as Entry
    })
    const collection = 'mokor-ledger'
    const where = { key: { exists: true } }

    test.each<[string, () => Promise<unknown>]>([
      ['update', () => site.payload.update({ collection, id: entry.id, data: { note: 'x' } })],
      ['bulk update', () => site.payload.update({ collection, where, data: { note: 'x' } })],
      ['delete', () => site.payload.delete({ collection, id: entry.id })],
      ['bulk delete', () => site.payload.delete({ collection, where })],
      ['duplicate', () => site.payload.duplicate({ collection, id: entry.id, data: { key: 'x' } })],
      ['create', () => site.payload.create({ collection, data: { ...entry, id: undefined, key: 'x' } })],
      ['the adapter’s create', () => site.payload.db.create({ collection, data: { ...entry, key: 'x' } })],
      ['the adapter’s update', () => site.payload.db.updateOne({ collection, id: entry.id, data: { note: 'x' } })],
      ['the adapter’s bulk update', () => site.payload.db.updateMany({ collection, where, data: { note: 'x' } })],
      ['the adapter’s upsert', () => site.payload.db.upsert({ collection, where, data: { note: 'x' } })],
      ['the adapter’s delete', () => site.payload.db.deleteOne({ collection, where })],
      ['the adapter’s bulk delete', () => site.payload.db.deleteMany({ collection, where })],
      [
        'the adapter’s delete, even of code that may add',
        () => appending(() => site.payload.db.deleteMany({ collection, where })),
      ],
    ])('%s', async (_, attempt) => {
      const before = await entries()
      await expect(attempt()).rejects.toThrow(/stay|resta|cannot be duplicated/)
      expect(await entries()).toEqual(before)
    })

    test.each<[string, () => string]>([
      ['PATCH', () => `/${entry.id}`],
      ['PATCH', () => '?where[key][exists]=true'],
      ['DELETE', () => `/${entry.id}`],
      ['DELETE', () => '?where[key][exists]=true'],
      ['POST', () => ''],
    ])('%s over HTTP, also for an owner', async (method, at) => {
      const before = await entries()
      const { createdAt: _, id: __, ...posting } = entry
      const body = JSON.stringify({ ...posting, key: 'x' })
      const headers = { ...owner, 'Content-Type': 'application/json' }
      expect((await site.fetch(`/api/mokor-ledger${at()}`, { method, headers, body })).status).toBe(403)
      expect(await entries()).toEqual(before)
    })
  })

  describe('at once', () => {
    test('a hundred arrivals are a hundred entries', async () => {
      const pledges: Donation[] = []
      for (let n = 0; n < 100; n++) pledges.push(await pledge({ amountCents: 1000 + n }))
      const taken = await Promise.all(pledges.map(({ id }) => act(id, 'received')))
      expect(new Set(taken.map(({ status }) => status))).toEqual(new Set([200]))
      const ids = new Set(pledges.map(({ id }) => String(id)))
      const booked = (await entries()).filter(({ donation }) => ids.has(donation ?? ''))
      expect(new Set(booked.map(({ key }) => key)).size).toBe(100)
      expect(booked).toHaveLength(100)
    })

    test('of one donation each is booked or refused, and the sum is that of its entries', async () => {
      const { id } = await pledge({ frequency: 'monthly' })
      const taken = await Promise.all(Array.from({ length: 8 }, () => arrive(id)))
      const done = taken.filter(({ status }) => status === 200).length
      expect(done).toBeGreaterThan(0)
      expect(await entries(id)).toHaveLength(done)
      expect(await stored({ id })).toMatchObject({ receivedCents: done * 2500, receivedCount: done })
    })

    test('two who press for one pledge book it once', async () => {
      const { id } = await pledge()
      const taken = await Promise.all([act(id, 'received'), act(id, 'received')])
      expect(taken.map(({ status }) => status).toSorted()).toEqual([200, 409])
      expect(await entries(id)).toHaveLength(1)
    })
  })

  describe('the check', () => {
    test('finds nothing in books that nobody damaged', async () => {
      expect(await violations()).toEqual([])
    })

    test('finds and mends a sum that somebody changed', async () => {
      const { id, reference } = await pledge()
      await act(id, 'received')
      await site.payload.db.updateOne({ collection: 'donations', id, data: { receivedCents: 9900 } })
      expect(await violations()).toEqual([expect.objectContaining({ kind: 'sums', about: reference })])
      expect((await checkBooks(site.payload, { mend: true })).mended).toBe(1)
      expect(await violations()).toEqual([])
      expect((await stored({ id })).receivedCents).toBe(2500)
    })

    test('finds what somebody did in the database itself', async () => {
      const { id, reference } = await pledge()
      await act(id, 'received')
      await arrive(id)
      const [first, second] = (await entries(id)) as [Entry, Entry]
      const mend = await damage(first, second)
      const found = await violations()
      expect(found).toContainEqual({ kind: 'entry', about: first.key, detail: 'sum' })
      expect(found).toContainEqual(expect.objectContaining({ kind: 'sums', about: reference }))
      await mend()
      expect(await violations()).toEqual([])
    })
  })

  describe('a year', () => {
    const past = String(Number(today.slice(0, 4)) - 1)

    async function yearOf(year: string): Promise<string> {
      const found = await site.payload.find({ collection: 'mokor-book-years', where: { year: { equals: year } } })
      if (found.docs[0]) return String(found.docs[0].id)
      const made = await site.fetch('/api/mokor-book-years', {
        method: 'POST',
        headers: { ...treasurer, 'Content-Type': 'application/json' },
        body: JSON.stringify({ year }),
      })
      expect(made.status).toBe(201)
      return String((await made.json()).doc.id)
    }
    const onYear = async (year: string, at: string, body?: object) => {
      const response = await site.fetch(`/api/mokor-book-years/${await yearOf(year)}/mokor${at}`, {
        method: body ? 'POST' : 'GET',
        headers: { ...treasurer, 'Content-Type': 'application/json', 'Accept-Language': 'it' },
        ...(body && { body: JSON.stringify(body) }),
      })
      return { status: response.status, body: await response.json() }
    }
    let sent = 0
    const book = (name: string, values: object, year = past) =>
      onYear(year, `/panels/movements/${name}`, {
        values: { once: `test-${name}-${sent++}`, on: `${year}-03-04`, ...values },
      })
    const figures = async (): Promise<Record<string, Record<string, string>>> => {
      const { groups = [] } = (await onYear(past, '/panels/figures')).body as PanelDto
      return Object.fromEntries(
        groups.map(({ key, entries: shown }) => [
          key,
          Object.fromEntries((shown ?? []).map((one) => [one.key, (one.subtitle ?? '').replace(/\s/g, ' ')])),
        ]),
      )
    }

    test('opening balances, fees, expenses and cash taken to the bank; a form sent twice is booked once', async () => {
      expect((await book('opening', { account: 'bank:3456', amount: '1.000' })).status).toBe(200)
      expect((await book('opening', { account: 'bank:3456', amount: '1' })).body.errors[0].data).toEqual({
        field: 'account',
      })
      expect((await book('fee', { account: 'cash', amount: '30', note: 'Ugo' })).status).toBe(200)
      const twice = { once: 'the-same-form', account: 'cash', amount: '12,50', row: 'A5', note: 'Treno', voucher: '7' }
      for (let n = 0; n < 2; n++) expect((await book('expense', twice)).status).toBe(200)
      expect((await book('expense', { ...twice, amount: '13' })).status).toBe(409)
      expect((await book('transfer', { from: 'cash', to: 'bank:3456', amount: '10' })).status).toBe(200)
      expect(await figures()).toMatchObject({
        money: { 'bank:3456': '1010,00 €', cash: '7,50 €' },
        income: { 'income:A1': '30,00 €' },
        expense: { 'expense:A5': '12,50 €' },
      })
      const spent = (await entries()).find(({ key }) => key === 'note:the-same-form')
      expect(spent).toMatchObject({ kind: 'expense', note: 'Treno', voucher: '7' })
      expect(spent?.donation ?? null).toBeNull()
    })

    test.each<[string, string, object, string]>([
      ['another year', 'fee', { account: 'cash', amount: '30', on: '2020-01-01' }, 'on'],
      ['no reason', 'expense', { account: 'cash', amount: '3', row: 'A5', note: ' ' }, 'note'],
      ['an account of somebody else', 'fee', { account: 'bank:9999', amount: '30' }, 'account'],
      ['the same account twice', 'transfer', { from: 'cash', to: 'cash', amount: '30' }, 'to'],
      ['a row of the other side', 'income', { account: 'cash', amount: '3', row: 'T1', note: 'x' }, 'row'],
    ])('%s is refused by name', async (_, name, values, field) => {
      const before = await entries()
      expect((await book(name, values)).body.errors[0].data).toEqual({ field })
      expect(await entries()).toEqual(before)
    })

    test('what was booked here is corrected here, with its reason', async () => {
      await book('fee', { once: 'wrong-fee', account: 'cash', amount: '99', note: 'Ada' })
      const wrong = { key: 'note:wrong-fee', reason: 'Era una donazione' }
      expect((await onYear(past, '/panels/movements/correct', { values: wrong })).status).toBe(200)
      expect((await onYear(past, '/panels/movements/correct', { values: wrong })).status).toBe(409)
      expect(await figures()).toMatchObject({ income: { 'income:A1': '30,00 €' } })
    })

    test('that is running is not closed; one that is over takes nothing more, and what changes in it is seen', async () => {
      expect((await onYear(today.slice(0, 4), '/close-year', {})).status).toBe(409)
      const { id } = await pledge()
      expect((await arrive(id, { on: `${past}-11-11` })).status).toBe(200)
      expect((await onYear(past, '/close-year', {})).status).toBe(200)
      for (const [name, values] of [
        ['fee', { account: 'cash', amount: '30' }],
        ['opening', { account: 'cash', amount: '30' }],
      ] as const)
        expect((await book(name, values)).status).toBe(409)
      const other = await pledge()
      expect((await arrive(other.id, { on: `${past}-12-01` })).status).toBe(409)
      expect((await stored(other)).status).toBe('pledged')
      // A gift of then is taken back now.
      expect((await act(id, 'reopen')).status).toBe(200)
      expect((await entries(id)).map(({ on }) => on)).toEqual([`${past}-11-11`, today])
      expect(await violations()).toEqual([])
      const mend = await changeNote('note:the-same-form')
      expect(await violations()).toEqual([expect.objectContaining({ kind: 'closed-year', about: past })])
      const { body } = await onYear(past, '/panels/check/check', { values: {} })
      expect(body.said).toContain('Una cosa non torna')
      await mend()
      expect((await onYear(past, '/panels/check/check', { values: {} })).body.said).toBe('Tutto torna.')
    })
  })

  describe('what was received before the books began', () => {
    test('is carried over once', async () => {
      const past = { status: 'received', receivedAt: `${daysAgo(100)}T09:00:00.000Z`, receivedCents: 1990 }
      const once = await pledge(past)
      const monthly = await pledge({ ...past, frequency: 'monthly' })
      expect((await violations()).map(({ kind }) => kind)).toEqual(['not-carried', 'not-carried'])
      expect(await carryAllOver(site.payload)).toBe(2)
      expect(await carryAllOver(site.payload)).toBe(0)
      expect(await violations()).toEqual([])
      for (const { id } of [once, monthly]) {
        const [entry, ...others] = await entries(id)
        expect([entry?.on, entry && legs(entry)[0], others]).toEqual([daysAgo(100), ['bank:3456', 1990], []])
      }
      expect(await stored(once)).toMatchObject({ status: 'received', receivedCents: 1990, receivedCount: 1 })
      expect(await stored(monthly)).toMatchObject({ status: 'standing', receivedCents: 1990, receivedCount: 1 })
      await drainOutbox(site.payload, () => new Date(Date.now() + dayMs))
      expect((await stored(monthly)).status).toBe('lapsed')
    })

    test('and what comes for it then is added', async () => {
      const { id } = await pledge({
        frequency: 'monthly',
        status: 'received',
        receivedAt: `${daysAgo(20)}T09:00:00.000Z`,
        receivedCents: 1000,
      })
      expect((await panel(id)).notes?.[0]).toContain('mokor:books --carry')
      expect((await act(id, 'instalment')).status).toBe(200)
      expect(await stored({ id })).toMatchObject({ status: 'standing', receivedCents: 3500, receivedCount: 2 })
    })
  })
}

/** Of MongoDB's driver, past Payload. */
interface RawCollection {
  findOneAndDelete(filter: object): Promise<object>
  updateOne(filter: object, change: object): Promise<unknown>
  insertOne(document: object): Promise<unknown>
}

function rawLedger(): RawCollection {
  const { collections } = site.payload.db as unknown as { collections: Record<string, { collection: RawCollection }> }
  const { collection } = collections['mokor-ledger'] ?? {}
  if (!collection) throw new Error('no ledger')
  return collection
}

/** Past Payload. */
async function sql(raw: string): Promise<void> {
  const { drizzle, execute } = site.payload.db as unknown as {
    drizzle: unknown
    execute(statement: { drizzle: unknown; raw: string }): Promise<unknown>
  }
  await execute.call(site.payload.db, { drizzle, raw })
}

/** One cent more in the first entry, the second one gone. Gives what puts it right. */
async function damage(first: Entry, second: Entry): Promise<() => Promise<void>> {
  if (database === 'mongo') {
    const add = (cents: number) => rawLedger().updateOne({ key: first.key }, { $inc: { 'legs.0.cents': cents } })
    await add(1)
    const gone = await rawLedger().findOneAndDelete({ key: second.key })
    return async () => {
      await add(-1)
      await rawLedger().insertOne(gone)
    }
  }
  const leg = `_parent_id = ${first.id} and account = 'income:A4'`
  await sql(`update mokor_ledger_legs set cents = cents + 1 where ${leg}`)
  await sql(`update mokor_ledger set donation = null where id = ${second.id}`)
  return async () => {
    await sql(`update mokor_ledger_legs set cents = cents - 1 where ${leg}`)
    await sql(`update mokor_ledger set donation = '${second.donation}' where id = ${second.id}`)
  }
}

/** Another reason in an entry that balances still. */
async function changeNote(key: string): Promise<() => Promise<void>> {
  const write = async (note: string): Promise<void> => {
    if (database === 'mongo') await rawLedger().updateOne({ key }, { $set: { note } })
    else await sql(`update mokor_ledger set note = '${note}' where key = '${key}'`)
  }
  await write('Vacanza')
  return () => write('Treno')
}

/** Everything works as it did, nothing is booked, and the panel says why. */
async function worksWithoutBooks(on: Site): Promise<void> {
  const { payload } = on
  const headers = await on.as('cassa@rete.example', ['treasurer'])
  expect(await keepsBooks(payload)).toBe(false)
  for (const frequency of ['once', 'monthly']) {
    const { id } = await pledge({ frequency }, on)
    expect(await panel(id, on, headers)).toMatchObject({ notes: [bookSentences.notKept.it] })
    expect((await panel(id, on, headers)).buttons).toBeUndefined()
    const refused = await ask(`${id}/mokor/panels/books/arrive`, { values: { amount: '25', on: today } }, headers, on)
    expect(refused.status).toBe(409)
    expect((await ask(`${id}/mokor/instalment`, {}, headers, on)).status).toBe(409)
    expect((await ask(`${id}/mokor/received`, {}, headers, on)).status).toBe(200)
    expect(await stored({ id }, on)).toMatchObject({ status: 'received', receivedCents: 2500 })
    expect((await ask(`${id}/mokor/reopen`, {}, headers, on)).status).toBe(200)
    expect(await stored({ id }, on)).toMatchObject({ status: 'pledged', receivedCents: null })
  }
  expect(await carryAllOver(payload)).toBe(0)
  expect((await payload.count({ collection: 'mokor-ledger' })).totalDocs).toBe(0)
}

if (database === 'sqlite') test('SQLite: “Arrivata” as before, and nothing is booked', () => worksWithoutBooks(site))

if (database === 'mongo')
  test('MongoDB that is addressed without its replica set: the same', async () => {
    const alone = await startSite({
      databaseUrl: mongoUrl(`alone${process.pid}`).replace(/replicaSet=\w+/, 'directConnection=true'),
    })
    try {
      await worksWithoutBooks(alone)
    } finally {
      await alone.close()
    }
  })
