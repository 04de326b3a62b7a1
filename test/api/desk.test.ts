// The dashboard as each reader finds it: what it counts, where its links lead, and for whom it is there at all.
import { createLocalReq, type TypedUser } from 'payload'
import { renderToStaticMarkup } from 'react-dom/server'
import { Dashboard } from '../../plugin/admin/dashboard.js'
import type { DeskPage } from '../../plugin/desk/index.js'
import type { MokorPluginOptions } from '../../plugin/options/index.js'
import { slugOf } from '../../plugin/runtime.js'
import { addMember } from '../support/people.js'
import { type Site, startSite } from '../support/site.js'

const open: Site[] = []
afterAll(async () => {
  for (const site of open) await site.close()
})

async function siteWith(plugin: Partial<MokorPluginOptions> = {}): Promise<Site> {
  const site = await startSite({ plugin })
  open.push(site)
  await site.as('owner@rete.example', ['owner'])
  return site
}

/** For tests that leave nothing behind that others count. */
let shared: Promise<Site>
beforeAll(() => {
  shared = siteWith()
})

async function userOf(site: Site, email: string, roles: string[] = []): Promise<TypedUser> {
  await site.as(email, roles)
  const { docs } = await site.payload.find({ collection: 'users', where: { email: { equals: email } } })
  return { ...docs[0], collection: 'users' } as unknown as TypedUser
}

/** The desk's page for a reader; empty when it is not for them. */
async function deskOf(site: Site, user: TypedUser): Promise<string> {
  const { i18n } = await createLocalReq({ req: { i18n: undefined } }, site.payload)
  const desk = await Dashboard({ i18n: i18n as never, payload: site.payload, user })
  return desk ? renderToStaticMarkup(desk) : ''
}

const link = (page: string, mark: string): { href: string; text: string } | null => {
  const found = new RegExp(`<a[^>]*${mark}[^>]*>.*?</a>`).exec(page)?.[0]
  if (!found) return null
  const href = (/href="([^"]*)"/.exec(found)?.[1] ?? '').replaceAll('&amp;', '&')
  return { href, text: found.replace(/<[^>]*>/g, ' ').trim() }
}

/** How many the desk lists where a link leads. */
async function listed(site: Site, href: string, headers: Record<string, string>): Promise<number> {
  const response = await site.fetch(`/api/mokor/desk?${href.split('?')[1]}`, { headers })
  return ((await response.json()) as DeskPage).rows.length
}

const request = (site: Site, status: string, answerBy: Date) =>
  site.payload.create({
    collection: slugOf(site.payload, 'commissions'),
    data: {
      status,
      client: { kind: 'person', name: 'Pina', phone: '02 1234567' },
      description: 'Imbiancare una cucina',
      mode: 'remote',
      answerBy: answerBy.toISOString(),
    },
  })

const dayMs = 86_400_000
const day = (n: number) => new Date(Date.now() + n * dayMs)

test('what is late has a link of its own, which lists just what was counted', async () => {
  const site = await siteWith()
  const editor = await userOf(site, 'editor@rete.example', ['editor'])
  const headers = await site.as('editor@rete.example', ['editor'])
  const quiet = await deskOf(site, editor)
  expect(quiet).toContain('mokor-today__pile--empty')
  expect(link(quiet, 'data-mokor-late="commissions"')).toBeNull()

  await request(site, 'triage', day(-2))
  await request(site, 'triage', day(2))
  const late = await deskOf(site, editor)
  // Nothing is new, yet somebody waits: the pile is not shown as one where all is well.
  expect(late.match(/<li[^>]*>(?=<a[^>]*data-mokor-pile="commissions")/)?.[0]).not.toContain('--empty')
  await request(site, 'received', day(-1))
  await request(site, 'received', day(3))

  const page = await deskOf(site, editor)
  const fresh = link(page, 'data-mokor-pile="commissions"')
  const worse = link(page, 'data-mokor-late="commissions"')
  expect(fresh?.text).toMatch(/^4 /)
  expect(worse?.text).toMatch(/^2 /)
  expect(await listed(site, fresh?.href ?? '', headers)).toBe(4)
  expect(await listed(site, worse?.href ?? '', headers)).toBe(2)
})

test('the dashboard begins with one number, and with what came while its reader was away', async () => {
  const site = await siteWith()
  const editor = await userOf(site, 'editor@rete.example', ['editor'])
  const first = await deskOf(site, editor)
  expect(first).toContain('Tutto in ordine.')
  expect(first).not.toContain('Dall’ultima volta')
  const { id } = await request(site, 'received', day(3))
  const since = new Date(Date.now() - 4 * dayMs - 60_000).toISOString()
  await site.payload.db.updateOne({ collection: slugOf(site.payload, 'commissions'), id, data: { since } })
  expect(link(await deskOf(site, editor), 'data-mokor-todo="1"')?.text).toMatch(
    /^(Oggi|Stasera): 1 cosa\. Aspetta da 4 giorni\.$/,
  )
  // Whoever looks again the same evening has not been away.
  await request(site, 'received', day(4))
  expect(await deskOf(site, editor)).not.toContain('Dall’ultima volta')
  const { docs } = await site.payload.find({
    collection: 'payload-preferences',
    where: { key: { equals: 'mokor-visits' } },
  })
  const yesterday = { last: day(-1).toISOString(), before: null }
  await site.payload.db.updateOne({
    collection: 'payload-preferences',
    id: docs[0]?.id as string,
    data: { value: yesterday },
  })
  const page = await deskOf(site, editor)
  expect(page).toContain('Dall’ultima volta (ieri): Richieste: 1 ricevuta')
  expect(page).toMatch(/2 cose\. La prima aspetta da 4 giorni\./)
})

test('a pledge whose term has passed waits for nobody', async () => {
  const site = await siteWith()
  for (const expiresAt of [day(-1), day(10)])
    await site.payload.create({
      collection: slugOf(site.payload, 'donations'),
      data: { amountCents: 2500, donor: { type: 'person' }, expiresAt: expiresAt.toISOString() },
    })
  const treasurer = await userOf(site, 'treasurer@rete.example', ['treasurer'])
  const pile = link(await deskOf(site, treasurer), 'data-mokor-pile="donations"')
  expect(pile?.text).toMatch(/^1 /)
  expect(await listed(site, pile?.href ?? '', await site.as('treasurer@rete.example', ['treasurer']))).toBe(1)
})

test.each([
  ['editor', ['members', 'messages', 'commissions', 'outbox']],
  ['moderator', ['members', 'messages', 'commissions', 'outbox']],
  ['treasurer', ['donations']],
  ['owner', ['members', 'messages', 'commissions', 'donations', 'outbox']],
])('whoever is %s finds the piles that they can empty, and no other', async (role, keys) => {
  const site = await shared
  const page = await deskOf(site, await userOf(site, `one-${role}@rete.example`, [role]))
  expect([...page.matchAll(/data-mokor-pile="(\w+)"/g)].map(([, key]) => key)).toEqual(keys)
})

test('a feature that is off has neither pile nor place in the menu', async () => {
  const site = await siteWith({ features: { commissions: false, donations: false, relay: false } })
  const page = await deskOf(site, await userOf(site, 'owner@rete.example', ['owner']))
  const piles = [...page.matchAll(/data-mokor-pile="(\w+)"/g)].map(([, key]) => key)
  expect(piles).toEqual(['members', 'outbox'])
  for (const key of ['commissions', 'donations'] as const)
    expect(site.payload.collections[slugOf(site.payload, key)]?.config.admin.hidden).toBe(true)
})

describe('a site that gives `access` of its own', () => {
  const named = (name: string) => (user: unknown) => String((user as { email?: string } | null)?.email).startsWith(name)
  const isBoss = named('boss')
  let site: Site
  let boss: Record<string, string>
  let editor: Record<string, string>

  beforeAll(async () => {
    site = await siteWith({
      access: {
        members: {
          read: ({ req }) => isBoss(req.user) && { reach: { equals: 'public' } },
          readVersions: ({ req }) => isBoss(req.user),
          update: ({ req }) => isBoss(req.user) && { reach: { equals: 'public' } },
        },
        commissions: { read: ({ req }) => isBoss(req.user) },
        donations: {
          read: ({ req }) => isBoss(req.user) && { status: { equals: 'pledged' } },
          update: ({ req }) => isBoss(req.user),
        },
      },
    })
    boss = await site.as('boss@rete.example')
    editor = await site.as('editor@rete.example', ['editor'])
  })

  const press = async (id: number | string, action: string, headers: Record<string, string>) =>
    (
      await site.fetch(`/api/members/${id}/mokor/${action}`, {
        method: 'POST',
        headers: { ...headers, 'Content-Type': 'application/json' },
        body: '{}',
      })
    ).status
  const steps = async (id: number | string, headers: Record<string, string>) => {
    const response = await site.fetch(`/api/members/${id}/mokor`, { headers })
    return ((await response.json()) as { actions?: { name: string }[] }).actions?.map(({ name }) => name)
  }

  test('lets in whom it names, without a role of ours, as far as its query goes', async () => {
    const { id } = await addMember(site.payload, { email: 'una@posta.example' })
    expect(await steps(id, boss)).toContain('approve')
    expect(await press(id, 'approve', boss)).toBe(200)
    const hidden = await addMember(site.payload, { email: 'due@posta.example', reach: 'network' })
    expect(await press(hidden.id, 'approve', boss)).toBe(404)
    expect(await deskOf(site, await userOf(site, 'boss@rete.example'))).toContain('data-mokor-pile="members"')
  })

  test('tells of a file that it closes only that it is there', async () => {
    const twice = { email: 'doppia@posta.example', phone: null, headline: 'Riparo biciclette' }
    const open = await addMember(site.payload, { ...twice, firstName: 'Aperta' })
    const closed = await addMember(site.payload, {
      ...twice,
      firstName: 'Chiusa',
      lastName: 'Nascosta',
      reach: 'network',
    })
    const other = await addMember(site.payload, { ...twice, firstName: 'Altra' })
    const view = await (await site.fetch(`/api/members/${other.id}/mokor`, { headers: boss })).text()
    const { hints } = JSON.parse(view) as { hints: { code: string; values: { id?: string } }[] }
    expect(hints.flatMap(({ code, values }) => (code.startsWith('duplicate') ? [[code, values.id]] : []))).toEqual([
      ['duplicate-closed', undefined],
      ['duplicate-email', String(open.id)],
    ])
    expect(view).not.toMatch(/Chiusa|Nascosta/)
    expect(view).not.toContain(`"${closed.id}"`)
  })

  test('keeps out whom it does not name, whatever their role', async () => {
    const { id } = await addMember(site.payload, { email: 'tre@posta.example' })
    expect(await steps(id, editor)).toBeUndefined()
    expect(await press(id, 'approve', editor)).toBe(404)
    const page = await deskOf(site, await userOf(site, 'editor@rete.example', ['editor']))
    expect(page).not.toContain('data-mokor-pile="members"')
    expect(page).toContain('data-mokor-pile="outbox"')
  })

  test('a step may take a document out of its editor’s sight: it is taken, and says so', async () => {
    const { id } = await site.payload.create({
      collection: 'donations',
      data: { amountCents: 2500, donor: { type: 'person', name: 'Olga' } },
    })
    const response = await site.fetch(`/api/donations/${id}/mokor/withdraw`, { method: 'POST', headers: boss })
    expect([response.status, await response.json()]).toEqual([200, { doc: { id } }])
    expect(await site.payload.findByID({ collection: 'donations', id })).toMatchObject({ status: 'withdrawn' })
  })

  test('frees at the desk what somebody had in hand whom it does not name any more', async () => {
    const { id } = await addMember(site.payload, { email: 'quattro@posta.example' })
    const email = 'boss.di.prima@rete.example'
    expect(await press(id, 'take-on', await site.as(email))).toBe(200)
    const editorOfRow = async () => {
      const { rows } = (await (
        await site.fetch('/api/mokor/desk?queue=members&limit=60', { headers: boss })
      ).json()) as {
        rows: { id: string; editor: { name: string } | null }[]
      }
      return rows.filter((row) => row.id === String(id)).map(({ editor: holder }) => holder?.name ?? null)
    }
    expect(await editorOfRow()).toEqual([])
    await site.payload.update({
      collection: 'users',
      where: { email: { equals: email } },
      data: { email: 'altrove@rete.example' },
    })
    expect(await editorOfRow()).toEqual([null])
  })

  test('rules versions too: by its own word, else as it rules reading', async () => {
    const status = async (slug: string, headers: Record<string, string>) =>
      (await site.fetch(`/api/${slug}/versions`, { headers })).status
    for (const slug of ['members', 'commissions'])
      expect([slug, await status(slug, boss), await status(slug, editor)]).toEqual([slug, 200, 403])
  })

  test('a step that its query does not reach is refused even to those who may read', async () => {
    const other = await siteWith({
      access: { members: { read: () => true, update: () => ({ reach: { equals: 'public' } }) } },
    })
    const { id } = await addMember(other.payload, { reach: 'network' })
    const headers = await other.as('chiunque@rete.example')
    const response = await other.fetch(`/api/members/${id}/mokor/approve`, { method: 'POST', headers })
    expect(response.status).toBe(403)
  })
})
