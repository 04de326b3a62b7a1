import fs from 'node:fs'
import sharp from 'sharp'
import { settleLeaving } from '../../collections/members/index.js'
import { slugOf } from '../../plugin/runtime.js'
import { inTransaction } from '../../plugin/transaction.js'
import { lookAt, press } from '../support/links.js'
import { addMember, addPublicMember, readMember, rowOf } from '../support/people.js'
import { startSite } from '../support/site.js'

const site = await startSite()
const { payload } = site
const moderator = await site.as('moderator@rete.example', ['moderator'])
afterAll(() => site.close())

const leave = (id: number | string) =>
  site.fetch(`/api/members/${id}/mokor/leave`, { method: 'POST', headers: moderator })

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

test('without open requests a member who leaves is hidden and erased at once', async () => {
  const member = await addPublicMember(payload)
  await payload.update({
    collection: slugOf(payload, 'members'),
    id: member.id,
    data: { notes: 'Una telefonata lunga' },
  })
  expect(await everythingAbout(member.id)).toMatch(privateValues)
  expect((await leave(member.id)).status).toBe(200)
  expect(await rowOf(payload, member.id)).toBeNull()
  expect((await readMember(payload, member.id)).status).toBe('left')
  expect(await everythingAbout(member.id)).not.toMatch(privateValues)
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
  await inTransaction(payload, (req) => settleLeaving(req, member.id))
  expect((await readMember(payload, member.id)).status).toBe('leaving')

  await payload.db.updateOne({ collection: slugOf(payload, 'commissions'), id: request.id, data: { status: 'closed' } })
  await inTransaction(payload, (req) => settleLeaving(req, member.id))
  expect((await readMember(payload, member.id)).status).toBe('left')
  expect(await everythingAbout(member.id)).not.toMatch(privateValues)
})

test('pictures that the file shows or once showed go with it, another member’s stays', async () => {
  const collection = slugOf(payload, 'pictures')
  const bytes = await sharp({ create: { width: 64, height: 64, channels: 3, background: 'navy' } })
    .png()
    .toBuffer()
  const picture = async () => {
    const file = { name: 'volto.png', data: bytes, mimetype: 'image/png', size: bytes.length }
    return (await payload.create({ collection, data: {}, file })) as { id: number | string; filename?: string }
  }
  const [old, present, shared] = [await picture(), await picture(), await picture()]
  await addPublicMember(payload, { picture: shared.id })
  const member = await addPublicMember(payload, { picture: shared.id })
  for (const { id } of [old, present])
    await payload.update({ collection: slugOf(payload, 'members'), id: member.id, data: { picture: id } })
  expect((await leave(member.id)).status).toBe(200)
  const left = await payload.find({ collection, where: { id: { in: [old.id, present.id, shared.id] } } })
  expect(left.docs.map(({ id }) => id)).toEqual([shared.id])
  const files = fs.readdirSync(payload.collections[collection]?.config.upload.staticDir ?? '')
  expect(files.filter((name) => [old, present].some(({ filename }) => name === filename))).toEqual([])
  expect(files).toContain(shared.filename)
})

describe('the member’s own page', () => {
  test('pauses and returns, and what it shows follows', async () => {
    const member = await addPublicMember(payload)
    expect((await lookAt(payload, 'member-status', member.id))?.button).toBe('Metti la scheda in pausa')
    expect((await press(payload, 'member-status', member.id)).button).toBe('Riattiva la scheda')
    expect(await rowOf(payload, member.id)).toBeNull()
    await press(payload, 'member-status', member.id)
    expect(await rowOf(payload, member.id)).toMatchObject({ slug: member.slug })
  })

  test('lets go whoever says so', async () => {
    const member = await addPublicMember(payload)
    const view = await press(payload, 'member-status', member.id, { leave: ' esco ' })
    expect(view.title).toBe('Non fai più parte della rete')
    expect(await rowOf(payload, member.id)).toBeNull()
    expect(await everythingAbout(member.id)).not.toMatch(privateValues)
  })

  test('a suspension is not lifted by the person, who may still leave', async () => {
    const member = await addMember(payload, { status: 'suspended' })
    await press(payload, 'member-status', member.id)
    expect((await readMember(payload, member.id)).status).toBe('suspended')
    await press(payload, 'member-status', member.id, { leave: 'ESCO' })
    expect((await readMember(payload, member.id)).status).toBe('left')
  })
})
