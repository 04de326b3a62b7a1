// Messages to members: passed on once confirmed, erased after that, and nothing private on either side.
import { relayMessage } from '../../collections/members/index.js'
import { type ContactData, contactInput } from '../../collections/members/relay/dto.js'
import { Problem } from '../../plugin/api/problem.js'
import { inTransaction } from '../../plugin/database/transaction.js'
import { dropMail } from '../../plugin/outbox/drop.js'
import { drainOutbox } from '../../plugin/outbox/index.js'
import type { OutboxRow } from '../../plugin/outbox/row.js'
import { slugOf } from '../../plugin/runtime.js'
import { privately, privateSteps, whyOccasional } from '../support/canaries.js'
import { contactBody } from '../support/forms.js'
import { lookAt, press } from '../support/links.js'
import { startSiteWithMail } from '../support/mailed-site.js'
import { addPublicMember } from '../support/people.js'

const { site, mailbox } = await startSiteWithMail()
const { payload } = site
const editor = await site.as('editor@rete.example', ['editor'])

beforeEach(async () => {
  for (const key of ['outbox', 'messages'] as const)
    await payload.db.deleteMany({ collection: slugOf(payload, key), where: {} })
})

const facts = { lang: 'it', page: null, how: 'web', at: new Date() } as const
const write = (slug: string | null, more: Record<string, unknown> = {}) =>
  relayMessage(payload, slug ?? '', contactInput.parse({ ...contactBody, ...more }) as ContactData, facts)

const messages = async () =>
  (
    await payload.db.find<Record<string, unknown>>({
      collection: slugOf(payload, 'messages'),
      where: {},
      pagination: false,
    })
  ).docs

/** Nothing of the sender, nor of what was written. */
const nobodys = { name: null, email: null, phone: null, text: null }

const problemOf = (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (error: unknown) => (error instanceof Problem ? error.message : String(error)),
  )

test('a message waits for its sender, reaches the member, and is erased', async () => {
  const member = await addPublicMember(payload)
  await write(member.slug)
  await drainOutbox(payload)
  expect(mailbox.mails.map(({ subject, to }) => [subject, to])).toEqual([
    ['Conferma il messaggio per Maria C.', ['carla@clients.example']],
  ])
  // Whoever is written to by mistake reads nothing of a stranger's words.
  expect(mailbox.mails[0]?.text).not.toContain('credenza')
  expect(mailbox.mails[0]?.raw).not.toMatch(/Colnaghi|maria\.colnaghi/)

  const [message] = await messages()
  const id = String(message?.id)
  const view = await lookAt(payload, 'confirm-message', id)
  expect(view?.facts?.map(({ value }) => value)).toContain(contactBody.message)
  await press(payload, 'confirm-message', id)
  await press(payload, 'confirm-message', id)
  mailbox.mails.length = 0
  await drainOutbox(payload)
  const [toMember, toSender] = mailbox.mails
  expect(mailbox.mails).toHaveLength(2)
  expect(toMember).toMatchObject({
    to: ['maria.colnaghi@posta.example'],
    subject: 'Carla Bianchi ti scrive tramite Rete di prova',
  })
  expect(toMember?.headers['reply-to']).toContain('carla@clients.example')
  expect(toMember?.text).toContain(contactBody.message)
  expect(toMember?.text).toContain('Carla Bianchi ha letto la tua scheda e scrive:')
  expect(toMember?.text).toContain('Segnala')
  expect(toSender).toMatchObject({ to: ['carla@clients.example'], subject: 'Messaggio consegnato a Maria C.' })
  expect(toSender?.raw).not.toMatch(/Colnaghi|maria\.colnaghi/)
  // What is left says whom it was for, so that the link can lead back there; after a month that goes too.
  expect(await messages()).toMatchObject([nobodys])
  expect(await lookAt(payload, 'confirm-message', id)).toMatchObject({
    title: 'Il messaggio è stato consegnato',
    buttons: [],
    link: { url: expect.stringContaining(String(member.slug)) },
  })
  await drainOutbox(payload, () => new Date(Date.now() + 38 * 86_400_000))
  expect(await messages()).toEqual([])
})

test('the text is gone as soon as the member has it, even while the sender waits to hear', async () => {
  const member = await addPublicMember(payload)
  await write(member.slug)
  const id = String((await messages())[0]?.id)
  await press(payload, 'confirm-message', id)
  mailbox.refuse('carla@clients.example', 451)
  await drainOutbox(payload)
  mailbox.refuse('carla@clients.example', 0)
  expect(await messages()).toMatchObject([{ status: 'delivered', text: null, name: null }])
})

test('nothing private of a member goes out in the mails to whoever writes to them', async () => {
  const skills = [{ own: 'falegname', origin: 'practised', qualified: 'no' }]
  const member = await addPublicMember(payload, { ...privately(7), kind: whyOccasional(1), skills })
  await privateSteps(payload, member.id, 7)
  await write(member.slug)
  await press(payload, 'confirm-message', String((await messages())[0]?.id))
  await drainOutbox(payload)
  const toSender = mailbox.mails.filter(({ to }) => to.includes('carla@clients.example'))
  expect(toSender.length).toBeGreaterThan(0)
  for (const { subject, text, html, headers } of toSender)
    expect(JSON.stringify([subject, text, html, headers])).not.toMatch(/canarino|segreto|0777|disoccupat|unemployed/i)
})

test('hidden and unknown members are the same', async () => {
  const hidden = await addPublicMember(payload)
  await payload.update({ collection: slugOf(payload, 'members'), id: hidden.id, data: { reach: 'network' } })
  expect(await problemOf(write(hidden.slug))).toBe(await problemOf(write('nessuno-0000')))
  expect(await messages()).toEqual([])
})

test('who takes no work now is not written to', async () => {
  const member = await addPublicMember(payload, { availability: { state: 'not-now' } })
  expect(await problemOf(write(member.slug))).toContain('member.not-now')
})

test('a message to somebody who has left the public meanwhile is not passed on', async () => {
  const member = await addPublicMember(payload)
  await write(member.slug)
  const id = String((await messages())[0]?.id)
  await payload.update({ collection: slugOf(payload, 'members'), id: member.id, data: { status: 'paused' } })
  expect((await lookAt(payload, 'confirm-message', id))?.buttons).toEqual([])
  await press(payload, 'confirm-message', id)
  await drainOutbox(payload)
  expect(mailbox.mails).toEqual([])
})

test('a confirmed message to somebody who hides before it leaves is erased, and its sender is told', async () => {
  const member = await addPublicMember(payload)
  await write(member.slug)
  await drainOutbox(payload)
  mailbox.mails.length = 0
  await press(payload, 'confirm-message', String((await messages())[0]?.id))
  await payload.update({ collection: slugOf(payload, 'members'), id: member.id, data: { status: 'paused' } })
  await drainOutbox(payload)
  expect(mailbox.mails.map(({ subject, to }) => [subject, to])).toEqual([
    ['Il messaggio non è stato consegnato', ['carla@clients.example']],
  ])
  // Nothing of why, nor of whom.
  expect(mailbox.mails[0]?.text).not.toMatch(/pausa|Maria/)
  expect(await messages()).toMatchObject([{ status: 'returned', ...nobodys }])
})

describe('a message whose mail the desk gives up', () => {
  const drop = async (template: string) => {
    const { docs } = await payload.find({
      collection: slugOf(payload, 'outbox'),
      where: { template: { equals: template } },
    })
    const path = `/api/${slugOf(payload, 'outbox')}/${docs[0]?.id}/mokor/drop`
    expect((await site.fetch(path, { method: 'POST', headers: editor })).status).toBe(200)
    return (await payload.findByID({ collection: slugOf(payload, 'outbox'), id: docs[0]?.id ?? '' })).status
  }
  /** Confirmed, and refused by the mail server of whom it goes to. */
  async function refused(to: string): Promise<string> {
    const member = await addPublicMember(payload)
    await write(member.slug)
    const id = String((await messages())[0]?.id)
    await press(payload, 'confirm-message', id)
    await payload.db.deleteMany({
      collection: slugOf(payload, 'outbox'),
      where: { template: { equals: 'message-confirm' } },
    })
    mailbox.refuse(to, 550)
    await drainOutbox(payload)
    mailbox.refuse(to, 0)
    mailbox.mails.length = 0
    return id
  }

  test('is erased, and its sender hears that it was not delivered', async () => {
    const id = await refused('maria.colnaghi@posta.example')
    expect((await lookAt(payload, 'confirm-message', id))?.title).toContain('in viaggio')
    expect(await drop('message-relay')).toBe('dropped')
    expect(await messages()).toMatchObject([{ ...nobodys, status: 'returned', email: 'carla@clients.example' }])
    expect(await lookAt(payload, 'confirm-message', id)).toMatchObject({
      title: 'Questo messaggio non c’è più',
      buttons: [],
    })
    await drainOutbox(payload)
    expect(mailbox.mails.map(({ subject, to }) => [subject, to])).toEqual([
      ['Il messaggio non è stato consegnato', ['carla@clients.example']],
    ])
    expect(await messages()).toMatchObject([nobodys])
  })

  test('is not said to be lost once a worker has taken its mail up', async () => {
    await refused('maria.colnaghi@posta.example')
    const outbox = { collection: slugOf(payload, 'outbox'), where: { template: { equals: 'message-relay' } } }
    const row = (await payload.db.findOne<OutboxRow>(outbox)) as OutboxRow
    await payload.db.updateOne({ ...outbox, data: { status: 'leased' } })
    await inTransaction(payload, (req) => dropMail(req, row))
    expect(await messages()).toMatchObject([{ status: 'confirmed', text: contactBody.message }])
    expect(await payload.db.findOne(outbox)).toMatchObject({ status: 'leased' })
  })

  test('keeps no address of a sender who cannot be told either', async () => {
    await refused('carla@clients.example')
    expect(await messages()).toMatchObject([{ status: 'delivered', email: 'carla@clients.example' }])
    expect(await drop('message-delivered')).toBe('dropped')
    expect(await messages()).toMatchObject([nobodys])
  })
})

test('an unconfirmed message is erased at the end of its term', async () => {
  const member = await addPublicMember(payload)
  await write(member.slug)
  expect(await messages()).toHaveLength(1)
  await drainOutbox(payload, () => new Date(Date.now() + 7.1 * 86_400_000))
  expect(await messages()).toMatchObject([nobodys])
  const gone = await lookAt(payload, 'confirm-message', String((await messages())[0]?.id))
  expect(gone).toMatchObject({
    title: 'Questo messaggio non c’è più',
    buttons: [],
    link: { url: expect.stringContaining(String(member.slug)) },
  })
  await drainOutbox(payload, () => new Date(Date.now() + 38 * 86_400_000))
  expect(await messages()).toEqual([])
})

test('somebody with only a phone is told by the desk, who read all they need for it', async () => {
  const member = await addPublicMember(payload, { email: null, lang: 'en' })
  await write(member.slug)
  const id = String((await messages())[0]?.id)
  expect((await lookAt(payload, 'confirm-message', id))?.paragraphs.join()).toContain('Lo riceve la redazione')
  expect((await press(payload, 'confirm-message', id)).paragraphs.join()).toMatch(
    /Lo riceve la redazione, che lo riferisce di persona a Maria C\./,
  )
  await drainOutbox(payload)
  const toDesk = mailbox.mails.find(({ to }) => to.includes('desk@rete.example'))
  expect(toDesk?.subject).toBe('Da riferire a Maria C.: un messaggio di Carla Bianchi')
  expect(toDesk?.text).toContain(contactBody.message)
  expect(toDesk?.text).toContain('Telefono di Maria C.: +39 333 123 4567')
  expect(toDesk?.text).toContain(`/admin/collections/${slugOf(payload, 'members')}/${member.id}`)
  expect(toDesk?.html).toContain('href="tel:+393331234567"')
  expect(toDesk?.text).not.toMatch(/S\.\.|ti scrive|ti ha scritto|scrivi direttamente/)
  expect(toDesk?.headers['content-language']).toBe('it')
  // The sender hears where it really went.
  const toSender = mailbox.mails.find(({ to }) => to.includes('carla@clients.example'))
  expect(toSender?.subject).toBe('Messaggio per Maria C. ricevuto dalla redazione')
  expect(toSender?.text).not.toContain('consegnato')
})

test('a file without phone or e-mail is told apart: the desk finds the person itself', async () => {
  const member = await addPublicMember(payload, { email: null, phone: null })
  await write(member.slug)
  await press(payload, 'confirm-message', String((await messages())[0]?.id))
  await drainOutbox(payload)
  const toDesk = mailbox.mails.find(({ to }) => to.includes('desk@rete.example'))
  expect(toDesk?.text).toContain('non ha né e-mail né telefono')
  expect(toDesk?.text).not.toContain('Telefono di Maria')
})

test('whoever helps reads whom a message is for', async () => {
  const helper = { name: 'Ines', email: 'ines@posta.example', consent: true }
  const member = await addPublicMember(payload, { email: null, helper })
  await write(member.slug)
  await press(payload, 'confirm-message', String((await messages())[0]?.id))
  await drainOutbox(payload)
  const toHelper = mailbox.mails.find(({ to }) => to.includes('ines@posta.example'))
  expect(toHelper?.subject).toBe('Carla Bianchi scrive a Maria C. tramite Rete di prova')
  expect(toHelper?.text).toContain('Carla Bianchi ha letto la scheda di Maria C. e scrive:')
  expect(toHelper?.text).not.toMatch(/ti ha scritto|tua scheda/)
})

test('nothing in a sender’s name becomes a header or a second addressee', async () => {
  const member = await addPublicMember(payload)
  await write(member.slug, { name: 'Carla, evil@evil.example <b>' })
  await press(payload, 'confirm-message', String((await messages())[0]?.id))
  await drainOutbox(payload)
  expect(mailbox.mails.flatMap(({ to }) => to)).not.toContain('evil@evil.example')
  expect(mailbox.mails.every(({ headers }) => headers.bcc === undefined)).toBe(true)
})

test('a message after one that is gone has its own mail and its own link', async () => {
  const member = await addPublicMember(payload)
  await write(member.slug)
  await drainOutbox(payload)
  const address = () => new URL(mailbox.mails[0]?.text.match(/http\S+\/pages\/link\/\S+/)?.[0] ?? '').pathname
  const old = address()
  await press(payload, 'confirm-message', String((await messages())[0]?.id))
  await drainOutbox(payload)
  await drainOutbox(payload, () => new Date(Date.now() + 38 * 86_400_000))
  mailbox.mails.length = 0
  // SQLite gives this one the id of the last.
  await write(member.slug, { message: 'Un’altra cosa, e tutta diversa.' })
  await drainOutbox(payload)
  expect(mailbox.mails.map(({ subject }) => subject)).toEqual(['Conferma il messaggio per Maria C.'])
  expect(await (await site.fetch(address())).text()).toContain('tutta diversa')
  expect(await (await site.fetch(old)).text()).not.toContain('tutta diversa')
})
