// Bytes of the widgets on the wire (brotli), beside their budgets.
import { closeBrowser, startBlog } from '../support/blog.js'
import { startPublishedSite } from '../support/published.js'
import { KB, widgetSizes } from '../support/widget-sizes.js'
import { verdictOf } from './report.js'

export async function widgetBytes(): Promise<void> {
  console.log('\nWidgets on the wire')
  const blog = await startBlog()
  const site = await startPublishedSite(blog.origin)
  for (const { what, budget, weigh } of widgetSizes) {
    const bytes = await weigh({ blog, site })
    verdictOf(`${what}: ${(bytes / KB).toFixed(2)} KB of ${budget}`, bytes <= budget * KB)
  }
  await closeBrowser()
  await site.close()
  await blog.close()
}
