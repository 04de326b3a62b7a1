// Bytes that each widget transfers, one row a budget: checked by the browser tests, printed by the bench.
import type { Page } from 'playwright-core'
import { type Blog, visit } from './blog.js'
import type { Site } from './site.js'

export const KB = 1024

/** A partner's blog, and the network that it shows. */
export interface Scales {
  blog: Blog
  site: Site
}

export interface WidgetSize {
  what: string
  /** KB of 1,024 bytes, brotli. */
  budget: number
  /** Bytes of scripts that came over the wire. */
  weigh(scales: Scales): Promise<number>
}

type Act = (page: Page) => Promise<unknown>

/** Brotli bodies of the network's scripts that came so far. */
async function weight(page: Page): Promise<number> {
  await page.waitForLoadState('networkidle')
  const files = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map((entry) => ({ name: entry.name, bytes: (entry as PerformanceResourceTiming).encodedBodySize })),
  )
  return files.filter(({ name }) => name.includes('/widgets/')).reduce((sum, { bytes }) => sum + bytes, 0)
}

/** All that comes until an element can be used, in one language, loader and Lit included. */
const whole =
  (body: string, ready: Act): WidgetSize['weigh'] =>
  async ({ blog, site }) => {
    const { page, close } = await visit(blog.publish(site.url, body))
    await ready(page)
    const bytes = await weight(page)
    await close()
    return bytes
  }

/** What an act of the visitor adds. */
const added =
  (body: string, ready: Act, act: Act): WidgetSize['weigh'] =>
  async ({ blog, site }) => {
    const { page, close } = await visit(blog.publish(site.url, body))
    await ready(page)
    const before = await weight(page)
    await act(page)
    const after = await weight(page)
    await close()
    return after - before
  }

/** The join form opened at a step, as its draft says. */
async function joinAt(step: number, { blog, site }: Scales, ready: Act): Promise<{ page: Page; close: Act }> {
  const key = `mokor-join-form ${site.url}/api/mokor/v1`
  const draft = JSON.stringify({ values: {}, pending: {}, step })
  const { page, close } = await visit(blog.publish(site.url, '<mokor-join-form></mokor-join-form>'))
  await page.evaluate(([name, value]) => sessionStorage.setItem(name as string, value as string), [key, draft])
  await page.reload()
  await page.getByRole('button', { name: 'Svuota' }).waitFor()
  await ready(page)
  return { page, close }
}

/** What a step of the join form brings that its first step does not. */
const stepBrings =
  (step: number, ready: Act): WidgetSize['weigh'] =>
  async (scales) => {
    const first = await joinAt(0, scales, (page) => page.getByRole('textbox', { name: 'Cognome' }).waitFor())
    const without = await weight(first.page)
    await first.close(first.page)
    const { page, close } = await joinAt(step, scales, ready)
    const bytes = (await weight(page)) - without
    await close(page)
    return bytes
  }

// ── What a visitor does ────────────────────────────────────────────────────

const nothingShown: Act = (page) => page.waitForLoadState('networkidle')
const listed: Act = (page) => page.getByText('29 persone e aziende').waitFor()
const usable: Act = (page) => page.locator('form').first().waitFor()
const combobox =
  (name: string): Act =>
  (page) =>
    page.getByRole('combobox', { name }).waitFor()

/** The solver comes with the first input, beside the challenge. */
const solving: Act = (page) =>
  page.waitForFunction(() => performance.getEntriesByType('resource').some(({ name }) => name.includes('/solver')))

const openProfileAndWrite: Act = async (page) => {
  // Whoever comes first today: the order changes each day.
  await page.getByRole('listitem').getByRole('link').first().click()
  await page.getByRole('button', { name: /Torna ai risultati/ }).waitFor()
  await page.getByRole('button', { name: /Scrivi a/ }).click()
  await page.getByRole('textbox', { name: 'Messaggio' }).waitFor()
}

/** As a visitor enters the first field. */
const touch: Act = async (page) => {
  await page.locator('form input, form textarea').first().focus()
  await page.getByRole('button', { name: 'Svuota' }).waitFor()
  if (await page.locator('mokor-commission-form').count()) await combobox('Mestiere')(page)
}

const touched: Act = async (page) => {
  await usable(page)
  await touch(page)
}

const chooseAmount: Act = async (page) => {
  await page.getByLabel('25 €').check()
  await solving(page)
}

const sendPledge: Act = async (page) => {
  await page.getByRole('button', { name: 'Prepara il bonifico' }).click()
  await page.getByText('Beneficiario', { exact: true }).waitFor()
}

const element = (tag: string) => `<${tag}></${tag}>`

export const widgetSizes: readonly WidgetSize[] = [
  { what: 'loader', budget: 0.7, weigh: whole('<p>Solo parole.</p>', nothingShown) },
  { what: 'mokor-directory', budget: 13, weigh: whole(element('mokor-directory'), listed) },
  {
    what: 'mokor-member',
    budget: 13,
    weigh: whole('<mokor-member slug="maria-rossi-7k3f"></mokor-member>', (page) =>
      page.getByRole('button', { name: /Scrivi a/ }).waitFor(),
    ),
  },
  // A team that is not there brings the same files.
  {
    what: 'mokor-team',
    budget: 9,
    weigh: whole('<mokor-team slug="nessuna"></mokor-team>', (page) =>
      page.locator('mokor-team').getByRole('alert').waitFor(),
    ),
  },
  { what: 'mokor-commission-form', budget: 11, weigh: whole(element('mokor-commission-form'), usable) },
  { what: 'mokor-join-form', budget: 11, weigh: whole(element('mokor-join-form'), usable) },
  { what: 'mokor-donate', budget: 11, weigh: whole(element('mokor-donate'), usable) },
  {
    what: 'profile with relay',
    budget: 6,
    weigh: added(element('mokor-directory'), listed, openProfileAndWrite),
  },
  { what: 'suggestions of trades', budget: 2, weigh: stepBrings(1, combobox('Le tue capacità')) },
  { what: 'suggestions of places', budget: 2, weigh: stepBrings(2, combobox('Il tuo comune')) },
  {
    what: 'what is asked about a chosen skill',
    budget: 1.5,
    weigh: async (scales) => {
      const { page, close } = await joinAt(1, scales, async (page) => {
        await combobox('Le tue capacità')(page)
        await page.getByLabel('Cosa sai fare, in una riga').fill('Torte')
        await solving(page)
      })
      const before = await weight(page)
      await page.getByRole('combobox', { name: 'Le tue capacità' }).fill('torte di compleanno')
      await page.keyboard.press('Enter')
      await page.getByRole('radiogroup', { name: /^Mestiere, attitudine/ }).waitFor()
      const bytes = (await weight(page)) - before
      await close(page)
      return bytes
    },
  },
  {
    what: 'donation slip',
    budget: 2,
    weigh: added(
      element('mokor-donate'),
      async (page) => {
        await touched(page)
        await chooseAmount(page)
      },
      sendPledge,
    ),
  },
  { what: 'proof-of-work solver', budget: 1, weigh: added(element('mokor-donate'), touched, chooseAmount) },
  // What checks, keeps and sends a form. Joining asks most; a request brings the suggestions of its trades along.
  { what: 'first touch of mokor-join-form', budget: 7.25, weigh: added(element('mokor-join-form'), usable, touch) },
  { what: 'first touch of mokor-donate', budget: 6.5, weigh: added(element('mokor-donate'), usable, touch) },
  {
    what: 'first touch of mokor-commission-form',
    budget: 6.5 + 2,
    weigh: added(element('mokor-commission-form'), usable, touch),
  },
]
