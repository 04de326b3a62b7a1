// How a member goes: hidden at once, erased with all that is theirs, and by their own page too.
import fs from 'node:fs'
import type { PayloadRequest } from 'payload'
import { finishLeaving, type Member } from '../../collections/members/index.js'
import { readMember as readStored } from '../../collections/members/publishing/read.js'
import { transition } from '../../collections/members/transition.js'
import { inTransaction } from '../../plugin/database/transaction.js'
import type { LinkView } from '../../plugin/definitions/link.js'
import { drainOutbox } from '../../plugin/index.js'
import { slugOf } from '../../plugin/runtime.js'
import { lookAt, press } from '../support/links.js'
import { addMember, addPicture, addPublicMember, readMember, rowOf } from '../support/people.js'
import { startSite } from '../support/site.js'

const site = await startSite()
const { payload } = site
const moderator = await site.as('moderator@rete.example', ['moderator'])
afterAll(() => site.close())

const stored = async (req: PayloadRequest, id: number | string) => (await readStored(req, id)) as Member

const leave = (id: number | string, reason = 'Lo ha chiesto per telefono') =>
  site.fetch(`/api/members/${id}/mokor/leave`, {
    method: 'POST',
    headers: { ...moderator, 'Content-Type': 'application/json' },
    body: JSON.stringify({ reason }),
  })
/** The outbox does the erasing, a day later. */
const aDayLater = () => drainOutbox(payload, () => new Date(Date.now() + 25 * 3_600_000))

const privateValues = /Maria|Colnaghi|posta\.example|1234567|Restauro|bottega/

async function everythingAbout(id: number | string): Promise<string> {
  const versions = await payload.findVersions({
    collection: slugOf(payload, 'members'),
    where: { parent: { equals: id } },
    limit: 0,
    showHiddenFields: true,
  })
  const outbox = await payload.find({
    collection: slugOf(payload, 'outbox'),
    where: { target: { equals: String(id) } },
    limit: 0,
    showHiddenFields: true,
  })
  return JSON.stringify([await readMember(payload, id), versions.docs, outbox.docs])
}

test('without open requests a member whom the desk lets go is hidden at once and erased the day after', async () => {
  const member = await addPublicMember(payload)
  await payload.update({
    collection: slugOf(payload, 'members'),
    id: member.id,
    data: { notes: 'Una telefonata lunga' },
  })
  expect(await everythingAbout(member.id)).toMatch(privateValues)
  expect((await leave(member.id, '')).status).toBe(422)
  expect((await leave(member.id)).status).toBe(200)
  expect(await rowOf(payload, member.id)).toBeNull()
  expect((await readMember(payload, member.id)).timeline).toMatchObject([
    { to: 'active' },
    { from: 'active', to: 'leaving', by: 'moderator@rete.example', why: 'Lo ha chiesto per telefono' },
  ])
  await aDayLater()
  expect(await readMember(payload, member.id)).toMatchObject({ status: 'left', timeline: [] })
  expect(await everythingAbout(member.id)).not.toMatch(privateValues)
})

describe('whoever goes out of sight is never held up by a field that fits no more', () => {
  const collection = slugOf(payload, 'members')
  const step = (id: number | string, name: string) =>
    site.fetch(`/api/members/${id}/mokor/${name}`, {
      method: 'POST',
      headers: { ...moderator, 'Content-Type': 'application/json' },
      body: JSON.stringify({ reason: 'Lo ha chiesto' }),
    })
  /** With a picture, in a municipality that is no more, a distance that is no longer on offer, and a skill of no words. */
  async function outdated(more: Record<string, unknown> = {}) {
    const { id } = await addPublicMember(payload, { picture: (await addPicture(payload)).id, ...more })
    const file = await payload.db.findOne<{ id: number | string; skills: object[] }>({
      collection,
      where: { id: { equals: id } },
    })
    const data = {
      ...file,
      place: { municipality: '999999', province: 'MI' },
      radiusKm: 7,
      skills: file?.skills.map((skill) => ({ ...skill, own: '' })),
    }
    await payload.db.updateOne({ collection, id, data })
    return id
  }
  const versionsOf = async (id: number | string) =>
    (await payload.countVersions({ collection, where: { parent: { equals: id } } })).totalDocs

  test.each<[string, string, (id: number | string) => Promise<unknown>]>([
    ['paused at the desk', 'paused', (id) => step(id, 'pause')],
    ['suspended', 'suspended', (id) => step(id, 'suspend')],
    ['let go', 'leaving', (id) => step(id, 'leave')],
    ['paused by their own page', 'paused', (id) => press(payload, 'member-status', id, {}, 'pause')],
  ])('%s', async (_, status, hide) => {
    const id = await outdated()
    const before = await versionsOf(id)
    await hide(id)
    const file = await readMember(payload, id)
    expect(file).toMatchObject({ status, timeline: [{ to: 'active' }, { from: 'active', to: status }] })
    expect(file.since).toBe((file.timeline as { at: string }[]).at(-1)?.at)
    expect(await rowOf(payload, id)).toBeNull()
    expect(await versionsOf(id)).toBe(before + 1)
  })

  test('who leaves by their own page is erased', async () => {
    const id = await outdated()
    await press(payload, 'member-status', id, {}, 'leave')
    expect(await readMember(payload, id)).toMatchObject({ status: 'left', email: null, picture: null })
    expect(await rowOf(payload, id)).toBeNull()
  })

  test('who is let go is erased the day after', async () => {
    const id = await outdated()
    expect((await step(id, 'leave')).status).toBe(200)
    await aDayLater()
    expect(await readMember(payload, id)).toMatchObject({ status: 'left', email: null, picture: null })
  })

  test('a picture that the desk deletes goes from the profile that shows it', async () => {
    const picture = await addPicture(payload)
    const id = await outdated({ picture: picture.id })
    const answer = await site.fetch(`/api/mokor-pictures/${picture.id}`, { method: 'DELETE', headers: moderator })
    expect(answer.status).toBe(200)
    expect((await readMember(payload, id)).picture ?? null).toBeNull()
    expect((await rowOf(payload, id))?.picture ?? null).toBeNull()
  })

  test('an unconfirmed file expires', async () => {
    const id = await outdated({ status: 'unconfirmed', expiresAt: new Date(Date.now() + 1000).toISOString() })
    await inTransaction(payload, (req) =>
      stored(req, id).then((member) => transition(req, member, 'expire', { by: 'network', at: new Date() })),
    )
    expect(await readMember(payload, id)).toMatchObject({ status: 'expired' })
  })

  test('but showing a profile for the first time weighs every field, in the same breath too', async () => {
    const id = await outdated({ status: 'pending' })
    const answer = await step(id, 'approve')
    expect(answer.status).toBe(400)
    const work = inTransaction(payload, async (req) => {
      const cause = { by: 'network', at: new Date() }
      const refused = await transition(req, await stored(req, id), 'refuse', cause)
      await transition(req, refused, 'approve', cause)
    })
    await expect(work).rejects.toMatchObject({ name: 'ValidationError' })
  })
})

test('with an open request a member is hidden at once and erased when it closes', async () => {
  const member = await addPublicMember(payload)
  const request = await payload.db.create({
    collection: slugOf(payload, 'commissions'),
    data: {
      reference: `T${String(member.id).slice(-7)}`,
      status: 'in-progress',
      member: member.id,
      description: 'Una credenza da restaurare',
      title: 'Una credenza',
      client: { kind: 'person', name: 'Carla', contactBy: 'email', lang: 'it' },
      mode: 'remote',
      when: { soon: 'no-hurry' },
      choice: 'network',
      channel: 'web',
    },
  })
  expect((await leave(member.id)).status).toBe(200)
  expect(await rowOf(payload, member.id)).toBeNull()
  expect((await readMember(payload, member.id)).status).toBe('leaving')
  await inTransaction(payload, (req) => finishLeaving(req, member.id))
  expect((await readMember(payload, member.id)).status).toBe('leaving')

  await payload.db.updateOne({ collection: slugOf(payload, 'commissions'), id: request.id, data: { status: 'closed' } })
  await inTransaction(payload, (req) => finishLeaving(req, member.id))
  expect((await readMember(payload, member.id)).status).toBe('left')
  expect(await everythingAbout(member.id)).not.toMatch(privateValues)
})

test('pictures that the file shows or once showed go with it, another member’s stays', async () => {
  const collection = slugOf(payload, 'pictures')
  const [old, present, shared] = [await addPicture(payload), await addPicture(payload), await addPicture(payload)]
  await addPublicMember(payload, { picture: shared.id })
  const member = await addPublicMember(payload, { picture: shared.id })
  for (const { id } of [old, present])
    await payload.update({ collection: slugOf(payload, 'members'), id: member.id, data: { picture: id } })
  expect((await leave(member.id)).status).toBe(200)
  await aDayLater()
  const left = await payload.find({ collection, where: { id: { in: [old.id, present.id, shared.id] } } })
  expect(left.docs.map(({ id }) => id)).toEqual([shared.id])
  const files = fs.readdirSync(payload.collections[collection]?.config.upload.staticDir ?? '')
  expect(files.filter((name) => [old, present].some(({ filename }) => name === filename))).toEqual([])
  expect(files).toContain(shared.filename)
})

describe('the member’s own page', () => {
  test('pauses and returns, and what it shows follows', async () => {
    const member = await addPublicMember(payload)
    const labels = (view: LinkView | null) => view?.buttons.map(({ label }) => label)
    expect(labels(await lookAt(payload, 'member-status', member.id))).toEqual([
      'Metti la scheda in pausa',
      'Esci dalla rete',
    ])
    expect(labels(await press(payload, 'member-status', member.id))).toEqual(['Riattiva la scheda', 'Esci dalla rete'])
    expect(await rowOf(payload, member.id)).toBeNull()
    // An old page pressed again does what it said, not its opposite.
    await press(payload, 'member-status', member.id, {}, 'pause')
    expect((await readMember(payload, member.id)).status).toBe('paused')
    await press(payload, 'member-status', member.id)
    expect(await rowOf(payload, member.id)).toMatchObject({ slug: member.slug })
  })

  test('says whose it is, and asks for nothing', async () => {
    const member = await addPublicMember(payload)
    expect(await lookAt(payload, 'member-status', member.id)).toMatchObject({
      title: 'La tua scheda',
      about: 'Maria C. · Restauro mobili e infissi',
      buttons: [{ name: 'pause', secondary: true }, { name: 'leave' }],
    })
  })

  test('speaks of somebody else to whoever helps', async () => {
    const helper = { name: 'Ines', email: 'ines@posta.example', consent: true }
    const member = await addPublicMember(payload, { firstName: 'Zeno', email: null, helper })
    const view = await lookAt(payload, 'member-status', member.id)
    expect(view).toMatchObject({
      title: 'La scheda di cui ti occupi',
      about: 'Zeno C. · Restauro mobili e infissi',
      paragraphs: ['La scheda è attiva.', expect.any(String)],
      buttons: [
        { label: 'Metti la scheda in pausa' },
        { label: 'Togli la scheda dalla rete', destructive: { tick: 'Sì, Zeno vuole uscire dalla rete' } },
      ],
    })
  })

  test('opens the profile, and says how to change it', async () => {
    const member = await addPublicMember(payload)
    const view = await lookAt(payload, 'member-status', member.id)
    expect(view?.facts).toEqual([{ label: 'Dove si vede', value: view?.facts?.[0]?.url, url: expect.any(String) }])
    expect(view?.facts?.[0]?.url).toContain(`/pages/members/${member.slug}`)
    expect(view?.paragraphs.join()).toContain('Per cambiare qualcosa rispondi a una nostra mail, o scrivi a desk@')
  })

  test('lets go whoever says so', async () => {
    const member = await addPublicMember(payload)
    const view = await press(payload, 'member-status', member.id, {}, 'leave')
    expect(view.title).toBe('La scheda è uscita dalla rete')
    expect(await rowOf(payload, member.id)).toBeNull()
    expect(await everythingAbout(member.id)).not.toMatch(privateValues)
  })

  test('a suspension is not lifted by the person, who may still leave', async () => {
    const member = await addMember(payload, { status: 'suspended' })
    for (const button of ['pause', 'resume']) await press(payload, 'member-status', member.id, {}, button)
    expect((await readMember(payload, member.id)).status).toBe('suspended')
    await press(payload, 'member-status', member.id, {}, 'leave')
    expect((await readMember(payload, member.id)).status).toBe('left')
  })
})
