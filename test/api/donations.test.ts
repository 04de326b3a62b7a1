// A pledge from the form to the account: slip, mail and QR with one reference, the treasurer's steps, the public accounts.
import type { Where } from 'payload'
import { type DonationInput, donationInput, donationSlipDto } from '../../collections/donations/dto.js'
import { createDonation, type Donation, donationsSummary } from '../../collections/donations/index.js'
import { isRfReference } from '../../collections/donations/rf.js'
import { Problem } from '../../plugin/api/problem.js'
import { drainOutbox } from '../../plugin/outbox/index.js'
import type { ReceivedMail } from '../support/mailbox.js'
import { startSiteWithMail } from '../support/mailed-site.js'
import { readQr } from '../support/qr.js'
import { organisation } from '../support/site.js'

const { site, mailbox } = await startSiteWithMail()
await site.as('owner@rete.example', ['owner'])
const treasurer = await site.as('treasurer@rete.example', ['treasurer'])
const editor = await site.as('editor@rete.example', ['editor'])

const dayMs = 86_400_000
const given: DonationInput = {
  amountCents: 2500,
  donor: { type: 'person', name: 'Ada Neri', email: 'ada@posta.example' },
}
const pledge = (change: Partial<DonationInput> = {}, at = new Date(), lang = 'it') =>
  createDonation(site.payload, donationInput.parse({ ...given, ...change }), {
    lang,
    page: 'https://blog.example/dona',
    how: 'web',
    at,
  })

async function stored(reference: string): Promise<Donation> {
  const { docs } = await site.payload.find({
    collection: 'donations',
    where: { reference: { equals: reference } },
    depth: 0,
  })
  if (!docs[0]) throw new Error(`no donation ${reference}`)
  return docs[0] as unknown as Donation
}
const pledged = async (...how: Parameters<typeof pledge>) => stored((await pledge(...how)).reference)

async function mails(): Promise<ReceivedMail[]> {
  const before = mailbox.mails.length
  await drainOutbox(site.payload)
  return mailbox.mails.slice(before)
}

const json = (headers: Record<string, string>, method: string, body?: unknown): RequestInit => ({
  method,
  headers: { ...headers, 'Content-Type': 'application/json' },
  ...(body === undefined ? {} : { body: JSON.stringify(body) }),
})
const act = (id: number | string, action: string, headers = treasurer) =>
  site.fetch(`/api/donations/${id}/mokor/${action}`, json(headers, 'POST', {}))
const patch = (id: number | string, body: unknown, headers = treasurer) =>
  site.fetch(`/api/donations/${id}`, json(headers, 'PATCH', body))

beforeEach(() => mails())

test('answer, QR, mail and record bear one reference', async () => {
  const at = new Date()
  const slip = await pledge({}, at)
  expect(donationSlipDto.parse(slip)).toEqual(slip)
  expect(isRfReference(slip.reference)).toBe(true)
  expect(slip.reference).toMatch(/^RF\d\d[2-9CDFGHJKMNPQRTVWXYZ]{8}$/)
  expect(slip.payment).toMatchObject({
    beneficiary: organisation.beneficiary,
    iban: organisation.iban,
    remittance: slip.reference,
  })
  const scanned = readQr(slip.payment.qr)
  expect(scanned).toBe(slip.payment.epc)
  expect(scanned?.split('\n').slice(5)).toEqual([
    organisation.beneficiary,
    organisation.iban,
    'EUR25.00',
    '',
    slip.reference,
  ])

  const donation = await stored(slip.reference)
  expect(donation).toMatchObject({ status: 'pledged', amountCents: 2500, channel: 'web', publicAs: 'anonymous' })
  expect(new Date(donation.expiresAt).getTime()).toBe(at.getTime() + 60 * dayMs)

  const [mail] = await mails()
  expect(mail?.to).toEqual(['ada@posta.example'])
  expect(mail?.subject).toBe(`Grazie: i dati per la donazione ${slip.reference}`)
  for (const body of [mail?.text, mail?.html]) {
    expect(body).toContain(slip.reference)
    expect(body).toContain('IT60 X054 2811 1010 0000 0123 456')
    expect(body).toContain(organisation.beneficiary)
    expect(body).toMatch(/25,00\s€/)
    expect(body).not.toMatch(/RUNTS|fiscal/)
  }
})

test('monthly, in English: the same reference every month', async () => {
  const slip = await pledge({ frequency: 'monthly' }, new Date(), 'en')
  expect(slip.frequency).toBe('monthly')
  const [mail] = await mails()
  expect(mail?.subject).toBe(`Thank you: the details for donation ${slip.reference}`)
  expect(mail?.text).toMatch(/standing order/)
})

test('neither name nor e-mail is needed, and nobody is written to', async () => {
  const slip = await pledge({ donor: { type: 'organisation' } })
  expect((await stored(slip.reference)).donor).toMatchObject({ type: 'organisation' })
  expect(await mails()).toEqual([])
})

test('to be named takes a name and its consent', async () => {
  const refused = await pledge({ publicAs: 'name', donor: { type: 'person' } }).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(Problem)
  expect((refused as Problem).issues.map(({ pointer }) => pointer)).toEqual(['/donor/name', '/consents/publish'])
  const donation = await pledged({ publicAs: 'name', consents: [{ what: 'publish', version: '1' }] })
  expect(donation.consents).toMatchObject([
    { what: 'publish', version: '1', language: 'it', page: 'https://blog.example/dona', how: 'web' },
  ])
})

test('the public accounts count what arrived, and name only who agreed', async () => {
  const empty = await donationsSummary(site.payload)
  const consents = [{ what: 'publish', version: '1' }]
  const named = await pledged({ amountCents: 1000, publicAs: 'name', consents, message: 'Avanti così' })
  const other = await pledged({ amountCents: 2000, donor: { type: 'person', name: 'Nascosta Bianchi' } })
  await pledged({ amountCents: 4000, publicAs: 'name', consents })
  expect(await donationsSummary(site.payload)).toEqual(empty)
  await patch(other.id, { receivedCents: 1990 })
  for (const { id } of [named, other]) expect((await act(id, 'received')).status).toBe(200)
  expect(await donationsSummary(site.payload)).toEqual({
    currency: 'EUR',
    receivedCents: empty.receivedCents + 2990,
    received: empty.received + 2,
    donors: [{ name: 'Ada Neri', message: 'Avanti così' }, ...empty.donors],
  })
  await patch(named.id, { publicAs: 'anonymous' })
  expect((await donationsSummary(site.payload)).donors).toEqual(empty.donors)
})

test('an unpaid pledge is written down as expired when its term ends', async () => {
  const { id } = await pledged({}, new Date(Date.now() - 61 * dayMs))
  await mails()
  const where: Where = { and: [{ id: { equals: id } }, { status: { equals: 'expired' } }] }
  expect((await site.payload.db.count({ collection: 'donations', where })).totalDocs).toBe(1)
})

describe('the treasurer', () => {
  test('marks what arrived, late ones too', async () => {
    const { id, reference } = await pledged({}, new Date(Date.now() - 61 * dayMs))
    expect((await stored(reference)).status).toBe('expired')
    const alone = await site.fetch(`/api/donations/${id}?select[status]=true`, { headers: treasurer })
    expect((await alone.json()).status).toBe('expired')
    expect((await act(id, 'received')).status).toBe(200)
    expect(await stored(reference)).toMatchObject({ status: 'received', receivedCents: 2500 })
    expect((await act(id, 'received')).status).toBe(409)
    expect((await act(id, 'withdraw')).status).toBe(409)
  })

  test('takes back what was marked by mistake: out of the accounts, and expired when its term has passed', async () => {
    const before = await donationsSummary(site.payload)
    for (const [age, status] of [
      [0, 'pledged'],
      [61, 'expired'],
    ] as const) {
      const { id, reference } = await pledged({}, new Date(Date.now() - age * dayMs))
      await act(id, 'received')
      expect((await donationsSummary(site.payload)).received).toBe(before.received + 1)
      expect((await act(id, 'reopen')).status).toBe(200)
      expect(await donationsSummary(site.payload)).toEqual(before)
      expect(await stored(reference)).toMatchObject({ status, receivedCents: null, receivedAt: null })
      await mails()
      const where: Where = { and: [{ id: { equals: id } }, { status: { equals: status } }] }
      expect((await site.payload.db.count({ collection: 'donations', where })).totalDocs).toBe(1)
    }
  })

  test('sends the details again, and notes what will not come', async () => {
    const { id, reference } = await pledged()
    await mails()
    expect((await act(id, 'resend')).status).toBe(200)
    expect((await mails()).map(({ subject }) => subject)).toEqual([`Grazie: i dati per la donazione ${reference}`])
    expect((await act(id, 'withdraw')).status).toBe(200)
    expect((await stored(reference)).status).toBe('withdrawn')
    expect((await act(id, 'resend')).status).toBe(409)
  })

  test('enters one by hand, with its reference made here', async () => {
    const response = await site.fetch(
      '/api/donations',
      json(treasurer, 'POST', {
        amountCents: 5000,
        donor: { type: 'person', name: 'Zia' },
        channel: 'desk',
        reference: 'RF00MINE',
      }),
    )
    expect(response.status).toBe(201)
    const { doc } = (await response.json()) as { doc: Donation }
    expect(isRfReference(doc.reference)).toBe(true)
    expect(doc).toMatchObject({ status: 'pledged', currency: 'EUR', method: 'bank-transfer' })
  })

  const entered = async (donor: object): Promise<Donation> => {
    const response = await site.fetch('/api/donations', json(treasurer, 'POST', { amountCents: 5000, donor }))
    return ((await response.json()) as { doc: Donation }).doc
  }

  test('one entered by hand sends its donor the details, and is looked at again when its term ends', async () => {
    const { id, reference } = await entered({ type: 'person', name: 'Zia', email: 'zia@posta.example' })
    expect((await mails()).map(({ to, subject }) => [to, subject])).toEqual([
      [['zia@posta.example'], `Grazie: i dati per la donazione ${reference}`],
    ])
    expect(await drainOutbox(site.payload, () => new Date(Date.now() + 61 * dayMs))).toMatchObject({ failed: 0 })
    const row = await site.payload.db.findOne<{ id: string; status: string }>({
      collection: 'mokor-outbox',
      where: { and: [{ template: { equals: 'donation-expire' } }, { target: { equals: String(id) } }] },
    })
    expect(row?.status).toBe('sent')
  })

  test('corrects an amount that nobody was told, never one that somebody was', async () => {
    const silent = await entered({ type: 'person', name: 'Zio' })
    expect((await patch(silent.id, { amountCents: 7000, frequency: 'monthly' })).status).toBe(200)
    expect((await patch(silent.id, { reference: 'RF18539007547034' })).status).toBe(409)
    expect(await mails()).toEqual([])
    const told = await entered({ type: 'person', name: 'Zia', email: 'zia@posta.example' })
    const { logger } = site.payload
    const loud = logger.error
    const errors: unknown[] = []
    logger.error = (...said: unknown[]) => void errors.push(said)
    const refusal = await patch(told.id, { amountCents: 7000 })
    logger.error = loud
    expect(refusal.status).toBe(409)
    // It was to be expected: no error of the site, no stack in its log.
    expect(errors).toEqual([])
    expect(await refusal.text()).toMatch(/Importo in euro|Amount in euros/)
  })

  test('sees that a message will not be shown', async () => {
    const { id } = await pledged({
      publicAs: 'name',
      consents: [{ what: 'publish', version: '1' }],
      donor: { type: 'person', name: 'Ada Neri' },
      message: 'Chiamami: 333 123 45 67',
    })
    const view = await site.fetch(`/api/donations/${id}/mokor`, { headers: treasurer })
    const { hints } = (await view.json()) as { hints: { code: string }[] }
    expect(hints.map(({ code }) => code)).toEqual(['message-contact'])
  })

  test('sees that a name will not be shown', async () => {
    const { id } = await pledged({ publicAs: 'name', consents: [{ what: 'publish', version: '1' }] })
    expect((await patch(id, { donor: { type: 'person', name: 'Rossi, 333 123 45 67', lang: 'it' } })).status).toBe(200)
    const view = await site.fetch(`/api/donations/${id}/mokor`, { headers: treasurer })
    const { hints } = (await view.json()) as { hints: { code: string }[] }
    expect(hints.map(({ code }) => code)).toEqual(['name-contact'])
  })

  test('does not change what the donor was told, nor the status by hand', async () => {
    const { id, reference } = await pledged()
    const before = await stored(reference)
    const changes: [object, number][] = [
      [{ amountCents: 1 }, 409],
      [{ amountCents: 9900 }, 409],
      [{ channel: 'desk' }, 409],
      [{ reference: 'RF18539007547034' }, 409],
      [{ expiresAt: '2030-01-01T00:00:00.000Z' }, 409],
      [{ status: 'received' }, 409],
    ]
    for (const [change, status] of changes) expect([change, (await patch(id, change)).status]).toEqual([change, status])
    expect(await stored(reference)).toEqual(before)
    expect((await patch(id, { notes: 'Ha telefonato' })).status).toBe(200)
    expect((await patch(id, { publicAs: 'name' })).status).toBe(400)
  })

  test('saves the whole form as it came', async () => {
    const { id } = await pledged()
    const doc = (await (await site.fetch(`/api/donations/${id}?depth=0`, { headers: treasurer })).json()) as object
    expect((await patch(id, doc)).status).toBe(200)
  })

  test('alone: editors only look', async () => {
    const { id } = await pledged()
    expect((await site.fetch(`/api/donations/${id}`, { headers: editor })).status).toBe(200)
    expect((await act(id, 'received', editor)).status).toBe(403)
    expect((await patch(id, { notes: 'x' }, editor)).status).toBe(403)
  })
})

test('restoring a version keeps state, amount, reference and consents', async () => {
  const { id, reference } = await pledged()
  await patch(id, { notes: 'prima' })
  const { docs } = (await (
    await site.fetch(`/api/donations/versions?where[parent][equals]=${id}&sort=-createdAt`, { headers: treasurer })
  ).json()) as { docs: { id: string }[] }
  await act(id, 'received')
  await patch(id, { notes: 'dopo' })
  const before = await stored(reference)
  expect((await site.fetch(`/api/donations/versions/${docs[0]?.id}`, json(treasurer, 'POST'))).status).toBe(200)
  const after = await stored(reference)
  expect(after.notes).toBe('prima')
  for (const field of ['status', 'amountCents', 'reference', 'receivedCents', 'receivedAt', 'expiresAt'] as const)
    expect([field, after[field]]).toEqual([field, before[field]])
})

test('restoring a version does not name again who wanted to be named no more', async () => {
  const { id } = await pledged({ publicAs: 'name', consents: [{ what: 'publish', version: '1' }] })
  await act(id, 'received')
  await patch(id, { publicAs: 'anonymous' })
  const { docs } = await site.payload.findVersions({
    collection: 'donations',
    where: { parent: { equals: id } },
    sort: 'createdAt',
    limit: 1,
  })
  expect(docs[0]?.version).toMatchObject({ publicAs: 'name' })
  const before = await donationsSummary(site.payload)
  expect((await site.fetch(`/api/donations/versions/${docs[0]?.id}`, json(treasurer, 'POST'))).status).toBe(200)
  expect(await donationsSummary(site.payload)).toEqual(before)
})

test('restoring a version puts no former name or message back into the accounts', async () => {
  const consents = [{ what: 'publish', version: '1' }]
  const { id } = await pledged({ publicAs: 'name', consents, message: 'Da parte di Ada' })
  await act(id, 'received')
  const donor = { type: 'person', name: 'Famiglia Neri', lang: 'it', email: 'famiglia@posta.example' }
  expect((await patch(id, { donor, message: 'Da tutti noi' })).status).toBe(200)
  const { docs } = await site.payload.findVersions({
    collection: 'donations',
    where: { parent: { equals: id } },
    sort: 'createdAt',
    limit: 1,
  })
  const before = await donationsSummary(site.payload)
  expect(before.donors).toContainEqual({ name: 'Famiglia Neri', message: 'Da tutti noi' })
  expect((await site.fetch(`/api/donations/versions/${docs[0]?.id}`, json(treasurer, 'POST'))).status).toBe(200)
  expect(await donationsSummary(site.payload)).toEqual(before)
})

const versionsOf = async (id: number | string) =>
  JSON.stringify((await site.payload.findVersions({ collection: 'donations', where: { parent: { equals: id } } })).docs)
const consented: Partial<DonationInput> = {
  publicAs: 'name',
  consents: [{ what: 'publish', version: '1' }],
  message: 'Per mio nonno',
}

test.each<[string, Date, (id: number | string) => Promise<unknown>]>([
  ['expired', new Date(Date.now() - 61 * dayMs), mails],
  ['withdrawn', new Date(), (id) => act(id, 'withdraw')],
])('thirty days after it %s a pledge names nobody, and a late transfer still finds it', async (status, at, end) => {
  const { id, reference } = await pledged(consented, at)
  await patch(id, { notes: 'Ha telefonato Ada' })
  await end(id)
  expect(await stored(reference)).toMatchObject({ status, donor: { name: 'Ada Neri' } })
  await drainOutbox(site.payload, () => new Date(Date.now() + 29 * dayMs))
  expect(await stored(reference)).toMatchObject({ donor: { name: 'Ada Neri', email: 'ada@posta.example' } })
  await drainOutbox(site.payload, () => new Date(Date.now() + 31 * dayMs))
  expect(await stored(reference)).toMatchObject({
    status,
    amountCents: 2500,
    donor: { type: 'person', name: null, email: null, lang: 'it' },
    publicAs: 'anonymous',
    message: null,
    notes: null,
    consents: [],
  })
  expect(await versionsOf(id)).toBe('[]')
  if (status === 'expired') expect((await act(id, 'received')).status).toBe(200)
  // A year after its term a pledge that nothing came of is gone; what has arrived stays.
  await drainOutbox(site.payload, () => new Date(Date.now() + 440 * dayMs))
  const { totalDocs } = await site.payload.count({
    collection: 'donations',
    where: { reference: { equals: reference } },
  })
  expect(totalDocs).toBe(status === 'expired' ? 1 : 0)
})

test('what has arrived by then is kept whole', async () => {
  const { id, reference } = await pledged(consented, new Date(Date.now() - 61 * dayMs))
  await mails()
  expect((await act(id, 'received')).status).toBe(200)
  await drainOutbox(site.payload, () => new Date(Date.now() + 31 * dayMs))
  expect(await stored(reference)).toMatchObject({
    status: 'received',
    donor: { name: 'Ada Neri' },
    message: 'Per mio nonno',
  })
})

test('a donor emptied at the desk is in no version either', async () => {
  const { id } = await pledged(consented)
  await act(id, 'received')
  expect(await versionsOf(id)).toMatch(/Ada Neri.*ada@posta.example|ada@posta.example.*Ada Neri/)
  const donor = { type: 'person', name: null, email: '', lang: 'it' }
  expect((await patch(id, { donor, publicAs: 'anonymous', message: '' })).status).toBe(200)
  await patch(id, { notes: 'Cancellata su richiesta' })
  const versions = await versionsOf(id)
  expect(versions).toContain('Cancellata su richiesta')
  expect(versions).not.toMatch(/Ada|ada@|nonno/)
})
