// What an element weighs on the wire until it can be used, in one language, against its budget.
import fs from 'node:fs'
import type { Page } from 'playwright-core'
import { type Blog, closeBrowser, startBlog, visit } from '../support/blog.js'
import { startNetwork } from '../support/published.js'
import type { Site } from '../support/site.js'

const KB = 1024

let blog: Blog
let site: Site
const measured: Record<string, number> = {}

beforeAll(async () => {
  blog = await startBlog()
  site = await startNetwork(blog.origin)
})
afterAll(async () => {
  await closeBrowser()
  await site.close()
  await blog.close()
  const lines = Object.entries(measured).map(([what, bytes]) => `${what}: ${(bytes / KB).toFixed(2)} KB`)
  process.stdout.write(`${lines.join('\n')}\n`)
  if (process.env.MOKOR_TEST_SHOTS)
    fs.writeFileSync(`${process.env.MOKOR_TEST_SHOTS}/bytes.txt`, `${lines.join('\n')}\n`)
})

/** Brotli bodies of scripts that came over the wire so far. */
const weight = (page: Page): Promise<number> =>
  page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter((entry) => entry.name.includes('/widgets/'))
      .reduce((sum, entry) => sum + (entry as PerformanceResourceTiming).encodedBodySize, 0),
  )

async function weigh(
  what: string,
  body: string,
  ready: (page: Page) => Promise<unknown>,
  act?: (page: Page) => Promise<unknown>,
) {
  const { page, close } = await visit(blog.publish(site.url, body))
  await ready(page)
  await page.waitForLoadState('networkidle')
  const before = await weight(page)
  await act?.(page)
  await page.waitForLoadState('networkidle')
  const bytes = act ? (await weight(page)) - before : before
  measured[what] = bytes
  await close()
  return bytes
}

const counted = (page: Page) => page.getByText('29 persone e aziende').waitFor()

test('the loader', async () => {
  expect(
    await weigh('loader', '<p>Solo parole.</p>', (page) => page.waitForLoadState('networkidle')),
  ).toBeLessThanOrEqual(0.6 * KB)
})

test('the directory, loader and Lit included', async () => {
  expect(await weigh('directory', '<mokor-directory></mokor-directory>', counted)).toBeLessThanOrEqual(12 * KB)
})

test('a profile opened in place', async () => {
  const open = async (page: Page) => {
    await page.locator('.card a').first().click()
    await page.getByRole('button', { name: /Torna ai risultati/ }).waitFor()
    await page.locator('article').waitFor()
  }
  expect(await weigh('profile', '<mokor-directory></mokor-directory>', counted, open)).toBeLessThanOrEqual(4 * KB)
})

test('writing to a person', async () => {
  const ready = (page: Page) => page.getByRole('button', { name: /Scrivi a/ }).waitFor()
  const write = async (page: Page) => {
    await page.getByRole('button', { name: /Scrivi a/ }).click()
    await page.getByRole('textbox', { name: 'Messaggio' }).waitFor()
  }
  const body = '<mokor-member slug="maria-rossi-7k3f"></mokor-member>'
  expect(await weigh('relay', body, ready, write)).toBeLessThanOrEqual(4 * KB)
})

const usable = (page: Page) => page.locator('form').first().waitFor()

test.each([
  ['mokor-commission-form', 10],
  ['mokor-join-form', 10],
  ['mokor-donate', 10],
])('%s, loader and Lit included, within %i KB', async (tag, budget) => {
  expect(await weigh(tag, `<${tag}></${tag}>`, usable)).toBeLessThanOrEqual(budget * KB)
})

// ── What loads on an act, beyond the form ──────────────────────────────────

/** The solver comes with the first input, beside the challenge. */
const solver = (page: Page) =>
  page.waitForFunction(() => performance.getEntriesByType('resource').some(({ name }) => name.includes('/solver')))

const combobox = (name: string) => (page: Page) => page.getByRole('combobox', { name }).waitFor()

/** As a visitor enters the first field. */
const touch = async (page: Page) => {
  await page.locator('form input, form textarea').first().focus()
  await page.getByRole('button', { name: 'Svuota' }).waitFor()
  if (await page.locator('mokor-commission-form').count()) await combobox('Mestiere')(page)
}

// Joining asks most; the request brings the suggestions of its trades along.
test.each([
  ['mokor-join-form', 7.25],
  ['mokor-donate', 6.5],
  ['mokor-commission-form', 6.5 + 2],
])('what sends %s, at the first touch, within %d KB', async (tag, budget) => {
  expect(await weigh(`${tag}, first touch`, `<${tag}></${tag}>`, usable, touch)).toBeLessThanOrEqual(budget * KB)
})

/** The join form opened at a step, as its draft says, and all that came with it. */
async function joinAt(step: number, shown: (page: Page) => Promise<unknown>, act?: (page: Page) => Promise<unknown>) {
  const key = `mokor-join-form ${site.url}/api/mokor/v1`
  const draft = JSON.stringify({ values: {}, pending: {}, step })
  const { page, close } = await visit(blog.publish(site.url, '<mokor-join-form></mokor-join-form>'))
  await page.evaluate(([name, value]) => sessionStorage.setItem(name as string, value as string), [key, draft])
  await page.reload()
  await page.getByRole('button', { name: 'Svuota' }).waitFor()
  await shown(page)
  await page.waitForLoadState('networkidle')
  const before = await weight(page)
  await act?.(page)
  await page.waitForLoadState('networkidle')
  const after = await weight(page)
  await close()
  return { before, added: after - before }
}

test.each([
  ['skills', 1, 'Le tue capacità'],
  ['place', 2, 'Il tuo comune'],
] as const)('suggestions of the field for %s', async (what, step, name) => {
  const { before: without } = await joinAt(0, (page) => page.getByRole('textbox', { name: 'Cognome' }).waitFor())
  const { before } = await joinAt(step, combobox(name))
  measured[`suggestions, ${what}`] = before - without
  expect(before - without).toBeGreaterThan(0)
  expect(before - without).toBeLessThanOrEqual(2 * KB)
})

test('what is asked about a chosen skill', async () => {
  const ready = async (page: Page) => {
    await combobox('Le tue capacità')(page)
    await page.getByLabel('Cosa sai fare, in una riga').fill('Torte')
    await solver(page)
  }
  const { added } = await joinAt(1, ready, async (page) => {
    await page.getByRole('combobox', { name: 'Le tue capacità' }).fill('torte di compleanno')
    await page.keyboard.press('Enter')
    await page.getByRole('radiogroup', { name: /^Mestiere, attitudine/ }).waitFor()
  })
  measured['chosen skill'] = added
  expect(added).toBeGreaterThan(0)
  expect(added).toBeLessThanOrEqual(1.5 * KB)
})

test('the solver of the proof of work, at the first input', async () => {
  const ready = async (page: Page) => {
    await usable(page)
    await touch(page)
  }
  const choose = async (page: Page) => {
    await page.getByLabel('25 €').check()
    await solver(page)
  }
  const bytes = await weigh('solver', '<mokor-donate></mokor-donate>', ready, choose)
  expect(bytes).toBeGreaterThan(0)
  expect(bytes).toBeLessThanOrEqual(KB)
})

test('the slip, when a donation is sent', async () => {
  const ready = async (page: Page) => {
    await usable(page)
    await page.getByLabel('25 €').check()
    await page.getByRole('button', { name: 'Svuota' }).waitFor()
    await solver(page)
  }
  const send = async (page: Page) => {
    await page.getByRole('button', { name: 'Prepara il bonifico' }).click()
    await page.getByText('Beneficiario', { exact: true }).waitFor()
  }
  const bytes = await weigh('slip', '<mokor-donate></mokor-donate>', ready, send)
  expect(bytes).toBeGreaterThan(0)
  expect(bytes).toBeLessThanOrEqual(2 * KB)
})
