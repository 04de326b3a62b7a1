// What the loader does to a partner's page, in good days and bad ones.
import fs from 'node:fs'
import { axe, type Blog, closeBrowser, shot, startBlog, visit } from '../support/blog.js'
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

const link = '<a href="/rete">Le persone della rete</a>'
const directory = `<mokor-directory>${link}</mokor-directory>`
const everybody = '29 persone e aziende'
const isWidget = (address: string) => address.includes('/widgets/')

test('loads nothing but itself on a page without elements', async () => {
  const { page, complaints, close } = await visit(blog.publish(site.url, '<p>Solo parole.</p>'))
  await page.waitForLoadState('networkidle')
  const loaded = await page.evaluate(() => performance.getEntriesByType('resource').map((entry) => entry.name))
  expect(loaded.filter(isWidget)).toEqual([`${site.url}/api/mokor/v1/widgets/mokor.js`])
  expect(complaints).toEqual([])
  await close()
})

test('loads an element when it nears the viewport', async () => {
  const { page, close } = await visit(
    blog.publish(site.url, `<div class="far"></div>${directory}`, { css: '.far { height: 4000px }' }),
  )
  await page.waitForLoadState('networkidle')
  expect(await page.evaluate(() => customElements.get('mokor-directory') === undefined)).toBe(true)
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
  await page.getByText(everybody).waitFor()
  await close()
})

test('finds elements that come later, and once only when it is included twice', async () => {
  const js = `setTimeout(() => { document.querySelector('main').append(document.createElement('mokor-directory')) }, 50)`
  const { page, complaints, close } = await visit(blog.publish(site.url, '', { js, loaders: 2 }))
  await page.getByText(everybody).waitFor()
  expect(complaints).toEqual([])
  await close()
})

test('leaves no mark on the page: no global, no cookie, nothing stored, no third party', async () => {
  const { page, close } = await visit(blog.publish(site.url, directory))
  await page.getByText(everybody).waitFor()
  const marks = await page.evaluate(async () => ({
    globals: Object.keys(window).filter((name) => /mokor/i.test(name)),
    cookie: document.cookie,
    kept: localStorage.length + sessionStorage.length,
    hosts: [...new Set(performance.getEntriesByType('resource').map((entry) => new URL(entry.name).origin))],
  }))
  expect(marks).toMatchObject({ globals: [], cookie: '', kept: 0 })
  expect(marks.hosts.sort()).toEqual([blog.origin, site.url].sort())
  expect(await page.context().cookies()).toEqual([])
  await close()
})

test('survives being moved in the page', async () => {
  const { page, complaints, close } = await visit(blog.publish(site.url, `${directory}<aside></aside>`))
  await page.getByText(everybody).waitFor()
  await page.getByRole('searchbox').fill('rubinetti')
  await page.evaluate(() =>
    document.querySelector('aside')?.append(document.querySelector('mokor-directory') as Element),
  )
  await page.getByText('6 persone e aziende').waitFor()
  await page.getByRole('button', { name: 'Provincia' }).click()
  await page.getByRole('checkbox', { name: /Cuneo/ }).waitFor()
  // A click outside closes the list: its listener came along.
  await page.getByRole('heading', { name: 'Il blog' }).click()
  expect(await page.getByRole('checkbox').count()).toBe(0)
  expect(complaints).toEqual([])
  await close()
})

test('the API is down: the page’s own link stands, with a way to try again', async () => {
  const address = blog.publish(site.url, directory)
  const { page, close } = await visit('about:blank')
  let down = true
  await page.route('**/mokor/v1/members*', (route) => (down ? route.abort() : route.continue()))
  await page.goto(address)
  await page.getByRole('alert').waitFor()
  expect(await page.getByRole('link', { name: 'Le persone della rete' }).isVisible()).toBe(true)
  await shot(page, 'directory-down')
  expect(await axe(page)).toEqual([])
  down = false
  await page.getByRole('button', { name: 'Riprova' }).click()
  await page.getByText(everybody).waitFor()
  expect(await page.getByRole('link', { name: 'Le persone della rete' }).isVisible()).toBe(false)
  await close()
})

test('the widgets themselves cannot be fetched: the page’s own link stands', async () => {
  const { page, close } = await visit('about:blank')
  await page.route(/widgets\/core-/, (route) => route.abort())
  await page.goto(blog.publish(site.url, directory))
  await page.waitForLoadState('networkidle')
  expect(await page.getByRole('link', { name: 'Le persone della rete' }).isVisible()).toBe(true)
  await close()
})

test('without JavaScript the page’s own link stands', async () => {
  const { page, close } = await visit(blog.publish(site.url, directory), { javaScriptEnabled: false })
  expect(await page.getByRole('link', { name: 'Le persone della rete' }).isVisible()).toBe(true)
  await close()
})

test('on a slow network room is kept, and what comes below hardly moves', async () => {
  const { page, close } = await visit('about:blank')
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: 60_000,
    uploadThroughput: 60_000,
  })
  await page.addInitScript(() => {
    const shifts: number[] = []
    Object.assign(window, { shifts })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value)
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await page.goto(blog.publish(site.url, `${directory}<p>Poi continua l’articolo.</p>`))
  await page.getByText(everybody).waitFor()
  const moved = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts.reduce((a, b) => a + b, 0))
  expect(moved).toBeLessThan(0.1)
  await close()
})

describe('the files', () => {
  const get = (file: string, init?: RequestInit) => fetch(`${site.url}/api/mokor/v1/widgets/${file}`, init)
  const manifest = JSON.parse(fs.readFileSync('dist/widgets/cdn/manifest.json', 'utf8')) as {
    files: Record<string, { bytes: number; br: number }>
  }
  const chunk = Object.keys(manifest.files).find((file) => file.startsWith('core-')) as string

  test('the loader is kept shortly and validated, chunks for ever', async () => {
    const loader = await get('mokor.js')
    expect(loader.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(loader.headers.get('access-control-allow-origin')).toBe('*')
    expect(loader.headers.get('cache-control')).toBe('public, max-age=60, must-revalidate')
    const again = await get('mokor.js', { headers: { 'If-None-Match': loader.headers.get('etag') as string } })
    expect(again.status).toBe(304)
    expect((await get(chunk)).headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  })

  test.each([
    ['br', 'br'],
    ['gzip, br;q=0', 'gzip'],
    ['identity', null],
  ])('asked with %s they come as %s', async (asked, given) => {
    const response = await get(chunk, { headers: { 'Accept-Encoding': asked } })
    expect(response.headers.get('content-encoding')).toBe(given)
    expect(response.headers.get('vary')).toContain('Accept-Encoding')
    expect((await response.text()).length).toBe(manifest.files[chunk]?.bytes)
  })

  test.each([
    'manifest.json',
    '..%2Fcore%2Faddress.js',
    '%2e%2e%2f%2e%2e%2fplugin%2findex.js',
    'mokor.js.br',
    '__proto__',
  ])('%s is not among them', async (file) => {
    expect((await get(file)).status).toBe(404)
  })
})
