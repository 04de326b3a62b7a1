// What the widgets weigh on the wire, against their budgets.
import fs from 'node:fs'
import { type Blog, closeBrowser, startBlog } from '../support/blog.js'
import { startNetwork } from '../support/published.js'
import type { Site } from '../support/site.js'
import { KB, weighings } from '../support/weighings.js'

let blog: Blog
let site: Site
const lines: string[] = []

beforeAll(async () => {
  blog = await startBlog()
  site = await startNetwork(blog.origin)
})
afterAll(async () => {
  await closeBrowser()
  await site.close()
  await blog.close()
  process.stdout.write(`${lines.join('\n')}\n`)
  if (process.env.MOKOR_TEST_SHOTS)
    fs.writeFileSync(`${process.env.MOKOR_TEST_SHOTS}/bytes.txt`, `${lines.join('\n')}\n`)
})

test.each(weighings)('$what: within $budget KB', async ({ what, budget, weigh }) => {
  const bytes = await weigh({ blog, site })
  lines.push(`${what}: ${(bytes / KB).toFixed(2)} KB of ${budget}`)
  expect(bytes).toBeGreaterThan(0)
  expect(bytes).toBeLessThanOrEqual(budget * KB)
})
