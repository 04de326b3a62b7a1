// `npm run screenshots`: takes the docs' pictures from a running `npm run demo` (same PORT and BLOG_PORT); `--admin` the admin's alone.
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { chromiumArgs, ensureChromium } from '../test/support/chromium.mjs'

const here = path.dirname(fileURLToPath(import.meta.url))
const network = `http://localhost:${process.env.PORT || 3000}`
const blog = `http://localhost:${process.env.BLOG_PORT || 3001}`
const owner = JSON.parse(fs.readFileSync(path.join(here, '..', '.data', 'owner.json'), 'utf8'))

const browser = await chromium.launch({ executablePath: await ensureChromium(console.log), args: chromiumArgs })
const context = await browser.newContext({
  locale: 'it-IT',
  viewport: { width: 1200, height: 800 },
  reducedMotion: 'reduce',
})
const page = await context.newPage()

async function shot(name) {
  await page.waitForLoadState('networkidle')
  await page.screenshot({ path: path.join(here, 'screenshots', `${name}.png`) })
  console.log(`screenshots/${name}.png`)
}

async function widget(address, element) {
  await page.goto(blog + address)
  await page.locator(element).scrollIntoViewIfNeeded()
  await page.locator(`${element}:defined`).waitFor()
  await page.locator(element).evaluate((found) => window.scrollTo(0, found.getBoundingClientRect().top + scrollY - 24))
}

async function blogPictures() {
  await widget('/chi-lo-sa-fare.html', 'mokor-directory')
  await page.locator('mokor-directory').getByRole('link').first().waitFor()
  await shot('blog-directory')

  await widget('/chiedi.html', 'mokor-commission-form')
  await page
    .getByLabel('Che lavoro serve?')
    .fill('Una persiana di legno che non chiude più: vorrei ripararla, non cambiarla.')
  await page
    .locator('mokor-commission-form')
    .evaluate((found) => window.scrollTo(0, found.getBoundingClientRect().top + scrollY - 24))
  await shot('blog-request')

  await widget('/sostieni.html', 'mokor-donate')
  await page.getByText('25 €').click()
  await page
    .locator('mokor-donate')
    .getByRole('button', { name: /dona|bonifico|dati/i })
    .last()
    .click()
  await page
    .getByText(/^IBAN$/)
    .first()
    .waitFor()
  await page
    .getByText(/^IBAN$/)
    .first()
    .scrollIntoViewIfNeeded()
  await shot('blog-donation')
}

if (!process.argv.includes('--admin')) await blogPictures()

await page.goto(`${network}/admin`)
await page.locator('#field-email').fill(owner.email)
await page.locator('#field-password').fill(owner.password)
await page.locator('button[type=submit]').click()
await page.locator('.mokor-today').waitFor()
await shot('admin-today')
await page.goto(`${network}/admin/mokor/desk?queue=members`)
await page.locator('.mokor-queue[aria-busy=false]').waitFor()
// One that will be seen by visitors, as the card beside it says.
for (const row of await page.locator('[data-mokor-row]').all()) {
  await row.click()
  await page.locator(`[data-mokor-item="${await row.getAttribute('data-mokor-row')}"]`).waitFor()
  if (await page.locator('.mokor-sheet .mokor-card').isVisible()) break
}
await shot('admin-desk')
await page.goto(`${network}/admin/mokor/desk?queue=messages`)
await page.locator('[data-mokor-row]').first().click()
await page.locator('.mokor-sheet').getByText('Lucia Fanti').first().waitFor()
await page.setViewportSize({ width: 390, height: 800 })
await shot('admin-desk-phone')

await browser.close()
