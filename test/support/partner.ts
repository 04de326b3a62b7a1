// A partner's blog and the network whose people it shows, for a whole test file; both end with the file, and Chromium too.
import { type Blog, closeBrowser, startBlog } from './blog.js'
import { startPublishedSite } from './published.js'
import type { Site } from './site.js'

/** Called where the file begins, outside its hooks: it adds a hook of its own. */
export async function startPartner(): Promise<{ blog: Blog; site: Site }> {
  const blog = await startBlog()
  const site = await startPublishedSite(blog.origin)
  afterAll(async () => {
    await closeBrowser()
    await site.close()
    await blog.close()
  })
  return { blog, site }
}
