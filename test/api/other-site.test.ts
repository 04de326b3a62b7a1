// The main job on a site that is nothing like the others: below a base path, its own API route and admin, its own `members`, every
// collection of ours renamed, English and French, its own commands.
import { fr } from '@payloadcms/translations/languages/fr'
import { createLocalReq } from 'payload'
import { renderToStaticMarkup } from 'react-dom/server'
import { seed } from '../../collections/skills/commands/seed.js'
import { Dashboard } from '../../plugin/admin/dashboard.js'
import { checkDirectory } from '../../plugin/directory/index.js'
import { drainOutbox } from '../../plugin/index.js'
import type { CollectionKey } from '../../plugin/options/index.js'
import { commissionBody, donationBody, joinBody, send } from '../support/forms.js'
import { startSiteWithMail } from '../support/mailed-site.js'
import { defaultSlugs } from '../support/rooms.js'

/** As `withPayload` tells it of Next's `basePath`. */
const top = '/sito'
process.env.NEXT_BASE_PATH = top
const base = `${top}/rest/mokor/v1`
const slugs = Object.fromEntries(Object.keys(defaultSlugs).map((key) => [key, `our-${key}`])) as Record<
  CollectionKey,
  string
>

const { site, mailbox } = await startSiteWithMail({
  plugin: { slugs, languages: ['en', 'fr'] },
  config: (config) => ({
    ...config,
    routes: { api: '/rest', admin: '/backstage' },
    i18n: { ...config.i18n, supportedLanguages: { ...config.i18n?.supportedLanguages, fr } },
    collections: [
      ...(config.collections ?? []),
      { slug: 'members', fields: [{ name: 'card', type: 'text' }], access: { read: () => true } },
    ],
    bin: [{ key: 'own', scriptPath: '/own.js' }],
  }),
})
const { payload } = site
const editor = await site.as('editor@rete.example', ['editor'])
const treasurer = await site.as('treasurer@rete.example', ['treasurer'])

const get = async (path: string) => {
  const answer = await site.fetch(path)
  return { status: answer.status, body: await answer.json() }
}
const step = async (key: CollectionKey, id: number | string, name: string, who = editor) => {
  const answer = await site.fetch(`${top}/rest/${slugs[key]}/${id}/mokor/${name}`, {
    method: 'POST',
    headers: { ...who, 'Content-Type': 'application/json' },
    body: '{}',
  })
  return answer.status
}
const newest = async (key: CollectionKey) => {
  const { docs } = await payload.find({ collection: slugs[key], sort: '-createdAt', limit: 1, depth: 0 })
  return docs[0] as unknown as { id: number | string; status: string; reference?: string }
}

/** Opens the link of the newest mail as a person does: looks at the page, then presses its button. */
async function followLink(subject: RegExp): Promise<string> {
  await drainOutbox(payload)
  const mail = mailbox.mails.findLast((one) => subject.test(one.subject ?? ''))
  const link = mail?.text?.match(/https?:\S+\/pages\/link\/[\w-]+/)?.[0]
  if (!link) throw new Error(`no link in ${mailbox.mails.map((one) => one.subject).join(', ')}`)
  const { pathname } = new URL(link)
  expect(pathname.startsWith(`${base}/pages/`)).toBe(true)
  const page = await site.fetch(pathname)
  expect(page.status).toBe(200)
  const button = (await page.text()).match(/name="do" value="([^"]+)"/)?.[1]
  const pressed = await site.fetch(pathname, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: site.url },
    body: `do=${button}`,
  })
  expect(pressed.status).toBe(200)
  return pressed.text()
}

test('the site’s own collections, commands and routes are what they were', async () => {
  await payload.create({ collection: 'members', data: { card: '7' } })
  expect((await get(`${top}/rest/members`)).body.docs).toMatchObject([{ card: '7' }])
  expect(site.config.bin.map(({ key }) => key)).toEqual(expect.arrayContaining(['own', 'mokor:seed', 'mokor:check']))
  expect((await site.fetch(`${top}/api/mokor/v1/members`)).status).toBe(404)
})

test.each(['', '/directory', '/ask', '/join', '/give', '/ranking', '/report', '/nowhere'])(
  'what page %j leads to, and where its form goes, stands below the base path',
  async (page) => {
    const answer = await site.fetch(`${base}/pages${page}`)
    const addresses = [...(await answer.text()).matchAll(/(?:href|action|src)="(\/[^"]*)"/g)].map(([, at = '']) => at)
    expect(addresses.length).toBeGreaterThan(0)
    expect(addresses.filter((at) => !at.startsWith(`${base}/`))).toEqual([])
    for (const at of new Set(addresses)) expect([at, (await site.fetch(at)).status]).toEqual([at, 200])
  },
)

test('trades are named in the languages of the network', async () => {
  await seed(payload)
  const { docs } = await payload.find({ collection: slugs.skills, where: { slug: { equals: 'falegname' } }, depth: 0 })
  expect((docs[0] as unknown as { names: Record<string, string> }).names).toMatchObject({ en: 'Joiner' })
})

test('somebody joins, is approved, found, and gone again', async () => {
  const joined = await send(site, '/members', {
    ...joinBody,
    lang: 'fr',
    skills: [{ skill: 'falegname', origin: 'practised', years: 12 }],
  })
  expect(joined.status).toBe(202)
  await followLink(/confirm/i)
  const file = await newest('members')
  expect(file.status).toBe('pending')
  expect((await get(`${base}/members`)).body.total.value).toBe(0)

  expect(await step('members', file.id, 'approve')).toBe(200)
  const { body } = await get(`${base}/members?q=joiner&lang=fr`)
  expect(body.total.value).toBe(1)
  const [card] = body.members
  expect(card).toMatchObject({ name: 'Maria R.', skills: [{ slug: 'falegname', name: 'Joiner' }] })
  const profile = await get(`${base}/members/${card.slug}`)
  expect(new URL(profile.body.member.page).pathname.startsWith(`${base}/pages/`)).toBe(true)
  expect((await site.fetch(new URL(profile.body.member.page).pathname)).status).toBe(200)
  expect(await checkDirectory(payload, { mend: false })).toMatchObject({
    compared: 1,
    missing: [],
    stale: [],
    extra: [],
  })

  expect(await step('members', file.id, 'pause')).toBe(200)
  expect((await get(`${base}/members/${card.slug}`)).status).toBe(404)
  expect(await step('members', file.id, 'resume')).toBe(200)
})

test('a request is confirmed from its mail and taken by the desk', async () => {
  const asked = await send(site, '/commissions', { ...commissionBody, lang: 'en' })
  expect(asked.status).toBe(202)
  expect(await followLink(/confirm/i)).toContain((await asked.json()).reference)
  const request = await newest('commissions')
  expect(request.status).toBe('received')
  await drainOutbox(payload)
  // The desk's own notice leads to this site's admin, and to the renamed list.
  const notice = mailbox.mails.find(({ to }) => to?.[0] === 'desk@rete.example')
  expect(notice?.text).toContain(`${site.url}${top}/backstage/collections/${slugs.commissions}/${request.id}`)
  expect(await step('commissions', request.id, 'take')).toBe(200)
})

test('a pledge gets its slip, and the treasurer finds it', async () => {
  const given = await send(site, '/donations', { ...donationBody, lang: 'en' })
  expect(given.status).toBe(201)
  const { reference, payment } = await given.json()
  expect(payment.epc).toContain(reference)
  await drainOutbox(payload)
  expect(mailbox.mails.find(({ to }) => to?.[0] === 'dino@donors.example')?.text).toContain(payment.remittance)
  const pledge = await newest('donations')
  expect(pledge).toMatchObject({ reference, status: 'pledged' })
  expect((await get(`${base}/donations/summary`)).status).toBe(200)
  expect(await step('donations', pledge.id, 'received', treasurer)).toBe(200)
})

test('the dashboard leads to the desk, in this site’s admin', async () => {
  await send(site, '/members', { ...joinBody, email: 'altra@people.example' })
  await followLink(/confirm/i)
  const { docs } = await payload.find({ collection: 'users', where: { email: { equals: 'editor@rete.example' } } })
  const { i18n } = await createLocalReq({ req: { i18n: undefined } }, payload)
  const user = { ...docs[0], collection: 'users' } as unknown as NonNullable<Parameters<typeof Dashboard>[0]['user']>
  const drawn = renderToStaticMarkup(await Dashboard({ i18n, payload, user }))
  expect(drawn).toContain(`href="${top}/backstage/mokor/desk?queue=members"`)
  expect(drawn).not.toMatch(/collections\/(members|commissions|donations|mokor-outbox)\b/)
  expect(drawn).toMatch(/data-mokor-pile="members"[^>]*><span class="mokor-today__count">1</)
})
