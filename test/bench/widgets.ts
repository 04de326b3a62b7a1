// Bytes of each widget on the wire (brotli, loader and Lit included) until it can be used, beside their budgets.
import type { Page } from 'playwright-core'
import { closeBrowser, startBlog, visit } from '../support/blog.js'
import { startNetwork } from '../support/published.js'
import { verdictOf } from './report.js'

const KB = 1024

interface Weighed {
  name: string
  body: string
  /** KB. */
  budget: number
  ready(page: Page): Promise<unknown>
}

const usable = (page: Page) => page.locator('form').first().waitFor()

const widgets: Weighed[] = [
  { name: 'loader', body: '<p>Solo parole.</p>', budget: 0.6, ready: (page) => page.waitForLoadState('networkidle') },
  {
    name: 'mokor-directory',
    body: '<mokor-directory></mokor-directory>',
    budget: 12,
    ready: (page) => page.locator('.card').first().waitFor(),
  },
  { name: 'mokor-commission-form', body: '<mokor-commission-form></mokor-commission-form>', budget: 10, ready: usable },
  { name: 'mokor-join-form', body: '<mokor-join-form></mokor-join-form>', budget: 10, ready: usable },
  { name: 'mokor-donate', body: '<mokor-donate></mokor-donate>', budget: 10, ready: usable },
]

export async function widgetBytes(): Promise<void> {
  console.log('\nWidgets on the wire')
  if (!process.env.MOKOR_TEST_CHROMIUM) {
    console.log('  not measured: no Chromium found')
    return
  }
  const blog = await startBlog()
  const site = await startNetwork(blog.origin)
  for (const { name, body, budget, ready } of widgets) {
    const { page, close } = await visit(blog.publish(site.url, body))
    const shown = await ready(page)
      .then(() => page.waitForLoadState('networkidle'))
      .then(() => true)
      .catch(() => false)
    if (!shown) {
      verdictOf(`${name}: not to be used within 30 s`, false)
      await close()
      continue
    }
    const bytes = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .filter((entry) => entry.name.includes('/widgets/'))
        .reduce((sum, entry) => sum + (entry as PerformanceResourceTiming).encodedBodySize, 0),
    )
    verdictOf(`${name}: ${(bytes / KB).toFixed(2)} KB of ${budget}`, bytes <= budget * KB)
    await close()
  }
  await closeBrowser()
  await site.close()
  await blog.close()
}
