// Links of mails: looking never acts, a button acts once, and a link that no longer works says so.

import type { Where } from 'payload'
import { inTransaction } from '../../plugin/database/transaction.js'
import type { LinkDefinition } from '../../plugin/definitions/link.js'
import { drainOutbox, type MokorPluginOptions } from '../../plugin/index.js'
import { findLink, issueLink, type LinkRow, linkAddress } from '../../plugin/links/tokens.js'
import { mokor, slugOf } from '../../plugin/runtime.js'
import { api, commissionBody, contactBody, joinBody, send } from '../support/forms.js'
import { linkIn, openLink } from '../support/mail-link.js'
import { startSiteWithMail } from '../support/mailed-site.js'
import { addPublicMember } from '../support/people.js'
import { startSite } from '../support/site.js'
import { setClockWrong } from '../support/wrong-clock.js'

const { site, mailbox } = await startSiteWithMail()
const { payload } = site

const acted: string[] = []
const renewed: string[] = []
mokor(payload).links['test-once'] = {
  document: 'messages',
  reusable: false,
  days: 7,
  view: async ({ target }) => ({
    title: 'Prova <b>',
    paragraphs: [`Testo di ${target} <script>alert(1)</script>`],
    facts: [{ label: 'La richiesta', value: 'Una credenza rotta' }],
    buttons: [
      { name: 'act', label: 'Conferma', fields: [{ name: 'why', label: 'Perché', multiline: true }] },
      {
        name: 'end',
        label: 'Basta',
        fields: [{ name: 'why', label: 'Perché finire?' }],
        destructive: { heading: 'Finire', text: 'Per sempre.', tick: 'Sì, finire' },
      },
    ],
  }),
  act: async ({ target, button, form }) => {
    acted.push(`${target}:${button}:${form.why}`)
    return { title: 'Fatto', paragraphs: [], buttons: [] }
  },
  renew: async ({ target }) => void renewed.push(target),
}
mokor(payload).links['test-lasting'] = {
  document: 'messages',
  reusable: true,
  days: 180,
  view: async () => ({ title: 'Stato', paragraphs: ['A che punto è'], buttons: [] }),
}

async function linkTo(purpose: string, target: string): Promise<{ hash: string; path: string }> {
  return inTransaction(payload, async (req) => {
    const hash = await issueLink(req, { purpose, target })
    const address = await linkAddress(req, hash, 'it')
    return { hash, path: new URL(address ?? '').pathname }
  })
}

const press = (path: string, form: Record<string, string> = {}, origin: string = site.url) =>
  site.fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: origin },
    body: new URLSearchParams({ do: 'act', ...form }).toString(),
  })

const show = (path: string, lang = 'it') => site.fetch(`${path}?lang=${lang}`)

beforeEach(() => {
  acted.length = 0
  renewed.length = 0
})

test('a GET shows, however often, and never acts', async () => {
  const { path } = await linkTo('test-once', 'a')
  for (let n = 0; n < 3; n++) {
    const response = await show(path)
    expect(response.status).toBe(200)
    const page = await response.text()
    expect(page).toContain('Prova &lt;b&gt;')
    expect(page).not.toContain('<script>')
    expect(page).toContain('>Conferma</button>')
    expect(page).toContain('Una credenza rotta')
  }
  expect((await site.fetch(path, { method: 'HEAD' })).status).toBe(200)
  expect(acted).toEqual([])
})

test('pages with a token in their address are kept by nobody and run nothing', async () => {
  const { path } = await linkTo('test-once', 'headers')
  const { headers } = await show(path)
  expect(headers.get('cache-control')).toBe('no-store')
  expect(headers.get('referrer-policy')).toBe('same-origin')
  expect(headers.get('x-robots-tag')).toBe('noindex')
  const policy = headers.get('content-security-policy')
  expect(policy).toMatch(/default-src 'none'/)
  expect(policy).toMatch(/form-action 'self'/)
  expect(policy).not.toMatch(/script-src|unsafe/)
})

test('the button acts once; pressed again it says so, and nothing more happens', async () => {
  const { path } = await linkTo('test-once', 'b')
  const first = await press(path, { why: 'perché sì', admin: 'true' })
  expect(first.status).toBe(200)
  expect(await first.text()).toContain('<h1>Fatto</h1>')
  const second = await press(path, { why: 'ancora' })
  expect(second.status).toBe(200)
  expect(await second.text()).toContain('già stato usato')
  expect(await (await show(path, 'en')).text()).toContain('was used already')
  expect(acted).toEqual(['b:act:perché sì'])
})

test('what cannot be undone has a box of its own, and does nothing before it is ticked', async () => {
  const { path } = await linkTo('test-once', 'apart')
  expect(await (await show(path)).text()).toMatch(
    /<summary>Finire<\/summary>[\s\S]*type="checkbox" name="sure"[^>]*required/,
  )
  const forgotten = await (await press(path, { do: 'end', why: 'Non serve <più>' })).text()
  expect(forgotten).toMatch(/Non è successo nulla[\s\S]*<details open>[\s\S]*value="Non serve &lt;più&gt;"/)
  expect(await (await press(path, { do: 'altro' })).text()).toContain('>Conferma</button>')
  expect(acted).toEqual([])
  await press(path, { do: 'end', sure: 'yes' })
  expect(acted).toEqual(['apart:end:'])
})

test('words that are too long are refused with their limit, and none of them is lost', async () => {
  const { path } = await linkTo('test-once', 'long')
  const answer = await press(path, { why: 'x'.repeat(2001) })
  const page = await answer.text()
  expect(answer.status).toBe(422)
  expect(page).toMatch(/role="alert"><p>Non è successo nulla: in «Perché» ci sono 2001 caratteri. Al massimo 2000/)
  expect(page).toContain(`>${'x'.repeat(2001)}</textarea>`)
  expect(acted).toEqual([])
  await press(path, { why: `${'x'.repeat(1998)}\r\ny` })
  expect(acted).toEqual([`long:act:${'x'.repeat(1998)}\ny`])
})

test('a link whose target is gone still says that it was used, or has expired', async () => {
  const { links } = mokor(payload)
  links['test-gone'] = {
    document: 'messages',
    reusable: false,
    days: 7,
    view: async () => null,
    renew: async ({ target }) => void renewed.push(target),
  }
  const { hash, path } = await linkTo('test-gone', 'g')
  const open = await show(path)
  expect([open.status, await open.text()]).toEqual([404, expect.stringContaining('non c’è più')])
  const set = (data: Record<string, unknown>) =>
    payload.db.updateOne({ collection: slugOf(payload, 'links'), where: { hash: { equals: hash } }, data })
  await set({ usedAt: new Date().toISOString() })
  expect(await (await show(path)).text()).toContain('già stato usato')
  await set({ usedAt: null, expiresAt: new Date(Date.now() - 1000).toISOString() })
  const expired = await show(path)
  expect(expired.status).toBe(200)
  expect(await expired.text()).toMatch(/è scaduto[\s\S]*Manda una mail nuova/)
  await press(path, { do: 'renew' })
  expect(renewed).toEqual(['g'])
})

test('once what it was for is done, a link offers no new mail and sends none', async () => {
  mokor(payload).links['test-settled'] = {
    document: 'messages',
    reusable: false,
    days: 7,
    view: async () => ({
      title: 'Già fatto',
      paragraphs: ['Per il resto scrivi a desk@rete.example.'],
      facts: [{ label: 'Dove', value: 'Qui', url: `${site.url}/qui` }],
      buttons: [],
      completed: true,
    }),
    renew: async ({ target }) => void renewed.push(target),
  }
  const { hash, path } = await linkTo('test-settled', 's')
  for (const data of [{ usedAt: new Date().toISOString() }, { expiresAt: new Date(0).toISOString() }]) {
    await payload.db.updateOne({ collection: slugOf(payload, 'links'), where: { hash: { equals: hash } }, data })
    const page = await (await show(path)).text()
    expect(page).toContain('<a href="mailto:desk@rete.example">desk@rete.example</a>.')
    expect(page).toContain(`<dd><a href="${site.url}/qui">Qui</a></dd>`)
    expect(page).toContain('Vai all’elenco')
    expect(page).not.toContain('Manda una mail nuova')
    await press(path, { do: 'renew' })
  }
  expect(renewed).toEqual([])
})

test('a foreign page cannot press the button', async () => {
  const { path } = await linkTo('test-once', 'c')
  for (const origin of ['https://evil.example', 'null', 'https://blog.example'])
    expect((await press(path, {}, origin)).status).toBe(403)
  const json = await site.fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: site.url },
    body: '{"do":"act"}',
  })
  expect(json.status).toBe(415)
  expect(acted).toEqual([])
})

test('an expired link says so and sends a new mail when asked', async () => {
  const { hash, path } = await linkTo('test-once', 'd')
  await payload.db.updateOne({
    collection: slugOf(payload, 'links'),
    where: { hash: { equals: hash } },
    data: { expiresAt: new Date(Date.now() - 1000).toISOString() },
  })
  const page = await (await show(path)).text()
  expect(page).toContain('è scaduto')
  expect(page).toContain('Manda una mail nuova')
  expect(page).not.toMatch(/Una credenza rotta|Testo di/)
  expect(await (await press(path)).text()).toContain('è scaduto')
  expect(acted).toEqual([])
  expect((await press(path, { do: 'renew' })).status).toBe(200)
  expect(renewed).toEqual(['d'])
})

test('a lasting link can be opened again and again', async () => {
  const { path } = await linkTo('test-lasting', 'e')
  expect(await (await show(path)).text()).toContain('A che punto è')
  expect(await (await press(path)).text()).toContain('A che punto è')
  expect((await show(path)).status).toBe(200)
})

test.each(['x', 'A'.repeat(43), `${'A'.repeat(42)}%00`, '..%2f..', '%7B%22$gt%22:%22%22%7D'])(
  'a made-up token %s is a page that says so',
  async (token) => {
    const path = `${api}/pages/link/${token}`
    const shown = await show(path)
    expect(shown.status).toBe(404)
    const page = await shown.text()
    expect(page).toMatch(/una mail più recente[\s\S]*<a href="mailto:desk@rete.example">desk@rete.example<\/a>/)
    expect(page).toContain('Vai all’elenco')
    expect((await press(path)).status).toBe(404)
  },
)

test('a token is worth nothing for another purpose or target', async () => {
  const one = await linkTo('test-once', 'f')
  const other = await linkTo('test-once', 'f')
  expect(one.path).not.toBe(other.path)
  const token = one.path.split('/').pop() ?? ''
  await inTransaction(payload, async (req) => {
    expect(await findLink(req, token)).toMatchObject({ purpose: 'test-once', target: 'f' })
  })
})

test('a request is confirmed from its mail', async () => {
  const answer = await send(site, '/commissions', commissionBody)
  expect(answer.status).toBe(202)
  await drainOutbox(payload)
  const mail = mailbox.mails.find(({ to }) => to.includes('carla@clients.example'))
  const page = await openLink(linkIn(mail!))
  expect(page.status).toBe(200)
  const status = async () =>
    (await payload.find({ collection: slugOf(payload, 'commissions'), depth: 0 })).docs.map((doc) => doc.status)
  expect(await status()).toEqual(['unconfirmed'])
  const pressed = await page.press('confirm')
  expect(pressed.status).toBe(200)
  expect(pressed.text).toMatch(/Richiesta confermata[\s\S]*\/pages\/directory\?lang=it">Vai all’elenco/)
  expect(await status()).toEqual(['received'])
})

/** Each form whose sender confirms it by mail. */
const confirmed = [
  {
    purpose: 'confirm-request',
    collection: 'commissions',
    to: 'ada@posta.example',
    send: () =>
      send(site, '/commissions', {
        ...commissionBody,
        client: { ...commissionBody.client, email: 'ada@posta.example' },
      }),
  },
  {
    purpose: 'confirm-join',
    collection: 'members',
    to: 'bea@posta.example',
    send: () => send(site, '/members', { ...joinBody, email: 'bea@posta.example' }),
  },
  {
    purpose: 'confirm-message',
    collection: 'messages',
    to: 'cleo@posta.example',
    send: async () => {
      const { slug } = await addPublicMember(payload, { email: 'dora@posta.example' })
      return send(site, `/members/${slug}/contact`, { ...contactBody, email: 'cleo@posta.example' })
    },
  },
] as const

describe.each(confirmed)('what waits for $purpose', ({ purpose, collection, to, send: fill }) => {
  interface Waiting {
    id: number | string
    status: string
    text?: string | null
    expiresAt: string
  }
  const slug = slugOf(payload, collection)
  const newest = async (): Promise<Waiting> => {
    const { docs } = await payload.db.find<Waiting>({ collection: slug, where: {}, sort: '-createdAt', limit: 1 })
    return docs[0] as Waiting
  }
  const links = async (): Promise<LinkRow[]> => {
    const target = String((await newest()).id)
    const where: Where = { and: [{ target: { equals: target } }, { purpose: { equals: purpose } }] }
    const { docs } = await payload.db.find<LinkRow>({ collection: slugOf(payload, 'links'), where, pagination: false })
    return docs
  }
  const addresses = () =>
    mailbox.mails
      .filter((mail) => mail.to.includes(to))
      .map(({ text }) => new URL(/http\S+\/pages\/link\/\S+/.exec(text)?.[0] ?? 'none:').pathname)

  beforeAll(async () => {
    expect((await fill()).status).toBe(202)
  })

  test('gets its mail once more where the link was spent without a confirmation, with a link that opens', async () => {
    await drainOutbox(payload)
    const [first = ''] = addresses()
    const { expiresAt } = await newest()
    // As after a restored backup, which does not know which links were pressed since.
    const spend = async () => {
      for (const { id } of await links())
        await payload.db.updateOne({
          collection: slugOf(payload, 'links'),
          id,
          data: { usedAt: new Date().toISOString() },
        })
    }
    await spend()
    mailbox.mails.length = 0
    expect((await press(first, { do: 'renew' })).status).toBe(200)
    await drainOutbox(payload)
    const [second = ''] = addresses()
    expect([addresses().length, second === first]).toEqual([1, false])
    expect(await (await show(second)).text()).toContain('value="confirm"')
    // A message keeps its term: what was written to somebody does not wait for ever. Of the others the new term is whole.
    expect(Date.parse((await newest()).expiresAt) > Date.parse(expiresAt)).toBe(purpose !== 'confirm-message')

    await spend()
    mailbox.mails.length = 0
    await press(second, { do: 'renew' })
    await drainOutbox(payload)
    expect(addresses()).toHaveLength(purpose === 'confirm-message' ? 0 : 1)
  })

  test('expires by the database’s clock, also where this machine’s is behind', async () => {
    const { id } = await newest()
    const over = new Date(Date.now() - 1000).toISOString()
    await payload.db.updateOne({ collection: slug, id, data: { expiresAt: over } })
    const template = {
      'confirm-request': 'commission-expire',
      'confirm-join': 'member-expire',
      'confirm-message': 'message-forget',
    }
    await payload.db.updateMany({
      collection: slugOf(payload, 'outbox'),
      where: { and: [{ target: { equals: String(id) } }, { template: { equals: template[purpose] } }] },
      data: { dueAt: over },
    })
    const setRight = setClockWrong(-600)
    try {
      await drainOutbox(payload)
    } finally {
      setRight()
    }
    expect(await newest()).toMatchObject(purpose === 'confirm-message' ? { text: null } : { status: 'expired' })
  })
})

test('a mail that waits while the keys are changed carries a link that opens, as long as the key that made it is known', async () => {
  const { hash, path } = await linkTo('test-once', 'rotated')
  const open = (keys: MokorPluginOptions['keys']) =>
    startSite({ databaseUrl: site.databaseUrl, plugin: keys ? { keys } : {} })
  const rotated = await open({ links: ['a-new-secret-for-links'] })
  mokor(rotated.payload).links['test-once'] = mokor(payload).links['test-once'] as LinkDefinition
  const [old, fresh] = await inTransaction(rotated.payload, async (req) => {
    const made = await issueLink(req, { purpose: 'test-once', target: 'fresh' })
    return [await linkAddress(req, hash, 'it'), made] as const
  })
  expect(new URL(old ?? '').pathname).toBe(path)
  expect((await rotated.fetch(path)).status).toBe(200)
  // Its key is taken away again: the mail leaves without a link rather than with one that opens nothing.
  expect(await inTransaction(payload, (req) => linkAddress(req, fresh, 'it'))).toBeNull()
  await rotated.close()
})
