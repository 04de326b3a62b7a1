// A request from the form to the desk and back to its client, as each of them lives it.

import { type CommissionInput, commissionInput } from '../../collections/commissions/dto.js'
import type { Commission } from '../../collections/commissions/index.js'
import { createCommission } from '../../collections/commissions/index.js'
import { Problem } from '../../plugin/api/problem.js'
import { drainOutbox } from '../../plugin/outbox/index.js'
import { responseDeadline } from '../../plugin/values/working-days.js'
import { askAgain, lookAt, press } from '../support/links.js'
import type { ReceivedMail } from '../support/mailbox.js'
import { startSiteWithMail } from '../support/mailed-site.js'
import { addMember, addPublicMember, readMember } from '../support/people.js'

const { site, mailbox } = await startSiteWithMail()
await site.as('owner@rete.example', ['owner'])
const editor = await site.as('editor@rete.example', ['editor'])
const moderator = await site.as('moderator@rete.example', ['moderator'])

const dayMs = 86_400_000
const asked: CommissionInput = {
  client: { kind: 'person', name: 'Ugo Bassi', email: 'ugo@posta.example', phone: '+39 333 765 4321' },
  description: 'Riparare due persiane di legno. Sono al secondo piano.',
  skills: [{ own: 'persiane' }],
  mode: 'onsite',
  place: { municipality: '015146' },
  when: { soon: 'soon' },
  consents: [{ what: 'share', version: '1-share-2' }],
}

const request = (change: Partial<CommissionInput> = {}, at = new Date(), lang = 'it') =>
  createCommission(site.payload, commissionInput.parse({ ...asked, ...change }), {
    lang,
    page: 'https://blog.example/chiedi',
    how: 'web',
    at,
  })

async function stored(reference: string): Promise<Commission> {
  const { docs } = await site.payload.find({
    collection: 'commissions',
    where: { reference: { equals: reference } },
    depth: 0,
    trash: true,
  })
  if (!docs[0]) throw new Error(`no request ${reference}`)
  return docs[0] as unknown as Commission
}

const requested = async (...how: Parameters<typeof request>) => stored((await request(...how)).reference)

/** What a fresh look into the mailbox finds, once everything due has left. */
async function mails(now?: Date): Promise<ReceivedMail[]> {
  const before = mailbox.mails.length
  await drainOutbox(site.payload, () => now ?? new Date())
  return mailbox.mails.slice(before)
}
const subjects = async (now?: Date) => (await mails(now)).map(({ to, subject }) => `${to.join()} | ${subject}`)

const json = (headers: Record<string, string>, method: string, body?: unknown): RequestInit => ({
  method,
  headers: { ...headers, 'Content-Type': 'application/json' },
  ...(body === undefined ? {} : { body: JSON.stringify(body) }),
})
const act = (id: number | string, action: string, body: unknown = {}, headers = editor) =>
  site.fetch(`/api/commissions/${id}/mokor/${action}`, json(headers, 'POST', body))
const patch = (id: number | string, body: unknown, headers = editor) =>
  site.fetch(`/api/commissions/${id}`, json(headers, 'PATCH', body))

beforeEach(() => mails())

test('a request is kept as it was asked, and waits for its client', async () => {
  const at = new Date()
  const { reference, expiresAt } = await request({}, at)
  expect(reference).toMatch(/^[2-9CDFGHJKMNPQRTVWXYZ]{4}-[2-9CDFGHJKMNPQRTVWXYZ]{4}$/)
  expect(new Date(expiresAt).getTime()).toBe(at.getTime() + 7 * dayMs)
  const commission = await stored(reference)
  expect(commission).toMatchObject({
    status: 'unconfirmed',
    title: 'Riparare due persiane di legno. Sono al secondo piano',
    channel: 'web',
    client: { name: 'Ugo Bassi', lang: 'it', contactBy: 'email' },
    place: { municipality: '015146', province: 'MI', name: 'Milano (MI)' },
    consents: [
      {
        what: 'share',
        version: '1-share-2',
        at: at.toISOString(),
        language: 'it',
        page: 'https://blog.example/chiedi',
        how: 'web',
      },
    ],
    timeline: [{ at: at.toISOString(), by: 'client', to: 'unconfirmed' }],
  })
  expect(commission.answerBy ?? null).toBeNull()
})

test('mails: confirm at once, a reminder after a day, once', async () => {
  const at = new Date()
  const { reference } = await request({}, at)
  expect(await subjects()).toEqual([`ugo@posta.example | Conferma la richiesta ${reference}`])
  const ofThis = async (after: number) =>
    (await subjects(new Date(at.getTime() + after))).filter((subject) => subject.includes(reference))
  // The database's clock, by which mails are due, reads a little later than ours.
  expect(await ofThis(dayMs + 60_000)).toEqual([`ugo@posta.example | La richiesta ${reference} aspetta conferma`])
  expect(await ofThis(2 * dayMs)).toEqual([])
})

test('one that cannot wait: client and desk read what helps at once, and the answer comes on the next working day', async () => {
  const { reference, id } = await requested({ urgent: true })
  const first = await mails()
  expect(first[0]?.text).toContain('chiama subito un pronto intervento')
  const page = JSON.stringify(await lookAt(site.payload, 'confirm-request', id))
  expect(page).toContain('La rete non è un servizio d’emergenza')
  expect(page).toContain('Entro poche ore · Presto')
  await press(site.payload, 'confirm-request', id)
  const { urgent, answerBy, since } = await stored(reference)
  expect([urgent, answerBy]).toEqual([true, responseDeadline(new Date(since), 1).toISOString()])
  const sent = await mails()
  expect(sent.map(({ subject }) => subject)).toContainEqual(
    expect.stringContaining(`Nuova richiesta urgente ${reference}`),
  )
  expect(sent.find(({ to }) => to[0] === 'ugo@posta.example')?.text).toContain('chiudi acqua, gas o corrente')
  const panel = await site.fetch(`/api/commissions/${id}/mokor/panels/job`, { headers: editor })
  expect(JSON.stringify(await panel.json())).toContain('Non può aspettare')
})

test('confirming by the link: received, a term for the answer, mails to client and desk', async () => {
  const { reference, id } = await requested()
  await mails()
  const shown = await lookAt(site.payload, 'confirm-request', id)
  expect(shown).toMatchObject({
    title: `Conferma la richiesta ${reference}`,
    buttons: [{ name: 'confirm', label: 'Conferma la richiesta' }],
  })
  expect((await stored(reference)).status).toBe('unconfirmed')

  expect(await press(site.payload, 'confirm-request', id)).toMatchObject({ title: 'Richiesta confermata' })
  const commission = await stored(reference)
  expect(commission).toMatchObject({
    status: 'received',
    timeline: [{ to: 'unconfirmed' }, { by: 'client', to: 'received' }],
  })
  expect(new Date(commission.answerBy ?? 0).getTime()).toBeGreaterThan(Date.now())

  const sent = await mails()
  const client = sent.find(({ to }) => to[0] === 'ugo@posta.example')
  expect(client?.subject).toBe(`Richiesta ${reference} ricevuta`)
  expect(client?.text).toMatch(/\/api\/mokor\/v1\/pages\/link\/[\w-]{43}/)
  const desk = sent.find(({ to }) => to[0] === 'desk@rete.example')
  expect(desk?.subject).toBe(`Nuova richiesta ${reference}: persiane, Milano`)
  expect(desk?.text).toContain(`/admin/collections/commissions/${id}`)
  expect(desk?.raw).not.toMatch(/Bassi|ugo@posta|7654321/)
  expect(sent).toHaveLength(2)
})

test('confirming twice is harmless', async () => {
  const { reference, id } = await requested()
  await press(site.payload, 'confirm-request', id)
  const once = await stored(reference)
  expect(await press(site.payload, 'confirm-request', id)).toMatchObject({ buttons: [] })
  expect((await stored(reference)).timeline).toEqual(once.timeline)
})

test('confirmed, but a crash came before its mails: the button is still there, and sends them', async () => {
  const { reference, id } = await requested()
  await press(site.payload, 'confirm-request', id)
  await mails()
  await site.payload.db.deleteMany({
    collection: 'mokor-outbox',
    where: { key: { in: [`commission-received:${id}`, `commission-desk:${id}`] } },
  })
  const once = await stored(reference)
  expect(await lookAt(site.payload, 'confirm-request', id)).toMatchObject({ buttons: [{ name: 'confirm' }] })
  expect(await press(site.payload, 'confirm-request', id)).toMatchObject({ title: 'Richiesta confermata' })
  expect(await subjects()).toEqual([
    `ugo@posta.example | Richiesta ${reference} ricevuta`,
    expect.stringMatching(/^desk@rete.example \| Nuova richiesta/),
  ])
  expect((await stored(reference)).timeline).toEqual(once.timeline)
  expect(await lookAt(site.payload, 'confirm-request', id)).toMatchObject({ buttons: [], completed: true })
})

test('two windows confirming at once leave one step and one notice', async () => {
  const { reference, id } = await requested()
  await mails()
  await Promise.all([press(site.payload, 'confirm-request', id), press(site.payload, 'confirm-request', id)])
  const { timeline } = await stored(reference)
  expect(new Set(timeline?.map(({ to }) => to))).toEqual(new Set(['unconfirmed', 'received']))
  expect((await subjects()).filter((subject) => subject.startsWith('desk@'))).toHaveLength(1)
})

test('an unconfirmed request expires without a job; its link offers a new one', async () => {
  const { reference, id } = await requested({}, new Date(Date.now() - 8 * dayMs))
  await mails()
  expect((await stored(reference)).status).toBe('expired')
  const alone = await site.fetch(`/api/commissions/${id}?select[status]=true`, { headers: editor })
  expect((await alone.json()).status).toBe('expired')
  expect(await press(site.payload, 'confirm-request', id)).toMatchObject({ buttons: [] })
  expect((await stored(reference)).status).toBe('expired')
  expect((await act(id, 'confirm-by-phone')).status).toBe(409)

  await askAgain(site.payload, 'confirm-request', id)
  expect(await subjects()).toEqual([`ugo@posta.example | Conferma la richiesta ${reference}`])
  expect((await stored(reference)).status).toBe('unconfirmed')
  await press(site.payload, 'confirm-request', id)
  expect((await stored(reference)).status).toBe('received')
})

test('its client hears that it has expired, once, and the record says so too', async () => {
  const { reference } = await request({}, new Date(Date.now() - 8 * dayMs))
  expect(await subjects()).toEqual([`ugo@posta.example | Richiesta ${reference}: scaduta`])
  expect(
    (
      await site.payload.db.count({
        collection: 'commissions',
        where: { and: [{ reference: { equals: reference } }, { status: { equals: 'expired' } }] },
      })
    ).totalDocs,
  ).toBe(1)
  const { expiresAt, since, timeline } = await stored(reference)
  expect(timeline?.at(-1)).toMatchObject({ by: 'network', from: 'unconfirmed', to: 'expired', at: expiresAt })
  expect(since).toBe(expiresAt)
  expect(await subjects()).toEqual([])
})

test('thirty days later what nobody confirmed is gone, its links too', async () => {
  const { reference, id } = await requested({}, new Date(Date.now() - 8 * dayMs))
  const kept = await requested({}, new Date(Date.now() - 8 * dayMs))
  await mails()
  await askAgain(site.payload, 'confirm-request', kept.id)
  // Twice: what a busy database refused is tried again later.
  for (const days of [31, 32]) await mails(new Date(Date.now() + days * dayMs))
  await expect(stored(reference)).rejects.toThrow(reference)
  expect((await stored(kept.reference)).status).toBe('unconfirmed')
  const links = await site.payload.db.count({ collection: 'mokor-links', where: { target: { equals: String(id) } } })
  expect(links.totalDocs).toBe(0)
})

test('the trash keeps nothing longer: what nobody confirmed expires there too, without a mail, and goes', async () => {
  const { id, reference } = await requested()
  await mails()
  const trashed = await patch(id, { deletedAt: new Date().toISOString() }, moderator)
  expect(trashed.status).toBe(200)
  // The term passes while it lies there.
  await site.payload.db.updateOne({
    collection: 'commissions',
    id,
    data: { expiresAt: new Date(Date.now() - dayMs).toISOString() },
  })
  expect(await subjects(new Date(Date.now() + 8 * dayMs))).toEqual([])
  expect((await stored(reference)).timeline?.at(-1)).toMatchObject({ to: 'expired' })
  await mails(new Date(Date.now() + 40 * dayMs))
  await expect(stored(reference)).rejects.toThrow(reference)
})

test('a request given a new term waits thirty days from the end of that one', async () => {
  const { id, reference } = await requested({}, new Date(Date.now() - 8 * dayMs))
  await mails()
  await askAgain(site.payload, 'confirm-request', id)
  // The second term has passed as well, and the first one's day to forget comes before its own.
  const ended = new Date(Date.now() - 1000).toISOString()
  await site.payload.db.updateOne({ collection: 'commissions', id, data: { expiresAt: ended } })
  const outbox = { collection: 'mokor-outbox', returning: false } as const
  const key = { like: `commission-forget:${id}:` }
  await site.payload.db.updateMany({ ...outbox, where: { key }, data: { dueAt: ended } })
  await mails()
  expect((await stored(reference)).status).toBe('expired')
  for (const days of [8, 40]) await mails(new Date(Date.now() + days * dayMs))
  await expect(stored(reference)).rejects.toThrow(reference)
})

test('what was taken back without ever being confirmed goes thirty days later; what had been confirmed stays', async () => {
  const [never, once] = [await requested(), await requested()]
  await act(once.id, 'confirm-by-phone')
  for (const { id } of [never, once]) expect((await act(id, 'withdraw')).status).toBe(200)
  await mails(new Date(Date.now() + 31 * dayMs))
  await expect(stored(never.reference)).rejects.toThrow(never.reference)
  expect((await stored(once.reference)).status).toBe('withdrawn')
})

test('an edit after the term leaves the lapse in the timeline', async () => {
  const { reference, id } = await requested({}, new Date(Date.now() - 8 * dayMs))
  expect((await patch(id, { notes: 'mai confermata' })).status).toBe(200)
  expect((await stored(reference)).timeline?.map(({ by, to }) => `${by} ${to}`)).toEqual([
    'client unconfirmed',
    'network expired',
  ])
})

test('whoever waited to leave goes when the last request that names them is over', async () => {
  const member = await addPublicMember(site.payload)
  const { id } = await requested({ member: member.slug ?? '' })
  await act(id, 'confirm-by-phone')
  const leaving = await site.fetch(
    `/api/members/${member.id}/mokor/leave`,
    json(moderator, 'POST', { reason: 'Lo ha chiesto' }),
  )
  expect([leaving.status, ((await leaving.json()) as { doc: { status: string } }).doc.status]).toEqual([200, 'leaving'])
  await act(id, 'decline', { reason: 'Non ora.' })
  expect((await readMember(site.payload, member.id)).status).toBe('left')
})

test.each<[Partial<CommissionInput>, string[]]>([
  [{}, ['persiane', 'Milano (MI)', 'Presto']],
  [
    { skills: [], mode: 'either', placeNote: 'Isola', when: { soon: 'by', by: '2099-12-08' } },
    ['Milano (MI) · Isola · Sul posto o a distanza', 'Entro l’8 dicembre 2099'],
  ],
  [{ skills: [], mode: 'remote', place: undefined, when: { soon: 'no-hurry' } }, ['A distanza', 'Senza fretta']],
])('before confirming and after, the client reads the whole request: %j', async (change, facts) => {
  const { id, description } = await requested(change)
  const read = async (purpose: string) => (await lookAt(site.payload, purpose, id))?.facts?.map(({ value }) => value)
  expect(await read('confirm-request')).toEqual([description, ...facts])
  await press(site.payload, 'confirm-request', id)
  expect((await read('request-status'))?.slice(3)).toEqual([description, ...facts])
  expect(await lookAt(site.payload, 'confirm-request', id)).toMatchObject({ completed: true })
})

test('the client follows the request by the same link, and takes it back', async () => {
  const { reference, id } = await requested()
  await press(site.payload, 'confirm-request', id)
  await mails()
  expect(await lookAt(site.payload, 'request-status', id)).toMatchObject({
    buttons: [{ name: 'withdraw', label: 'Ritira la richiesta', destructive: { tick: 'Sì, ritiro la richiesta' } }],
  })
  expect((await act(id, 'take')).status).toBe(200)
  expect(JSON.stringify(await lookAt(site.payload, 'request-status', id))).toContain('Presa in carico')
  const why = `Ho trovato in paese. ${'x'.repeat(1500)}`
  expect(await press(site.payload, 'request-status', id, { why })).toMatchObject({ buttons: [] })
  expect(await stored(reference)).toMatchObject({ status: 'withdrawn' })
  expect((await stored(reference)).timeline?.at(-1)?.why).toBe(why)
  expect(await subjects()).toEqual([`ugo@posta.example | Richiesta ${reference}: ritirata`])
  expect(await press(site.payload, 'request-status', id)).toMatchObject({ buttons: [] })
  expect(await subjects()).toEqual([])
})

test('an editor revokes the link that the client holds: it opens nothing more', async () => {
  const { id, reference } = await requested()
  await press(site.payload, 'confirm-request', id)
  const [mail] = await mails()
  const address = String(mail?.text).match(/https?:\S+\/pages\/link\/\S+/)?.[0] as string
  const page = async () => (await site.fetch(new URL(address).pathname)).text()
  expect(await page()).toContain(reference)
  expect((await act(id, 'revoke-link')).status).toBe(200)
  expect(await page()).not.toContain(reference)
  expect((await act(id, 'revoke-link')).status).toBe(409)
})

test('a new link takes the place of the old one, by mail', async () => {
  const { id, reference } = await requested()
  await press(site.payload, 'confirm-request', id)
  const linkIn = (mail: ReceivedMail | undefined) =>
    String(mail?.text).match(/https?:\S+\/pages\/link\/\S+/)?.[0] as string
  const page = async (address: string) => (await site.fetch(new URL(address).pathname)).text()
  const first = linkIn((await mails())[0])
  expect((await act(id, 'new-link')).status).toBe(200)
  const [mail] = await mails()
  expect([mail?.to, mail?.subject]).toEqual([['ugo@posta.example'], `Richiesta ${reference}: un nuovo link`])
  expect(await page(linkIn(mail))).toContain(reference)
  expect(await page(first)).not.toContain(reference)
})

test.each([
  ['new-link', ['ricevuta', 'un nuovo link']],
  ['revoke-link', ['ricevuta']],
])('that the request has arrived is said, although %s came before the mail left', async (action, said) => {
  const { id, reference } = await requested()
  await mails()
  await press(site.payload, 'confirm-request', id)
  expect((await act(id, action)).status).toBe(200)
  const [arrived, ...more] = (await mails()).filter(({ to }) => to.includes('ugo@posta.example'))
  const subjectsOf = [arrived, ...more].map((mail) => mail?.subject.replace(/^Richiesta .{9}:? /, ''))
  expect(subjectsOf).toEqual(said)
  expect(arrived?.text).toContain('La risposta arriva entro')
  expect(arrived?.text).toContain('o per ritirarla, basta rispondere a questa mail')
  expect(arrived?.text).not.toMatch(/link/)
  for (const mail of more) expect(mail.text).toContain('/pages/link/')
  expect(reference).toBeTruthy()
})

test('a mail whose link was revoked before it left stays here, and never carries the link of somebody else', async () => {
  const [ada, bice] = [await requested(), await requested({ client: { ...asked.client, email: 'bice@posta.example' } })]
  for (const { id } of [ada, bice]) await press(site.payload, 'confirm-request', id)
  await mails()
  await act(ada.id, 'new-link')
  await act(ada.id, 'revoke-link')
  await act(bice.id, 'new-link')
  expect(await subjects()).toEqual([`bice@posta.example | Richiesta ${bice.reference}: un nuovo link`])
  const { docs } = await site.payload.find({
    collection: 'mokor-outbox',
    where: { and: [{ template: { equals: 'commission-link' } }, { target: { equals: String(ada.id) } }] },
  })
  expect(docs.map(({ status }) => status)).toEqual(['dropped'])
})

describe('an address that is corrected', () => {
  const linkIn = (mail: ReceivedMail | undefined) =>
    String(mail?.text).match(/https?:\S+\/pages\/link\/\S+/)?.[0] as string
  const page = async (address: string) => (await site.fetch(new URL(address).pathname)).text()
  const correct = async ({ id, client }: Commission) =>
    expect(
      (await patch(`${id}?select[title]=true`, { client: { ...client, email: 'bassi@posta.example' } })).status,
    ).toBe(200)

  test('takes from the former one what it was sent, and gives the new one its own', async () => {
    const commission = await requested()
    const { reference, id } = commission
    const stranger = linkIn((await mails())[0])
    await patch(id, { notes: 'l’indirizzo è sbagliato?' })
    expect(await page(stranger)).toContain(reference)
    await correct(commission)
    expect(await page(stranger)).not.toContain(reference)
    await act(id, 'resend')
    const [mail] = await mails()
    expect(mail?.to).toEqual(['bassi@posta.example'])
    expect(await page(linkIn(mail))).toContain(reference)
  })

  test('before the mail has left, still gets it', async () => {
    const commission = await requested()
    await correct(commission)
    const [mail] = await mails()
    expect(mail?.to).toEqual(['bassi@posta.example'])
    expect(await page(linkIn(mail))).toContain(commission.reference)
  })

  test('only who had a link is told that it works no more', async () => {
    const commission = await requested()
    await act(commission.id, 'confirm-by-phone')
    await mails()
    await correct(commission)
    const sent: string[] = []
    for (let n = 0; n < 2; n++) {
      await act(commission.id, 'new-link')
      sent.push((await mails())[0]?.text ?? '')
    }
    expect(sent.map((text) => text.includes('Quello di prima'))).toEqual([false, true])
  })
})

test('the desk is told the trade, or that there is none yet, and never a contact', async () => {
  const subject = async (change: Partial<CommissionInput>) => {
    const { id } = await requested(change)
    await press(site.payload, 'confirm-request', id)
    return (await subjects()).find((one) => one.startsWith('desk@'))
  }
  const description = 'Chiamatemi al 333 7654321 o a ugo@posta.example'
  expect(await subject({ description, skills: [] })).toMatch(/: mestiere da definire, Milano$/)
  const own = ['persiane', 'tel 333 7654321', 'ugo@posta.example'].map((words) => ({ own: words }))
  expect(await subject({ description, skills: own })).toMatch(/: persiane, Milano$/)
})

describe('the desk', () => {
  test('sees the buttons that the state allows', async () => {
    const { id } = await requested()
    const names = async () =>
      (
        (await (await site.fetch(`/api/commissions/${id}/mokor`, { headers: editor })).json()) as {
          actions: { name: string }[]
        }
      ).actions.map(({ name }) => name)
    expect(await names()).toEqual(['confirm-by-phone', 'resend', 'withdraw'])
    await act(id, 'confirm-by-phone')
    expect(await names()).toEqual(['take', 'decline', 'withdraw', 'new-link', 'revoke-link'])
    await act(id, 'take')
    expect(await names()).toEqual(['close', 'decline', 'withdraw', 'new-link', 'revoke-link'])
    await act(id, 'close')
    expect(await names()).toEqual(['new-link', 'revoke-link'])
  })

  test('is asked twice before a mail goes or a door closes, and sees in red only what hurts', async () => {
    const { id } = await requested()
    await act(id, 'confirm-by-phone')
    await act(id, 'take')
    const response = await site.fetch(`/api/commissions/${id}/mokor`, { headers: editor })
    const { actions } = (await response.json()) as {
      actions: { name: string; destructive: boolean; confirm: boolean }[]
    }
    expect(actions.map(({ name, destructive, confirm }) => [name, destructive, confirm])).toEqual([
      ['close', false, true],
      ['decline', true, true],
      ['withdraw', true, true],
      ['new-link', false, true],
      ['revoke-link', true, true],
    ])
  })

  test('confirms by phone, and the timeline says who', async () => {
    const { reference, id } = await requested()
    await mails()
    expect((await act(id, 'confirm-by-phone')).status).toBe(200)
    expect((await stored(reference)).timeline?.at(-1)).toMatchObject({
      by: 'editor@rete.example',
      from: 'unconfirmed',
      to: 'received',
    })
    expect(await subjects()).toEqual([`ugo@posta.example | Richiesta ${reference} ricevuta`])
  })

  test('sends the mail again, which renews the term', async () => {
    const at = new Date(Date.now() - 6 * dayMs)
    const { reference, id } = await requested({}, at)
    await mails()
    expect((await act(id, 'resend')).status).toBe(200)
    expect(await subjects()).toEqual([`ugo@posta.example | Conferma la richiesta ${reference}`])
    const { expiresAt } = await stored(reference)
    expect(new Date(expiresAt ?? 0).getTime()).toBeGreaterThan(Date.now() + 6 * dayMs)
  })

  test('declines with the reason that the client reads', async () => {
    const { reference, id } = await requested()
    await act(id, 'confirm-by-phone')
    await mails()
    expect((await act(id, 'decline')).status).toBe(422)
    const long = await act(id, 'decline', { reason: 'x'.repeat(2001) })
    expect([long.status, await long.text()]).toEqual([422, expect.stringMatching(/2001 .*2000/)])
    expect((await act(id, 'decline', { reason: 'In zona non c’è nessuno <b>ora</b>.' })).status).toBe(200)
    const [mail] = await mails()
    expect(mail?.subject).toBe(`Richiesta ${reference}: non accolta`)
    expect(mail?.text).toContain('In zona non c’è nessuno <b>ora</b>.')
    expect(mail?.html).not.toContain('<b>ora')
  })

  test('an unconfirmed address gets no mail when the request is taken back, nor a link to follow it', async () => {
    const { id } = await requested()
    await mails()
    await act(id, 'withdraw')
    expect((await act(id, 'new-link')).status).toBe(409)
    expect(await subjects()).toEqual([])
  })

  test('a confirmed one hears of it although the term for the answer was taken away', async () => {
    const { id, reference } = await requested()
    await act(id, 'confirm-by-phone')
    expect((await patch(id, { answerBy: null })).status).toBe(200)
    const [arrived] = await mails()
    expect(arrived?.text).toContain('è arrivata alla rete.\n')
    await act(id, 'decline', { reason: 'Non ora.' })
    expect(await subjects()).toEqual([`ugo@posta.example | Richiesta ${reference}: non accolta`])
  })

  describe('takes several at once', () => {
    const takeAll = async (ids: (number | string)[]) => {
      const response = await site.fetch('/api/commissions/mokor/take', json(editor, 'POST', { ids }))
      expect(response.status).toBe(200)
      return (await response.json()) as { done: unknown[]; failed: { id: unknown; message: string }[] }
    }
    const received = async () => {
      const { id } = await requested()
      await act(id, 'confirm-by-phone')
      return id
    }

    test('whatever the ids look like', async () => {
      const id = await received()
      const { done, failed } = await takeAll([987654321, 'nessuno', id])
      expect(done).toEqual([id])
      expect(failed.map((one) => one.id)).toEqual([987654321, 'nessuno'])
      for (const { message } of failed) expect(message).toMatch(/non c’è più|is gone/)
    })

    test('and hears what was done when something breaks half way', async () => {
      const ids = [await received(), await received(), await received()]
      const { update } = site.payload
      site.payload.update = ((args: { id?: unknown }) =>
        args.id === ids[1]
          ? Promise.reject(new Error('the disk is full'))
          : update.call(site.payload, args as never)) as never
      const { done, failed } = await takeAll(ids).finally(() => {
        site.payload.update = update
      })
      expect(done).toEqual(ids.slice(0, 1))
      expect(failed.map((one) => one.id)).toEqual(ids.slice(1))
      expect(failed[0]?.message).toMatch(/riprova|try again/)
      expect(failed[0]?.message).not.toContain('disk')
    })
  })

  test('moves the term for the answer to a day, the whole of it', async () => {
    const { id, reference } = await requested()
    await act(id, 'confirm-by-phone')
    expect((await patch(id, { answerBy: '2099-07-01T12:00:00.000Z' })).status).toBe(200)
    expect(new Date((await stored(reference)).answerBy ?? 0).toISOString()).toBe('2099-07-01T21:59:00.000Z')
    expect((await patch(id, { answerBy: 'domani' })).status).toBe(400)
  })

  test('enters a request that came by phone, without e-mail', async () => {
    const response = await site.fetch(
      '/api/commissions',
      json(editor, 'POST', {
        channel: 'phone',
        client: { kind: 'person', name: 'Pina', phone: '02 1234567' },
        description: 'Imbiancare una cucina',
        mode: 'onsite',
        place: { municipality: 'Monza' },
        consents: [{ what: 'share', how: 'phone' }],
      }),
    )
    expect(response.status).toBe(201)
    const { doc } = (await response.json()) as { doc: Commission }
    // When, where and by whom a consent was written down are facts, whatever the editor says of them.
    const told = { what: 'share', how: 'web', at: '2020-01-01T00:00:00.000Z', page: 'https://a.example/', by: 'Pina' }
    const before = Date.now()
    expect((await patch(doc.id, { consents: [...(doc.consents ?? []), told] })).status).toBe(200)
    const [, written] = (await stored(doc.reference)).consents ?? []
    expect(written).toMatchObject({ what: 'share', how: 'phone', by: 'editor@rete.example' })
    expect(written?.page ?? null).toBeNull()
    expect(Date.parse(written?.at ?? '')).toBeGreaterThanOrEqual(before)
    expect(doc).toMatchObject({
      status: 'received',
      title: 'Imbiancare una cucina',
      client: { contactBy: 'phone' },
      place: { municipality: '108033', province: 'MB' },
      consents: [{ what: 'share', version: '1-share-2', how: 'phone', by: 'editor@rete.example' }],
      timeline: [{ by: 'editor@rete.example', to: 'received' }],
    })
    expect(doc.answerBy).toBeTruthy()
    expect(await subjects()).toEqual([])
  })

  test('and one with an e-mail gets the mail to follow it', async () => {
    const response = await site.fetch(
      '/api/commissions?select[title]=true',
      json(editor, 'POST', {
        channel: 'paper',
        client: { kind: 'person', name: 'Pina', email: 'pina@posta.example', lang: 'en' },
        description: 'Paint a kitchen wall',
        mode: 'remote',
      }),
    )
    expect(response.status).toBe(201)
    expect(await subjects()).toEqual([expect.stringMatching(/^pina@posta\.example \| Request .{9} received$/)])
  })

  test.each<[string, object, string]>([
    ['no way to answer', { client: { kind: 'person', name: 'Pina' } }, 'client.phone'],
    [
      'a call without number',
      { client: { kind: 'person', name: 'P', email: 'p@p.example', contactBy: 'phone' } },
      'client.phone',
    ],
    [
      'a mail without address',
      { client: { kind: 'person', name: 'P', phone: '02 1234567', contactBy: 'email' } },
      'client.email',
    ],
    [
      'a body without name',
      { client: { kind: 'organisation', name: 'P', email: 'p@p.example' } },
      'client.organisation',
    ],
    ['a place that is not there', { place: { municipality: 'Atlantide' } }, 'place.municipality'],
    ['a trade left empty', { skills: [{}] }, 'skills.0.skill'],
  ])('is told of %s', async (_, change, path) => {
    const response = await site.fetch(
      '/api/commissions',
      json(editor, 'POST', {
        channel: 'phone',
        client: { kind: 'person', name: 'Pina', phone: '02 1234567' },
        description: 'Imbiancare una cucina',
        mode: 'onsite',
        ...change,
      }),
    )
    expect(response.status).toBe(400)
    expect(JSON.stringify(await response.json())).toContain(`"path":"${path}"`)
  })

  test('is told at once of all that an empty request lacks', async () => {
    const response = await site.fetch('/api/commissions', json(editor, 'POST', { channel: 'phone', client: {} }))
    const [{ data }] = (await response.json()).errors
    const paths = data.errors.map(({ path }: { path: string }) => path)
    expect(paths).toEqual(expect.arrayContaining(['client.phone', 'client.name', 'description']))
  })
})

describe('over plain REST', () => {
  test('no status is set, from any state to any other', async () => {
    const { reference, id } = await requested()
    for (const status of ['received', 'triage', 'closed', 'expired', 'agreed']) {
      const response = await patch(id, { status })
      expect([status, response.status]).toEqual([status, 409])
      expect(JSON.stringify(await response.json())).toMatch(/pulsanti|buttons/)
    }
    const bulk = await site.fetch(
      `/api/commissions?where[id][equals]=${id}`,
      json(moderator, 'PATCH', { status: 'received' }),
    )
    expect(bulk.status).toBe(409)
    expect((await stored(reference)).status).toBe('unconfirmed')
    const made = await site.fetch(
      '/api/commissions',
      json(editor, 'POST', {
        status: 'agreed',
        client: { name: 'P', phone: '02 1234567' },
        description: 'Imbiancare una cucina',
      }),
    )
    expect(made.status).toBe(409)
  })

  test('a saved form that brings the same state along is fine, its old timeline is not believed', async () => {
    const { reference, id, status } = await requested()
    await act(id, 'resend')
    const before = await stored(reference)
    const response = await patch(id, {
      status,
      title: 'Persiane',
      reference: 'XXXX-XXXX',
      since: '2020-01-01T00:00:00.000Z',
      timeline: [{ at: '2020-01-01T00:00:00.000Z', by: 'nobody', to: 'closed' }],
    })
    expect(response.status).toBe(200)
    const after = await stored(reference)
    expect(after.title).toBe('Persiane')
    expect(after.timeline).toEqual(before.timeline)
    expect(after.since).toBe(before.since)
    expect(after.consents).toEqual(before.consents)
  })

  test('the only contact left is the way to reach the client', async () => {
    const { id, reference, client } = await requested()
    expect((await patch(id, { client: { ...client, email: null } })).status).toBe(200)
    expect((await stored(reference)).client).toMatchObject({ contactBy: 'phone', email: null })
    expect((await patch(id, { client: { ...client, email: null, contactBy: 'email' } })).status).toBe(400)
  })

  test.each([
    ['as it stands', (reference: string) => reference],
    ['in small letters', (reference: string) => reference.toLowerCase()],
    ['without its dash', (reference: string) => reference.replace('-', '')],
    ['both', (reference: string) => reference.replace('-', '').toLowerCase()],
    ['with a space', (reference: string) => reference.replace('-', ' ')],
  ])('finds a request by its reference written %s', async (_, write) => {
    const { reference } = await requested()
    const fields = site.payload.collections.commissions?.config.admin.listSearchableFields ?? []
    const query = fields.map((field, at) => `where[or][${at}][${field}][like]=${encodeURIComponent(write(reference))}`)
    const found = await site.fetch(`/api/commissions?${query.join('&')}`, { headers: editor })
    const { docs } = (await found.json()) as { docs: { reference: string }[] }
    expect(docs.map((doc) => doc.reference)).toEqual([reference])
  })

  test('unknown, missing and impossible steps are refused', async () => {
    const { id } = await requested()
    for (const step of ['take', 'close', 'decline'])
      expect([step, (await act(id, step, { reason: 'x' })).status]).toEqual([step, 409])
    for (const step of ['agree', 'expire', 'confirm', 'nonsense', '__proto__', 'constructor'])
      expect([step, (await act(id, step, { reason: 'x' })).status]).toEqual([step, 404])
    expect((await act(id, 'withdraw', {}, {})).status).toBeGreaterThanOrEqual(401)
  })

  test('restoring a version brings texts back, not decisions', async () => {
    const { reference, id } = await requested()
    await patch(id, { notes: 'prima' })
    const versions = (await (
      await site.fetch(`/api/commissions/versions?where[parent][equals]=${id}&sort=-createdAt`, { headers: editor })
    ).json()) as { docs: { id: string }[] }
    await act(id, 'confirm-by-phone')
    const client = { kind: 'person', name: 'Ugo Bassi', email: 'nuovo@posta.example', phone: null, contactBy: 'email' }
    expect((await patch(id, { notes: 'dopo', client, consents: [{ what: 'share', how: 'paper' }] })).status).toBe(200)
    const before = await stored(reference)
    const restored = await site.fetch(`/api/commissions/versions/${versions.docs[0]?.id}`, json(editor, 'POST'))
    expect(restored.status).toBe(200)
    const after = await stored(reference)
    expect(after.notes).toBe('prima')
    for (const field of ['status', 'timeline', 'client', 'consents', 'answerBy', 'since', 'reference'] as const)
      expect([field, after[field]]).toEqual([field, before[field]])
  })
})

describe('what a request may not learn or carry', () => {
  test('an unknown skill is named by its pointer, and nothing is kept', async () => {
    const before = await site.payload.count({ collection: 'commissions' })
    const refused = await request({ skills: [{ own: 'persiane' }, { skill: 'mago' }] }).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(Problem)
    expect((refused as Problem).issues).toEqual([{ pointer: '/skills/1/skill', code: 'skill.unknown' }])
    expect(await site.payload.count({ collection: 'commissions' })).toEqual(before)
    expect(await subjects()).toEqual([])
  })

  test('a public profile is kept with it; hidden and unknown ones are passed over alike', async () => {
    const shown = await addPublicMember(site.payload)
    const hidden = await addPublicMember(site.payload)
    await site.payload.update({ collection: 'members', id: hidden.id, data: { reach: 'network' } })
    const pending = await addMember(site.payload)
    const slugOf = async (id: number | string) =>
      ((await site.payload.findByID({ collection: 'members', id })) as { slug?: string }).slug ?? 'nobody-7k3f'
    const member = async (id: number | string) => (await requested({ member: await slugOf(id) })).member ?? null
    expect(await member(shown.id)).toBe(shown.id)
    expect(await member(hidden.id)).toBeNull()
    expect(await member(pending.id)).toBeNull()
    expect((await requested({ member: 'nobody-0000' })).member ?? null).toBeNull()
  })

  test('twelve at once each have their own reference', async () => {
    const references = await Promise.all(Array.from({ length: 12 }, () => request()))
    expect(new Set(references.map(({ reference }) => reference)).size).toBe(12)
  })
})
