// Joining, from the form to a file to approve: confirmed, reminded, expired, or under an address that is known already.
import { createMember } from '../../collections/members/index.js'
import type { JoinData } from '../../collections/members/joining/dto.js'
import { joinInput } from '../../collections/members/joining/dto.js'
import { Problem } from '../../plugin/api/problem.js'
import { drainOutbox } from '../../plugin/outbox/index.js'
import { slugOf } from '../../plugin/runtime.js'
import { joinBody, send } from '../support/forms.js'
import { askAgain, lookAt, press } from '../support/links.js'
import { startSiteWithMail } from '../support/mailed-site.js'
import { addMember, type Saved } from '../support/people.js'

const { site, mailbox } = await startSiteWithMail()
const { payload } = site

const facts = { lang: 'it', page: 'https://blog.example/lavoro', how: 'web', at: new Date() } as const
const join = (more: Record<string, unknown> = {}) =>
  createMember(payload, joinInput.parse({ ...joinBody, ...more }) as JoinData, facts)

async function fileOf(email: string): Promise<Saved | undefined> {
  const { docs } = await payload.find({
    collection: slugOf(payload, 'members'),
    where: { email: { equals: email } },
    sort: '-createdAt',
    limit: 1,
    depth: 0,
  })
  return docs[0] as unknown as Saved | undefined
}

const issuesOf = async (more: Record<string, unknown>) => {
  const thrown = await join(more).catch((error: unknown) => error)
  if (!(thrown instanceof Problem)) throw new Error(`not a problem: ${thrown}`)
  return thrown.issues.map(({ pointer, code }) => `${pointer} ${code}`)
}

test('a form becomes an unconfirmed file, a mail, and on confirmation a file to approve', async () => {
  const { expiresAt } = await join({ email: 'nuova@people.example' })
  expect(new Date(expiresAt).getTime() - facts.at.getTime()).toBe(7 * 86_400_000)
  const file = await fileOf('nuova@people.example')
  expect(file).toMatchObject({
    status: 'unconfirmed',
    channel: 'web',
    place: { municipality: '015146', province: 'MI' },
    consents: [
      { what: 'adult', version: '1', language: 'it', how: 'web', page: 'https://blog.example/lavoro' },
      { what: 'rules' },
      { what: 'publish' },
    ],
  })
  await drainOutbox(payload)
  expect(mailbox.mails.map(({ subject, to }) => [subject, to])).toEqual([
    ['Conferma la tua adesione a Rete di prova', ['nuova@people.example']],
  ])
  expect(mailbox.mails[0]?.text).toMatch(/pages\/link\/[\w-]{43}/)

  const id = file?.id ?? ''
  expect((await lookAt(payload, 'confirm-join', id))?.buttons).toEqual([
    { name: 'confirm', label: 'Confermo la mia adesione' },
  ])
  expect((await fileOf('nuova@people.example'))?.status).toBe('unconfirmed')
  expect((await press(payload, 'confirm-join', id)).title).toBe('Adesione ricevuta')
  expect((await press(payload, 'confirm-join', id)).title).toBe('Adesione ricevuta')
  expect((await fileOf('nuova@people.example'))?.status).toBe('pending')
  mailbox.mails.length = 0
  await drainOutbox(payload)
  expect(mailbox.mails.map(({ subject }) => subject)).toEqual(['Adesione ricevuta'])
})

test('confirmed, but a crash came before the mail that says so: the button is still there, and sends it', async () => {
  await join({ email: 'interrotta@people.example' })
  const id = (await fileOf('interrotta@people.example'))?.id ?? ''
  await press(payload, 'confirm-join', id)
  await payload.db.deleteMany({
    collection: slugOf(payload, 'outbox'),
    where: { key: { equals: `member-received:${id}` } },
  })
  await drainOutbox(payload)
  mailbox.mails.length = 0
  expect(await lookAt(payload, 'confirm-join', id)).toMatchObject({ buttons: [{ name: 'confirm' }] })
  expect(await press(payload, 'confirm-join', id)).toMatchObject({ title: 'Adesione ricevuta', buttons: [] })
  await drainOutbox(payload)
  expect(mailbox.mails.map(({ to }) => to)).toEqual([['interrotta@people.example']])
  expect(await lookAt(payload, 'confirm-join', id)).toMatchObject({ buttons: [], completed: true })
})

test('two days later one reminder leaves, unless the file was confirmed', async () => {
  await join({ email: 'lenta@people.example' })
  const inTwoDays = () => new Date(Date.now() + 48.5 * 3_600_000)
  await drainOutbox(payload)
  mailbox.mails.length = 0
  await drainOutbox(payload, inTwoDays)
  await drainOutbox(payload, inTwoDays)
  expect(mailbox.mails.map(({ subject, to }) => [subject, to])).toEqual([
    ['La tua adesione aspetta conferma', ['lenta@people.example']],
  ])
})

test('a known address gets a mail of its own, and the answer is the same', async () => {
  const known = await addMember(payload, { email: 'gia@people.example', status: 'active' })
  const answer = await join({ email: 'Gia@People.example' })
  expect(Object.keys(answer)).toEqual(['expiresAt'])
  expect((await fileOf('gia@people.example'))?.id).toBe(known.id)
  await drainOutbox(payload)
  expect(mailbox.mails.map(({ subject, to }) => [subject, to])).toEqual([
    ['Hai già una scheda su Rete di prova', ['gia@people.example']],
  ])
})

test('what people type comes in clean: nothing unseen, numbers and addresses as they are written', async () => {
  const body = {
    ...joinBody,
    firstName: '\u202eNicolo\u0300\u202c\u200b',
    lastName: '-',
    displayAs: 'full',
    headline: 'Fale\u00adgname\u00a0e liu\u200btaio',
    experience: 'Dodici anni\u2028di bottega\ufeff',
    email: '\u202anicolo.unico@people.example\u200b',
    phone: '(+39)\u00a00471\u2011123\u2013456',
  }
  expect((await send(site, '/members', body)).status).toBe(202)
  expect(await fileOf('nicolo.unico@people.example')).toMatchObject({
    firstName: 'Nicolò',
    lastName: '',
    title: 'Nicolò · Falegname e liutaio',
    headline: 'Falegname e liutaio',
    experience: 'Dodici anni\ndi bottega',
    phone: '+39 0471 123456',
  })
  await drainOutbox(payload)
  expect(mailbox.mails.splice(0).map(({ to }) => to)).toEqual([['nicolo.unico@people.example']])
})

test.each([
  [{ firstName: '\u200b\u200b' }, '/firstName required'],
  [{ firstName: '\u3164' }, '/firstName required'],
  [{ firstName: '🔧' }, '/firstName required'],
  [{ headline: '\u2800 \u00ad' }, '/headline required'],
  [{ experience: '\u200b'.repeat(12), kind: 'unemployed' }, '/experience required'],
  [{ phone: '------' }, '/phone phone.invalid'],
])('what only seems to be filled in is missing: %j', async (more, wrong) => {
  const answer = await send(site, '/members', { ...joinBody, ...more })
  expect(answer.status).toBe(422)
  const { errors } = (await answer.json()) as { errors: { pointer: string; code: string }[] }
  expect(errors.map(({ pointer, code }) => `${pointer} ${code}`)).toContain(wrong)
})

test('with a helper the mail goes to the helper, and the record says who spoke', async () => {
  await join({
    email: undefined,
    phone: '333 7654321',
    helper: { name: 'Sportello Lavoro', email: 'sportello@comune.example', consent: true },
    consents: ['adult', 'rules', 'publish', 'assisted'].map((what) => ({ what, version: '1' })),
  })
  await drainOutbox(payload)
  const [mail] = mailbox.mails
  expect(mail?.to).toEqual(['sportello@comune.example'])
  expect(mail?.subject).toBe('Conferma l’adesione di Maria a Rete di prova')
  const { docs } = await payload.find({
    collection: slugOf(payload, 'members'),
    where: { 'helper.email': { equals: 'sportello@comune.example' } },
    depth: 0,
  })
  expect(docs[0]).toMatchObject({
    helper: { name: 'Sportello Lavoro', consent: true },
    consents: expect.arrayContaining([expect.objectContaining({ what: 'assisted', by: 'Sportello Lavoro' })]),
  })
  const id = String(docs[0]?.id)
  const view = await lookAt(payload, 'confirm-join', id)
  expect(view?.buttons.map(({ label }) => label)).toEqual(['Confermo l’adesione di Maria'])
  expect(JSON.stringify(view)).not.toMatch(/tua adesione|sai fare|contattarti/)
  expect((await press(payload, 'confirm-join', id)).paragraphs.join()).toContain('scriviamo a te')
})

test('what the schema cannot know is said field by field', async () => {
  const collection = slugOf(payload, 'skills')
  await payload.create({
    collection,
    data: {
      slug: 'elettricista',
      names: { it: 'Elettricista', en: 'Electrician' },
      sector: 'building',
      regulated: true,
    },
  })
  expect(
    await issuesOf({
      kind: 'company',
      place: { municipality: '999999' },
      radiusKm: undefined,
      availability: { state: 'from' },
      email: undefined,
      skills: [
        { skill: 'mai-visto', origin: 'practised' },
        { skill: 'elettricista', origin: 'practised' },
      ],
      consents: [{ what: 'adult', version: '1' }],
    }),
  ).toEqual([
    '/companyName companyName.missing',
    '/skills/0/skill skill.unknown',
    '/skills/1/qualified qualified.missing',
    '/place/municipality place.unknown',
    '/radiusKm radius.missing',
    '/availability/from from.missing',
    '/email email.missing',
    '/consents/rules consent.missing',
    '/consents/publish consent.missing',
  ])
  expect(await issuesOf({ kind: 'unemployed' })).toEqual(['/experience experience.missing'])
})

test('own words that name a known trade become that trade', async () => {
  const { id } = await payload.create({
    collection: slugOf(payload, 'skills'),
    data: { slug: 'falegname', names: { it: 'Falegname', en: 'Carpenter' }, sector: 'building' },
  })
  await join({ email: 'legno@people.example', skills: [{ own: ' FALEGNAME ', origin: 'practised' }] })
  expect(await fileOf('legno@people.example')).toMatchObject({ skills: [{ skill: id, own: null }] })
})

test('an expired file cannot be confirmed, whether or not a job has run; asked again, it can', async () => {
  await join({ email: 'scaduta@people.example' })
  const id = (await fileOf('scaduta@people.example'))?.id ?? ''
  const collection = slugOf(payload, 'members')
  await payload.update({ collection, id, data: { expiresAt: new Date(Date.now() - 1000).toISOString() } })
  expect((await lookAt(payload, 'confirm-join', id))?.buttons).toEqual([])
  expect((await press(payload, 'confirm-join', id)).title).toBe('Questa adesione è scaduta')
  expect((await fileOf('scaduta@people.example'))?.status).toBe('expired')
  await drainOutbox(payload)
  mailbox.mails.length = 0
  await askAgain(payload, 'confirm-join', id)
  await drainOutbox(payload)
  expect(mailbox.mails.map(({ subject }) => subject)).toEqual(['Conferma la tua adesione a Rete di prova'])
  expect((await press(payload, 'confirm-join', id)).title).toBe('Adesione ricevuta')
})

test('a file that nobody confirms expires by itself and is deleted a month later', async () => {
  await join({ email: 'mai@people.example' })
  const id = (await fileOf('mai@people.example'))?.id ?? ''
  await payload.update({
    collection: slugOf(payload, 'members'),
    id,
    data: { expiresAt: new Date(Date.now() - 1000).toISOString() },
  })
  await drainOutbox(payload, () => new Date(Date.now() + 7.1 * 86_400_000))
  expect((await fileOf('mai@people.example'))?.status).toBe('expired')
  await drainOutbox(payload, () => new Date(Date.now() + 40 * 86_400_000))
  expect(await fileOf('mai@people.example')).toBeUndefined()
})

test('a file in the trash that nobody confirms is deleted all the same, and troubles nobody', async () => {
  await join({ email: 'cestinata@people.example' })
  const id = (await fileOf('cestinata@people.example'))?.id ?? ''
  const collection = slugOf(payload, 'members')
  const now = new Date().toISOString()
  await payload.update({ collection, id, data: { deletedAt: now, expiresAt: now } })
  await drainOutbox(payload, () => new Date(Date.now() + 7.1 * 86_400_000))
  const { totalDocs: troubles } = await payload.count({
    collection: slugOf(payload, 'outbox'),
    where: { and: [{ target: { equals: String(id) } }, { lastError: { exists: true } }] },
  })
  expect(troubles).toBe(0)
  await drainOutbox(payload, () => new Date(Date.now() + 40 * 86_400_000))
  const where = { id: { equals: id } }
  expect((await payload.count({ collection, where, trash: true })).totalDocs).toBe(0)
})

test('a file renewed after its term has the whole of the new one, however old the first was', async () => {
  await join({ email: 'tardi@people.example' })
  const id = (await fileOf('tardi@people.example'))?.id ?? ''
  const collection = slugOf(payload, 'members')
  const lapse = () => payload.update({ collection, id, data: { expiresAt: new Date(Date.now() - 1000).toISOString() } })
  const after = (days: number) => drainOutbox(payload, () => new Date(Date.now() + days * 86_400_000))
  await lapse()
  await after(7.1)
  await askAgain(payload, 'confirm-join', id)
  expect((await fileOf('tardi@people.example'))?.status).toBe('unconfirmed')
  // The day on which the first round would have been forgotten.
  await after(38)
  expect((await fileOf('tardi@people.example'))?.status).toBe('unconfirmed')
  expect((await lookAt(payload, 'confirm-join', id))?.buttons).toHaveLength(1)

  await askAgain(payload, 'confirm-join', id)
  await lapse()
  await after(7.2)
  expect(await fileOf('tardi@people.example')).toMatchObject({
    status: 'expired',
    timeline: [
      { to: 'unconfirmed', by: 'member' },
      { to: 'expired', by: 'network' },
      { to: 'unconfirmed', by: 'member' },
      expect.anything(),
      { to: 'expired', by: 'network' },
    ],
  })
  await after(39)
  expect(await fileOf('tardi@people.example')).toBeUndefined()
})

test('an application past its term reads as expired before any job has run', async () => {
  await join({ email: 'ferma@people.example' })
  const id = (await fileOf('ferma@people.example'))?.id ?? ''
  const expiresAt = new Date(Date.now() - 1000).toISOString()
  await payload.update({ collection: slugOf(payload, 'members'), id, data: { expiresAt } })
  expect((await fileOf('ferma@people.example'))?.status).toBe('expired')
})

test('so it does for whoever asks for its status alone', async () => {
  await join({ email: 'sola@people.example' })
  const id = (await fileOf('sola@people.example'))?.id ?? ''
  const collection = slugOf(payload, 'members')
  await payload.update({ collection, id, data: { expiresAt: new Date(Date.now() - 1000).toISOString() } })
  const editor = await site.as('sola@rete.example', ['editor'])
  const response = await site.fetch(`/api/members/${id}?select[status]=true`, { headers: editor })
  expect((await response.json()).status).toBe('expired')
})

test('of two files under one address the first confirmed stands', async () => {
  await join({ email: 'doppia@people.example' })
  const first = (await fileOf('doppia@people.example'))?.id ?? ''
  await join({ email: 'doppia@people.example' })
  const second = (await fileOf('doppia@people.example'))?.id ?? ''
  expect(second).not.toBe(first)
  await press(payload, 'confirm-join', second)
  expect((await press(payload, 'confirm-join', first)).title).toBe('Hai già una scheda')
})

test('of two files under one address confirmed at the same moment one stands', async () => {
  for (const email of ['insieme1@people.example', 'insieme2@people.example', 'insieme3@people.example']) {
    await join({ email })
    await join({ email })
    const where = { email: { equals: email } }
    const files = async () => (await payload.find({ collection: slugOf(payload, 'members'), where, depth: 0 })).docs
    await Promise.all((await files()).map(({ id }) => press(payload, 'confirm-join', id)))
    expect((await files()).map(({ status }) => status).sort()).toEqual(['expired', 'pending'])
  }
})
