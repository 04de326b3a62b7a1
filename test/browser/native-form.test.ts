// The suggesting fields as a site bundles them itself: they take part in the site's own form, as native fields do.

import { build } from 'esbuild'
import type { Page } from 'playwright-core'
import { visit } from '../support/blog.js'
import { startPartner } from '../support/partner.js'

const { blog, site } = await startPartner()
const { outputFiles } = await build({
  stdin: {
    contents: `import 'payload-plugin-mokor/widgets/mokor-place.js'\nimport 'payload-plugin-mokor/widgets/mokor-skills.js'`,
    resolveDir: process.cwd(),
  },
  bundle: true,
  write: false,
  format: 'esm',
  // The package as its exports give it, not our own sources.
  tsconfigRaw: '{}',
  logLevel: 'error',
})
const js = outputFiles[0]?.text ?? ''

const api = `api="${site.url}/api/mokor/v1"`
const body = `<form>
  <mokor-place name="town" label="Comune" required ${api}></mokor-place>
  <mokor-skills name="skill" label="Mestieri" ${api}></mokor-skills>
  <button>Manda</button><button type="reset">Svuota</button>
</form>`

async function open(): Promise<{ page: Page; sent: () => Promise<string[][]>; close: () => Promise<void> }> {
  const { page, close } = await visit(blog.publish(site.url, body, { js, loaders: 0 }))
  await page.getByRole('combobox', { name: 'Mestieri' }).waitFor()
  const sent = () =>
    page.locator('form').evaluate((form) => [...new FormData(form as HTMLFormElement)].map((pair) => pair.map(String)))
  return { page, sent, close }
}

const isValid = (page: Page): Promise<boolean> =>
  page.locator('form').evaluate((form) => (form as HTMLFormElement).checkValidity())

/** Picks what the network suggests. */
async function pick(page: Page, field: string, typed: string, name: RegExp): Promise<void> {
  await page.getByRole('combobox', { name: field }).fill(typed)
  await page.getByRole('option', { name }).click()
}

test('what is chosen is sent under the field’s name, one entry a choice; what is only typed is not', async () => {
  const { page, sent, close } = await open()
  expect(await sent()).toEqual([])
  await pick(page, 'Comune', 'Alba', /^Alba CN/)
  await pick(page, 'Mestieri', 'falegn', /Falegname/)
  await pick(page, 'Mestieri', 'giardin', /Giardiniere/)
  await page.getByRole('combobox', { name: 'Mestieri' }).fill('Rest')
  expect(await sent()).toEqual([
    ['town', '004003'],
    ['skill', 'falegname'],
    ['skill', 'giardiniere'],
  ])
  await close()
})

test('a field that must be filled holds the form back, with the browser’s own words at its input', async () => {
  const { page, close } = await open()
  expect(await isValid(page)).toBe(false)
  const before = page.url()
  await page.getByRole('button', { name: 'Manda' }).click()
  expect(page.url()).toBe(before)
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe('mokor-place')
  await pick(page, 'Comune', 'Alba', /^Alba CN/)
  expect(await isValid(page)).toBe(true)
  const asked = page.waitForRequest((request) => request.url().endsWith('?town=004003'))
  await page.getByRole('button', { name: 'Manda' }).click()
  await asked
  await close()
})

test('a reset empties them with the rest of the form', async () => {
  const { page, sent, close } = await open()
  await pick(page, 'Comune', 'Alba', /^Alba CN/)
  await pick(page, 'Mestieri', 'falegn', /Falegname/)
  await page.getByRole('button', { name: 'Svuota' }).click()
  await page.getByRole('button', { name: /^Togli/ }).waitFor({ state: 'detached' })
  expect(await page.getByRole('combobox', { name: 'Comune' }).inputValue()).toBe('')
  expect(await sent()).toEqual([])
  await close()
})
