// The site as it is deployed: built by Next, classes without their names, in a folder away from the project. What people and blogs
// do there over HTTP, above all what is refused.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import served from '#served-widgets'
import {
  api,
  commissionBody,
  donationBody,
  joinBody,
  post,
  type Site,
  send,
  solvedChallenge,
} from '../support/forms.js'
import { type Network, startNetwork } from '../support/network.js'
import { blogOrigin } from '../support/organisation.js'
import { textOf } from '../support/pdf-text.js'

let network: Network
let site: Site
let pictures: string
let owner: Record<string, string>

const forbidden = 'in nero'

beforeAll(async () => {
  pictures = fs.mkdtempSync(path.join(os.tmpdir(), 'mokor-pictures-'))
  network = await startNetwork({
    DATABASE_URL: (process.env.MOKOR_TEST_MONGO ?? '').replace('/?', `/built${process.pid}?`),
    PICTURES_DIR: pictures,
    BLOG_ORIGIN: blogOrigin,
    NOT_IN_REQUESTS: forbidden,
  })
  site = {
    fetch: (at, init) => fetch(new URL(at, network.url), init),
    config: { routes: { api: '/api' } },
  }
  const { token } = await jsonOf<{ token: string }>(
    site.fetch('/api/users/first-register', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email: 'owner@rete.example', password: 'una parola lunga' }),
    }),
  )
  owner = { Authorization: `JWT ${token}` }
}, 400_000)

afterAll(async () => {
  await network?.close()
  fs.rmSync(pictures, { recursive: true, force: true })
})

const jsonOf = async <T>(answer: Promise<Response>): Promise<T> => (await answer).json() as Promise<T>

/** At Payload's own API, as the owner. */
const desk = (at: string, method = 'GET', data?: object, lang = 'it') =>
  site.fetch(`/api${at}`, {
    method,
    headers: { ...owner, 'Accept-Language': lang, ...(data ? { 'Content-Type': 'application/json' } : {}) },
    ...(data ? { body: JSON.stringify(data) } : {}),
  })

const times = <T>(count: number, one: (n: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, n) => one(n)))

const countOf = (numbers: number[], wanted: number): number => numbers.filter((one) => one === wanted).length

describe('forms', () => {
  test('twenty with one challenge: one is taken, the others are told', async () => {
    const challenge = await solvedChallenge(site)
    const answers = await times(20, (n) =>
      post(site, '/commissions', {
        ...commissionBody,
        client: { ...commissionBody.client, email: `venti${n}@clients.example` },
        challenge,
      }),
    )
    const statuses = answers.map(({ status }) => status)
    expect([countOf(statuses, 202), countOf(statuses, 409)]).toEqual([1, 19])
  })

  test('eight at once with one new address are all taken', async () => {
    const challenges = await times(8, () => solvedChallenge(site))
    const donor = { ...donationBody.donor, email: 'nuovo@donors.example' }
    const answers = await times(8, (n) =>
      post(site, '/donations', { ...donationBody, donor, challenge: challenges[n] }),
    )
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(201))
  })

  test('joining twice at the same moment with a new address', async () => {
    const challenges = await times(4, () => solvedChallenge(site))
    const answers = await times(4, (n) => post(site, '/members', { ...joinBody, challenge: challenges[n] }))
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202, 202])
  })

  test('a stricter rule of the site’s own names its field', async () => {
    const answer = await send(site, '/commissions', { ...commissionBody, description: `Una parete, ${forbidden}` })
    expect(answer.status).toBe(422)
    expect(await answer.json()).toMatchObject({
      type: 'urn:mokor:problem:invalid',
      errors: [{ pointer: '/description', code: 'invalid' }],
    })
  })
})

const member = {
  kind: 'professional',
  firstName: 'Ada',
  lastName: 'Fermi',
  displayAs: 'initial',
  headline: 'Falegname, riparo infissi',
  lang: 'it',
  skills: [{ own: 'Riparo infissi', origin: 'practised', years: 12 }],
  place: { municipality: 'Monza' },
  modes: ['onsite'],
  radiusKm: 25,
  availability: { state: 'now' },
  email: 'ada@posta.example',
  reach: 'public',
  channel: 'paper',
  status: 'pending',
  consents: [{ what: 'adult' }, { what: 'rules' }, { what: 'publish' }],
}

interface Refusal {
  errors: { message: string; name?: string; data?: { errors?: { path: string; message: string }[] } }[]
}

const photograph = (width = 400, height = 400) =>
  sharp({ create: { width, height, channels: 3, background: '#0b5d58' } })
    .jpeg()
    .toBuffer()

function upload(bytes: Uint8Array, headers: Record<string, string>) {
  const form = new FormData()
  form.set('file', new File([new Uint8Array(bytes)], 'ada.jpg', { type: 'image/jpeg' }))
  form.set('_payload', '{}')
  return site.fetch('/api/mokor-pictures', { method: 'POST', headers, body: form })
}

describe('the agreement of a job', () => {
  test('is a PDF with its fonts, where nothing of the project lies beside the site', async () => {
    const doc = async (answer: Promise<Response>) => (await jsonOf<{ doc: { id: string } }>(answer)).doc
    const { id } = await doc(
      desk('/commissions', 'POST', {
        client: { kind: 'organisation', name: 'Ugo Bassi', organisation: 'Società Perù', phone: '02 1234567' },
        description: 'Riparare due persiane',
        mode: 'onsite',
        place: { municipality: '015146' },
        channel: 'phone',
        consents: [{ what: 'share', version: '1', at: new Date().toISOString(), language: 'it', how: 'phone' }],
      }),
    )
    const { id: who } = await doc(
      desk('/members', 'POST', { ...member, firstName: 'Łucja', email: 'lucja@posta.example', reach: 'network' }),
    )
    await jsonOf(desk(`/members/${who}/mokor/approve`, 'POST', {}))
    const at = `/commissions/${id}/mokor`
    await jsonOf(desk(`${at}/propose`, 'POST', { way: 'one', members: [{ id: who }] }))
    const { docs } = await jsonOf<{ docs: { id: string }[] }>(desk(`/mokor-offers?where[commission][equals]=${id}`))
    await jsonOf(desk(`${at}/offers/${docs[0]?.id}/accepted`, 'POST', { taxMode: 'occasional', show: true }))
    const answer = await desk(`${at}/agreement.pdf?lang=it`)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    const text = textOf(Buffer.from(await answer.arrayBuffer()))
    for (const words of ['Società Perù', 'Łucja', 'prestazione occasionale'])
      expect([words, text.includes(words)]).toEqual([words, true])
  })
})

describe('at the desk', () => {
  let id: string
  beforeAll(async () => {
    const made = await desk('/members', 'POST', { ...member, email: 'altra@posta.example' })
    id = (await jsonOf<{ doc: { id: string } }>(Promise.resolve(made))).doc.id
  })

  const refusals: [string, () => Promise<Response>, number, RegExp][] = [
    ['the trash comes first', () => desk(`/members/${id}`, 'DELETE'), 409, /cestino/],
    ['and in English', () => desk(`/members/${id}`, 'DELETE', undefined, 'en'), 409, /goes to the trash first/],
    ['a status saved by hand', () => desk(`/members/${id}`, 'PATCH', { status: 'active' }), 409, /./],
    ['a step that starts elsewhere', () => desk(`/members/${id}/mokor/lift`, 'POST', {}), 409, /./],
    ['a step that wants a reason', () => desk(`/members/${id}/mokor/refuse`, 'POST', {}), 422, /./],
    ['a step there is not', () => desk(`/members/${id}/mokor/bless`, 'POST', {}), 404, /bless/],
    ['one at a time', () => desk('/members/mokor/suspend', 'POST', { ids: [id] }), 403, /./],
    ['a member there is not', () => desk('/members/000000000000000000000000/mokor'), 404, /./],
    ['a file that is no photograph', () => upload(Buffer.from('ciao'), italian()), 415, /JPEG, PNG o WebP/],
    ['a damaged photograph', async () => upload((await photograph()).subarray(0, 300), italian()), 422, /rovinata/],
    ['one that is too large', async () => upload(await photograph(8000, 6500), italian()), 413, /troppo grande/],
  ]
  const italian = () => ({ ...owner, 'Accept-Language': 'it' })

  test.each(refusals)('%s: the editor reads why', async (_, ask, status, words) => {
    const answer = await ask()
    const { errors } = (await answer.json()) as Refusal
    expect([answer.status, errors.length]).toEqual([status, 1])
    expect(errors[0]?.message).toMatch(words)
    expect(errors[0]?.message).not.toMatch(/unknown error|went wrong|sconosciuto/i)
  })

  test('a field that is missing is named', async () => {
    const answer = await desk(`/members/${id}`, 'PATCH', { headline: '' })
    const { errors } = (await answer.json()) as Refusal
    expect([answer.status, errors[0]?.name]).toEqual([400, 'ValidationError'])
    expect(errors[0]?.data?.errors?.map(({ path: at }) => at)).toContain('headline')
  })

  test('a photograph is public through its profile; a visitor’s is refused', async () => {
    expect((await upload(await photograph(), {})).status).toBe(403)
    const kept = await jsonOf<{ doc: { id: string } }>(upload(await photograph(), owner))
    const made = await jsonOf<{ doc: { id: string } }>(desk('/members', 'POST', { ...member, picture: kept.doc.id }))
    const approved = await desk(`/members/${made.doc.id}/mokor/approve`, 'POST', {})
    expect(await approved.json()).toMatchObject({ doc: { status: 'active' } })
    const { members } = await jsonOf<{ members: { slug: string }[] }>(site.fetch(`${api}/members?q=falegname`))
    const picture = await site.fetch(`${api}/members/${members[0]?.slug}/picture`)
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/webp'])
    expect(await sharp(Buffer.from(await picture.arrayBuffer())).metadata()).toMatchObject({ width: 320, height: 320 })
    const page = await site.fetch(`${api}/pages/members/${members[0]?.slug}`)
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('Ada F.')])
  })
})

describe('answers', () => {
  test.each(['/members', '/skills?q=fal', '/places?q=mon', '/network', '/donations/summary'])(
    '%s is not sent again to whom has it, whatever a proxy wrote behind its tag',
    async (at) => {
      const first = await site.fetch(api + at)
      expect(first.status).toBe(200)
      const tag = first.headers.get('etag') ?? ''
      for (const held of [tag, `W/${tag}`, tag.replace(/"$/, '-gzip"'), `"other", ${tag}`])
        expect((await site.fetch(api + at, { headers: { 'If-None-Match': held } })).status).toBe(304)
      expect((await site.fetch(api + at, { headers: { 'If-None-Match': '"other-gzip"' } })).status).toBe(200)
    },
  )

  test('every widget is served, in what the browser takes', async () => {
    for (const [name, { br }] of Object.entries(served.files)) {
      const texts = new Set<string>()
      for (const [asked, given] of [
        ['br', 'br'],
        ['gzip, br;q=0', 'gzip'],
        ['identity', null],
      ] as const) {
        const answer = await site.fetch(`${api}/widgets/${name}`, { headers: { 'Accept-Encoding': asked } })
        expect([name, asked, answer.status]).toEqual([name, asked, 200])
        // Next compresses what is large enough to gain by it.
        if (asked !== 'gzip, br;q=0' || given === null) expect(answer.headers.get('content-encoding')).toBe(given)
        else expect([given, null]).toContain(answer.headers.get('content-encoding'))
        texts.add(await answer.text())
      }
      expect([name, texts.size, br.length > 0]).toEqual([name, 1, true])
    }
  })

  test.each(['br', 'gzip', 'br;q=0', 'identity'])(
    'a widget there is not, asked with %s, can be read',
    async (asked) => {
      for (const init of [{}, { method: 'POST' }]) {
        const answer = await site.fetch(`${api}/widgets/nope.js`, { ...init, headers: { 'Accept-Encoding': asked } })
        const status = init.method ? 405 : 404
        expect(answer.status).toBe(status)
        expect(await answer.json()).toMatchObject({ status })
        expect(answer.headers.get('cache-control')).toBe('no-store')
      }
    },
  )

  test('the host’s pages are framed by nobody else; the plugin’s keep their own rules', async () => {
    for (const at of ['/', '/privacy', '/admin']) {
      const { headers } = await site.fetch(at, { redirect: 'manual' })
      expect([at, headers.get('content-security-policy')]).toEqual([
        at,
        expect.stringContaining("frame-ancestors 'self'"),
      ])
      expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin')
      expect(headers.get('strict-transport-security')).toBe('max-age=31536000')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
    }
    const { headers } = await site.fetch(`${api}/pages/directory`)
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/)
    expect(headers.get('referrer-policy')).toBe('same-origin')
  })
})
