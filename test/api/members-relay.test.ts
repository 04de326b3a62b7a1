import { relayMessage } from '../../collections/members/index.js'
import { type ContactData, contactInput } from '../../plugin/api/dto.js'
import { Problem } from '../../plugin/api/problem.js'
import { drainOutbox } from '../../plugin/outbox/index.js'
import { slugOf } from '../../plugin/runtime.js'
import { contactBody } from '../support/forms.js'
import { lookAt, press } from '../support/links.js'
import { startMailbox } from '../support/mailbox.js'
import { addPublicMember } from '../support/people.js'
import { startSite } from '../support/site.js'

const mailbox = await startMailbox()
const site = await startSite({ config: (base) => ({ ...base, email: mailbox.adapter }) })
const { payload } = site

afterAll(async () => {
  await site.close()
  await mailbox.stop()
})
beforeEach(async () => {
  mailbox.mails.length = 0
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
  expect(toMember?.text).toContain('Segnala')
  expect(toSender).toMatchObject({ to: ['carla@clients.example'], subject: 'Messaggio consegnato a Maria C.' })
  expect(toSender?.raw).not.toMatch(/Colnaghi|maria\.colnaghi/)
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
  expect((await lookAt(payload, 'confirm-message', id))?.button).toBeNull()
  await press(payload, 'confirm-message', id)
  await drainOutbox(payload)
  expect(mailbox.mails).toEqual([])
})

test('an unconfirmed message is erased at the end of its term', async () => {
  const member = await addPublicMember(payload)
  await write(member.slug)
  expect(await messages()).toHaveLength(1)
  await drainOutbox(payload, () => new Date(Date.now() + 7.1 * 86_400_000))
  expect(await messages()).toEqual([])
})

test('somebody with only a phone is told by the desk', async () => {
  const member = await addPublicMember(payload, { email: null })
  await write(member.slug)
  await press(payload, 'confirm-message', String((await messages())[0]?.id))
  await drainOutbox(payload)
  expect(mailbox.mails.map(({ to }) => to)).toContainEqual(['desk@rete.example'])
})

test('nothing in a sender’s name becomes a header or a second addressee', async () => {
  const member = await addPublicMember(payload)
  await write(member.slug, { name: 'Carla, evil@evil.example <b>' })
  await press(payload, 'confirm-message', String((await messages())[0]?.id))
  await drainOutbox(payload)
  expect(mailbox.mails.flatMap(({ to }) => to)).not.toContain('evil@evil.example')
  expect(mailbox.mails.every(({ headers }) => headers.bcc === undefined)).toBe(true)
})
