// A document with a field that fits no more, or that the site asks for since: its person, buttons and the calendar, which touch no
// field of it, go on all the same; the desk is told when it saves it.
import type { CollectionConfig } from 'payload'
import { donationInput } from '../../collections/donations/dto.js'
import { createDonation } from '../../collections/donations/index.js'
import { drainOutbox } from '../../plugin/index.js'
import { commissionBody, send } from '../support/forms.js'
import { askAgain, press } from '../support/links.js'
import { startSiteWithMail } from '../support/mailed-site.js'
import { addPublicMember, rowOf } from '../support/people.js'

const dayMs = 86_400_000
let asked = false
const asking = ({ defaultCollection }: { defaultCollection: CollectionConfig }): CollectionConfig => ({
  ...defaultCollection,
  fields: [
    ...defaultCollection.fields,
    { name: 'badge', type: 'text', validate: (value: unknown) => !asked || Boolean(value) || 'Scrivi la tessera.' },
  ],
})

const { site, mailbox } = await startSiteWithMail({
  plugin: { collectionOverrides: { commissions: asking, donations: asking } },
})
const { payload } = site
const moderator = await site.as('moderator@rete.example', ['moderator'])
afterEach(() => {
  asked = false
})

const read = async (collection: string, id: number | string) =>
  payload.db.findOne<{ id: number | string; status: string }>({ collection, where: { id: { equals: id } } })

/** In a municipality that is no more, with a trade of no words, on a site that asks for one thing more. */
async function unfit(): Promise<number | string> {
  expect((await send(site, '/commissions', commissionBody)).status).toBe(202)
  const { docs } = await payload.find({ collection: 'commissions', depth: 0, sort: '-createdAt', limit: 1 })
  const id = docs[0]?.id ?? ''
  const stored = await payload.db.findOne<{ id: string; skills: object[] }>({
    collection: 'commissions',
    where: { id: { equals: id } },
  })
  const skills = stored?.skills.map((skill) => ({ ...skill, own: '' })) ?? []
  const data = { ...stored, place: { municipality: '999999', province: 'MI' }, skills }
  await payload.db.updateOne({ collection: 'commissions', id, data })
  await drainOutbox(payload)
  mailbox.mails.length = 0
  asked = true
  return id
}

const statusOf = async (id: number | string) => (await read('commissions', id))?.status
const subjects = async (now = new Date()) => {
  await drainOutbox(payload, () => now)
  return mailbox.mails.splice(0).map(({ subject, to }) => `${to.join()} | ${subject.replace(/ .{4}-.{4}/, '')}`)
}
/** Where its term ended yesterday. */
const lapse = (id: number | string) =>
  payload.db.updateOne({
    collection: 'commissions',
    id,
    data: { expiresAt: new Date(Date.now() - dayMs).toISOString() },
  })
const act = (id: number | string, action: string, reason = '') =>
  site.fetch(`/api/commissions/${id}/mokor/${action}`, {
    method: 'POST',
    headers: { ...moderator, 'Content-Type': 'application/json' },
    body: JSON.stringify({ reason }),
  })

test('a client confirms the request, and takes it back', async () => {
  const id = await unfit()
  expect(await press(payload, 'confirm-request', id)).toMatchObject({ title: 'Richiesta confermata' })
  expect(await statusOf(id)).toBe('received')
  expect(await subjects()).toContain('carla@clients.example | Richiesta ricevuta')
  await press(payload, 'request-status', id)
  expect(await statusOf(id)).toBe('withdrawn')
  expect(await subjects()).toEqual(['carla@clients.example | Richiesta: ritirata'])
})

test('one that nobody confirms expires, and is gone thirty days later', async () => {
  const id = await unfit()
  await lapse(id)
  expect(await subjects(new Date(Date.now() + 8 * dayMs))).toContain('carla@clients.example | Richiesta: scaduta')
  expect(await statusOf(id)).toBe('expired')
  await subjects(new Date(Date.now() + 40 * dayMs))
  expect(await read('commissions', id)).toBeNull()
})

test('one that has expired is asked for again', async () => {
  const id = await unfit()
  await lapse(id)
  await askAgain(payload, 'confirm-request', id)
  expect(await subjects()).toEqual(['carla@clients.example | Conferma la richiesta'])
})

test('the desk is not held up either, but what it saves is weighed', async () => {
  const id = await unfit()
  for (const [action, reason] of [['confirm-by-phone'], ['decline', 'Non ora.']] as const)
    expect([action, (await act(id, action, reason)).status]).toEqual([action, 200])
  const saved = await site.fetch(`/api/commissions/${id}`, {
    method: 'PATCH',
    headers: { ...moderator, 'Content-Type': 'application/json' },
    body: JSON.stringify({ title: 'Persiane' }),
  })
  expect(saved.status).toBe(400)
})

describe('a profile whose link has a port, which today’s rules refuse', () => {
  const stored = async (status: 'paused' | 'suspended') => {
    const links = [{ label: 'Bottega', url: 'https://bottega.example/' }]
    const { id } = await addPublicMember(payload, { email: `${status}@posta.example`, links })
    const before = await payload.db.findOne<{ id: string; links: object[] }>({
      collection: 'members',
      where: { id: { equals: id } },
    })
    const withPort = before?.links.map((link) => ({ ...link, url: 'https://bottega.example:8443/' }))
    await payload.db.updateOne({ collection: 'members', id, data: { ...before, links: withPort, status } })
    return id
  }
  /** Its status, and what of its links everybody sees. */
  const shown = async (id: number | string) => [(await read('members', id))?.status, (await rowOf(payload, id))?.links]
  const button = (id: number | string, name: string) =>
    site.fetch(`/api/members/${id}/mokor/${name}`, {
      method: 'POST',
      headers: { ...moderator, 'Content-Type': 'application/json' },
      body: '{}',
    })

  test('is made active again by its person, who has no form to mend it in', async () => {
    const id = await stored('paused')
    expect((await press(payload, 'member-status', id, {}, 'resume')).paragraphs[0]).toBe('La tua scheda è attiva.')
    expect(await shown(id)).toEqual(['active', []])
    await press(payload, 'member-status', id, {}, 'pause')
    expect((await button(id, 'resume')).status).toBe(200)
  })

  test('is no longer suspended, while an editor who saves it is told', async () => {
    const id = await stored('suspended')
    expect((await button(id, 'lift')).status).toBe(200)
    expect((await shown(id))[0]).toBe('active')
    const saved = await site.fetch(`/api/members/${id}`, {
      method: 'PATCH',
      headers: { ...moderator, 'Content-Type': 'application/json' },
      body: JSON.stringify({ headline: 'Persiane' }),
    })
    expect(saved.status).toBe(400)
    expect(JSON.stringify(await saved.json())).toContain('links.0.url')
  })
})

test('a treasurer marks a pledge as received, and opens it again, whatever the site asks for since', async () => {
  const given = donationInput.parse({ amountCents: 2500, donor: { type: 'person' } })
  await createDonation(payload, given, { lang: 'it', page: null, how: 'web', at: new Date() })
  const { docs } = await payload.find({ collection: 'donations', limit: 1, sort: '-createdAt' })
  const id = docs[0]?.id ?? ''
  const treasurer = await site.as('treasurer@rete.example', ['treasurer'])
  asked = true
  for (const [step, status] of [
    ['received', 'received'],
    ['reopen', 'pledged'],
    ['withdraw', 'withdrawn'],
  ]) {
    const answer = await site.fetch(`/api/donations/${id}/mokor/${step}`, {
      method: 'POST',
      headers: { ...treasurer, 'Content-Type': 'application/json' },
      body: '{}',
    })
    expect([step, answer.status, (await read('donations', id))?.status]).toEqual([step, 200, status])
  }
})

test('an unpaid pledge is written down as expired', async () => {
  const given = donationInput.parse({ amountCents: 2500, donor: { type: 'person' } })
  const at = new Date(Date.now() - 61 * dayMs)
  await createDonation(payload, given, { lang: 'it', page: null, how: 'web', at })
  const { docs } = await payload.find({ collection: 'donations', limit: 1 })
  asked = true
  await drainOutbox(payload)
  expect((await read('donations', docs[0]?.id ?? ''))?.status).toBe('expired')
})
