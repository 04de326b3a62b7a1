// A member's address that is corrected: what the former one was sent opens nothing more, and what had not left goes to the new one.
import { createMember } from '../../collections/members/index.js'
import { type JoinData, joinInput } from '../../collections/members/joining/dto.js'
import { inTransaction } from '../../plugin/database/transaction.js'
import { drainOutbox } from '../../plugin/index.js'
import { issueLink, linkAddress } from '../../plugin/links/tokens.js'
import { joinBody, send } from '../support/forms.js'
import { startSiteWithMail } from '../support/mailed-site.js'
import { addMember, addPublicMember, consent, readMember } from '../support/people.js'

const { site, mailbox } = await startSiteWithMail()
const { payload } = site
const moderator = await site.as('moderator@rete.example', ['moderator'])

const json = (method: string, body: unknown): RequestInit => ({
  method,
  headers: { ...moderator, 'Content-Type': 'application/json' },
  body: JSON.stringify(body),
})
const act = async (id: number | string, action: string) =>
  expect((await site.fetch(`/api/members/${id}/mokor/${action}`, json('POST', {}))).status).toBe(200)
/** As the form of the admin saves it, and as a caller who reads back next to nothing. */
const patch = async (id: number | string, data: object) =>
  expect((await site.fetch(`/api/members/${id}?select[title]=true`, json('PATCH', data))).status).toBe(200)

async function mails() {
  await drainOutbox(payload)
  return mailbox.mails.splice(0).map(({ to, subject, text }) => ({ to: to.join(), subject, link: linkIn(text) }))
}
// What an earlier test has queued is none of the next one's.
beforeEach(async () => {
  await mails()
})
const linkIn = (text: string) => new URL(/http\S+\/pages\/link\/\S+/.exec(text)?.[0] ?? site.url).pathname
const page = async (link = '') => (await site.fetch(link)).text()
const press = (link: string, button: string) =>
  site.fetch(link, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: site.url },
    body: `do=${button}&sure=yes`,
  })

const soon = new Date(Date.now() + 3 * 86_400_000).toISOString()
const wrong = 'maria.colnago@posta.example'
const right = 'maria.colnaghi@posta.example'
const helper = { name: 'Ines', email: 'ines@posta.example', consent: true }
const agreed = ['adult', 'rules', 'publish', 'assisted'].map(consent)
const nobody = { name: null, email: null, consent: false }

test.each<[string, object, object]>([
  ['corrected', { email: wrong }, { email: right }],
  ['taken away', { email: wrong }, { email: null }],
  ['a helper’s, and gives way to the member’s own', { email: null, helper }, { email: right }],
  ['a helper’s that is corrected', { email: null, helper }, { helper: { ...helper, email: 'ines@altra.example' } }],
  ['the member’s own, and gives way to a helper’s', { email: right, helper }, { email: null }],
  ['a helper’s who helps no more', { email: null, helper }, { helper: nobody }],
])('nobody pauses or leaves from a former address: %s', async (_, before, after) => {
  const { id } = await addMember(payload, { ...before, consents: agreed })
  await act(id, 'approve')
  const [mail] = await mails()
  await patch(id, { notes: 'l’indirizzo è sbagliato?' })
  expect(await page(mail?.link)).toContain('dalla rete</button>')
  await patch(id, after)
  expect(await page(mail?.link)).not.toContain('dalla rete</button>')
  await press(mail?.link ?? '', 'leave')
  expect((await readMember(payload, id)).status).toBe('active')
})

test('the new one gets a link of its own, and nobody is told of a former one', async () => {
  const { id } = await addPublicMember(payload, { email: wrong })
  await act(id, 'new-link')
  await mails()
  await patch(id, { email: right })
  await act(id, 'new-link')
  const [mail] = await mails()
  expect(mail).toMatchObject({ to: right, subject: 'Un nuovo link per la tua pagina' })
  expect(await page(mail?.link)).toContain('dalla rete</button>')
})

describe('what other rooms sent to a former address', () => {
  /** A link as its mail carried it. */
  const sent = (purpose: string, target: string): Promise<string> =>
    inTransaction(payload, async (req) => {
      const hash = await issueLink(req, { purpose, target })
      return new URL((await linkAddress(req, hash, 'it')) ?? '').pathname
    })
  const request = (data: object) =>
    payload.create({
      collection: 'commissions',
      data: {
        status: 'agreed',
        client: { kind: 'person', name: 'Ugo Bassi', phone: '+39 333 765 4321' },
        description: 'Riparare due persiane di legno.',
        place: { municipality: '015146' },
        answerBy: '2030-12-08T21:59:00.000Z',
        ...data,
      },
    })

  test('a job opens no more from there, and its page goes to the new one', async () => {
    const { id } = await addPublicMember(payload, { email: wrong })
    const job = await request({ executor: id })
    const link = await sent('job', String(job.id))
    expect(await page(link)).toContain('333 765 4321')
    await mails()
    await patch(id, { email: right })
    expect(await page(link)).not.toContain('333 765 4321')
    const [mail] = (await mails()).filter(({ to }) => to === right)
    expect(mail?.subject).toContain('un nuovo link')
    expect(await page(mail?.link)).toContain('333 765 4321')
  })

  test('nor does an offer, a hand-over or a team', async () => {
    const { id } = await addPublicMember(payload, { email: wrong })
    const asked = await request({ status: 'offered' })
    const offer = await payload.create({
      collection: 'mokor-offers',
      data: {
        commission: asked.id,
        member: id,
        way: 'one',
        rank: 0,
        status: 'sent',
        answerBy: soon,
        key: `${asked.id}:${id}`,
        title: 'Persiane',
      },
    })
    const passed = await request({
      executor: (await addPublicMember(payload)).id,
      handOver: { how: 'give', to: id, at: soon },
    })
    const team = await payload.create({ collection: 'teams', data: { name: 'Persiane', members: [{ member: id }] } })
    const links = [
      await sent('offer', String(offer.id)),
      await sent('hand-over', String(passed.id)),
      await sent('team', `${team.id}:${id}`),
    ]
    const open = async () => Promise.all(links.map(async (link) => (await site.fetch(link)).status))
    expect(await open()).toEqual([200, 200, 200])
    await patch(id, { email: right })
    expect((await open()).every((status) => status >= 400)).toBe(true)
  })
})

test('a mail that has not left goes to the new one, with its link', async () => {
  const { id } = await addMember(payload, { email: wrong })
  await act(id, 'approve')
  await patch(id, { email: right })
  const [mail, ...more] = await mails()
  expect([mail, more]).toMatchObject([{ to: right, subject: 'La tua scheda è attiva' }, []])
  expect(await page(mail?.link)).toContain('dalla rete</button>')
})

test('nobody confirms an adhesion from a former address, and its reminder goes to the new one', async () => {
  const email = 'nuova.iscrita@posta.example'
  expect((await send(site, '/members', { ...joinBody, email })).status).toBe(202)
  const [asked] = await mails()
  const { docs } = await payload.find({ collection: 'members', where: { email: { equals: email } }, limit: 1 })
  const id = docs[0]?.id ?? ''
  await patch(id, { email: 'nuova.iscritta@posta.example' })
  await press(asked?.link ?? '', 'confirm')
  expect((await readMember(payload, id)).status).toBe('unconfirmed')
  await drainOutbox(payload, () => new Date(Date.now() + 49 * 3_600_000))
  const [reminder] = mailbox.mails.splice(0)
  expect(reminder).toMatchObject({ to: ['nuova.iscritta@posta.example'], subject: 'La tua adesione aspetta conferma' })
  await press(linkIn(reminder?.text ?? ''), 'confirm')
  expect((await readMember(payload, id)).status).toBe('pending')
})

test.each([
  ['waits for its confirmation', 5],
  ['has expired', 8],
])('a file that %s is asked about again at the new one, and has a whole new term', async (_, age) => {
  const at = new Date(Date.now() - age * 86_400_000)
  const body = joinInput.parse({ ...joinBody, email: `mai.arrivata.${age}@posta.example` })
  await createMember(payload, body as JoinData, { lang: 'it', page: null, how: 'web', at })
  await mails()
  const { docs } = await payload.find({ collection: 'members', where: { email: { equals: body.email } }, limit: 1 })
  const id = docs[0]?.id ?? ''
  await patch(id, { email: `arrivata.${age}@posta.example` })
  await act(id, 'resend')
  const [asked, ...more] = await mails()
  expect([asked, more]).toMatchObject([
    { to: `arrivata.${age}@posta.example`, subject: 'Conferma la tua adesione a Rete di prova' },
    [],
  ])
  const file = await readMember(payload, id)
  expect(file.status).toBe('unconfirmed')
  expect(Date.parse(String(file.expiresAt))).toBeGreaterThan(Date.now() + 6 * 86_400_000)
  expect((file.timeline as object[]).at(-1)).toMatchObject({ by: 'moderator@rete.example', to: 'unconfirmed' })
  await press(asked?.link ?? '', 'confirm')
  expect((await readMember(payload, id)).status).toBe('pending')
})
