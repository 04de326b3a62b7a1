// Messages to members: passed on once confirmed, erased after that, and nothing private on either side.
import { finishLeaving, relayMessage } from '../../collections/members/index.js'
import { type ContactData, contactInput } from '../../collections/members/relay/dto.js'
import { Problem } from '../../plugin/api/problem.js'
import { inTransaction } from '../../plugin/database/transaction.js'
import type { DeskItem } from '../../plugin/desk/index.js'
import type { EditorView } from '../../plugin/lifecycle/actions.js'
import { dropMail } from '../../plugin/outbox/drop.js'
import { drainOutbox } from '../../plugin/outbox/index.js'
import type { OutboxRow } from '../../plugin/outbox/row.js'
import { mokor, slugOf } from '../../plugin/runtime.js'
import { databaseId } from '../../plugin/values/document-id.js'
import { privately, privateSteps, whyOccasional } from '../support/canaries.js'
import { contactBody } from '../support/forms.js'
import { lookAt, press } from '../support/links.js'
import { startSiteWithMail } from '../support/mailed-site.js'
import { addPublicMember } from '../support/people.js'

const { site, mailbox } = await startSiteWithMail({ plugin: { outbox: { worker: false, undoSeconds: 60 } } })
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

/** Confirmed, while the mail server refuses whom it goes to. */
async function refused(to: string, code = 550): Promise<string> {
  const member = await addPublicMember(payload)
  await write(member.slug)
  const id = String((await messages())[0]?.id)
  await press(payload, 'confirm-message', id)
  await payload.db.deleteMany({
    collection: slugOf(payload, 'outbox'),
    where: { template: { equals: 'message-confirm' } },
  })
  mailbox.refuse(to, code)
  await drainOutbox(payload)
  mailbox.refuse(to, 0)
  return id
}

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

  test('before its time is erased, and its sender hears that it was not delivered', async () => {
    const id = await refused('maria.colnaghi@posta.example', 451)
    mailbox.mails.length = 0
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
    await refused('maria.colnaghi@posta.example', 451)
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

/** A message to somebody with only a phone, in the desk's hands. */
async function held(more: Record<string, unknown> = {}): Promise<{ id: string; member: number | string }> {
  const member = await addPublicMember(payload, { email: null, lang: 'en', ...more })
  await write(member.slug)
  const id = String((await messages())[0]?.id)
  await press(payload, 'confirm-message', id)
  await drainOutbox(payload)
  return { id, member: member.id }
}

const inTwoMinutes = () => new Date(Date.now() + 120_000)

const ask = async (path: string, sent?: object, headers = editor) => {
  const response = await site.fetch(`/api/${path}`, {
    method: sent ? 'POST' : 'GET',
    headers: { ...headers, 'Content-Type': 'application/json', 'Accept-Language': 'it' },
    ...(sent ? { body: JSON.stringify(sent) } : {}),
  })
  return { status: response.status, body: await response.json() }
}
const step = (id: string, name: string, sent: object = {}, headers = editor) =>
  ask(`${slugOf(payload, 'messages')}/${id}/mokor/${name}`, sent, headers)

test('somebody with only a phone is told by the desk, who read all they need for it at the desk alone', async () => {
  const member = await addPublicMember(payload, { email: null, lang: 'en' })
  await write(member.slug)
  const id = String((await messages())[0]?.id)
  expect((await lookAt(payload, 'confirm-message', id))?.paragraphs.join()).toContain('Lo riceve la redazione')
  // Until its sender has confirmed it, it is nobody's.
  expect((await ask(`${slugOf(payload, 'messages')}/${id}`)).status).toBe(404)
  expect((await press(payload, 'confirm-message', id)).paragraphs.join()).toMatch(
    /Lo riceve la redazione, che lo riferisce di persona a Maria C\./,
  )
  await drainOutbox(payload)
  const toDesk = mailbox.mails.find(({ to }) => to.includes('desk@rete.example'))
  expect(toDesk?.subject).toBe('Da riferire a Maria C.: un messaggio')
  expect(toDesk?.text).toContain(`/admin/mokor/desk?item=messages:${id}`)
  // A copy in the desk's mailbox would outlive the message.
  expect(toDesk?.raw).not.toMatch(/credenza|Carla|clients\.example|123 4567/)
  expect(toDesk?.headers['content-language']).toBe('it')
  // The sender hears where it really went.
  const toSender = mailbox.mails.filter(({ to }) => to.includes('carla@clients.example')).at(-1)
  expect(toSender?.subject).toBe('Messaggio per Maria C. ricevuto dalla redazione')
  expect(toSender?.text).not.toContain('consegnato')

  const item = (await ask(`mokor/desk/messages/${id}`)).body as DeskItem
  expect(item.row).toMatchObject({ title: 'Carla Bianchi', who: 'per Maria C.', stands: 'fresh', status: 'held' })
  expect(item.sheet.texts).toEqual([{ label: 'Messaggio', text: contactBody.message }])
  expect(item.sheet.contacts).toMatchObject([
    { label: 'Telefono di Maria C.', value: '+39 333 123 4567' },
    { label: 'E-mail di Carla Bianchi', value: 'carla@clients.example' },
  ])
  expect(item.view.actions.map(({ name }) => name)).toEqual(['tell', 'give-back'])
  expect(item.view.hints.map(({ code }) => code)).toEqual(['message-no-mail'])
  expect((await ask('mokor/desk?queue=messages')).body).toMatchObject({ rows: [{ id }] })
})

describe('a message in the desk’s hands', () => {
  test('passed on by voice: its sender hears so, and its words go, once that stands', async () => {
    const { id } = await held()
    mailbox.mails.length = 0
    const preview = (await ask(`${slugOf(payload, 'messages')}/${id}/mokor/preview?action=tell`)).body
    expect(preview.mails).toMatchObject([
      { template: 'message-told', to: { address: 'carla@clients.example' }, subject: 'Messaggio riferito a Maria C.' },
    ])
    const { status, body } = await step(id, 'tell')
    expect([status, body.undo?.step]).toEqual([200, 'tell'])
    await drainOutbox(payload)
    expect(await messages()).toMatchObject([{ status: 'delivered', text: contactBody.message }])
    expect((await step(id, 'undo', { seen: body.undo.seen })).status).toBe(200)
    await drainOutbox(payload, inTwoMinutes)
    expect(mailbox.mails).toEqual([])
    expect(await messages()).toMatchObject([{ status: 'held', text: contactBody.message }])
    await step(id, 'note', { text: 'Richiama alle sei' })
    await step(id, 'heard', { text: 'Maria ha detto di sì' })
    expect((await step(id, 'tell')).status).toBe(200)
    await drainOutbox(payload, inTwoMinutes)
    expect(mailbox.mails.map(({ subject, to }) => [subject, to])).toEqual([
      ['Messaggio riferito a Maria C.', ['carla@clients.example']],
    ])
    const left = await messages()
    expect(left).toMatchObject([{ status: 'delivered', ...nobodys, deskNotes: [] }])
    expect(JSON.stringify(left)).not.toMatch(/credenza|Carla|clients\.example|Richiama|ha detto di sì/)
    // Who did what and when stays for a month.
    expect((left[0] as { timeline: { step: string }[] }).timeline.at(-1)).toMatchObject({
      step: 'tell',
      by: 'editor@rete.example',
    })
    expect((await lookAt(payload, 'confirm-message', id))?.title).toBe('Il messaggio è stato consegnato')
  })

  test('given back: its sender reads the editor’s words and nothing of why', async () => {
    const { id } = await held()
    mailbox.mails.length = 0
    const [button] = ((await ask(`${slugOf(payload, 'messages')}/${id}/mokor`)).body as EditorView).actions.filter(
      ({ name }) => name === 'give-back',
    )
    expect(button?.prefill).toBe('Abbiamo cercato Maria C. e non siamo riusciti a raggiungerla. Ci dispiace.')
    expect((await step(id, 'give-back')).status).toBe(422)
    expect((await step(id, 'give-back', { reason: 'Non l’abbiamo trovata.' })).status).toBe(200)
    await drainOutbox(payload, inTwoMinutes)
    expect(mailbox.mails).toMatchObject([
      { to: ['carla@clients.example'], text: expect.stringContaining('Non l’abbiamo trovata.') },
    ])
    expect(await messages()).toMatchObject([{ status: 'returned', ...nobodys }])
    expect(JSON.stringify(await messages())).not.toContain('trovata')
  })

  test('a mail that is stopped loses no word that an undo would bring back, nor keeps any after that', async () => {
    const { id } = await held()
    await step(id, 'tell')
    const { mails, revision } = (await ask(`${slugOf(payload, 'messages')}/${id}/mokor`)).body
    expect(mails.map(({ template }: { template: string }) => template)).toEqual(['message-told'])
    const stopped = await ask(`${slugOf(payload, 'outbox')}/${mails[0].id}/mokor/stop`, { reason: 'Aspetta' })
    expect(stopped.status).toBe(200)
    expect(await messages()).toMatchObject([{ text: contactBody.message, email: 'carla@clients.example' }])
    expect((await step(id, 'undo', { seen: revision })).status).toBe(409)
    await drainOutbox(payload, inTwoMinutes)
    expect(await messages()).toMatchObject([nobodys])
  })

  test('its sender is written to from the desk, and the history keeps it as long as the message is there', async () => {
    const { id } = await held()
    mailbox.mails.length = 0
    expect((await ask(`${slugOf(payload, 'messages')}/${id}/mokor`)).body.writesTo).toMatchObject({
      address: 'carla@clients.example',
    })
    expect((await step(id, 'answer', { text: 'Maria risponde giovedì.' })).status).toBe(200)
    await drainOutbox(payload, inTwoMinutes)
    expect(mailbox.mails).toMatchObject([
      {
        to: ['carla@clients.example'],
        subject: 'Il messaggio per Maria C.: scrive Rete di prova',
        text: expect.stringMatching(/Buongiorno Carla Bianchi,[\s\S]*Maria risponde giovedì\./),
      },
    ])
    expect(mailbox.mails[0]?.raw).not.toMatch(/Colnaghi|123 4567/)
    expect(await messages()).toMatchObject([{ status: 'held', text: contactBody.message }])
    await step(id, 'tell')
    await drainOutbox(payload, inTwoMinutes)
    expect(JSON.stringify(await messages())).not.toContain('giovedì')
    expect((await step(id, 'answer', { text: 'Ancora io.' })).status).toBe(409)
  })

  test('is one whose mail cannot leave, until it is sent to an address that was corrected', async () => {
    const id = await refused('maria.colnaghi@posta.example')
    expect(await messages()).toMatchObject([{ status: 'held', failure: expect.stringContaining('550') }])
    // The desk looks after the message, not after its mail.
    expect((await ask('mokor/desk?queue=outbox')).body.rows).toEqual([])
    const { hints, actions } = (await ask(`${slugOf(payload, 'messages')}/${id}/mokor`)).body as EditorView
    expect([hints.map(({ code }) => code), actions.map(({ name }) => name)]).toEqual([
      ['message-failed'],
      ['tell', 'relay-again', 'give-back'],
    ])
    expect(mailbox.mails.map(({ subject }) => subject).toSorted()).toEqual([
      'Da riferire a Maria C.: un messaggio',
      'Messaggio per Maria C. ricevuto dalla redazione',
    ])
    mailbox.mails.length = 0
    expect((await step(id, 'relay-again')).body).toEqual({ doc: { id: expect.anything() } })
    expect((await ask(`${slugOf(payload, 'messages')}/${id}`)).status).toBe(404)
    await drainOutbox(payload)
    expect(mailbox.mails.map(({ to }) => to[0])).toEqual(['maria.colnaghi@posta.example', 'carla@clients.example'])
    expect(await messages()).toMatchObject([{ status: 'delivered', ...nobodys }])
  })

  test('is none whose member has hidden before its mail was given up', async () => {
    await refused('maria.colnaghi@posta.example', 451)
    const [message] = await messages()
    await payload.update({
      collection: slugOf(payload, 'members'),
      id: databaseId(payload, String(message?.member)),
      data: { status: 'paused' },
    })
    expect(
      await inTransaction(payload, async (req) =>
        mokor(payload).mails['message-relay']?.failed?.({ req, target: String(message?.id), cause: '550 gone' }),
      ),
    ).toBe(true)
    const [after] = await messages()
    expect(after).toMatchObject({ status: 'returned', text: null, name: null })
    expect(after?.byDesk).not.toBe(true)
  })

  test('goes back to its sender after three weeks, or when its member leaves for good', async () => {
    await held()
    mailbox.mails.length = 0
    await drainOutbox(payload, () => new Date(Date.now() + 20 * 86_400_000))
    expect(await messages()).toMatchObject([{ status: 'held' }])
    await drainOutbox(payload, () => new Date(Date.now() + 22 * 86_400_000))
    expect(mailbox.mails.map(({ subject }) => subject)).toEqual(['Il messaggio non è stato consegnato'])
    expect(await messages()).toMatchObject([{ status: 'returned', ...nobodys }])

    for (const key of ['outbox', 'messages'] as const)
      await payload.db.deleteMany({ collection: slugOf(payload, key), where: {} })
    const { member } = await held({ phone: '+39 333 999 0000' })
    mailbox.mails.length = 0
    await payload.update({ collection: slugOf(payload, 'members'), id: member, data: { status: 'leaving' } })
    await inTransaction(payload, (req) => finishLeaving(req, member))
    await drainOutbox(payload)
    expect(mailbox.mails.map(({ subject, to }) => [subject, to])).toEqual([
      ['Il messaggio non è stato consegnato', ['carla@clients.example']],
    ])
    expect(await messages()).toMatchObject([{ member: 'gone', memberName: null, ...nobodys }])
  })

  test('is read by editors alone, and no other message by anybody', async () => {
    const { id } = await held({ ...privately(9), email: null, helper: {} })
    const waiting = await addPublicMember(payload, { slug: `altra-${process.pid}` })
    await write(waiting.slug, { name: 'Canarino Mittente', message: 'Un canarino che nessuno deve leggere.' })
    const other = (await messages()).find(({ name }) => name === 'Canarino Mittente')
    const slug = slugOf(payload, 'messages')
    for (const role of ['editor', 'moderator', 'owner'] as const) {
      const headers = await site.as(`${role}@rete.example`, [role])
      const seen = [
        await ask(`${slug}?depth=2&limit=0`, undefined, headers),
        await ask(`${slug}?where[text][like]=canarino`, undefined, headers),
        await ask('mokor/desk?view=new', undefined, headers),
        await ask('mokor/desk/search?q=canarino', undefined, headers),
      ]
      expect(JSON.stringify(seen)).not.toMatch(/Canarino Mittente|nessuno deve leggere/)
      expect(JSON.stringify(seen[0])).toContain(contactBody.message)
      for (const path of [`${slug}/${other?.id}`, `mokor/desk/messages/${other?.id}`, `${slug}/${other?.id}/mokor`])
        expect([role, path, (await ask(path, undefined, headers)).status]).toEqual([role, path, 404])
      expect((await step(String(other?.id), 'tell', {}, headers)).status).toBe(404)
    }
    for (const headers of [
      await site.as('cassa@rete.example', ['treasurer']),
      await site.as('ospite@rete.example', []),
      {},
    ]) {
      for (const path of [`${slug}/${id}`, `mokor/desk/messages/${id}`, `${slug}/${id}/mokor`, slug]) {
        const { status, body } = await ask(path, undefined, headers as Record<string, string>)
        expect([path, status >= 400 && status < 500]).toEqual([path, true])
        expect(JSON.stringify(body)).not.toMatch(/canarino|credenza/i)
      }
      for (const name of ['tell', 'give-back', 'answer', 'note'])
        expect(
          (await step(id, name, { reason: 'x', text: 'x' }, headers as Record<string, string>)).status,
        ).toBeGreaterThanOrEqual(400)
    }
    expect((await messages()).map(({ status }) => status).toSorted()).toEqual(['held', 'unconfirmed'])
  })
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
