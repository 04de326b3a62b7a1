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
