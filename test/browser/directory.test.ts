// The directory in a partner's page: found, narrowed, opened in place, left again; for eyes, keyboard and screen readers.
import { axe, type Blog, closeBrowser, overflows, shot, startBlog, visit } from '../support/blog.js'
import { startNetwork } from '../support/published.js'
import type { Site } from '../support/site.js'

let blog: Blog
let site: Site

beforeAll(async () => {
  blog = await startBlog()
  site = await startNetwork(blog.origin)
})
afterAll(async () => {
  await closeBrowser()
  await site.close()
  await blog.close()
})

const directory = (attributes = '') =>
  `<mokor-directory ${attributes}><a href="${site.url}/api/mokor/v1/pages/directory">Le persone della rete</a></mokor-directory>`

const open = (body = directory(), options: Parameters<typeof visit>[1] = {}, page = {}) =>
  visit(blog.publish(site.url, body, page), options)

test('shows people, how many they are, and no more than a page of them', async () => {
  const { page, complaints, close } = await open()
  await page.getByText('29 persone e aziende').waitFor()
  expect(await page.locator('.card a').count()).toBe(12)
  await shot(page, 'directory-1280')
  expect(await axe(page)).toEqual([])
  expect(complaints).toEqual([])
  await close()
})
