// The desk's own steps on what waits there: who takes it on, notes, reminders.
import { jest } from '@jest/globals'
import { wasConfirmed } from '../../collections/commissions/lifecycle.js'
import { donationJobs } from '../../collections/donations/jobs.js'
import { finishLeaving } from '../../collections/members/index.js'
import { databaseNow } from '../../plugin/database/clock.js'
import { inTransaction } from '../../plugin/database/transaction.js'
import type { AssignmentView } from '../../plugin/desk/assignment.js'
import { digestJob } from '../../plugin/desk/digest.js'
import type { MailPreview } from '../../plugin/desk/preview.js'
import type { UndoView } from '../../plugin/desk/undo.js'
import type { WaitingMail } from '../../plugin/desk/waiting-mails.js'
import type { EditorView } from '../../plugin/lifecycle/actions.js'
import { rehearse } from '../../plugin/lifecycle/rehearsal.js'
import { drainOutbox } from '../../plugin/outbox/index.js'
import { queueRecurring } from '../../plugin/outbox/round.js'
import { dayInItaly } from '../../plugin/values/dates.js'
import { startSiteWithMail } from '../support/mailed-site.js'
import { addMember, carpenter } from '../support/people.js'
import { defaultSlugs } from '../support/rooms.js'
import { setClockWrong } from '../support/wrong-clock.js'

const { site, mailbox } = await startSiteWithMail({
  plugin: { features: 'all', outbox: { worker: false, undoSeconds: 60 } },
})

type Kept = 'members' | 'commissions' | 'donations'
type Key = Kept | 'outbox'
type Headers = Record<string, string>

const as = {} as Record<'owner' | 'anna' | 'bruno' | 'cassa' | 'nobody', Headers>
const idOf = async (email: string) =>
  (await site.payload.find({ collection: 'users', where: { email: { equals: email } } })).docs[0]?.id as number | string

beforeAll(async () => {
  as.owner = await site.as('owner@rete.example', ['owner'])
  as.anna = await site.as('anna@rete.example', ['editor'])
  as.bruno = await site.as('bruno@rete.example', ['editor'])
  as.cassa = await site.as('cassa@rete.example', ['treasurer'])
  as.nobody = await site.as('ospite@rete.example', [])
})

type View = EditorView &
  AssignmentView & {
    undo: UndoView | null
    mails: WaitingMail[]
    previews: Record<string, MailPreview[]>
    writesTo: { address: string; lang: string } | null
    errors?: { message: string }[]
  }

/** Of a step for several documents. */
interface Several {
  done: (number | string)[]
  taken: { id: number | string; undo: UndoView }[]
}

interface Answer {
  status: number
  body: View
}

async function ask(headers: Headers, key: Key, path: string, sent?: object): Promise<Answer> {
  const response = await site.fetch(`/api/${defaultSlugs[key]}/${path}`, {
    method: sent ? 'POST' : 'GET',
    headers: { ...headers, 'Content-Type': 'application/json', 'Accept-Language': 'it' },
    ...(sent ? { body: JSON.stringify(sent) } : {}),
  })
  return { status: response.status, body: (await response.json()) as View }
}

const sentence = ({ body }: Answer): string => body.errors?.[0]?.message ?? ''

const view = async (headers: Headers, key: Key, id: number | string) => (await ask(headers, key, `${id}/mokor`)).body

/** As the desk does: with the state that it was shown for. */
const takeBack = async (headers: Headers, key: Key, id: number | string): Promise<Answer> =>
  ask(headers, key, `${id}/mokor/undo`, { seen: (await view(headers, key, id)).revision })

let made = 1000

const samples: Record<Kept, () => Record<string, unknown>> = {
  // As somebody who was shown before: the first time gives an address that stays.
  members: () => carpenter({ slug: `maria-c-${made++}` }),
  commissions: () => ({
    client: { kind: 'person', name: 'Pina', email: 'pina@posta.example', lang: 'it' },
    description: 'Imbiancare una cucina piccola',
    mode: 'remote',
  }),
  donations: () => ({ amountCents: 2500, donor: { type: 'person', name: 'Olga', email: 'olga@posta.example' } }),
}

const newRequest = async (): Promise<number | string> =>
  (await site.payload.create({ collection: 'commissions', data: samples.commissions() })).id

describe('who has it', () => {
  test('is whoever took it on; a colleague is told, and may be passed it', async () => {
    const { id } = await addMember(site.payload)
    expect(await view(as.anna, 'members', id)).toMatchObject({
      editor: null,
      notes: [],
      remindAt: null,
      assignable: true,
    })
    expect((await ask(as.anna, 'members', `${id}/mokor/take-on`, {})).status).toBe(200)
    expect((await view(as.anna, 'members', id)).editor).toMatchObject({ name: 'anna@rete.example', mine: true })
    expect((await view(as.bruno, 'members', id)).editor).toMatchObject({ name: 'anna@rete.example', mine: false })
    for (const step of ['take-on', 'release']) {
      const refused = await ask(as.bruno, 'members', `${id}/mokor/${step}`, {})
      expect([step, refused.status]).toEqual([step, 409])
      expect(sentence(refused)).toContain('anna@rete.example')
    }
    const colleagues = (await view(as.anna, 'members', id)).colleagues.map(({ name }) => name)
    expect(colleagues.toSorted()).toEqual(['anna@rete.example', 'bruno@rete.example', 'owner@rete.example'])
    for (const to of ['cassa@rete.example', 'ospite@rete.example'])
      expect((await ask(as.anna, 'members', `${id}/mokor/pass`, { to: await idOf(to) })).status).toBe(422)
    expect((await ask(as.anna, 'members', `${id}/mokor/pass`, {})).status).toBe(422)
    const toBruno = { to: await idOf('bruno@rete.example') }
    const stolen = await ask(as.bruno, 'members', `${id}/mokor/pass`, toBruno)
    expect([stolen.status, sentence(stolen)]).toEqual([409, expect.stringContaining('anna@rete.example')])
    const passed = await ask(as.anna, 'members', `${id}/mokor/pass`, toBruno)
    expect(passed.status).toBe(200)
    // Whoever answers for the desk passes on what somebody who fell ill has in hand.
    expect((await ask(as.owner, 'members', `${id}/mokor/pass`, toBruno)).status).toBe(200)
    expect((await view(as.bruno, 'members', id)).editor).toMatchObject({ mine: true })
    expect((await ask(as.bruno, 'members', `${id}/mokor/release`, {})).status).toBe(200)
    expect((await view(as.bruno, 'members', id)).editor).toBeNull()
  })

  test('is whoever takes a request by its step, where no colleague has it', async () => {
    const held = await newRequest()
    await ask(as.anna, 'commissions', `${held}/mokor/take-on`, {})
    const late = await ask(as.bruno, 'commissions', `${held}/mokor/take`, {})
    expect([late.status, sentence(late)]).toEqual([409, expect.stringContaining('Ce l’ha già anna@rete.example')])
    expect((await ask(as.anna, 'commissions', `${held}/mokor/take`, {})).status).toBe(200)
    const id = await newRequest()
    expect((await ask(as.bruno, 'commissions', `${id}/mokor/take`, {})).status).toBe(200)
    expect((await view(as.anna, 'commissions', id)).editor).toMatchObject({ name: 'bruno@rete.example', mine: false })
  })

  test('is nobody while they are away, when the role is gone, and when the user is', async () => {
    const email = 'carla@rete.example'
    const carla = await site.as(email, ['editor'])
    const carlaId = await idOf(email)
    const { id } = await addMember(site.payload)
    await ask(carla, 'members', `${id}/mokor/take-on`, {})
    const away = await site.fetch(`/api/users/${carlaId}`, {
      method: 'PATCH',
      headers: { ...carla, 'Content-Type': 'application/json' },
      body: JSON.stringify({ mokorAwayUntil: new Date(Date.now() + 86_400_000).toISOString() }),
    })
    expect(away.status).toBe(200)
    expect(await view(as.anna, 'members', id)).toMatchObject({ editor: null, formerEditor: { name: email } })
    expect((await ask(as.anna, 'members', `${id}/mokor/pass`, { to: carlaId })).status).toBe(422)
    await site.payload.update({ collection: 'users', id: carlaId, data: { mokorAwayUntil: null } })
    expect((await view(as.anna, 'members', id)).editor).toMatchObject({ name: email })
    await site.payload.update({ collection: 'users', id: carlaId, data: { mokorRoles: [] } })
    expect(await view(as.anna, 'members', id)).toMatchObject({ editor: null, formerEditor: null })
    await site.payload.delete({ collection: 'users', id: carlaId })
    expect((await view(as.anna, 'members', id)).editor).toBeNull()
    expect((await ask(as.anna, 'members', `${id}/mokor/take-on`, {})).status).toBe(200)
  })

  test('is nothing that a form or an older version says', async () => {
    const { id } = await addMember(site.payload)
    const save = await site.fetch(`/api/members/${id}`, {
      method: 'PATCH',
      headers: { ...as.anna, 'Content-Type': 'application/json' },
      body: JSON.stringify({
        editor: await idOf('bruno@rete.example'),
        deskNotes: [{ at: new Date().toISOString(), by: 'chi sa', text: 'Di mano mia' }],
        notes: 'vista',
      }),
    })
    expect(save.status).toBe(200)
    expect(await view(as.anna, 'members', id)).toMatchObject({ editor: null, notes: [] })
    await ask(as.anna, 'members', `${id}/mokor/note`, { text: 'Chiamata alle nove' })
    const { docs } = await site.payload.findVersions({
      collection: 'members',
      where: { parent: { equals: id } },
      sort: 'createdAt',
    })
    await site.payload.restoreVersion({ collection: 'members', id: docs[0]?.id ?? '' })
    expect((await view(as.anna, 'members', id)).notes).toHaveLength(1)
  })
})

describe('notes and reminders', () => {
  test('a note bears its author and hour; two at once both stay', async () => {
    const id = await newRequest()
    const sent = await Promise.all(
      (['anna', 'bruno'] as const).map((who) => ask(as[who], 'commissions', `${id}/mokor/note`, { text: `Da ${who}` })),
    )
    expect(sent.map(({ status }) => status)).toEqual([200, 200])
    const { notes } = await view(as.anna, 'commissions', id)
    expect(notes.map(({ by, text }) => [by, text]).toSorted()).toEqual([
      ['anna@rete.example', 'Da anna'],
      ['bruno@rete.example', 'Da bruno'],
    ])
    expect(Date.now() - Date.parse(notes[0]?.at ?? '')).toBeLessThan(60_000)
    const empty = await ask(as.anna, 'commissions', `${id}/mokor/note`, { text: '  ' })
    expect([empty.status, sentence(empty)]).toEqual([422, 'Scrivi la nota.'])
    expect((await ask(as.anna, 'commissions', `${id}/mokor/note`, { text: 'a'.repeat(2001) })).status).toBe(422)
  })

  test('are no other version of the document, and touch nothing else in it', async () => {
    const { id } = await addMember(site.payload)
    const versions = async () =>
      (await site.payload.countVersions({ collection: 'members', where: { parent: { equals: id } } })).totalDocs
    const { deskNotes: _, updatedAt: __, ...before } = await stored('members', id)
    const had = await versions()
    await ask(as.anna, 'members', `${id}/mokor/take-on`, {})
    for (const text of ['Chiamata alle nove', 'Richiama lei'])
      expect((await ask(as.anna, 'members', `${id}/mokor/note`, { text })).status).toBe(200)
    await ask(as.anna, 'members', `${id}/mokor/release`, {})
    const { deskNotes, updatedAt: ___, ...after } = await stored('members', id)
    expect(deskNotes).toMatchObject([{ text: 'Chiamata alle nove' }, { text: 'Richiama lei' }])
    expect(filled(after)).toEqual(filled(before))
    expect(await versions()).toBe(had)
  })

  test('pressed twice is written once', async () => {
    const id = await newRequest()
    for (const who of ['anna', 'anna', 'bruno'] as const) {
      for (const step of ['note', 'heard'])
        expect((await ask(as[who], 'commissions', `${id}/mokor/${step}`, { text: 'Ha chiamato' })).status).toBe(200)
    }
    const authors = ['anna@rete.example', 'bruno@rete.example']
    expect((await view(as.anna, 'commissions', id)).notes.map(({ by }) => by)).toEqual(authors)
    const heard = (await stored('commissions', id)).timeline.filter(({ step }) => step === 'heard')
    expect(heard.map(({ by }) => by)).toEqual(authors)
  })

  test('a reminder is a day to come, and can be taken back', async () => {
    const id = await newRequest()
    for (const on of ['2020-01-01', 'domani', '2099-01-01', '2027-02-30', undefined])
      expect([on, (await ask(as.anna, 'commissions', `${id}/mokor/remind`, { on })).status]).toEqual([on, 422])
    const on = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10)
    expect((await ask(as.anna, 'commissions', `${id}/mokor/remind`, { on })).status).toBe(200)
    expect((await view(as.anna, 'commissions', id)).remindAt).toMatch(on)
    await ask(as.anna, 'commissions', `${id}/mokor/remind`, { on: null })
    expect((await view(as.anna, 'commissions', id)).remindAt).toBeNull()
  })

  test('go with the person', async () => {
    const { id } = await addMember(site.payload, { email: 'via@posta.example' })
    await ask(as.owner, 'members', `${id}/mokor/take-on`, {})
    await ask(as.owner, 'members', `${id}/mokor/note`, { text: 'Ha detto che parte per il mare' })
    await ask(as.owner, 'members', `${id}/mokor/leave`, { reason: 'Lo ha chiesto' })
    await inTransaction(site.payload, (req) => finishLeaving(req, id))
    const kept = await site.payload.findByID({ collection: 'members', id, depth: 0 })
    const versions = await site.payload.findVersions({ collection: 'members', where: { parent: { equals: id } } })
    expect(kept).toMatchObject({ status: 'left', deskNotes: [], editor: null, remindAt: null })
    expect(JSON.stringify([kept, versions.docs])).not.toContain('per il mare')
  })

  test('of a donor too', async () => {
    const { id } = await site.payload.create({
      collection: 'donations',
      data: { amountCents: 2500, donor: { type: 'person', name: 'Olga', email: 'olga@posta.example' }, channel: 'web' },
    })
    expect((await ask(as.anna, 'donations', `${id}/mokor/note`, { text: 'Non tocca a me' })).status).toBe(403)
    expect((await view(as.anna, 'donations', id)).assignable).toBe(false)
    await ask(as.cassa, 'donations', `${id}/mokor/note`, { text: 'Olga ha telefonato' })
    await ask(as.cassa, 'donations', `${id}/mokor/withdraw`, {})
    await inTransaction(
      site.payload,
      (req) => donationJobs['donation-forget']?.run(req, String(id), {}) as Promise<void>,
    )
    const kept = await site.payload.findByID({ collection: 'donations', id, depth: 0 })
    expect(JSON.stringify(kept)).not.toContain('Olga')
    expect(kept).toMatchObject({ deskNotes: [] })
  })
})

describe('two editors on one item', () => {
  test('the second reads who was quicker, and no second mail is queued', async () => {
    const { id } = await addMember(site.payload, { email: 'doppia@posta.example' })
    const { revision } = await view(as.bruno, 'members', id)
    const reason = 'Manca il comune'
    expect((await ask(as.anna, 'members', `${id}/mokor/request-changes`, { reason, seen: revision })).status).toBe(200)
    const late = await ask(as.bruno, 'members', `${id}/mokor/request-changes`, { reason, seen: revision })
    expect(late.status).toBe(409)
    expect(sentence(late)).toMatch(/Ci ha già pensato anna@rete\.example .*guarda la storia/)
    await ask(as.anna, 'members', `${id}/mokor/approve`, {})
    // Who wrote a call down since has not seen to it.
    await ask(as.owner, 'members', `${id}/mokor/heard`, { text: 'Grazie' })
    const over = await ask(as.bruno, 'members', `${id}/mokor/approve`, {})
    expect(sentence(over)).toMatch(/Ci ha già pensato anna@rete\.example .*«Attiva»/)
    expect((await rowsAbout('members', id)).map(({ template }) => template).toSorted()).toEqual([
      'member-active',
      'member-changes',
    ])
  })
})

/** When the mails of a step of now are due. */
const inTwoMinutes = () => new Date(Date.now() + 120_000)

/** Where ids are numbers, documents of several collections bear the same: templates tell them apart. */
const rowsAbout = async (key: 'members' | 'commissions' | 'donations', id: number | string) =>
  (
    await site.payload.db.find<{
      id: string
      template: string
      status: string
      link: string | null
      words: Record<string, string> | null
    }>({
      collection: 'mokor-outbox',
      where: { target: { equals: String(id) }, template: { like: `${key.slice(0, -1)}-` } },
      pagination: false,
    })
  ).docs

const arrivedAt = (address: string): number => mailbox.mails.filter(({ to }) => to.includes(address)).length

const isPublic = async (id: number | string): Promise<boolean> =>
  (await site.payload.db.findOne({ collection: 'mokor-directory', where: { id: { equals: String(id) } } })) !== null

interface Stored {
  status: string
  since?: string | null
  timeline: { step: string | null; from: string; to: string; by: string }[]
  [field: string]: unknown
}

const stored = async (key: Kept, id: number | string): Promise<Stored> =>
  (await site.payload.findByID({ collection: key, id, depth: 0 })) as unknown as Stored

/** What is not there is null to some databases. */
const filled = (doc: object): object => Object.fromEntries(Object.entries(doc).filter(([, value]) => value !== null))

describe('taking a step back', () => {
  // Mails leave by the database's clock: what is shown, and what is too late, goes by the same.
  test.each([10, -10])(
    'where the site’s clock is %i minutes wrong its time is a minute all the same',
    async (minutes) => {
      const [{ id }, { id: quiet }] = [await addMember(site.payload), await addMember(site.payload)]
      const setRight = setClockWrong(minutes * 60)
      try {
        const taken = await ask(as.anna, 'members', `${id}/mokor/approve`, {})
        const { until = '', secondsLeft = 0 } = taken.body.undo ?? {}
        expect(secondsLeft > 30 && secondsLeft <= 60).toBe(true)
        const left = Date.parse(until) - (await databaseNow(site.payload)).getTime()
        expect(left > 30_000 && left <= 60_000).toBe(true)
        expect((await takeBack(as.anna, 'members', id)).status).toBe(200)
        // A step without a mail knows its time by the history alone.
        await ask(as.anna, 'members', `${quiet}/mokor/approve`, {})
        await site.payload.db.deleteMany({ collection: 'mokor-outbox', where: { target: { equals: String(quiet) } } })
        expect((await takeBack(as.anna, 'members', quiet)).status).toBe(200)
      } finally {
        setRight()
      }
    },
  )

  test('its mail and link go, the profile is hidden at once, and the history says so', async () => {
    const { id } = await addMember(site.payload, { email: 'indietro@posta.example' })
    const before = await stored('members', id)
    const taken = await ask(as.anna, 'members', `${id}/mokor/approve`, {})
    expect(taken.body.undo).toMatchObject({ step: 'approve', by: 'anna@rete.example' })
    const left = Date.parse(taken.body.undo?.until ?? '') - Date.now()
    expect(left > 30_000 && left <= 60_000).toBe(true)
    expect(await isPublic(id)).toBe(true)
    await drainOutbox(site.payload)
    expect(arrivedAt('indietro@posta.example')).toBe(0)
    const [row] = await rowsAbout('members', id)
    expect((await takeBack(as.bruno, 'members', id)).status).toBe(200)
    expect(await isPublic(id)).toBe(false)
    expect(await rowsAbout('members', id)).toEqual([])
    expect(
      await site.payload.db.findOne({ collection: 'mokor-links', where: { hash: { equals: row?.link } } }),
    ).toBeNull()
    await drainOutbox(site.payload, inTwoMinutes)
    expect(arrivedAt('indietro@posta.example')).toBe(0)
    const after = await stored('members', id)
    expect([after.status, after.since]).toEqual([before.status, before.since])
    expect(after.timeline.slice(-2)).toMatchObject([
      { step: 'approve', from: 'pending', to: 'active', by: 'anna@rete.example' },
      { step: 'undo', from: 'active', to: 'pending', by: 'bruno@rete.example' },
    ])
    const twice = await takeBack(as.anna, 'members', id)
    expect([twice.status, sentence(twice)]).toEqual([409, expect.stringMatching(/già annullato.*bruno@rete/)])
    // And again, as if nothing had been.
    await ask(as.anna, 'members', `${id}/mokor/approve`, {})
    await drainOutbox(site.payload, inTwoMinutes)
    expect(arrivedAt('indietro@posta.example')).toBe(1)
  })

  test('takes nothing of a colleague back that was not there when it was asked for', async () => {
    const { id } = await addMember(site.payload)
    const { seen } = (await ask(as.anna, 'members', `${id}/mokor/approve`, {})).body.undo as UndoView
    expect((await view(as.bruno, 'members', id)).undo?.seen).toBe(seen)
    await ask(as.bruno, 'members', `${id}/mokor/undo`, { seen })
    await ask(as.bruno, 'members', `${id}/mokor/request-changes`, { reason: 'Manca il comune' })
    const late = await ask(as.anna, 'members', `${id}/mokor/undo`, { seen })
    expect([late.status, sentence(late)]).toEqual([409, expect.stringContaining('bruno@rete.example')])
    expect((await rowsAbout('members', id)).map(({ template }) => template)).toEqual(['member-changes'])
  })

  test('is refused once the mail has left', async () => {
    const { id } = await addMember(site.payload, { email: 'partita@posta.example' })
    await ask(as.anna, 'members', `${id}/mokor/approve`, {})
    await drainOutbox(site.payload, inTwoMinutes)
    expect((await view(as.anna, 'members', id)).undo).toBeNull()
    const late = await takeBack(as.anna, 'members', id)
    expect([late.status, sentence(late)]).toEqual([409, expect.stringContaining('la mail è partita')])
    expect(await stored('members', id)).toMatchObject({ status: 'active' })
  })

  test('and the worker at once: the mail leaves once or never, and the history says which', async () => {
    const outcomes = new Set<string>()
    for (let round = 0; round < 8; round++) {
      const email = `insieme${round}@posta.example`
      const { id } = await addMember(site.payload, { email })
      await ask(as.anna, 'members', `${id}/mokor/approve`, {})
      const [undone] = await Promise.all([takeBack(as.anna, 'members', id), drainOutbox(site.payload, inTwoMinutes)])
      await drainOutbox(site.payload, inTwoMinutes)
      const mails = arrivedAt(email)
      const { status, timeline } = await stored('members', id)
      const outcome = [undone.status, status, timeline.at(-1)?.step, mails].join(' ')
      expect(['200 pending undo 0', '409 active approve 1']).toContain(outcome)
      outcomes.add(outcome)
    }
    expect(outcomes.size).toBeGreaterThan(0)
  })

  test.each<[step: string, key: Kept, from: Record<string, unknown>, who: 'anna' | 'owner' | 'cassa']>([
    ['request-changes', 'members', {}, 'anna'],
    ['refuse', 'members', {}, 'anna'],
    ['pause', 'members', { status: 'active' }, 'anna'],
    ['resume', 'members', { status: 'paused' }, 'anna'],
    ['suspend', 'members', { status: 'active' }, 'owner'],
    ['lift', 'members', { status: 'suspended' }, 'owner'],
    ['take', 'commissions', { status: 'received' }, 'anna'],
    ['confirm-by-phone', 'commissions', { status: 'unconfirmed', expiresAt: '2099-01-01T00:00:00.000Z' }, 'anna'],
    ['close', 'commissions', { status: 'triage' }, 'anna'],
    ['decline', 'commissions', { status: 'received' }, 'anna'],
    ['withdraw', 'commissions', { status: 'unconfirmed', expiresAt: '2099-01-01T00:00:00.000Z' }, 'anna'],
    ['received', 'donations', {}, 'cassa'],
    ['withdraw', 'donations', {}, 'cassa'],
    [
      'reopen',
      'donations',
      { status: 'received', receivedAt: '2026-11-01T12:00:00.000Z', receivedCents: 3000 },
      'cassa',
    ],
  ])('%s of %s leaves the document as it was', async (step, key, from, who) => {
    const { id } = await site.payload.create({ collection: key, depth: 0, data: { ...samples[key](), ...from } })
    const before = await stored(key, id)
    const queued = (await rowsAbout(key, id)).length
    const taken = await ask(as[who], key, `${id}/mokor/${step}`, { reason: 'Le mie parole' })
    expect([taken.status, taken.body.undo?.step]).toEqual([200, step])
    const undone = await takeBack(as[who], key, id)
    expect([undone.status, sentence(undone)]).toEqual([200, ''])
    expect(await rowsAbout(key, id)).toHaveLength(queued)
    const { timeline, updatedAt: _, ...after } = await stored(key, id)
    const { timeline: past, updatedAt: __, ...whole } = before
    expect(filled(after)).toEqual(filled(whole))
    expect(timeline.map((entry) => entry.step).slice(past.length)).toEqual([step, 'undo'])
  })

  test('a request that is closed erases whoever waited for it only once that stands', async () => {
    const { id: member } = await addMember(site.payload, { status: 'active', email: 'aspettava@posta.example' })
    const { id } = await site.payload.create({
      collection: 'commissions',
      depth: 0,
      data: { ...samples.commissions(), status: 'triage', member },
    })
    await ask(as.owner, 'members', `${member}/mokor/leave`, { reason: 'Lo ha chiesto' })
    for (const [undone, status] of [
      [true, 'leaving'],
      [false, 'left'],
    ] as const) {
      await ask(as.anna, 'commissions', `${id}/mokor/close`, {})
      expect((await stored('members', member)).status).toBe('leaving')
      if (undone) expect((await takeBack(as.anna, 'commissions', id)).status).toBe(200)
      await drainOutbox(site.payload, inTwoMinutes)
      expect((await stored('members', member)).status).toBe(status)
    }
  })

  test('what erases cannot be taken back, nor what another role has decided', async () => {
    const { id } = await addMember(site.payload, { status: 'active' })
    expect((await ask(as.owner, 'members', `${id}/mokor/suspend`, { reason: 'Per un abuso' })).body.undo).not.toBeNull()
    expect((await takeBack(as.anna, 'members', id)).status).toBe(403)
    await ask(as.owner, 'members', `${id}/mokor/leave`, { reason: 'Lo ha chiesto' })
    const refused = await takeBack(as.owner, 'members', id)
    expect([refused.status, sentence(refused)]).toEqual([409, 'Qui non c’è un passo da annullare.'])
    const fresh = await addMember(site.payload)
    expect((await takeBack(as.anna, 'members', fresh.id)).status).toBe(409)
  })

  test('for several that were approved at once', async () => {
    const people = await Promise.all(
      ['x', 'y'].map((name) => addMember(site.payload, { email: `${name}@posta.example` })),
    )
    const ids = people.map(({ id }) => id)
    await ask(as.anna, 'members', 'mokor/approve', { ids })
    const seen: Record<string, string> = {}
    for (const id of ids) seen[id] = (await view(as.anna, 'members', id)).revision
    // Whoever does not say what is to be taken back might take back a colleague's step.
    const blind = await ask(as.anna, 'members', 'mokor/undo', { ids })
    expect(blind.body).toMatchObject({ done: [], failed: ids.map((id) => ({ id })) })
    expect((await ask(as.anna, 'members', `${ids[0]}/mokor/undo`, {})).status).toBe(422)
    for (const id of ids) expect((await stored('members', id)).status).toBe('active')
    const undone = await ask(as.anna, 'members', 'mokor/undo', { ids, seen })
    expect(undone.body).toMatchObject({ done: ids, failed: [] })
    for (const id of ids) expect((await stored('members', id)).status).toBe('pending')
  })

  test('for several that were refused with one reason; what a colleague did since stays, and is named', async () => {
    const reason = 'Cerchiamo solo chi abita in Piemonte.'
    const [ada, bea, zoe] = await Promise.all(
      ['ada', 'bea', 'zoe'].map((name) => addMember(site.payload, { email: `${name}.no@posta.example` })),
    )
    const ids = [ada, bea, zoe].map((one) => one?.id as number | string)
    const wordless = await ask(as.anna, 'members', 'mokor/refuse', { ids })
    expect(wordless.body).toMatchObject({ done: [], failed: ids.map((id) => ({ id })) })
    expect(JSON.stringify(wordless.body)).toContain('Mancano le tue parole')
    const { taken } = (await ask(as.anna, 'members', 'mokor/refuse', { ids, reason })).body as unknown as Several
    expect(taken).toMatchObject(ids.map((id) => ({ id, undo: { step: 'refuse', by: 'anna@rete.example' } })))
    for (const id of ids) {
      const rows = await rowsAbout('members', id)
      expect(rows.map(({ template, words }) => [template, words?.reason])).toEqual([['member-refused', reason]])
    }
    const seen = Object.fromEntries(taken.map(({ id, undo }) => [id, undo.seen]))
    // Bruno takes one back himself, and answers it otherwise.
    await takeBack(as.bruno, 'members', zoe?.id ?? '')
    await ask(as.bruno, 'members', `${zoe?.id}/mokor/approve`, {})
    const undone = await ask(as.anna, 'members', 'mokor/undo', { ids, seen })
    expect(undone.body).toMatchObject({ done: ids.slice(0, 2), failed: [{ id: zoe?.id }] })
    expect(JSON.stringify(undone.body)).toContain('bruno@rete.example')
    for (const id of ids.slice(0, 2)) {
      expect((await stored('members', id)).status).toBe('pending')
      expect(await rowsAbout('members', id)).toEqual([])
    }
    expect((await stored('members', zoe?.id ?? '')).status).toBe('active')
    await drainOutbox(site.payload, inTwoMinutes)
    expect(arrivedAt('ada.no@posta.example')).toBe(0)
    expect((await ask(as.cassa, 'members', 'mokor/refuse', { ids, reason })).status).toBe(403)
  })

  test('for several requests declined with one reason', async () => {
    const ids = [await newRequest(), await newRequest()]
    const reason = 'Non lavoriamo in quella zona.'
    const declined = (await ask(as.anna, 'commissions', 'mokor/decline', { ids, reason })).body as unknown as Several
    expect(declined).toMatchObject({ done: ids })
    for (const id of ids) expect(await stored('commissions', id)).toMatchObject({ status: 'declined' })
    const seen = Object.fromEntries(declined.taken.map(({ id, undo }) => [id, undo.seen]))
    expect((await ask(as.anna, 'commissions', 'mokor/undo', { ids, seen })).body).toMatchObject({ done: ids })
    for (const id of ids) expect(await stored('commissions', id)).toMatchObject({ status: 'received' })
    expect((await ask(as.anna, 'commissions', 'mokor/withdraw', { ids, reason })).status).toBe(403)
  })

  test('changes that were asked for and taken back are not said to have been asked for', async () => {
    const { id } = await addMember(site.payload, { email: 'chiesto@posta.example' })
    const codes = async () => (await view(as.anna, 'members', id)).hints.map(({ code }) => code)
    await ask(as.anna, 'members', `${id}/mokor/request-changes`, { reason: 'Manca il comune' })
    expect(await codes()).toContain('changes-asked')
    await takeBack(as.anna, 'members', id)
    expect(await codes()).not.toContain('changes-asked')
  })

  test('a request confirmed by phone by mistake is unconfirmed again in all that follows', async () => {
    const { id } = await site.payload.create({
      collection: 'commissions',
      depth: 0,
      data: { ...samples.commissions(), status: 'unconfirmed', expiresAt: '2099-01-01T00:00:00.000Z' },
    })
    await ask(as.anna, 'commissions', `${id}/mokor/confirm-by-phone`, {})
    await takeBack(as.anna, 'commissions', id)
    expect(wasConfirmed((await stored('commissions', id)) as never)).toBe(false)
  })
})

describe('the mail beforehand', () => {
  const everything = async () =>
    Object.fromEntries(
      await Promise.all(
        Object.values(defaultSlugs)
          .filter((slug) => slug !== defaultSlugs.securityLog)
          .map(async (slug) => [slug, (await site.payload.db.count({ collection: slug })).totalDocs]),
      ),
    )
  const versionsOf = async (key: Kept, id: number | string) =>
    (await site.payload.findVersions({ collection: key, where: { parent: { equals: id } } })).totalDocs

  test.each<[step: string, key: Kept, from: Record<string, unknown>]>([
    ['approve', 'members', {}],
    ['request-changes', 'members', {}],
    ['refuse', 'members', {}],
    ['resend', 'members', { status: 'unconfirmed', expiresAt: '2099-01-01T00:00:00.000Z' }],
    ['suspend', 'members', { status: 'active' }],
    ['leave', 'members', { status: 'active' }],
    ['new-link', 'members', { status: 'active' }],
    ['decline', 'commissions', { status: 'received' }],
    ['close', 'commissions', { status: 'triage' }],
    ['confirm-by-phone', 'commissions', { status: 'unconfirmed', expiresAt: '2099-01-01T00:00:00.000Z' }],
    ['resend', 'donations', {}],
  ])('of %s for %s is the one that leaves, and nothing else happens', async (step, key, from) => {
    const { id } = await site.payload.create({ collection: key, depth: 0, data: { ...samples[key](), ...from } })
    await drainOutbox(site.payload, inTwoMinutes)
    mailbox.mails.length = 0
    const [doc, counts, versions] = [await stored(key, id), await everything(), await versionsOf(key, id)]
    const reason = 'Manca il comune, e poi è tutto.'
    const query = `action=${step}&reason=${encodeURIComponent(reason)}`
    const { status, body } = await ask(as.owner, key, `${id}/mokor/preview?${query}`)
    expect(status).toBe(200)
    // Whoever presses the button sees it beside it, where no dialog would show it.
    const { actions, previews } = await view(as.owner, key, id)
    const button = actions.find(({ name }) => name === step)
    const isAtOnce = !button?.reason && !button?.confirm
    expect(previews[step]).toEqual(isAtOnce ? body.mails : undefined)
    expect(await stored(key, id)).toEqual(doc)
    expect([await everything(), await versionsOf(key, id)]).toEqual([counts, versions])
    expect((await ask(as.owner, key, `${id}/mokor/${step}`, { reason })).status).toBe(200)
    await drainOutbox(site.payload, inTwoMinutes)
    expect(body.mails).toHaveLength(1)
    const [shown] = body.mails as unknown as MailPreview[]
    const [left] = mailbox.mails
    expect({ to: [shown?.to.address], subject: shown?.subject }).toEqual({ to: left?.to, subject: left?.subject })
    expect(shown?.open).toBe(shown?.text.includes(reason))
    const bare = (text: string | undefined) =>
      (text ?? '')
        .replace(/https?:\S+/g, '')
        .replace(/\s+/g, ' ')
        .trim()
    // The address of a page that was never shown is not there yet.
    if (step !== 'approve') expect(bare(shown?.text)).toBe(bare(left?.text))
  })

  test('is refused where the step would be, and asks for no words', async () => {
    const { id } = await addMember(site.payload)
    const look = (headers: Headers, action: string) => ask(headers, 'members', `${id}/mokor/preview?action=${action}`)
    expect((await look(as.anna, 'suspend')).status).toBe(403)
    expect((await look(as.anna, 'resume')).status).toBe(409)
    expect((await look(as.anna, 'dance')).status).toBe(404)
    expect((await look(as.cassa, 'approve')).status).toBe(404)
    expect((await look({}, 'approve')).status).toBe(403)
    const { body } = await look(as.anna, 'refuse')
    expect(body.mails).toMatchObject([
      { template: 'member-refused', open: true, text: expect.stringContaining('[le tue parole]') },
    ])
  })
})

test('a step that writes on its way has no preview: whoever looks changes nothing', async () => {
  const { id } = await addMember(site.payload)
  const write = inTransaction(site.payload, (req) =>
    rehearse(
      req,
      () => site.payload.update({ collection: 'members', id, data: { headline: 'Altro' }, req }),
      async () => null,
    ),
  )
  await expect(write).rejects.toMatchObject({ status: 409 })
  expect(await stored('members', id)).toMatchObject({ headline: 'Restauro mobili e infissi' })
})

describe('stopping a mail that has not left', () => {
  test('leaves the step as it is, and the history says why', async () => {
    const email = 'ferma@posta.example'
    const { id } = await addMember(site.payload, { email })
    await ask(as.anna, 'members', `${id}/mokor/approve`, {})
    const { mails } = await view(as.anna, 'members', id)
    expect(mails.map(({ template }) => template)).toEqual(['member-active'])
    const stop = (headers: Headers, sent: object) =>
      ask(headers, 'members', `${id}/mokor/stop`, { mail: mails[0]?.id, ...sent })
    expect((await stop(as.cassa, { reason: 'x' })).status).toBe(404)
    expect((await stop(as.anna, {})).status).toBe(422)
    expect((await stop(as.anna, { reason: 'Ha telefonato: la chiamo io' })).status).toBe(200)
    await drainOutbox(site.payload, inTwoMinutes)
    expect(arrivedAt(email)).toBe(0)
    const { status, timeline } = await stored('members', id)
    expect(status).toBe('active')
    expect(timeline.at(-1)).toMatchObject({ step: 'stop', why: 'Ha telefonato: la chiamo io' })
    expect((await stop(as.anna, { reason: 'Di nuovo' })).status).toBe(409)
    // Nobody has heard of it: it can still be taken back.
    expect((await takeBack(as.anna, 'members', id)).status).toBe(200)
  })

  test('is for those who may take the document’s steps: a treasurer stops a letter to a donor, and no other', async () => {
    const { id } = await site.payload.create({ collection: 'donations', depth: 0, data: samples.donations() })
    await ask(as.cassa, 'donations', `${id}/mokor/answer`, { text: 'Grazie, Olga.' })
    const offered = async (headers: Headers) =>
      (await view(headers, 'donations', id)).mails.find(({ template }) => template === 'donation-answer')?.id
    const mail = await offered(as.cassa)
    expect(mail).toBeDefined()
    expect(await offered(as.owner)).toBe(mail)
    // Editors only look at donations.
    expect(await offered(as.anna)).toBeUndefined()
    const stop = (headers: Headers, on: number | string, sent: object = { mail, reason: 'Scrivo meglio' }) =>
      ask(headers, 'donations', `${on}/mokor/stop`, sent)
    expect((await stop(as.anna, id)).status).toBe(403)
    expect((await stop({}, id)).status).toBe(403)
    // Nor does it stop what is about another document.
    const other = await site.payload.create({ collection: 'donations', depth: 0, data: samples.donations() })
    for (const sent of [{ mail }, { mail: 'x' }, { mail: 999_999 }, {}])
      expect((await stop(as.cassa, other.id, { ...sent, reason: 'Ferma' })).status).toBe(409)
    const { id: member } = await addMember(site.payload)
    await ask(as.anna, 'members', `${member}/mokor/approve`, {})
    const [theirs] = (await view(as.anna, 'members', member)).mails
    expect((await stop(as.cassa, id, { mail: theirs?.id, reason: 'Ferma' })).status).toBe(409)
    expect((await stop(as.cassa, id)).status).toBe(200)
    expect(await offered(as.cassa)).toBeUndefined()
    expect((await stored('donations', id)).timeline.at(-1)).toMatchObject({
      step: 'stop',
      by: 'cassa@rete.example',
      why: 'Scrivo meglio',
    })
    expect((await stored('members', member)).status).toBe('active')
    mailbox.mails.length = 0
    await drainOutbox(site.payload, inTwoMinutes)
    expect(mailbox.mails.filter(({ subject }) => subject.startsWith('Donazione'))).toEqual([])
  })

  test('comes too late for one that is on its way', async () => {
    const { id } = await addMember(site.payload, { email: 'tardi@posta.example' })
    await ask(as.anna, 'members', `${id}/mokor/approve`, {})
    const [mail] = (await view(as.anna, 'members', id)).mails
    await drainOutbox(site.payload, inTwoMinutes)
    expect((await ask(as.anna, 'outbox', `${mail?.id}/mokor/stop`, { reason: 'Ferma' })).status).toBe(409)
    expect((await ask(as.anna, 'members', `${id}/mokor/stop`, { mail: mail?.id, reason: 'Ferma' })).status).toBe(409)
    expect((await view(as.anna, 'members', id)).mails).toEqual([])
  })
})

describe('answering from the desk', () => {
  const text = 'Abbiamo chiesto a una persona di Biella.\n\nTi scriviamo entro giovedì, anche se non c’è nessuno.'

  test.each<[key: Kept, who: 'anna' | 'cassa', address: string, subject: RegExp]>([
    ['members', 'anna', 'maria.colnaghi@posta.example', /^La tua scheda: scrive Rete di prova$/],
    ['commissions', 'anna', 'pina@posta.example', /^Richiesta [\w-]+: scrive Rete di prova$/],
    ['donations', 'cassa', 'olga@posta.example', /^Donazione RF\w+: scrive Rete di prova$/],
  ])(
    '%s: the mail waits a minute, answers go to the desk, and the history keeps the words',
    async (key, who, to, subject) => {
      const { id } = await site.payload.create({ collection: key, depth: 0, data: samples[key]() })
      await drainOutbox(site.payload, inTwoMinutes)
      mailbox.mails.length = 0
      expect((await view(as[who], key, id)).writesTo).toMatchObject({ address: to, lang: 'it' })
      const preview = await ask(as[who], key, `${id}/mokor/preview?action=answer&reason=${encodeURIComponent(text)}`)
      const [shown] = preview.body.mails as unknown as MailPreview[]
      expect(shown).toMatchObject({ open: true, to: { address: to } })
      for (const _ of ['once', 'pressed twice'])
        expect((await ask(as[who], key, `${id}/mokor/answer`, { text })).status).toBe(200)
      await drainOutbox(site.payload)
      expect(mailbox.mails).toEqual([])
      await drainOutbox(site.payload, inTwoMinutes)
      expect(mailbox.mails).toHaveLength(1)
      const [mail] = mailbox.mails
      expect([mail?.to, mail?.headers['reply-to']]).toEqual([[to], expect.stringContaining('desk@rete.example')])
      expect(mail?.subject).toMatch(subject)
      expect(mail?.text.replace(/\s+/g, ' ')).toContain('anche se non c’è nessuno.')
      expect(mail?.text.trim()).toBe(shown?.text.trim())
      expect((await stored(key, id)).timeline.at(-1)).toMatchObject({ step: 'answer', why: text })
      expect((await ask(as[who], key, `${id}/mokor/heard`, { text: 'Va bene così' })).status).toBe(200)
      expect((await stored(key, id)).timeline.at(-1)).toMatchObject({ step: 'heard', why: 'Va bene così' })
    },
  )

  test('goes to nobody whose address is not known to be theirs, and not without words', async () => {
    const { id } = await site.payload.create({
      collection: 'commissions',
      depth: 0,
      data: { ...samples.commissions(), status: 'unconfirmed', expiresAt: '2099-01-01T00:00:00.000Z' },
    })
    expect((await view(as.anna, 'commissions', id)).writesTo).toBeNull()
    const unknown = await ask(as.anna, 'commissions', `${id}/mokor/answer`, { text })
    expect([unknown.status, sentence(unknown)]).toEqual([409, expect.stringContaining('non è ancora confermato')])
    const other = await newRequest()
    expect((await ask(as.anna, 'commissions', `${other}/mokor/answer`, { text: ' ' })).status).toBe(422)
    expect((await ask(as.anna, 'commissions', 'mokor/answer', { ids: [other], text })).status).toBe(403)
    expect((await ask(as.cassa, 'commissions', `${other}/mokor/answer`, { text })).status).toBe(404)
    expect((await ask({}, 'commissions', `${other}/mokor/answer`, { text })).status).toBe(403)
  })

  test('leaves the changes that were asked for asked for', async () => {
    const { id } = await addMember(site.payload)
    await ask(as.anna, 'members', `${id}/mokor/request-changes`, { reason: 'Manca il comune' })
    await drainOutbox(site.payload, inTwoMinutes)
    await ask(as.anna, 'members', `${id}/mokor/answer`, { text: 'Ci pensi tu?' })
    expect((await view(as.anna, 'members', id)).hints.map(({ code }) => code)).toContain('changes-asked')
  })

  test('with replies that editors keep, filled in for the person and in their language', async () => {
    const save = async (data: object, headers = as.anna) => {
      const response = await site.fetch('/api/mokor-replies', {
        method: 'POST',
        headers: { ...headers, 'Content-Type': 'application/json', 'Accept-Language': 'it' },
        body: JSON.stringify(data),
      })
      return { status: response.status, text: await response.text() }
    }
    const both = { it: 'Buongiorno {nome}, la {riferimento} è da noi.', en: 'Hello {name}, {reference} is with us.' }
    expect((await save({ title: 'Arrivata', for: ['commissions'], texts: both })).status).toBe(201)
    expect((await save({ title: 'Ciao', for: ['members'], texts: { it: 'Ciao {nome}, qui {rete}.' } })).status).toBe(
      201,
    )
    for (const [texts, told, key] of [
      [{ it: 'Buongiorno {cognome}' }, '{cognome}', 'commissions'],
      [{ it: 'Buongiorno {nome' }, 'parentesi graffa', 'commissions'],
      [{ it: 'La tua {riferimento}' }, 'non hanno un riferimento', 'members'],
      [{ en: 'Hello' }, 'in questa lingua', 'commissions'],
    ] as const) {
      const refused = await save({ title: 'No', for: [key], texts })
      expect([told, refused.status, refused.text.includes(told)]).toEqual([told, 400, true])
    }
    expect((await save({ title: 'No', for: ['members'], texts: both }, as.cassa)).status).toBe(403)
    const { id } = await site.payload.create({
      collection: 'commissions',
      depth: 0,
      data: {
        ...samples.commissions(),
        client: { kind: 'person', name: 'Rose', email: 'rose@posta.example', lang: 'en' },
      },
    })
    const { reference } = await stored('commissions', id)
    const { body } = await ask(as.anna, 'commissions', `${id}/mokor/replies`)
    expect(body).toMatchObject({ replies: [{ title: 'Arrivata', text: `Hello Rose, ${reference} is with us.` }] })
    expect((await ask({}, 'commissions', `${id}/mokor/replies`)).status).toBe(403)
  })
})

describe('one search over everything', () => {
  interface Found {
    found: { collection: string; rows: { id: string; title: string; status: string | null }[] }[]
  }
  const search = async (headers: Headers, q: string) => {
    const response = await site.fetch(`/api/mokor/desk/search?q=${encodeURIComponent(q)}`, { headers })
    const { found = [] } = (await response.json()) as Partial<Found>
    return {
      status: response.status,
      ids: found.flatMap(({ collection, rows }) => rows.map(({ id }) => `${collection} ${id}`)),
      rows: found.flatMap(({ rows }) => rows),
    }
  }

  test('reads of each document only what its line shows', async () => {
    await addMember(site.payload, { firstName: 'Brunilde', lastName: 'Selva', headline: 'Mosaici' })
    await site.payload.create({ collection: 'teams', data: { name: 'Squadra Brunilde' } })
    const client = { kind: 'person', name: 'Brunilde Selva', phone: '02 99887767' }
    await site.payload.create({ collection: 'commissions', data: { ...samples.commissions(), client } })
    const find = jest.spyOn(site.payload.db, 'find')
    const { rows } = await search(as.owner, 'brunilde')
    const read = await Promise.all(find.mock.results.map(({ value }) => value as Promise<{ docs: object[] }>))
    find.mockRestore()
    expect(rows.map(({ title }) => title)).toEqual(expect.arrayContaining(['Brunilde Selva', 'Squadra Brunilde']))
    const fields = new Set(read.flatMap(({ docs }) => docs.flatMap(Object.keys)))
    expect([...fields]).toEqual(expect.arrayContaining(['firstName', 'status', 'name']))
    for (const unshown of ['email', 'timeline', 'consents', 'description', 'purpose'])
      expect(fields).not.toContain(unshown)
  })

  test('finds by name or a part of it, phone in any spelling, e-mail, reference, place and trade', async () => {
    const skill = await site.payload.create({
      collection: 'skills',
      data: { names: { it: 'Liutaia', en: 'Violin maker' }, slug: 'liutaia-prova', sector: 'small' },
    })
    const member = await addMember(site.payload, {
      firstName: 'Ginevra',
      lastName: 'D’Ambrosio',
      email: 'ginevra@cercata.example',
      phone: '+39 347 555 0123',
      place: { municipality: '015149' },
      skills: [{ skill: skill.id, origin: 'practised' }],
    })
    const request = await site.payload.create({
      collection: 'commissions',
      depth: 0,
      data: { ...samples.commissions(), client: { kind: 'person', name: 'Ginevra Cliente', phone: '02 99887766' } },
    })
    const gift = await site.payload.create({
      collection: 'donations',
      data: { amountCents: 2500, donor: { type: 'person', name: 'Ginevra Donatrice' } },
    })
    const team = await site.payload.create({ collection: 'teams', data: { name: 'Squadra Ginevra' } })
    const [m, c, d, t] = [
      `members ${member.id}`,
      `commissions ${request.id}`,
      `donations ${gift.id}`,
      `teams ${team.id}`,
    ]
    expect((await search(as.owner, 'ginev')).ids.toSorted()).toEqual([m, c, d, t].toSorted())
    for (const q of [
      'dambrosio',
      "D'Ambrosio",
      '347 5550123',
      '0039 347 555 0123',
      'ginevra@cercata',
      'liutaia Ginevra',
      'violin ginevra',
      'Monza dambros',
    ])
      expect([q, (await search(as.anna, q)).ids]).toEqual([q, [m]])
    const { reference } = await stored('commissions', request.id)
    for (const q of [String(reference), String(reference).replace('-', ''), '0299887766'])
      expect([q, (await search(as.anna, q)).ids]).toEqual([q, [c]])
    expect((await search(as.anna, 'g')).ids).toEqual([])
    expect((await search(as.anna, 'liutaia Milano')).ids).toEqual([])
    // Each role what access says, and strangers nothing.
    expect((await search(as.cassa, 'ginevra')).ids).toEqual([d])
    expect((await search(as.anna, 'ginevra')).ids.toSorted()).toEqual([m, c, d, t].toSorted())
    for (const headers of [{}, as.nobody]) expect((await search(headers, 'ginevra')).status).toBe(403)
  })
})

test('what to ask for is written in the person’s language before the editor begins', async () => {
  const prefillOf = async (lang: string) => {
    const { id } = await addMember(site.payload, {
      lang,
      headline: 'Restauro mobili, 347 555 0188',
      modes: [],
      status: 'pending',
    })
    return (await view(as.anna, 'members', id)).actions.find(({ name }) => name === 'request-changes')?.prefill
  }
  expect(await prefillOf('it')).toMatch(/numero di telefono/)
  expect(await prefillOf('en')).toMatch(/phone number/)
  const { id } = await addMember(site.payload, { email: 'tutto.a.posto@posta.example', firstName: 'Zita', phone: null })
  expect((await view(as.anna, 'members', id)).actions.find(({ name }) => name === 'request-changes')?.prefill).toBe('')
})

describe('the mail of the morning', () => {
  const today = () => dayInItaly(new Date())
  const runJob = () => inTransaction(site.payload, (req) => digestJob.run(req, today(), {}))
  const rowsOfToday = async () =>
    (
      await site.payload.db.find<{ key: string }>({
        collection: 'mokor-outbox',
        where: { template: { equals: 'desk-digest' } },
        pagination: false,
      })
    ).docs.map(({ key }) => key)

  test('goes once to each who is there and has something to do', async () => {
    await addMember(site.payload, { email: 'aspetta@posta.example' })
    const silent = await site.as('silente@rete.example', ['editor'])
    const away = await site.as('via@rete.example', ['editor'])
    for (const [headers, email, data] of [
      [silent, 'silente@rete.example', { mokorDigest: false }],
      [away, 'via@rete.example', { mokorAwayUntil: new Date(Date.now() + 86_400_000).toISOString() }],
    ] as const) {
      const response = await site.fetch(`/api/users/${await idOf(email)}`, {
        method: 'PATCH',
        headers: { ...headers, 'Content-Type': 'application/json' },
        body: JSON.stringify(data),
      })
      expect(response.status).toBe(200)
    }
    await runJob()
    await runJob()
    const keys = await rowsOfToday()
    const wanted = await Promise.all(['anna', 'bruno', 'owner'].map((name) => idOf(`${name}@rete.example`)))
    expect(keys).toEqual(expect.arrayContaining(wanted.map((id) => `digest:${id}:${today()}`)))
    for (const email of ['silente@rete.example', 'via@rete.example', 'ospite@rete.example'])
      expect(keys).not.toContain(`digest:${await idOf(email)}:${today()}`)
    mailbox.mails.length = 0
    await drainOutbox(site.payload)
    const [mail] = mailbox.mails.filter(({ to }) => to.includes('anna@rete.example'))
    expect(mail?.subject).toMatch(/^Da fare oggi: (una cosa|\d+ cose)$/)
    expect(mail?.text).toMatch(/\d+ sched[ae] da approvare/)
    expect(mail?.text).toContain('/admin/mokor/desk')
    // Numbers alone: whose they are is read at the desk.
    expect(mail?.text).not.toMatch(/Colnaghi|Pina/)
  })

  test('is looked for at eight in Italy on desk days, queued once', async () => {
    const at = new Date('2026-12-04T09:00:00.000Z')
    expect(digestJob.next?.(site.payload, at)).toEqual({
      round: '2026-12-05',
      dueAt: new Date('2026-12-05T07:00:00.000Z'),
    })
    await queueRecurring(site.payload, at)
    await queueRecurring(site.payload, at)
    const { docs } = await site.payload.db.find({
      collection: 'mokor-outbox',
      where: { key: { equals: 'desk-digests:2026-12-05' } },
    })
    expect(docs).toMatchObject([{ status: 'queued', target: '2026-12-05' }])
  })
})

test('whoever has no role learns nothing, not even what is there, and leaves no trace', async () => {
  const { id } = await addMember(site.payload)
  const locks = async () => (await site.payload.db.count({ collection: defaultSlugs.limits })).totalDocs
  const before = await locks()
  const gone = '0'.repeat(String(id).length)
  for (const [headers, status] of [
    [{}, 403],
    [as.nobody, 404],
    [as.cassa, 404],
  ] as const)
    for (const step of ['take-on', 'release', 'pass', 'note', 'remind']) {
      const answers = await Promise.all([id, gone].map((one) => ask(headers, 'members', `${one}/mokor/${step}`, {})))
      expect([step, ...answers.map((answer) => answer.status)]).toEqual([step, status, status])
      expect(answers[0]?.body).toEqual(answers[1]?.body)
    }
  expect(await locks()).toBe(before)
})
