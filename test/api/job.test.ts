// The life of a job on the pages of its links, as client and executor press them, over HTTP: photographs, questions, delivery,
// feedback, hand-over, jobs that members bring.
import fs from 'node:fs'
import sharp from 'sharp'
import { type CommissionInput, commissionInput } from '../../collections/commissions/dto.js'
import { type Commission, createCommission } from '../../collections/commissions/index.js'
import { inTransaction } from '../../plugin/database/transaction.js'
import { issueLink, linkAddress } from '../../plugin/links/tokens.js'
import { drainOutbox } from '../../plugin/outbox/index.js'
import { queueRecurring } from '../../plugin/outbox/round.js'
import { slugOf } from '../../plugin/runtime.js'
import { askAgain, press } from '../support/links.js'
import { linkIn, openLink } from '../support/mail-link.js'
import type { ReceivedMail } from '../support/mailbox.js'
import { startSiteWithMail } from '../support/mailed-site.js'
import { textOf } from '../support/pdf-text.js'
import { addMember, addPublicMember } from '../support/people.js'

const { site, mailbox } = await startSiteWithMail()
await site.as('owner@rete.example', ['owner'])
const editor = await site.as('editor@rete.example', ['editor'])

const asked: CommissionInput = {
  client: { kind: 'person', name: 'Ugo Bassi', email: 'ugo@posta.example', phone: '+39 333 765 4321' },
  description: 'Riparare due persiane di legno. Sono al secondo piano.',
  skills: [{ own: 'persiane' }],
  mode: 'onsite',
  place: { municipality: '015146' },
  when: { soon: 'soon' },
  consents: [{ what: 'share', version: '1-share-2' }],
}

async function stored(id: Commission['id']): Promise<Commission> {
  return (await site.payload.findByID({
    collection: 'commissions',
    id,
    depth: 0,
    trash: true,
  })) as unknown as Commission
}

/** A request that its client has confirmed. */
async function confirmed(change: Partial<CommissionInput> = {}): Promise<Commission> {
  const { reference } = await createCommission(site.payload, commissionInput.parse({ ...asked, ...change }), {
    lang: 'it',
    page: null,
    how: 'web',
    at: new Date(),
  })
  const { docs } = await site.payload.find({ collection: 'commissions', where: { reference: { equals: reference } } })
  const [made] = docs
  if (!made) throw new Error(`no request ${reference}`)
  await press(site.payload, 'confirm-request', made.id)
  return stored(made.id)
}

/** The address of a link as a mail would carry it. */
const linkTo = (purpose: string, { id }: { id: number | string }): Promise<string> =>
  inTransaction(site.payload, async (req) => {
    const hash = await issueLink(req, { purpose, target: String(id) })
    return (await linkAddress(req, hash, 'it')) ?? ''
  })

const mails = async (now = new Date()) => {
  const before = mailbox.mails.length
  await drainOutbox(site.payload, () => now)
  return mailbox.mails.slice(before)
}

beforeEach(() => mails())

describe('photographs', () => {
  const photograph = (width = 2400, height = 1200) =>
    sharp({ create: { width, height, channels: 3, background: { r: 180, g: 60, b: 40 } } })
      .withExif({ IFD0: { Copyright: 'segreto-exif' }, IFD3: { GPSLatitude: '45/1 28/1 0/1' } })
      .jpeg()
      .toBuffer()

  /** As a browser sends the form without script. */
  async function sendPhoto(address: string, bytes: Uint8Array | null, fields: Record<string, string> = {}) {
    const form = new FormData()
    form.set('do', 'add-photo')
    for (const [name, value] of Object.entries(fields)) form.set(name, value)
    form.set(
      'photo',
      bytes ? new File([new Uint8Array(bytes)], 'IMG_0001.JPG', { type: 'image/jpeg' }) : new File([], ''),
    )
    const response = await fetch(address, { method: 'POST', headers: { 'Sec-Fetch-Site': 'same-origin' }, body: form })
    return { status: response.status, text: await response.text() }
  }

  const folder = () => site.payload.collections['mokor-photos']?.config.upload.staticDir ?? ''
  /** None before the first. */
  const filesKept = () => (fs.existsSync(folder()) ? fs.readdirSync(folder()).length : 0)
  const picturesOf = (text: string) =>
    [...text.matchAll(/<img src="([^"]+)"/g)].map(([, src = '']) => new URL(src, site.url).href)

  test('the client adds one without script; it is re-encoded whole, without its metadata, and seen by link and desk alone', async () => {
    const request = await confirmed()
    const address = await linkTo('request-status', request)
    expect((await openLink(address)).text).toContain('enctype="multipart/form-data"')
    const sent = await sendPhoto(address, await photograph())
    expect([sent.status, sent.text]).toEqual([200, expect.stringContaining('Fotografia aggiunta.')])
    const [src = ''] = picturesOf(sent.text)
    const shown = await fetch(src)
    expect([shown.status, shown.headers.get('content-type'), shown.headers.get('cache-control')]).toEqual([
      200,
      'image/webp',
      'private, no-store',
    ])
    const bytes = Buffer.from(await shown.arrayBuffer())
    const facts = await sharp(bytes).metadata()
    expect(facts).toMatchObject({ format: 'webp', width: 1600, height: 800 })
    expect([facts.exif, bytes.includes('segreto-exif')]).toEqual([undefined, false])

    const [id] = (await stored(request.id)).photos ?? []
    const file = `/api/mokor-photos/${id}`
    expect((await site.fetch(file, { headers: editor })).status).toBe(200)
    expect((await site.fetch(file)).status).toBe(403)
    const name = src.split('/').at(-1)
    const elsewhere = await linkTo('request-status', await confirmed())
    expect((await fetch(`${elsewhere.split('?')[0]}/picture/${name}`)).status).toBe(404)
    expect((await fetch(src.replace(/link\/[^/]+/, `link/${'x'.repeat(43)}`))).status).toBe(404)
  })

  test('of several sent at once no more are kept, and no file is left over', async () => {
    const address = await linkTo('request-status', await confirmed())
    const before = filesKept()
    const small = await photograph(40, 30)
    const sent = await Promise.all(Array.from({ length: 7 }, () => sendPhoto(address, small)))
    for (const { status } of sent) expect(status).toBeLessThan(500)
    const kept = picturesOf((await openLink(address)).text).length
    expect(kept).toBeGreaterThan(0)
    expect(kept).toBeLessThanOrEqual(5)
    expect(filesKept() - before).toBe(kept)
  })

  test('five at most, one at a time; one taken out is erased, file and all, and all of them with the request', async () => {
    const request = await confirmed()
    const address = await linkTo('request-status', request)
    const small = await photograph(40, 30)
    for (let n = 0; n < 5; n += 1) expect((await sendPhoto(address, small)).status).toBe(200)
    expect((await openLink(address)).text).not.toContain('add-photo')
    await sendPhoto(address, small)
    const kept = (await stored(request.id)).photos ?? []
    expect(kept).toHaveLength(5)

    const files = () => fs.readdirSync(folder()).length
    const before = files()
    const page = await openLink(address)
    const removed = await page.press('remove-photo', { of: String(kept[0]) })
    expect(removed.text).toContain('Fotografia tolta')
    expect([(await stored(request.id)).photos, files()]).toEqual([kept.slice(1), before - 1])
    await site.payload.delete({ collection: 'commissions', id: request.id, trash: true })
    expect(files()).toBe(before - 5)
  })

  const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(40)])
  test.each<[string, RegExp, () => Promise<Uint8Array | null> | Uint8Array | null]>([
    ['nothing chosen', /manca «Una fotografia»/, () => null],
    ['a HEIC that cannot be read', /HEIC, il formato di alcuni iPhone.*Più compatibile/, () => heic],
    ['text under a photograph’s name', /JPEG, PNG o WebP/, () => Buffer.from('ciao')],
    ['half of one', /rovinata/, async () => (await photograph()).subarray(0, 400)],
    ['more than 10 MB', /al massimo 10 MB/, () => Buffer.alloc(11_000_000, 0xff)],
  ])('%s: said in words, and nothing is kept', async (_, words, make) => {
    const request = await confirmed()
    const sent = await sendPhoto(await linkTo('request-status', request), await make())
    expect([sent.status, sent.text]).toEqual([422, expect.stringMatching(words)])
    expect((await stored(request.id)).photos ?? []).toEqual([])
  })

  test('nobody sends a file without a good link, nor to a link that takes none, nor from another site', async () => {
    const request = await confirmed()
    const address = await linkTo('request-status', request)
    const small = await photograph(40, 30)
    expect((await sendPhoto(address.replace(/link\/[^?]+/, `link/${'x'.repeat(43)}`), small)).status).toBe(415)
    expect((await sendPhoto(await linkTo('confirm-request', request), small)).status).toBe(415)
    const body = new FormData()
    body.set('photo', new File([new Uint8Array(small)], 'a.jpg'))
    const foreign = await fetch(address, { method: 'POST', headers: { Origin: 'https://altro.example' }, body })
    expect(foreign.status).toBe(403)
  })
})

test('photographs on the page of who is to get a job: where the client agreed to it, and until they answer', async () => {
  const { request } = await agreed()
  const address = await linkTo('request-status', request)
  const form = new FormData()
  form.set('do', 'add-photo')
  const small = await sharp({ create: { width: 40, height: 30, channels: 3, background: 'red' } })
    .jpeg()
    .toBuffer()
  form.set('photo', new File([new Uint8Array(small)], 'a.jpg', { type: 'image/jpeg' }))
  await fetch(address, { method: 'POST', headers: { 'Sec-Fetch-Site': 'same-origin' }, body: form })
  const receiver = await worker({ firstName: 'Bruno', lastName: 'Costa' })
  await (await openLink(await linkTo('job', request))).press('hand-over', {
    how: 'give',
    named: String(receiver.email),
  })
  const link = linkIn((await mails()).at(-1) as ReceivedMail)
  const page = await openLink(link)
  const src = new URL(/<img src="([^"]+)"/.exec(page.text)?.[1] ?? '', site.url).href
  expect((await fetch(src)).status).toBe(200)
  const { consents } = await stored(request.id)
  const write = (version: string) =>
    site.payload.db.updateOne({
      collection: 'commissions',
      id: request.id,
      data: { consents: consents?.map((one) => ({ ...one, version })) },
    })
  await write('1')
  expect([(await fetch(src)).status, (await openLink(link)).text.includes('<img')]).toEqual([404, false])
  await write('1-share-2')
  expect((await fetch(src)).status).toBe(200)
  await page.press('accept', { taxMode: 'vat', responsible: 'yes' })
  expect((await fetch(src)).status).toBe(404)
})

/** A member who is there for work; nobody sees them in public. */
const worker = (change: Record<string, unknown> = {}) =>
  addMember(site.payload, {
    status: 'active',
    reach: 'network',
    firstName: 'Anna',
    lastName: 'Serra',
    email: `anna-${n++}@people.example`,
    phone: '+39 333 111 2222',
    ...change,
  })
let n = 0

/** A request that a member has agreed to do. */
async function agreed(change: Partial<CommissionInput> = {}, member?: Awaited<ReturnType<typeof worker>>) {
  const request = await confirmed(change)
  const executor = member ?? (await worker())
  const step = async (status: string, data: object = {}) =>
    site.payload.update({ collection: 'commissions', id: request.id, data: { status, ...data } })
  await step('triage')
  await step('offered')
  await step('agreed', { executor: executor.id, agreement: { at: new Date().toISOString(), taxMode: 'vat' } })
  await mails()
  return { request: await stored(request.id), executor }
}

const dayMs = 86_400_000
const to = (sent: { to: string[]; subject: string }[]) => sent.map((mail) => `${mail.to.join()} | ${mail.subject}`)

describe('the agreement', () => {
  const company = {
    kind: 'organisation',
    name: 'Ugo Bassi',
    organisation: 'Persiane Sùbito S.n.c.',
    email: 'ugo@posta.example',
    phone: '+39 333 765 4321',
  } as const
  const occasional = { at: '2026-12-01T10:00:00.000Z', taxMode: 'occasional', version: '1' }
  const write = ({ id }: Commission, data: object) =>
    site.payload.db.updateOne({ collection: 'commissions', id, data: { ...data } })
  /** The paper behind a link, as a page or, with `.pdf`, as the text of the file. */
  async function paperAt(address: string, ending = '', lang = 'it') {
    const [page = ''] = address.replace(site.url, '').split('?')
    const response = await site.fetch(`${page}/paper/agreement${ending}?lang=${lang}`)
    const bytes = Buffer.from(await response.arrayBuffer())
    const type = response.headers.get('content-type') ?? ''
    const text = type === 'application/pdf' ? textOf(bytes).replaceAll('\n', ' ') : bytes.toString()
    return { status: response.status, headers: response.headers, type, text }
  }

  test('is a page and a PDF behind the link of each party, with what both may read, and advice for whom it concerns', async () => {
    const { request, executor } = await agreed({ client: company, placeNote: 'frazione Favaro' })
    await write(request, { agreement: occasional })
    const both = [
      request.reference,
      'Anna Serra',
      'Persiane Sùbito S.n.c.',
      'Milano (MI) · frazione Favaro',
      'prestazione occasionale',
      'non è parte di questo accordo',
      'si decidono tra le parti',
      'Prestatore: Anna Serra',
      'Da verificare con chi ti segue.',
      String(executor.email),
      '+39 333 765 4321',
    ]
    for (const purpose of ['request-status', 'job']) {
      const address = await linkTo(purpose, request)
      expect((await openLink(address)).text).toContain(
        `${address.split('?')[0]?.replace(site.url, '')}/paper/agreement`,
      )
      for (const ending of ['', '.pdf']) {
        const { status, type, headers, text } = await paperAt(address, ending)
        expect([purpose, status, type]).toEqual([purpose, 200, ending ? 'application/pdf' : 'text/html; charset=utf-8'])
        expect([headers.get('cache-control'), headers.get('x-robots-tag')]).toEqual([
          expect.stringContaining('no-store'),
          'noindex',
        ])
        for (const words of both) expect([ending, words, text.includes(words)]).toEqual([ending, words, true])
        // Support and thresholds are no business of the client's.
        expect([purpose, /NASpI|5\.000/.test(text)]).toEqual([purpose, purpose === 'job'])
      }
      const english = await paperAt(address, '.pdf', 'en')
      expect(english.text).toContain(`Agreement on job ${request.reference}`)
      expect(english.headers.get('content-disposition')).toBe(`inline; filename="agreement-${request.reference}.pdf"`)
    }
  })

  test('between two people, or with a VAT number, there is no notice', async () => {
    const { request } = await agreed()
    await write(request, { agreement: occasional })
    const address = await linkTo('request-status', request)
    expect((await paperAt(address)).text).not.toContain('Prestatore')
    const { request: other } = await agreed({ client: company })
    expect((await paperAt(await linkTo('job', other))).text).not.toContain('Prestatore')
  })

  test('is there from the agreement on; once all is over names are left, and no contacts', async () => {
    const early = await confirmed()
    expect((await paperAt(await linkTo('request-status', early))).status).toBe(404)
    const { request, executor } = await agreed()
    const address = await linkTo('request-status', request)
    await (await openLink(address)).press('done', { result: 'done', words: '' })
    for (const ending of ['', '.pdf']) {
      const { status, text } = await paperAt(address, ending)
      expect([
        status,
        text.includes('Anna Serra'),
        text.includes(String(executor.email)),
        text.includes('765'),
      ]).toEqual([200, true, false, false])
    }
    const { request: given } = await agreed()
    const job = await openLink(await linkTo('job', given))
    await job.press('give-back', { why: 'Mi sono fatta male', sure: 'yes' })
    expect((await paperAt(await linkTo('request-status', given))).status).toBe(404)
  })

  test('a link that is revoked, past its term, another’s or none opens none, and says so', async () => {
    const { request } = await agreed()
    const address = await linkTo('request-status', request)
    const links = { collection: slugOf(site.payload, 'links'), where: { target: { equals: String(request.id) } } }
    await site.payload.db.updateMany({ ...links, data: { expiresAt: new Date(Date.now() - 1000).toISOString() } })
    for (const ending of ['', '.pdf']) {
      const late = await paperAt(address, ending)
      expect([late.text.includes('scaduto'), /Anna|Milano/.test(late.text)]).toEqual([true, false])
    }
    await site.payload.db.updateMany({ ...links, data: { expiresAt: new Date(Date.now() + dayMs).toISOString() } })
    expect(
      (await site.fetch(`/api/commissions/${request.id}/mokor/revoke-link`, { method: 'POST', headers: editor }))
        .status,
    ).toBe(200)
    for (const [token, ending] of [
      [address, '.pdf'],
      [address.replace(/link\/[^?]+/, `link/${'x'.repeat(43)}`), ''],
    ] as const) {
      const { status, text } = await paperAt(token, ending)
      expect([status, text.includes('Questo link non vale')]).toEqual([404, true])
    }
    const page = (await linkTo('job', request)).replace(site.url, '').split('?')[0]
    expect((await site.fetch(`${page}/paper/receipt.pdf`)).status).toBe(404)
  })

  test('of a team: who speaks for it, roles and shares, who invoices, from when to when, that it is no company', async () => {
    const [bruno, carla] = [
      await worker({ firstName: 'Bruno', lastName: 'Costa' }),
      await worker({ firstName: 'Carla' }),
    ]
    const { request, executor } = await agreed({ client: company })
    const { id: team } = await site.payload.create({
      collection: 'teams',
      data: {
        name: 'Casa vecchia',
        referent: executor.id,
        issuer: 'referent',
        from: '2026-12-03T11:00:00.000Z',
        until: '2026-12-20T11:00:00.000Z',
        members: [
          { member: executor.id, role: 'Muri', share: 50 },
          { member: bruno.id, role: 'Tetto', share: 30 },
          { member: carla.id, role: 'Persiane', share: 20 },
        ],
      },
    })
    await write(request, { team })
    const { text } = await paperAt(await linkTo('request-status', request), '.pdf')
    for (const words of [
      'La squadra: Casa vecchia',
      'Referente della squadra',
      'Bruno C., Tetto · 30',
      'Anna S., per tutti',
      'dal 3 dicembre 2026 al 20 dicembre 2026',
      'Il gruppo non è una società. Risponde Anna S.',
    ])
      expect([words, text.includes(words)]).toEqual([words, true])
  })

  test('names from right to left, pictures and endless words are a paper all the same', async () => {
    const { request } = await agreed({
      client: { ...asked.client, name: 'محمد علي' },
      description: `${'senzaspazi'.repeat(60)} 🎉\n${'Riga lunga di parole. '.repeat(60)}`,
    })
    const { status, text } = await paperAt(await linkTo('job', request), '.pdf')
    expect([status, text.includes('Qualche segno'), text.includes('pagina 2 di')]).toEqual([200, true, true])
  })

  test('at the desk editors open it, nobody else; the company’s notice is there to be copied', async () => {
    const treasurer = await site.as('treasurer@rete.example', ['treasurer'])
    const { request } = await agreed({ client: company })
    await write(request, { agreement: occasional })
    const at = `/api/commissions/${request.id}/mokor`
    const panel = await site.fetch(`${at}/panels/agreement`, { headers: editor })
    expect(await panel.json()).toMatchObject({
      links: [{ href: `${at}/agreement?lang=it` }, { href: `${at}/agreement.pdf?lang=it` }],
      texts: [{ copy: true, text: expect.stringContaining('Committente: Persiane Sùbito S.n.c. (Ugo Bassi)') }],
    })
    const page = await (await site.fetch(`${at}/agreement?lang=it`, { headers: editor })).text()
    expect(page).toContain('Anna Serra')
    expect(page).toContain(`href="${at}/agreement?lang=en"`)
    const pdf = await site.fetch(`${at}/agreement.pdf?lang=it`, { headers: editor })
    expect(textOf(Buffer.from(await pdf.arrayBuffer()))).toContain('NASpI')
    for (const ending of ['agreement', 'agreement.pdf']) {
      expect((await site.fetch(`${at}/${ending}`)).status).toBe(403)
      expect((await site.fetch(`${at}/${ending}`, { headers: treasurer })).status).toBeGreaterThanOrEqual(403)
    }
    const early = await confirmed()
    const none = await site.fetch(`/api/commissions/${early.id}/mokor/agreement.pdf`, { headers: editor })
    expect([none.status, JSON.stringify(await none.json())]).toEqual([
      404,
      expect.stringContaining('non c’è un accordo'),
    ])
  })
})

describe('from the agreement to the end', () => {
  test('whoever does it has the client’s contacts, and the client theirs, from the agreement until it is closed', async () => {
    const { request, executor } = await agreed()
    const page = await openLink(await linkTo('job', request))
    expect(page.text).toMatch(/Lavoro [0-9A-Z-]{9}/)
    expect(page.text).toContain('href="tel:+393337654321"')
    expect(page.text).toContain('li decidete fra voi due')
    const client = await openLink(await linkTo('request-status', request))
    expect(client.text).toContain('Ti chiama Anna Serra.')
    expect(client.text).toContain(`mailto:${executor.email}`)
    await client.press('done', { result: 'done', words: '' })
    for (const purpose of ['job', 'request-status'])
      expect((await openLink(await linkTo(purpose, request))).text).not.toMatch(/tel:\+39333/)
  })

  test('begun, finished, and the client says so: closed with their words, and whoever did it hears them', async () => {
    const { request, executor } = await agreed()
    const page = await openLink(await linkTo('job', request))
    expect((await page.press('start')).text).toContain('Segnato: il lavoro è cominciato.')
    expect((await page.press('deliver')).text).toContain('Hai detto che è finito')
    const delivered = await stored(request.id)
    expect([delivered.status, delivered.timeline?.map(({ step }) => step).slice(-2)]).toEqual([
      'delivered',
      ['start', 'deliver'],
    ])
    const [asked] = await mails()
    expect(to(asked ? [asked] : [])).toEqual([
      `ugo@posta.example | Richiesta ${request.reference}: il lavoro è finito?`,
    ])
    expect(asked?.text).toMatch(/Anna Serra dice che il lavoro «Riparare due persiane di legno.*» è finito/)
    expect(asked?.text).toMatch(/la chiudiamo noi: non conta né a favore né contro/)

    const client = await openLink(linkIn(asked as ReceivedMail))
    const closed = await client.press('done', { result: 'late', words: 'Bene, ma una settimana dopo.' })
    expect(closed.text).toContain('Grazie: il lavoro è chiuso.')
    expect(await stored(request.id)).toMatchObject({
      status: 'closed',
      feedback: { result: 'late', words: 'Bene, ma una settimana dopo.', by: 'link' },
    })
    const sent = await mails()
    expect(to(sent)).toEqual([`${executor.email} | Lavoro ${request.reference}: chiuso`])
    expect(sent[0]?.text).toContain('Bene, ma una settimana dopo.')
    // Pressed again on an old page: said where it stands, nothing done.
    expect((await client.press('done', { result: 'done' })).text).toContain('Richiesta')
    expect((await stored(request.id)).feedback?.result).toBe('late')
  })

  test('silence closes it after fourteen days, with one mail before; what is reopened starts anew', async () => {
    const { request, executor } = await agreed()
    await (await openLink(await linkTo('job', request))).press('deliver')
    await mails()
    const client = await openLink(await linkTo('request-status', request))
    expect((await client.press('not-yet', { words: 'Manca una persiana.' })).text).toContain(
      'lo diciamo a chi fa il lavoro',
    )
    const reopened = await mails()
    expect(to(reopened)).toEqual([`${executor.email} | Lavoro ${request.reference}: non è ancora finito`])
    expect(reopened[0]?.text).toContain('Manca una persiana.')
    expect(await stored(request.id)).toMatchObject({ status: 'in-progress', deliveredAt: null, closesAt: null })

    await (await openLink(await linkTo('job', request))).press('deliver')
    const at = Date.now()
    await mails()
    const ofThis = async (days: number) =>
      to(await mails(new Date(at + days * dayMs))).filter((mail) => mail.includes(request.reference))
    expect(await ofThis(9)).toEqual([])
    expect(await ofThis(11)).toEqual([expect.stringMatching(/^ugo@posta.example \| Richiesta .*si chiude da sé$/)])
    expect(await ofThis(13.9)).toEqual([])
    expect((await stored(request.id)).status).toBe('delivered')
    expect((await ofThis(15)).sort()).toEqual(
      [
        `${executor.email} | Lavoro ${request.reference}: chiuso`,
        `ugo@posta.example | Richiesta ${request.reference}: chiusa`,
      ].sort(),
    )
    const { status, timeline } = await stored(request.id)
    expect([status, timeline?.at(-1)]).toEqual(['closed', expect.objectContaining({ step: 'complete', by: 'network' })])
  })

  test('a problem: the network judges no money, names the ways, and hears both', async () => {
    const { request, executor } = await agreed()
    const client = await openLink(await linkTo('request-status', request))
    expect((await client.press('problem', { words: '' })).status).toBe(422)
    const said = await client.press('problem', { words: 'La persiana è caduta.' })
    expect(said.text).toMatch(/La rete non giudica su soldi, lavori e danni.*giudice di pace.*112/)
    expect(await stored(request.id)).toMatchObject({
      status: 'disputed',
      feedback: { result: 'problem', words: 'La persiana è caduta.' },
    })
    const sent = await mails()
    expect(to(sent).sort()).toEqual(
      [
        `desk@rete.example | Richiesta ${request.reference}: c’è un problema`,
        `${executor.email} | Lavoro ${request.reference}: vi sentiamo tutti e due`,
        `ugo@posta.example | Richiesta ${request.reference}: vi sentiamo tutti e due`,
      ].sort(),
    )
    const desk = sent.find(({ to: [address] }) => address === 'desk@rete.example')
    expect(desk?.raw).not.toMatch(/Bassi|Serra|caduta|3337654321/)
  })

  test('whoever cannot do it any more gives it back: their page opens no longer, the client is told, the desk looks again', async () => {
    const { request } = await agreed()
    const address = await linkTo('job', request)
    const page = await openLink(address)
    const left = await page.press('give-back', { why: 'Mi sono fatta male.', sure: 'yes' })
    expect(left.text).toContain('non è più in mano tua')
    expect(await stored(request.id)).toMatchObject({ status: 'triage', executor: null })
    expect((await openLink(address)).status).toBe(404)
    const sent = await mails()
    expect(to(sent).sort()).toEqual(
      [
        `desk@rete.example | Lavoro ${request.reference}: serve un’altra persona`,
        `ugo@posta.example | Richiesta ${request.reference}: cerchiamo un’altra persona`,
      ].sort(),
    )
    expect(sent.map(({ raw }) => raw).join()).not.toContain('fatta male')
  })

  test('a client who takes the request back during the job: whoever does it hears why', async () => {
    const { request, executor } = await agreed()
    const client = await openLink(await linkTo('request-status', request))
    await client.press('withdraw', { why: 'Vendo la casa.', sure: 'yes' })
    const sent = await mails()
    const told = sent.find(({ to: [address] }) => address === executor.email)
    expect([told?.subject, told?.text]).toEqual([
      `Lavoro ${request.reference}: la richiesta è ritirata`,
      expect.stringContaining('Vendo la casa.'),
    ])
  })
})

describe('pressed several times at once', () => {
  const at = (times: number, press: (n: number) => Promise<{ status: number; text: string }>) =>
    Promise.all(Array.from({ length: times }, (_, n) => press(n)))
  const steps = async (id: Commission['id'], name: string) =>
    ((await stored(id)).timeline ?? []).filter(({ step }) => step === name).length

  test('a step is done once, and its mail leaves once', async () => {
    const { request, executor } = await agreed()
    const page = await openLink(await linkTo('job', request))
    for (const { status } of await at(4, () => page.press('deliver'))) expect(status).toBeLessThan(500)
    expect([await steps(request.id, 'deliver'), to(await mails())]).toEqual([
      1,
      [`ugo@posta.example | Richiesta ${request.reference}: il lavoro è finito?`],
    ])
    const client = await openLink(await linkTo('request-status', request))
    const results = ['done', 'late', 'done', 'late']
    for (const { status } of await at(4, (n) => client.press('done', { result: results[n] ?? '', words: `${n}` })))
      expect(status).toBeLessThan(500)
    expect([await steps(request.id, 'complete'), to(await mails())]).toEqual([
      1,
      [`${executor.email} | Lavoro ${request.reference}: chiuso`],
    ])
  })

  test('what is given back is given back once', async () => {
    const { request } = await agreed()
    const page = await openLink(await linkTo('job', request))
    for (const { status } of await at(3, () => page.press('give-back', { why: 'Mi sono fatta male.', sure: 'yes' })))
      expect(status).toBeLessThan(500)
    expect([await steps(request.id, 'give-back'), (await mails()).length]).toEqual([1, 2])
  })

  test('no question is lost', async () => {
    const { request } = await agreed()
    const page = await openLink(await linkTo('job', request))
    const asked = await at(4, (n) => page.press('ask-question', { question: `Che colore ha la persiana numero ${n}?` }))
    expect(asked.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    const { questions = [] } = await stored(request.id)
    expect(questions?.map(({ text }) => text).sort()).toEqual(
      [0, 1, 2, 3].map((n) => `Che colore ha la persiana numero ${n}?`),
    )
  })
})

describe('a client who agreed to an older text of the consent', () => {
  const old = { consents: [{ what: 'share', version: '1' }] }
  /** What comes back by itself each day, so many days from now. */
  const askDue = async (days = 2) => {
    const at = new Date(Date.now() + days * dayMs)
    await queueRecurring(site.payload, at)
    return (await mails(at)).filter(isShare)
  }
  const isShare = ({ subject }: { subject: string }) => subject.includes('anche questo sì')
  const hints = async ({ id }: Commission) => {
    const response = await site.fetch(`/api/commissions/${id}/mokor`, { headers: editor })
    return ((await response.json()) as { hints: { code: string }[] }).hints.map(({ code }) => code)
  }

  test('is asked once by mail; says yes on their page, and nobody asks again', async () => {
    const request = await confirmed(old)
    await confirmed()
    await mails()
    expect(await hints(request)).toContain('share-old')
    const [mail, ...others] = await askDue()
    expect([mail?.subject, others]).toEqual([`Richiesta ${request.reference}: ci dici anche questo sì?`, []])
    expect(await askDue(4)).toEqual([])
    const page = await openLink(linkIn(mail as ReceivedMail))
    expect(page.text).toContain('alle persone e alle squadre che propone')
    const said = await page.press('share-yes')
    expect([said.text.includes('Grazie: segnato.'), said.text.includes('share-yes')]).toEqual([true, false])
    const { consents } = await stored(request.id)
    expect(consents).toMatchObject([{ version: '1' }, { what: 'share', version: '1-share-2', how: 'page' }])
    expect(await hints(request)).not.toContain('share-old')
    // Pressed twice.
    await page.press('share-yes')
    expect((await stored(request.id)).consents).toHaveLength(2)
  })

  test('says no: it stays as it was, the desk reads so, and a yes is still to be had', async () => {
    const request = await confirmed(old)
    const page = await openLink(await linkTo('request-status', request))
    const said = await page.press('share-no')
    expect([said.text.includes('resta com’è'), said.text.includes('share-no')]).toEqual([true, false])
    expect(await hints(request)).toContain('share-refused')
    expect(await askDue(6)).toEqual([])
    await page.press('share-yes')
    expect(await hints(request)).not.toContain('share-refused')
  })

  test('told to the desk, it is of today’s text', async () => {
    const request = await confirmed(old)
    const response = await site.fetch(`/api/commissions/${request.id}`, {
      method: 'PATCH',
      headers: { ...editor, 'Content-Type': 'application/json' },
      body: JSON.stringify({ consents: [...(request.consents ?? []), { what: 'share', how: 'phone' }] }),
    })
    expect(response.status).toBe(200)
    expect((await stored(request.id)).consents?.at(-1)).toMatchObject({ version: '1-share-2', how: 'phone' })
  })
})

describe('questions and answers', () => {
  test('go through the network, each to the other side', async () => {
    const { request, executor } = await agreed()
    const job = await openLink(await linkTo('job', request))
    expect((await job.press('ask-question', { question: 'Di che legno sono?' })).text).toContain('Domanda mandata')
    const [asked] = await mails()
    expect(to(asked ? [asked] : [])).toEqual([`ugo@posta.example | ${request.reference}: una domanda per te`])
    expect(asked?.text).toContain('Di che legno sono?')
    const client = await openLink(linkIn(asked as ReceivedMail))
    const [of = ''] =
      /(?<=name="of" value=")[^"]+(?="><div class="field">\n<label class="over" for="f-answer)/.exec(client.text) ?? []
    expect((await client.press('answer-question', { of, answer: 'Di abete.' })).text).toContain('Risposta mandata.')
    const [answered] = await mails()
    expect([to(answered ? [answered] : []), answered?.text]).toEqual([
      [`${executor.email} | ${request.reference}: una risposta per te`],
      expect.stringContaining('Di abete.'),
    ])
    expect((await openLink(await linkTo('job', request))).text).toContain('Di abete.')
  })
})

describe('handing a job over', () => {
  const named = async (how: 'give' | 'share', who: string) => {
    const { request, executor } = await agreed()
    const page = await openLink(await linkTo('job', request))
    const said = await page.press('hand-over', { how, named: who, words: 'Ti piacerà.' })
    return { request, executor, said, sent: await mails() }
  }

  test('nobody learns by it who belongs to the network: the answer is the same, and the desk looks', async () => {
    const hidden = await worker()
    const known = await named('give', String(hidden.email))
    const unknown = await named('give', 'nessuno@altrove.example')
    const plain = ({ text }: { text: string }) =>
      text.replace(/[\w.-]+@[\w.-]+|[0-9A-Z]{4}-[0-9A-Z]{4}|link\/[\w-]+/g, '')
    expect(plain(known.said)).toBe(plain(unknown.said))
    expect(to(known.sent)).toEqual([`${hidden.email} | Anna Serra ti passa un lavoro`])
    expect(to(unknown.sent)).toEqual([`desk@rete.example | Lavoro ${unknown.request.reference}: passaggio da seguire`])
  })

  test('the other member says yes, then the client; who had it opens it no longer', async () => {
    const receiver = await worker({ firstName: 'Bruno', lastName: 'Costa' })
    const { request, executor, sent } = await named('give', `la sua mail è ${receiver.email}`)
    const old = await linkTo('job', request)
    const page = await openLink(linkIn(sent[0] as ReceivedMail))
    expect(page.text).toContain('Ti piacerà.')
    expect(page.text).not.toMatch(/Bassi|3337654321|ugo@/)
    expect((await page.press('accept', { taxMode: 'occasional' })).status).toBe(422)
    expect((await page.press('accept', { taxMode: 'occasional', responsible: 'yes' })).text).toContain('Hai detto sì')
    const [ask] = await mails()
    expect(ask?.subject).toBe(`Richiesta ${request.reference}: può passare ad altri?`)
    const client = await openLink(linkIn(ask as ReceivedMail))
    // Of whoever shows themselves to the network alone no name, nor words of theirs, before the yes.
    expect(client.text).toContain('Anna S. vorrebbe passare il lavoro a una persona della rete')
    expect(client.text).not.toMatch(/Bruno|Costa|Riparo e restauro/)
    expect(client.text).toContain('può subito')
    expect((await client.press('hand-over-yes')).text).toContain('Ti chiama Bruno Costa.')
    expect(await stored(request.id)).toMatchObject({
      status: 'agreed',
      executor: receiver.id,
      agreement: { taxMode: 'occasional' },
    })
    expect(to(await mails())).toEqual([`${receiver.email} | Lavoro ${request.reference}: è tuo`])
    expect((await openLink(old)).status).toBe(404)
    expect(executor.id).not.toBe(receiver.id)
    const offers = await site.payload.find({
      collection: 'mokor-offers',
      where: { commission: { equals: request.id } },
      depth: 0,
    })
    expect(offers.docs).toMatchObject([
      { member: receiver.id, way: 'hand-over', status: 'chosen', taxMode: 'occasional', timeline: [{ by: 'client' }] },
    ])
  })

  test('shared: both do it, the first answers for it', async () => {
    const receiver = await worker({ firstName: 'Bruno', lastName: 'Costa' })
    const { request, executor, sent } = await named('share', String(receiver.email))
    await (await openLink(linkIn(sent[0] as ReceivedMail))).press('accept', { taxMode: 'vat', responsible: 'yes' })
    await mails()
    await (await openLink(await linkTo('request-status', request))).press('hand-over-yes')
    expect(await stored(request.id)).toMatchObject({ status: 'agreed', executor: executor.id, partners: [receiver.id] })
    expect((await openLink(await linkTo('job', request))).text).toContain('Anna Serra, Bruno Costa')
    // What closed the page for one closed it for both.
    await mails()
    await askAgain(site.payload, 'job', request.id)
    expect(to(await mails()).sort()).toEqual(
      [executor, receiver].map(({ email }) => `${email} | Lavoro ${request.reference}: un nuovo link`).sort(),
    )
  })

  test('shared, then passed on to the one it was shared with: they do it alone', async () => {
    const receiver = await worker({ firstName: 'Bruno', lastName: 'Costa' })
    const { request, sent } = await named('share', String(receiver.email))
    const passOn = async (invitation: ReceivedMail | undefined) => {
      await (await openLink(linkIn(invitation as ReceivedMail))).press('accept', { taxMode: 'vat', responsible: 'yes' })
      await mails()
      await (await openLink(await linkTo('request-status', request))).press('hand-over-yes')
    }
    await passOn(sent[0])
    await mails()
    const page = await openLink(await linkTo('job', request))
    await page.press('hand-over', { how: 'give', named: String(receiver.email) })
    await passOn((await mails())[0])
    expect(await stored(request.id)).toMatchObject({ status: 'agreed', executor: receiver.id, partners: [] })
    expect(to(await mails())).toEqual([`${receiver.email} | Lavoro ${request.reference}: è tuo`])
  })

  test('whoever said no, or was passed over, opens nothing of the next one’s, and answers for nobody', async () => {
    const first = await worker({ firstName: 'Bruno', lastName: 'Costa' })
    const second = await worker({ firstName: 'Carla', lastName: 'Neri' })
    const { request, sent } = await named('give', String(first.email))
    const old = linkIn(sent[0] as ReceivedMail)
    await (await openLink(old)).press('decline')
    await mails()
    const page = await openLink(await linkTo('job', request))
    await page.press('hand-over', { how: 'share', named: String(second.email), words: 'Solo per Carla.' })
    const [next] = await mails()
    const stale = await openLink(old)
    expect([stale.status, stale.text.includes('Solo per Carla.')]).toEqual([404, false])
    expect((await stored(request.id)).handOver?.acceptedAt ?? null).toBeNull()

    const shared = linkIn(next as ReceivedMail)
    await (await openLink(shared)).press('accept', { taxMode: 'vat', responsible: 'yes' })
    await (await openLink(await linkTo('request-status', request))).press('hand-over-yes')
    expect((await openLink(shared)).status).toBe(404)
  })

  test('before the client’s yes neither page nor mail tells a contact that the client wrote into their words', async () => {
    const receiver = await worker({ firstName: 'Bruno', lastName: 'Costa' })
    const { request } = await agreed({ description: 'Chiamami al 333 765 4321: riparare due persiane di legno.' })
    const page = await openLink(await linkTo('job', request))
    await page.press('hand-over', { how: 'give', named: String(receiver.email) })
    const [mail] = await mails()
    const shown = await openLink(linkIn(mail as ReceivedMail))
    expect([shown.text.includes('persiane'), shown.text.includes('333 765'), mail?.text.includes('333 765')]).toEqual([
      true,
      false,
      false,
    ])
  })

  test('a receiver whom everybody may see is named to the client', async () => {
    const receiver = await addPublicMember(site.payload, {
      firstName: 'Bruno',
      lastName: 'Costa',
      email: `bruno-${n++}@people.example`,
    })
    const { request, sent } = await named('give', String(receiver.email))
    await (await openLink(linkIn(sent[0] as ReceivedMail))).press('accept', { taxMode: 'vat', responsible: 'yes' })
    expect((await openLink(await linkTo('request-status', request))).text).toContain('a Bruno C., che è d’accordo')
  })

  test('what the former one asked is not the next one’s, who asks for themselves', async () => {
    const receiver = await worker({ firstName: 'Bruno', lastName: 'Costa' })
    const { request } = await agreed()
    const page = await openLink(await linkTo('job', request))
    await page.press('ask-question', { question: 'Di che legno sono?' })
    expect((await openLink(await linkTo('job', request))).text).toContain('>Tu, ')
    await page.press('hand-over', { how: 'give', named: String(receiver.email) })
    const sent = await mails()
    const invited = sent.find(({ to: [address] }) => address === receiver.email)
    await (await openLink(linkIn(invited as ReceivedMail))).press('accept', { taxMode: 'vat', responsible: 'yes' })
    const client = await openLink(await linkTo('request-status', request))
    await client.press('hand-over-yes')
    for (const purpose of ['job', 'request-status']) {
      const { text } = await openLink(await linkTo(purpose, request))
      expect([purpose, text.includes('Chi se ne occupava prima, '), text.includes('>Tu, ')]).toEqual([
        purpose,
        true,
        false,
      ])
    }
    await (await openLink(await linkTo('job', request))).press('ask-question', { question: 'Quante ante?' })
    expect((await openLink(await linkTo('job', request))).text).toContain('>Tu, ')
  })

  test('a client whose name cannot be read out is called what they are', async () => {
    const { request, executor } = await agreed({
      client: { kind: 'person', name: 'Vai su www.evil.example', email: 'ugo@posta.example' },
    })
    await (await openLink(await linkTo('job', request))).press('deliver')
    await (await openLink(await linkTo('request-status', request))).press('not-yet', { words: 'Manca un’anta.' })
    const mail = (await mails()).find(({ to: [address] }) => address === executor.email)
    expect(mail?.text).toContain('\n\nchi l’ha chiesto dice che il lavoro')
    const page = await openLink(await linkTo('job', request))
    expect(page.text).toContain('lo chiediamo a chi l’ha chiesto')
  })

  test('the client says no: it stays as it was', async () => {
    const receiver = await worker()
    const { request, executor, sent } = await named('give', String(receiver.email))
    await (await openLink(linkIn(sent[0] as ReceivedMail))).press('accept', { taxMode: 'vat', responsible: 'yes' })
    await mails()
    await (await openLink(await linkTo('request-status', request))).press('hand-over-no')
    expect(await stored(request.id)).toMatchObject({ executor: executor.id, handOver: { to: null } })
    expect(to(await mails())).toEqual([`${executor.email} | Lavoro ${request.reference}: resta tuo`])
  })
})

describe('a job that a member brings', () => {
  const linkShown = (text: string) =>
    (/<a href="(http[^"]+pages\/link\/[^"]+)"/.exec(text)?.[1] ?? '').replaceAll('&amp;', '&')

  async function bring(fields: Record<string, string> = {}) {
    const member = await worker()
    const page = await openLink(await linkTo('member-status', member))
    const made = await page.press('bring-job', { trade: 'Idraulico', town: 'Biella', to: '', ...fields })
    const { docs } = await site.payload.find({
      collection: 'commissions',
      where: { broughtBy: { equals: member.id } },
      depth: 0,
    })
    return { member, made, request: docs[0] as unknown as Commission | undefined }
  }
  const client = {
    description: 'Perde il rubinetto in cucina.',
    soon: 'soon',
    name: 'Ida Rossi',
    email: 'ida@posta.example',
    phone: '',
    share: 'yes',
  }

  test('holds nothing of the client until they write it by a link of their own, and confirm by their own mail', async () => {
    const { member, made, request } = await bring()
    expect(made.text).toContain('di lui non sappiamo nulla')
    expect(request).toMatchObject({
      status: 'unconfirmed',
      source: 'private',
      skills: [{ own: 'Idraulico' }],
      place: { municipality: '096004' },
      client: { name: '—' },
    })
    expect(request?.client.email ?? request?.client.phone ?? null).toBeNull()
    expect(await mails()).toEqual([])

    const page = await openLink(linkShown(made.text))
    expect(page.text).toContain('Anna S. ti mette in contatto con la rete')
    expect((await page.press('confirm', { ...client, share: '' })).status).toBe(422)
    const wrong = await page.press('confirm', { ...client, email: 'ida' })
    expect([wrong.status, wrong.text]).toEqual([422, expect.stringMatching(/role="alert"><p>E-mail: Questo indirizzo/)])
    expect(wrong.text).toContain('value="Ida Rossi"')
    expect((await page.press('confirm', client)).text).toContain('Abbiamo mandato una mail a ida@posta.example')
    expect((await page.press('confirm', { ...client, name: 'Altra' })).text).toContain('è già arrivata')

    const [ask] = await mails()
    expect(ask?.to).toEqual(['ida@posta.example'])
    await (await openLink(linkIn(ask as ReceivedMail))).press('confirm')
    const confirmed = await stored(request?.id ?? '')
    expect(confirmed).toMatchObject({
      status: 'received',
      source: 'private',
      client: { name: 'Ida Rossi', email: 'ida@posta.example' },
      description: 'Perde il rubinetto in cucina.',
      consents: [{ what: 'share', how: 'web' }],
    })
    expect(to(await mails())).toContain(`${member.email} | Lavoro ${confirmed.reference}: il tuo cliente ha confermato`)
    const own = await openLink(await linkTo('member-status', member))
    expect(own.text).toContain(`${confirmed.reference} · Biella`)
    expect(own.text).not.toMatch(/Rossi|rubinetto|ida@/)
  })

  test('goes to a named person first, where they are one of us; nobody learns whether they are', async () => {
    const known = await worker()
    const named = await bring({ to: String(known.email) })
    const unknown = await bring({ to: 'nessuno@altrove.example' })
    const plain = ({ text }: { text: string }) => text.replace(/[0-9A-Z]{4}-[0-9A-Z]{4}|link\/[\w-]+/g, '')
    expect(plain(named.made)).toBe(plain(unknown.made))
    expect(named.request?.wanted).toEqual([known.id])
    expect([unknown.request?.wanted ?? [], unknown.request?.notes]).toEqual([[], 'Da dare a: nessuno@altrove.example'])
  })

  test('the named person is asked as soon as the client confirms; where they take no work now it waits at the desk', async () => {
    for (const [status, stands] of [
      ['active', 'offered'],
      ['paused', 'received'],
    ] as const) {
      const named = await worker({ firstName: 'Bruno', lastName: 'Costa' })
      const { made, request } = await bring({ to: String(named.email) })
      await site.payload.db.updateOne({ collection: 'members', id: named.id, data: { status } })
      await (await openLink(linkShown(made.text))).press('confirm', client)
      const [ask] = await mails()
      await (await openLink(linkIn(ask as ReceivedMail))).press('confirm')
      const sent = [...(await mails()), ...(await mails())]
      const now = await stored(request?.id ?? '')
      expect(now.status).toBe(stands)
      expect(sent.filter((mail) => mail.to[0] === named.email).map(({ subject }) => subject)).toEqual(
        status === 'active' ? ['C’è un lavoro per te: Idraulico, Biella (BI)'] : [],
      )
      if (status !== 'active') continue
      expect(now.timeline?.at(-1)).toMatchObject({
        step: 'offer',
        by: 'member',
        why: expect.stringContaining('Bruno C.'),
      })
      const asking = sent.find((mail) => mail.to[0] === named.email)
      await (await openLink(linkIn(asking as ReceivedMail))).press('accept', { taxMode: 'vat', responsible: 'yes' })
      expect(await stored(now.id)).toMatchObject({ status: 'agreed', executor: named.id })
      await mails()
    }
  })

  test('a phone will do: the desk calls; a town that is none, or several, is said', async () => {
    const { made, request } = await bring({ town: 'Milano (MI)' })
    const page = await openLink(linkShown(made.text))
    expect((await page.press('confirm', { ...client, email: '', phone: '333 765 4321' })).text).toContain(
      'ti chiamiamo noi',
    )
    expect(to(await mails())).toEqual([
      `desk@rete.example | Richiesta ${request?.reference}: da confermare per telefono`,
    ])
    for (const [town, words] of [
      ['Atlantide', /Nessun comune con questo nome/],
      ['Castro', /Più comuni si chiamano così: Castro \(/],
    ] as const) {
      const { made: refused } = await bring({ town })
      expect([refused.status, refused.text]).toEqual([422, expect.stringMatching(words)])
    }
  })

  test('nobody who does not confirm stays: it expires like any other', async () => {
    const { made, request } = await bring()
    const of = { collection: 'commissions' as const, where: { id: { equals: request?.id } } }
    await site.payload.db.updateOne({ ...of, data: { expiresAt: new Date(Date.now() - 1000).toISOString() } })
    await mails(new Date(Date.now() + 8 * dayMs))
    expect(await site.payload.db.findOne(of)).toMatchObject({ status: 'expired' })
    expect((await openLink(linkShown(made.text))).text).toContain('è già arrivata')
  })
})

test('profiles that were added to a request are kept, hidden and unknown ones passed over alike', async () => {
  const [one, two] = [await addPublicMember(site.payload), await addPublicMember(site.payload)]
  const hidden = await worker()
  const request = await confirmed({
    wanted: [String(two.slug), String(one.slug), 'nessuno-a1b2', String(hidden.slug), String(two.slug)],
    micro: true,
  })
  expect(request).toMatchObject({ wanted: [two.id, one.id], micro: true })
  expect(commissionInput.safeParse({ ...asked, wanted: Array.from({ length: 6 }, (_, at) => `x-${at}`) }).success).toBe(
    false,
  )
})

describe('at the desk', () => {
  const panelOf = async ({ id }: Commission) => {
    const response = await site.fetch(`/api/commissions/${id}/mokor/panels/job`, { headers: editor })
    return JSON.stringify(await response.json())
  }
  const press = ({ id }: Commission, act: string, values: object) =>
    site.fetch(`/api/commissions/${id}/mokor/panels/job/${act}`, {
      method: 'POST',
      headers: { ...editor, 'Content-Type': 'application/json' },
      body: JSON.stringify({ values }),
    })

  test('what was said by phone is recorded: an answer, and how it went', async () => {
    const { request, executor } = await agreed()
    const job = await openLink(await linkTo('job', request))
    await job.press('ask-question', { question: 'Di che legno sono?' })
    await job.press('deliver')
    await mails()
    const [question] = (await stored(request.id)).questions ?? []
    expect(await panelOf(request)).toContain('Di che legno sono?')
    const empty = await press(request, 'answer', { id: question?.id, by: 'executor', answer: '' })
    expect(empty.status).toBe(422)
    expect((await press(request, 'answer', { id: question?.id, by: 'executor', answer: 'Di abete.' })).status).toBe(200)
    expect(to(await mails())).toEqual([`${executor.email} | ${request.reference}: una risposta per te`])
    expect((await press(request, 'finish', { result: 'late', words: 'Va bene.' })).status).toBe(200)
    const now = await stored(request.id)
    expect(now).toMatchObject({ status: 'closed', feedback: { result: 'late', words: 'Va bene.', by: 'desk' } })
    expect(now.timeline?.at(-1)).toMatchObject({ step: 'complete', by: 'editor@rete.example' })
    expect((await press(request, 'finish', { result: 'done' })).status).toBe(409)
  })

  describe('a request with parts', () => {
    const ofFamily = async (request: Commission, act: string, values: object) => {
      const response = await site.fetch(`/api/commissions/${request.id}/mokor/panels/family/${act}`, {
        method: 'POST',
        headers: { ...editor, 'Content-Type': 'application/json' },
        body: JSON.stringify({ values }),
      })
      return { status: response.status, text: await response.text() }
    }
    const partOf = async (request: Commission, number: number): Promise<Commission | undefined> => {
      const reference = { equals: `${request.reference}-${number}` }
      const { docs } = await site.payload.find({
        collection: 'commissions',
        where: { reference },
        depth: 0,
        trash: true,
      })
      return docs[0] as unknown as Commission | undefined
    }
    const plaster = { description: 'Rifare l’intonaco sotto la finestra.', trade: 'Intonaco', micro: true }

    test('each is a request of its own under the same reference, found by it, and the client sees where each stands', async () => {
      const request = await confirmed()
      await mails()
      expect((await ofFamily(request, 'split', { description: 'corto' })).status).toBe(422)
      const made = await ofFamily(request, 'split', plaster)
      expect([made.status, made.text]).toEqual([200, expect.stringContaining(`${request.reference}-2`)])
      const second = (await partOf(request, 2)) as Commission
      expect(second).toMatchObject({
        status: 'received',
        parent: request.id,
        part: 2,
        micro: true,
        client: { name: 'Ugo Bassi', email: 'ugo@posta.example' },
        place: { municipality: '015146' },
        skills: [{ own: 'Intonaco' }],
        consents: (request.consents ?? []).map(({ what, version, how, at }) => ({ what, version, how, at })),
        timeline: [{ by: 'editor@rete.example', to: 'received' }],
      })
      expect(second.answerBy).toBeTruthy()
      const whole = await stored(request.id)
      expect(whole.timeline?.at(-1)).toMatchObject({
        step: 'split',
        by: 'editor@rete.example',
        from: 'received',
        to: 'received',
        why: `${second.reference}: Rifare l’intonaco sotto la finestra`,
      })
      expect(to(await mails())).toEqual([`ugo@posta.example | Richiesta ${second.reference} ricevuta`])

      // A part of a part is one of the whole.
      await ofFamily(second, 'split', { description: 'Pitturare la parete intonacata.' })
      expect(await partOf(request, 3)).toMatchObject({ parent: request.id, part: 3, micro: false })
      const panel = await site.fetch(`/api/commissions/${second.id}/mokor/panels/family`, { headers: editor })
      expect(JSON.stringify(await panel.json())).toMatch(
        new RegExp(`${request.reference}".*${request.reference}-2".*${request.reference}-3"`),
      )
      const { text } = await openLink(await linkTo('request-status', request))
      expect(text).toContain(`${request.reference}-2`)
      expect(text).toMatch(/Rifare l’intonaco sotto la finestra[\s\S]*Ricevuta/)
      expect((await openLink(await linkTo('request-status', second))).text).toContain('Riparare due persiane di legno')

      for (const typed of [second.reference, second.reference.replaceAll('-', '').toLowerCase()]) {
        const found = await site.fetch(`/api/commissions?where[searchKey][like]=${typed}`, { headers: editor })
        expect(((await found.json()) as { docs: Commission[] }).docs.map(({ reference }) => reference)).toEqual([
          second.reference,
        ])
      }
    })

    test('taken back by the client its parts go too, each with its mail; erased, nothing of them is left', async () => {
      const request = await confirmed()
      await ofFamily(request, 'split', plaster)
      await mails()
      await (await openLink(await linkTo('request-status', request))).press('withdraw', { sure: 'yes' })
      expect((await stored(request.id)).status).toBe('withdrawn')
      const sent = [...(await mails()), ...(await mails(new Date(Date.now() + 300_000)))]
      expect(to(sent)).toContain(`ugo@posta.example | Richiesta ${request.reference}-2: ritirata`)
      const second = (await partOf(request, 2)) as Commission
      expect(second.status).toBe('withdrawn')
      expect((await ofFamily(second, 'split', plaster)).status).toBe(409)
      await site.payload.delete({ collection: 'commissions', id: request.id, trash: true })
      expect(await partOf(request, 2)).toBeUndefined()
    })

    test('beside a small job stand the others of its town for which nobody is found yet', async () => {
      const here = { micro: true, place: { municipality: '096004' } }
      const request = await confirmed(here)
      const near = await confirmed(here)
      const [large, elsewhere] = [await confirmed({ place: here.place }), await confirmed({ micro: true })]
      const panel = await site.fetch(`/api/commissions/${request.id}/mokor/panels/small-jobs`, { headers: editor })
      const shown = JSON.stringify(await panel.json())
      expect(shown).toContain('Altri lavoretti a Biella (BI)')
      expect([near, large, elsewhere, request].map(({ reference }) => shown.includes(reference))).toEqual([
        true,
        false,
        false,
        false,
      ])
    })

    test('small or not is written down with its reason', async () => {
      const request = await confirmed()
      expect((await ofFamily(request, 'resize', { micro: true, why: 'Basta un’ora.' })).status).toBe(200)
      const now = await stored(request.id)
      expect(now).toMatchObject({ micro: true, status: 'received' })
      expect(now.timeline?.at(-1)).toMatchObject({ step: 'smaller', why: 'Basta un’ora.' })
      expect((await ofFamily(request, 'resize', { micro: true })).status).toBe(409)
      expect((await ofFamily(request, 'resize', { micro: false })).status).toBe(200)
      expect((await stored(request.id)).timeline?.at(-1)).toMatchObject({ step: 'larger' })
    })
  })

  test('the client’s yes to a hand-over', async () => {
    const receiver = await worker({ firstName: 'Bruno', lastName: 'Costa' })
    const { request } = await agreed()
    expect((await press(request, 'hand-over', {})).status).toBe(409)
    await (await openLink(await linkTo('job', request))).press('hand-over', {
      how: 'give',
      named: String(receiver.email),
    })
    const [handed] = await mails()
    await (await openLink(linkIn(handed as ReceivedMail))).press('accept', { taxMode: 'vat', responsible: 'yes' })
    expect(await panelOf(request)).toContain('Il cliente ha detto sì')
    expect((await press(request, 'hand-over', {})).status).toBe(200)
    expect(await stored(request.id)).toMatchObject({ executor: receiver.id, status: 'agreed' })
  })
})
