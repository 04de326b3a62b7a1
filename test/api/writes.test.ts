// Public forms as HTTP sees them: origins, challenges, limits, and each slip named at its field.
import { ValidationError } from 'payload'
import { addressOf, countOrThrow } from '../../plugin/api/limits.js'
import { Problem } from '../../plugin/api/problem.js'
import { version } from '../../plugin/collection/version.js'
import { inTransaction } from '../../plugin/database/transaction.js'
import { issueToken } from '../../plugin/forms/token.js'
import { ceilings, isFlooded } from '../../plugin/limits/ceilings.js'
import type { Allowance } from '../../plugin/limits/counters.js'
import { mailboxOf } from '../../plugin/limits/mailbox.js'
import { drainOutbox, enqueue } from '../../plugin/outbox/index.js'
import { slugOf } from '../../plugin/runtime.js'
import {
  api,
  commissionBody,
  contactBody,
  donationBody,
  joinBody,
  post,
  send,
  solvedChallenge,
  wholeBodies,
} from '../support/forms.js'
import { startMailbox } from '../support/mailbox.js'
import { blogOrigin, startSite } from '../support/site.js'

const mailbox = await startMailbox()
const site = await startSite({
  plugin: { trustedProxies: 1, outbox: { cronSecret: 'tick' } },
  config: (base) => ({ ...base, email: mailbox.adapter }),
})
const { payload } = site
afterAll(async () => {
  await site.close()
  await mailbox.stop()
})

const stores = ['members', 'commissions', 'donations', 'messages', 'outbox', 'links', 'challenges'] as const

/** Whatever a write could have left behind. */
async function stored(): Promise<Record<string, number>> {
  const counts = await Promise.all(
    stores.map(async (key) => (await payload.db.count({ collection: slugOf(payload, key), where: {} })).totalDocs),
  )
  return Object.fromEntries(stores.map((key, n) => [key, counts[n] ?? 0]))
}

beforeEach(async () => {
  await payload.db.deleteMany({ collection: slugOf(payload, 'limits'), where: {} })
})

const writes = [
  ['/members', joinBody],
  ['/members/maria-r-7k3f/contact', contactBody],
  ['/commissions', commissionBody],
  ['/donations', donationBody],
] as const

describe.each(writes)('POST %s', (path, body) => {
  test('from a page whose address is long it is as good as from any other', async () => {
    const page = `${blogOrigin}/${encodeURIComponent('ж'.repeat(80))}`
    // The person of the second one is not there.
    expect((await send(site, path, { ...body, page })).status).toBe((await send(site, path, body)).status)
  })

  const refused: [string, () => Promise<Response>, number, string, (string | null)?][] = [
    ['a foreign origin', () => send(site, path, body, { origin: 'https://evil.example' }), 403, 'origin'],
    ['no origin', () => send(site, path, body, { origin: null }), 403, 'origin'],
    // A sandboxed frame, or a file on a disk: whatever page it came from.
    ['an origin that is null', () => send(site, path, body, { origin: 'null' }), 403, 'origin'],
    ['another type', () => post(site, path, 'a=b', { headers: { 'Content-Type': 'text/plain' } }), 415, 'media-type'],
    ['broken JSON', () => post(site, path, '{"a":'), 400, 'bad-request', ''],
    ['a list', () => post(site, path, []), 400, 'bad-request', ''],
    ['an empty body', () => post(site, path, ''), 400, 'bad-request', ''],
    ['65 KB', () => post(site, path, { ...body, page: 'x'.repeat(65 * 1024) }), 413, 'too-large'],
    ['an unknown field', () => send(site, path, { ...body, price: 10 }), 422, 'invalid', '/price'],
    ['an operator', () => send(site, path, { ...body, lang: { $gt: '' } }), 422, 'invalid', '/lang'],
    ['__proto__', () => post(site, path, '{"__proto__":{"admin":true}}'), 422, 'invalid', '/__proto__'],
    ['constructor', () => post(site, path, '{"constructor":{"prototype":{}}}'), 422, 'invalid', '/constructor'],
    ['a NUL', () => send(site, path, { ...body, page: 'https://a.example/\u0000' }), 422, 'invalid', '/page'],
    ['deep nesting', () => post(site, path, `${'{"a":'.repeat(40)}1${'}'.repeat(40)}`), 422, 'invalid', null],
    ['a wrong type everywhere', () => post(site, path, every(body, 7)), 422, 'invalid', null],
    ['lists everywhere', () => post(site, path, every(body, [['x']])), 422, 'invalid', null],
    ['operators everywhere', () => post(site, path, every(body, { $ne: null })), 422, 'invalid', null],
    ['null everywhere', () => post(site, path, every(body, null)), 422, 'invalid', null],
    ['no challenge', () => post(site, path, body), 409, 'challenge', '/challenge'],
    ['a made-up challenge', () => post(site, path, { ...body, challenge: 'e30' }), 409, 'challenge', '/challenge'],
  ]

  const cases = refused.map(([name, sending, status, kind, pointer]) => ({ name, sending, status, kind, pointer }))

  test.each(cases)('$name', async ({ sending, status, kind, pointer }) => {
    const before = await stored()
    const response = await sending()
    const problem = (await response.json()) as {
      type: string
      status: number
      errors?: { pointer: string; message: string }[]
    }
    expect(problem).toMatchObject({ type: `urn:mokor:problem:${kind}`, status })
    expect(response.status).toBe(status)
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/)
    expect(response.headers.get('vary')).toBe('Origin')
    if (pointer !== undefined) expect(problem.errors?.length).toBeGreaterThan(0)
    if (typeof pointer === 'string') expect(problem.errors?.map((error) => error.pointer)).toContain(pointer)
    for (const error of problem.errors ?? []) expect(error.message).not.toMatch(/expected|received|zod|Invalid input/i)
    expect(await stored()).toEqual(before)
  })
})

/** Where a body holds something: each part by itself, and the parts of each. */
const placesOf = (value: unknown, at: string[] = []): string[][] =>
  Object.entries(Object(value) === value ? (value as object) : {}).flatMap(([name, part]) => [
    [...at, name],
    ...placesOf(part, [...at, name]),
  ])

/** The same body with one part replaced. */
function withOne(body: object, place: string[], value: unknown): object {
  const copy: unknown = structuredClone(body)
  const holder = place.slice(0, -1).reduce((part, name) => (part as Record<string, unknown>)[name], copy)
  ;(holder as Record<string, unknown>)[place.at(-1) as string] = value
  return copy as object
}

const oddValues = [
  5,
  1e308,
  -0.5,
  true,
  null,
  '',
  'x',
  '\u0000',
  'x'.repeat(5000),
  [],
  ['x'],
  [null],
  {},
  { $ne: null },
]

test.each(Object.entries(wholeBodies))(
  'POST %s with one odd value is refused, or waits for its challenge',
  async (path, body) => {
    const before = await stored()
    for (const place of placesOf(body))
      for (const value of oddValues) {
        const response = await post(site, path, withOne(body, place, value))
        expect([place.join('/'), value, response.status]).toEqual([
          place.join('/'),
          value,
          response.status === 409 ? 409 : 422,
        ])
        if (response.status === 409) continue
        const { errors } = (await response.json()) as { errors: { pointer: string; code: string; message: string }[] }
        expect(errors.length).toBeGreaterThan(0)
        expect(errors.filter(({ code, message }) => code === message)).toEqual([])
      }
    expect(await stored()).toEqual(before)
  },
)

/** What people mistype, in a form that is otherwise in order: the field is named, the challenge stays theirs. */
const mistyped = [
  'mario..rossi@x.it',
  'mario.@x.it',
  '.mario@x.it',
  'josé@x.it',
  'mario@exa_mple.it',
  'mario@x.it.',
  'mario@x..it',
  'mario@gmail.it/',
  'mario@-x.it',
  'mario@localhost',
  `${'m'.repeat(65)}@x.it`,
]
const helpedBody = {
  ...joinBody,
  helper: { name: 'Ada Neri', email: 'ada@people.example', consent: true },
  consents: [...joinBody.consents, { what: 'assisted', version: '1' }],
}
const slips: [path: string, pointer: string, code: string, body: object][] = [
  ...mistyped.flatMap((email): [string, string, string, object][] => [
    ['/members', '/email', 'email.invalid', { ...joinBody, email }],
    ['/members', '/helper/email', 'email.invalid', { ...helpedBody, helper: { ...helpedBody.helper, email } }],
    ['/members/maria-r-7k3f/contact', '/email', 'email.invalid', { ...contactBody, email }],
    [
      '/commissions',
      '/client/email',
      'email.invalid',
      { ...commissionBody, client: { ...commissionBody.client, email } },
    ],
    ['/donations', '/donor/email', 'email.invalid', { ...donationBody, donor: { ...donationBody.donor, email } }],
  ]),
  ...['2026-13-45', '2027-02-30', '2026-00-10', '9999-99-99', 'domani'].flatMap(
    (day): [string, string, string, object][] => [
      ['/members', '/availability/from', 'date.invalid', { ...joinBody, availability: { state: 'from', from: day } }],
      ['/commissions', '/when/by', 'date.invalid', { ...commissionBody, when: { soon: 'by', by: day } }],
    ],
  ),
]

/** Refused forms spend nothing: one answer to the challenge serves all of them. */
let unspent: Promise<string> | null = null

test.each(slips)('a slip in a form to %s at %s is a %s, for %j', async (path, pointer, code, body) => {
  unspent ??= solvedChallenge(site)
  const before = await stored()
  const response = await post(site, path, { ...body, challenge: await unspent })
  expect(response.status).toBe(422)
  expect(await response.json()).toMatchObject({ errors: [{ pointer, code }] })
  expect(await stored()).toEqual(before)
})

test('a field that only the site’s own rules refuse is named, not a failure of ours', async () => {
  const strict = await startSite({
    plugin: {
      collectionOverrides: {
        donations: ({ defaultCollection }) => ({
          ...defaultCollection,
          hooks: {
            ...defaultCollection.hooks,
            beforeChange: [
              () => {
                throw new ValidationError({ errors: [{ path: 'donor.name', message: 'Nomi veri, per favore' }] })
              },
            ],
          },
        }),
      },
    },
  })
  const response = await send(strict, '/donations', donationBody)
  expect(response.status).toBe(422)
  expect(await response.json()).toMatchObject({ errors: [{ pointer: '/donor/name', code: 'invalid' }] })
  await strict.close()
})

/** As the forms send it: a consent whose text has changed carries its own. */
const versionOf = { adult: '1', rules: '1', publish: '1', share: '1-share-2' }

test.each([
  ['members', '/members', joinBody, ['adult', 'rules', 'publish']],
  ['commissions', '/commissions', commissionBody, ['share']],
  ['donations', '/donations', { ...donationBody, consents: [] }, []],
] as const)('%s keep the consents that their form asks for, each once and whole', async (key, path, body, asked) => {
  const twice = [...body.consents, ...body.consents, { what: 'everything', version: '1' }]
  expect((await send(site, path, { ...body, consents: twice })).status).toBeLessThan(300)
  const { docs } = await payload.find({ collection: slugOf(payload, key), sort: '-createdAt', limit: 1, depth: 0 })
  const kept = (docs[0] as unknown as { consents: Record<string, unknown>[] }).consents
  expect(kept).toMatchObject(
    asked.map((what) => ({
      what,
      version: versionOf[what],
      language: 'it',
      how: 'web',
      page: body.page,
      at: expect.any(String),
    })),
  )
  expect(kept).toHaveLength(asked.length)
  const [first, ...rest] = body.consents
  const nameless = await send(site, path, { ...body, consents: [{ what: 'share', ...first, version: '' }, ...rest] })
  expect(await nameless.json()).toMatchObject({ errors: [{ pointer: '/consents/0/version' }] })
})

/** The same body with every value replaced. */
const every = (body: object, value: unknown) => Object.fromEntries(Object.keys(body).map((key) => [key, value]))

test('messages come in the language of the form', async () => {
  const answer = async (lang: string) =>
    (await (await post(site, '/donations', { lang, amountCents: 5, donor: { type: 'person' } })).json()) as {
      title: string
      errors: { message: string }[]
    }
  expect(await answer('it')).toMatchObject({
    title: 'Controlla i campi',
    errors: [{ pointer: '/amountCents', code: 'amount.range', message: expect.stringMatching(/^L’importo/) }],
  })
  expect(await answer('en')).toMatchObject({
    title: 'Check the fields',
    errors: [{ pointer: '/amountCents', code: 'amount.range', message: expect.stringMatching(/^The amount/) }],
  })
})

test('only admitted origins may read an answer', async () => {
  const admitted = await post(site, '/donations', {})
  expect(admitted.headers.get('access-control-allow-origin')).toBe(blogOrigin)
  expect(admitted.headers.get('access-control-allow-credentials')).toBeNull()
  const foreign = await post(site, '/donations', {}, { origin: 'https://evil.example' })
  expect(foreign.headers.get('access-control-allow-origin')).toBeNull()
})

test('the network’s own pages are admitted', async () => {
  expect((await post(site, '/donations', {}, { origin: site.url })).status).toBe(422)
})

test('a preflight admits POST for partners alone', async () => {
  const preflight = (origin: string, path: string) =>
    site.fetch(`${api}${path}`, {
      method: 'OPTIONS',
      headers: { Origin: origin, 'Access-Control-Request-Method': 'POST' },
    })
  const admitted = await preflight(blogOrigin, '/donations')
  expect(admitted.status).toBe(204)
  expect(admitted.headers.get('access-control-allow-origin')).toBe(blogOrigin)
  expect(admitted.headers.get('access-control-allow-methods')).toContain('POST')
  expect(admitted.headers.get('access-control-allow-headers')).toContain('Content-Type')
  expect(admitted.headers.get('vary')).toBe('Origin')
  const foreign = await preflight('https://evil.example', '/donations')
  expect(foreign.headers.get('access-control-allow-origin')).toBeNull()
  expect(foreign.headers.get('access-control-allow-methods')).toBe('')
})

describe('GET /challenge', () => {
  test('a site that is not admitted is told so, readably', async () => {
    const response = await site.fetch(`${api}/challenge`, { headers: { Origin: 'https://evil.example' } })
    expect(response.status).toBe(403)
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(await response.json()).toMatchObject({ type: 'urn:mokor:problem:origin' })
  })

  test('an admitted one gets a fresh challenge that nobody keeps', async () => {
    const one = await site.fetch(`${api}/challenge`, { headers: { Origin: blogOrigin } })
    const other = await site.fetch(`${api}/challenge`, { headers: { Origin: blogOrigin } })
    expect(one.headers.get('cache-control')).toBe('no-store')
    expect(one.headers.get('access-control-allow-origin')).toBe(blogOrigin)
    expect(one.headers.get('vary')).toContain('Origin')
    expect(await one.json()).not.toEqual(await other.json())
  })

  test('a changed challenge is worth nothing', async () => {
    const solved = JSON.parse(Buffer.from(await solvedChallenge(site), 'base64url').toString()) as {
      challenge: { parameters: { expiresAt: number } }
    }
    solved.challenge.parameters.expiresAt += 3600
    const challenge = Buffer.from(JSON.stringify(solved)).toString('base64url')
    const response = await post(site, '/donations', { ...donationBody, challenge })
    expect(response.status).toBe(409)
    expect(await response.json()).toMatchObject({ errors: [{ pointer: '/challenge', code: 'challenge.invalid' }] })
  })
})

test('a challenge is spent once, however many try at once', async () => {
  const challenge = await solvedChallenge(site)
  const bodies = Array.from({ length: 6 }, (_, n) => ({
    ...donationBody,
    donor: { ...donationBody.donor, email: `d${n}@donors.example` },
    challenge,
  }))
  const answers = await Promise.all(bodies.map((body) => post(site, '/donations', body)))
  const statuses = answers.map((answer) => answer.status).sort()
  expect(statuses).toEqual([201, 409, 409, 409, 409, 409])
})

test('a form that comes again unchanged is refused with the answer it had, and stored once', async () => {
  for (const [path, body] of [
    ['/donations', { ...donationBody, donor: { ...donationBody.donor, email: 'again@donors.example' } }],
    ['/commissions', { ...commissionBody, client: { ...commissionBody.client, email: 'again@clients.example' } }],
    ['/members', { ...joinBody, email: 'again@people.example' }],
  ] as const) {
    const challenge = await solvedChallenge(site)
    const first = await post(site, path, { ...body, challenge })
    expect(first.status).toBeLessThan(300)
    const answer: unknown = await first.json()
    const before = await stored()
    const again = await post(site, path, { ...body, challenge })
    expect(again.status).toBe(409)
    expect(await again.json()).toMatchObject({ errors: [{ pointer: '/challenge', code: 'challenge.spent' }], answer })
    // Another form with the same challenge learns nothing of it.
    for (const [elsewhere, other] of [
      [path, { ...body, page: `${blogOrigin}/altrove` }],
      ['/donations', { ...donationBody, amountCents: 700 }],
    ] as const) {
      const refused = await post(site, elsewhere, { ...other, challenge })
      expect([refused.status, Object.keys((await refused.json()) as object)]).toEqual([
        409,
        expect.not.arrayContaining(['answer']),
      ])
    }
    expect(await stored()).toEqual(before)
  }
})

test('joining takes as long whether or not the address is known', async () => {
  const took = async (): Promise<number> => {
    const challenge = await solvedChallenge(site)
    const from = performance.now()
    expect((await post(site, '/members', { ...joinBody, email: 'even@people.example', challenge })).status).toBe(202)
    return performance.now() - from
  }
  const [unknown, known] = [await took(), await took()]
  expect(Math.min(unknown, known)).toBeGreaterThanOrEqual(395)
})

test('a form that was refused for a field can be sent again with the same challenge', async () => {
  const challenge = await solvedChallenge(site)
  expect((await post(site, '/donations', { ...donationBody, amountCents: 5, challenge })).status).toBe(422)
  expect((await post(site, '/donations', { ...donationBody, challenge })).status).toBe(201)
})

test('a filled honeypot looks like a success and leaves nothing', async () => {
  const before = await stored()
  const answer = await send(site, '/commissions', { ...commissionBody, website: 'https://spam.example' })
  expect(answer.status).toBe(202)
  expect(await answer.json()).toEqual({
    reference: expect.stringMatching(/^[2-9CDFGHJKMNPQRTVWXYZ]{4}-[2-9CDFGHJKMNPQRTVWXYZ]{4}$/),
    status: 'unconfirmed',
    expiresAt: expect.any(String),
  })
  expect(await stored()).toEqual(before)
})

describe('limits', () => {
  test('are exact, however many come at once', async () => {
    const outcomes = await Promise.allSettled(Array.from({ length: 40 }, () => countOrThrow(payload, 'race', 7, 60)))
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(7)
    for (const outcome of outcomes) if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(Problem)
  })

  test('begin anew after their window', async () => {
    const at = (seconds: number) => new Date(Date.UTC(2026, 0, 1) + seconds * 1000)
    await countOrThrow(payload, 'window', 1, 60, at(0))
    await expect(countOrThrow(payload, 'window', 1, 60, at(59))).rejects.toMatchObject({ kind: 'limit', retryAfter: 1 })
    await countOrThrow(payload, 'window', 1, 60, at(60))
    await expect(countOrThrow(payload, 'window', 1, 60, at(61))).rejects.toMatchObject({
      kind: 'limit',
      retryAfter: 59,
    })
  })

  /** A pledge by a page without script. */
  const onPage = (headers: Record<string, string> = {}, fields: Record<string, string> = {}) =>
    site.fetch(`${api}/pages/give?lang=it`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: site.url, ...headers },
      body: new URLSearchParams({
        token: issueToken(payload, 'give'),
        amount: 'other',
        amountOther: '25,50',
        type: 'person',
        ...fields,
      }),
    })

  test('whoever writes one address into many forms neither shuts it out nor floods it', async () => {
    const ways = ['v.ada@gmail.com', 'V.Ada+1@gmail.com', 'vada+altro@googlemail.com', 'va.da@gmail.com']
    const from = (n: number) => ({ headers: { 'X-Forwarded-For': `10.0.0.${n}` } })
    for (let n = 0; n < 8; n++)
      expect((await onPage(from(n).headers, { email: ways[n % ways.length] ?? '' })).status).toBe(200)
    // The address's own person, at last.
    const client = { ...commissionBody.client, email: 'vada@gmail.com' }
    const own = await send(site, '/commissions', { ...commissionBody, client }, from(9))
    expect(own.status).toBe(202)
    const { reference } = (await own.json()) as { reference: string }

    const mailed = (mails: readonly { to: string[] }[]) =>
      mails.filter(({ to }) => to.some((one) => mailboxOf(one) === 'vada@gmail.com')).length
    await drainOutbox(payload)
    expect(mailed(mailbox.mails)).toBe(5)
    await drainOutbox(payload, () => new Date(Date.now() + 8 * 3_600_000 + 60_000))
    expect(mailed(mailbox.mails)).toBe(6)
    const last = mailbox.mails.at(-1)
    expect(last?.subject).toBe('Più moduli con questo indirizzo su Rete di prova')
    expect(last?.text).toContain(`Conferma la richiesta ${reference}`)
    const link = /https?:\S+\/pages\/link\/\S+/.exec(last?.text ?? '')?.[0] ?? ''
    expect((await site.fetch(new URL(link).pathname)).status).toBe(200)
    expect(last?.text.match(/Causale|Riferimento|RF\d\d/g)?.length).toBeGreaterThanOrEqual(3)
  })

  test('a form to be mended is not counted, however often it is sent', async () => {
    const client = { ...commissionBody.client, email: 'mended@clients.example' }
    const challenge = await solvedChallenge(site)
    for (let n = 0; n < 6; n++)
      expect((await post(site, '/commissions', { ...commissionBody, client, consents: [], challenge })).status).toBe(
        422,
      )
    expect((await post(site, '/commissions', { ...commissionBody, client, challenge })).status).toBe(202)
  })

  test('thirty forms an hour from one address, which the nearest trusted proxy tells', async () => {
    const body = { ...donationBody, donor: { type: 'person' } }
    const forms = (from: string, challenge: string) =>
      post(site, '/donations', { ...body, challenge }, { headers: { 'X-Forwarded-For': from } })
    // Solved beforehand: who solves keeps the process to itself, and a form that waits too long is refused.
    const challenges: string[] = []
    for (let n = 0; n < 31; n++) challenges.push(await solvedChallenge(site))
    const answers: number[] = []
    // As many at once as find a place: on a slow machine the others would be told to come again.
    for (let n = 0; n < challenges.length; n += 8) {
      const sent = challenges.slice(n, n + 8).map((one, at) => forms(`203.0.113.${n + at}, 198.51.100.7`, one))
      answers.push(...(await Promise.all(sent)).map((answer) => answer.status))
    }
    expect(answers.filter((status) => status === 201)).toHaveLength(30)
    expect(answers.filter((status) => status === 429)).toHaveLength(1)
    expect((await forms('198.51.100.7, 203.0.113.9', await solvedChallenge(site))).status).toBe(201)
  })

  test('one solved challenge counts once, however often it is sent', async () => {
    const challenge = await solvedChallenge(site)
    const body = { ...donationBody, challenge }
    const from = { headers: { 'X-Forwarded-For': '192.0.2.1' } }
    for (const status of [201, ...Array<number>(8).fill(409)])
      expect((await post(site, '/donations', body, from)).status).toBe(status)
    await Promise.all(Array.from({ length: 30 }, () => post(site, '/donations', body, from)))
    // The same e-mail address and the same line may still send.
    expect((await send(site, '/donations', donationBody, from)).status).toBe(201)
  })

  /** As if others had used up this part of every allowance that is counted so far. */
  async function usedUp(part: number, { burst, everyMs }: Allowance): Promise<void> {
    const n = Date.now() + part * burst * everyMs
    await payload.db.updateMany({ collection: slugOf(payload, 'limits'), where: {}, data: { n } })
  }
  const anonymous = { ...donationBody, donor: { type: 'person' } }
  const weightOf = async (headers: Record<string, string> = {}) => {
    const response = await site.fetch(`${api}/challenge`, { headers: { Origin: blogOrigin, ...headers } })
    const { parameters } = (await response.json()) as { parameters: { data: { weight: number } } }
    return parameters.data.weight
  }
  const quiet = { 'X-Forwarded-For': '192.0.2.77' }

  test('the more forms come, the more work each costs, but for a line that sends few; none is refused', async () => {
    expect(await weightOf()).toBe(1)
    const hoarded = await solvedChallenge(site)
    expect((await send(site, '/donations', anonymous)).status).toBe(201)
    await usedUp(0.7, ceilings.web)
    expect([await weightOf(), await weightOf(quiet)]).toEqual([4, 1])
    const challenge = await solvedChallenge(site)
    await usedUp(0.85, ceilings.web)
    expect((await post(site, '/donations', { ...anonymous, challenge })).status).toBe(201)
    await usedUp(1, ceilings.web)
    expect([await weightOf(), await weightOf(quiet)]).toEqual([32, 1])
    // Solved while it cost little, and kept for now: the widget gets itself another unseen.
    const late = await post(site, '/donations', { ...anonymous, challenge: hoarded })
    expect(late.status).toBe(409)
    expect(await late.json()).toMatchObject({ errors: [{ code: 'challenge.spent' }] })
    const own = { ...anonymous, challenge: hoarded }
    expect((await post(site, '/donations', own, { headers: quiet })).status).toBe(201)
    expect((await onPage()).status).toBe(200)
    expect(await isFlooded(payload)).toBe(true)
  })

  test('a flood of pages holds up whoever cannot be told from it, for moments, and keeps what was typed', async () => {
    expect((await onPage()).status).toBe(200)
    await usedUp(1.1, ceilings.page)
    const before = await stored()
    const refused = await onPage()
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(120)
    expect(await refused.text()).toContain('value="25,50"')
    expect(await stored()).toEqual(before)
    expect((await onPage(quiet)).status).toBe(200)
    // One turn later.
    await usedUp(1 - 2 / ceilings.page.burst, ceilings.page)
    expect((await onPage()).status).toBe(200)
  })

  test('a mail’s link works whatever others send', async () => {
    const client = { ...commissionBody.client, email: 'link@clients.example' }
    expect((await send(site, '/commissions', { ...commissionBody, client })).status).toBe(202)
    await drainOutbox(payload)
    const mail = mailbox.mails.findLast(({ to }) => to.includes('link@clients.example'))
    const link = new URL(/https?:\S+\/pages\/link\/\S+/.exec(mail?.text ?? '')?.[0] ?? '')
    const press = (path: string) =>
      site.fetch(path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: site.url },
        body: new URLSearchParams({ do: 'confirm' }),
      })
    const wrong = link.pathname.replace(/.{43}$/, 'A'.repeat(43))
    const before = await payload.db.count({ collection: slugOf(payload, 'limits'), where: {} })
    for (let n = 0; n < 130; n++) expect((await press(wrong)).status).toBe(404)
    expect(await payload.db.count({ collection: slugOf(payload, 'limits'), where: {} })).toEqual(before)
    await usedUp(1.1, ceilings.page)
    expect((await press(link.pathname)).status).toBe(200)
    const { docs } = await payload.find({
      collection: slugOf(payload, 'commissions'),
      where: { 'client.email': { equals: 'link@clients.example' } },
    })
    expect(docs).toMatchObject([{ status: 'received' }])
  })

  test('keys say nothing of whom they count', async () => {
    await countOrThrow(payload, 'form:email:maria@people.example', 5, 60)
    const { docs } = await payload.db.find({ collection: slugOf(payload, 'limits'), where: {}, pagination: false })
    expect(JSON.stringify(docs)).not.toContain('maria')
  })

  test.each([
    [0, '203.0.113.1', null],
    [1, '203.0.113.1', '203.0.113.1'],
    [1, 'spoofed, 203.0.113.1', '203.0.113.1'],
    [2, '1.1.1.1, 203.0.113.1, 10.0.0.1', '203.0.113.1'],
    [3, '203.0.113.1', null],
    [1, '<script>', null],
    [1, '2001:db8:0:1::5', '2001:db8:0:1::/64'],
    [1, '2001:db8::5', '2001:db8:0:0::/64'],
    [1, '::ffff:203.0.113.1', '203.0.113.1'],
    [1, '203.0.113.1:49152', '203.0.113.1'],
    [2, '203.0.113.1:49152, 10.0.0.1:80', '203.0.113.1'],
    [1, '[2001:db8:0:1::5]:49152', '2001:db8:0:1::/64'],
    [1, '[2001:db8:0:1::5]', '2001:db8:0:1::/64'],
    [1, '203.0.113', null],
    [1, '1:2:3', null],
  ])('%i trusted proxies, %j → %j', (proxies, header, expected) => {
    expect(addressOf(new Headers({ 'x-forwarded-for': header }), proxies)).toBe(expected)
  })
})

describe('GET /health', () => {
  const health = async (headers: Record<string, string> = {}) => {
    const response = await site.fetch(`${api}/health`, { headers })
    return [response.status, await response.json()] as const
  }
  test('tells strangers that it works, and nothing else', async () => {
    expect(await health()).toEqual([200, { status: 'ok' }])
    const head = await site.fetch(`${api}/health`, { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([200, ''])
    expect(await health({ Authorization: 'Bearer tock' })).toEqual([200, { status: 'ok' }])
    expect(await health(await site.as('health-editor@rete.example', ['editor']))).toEqual([200, { status: 'ok' }])
  })

  test('tells whoever runs the site how it stands', async () => {
    await inTransaction(payload, (req) =>
      enqueue(req, {
        key: 'health',
        template: 'member-active',
        target: '0',
        lang: 'it',
        dueAt: new Date(Date.now() - 600_000),
      }),
    )
    for (const headers of [{ Authorization: 'Bearer tick' }, await site.as('health@rete.example', ['owner'])]) {
      const [status, told] = await health(headers)
      expect(status).toBe(200)
      expect(told).toMatchObject({
        status: 'ok',
        version,
        database: { name: payload.db.name },
        outbox: { worker: false },
        forms: { web: expect.any(Number), page: expect.any(Number) },
      })
      const { outbox, database } = told as {
        outbox: { oldestSeconds: number; due: number }
        database: { clockOffsetMs: number }
      }
      expect(outbox.due).toBeGreaterThan(0)
      expect(outbox.oldestSeconds).toBeGreaterThanOrEqual(600)
      expect(Math.abs(database.clockOffsetMs)).toBeLessThan(2000)
    }
  })
})

describe.each(['POST', 'GET'])('%s /work', (method) => {
  test('sends what is due for whoever knows the secret, and is kept by nobody', async () => {
    const work = (headers: Record<string, string>) => site.fetch(`${api}/work`, { method, headers })
    const done = await work({ Authorization: 'Bearer tick' })
    expect([done.status, done.headers.get('cache-control')]).toEqual([200, 'no-store'])
    expect(await done.json()).toEqual({ sent: expect.any(Number), failed: expect.any(Number) })
    expect((await work({ Authorization: 'Bearer tock' })).status).toBe(404)
    expect((await work({})).status).toBe(404)
  })
})
