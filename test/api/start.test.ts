import { startSite } from '../support/site.js'

test('a site with the plugin starts and answers', async () => {
  const site = await startSite()
  const response = await site.fetch('/api/users/me')
  expect(response.status).toBe(200)
  const over = await fetch(`${site.url}/api/users/me`)
  expect(over.status).toBe(200)
  await site.close()
})
