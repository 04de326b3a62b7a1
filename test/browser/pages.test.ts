// The network's own pages in a real browser: no barrier, narrow, and whole without script.
import fs from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, chromium, type Page } from 'playwright-core'
import { inTransaction } from '../../plugin/database/transaction.js'
import { issueLink, linkAddress } from '../../plugin/links/tokens.js'
import { chromiumArgs } from '../support/chromium.mjs'
import { api } from '../support/forms.js'
import { addPublicMember } from '../support/people.js'
import { organisation, startSite } from '../support/site.js'

const axe = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const email = 'redazione@associazione-della-rete-di-prova.example'
const site = await startSite({ plugin: { organisation: { ...organisation, email } } })
const browser: Browser = await chromium.launch({
  executablePath: process.env.MOKOR_TEST_CHROMIUM,
  args: chromiumArgs,
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

await addPublicMember(site.payload)
const profile = await addPublicMember(site.payload, {
  firstName: 'Ada',
  lastName: 'Zeni',
  email: 'ada@posta.example',
  phonePublic: true,
  phone: '+39 333 765 4321',
  radiusKm: null,
  modes: ['onsite', 'remote'],
  skills: [
    { own: 'Ricamo a mano', origin: 'passion', years: 30, note: 'Anche su misura' },
    { own: 'Sartoria', origin: 'practised', years: 1 },
  ],
  links: [{ url: 'https://ricamo.example/bottega' }],
})

/** The agreement of occasional work for an organisation, behind its client's link. */
async function agreement(): Promise<string> {
  const { id } = await site.payload.create({
    collection: 'commissions',
    data: {
      client: {
        kind: 'organisation',
        name: 'Ugo Bassi',
        organisation: 'Persiane Sùbito S.n.c.',
        email: 'ugo.bassi.della.contabilita@persiane-subito.example',
        phone: '+39 333 765 4321',
      },
      description: 'Riparare due persiane di legno.\nSono al secondo piano.',
      skills: [{ own: 'persiane' }],
      mode: 'onsite',
      place: { municipality: '015146' },
      channel: 'desk',
    },
  })
  const agreed = { at: '2026-12-01T10:00:00.000Z', taxMode: 'occasional', to: '2026-12-18T11:00:00.000Z', version: '1' }
  const data = { status: 'agreed', executor: profile.id, agreement: agreed }
  await site.payload.db.updateOne({ collection: 'commissions', id, data })
  const address = await inTransaction(site.payload, async (req) => {
    const hash = await issueLink(req, { purpose: 'request-status', target: String(id) })
    return linkAddress(req, hash, 'it')
  })
  return new URL(address ?? '').pathname.replace(api, '')
}
const client = await agreement()

const pages = [
  client,
  `${client}/paper/agreement`,
  '/pages',
  '/pages/directory',
  `/pages/members/${profile.slug}`,
  '/pages/ask',
  '/pages/join',
  '/pages/give',
  '/pages/ranking',
  '/pages/report',
]

/** axe needs to run a script, which the page itself forbids: it is measured with the policy lifted. */
async function violations(path: string, colorScheme: 'light' | 'dark'): Promise<string[]> {
  const context = await browser.newContext({ bypassCSP: true, colorScheme, viewport: { width: 390, height: 800 } })
  const page = await context.newPage()
  await page.goto(`${site.url}${api}${path}?lang=it`)
  const found = await checked(page)
  await context.close()
  return found
}

async function checked(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
    }
    const { violations } = await axe.run()
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
  })
}

test.each(pages)('%s has no barrier that axe knows, light and dark', async (path) => {
  expect(await violations(path, 'light')).toEqual([])
  expect(await violations(path, 'dark')).toEqual([])
})

test.each(pages)('%s fits 320 px with letters twice as large, and splits no phone number', async (path) => {
  const context = await browser.newContext({ bypassCSP: true, viewport: { width: 320, height: 700 } })
  const page = await context.newPage()
  await page.goto(`${site.url}${api}${path}?lang=it`)
  await page.addStyleTag({ content: 'html{font-size:200%}' })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  const numbers = await page
    .getByText(organisation.phone)
    .evaluateAll((all) => all.map((one) => one.getClientRects().length))
  expect(numbers).toEqual(numbers.map(() => 1))
  await context.close()
})

test('what is wrong has a border of its own, and what stands apart is large enough to touch', async () => {
  const context = await browser.newContext({ viewport: { width: 390, height: 800 } })
  const page = await context.newPage()
  await page.goto(`${site.url}${api}/pages/ask?lang=it`)
  const border = (label: string) =>
    page.getByLabel(label, { exact: true }).evaluate((one) => {
      const { borderTopColor, borderTopWidth } = getComputedStyle(one)
      return `${borderTopWidth} ${borderTopColor}`
    })
  const quiet = await border('Comune')
  await page.getByRole('button', { name: 'Invia la richiesta' }).click()
  expect(await border('Comune')).toBe(quiet)
  const red = await border('Che lavoro serve?')
  expect(red).toMatch(/^2px/)
  expect(await border('Nome e cognome')).toBe(red)

  const address = await inTransaction(site.payload, async (req) =>
    linkAddress(req, await issueLink(req, { purpose: 'member-status', target: String(profile.id) }), 'it'),
  )
  await page.goto(`${site.url}${new URL(address ?? '').pathname}?lang=it`)
  const summary = page.getByText('Uscire dalla rete', { exact: true })
  expect((await summary.boundingBox())?.height).toBeGreaterThanOrEqual(44)
  await summary.click()
  const tick = page.locator('label', { hasText: 'Sì, voglio uscire' })
  expect((await tick.boundingBox())?.height).toBeGreaterThanOrEqual(44)
  await page.getByRole('link', { name: /\/pages\/members\// }).waitFor()
  await context.close()
})

test.each(pages)('%s fits 280 px and breaks no policy', async (path) => {
  const context = await browser.newContext({ viewport: { width: 280, height: 700 } })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => complaints.push(message.text()))
  await page.goto(`${site.url}${api}${path}?lang=it`)
  expect(complaints).toEqual([])
  const { scroll, client } = await page.evaluate(() => ({
    scroll: document.documentElement.scrollWidth,
    client: document.documentElement.clientWidth,
  }))
  expect(scroll).toBeLessThanOrEqual(client)
  if (process.env.MOKOR_TEST_SHOTS)
    await page.screenshot({
      path: `${process.env.MOKOR_TEST_SHOTS}${path.replaceAll('/', '-')}-280.png`,
      fullPage: true,
    })
  await context.close()
})

test('a request from start to end without JavaScript, by keyboard', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${site.url}${api}/pages/ask?lang=it`)
  await page.getByLabel('Che lavoro serve?').focus()
  await page.keyboard.type('Una credenza del nonno da restaurare')
  await page.getByLabel('In un luogo').focus()
  await page.keyboard.press('Space')
  await page.getByLabel('Comune', { exact: true }).focus()
  await page.keyboard.type('Milano')
  await page.getByLabel('Presto').focus()
  await page.keyboard.press('Space')
  await page.getByLabel('Nome e cognome').focus()
  await page.keyboard.type('Carla Bianchi')
  await page.getByLabel('E-mail').first().focus()
  await page.keyboard.type('carla@clients.example')
  await page.keyboard.press('Enter')
  const summary = page.getByRole('alert')
  await summary.waitFor()
  expect(await summary.textContent()).toContain('Serve un sì')
  expect(await page.getByLabel('Nome e cognome').inputValue()).toBe('Carla Bianchi')
  if (process.env.MOKOR_TEST_SHOTS)
    await page.screenshot({ path: `${process.env.MOKOR_TEST_SHOTS}-ask-wrong.png`, fullPage: true })
  await page.getByLabel(/La rete può mostrare/).focus()
  await page.keyboard.press('Space')
  await page.getByRole('button', { name: 'Invia la richiesta' }).press('Enter')
  await page.getByRole('heading', { name: 'Manca solo la conferma' }).waitFor()
  await context.close()
})

test('a touch selects the whole of the notice that is to be copied, without script; on paper the agreement stands alone', async () => {
  const context = await browser.newContext({ viewport: { width: 390, height: 800 } })
  const page = await context.newPage()
  await page.goto(`${site.url}${api}${client}?lang=it`)
  await page.getByRole('link', { name: 'Apri l’accordo' }).click()
  await page.getByRole('heading', { name: /Accordo per il lavoro/ }).waitFor()
  const notice = page.locator('.copy')
  await notice.click()
  expect((await page.evaluate(() => String(getSelection()))).trim()).toBe((await notice.textContent())?.trim())
  await page.emulateMedia({ media: 'print' })
  expect(await page.getByRole('link').evaluateAll((all) => all.map((one) => one.getClientRects().length))).toEqual(
    (await page.getByRole('link').all()).map(() => 0),
  )
  expect(await notice.isVisible()).toBe(true)
  await context.close()
})

test('a pledge’s slip prints and reads without JavaScript', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 800 } })
  const page = await context.newPage()
  await page.goto(`${site.url}${api}/pages/give?lang=it`)
  await page.getByLabel('25 €').check()
  await page.getByRole('button', { name: 'Prepara il bonifico' }).click()
  await page.getByRole('heading', { name: 'Grazie! Ora manca il bonifico' }).waitFor()
  expect(await page.getByRole('img', { name: /Codice QR/ }).isVisible()).toBe(true)
  if (process.env.MOKOR_TEST_SHOTS)
    await page.screenshot({ path: `${process.env.MOKOR_TEST_SHOTS}-slip.png`, fullPage: true })
  await context.close()
})
