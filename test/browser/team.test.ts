// A team in a partner's page: its public people only, whole on the narrowest phone.
import { inTransaction } from '../../plugin/database/transaction.js'
import { issueLink, linkAddress } from '../../plugin/links/tokens.js'
import { slugOf } from '../../plugin/runtime.js'
import { axe, type Blog, closeBrowser, overflows, shot, startBlog, visit } from '../support/blog.js'
import { addMember, addPublicMember, readMember, type Saved } from '../support/people.js'
import { type Site, startSite } from '../support/site.js'

let blog: Blog
let site: Site
let nadia: Saved

const link = '<a href="/squadra">La squadra della sartoria</a>'
const team = (slug: string) => `<mokor-team slug="${slug}">${link}</mokor-team>`

beforeAll(async () => {
  blog = await startBlog()
  site = await startSite({ plugin: { allowedOrigins: [blog.origin], features: { teams: true } } })
  const person = (firstName: string, more: object = {}) => ({
    firstName,
    email: `${firstName.toLowerCase()}@posta.example`,
    displayAs: 'initial',
    ...more,
  })
  nadia = await addPublicMember(site.payload, person('Nadia'))
  await addPublicMember(site.payload, person('Omar'))
})

afterAll(async () => {
  await closeBrowser()
  await site.close()
  await blog.close()
})

/** A team of Nadia, somebody of the network only, and somebody paused. */
async function addTeam(name: string, more: object = {}): Promise<string> {
  // No mail goes to an address with more than 64 characters before the @.
  const n = name.toLowerCase().replace(/\W+/g, '-').slice(0, 40)
  const hidden = await addMember(site.payload, {
    status: 'active',
    reach: 'network',
    firstName: 'Silenzia',
    email: `silenzia.${n}@posta.example`,
  })
  const paused = await addMember(site.payload, {
    status: 'paused',
    firstName: 'Pausilia',
    email: `pausilia.${n}@posta.example`,
  })
  const { slug } = (await site.payload.create({
    collection: slugOf(site.payload, 'teams'),
    data: {
      name,
      status: 'active',
      public: true,
      referent: hidden.id,
      members: [
        { member: hidden.id, role: 'Tiene i conti in segreto' },
        { member: nadia.id, role: 'Taglio e prove' },
        { member: paused.id, role: 'Cuce da lontano' },
      ],
      ...more,
    },
    depth: 0,
  })) as unknown as { slug: string }
  return slug
}

test('a public team shows those of its people who are public, and nothing of the others', async () => {
  const slug = await addTeam('Sartoria del martedì')
  const { page, complaints, close } = await visit(blog.publish(site.url, team(slug)))
  await page.getByRole('heading', { name: 'Sartoria del martedì' }).waitFor()
  const element = page.locator('mokor-team')
  expect(await element.getByRole('listitem').allInnerTexts()).toEqual(['Nadia C. · Taglio e prove'])
  const { slug: hers } = await readMember(site.payload, nadia.id)
  const address = await element.getByRole('link', { name: 'Nadia C.' }).getAttribute('href')
  expect(address).toContain(`/members/${hers}`)
  expect((await fetch(String(address))).status).toBe(200)

  const answer = await (await fetch(`${site.url}/api/mokor/v1/teams/${slug}`)).text()
  for (const seen of [answer, await page.locator('main').ariaSnapshot()])
    for (const secret of ['Silenzia', 'Pausilia', 'segreto', 'da lontano', 'posta.example', 'Colnaghi'])
      expect(seen).not.toContain(secret)
  expect(await axe(page)).toEqual([])
  await shot(page, 'team')
  expect(complaints).toEqual([])
  await close()
})

test('who becomes private is gone at the next look', async () => {
  const passing = await addPublicMember(site.payload, { firstName: 'Vera', email: 'vera@posta.example' })
  const slug = await addTeam('Legatoria', { members: [{ member: passing.id, role: 'Dorsi' }] })
  const address = blog.publish(site.url, team(slug))
  const { page, close } = await visit(address)
  await page.getByRole('link', { name: /^Vera/ }).waitFor()
  await site.payload.update({
    collection: slugOf(site.payload, 'members'),
    id: passing.id,
    data: { reach: 'network' },
  })
  await page.goto(address)
  await page.getByRole('heading', { name: 'Legatoria' }).waitFor()
  expect(await page.locator('mokor-team').getByRole('link').count()).toBe(0)
  expect(await axe(page)).toEqual([])
  await close()
})

test('a page may open a chosen person by itself', async () => {
  const slug = await addTeam('Ricami')
  const js = `document.addEventListener('mokor-select', (event) => { event.preventDefault(); document.title = event.detail.name })`
  const address = blog.publish(site.url, team(slug), { js })
  const { page, close } = await visit(address)
  await page.getByRole('link', { name: 'Nadia C.' }).click()
  await page.waitForFunction(() => document.title === 'Nadia C.')
  expect(page.url()).toBe(address)
  await close()
})

test.each([
  ['not public', { public: false }],
  ['still forming', { status: 'forming' }],
])('a team that is %s is not there', async (_name, more) => {
  const slug = await addTeam(`Nascosta ${Object.keys(more)}`, more)
  const { page, close } = await visit(blog.publish(site.url, team(slug)))
  await page.getByRole('alert').getByText('Questa squadra non c’è').waitFor()
  expect(await page.locator('main').ariaSnapshot()).not.toContain('Nascosta')
  expect(await axe(page)).toEqual([])
  await close()
})

test('where the network cannot be reached the page’s own link stays', async () => {
  const { page, close } = await visit(blog.publish(site.url, ''))
  await page.route('**/teams/**', (route) => route.abort())
  await page.goto(blog.publish(site.url, team('sartoria')))
  await page.getByText('La rete non risponde').waitFor()
  expect(await page.getByRole('link', { name: 'La squadra della sartoria' }).isVisible()).toBe(true)
  await close()
})

test('at 280 pixels, in the dark, with text at 200 %, it is whole', async () => {
  const slug = await addTeam('Falegnameria sociale di Castelfranco Piandiscò e dintorni')
  const css = ':root{color-scheme:light dark;font-size:200%}body{background:Canvas;color:CanvasText;margin:8px}'
  const { page, complaints, close } = await visit(blog.publish(site.url, team(slug), { css }), {
    viewport: { width: 280, height: 700 },
    colorScheme: 'dark',
  })
  await page.getByRole('link', { name: 'Nadia C.' }).waitFor()
  expect(await overflows(page)).toBe(false)
  expect(await axe(page)).toEqual([])
  await shot(page, 'team-280')
  expect(complaints).toEqual([])
  await close()
})

/** The address of somebody's own page about a team. */
async function linkOf(teamId: number | string, memberId: number | string, lang = 'it'): Promise<string> {
  return inTransaction(site.payload, async (req) => {
    const hash = await issueLink(req, { purpose: 'team', target: `${teamId}:${memberId}` })
    return String(await linkAddress(req, hash, lang))
  })
}

describe('the own page of somebody who is asked', () => {
  async function addAsked(name: string) {
    const omar = await addPublicMember(site.payload, { firstName: 'Omar', email: `omar.${name}@posta.example` })
    const team = (await site.payload.create({
      collection: slugOf(site.payload, 'teams'),
      data: {
        name: 'Sartoria del martedì',
        purpose: 'Abiti da lavoro su misura, dal cartamodello alla consegna',
        status: 'forming',
        askedAt: new Date().toISOString(),
        answerBy: '2099-12-03T21:59:00.000Z',
        from: '2099-12-10T11:00:00.000Z',
        until: '2099-12-20T11:00:00.000Z',
        issuer: 'referent',
        referent: nadia.id,
        members: [
          { member: nadia.id, role: 'Taglio e prove', accepted: 'yes' },
          { member: omar.id, role: 'Cuciture e asole' },
        ],
      },
      depth: 0,
    })) as unknown as { id: number }
    return { id: team.id, omar: omar.id }
  }

  test.each([
    [390, 'it', 'Sì, ci sto', 'Tutti hanno detto di sì: la squadra c’è.'],
    [280, 'en', 'Yes, I am in', 'Everybody has said yes: the team stands.'],
  ])('at %i pixels, in %s: the terms are read, a yes makes the team stand', async (width, lang, yes, stands) => {
    const { id, omar } = await addAsked(`w${width}`)
    const { page, close } = await visit(await linkOf(id, omar, lang), { viewport: { width, height: 800 } })
    await page.getByRole('heading', { name: 'Sartoria del martedì' }).waitFor()
    for (const term of ['Taglio e prove', '50\u00a0%', 'Nadia C.'])
      expect(await page.locator('main').textContent()).toContain(term)
    expect(await overflows(page)).toBe(false)
    expect(await axe(page)).toEqual([])
    await shot(page, `team-asked-${width}-${lang}`)
    await page.getByRole('button', { name: yes }).click()
    await page.getByText(stands).waitFor()
    expect(await overflows(page)).toBe(false)
    expect(await axe(page)).toEqual([])
    await shot(page, `team-stands-${width}-${lang}`)
    await close()
  })

  test('a no is said with its reason, and leads nowhere else', async () => {
    const { id, omar } = await addAsked('no')
    const { page, close } = await visit(await linkOf(id, omar), { viewport: { width: 390, height: 800 } })
    await page
      .getByLabel(/Perché/)
      .first()
      .fill('A dicembre sono via')
    await page.getByRole('button', { name: 'Non questa volta' }).click()
    await page.getByText('Hai detto di no').waitFor()
    expect(await page.getByRole('button').count()).toBe(0)
    expect(await axe(page)).toEqual([])
    await close()
  })
})

test.each([
  [280, 'it', 'Chi ne fa parte'],
  [1280, 'en', 'Who is in it'],
])('the page without script at %i pixels, in %s', async (width, lang, people) => {
  const slug = await addTeam(`Ricami e orli ${width}`, { purpose: 'Piccole riparazioni, anche a domicilio' })
  const address = `${site.url}/api/mokor/v1/pages/teams/${slug}?lang=${lang}`
  const { page, close } = await visit(address, { viewport: { width, height: 800 } })
  await page.getByRole('heading', { name: people }).waitFor()
  expect(await page.locator('main').textContent()).toContain('Taglio e prove')
  expect(await overflows(page)).toBe(false)
  expect(await axe(page)).toEqual([])
  await shot(page, `team-page-${width}-${lang}`)
  await close()
})
