// The desk's own steps on what waits there: who takes it on, notes, reminders.
import { donationJobs } from '../../collections/donations/jobs.js'
import { finishLeaving } from '../../collections/members/index.js'
import { inTransaction } from '../../plugin/database/transaction.js'
import type { AssignmentView } from '../../plugin/desk/assignment.js'
import type { EditorView } from '../../plugin/lifecycle/actions.js'
import { startSiteWithMail } from '../support/mailed-site.js'
import { addMember } from '../support/people.js'
import { defaultSlugs } from '../support/rooms.js'

const { site } = await startSiteWithMail()

type Key = 'members' | 'commissions' | 'donations'
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

type View = EditorView & AssignmentView & { errors?: { message: string }[] }

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

async function newRequest(): Promise<number | string> {
  const { id } = await site.payload.create({
    collection: 'commissions',
    data: {
      client: { kind: 'person', name: 'Pina', email: 'pina@posta.example', lang: 'it' },
      description: 'Imbiancare una cucina piccola',
      mode: 'remote',
    },
  })
  return id
}

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
    const passed = await ask(as.anna, 'members', `${id}/mokor/pass`, { to: await idOf('bruno@rete.example') })
    expect(passed.status).toBe(200)
    expect((await view(as.bruno, 'members', id)).editor).toMatchObject({ mine: true })
    expect((await ask(as.bruno, 'members', `${id}/mokor/release`, {})).status).toBe(200)
    expect((await view(as.bruno, 'members', id)).editor).toBeNull()
  })

  test('is whoever takes a request by its step', async () => {
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
    const over = await ask(as.bruno, 'members', `${id}/mokor/approve`, {})
    expect(sentence(over)).toMatch(/Ci ha già pensato anna@rete\.example .*«Attiva»/)
    const { docs } = await site.payload.find({
      collection: 'mokor-outbox',
      where: { target: { equals: String(id) } },
    })
    expect(docs.map(({ template }) => template).toSorted()).toEqual(['member-active', 'member-changes'])
  })
})

test('whoever has no role learns nothing, not even what is there', async () => {
  const { id } = await addMember(site.payload)
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
})
