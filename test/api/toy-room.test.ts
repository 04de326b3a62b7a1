// A room that brings everything of its own works without a line about it anywhere else: asked over HTTP, as the network's own are.
import { drainOutbox } from '../../plugin/index.js'
import { mokor } from '../../plugin/runtime.js'
import { api, send } from '../support/forms.js'
import { startSiteWithMail } from '../support/mailed-site.js'
import { organisation, startSite } from '../support/site.js'
import { toyRoom } from '../support/toy-room/index.js'

const { site, mailbox } = await startSiteWithMail({ rooms: [toyRoom], plugin: { features: { loans: true } } })
const { payload } = site
const editor = await site.as('editor@rete.example', ['editor'])
const treasurer = await site.as('cassa@rete.example', ['treasurer'])

const wanted = { lang: 'it', tool: 'Trapano', name: 'Ada Neri', email: 'ada@posta.example' } as const

const loans = async () =>
  (await payload.find({ collection: 'loans' as never, sort: '-createdAt', depth: 0 })).docs as unknown as {
    id: number | string
    tool: string
    status: string
  }[]

const json = async (path: string, init?: RequestInit) => (await site.fetch(path, init)).json()

/** The address in the newest mail to somebody. */
async function mailedLink(): Promise<string> {
  await drainOutbox(payload)
  const address = /https?:\/\/\S+\/pages\/link\/\S+/.exec(mailbox.mails.at(-1)?.text ?? '')?.[0]
  if (!address) throw new Error('no link came by mail')
  return new URL(address).pathname
}

const posted = (path: string, fields: Record<string, string>) =>
  site.fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: site.url },
    body: new URLSearchParams(fields).toString(),
  })

async function askedAndConfirmed(tool: string): Promise<{ id: number | string }> {
  await send(site, '/loans', { ...wanted, tool, email: `${tool.toLowerCase()}@posta.example` })
  await posted(await mailedLink(), { do: 'confirm' })
  const loan = (await loans()).find((one) => one.tool === tool)
  if (!loan) throw new Error(`nobody asked for ${tool}`)
  return loan
}

test('its feature, page and routes are told of where the network’s own are', async () => {
  const facts = await json(`${api}/network`)
  expect(facts.features).toMatchObject({ loans: true, commissions: true, teams: false })
  expect(facts.pages.borrow).toBe(`${site.url}${api}/pages/borrow`)
  expect(Object.keys((await json(`${api}/openapi.json`)).paths['/loans'])).toEqual(['get', 'post'])
  const index = await (await site.fetch(`${api}/pages?lang=it`)).text()
  expect(index).toContain('Prendi in prestito')
})

test('a form through the API is confirmed by the link of its mail', async () => {
  const answer = await send(site, '/loans', wanted)
  expect([answer.status, await answer.json()]).toEqual([202, { status: 'unconfirmed', expiresAt: expect.any(String) }])
  const link = await mailedLink()
  expect(mailbox.mails.at(-1)).toMatchObject({ subject: 'Conferma il prestito: Trapano', to: [wanted.email] })
  expect(await (await site.fetch(link)).text()).toContain('>Confermo</button>')
  expect((await loans())[0]).toMatchObject({ tool: 'Trapano', status: 'unconfirmed' })
  expect(await (await posted(link, { do: 'confirm' })).text()).toContain('<h1>Prestito chiesto</h1>')
  expect((await loans())[0]).toMatchObject({ tool: 'Trapano', status: 'asked' })
})

test('what is wrong is said of its field', async () => {
  const answer = await send(site, '/loans', { ...wanted, tool: '' })
  expect([answer.status, (await answer.json()).errors]).toEqual([
    422,
    [expect.objectContaining({ pointer: '/tool', code: 'required' })],
  ])
})

test('the page without script says its own option, keeps what was typed, and sends', async () => {
  const page = `${api}/pages/borrow`
  const drawn = await (await site.fetch(`${page}?lang=it`)).text()
  expect(drawn).toContain('Si tiene 14 giorni.')
  const token = /name="token" value="([^"]+)"/.exec(drawn)?.[1] ?? ''
  const again = await posted(`${page}?lang=it`, { token, tool: 'Scala', name: 'Bea', email: 'bea' })
  expect(again.status).toBe(422)
  expect(await again.text()).toContain('value="Scala"')
  const sent = await posted(`${page}?lang=it`, { token, tool: 'Scala', name: 'Bea', email: 'bea@posta.example' })
  expect(await sent.text()).toContain('<h1>Manca la conferma</h1>')
  expect((await loans())[0]).toMatchObject({ tool: 'Scala', status: 'unconfirmed' })
})

test('editors take its steps, one or several; its count follows, and its mail leaves', async () => {
  const [saw, iron] = [await askedAndConfirmed('Sega'), await askedAndConfirmed('Ferro')]
  const view = await json(`/api/loans/${saw.id}/mokor`, { headers: editor })
  expect(view).toMatchObject({ status: 'asked', actions: [{ name: 'lend', confirm: false }] })
  const { lent } = await json(`${api}/loans`)
  const several = await json('/api/loans/mokor/lend', {
    method: 'POST',
    headers: { ...editor, 'Content-Type': 'application/json' },
    body: JSON.stringify({ ids: [saw.id, iron.id] }),
  })
  expect(several).toMatchObject({ done: [saw.id, iron.id], failed: [] })
  expect((await json(`${api}/loans`)).lent).toBe(lent + 2)
  mailbox.mails.length = 0
  await drainOutbox(payload)
  expect(mailbox.mails.map(({ subject }) => subject).sort()).toEqual([
    'È tuo in prestito: Ferro',
    'È tuo in prestito: Sega',
  ])
  const wrong = await site.fetch(`/api/loans/${saw.id}`, {
    method: 'PATCH',
    headers: { ...editor, 'Content-Type': 'application/json' },
    body: JSON.stringify({ status: 'asked' }),
  })
  expect(wrong.status).toBe(409)
})

test('its queue stands at the desk: counted, in its place, and opened on one page', async () => {
  const { id } = await askedAndConfirmed('Pialla')
  const desk = (headers: Record<string, string>, path = '') => site.fetch(`/api/mokor/desk${path}`, { headers })
  const page = await (await desk(editor, '?queue=loans')).json()
  expect(page.rows).toContainEqual(expect.objectContaining({ collection: 'loans', id: String(id), title: 'Pialla' }))
  expect(page.queues).toContainEqual({ collection: 'loans', count: page.rows.length, overdue: 0 })
  const item = await (await desk(editor, `/loans/${id}`)).json()
  expect(item).toMatchObject({
    row: { who: 'Ada Neri', stands: 'fresh', overdue: false },
    view: { actions: [{ name: 'lend' }] },
    sheet: { contacts: [{ kind: 'email', value: 'pialla@posta.example' }] },
  })
  expect((await desk(treasurer, `/loans/${id}`)).status).toBe(404)
})

test('a mail that is stopped stands in its history, with the reason', async () => {
  const { id } = await askedAndConfirmed('Squadra')
  const post = (path: string, body: object) =>
    site.fetch(path, {
      method: 'POST',
      headers: { ...editor, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })
  expect((await post(`/api/loans/${id}/mokor/lend`, {})).status).toBe(200)
  const { docs } = await payload.find({
    collection: 'mokor-outbox' as never,
    where: { and: [{ template: { equals: 'loan-lent' } }, { target: { equals: String(id) } }] },
  })
  const mail = (docs as unknown as { id: number | string }[])[0]
  expect((await post(`/api/mokor-outbox/${mail?.id}/mokor/stop`, { reason: 'Si è rotta.' })).status).toBe(200)
  const { timeline } = await json(`/api/loans/${id}`, { headers: editor })
  expect(timeline.at(-1)).toMatchObject({ to: 'lent', why: expect.stringContaining('Si è rotta.') })
})

test('its rights are those it brings', async () => {
  const status = async (headers?: Record<string, string>) =>
    (await site.fetch('/api/loans', headers ? { headers } : {})).status
  expect([await status(), await status(treasurer), await status(editor)]).toEqual([403, 403, 200])
  const { id } = await askedAndConfirmed('Chiave')
  expect((await site.fetch(`/api/loans/${id}`, { method: 'DELETE', headers: editor })).status).toBe(403)
})

test('its jobs end what nobody confirms, and erase it', async () => {
  await send(site, '/loans', { ...wanted, tool: 'Morsa', email: 'morsa@posta.example' })
  const loan = (await loans()).find(({ tool }) => tool === 'Morsa')
  const inDays = (days: number) => drainOutbox(payload, () => new Date(Date.now() + days * 86_400_000))
  await inDays(8)
  expect((await loans()).find(({ tool }) => tool === 'Morsa')?.status).toBe('expired')
  await inDays(50)
  expect((await loans()).find(({ tool }) => tool === 'Morsa')).toBeUndefined()
  // Nor is anything left that was known of it.
  const rows = await payload.db.count({
    collection: 'mokor-outbox',
    where: { and: [{ template: { like: 'loan-' } }, { target: { equals: String(loan?.id) } }] },
  })
  expect(rows.totalDocs).toBe(0)
})

test('the erasure log knows its kind, and erases it once more after a restore', async () => {
  const { id } = await askedAndConfirmed('Lima')
  const { erase } = mokor(payload).erasures.loan
  const req = { payload, context: {}, user: null } as never
  expect(await erase(req, String(id), { dry: true })).toBe(true)
  expect((await loans()).some(({ tool }) => tool === 'Lima')).toBe(true)
  expect(await erase(req, String(id), { dry: false })).toBe(true)
  expect((await loans()).some(({ tool }) => tool === 'Lima')).toBe(false)
})

test('it is off until it is switched on, and an option of its own is checked like the others', async () => {
  const start = (plugin: object) => startSite({ rooms: [toyRoom], plugin })
  await expect(start({ organisation: { ...organisation, loanDays: -1 } })).rejects.toThrow(/`organisation\.loanDays`/)
  const without = await start({})
  const { features, pages } = (await (await without.fetch(`${api}/network`)).json()) as {
    features: object
    pages: object
  }
  expect(features).toMatchObject({ loans: false })
  expect(pages).not.toHaveProperty('borrow')
  expect((await without.fetch(`${api}/loans`)).status).toBe(404)
  await without.close()
})
