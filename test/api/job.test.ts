// The life of a job on the pages of its links, as client and executor press them, over HTTP: photographs, questions, delivery,
// feedback, hand-over, jobs that members bring.
import fs from 'node:fs'
import sharp from 'sharp'
import { type CommissionInput, commissionInput } from '../../collections/commissions/dto.js'
import { type Commission, createCommission } from '../../collections/commissions/index.js'
import { inTransaction } from '../../plugin/database/transaction.js'
import { issueLink, linkAddress } from '../../plugin/links/tokens.js'
import { drainOutbox } from '../../plugin/outbox/index.js'
import { press } from '../support/links.js'
import { openLink } from '../support/mail-link.js'
import { startSiteWithMail } from '../support/mailed-site.js'

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
  consents: [{ what: 'share', version: '1' }],
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
