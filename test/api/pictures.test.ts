// Pictures of members: plain squares, public through a public profile only, never anybody else's file.
import { createLocalReq } from 'payload'
import sharp from 'sharp'
import { pictureBytes } from '../../collections/pictures/public-picture.js'
import { addMember, addPublicMember, rowOf } from '../support/people.js'
import { type Site, startSite } from '../support/site.js'

let site: Site
let editor: Record<string, string>
beforeAll(async () => {
  site = await startSite()
  editor = await site.as('editor@rete.example', ['editor'])
})
afterAll(() => site.close())

const photograph = (format: 'jpeg' | 'png' | 'webp' = 'jpeg', width = 1200, height = 800) =>
  sharp({ create: { width, height, channels: 3, background: { r: 180, g: 60, b: 40 } } })
    .withExif({ IFD0: { Copyright: 'segreto-exif' }, IFD3: { GPSLatitude: '45/1 28/1 0/1' } })
    .toFormat(format)
    .toBuffer()

async function upload(bytes: Uint8Array, name = 'maria-colnaghi.jpg', type = 'image/jpeg', id?: string | number) {
  const form = new FormData()
  form.set('file', new File([new Uint8Array(bytes)], name, { type }))
  form.set('_payload', JSON.stringify({ alt: 'Maria Colnaghi', digest: 'mine' }))
  const response = await site.fetch(`/api/mokor-pictures${id ? `/${id}` : ''}`, {
    method: id ? 'PATCH' : 'POST',
    headers: editor,
    body: form,
  })
  return { status: response.status, body: await response.json() }
}

const bytesOf = async (id: string | number, width: 320 | 640) =>
  pictureBytes(await createLocalReq({}, site.payload), id, width)

test.each(['jpeg', 'png', 'webp'] as const)('a %s becomes two plain squares', async (format) => {
  const { status, body } = await upload(await photograph(format))
  expect(status).toBe(201)
  expect(body.doc.filename).toMatch(/^[0-9a-f-]{36}\.webp$/)
  for (const width of [320, 640] as const) {
    const picture = await bytesOf(body.doc.id, width)
    const facts = await sharp(picture?.bytes).metadata()
    expect(facts).toMatchObject({ format: 'webp', width, height: width })
    expect(facts.exif).toBeUndefined()
    expect(picture?.bytes.includes('segreto-exif')).toBe(false)
    expect(picture?.digest).toMatch(/^[0-9a-f]{16}$/)
  }
})

const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')

test.each<[string, number, RegExp, () => Promise<Uint8Array> | Uint8Array]>([
  ['an SVG under a photograph’s name', 415, /JPEG, PNG o WebP/, () => Buffer.from(svg)],
  ['a GIF', 415, /JPEG, PNG o WebP/, () => gif],
  ['text', 415, /JPEG, PNG o WebP/, () => Buffer.from('ciao')],
  ['a photograph cut in half', 422, /rovinata/, async () => (await photograph()).subarray(0, 400)],
  ['more pixels than anybody needs', 413, /50 milioni/, () => photograph('png', 9000, 6000)],
  ['12 MB and a byte', 413, /12 MB/, () => Buffer.alloc(12 * 1024 * 1024 + 1)],
])('%s is refused, and why is said', async (_, expected, words, make) => {
  const { status, body } = await upload(await make())
  expect([status, body.errors[0].message]).toEqual([expected, expect.stringMatching(words)])
})

describe('whoever may not keep a picture', () => {
  /** Says whether anybody has taken a byte. */
  function unread(): { body: ReadableStream<Uint8Array>; asked: () => boolean } {
    let asked = false
    const head =
      '--x\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\nContent-Type: image/jpeg\r\n\r\n'
    const pull = (controller: ReadableStreamDefaultController<Uint8Array>) => {
      asked = true
      controller.enqueue(Buffer.from(head))
    }
    return { body: new ReadableStream({ pull }, { highWaterMark: 0 }), asked: () => asked }
  }

  test.each([
    ['POST', '', 'a visitor'],
    ['PATCH', '/1', 'a visitor'],
    ['PATCH', '', 'a visitor'],
    ['POST', '', 'a user without a role'],
    ['POST', '', 'the treasurer'],
  ])('%s %s by %s: refused before a byte is read', async (method, at, who) => {
    const roles = { 'a user without a role': [], 'the treasurer': ['treasurer'] }[who]
    const headers = roles ? await site.as(`${who.replaceAll(' ', '-')}@rete.example`, roles) : {}
    const { body, asked } = unread()
    const init = {
      method,
      body,
      duplex: 'half',
      headers: { ...headers, 'Content-Type': 'multipart/form-data; boundary=x' },
    }
    const response = await site.fetch(`/api/mokor-pictures${at}`, init as RequestInit)
    expect([response.status, asked()]).toEqual([403, false])
    expect((await response.json()).errors[0].message).toMatch(/permesso|autorizzat|consentit|allowed/i)
  })

  test('nor does what a site puts in the place of our access let bytes be looked at', async () => {
    const req = await createLocalReq({}, site.payload)
    const file = { data: Buffer.from('ciao'), name: 'a.jpg', mimetype: 'image/jpeg', size: 4 }
    const made = site.payload.create({ collection: 'mokor-pictures', data: {}, file, overrideAccess: false, req })
    await expect(made).rejects.toMatchObject({ status: 403 })
  })
})

test('a photograph of 49 million pixels is taken, many at once one after the other', async () => {
  const large = await photograph('jpeg', 7000, 7000)
  const answers = await Promise.all(Array.from({ length: 3 }, () => upload(large)))
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
})

test('the public gets a picture through its profile alone, and loses it with the profile', async () => {
  const { body } = await upload(await photograph())
  const member = await addPublicMember(site.payload, { picture: body.doc.id })
  const file = await site.fetch(`/api/mokor-pictures/file/${body.doc.filename}`)
  expect(file.status).toBe(403)
  const route = `/api/mokor/v1/members/${member.slug}/picture`
  const shown = await site.fetch(route)
  expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/webp'])
  await site.payload.update({ collection: 'members', id: member.id, data: { reach: 'network' } })
  expect((await site.fetch(route)).status).toBe(404)
})

test('a public member deleted for good leaves no row, though the picture goes with the file', async () => {
  const { body } = await upload(await photograph())
  const member = await addPublicMember(site.payload, { picture: body.doc.id })
  expect((await rowOf(site.payload, member.id))?.picture).not.toBeNull()
  await site.payload.delete({ collection: 'members', id: member.id })
  expect(await rowOf(site.payload, member.id)).toBeNull()
  expect(await bytesOf(body.doc.id, 320)).toBeNull()
  expect((await site.fetch(`/api/mokor/v1/members/${member.slug}`)).status).toBe(404)
})

test('a picture that is replaced or deleted reaches the row', async () => {
  const { body } = await upload(await photograph())
  const member = await addPublicMember(site.payload, { picture: body.doc.id })
  const before = (await rowOf(site.payload, member.id))?.picture as { digest: string }
  const other = await sharp({ create: { width: 500, height: 500, channels: 3, background: 'navy' } })
    .png()
    .toBuffer()
  expect((await upload(other, 'altra.png', 'image/png', body.doc.id)).status).toBe(200)
  const after = (await rowOf(site.payload, member.id))?.picture as { digest: string }
  expect(after.digest).not.toBe(before.digest)
  expect((await bytesOf(body.doc.id, 320))?.digest).toBe(after.digest)
  await site.fetch(`/api/mokor-pictures/${body.doc.id}`, { method: 'DELETE', headers: editor })
  expect((await rowOf(site.payload, member.id))?.picture).toBeNull()
  expect(await bytesOf(body.doc.id, 320)).toBeNull()
})

test('no picture is fetched from elsewhere, nor said by hand to be another’s file', async () => {
  const edits = 'uploadEdits[widthInPixels]=9&uploadEdits[heightInPixels]=9'
  const write = (at: string, method: string, data: object) =>
    site.fetch(`/api/mokor-pictures${at}?${edits}`, {
      method,
      headers: { ...editor, 'Content-Type': 'application/json' },
      body: JSON.stringify(data),
    })
  const fetched = await write('', 'POST', { filename: 'a.png', url: `${site.url}/api/users/me` })
  expect(fetched.status).toBe(400)
  const one = (await upload(await photograph())).body.doc
  const other = (await upload(await photograph('png'))).body.doc
  const { filename, url, sizes } = other
  expect((await write(`/${one.id}`, 'PATCH', { filename, url, sizes, mimeType: 'text/html' })).status).toBe(200)
  const kept = await site.fetch(`/api/mokor-pictures/${one.id}`, { headers: editor })
  expect(await kept.json()).toMatchObject({ filename: one.filename, sizes: one.sizes, mimeType: 'image/webp' })
})

test('before approval the desk sees the photograph at an address that opens for editors alone', async () => {
  const { body } = await upload(await photograph())
  const member = await addMember(site.payload, { picture: body.doc.id })
  const view = async () => (await site.fetch(`/api/members/${member.id}/mokor`, { headers: editor })).json()
  const path = new URL((await view()).card.picture.url, site.url).pathname
  const face = await site.fetch(path, { headers: editor })
  expect([face.status, face.headers.get('content-type')]).toEqual([200, 'image/webp'])
  expect((await site.fetch(path)).status).toBe(403)
  await site.payload.update({ collection: 'members', id: member.id, data: { status: 'active' } })
  expect((await view()).card.picture.url).toContain(`/picture?v=`)
})
