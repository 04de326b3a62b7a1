// What the loader does to a partner's page, in good days and bad ones.
import fs from 'node:fs'
import type { TeamDto } from '../../plugin/api/dto.js'
import { axe, measureShifts, shot, slowNetwork, visit } from '../support/blog.js'
import { startPartner } from '../support/partner.js'

const { blog, site } = await startPartner()

const link = '<a href="/rete">Le persone della rete</a>'
const directory = `<mokor-directory>${link}</mokor-directory>`
const everybody = '29 persone e aziende'
const sartoria: TeamDto['team'] = {
  slug: 'sartoria',
  name: 'Sartoria del martedì',
  members: ['Nadia C.', 'Omar B.', 'Lucia F.'].map((name, n) => ({
    slug: `s${n}`,
    name,
    role: 'Taglio',
    page: `/s${n}`,
  })),
}
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
  const bare = await visit(blog.publish(site.url, '<p>Solo parole.</p>'))
  const names = () => [...Reflect.ownKeys(window), ...Reflect.ownKeys(Symbol)].map(String)
  const before = await bare.page.evaluate(names)
  await bare.close()
  const after = await page.evaluate(names)
  const marks = await page.evaluate(async () => ({
    cookie: document.cookie,
    kept: localStorage.length + sessionStorage.length,
    hosts: [...new Set(performance.getEntriesByType('resource').map((entry) => new URL(entry.name).origin))],
  }))
  expect(after.filter((name) => !before.includes(name))).toEqual([])
  expect(marks).toMatchObject({ cookie: '', kept: 0 })
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

test.each([
  ['mokor-directory', '', '**/mokor/v1/members*'],
  ['mokor-member', 'slug="maria-rossi-7k3f"', '**/mokor/v1/members/*'],
  ['mokor-team', 'slug="sartoria"', '**/mokor/v1/teams/*'],
])(
  '%s: the network answers that it is out of order, and the page’s own link stands',
  async (tag, attributes, route) => {
    const { page, close } = await visit('about:blank')
    await page.route(route, (asked) => asked.fulfill({ status: 503, body: 'Bad Gateway' }))
    await page.goto(blog.publish(site.url, `<${tag} ${attributes}>${link}</${tag}>`))
    await page.getByRole('alert').waitFor()
    expect(await page.getByRole('link', { name: 'Le persone della rete' }).isVisible()).toBe(true)
    await close()
  },
)

test('follows the language of the element, of what is around it, and of the page', async () => {
  const { page, complaints, close } = await visit(blog.publish(site.url, `<section>${directory}</section>`))
  await page.getByText(everybody).waitFor()
  const speak = (selector: string, lang: string) =>
    page.evaluate(
      ([where, code]) => document.querySelector(where as string)?.setAttribute('lang', code as string),
      [selector, lang],
    )
  const english = page.getByText('29 people and companies')
  await speak('html', 'en')
  await english.waitFor()
  await speak('section', 'it')
  await page.getByText(everybody).waitFor()
  await speak('mokor-directory', 'en')
  await english.waitFor()
  // Moved to where another language is spoken.
  await page.evaluate(() => {
    const element = document.querySelector('mokor-directory') as Element
    element.removeAttribute('lang')
    document.querySelector('main')?.append(element)
  })
  await english.waitFor()
  await page.evaluate(() =>
    document.querySelector('section')?.append(document.querySelector('mokor-directory') as Element),
  )
  await page.getByText(everybody).waitFor()
  expect(complaints).toEqual([])
  await close()
})

test('words that cannot be fetched leave those at hand, marked as what they are, and all goes on', async () => {
  const { page, close } = await visit(blog.publish(site.url, directory))
  await page.getByText(everybody).waitFor()
  const box = page.locator('mokor-directory .box')
  expect(await box.getAttribute('lang')).toBeNull()
  let down = true
  await page.route(/widgets\/directory-/, (route) => (down ? route.abort() : route.continue()))
  const refused = page.waitForEvent('requestfailed', (request) => /widgets\/directory-/.test(request.url()))
  await page.evaluate(() => document.documentElement.setAttribute('lang', 'en'))
  await refused
  await page.locator('mokor-directory .box[lang=it]').waitFor()
  await page.getByRole('searchbox').fill('rubinetti')
  await page.getByText('6 persone e aziende').waitFor()
  down = false
  await page.evaluate(() => document.documentElement.setAttribute('lang', 'en-GB'))
  await page.getByText('6 people and companies').waitFor()
  expect(await box.getAttribute('lang')).toBeNull()
  await close()
})

test('in a language that it does not speak, what it says is marked as English', async () => {
  const { page, close } = await visit(blog.publish(site.url, directory, { lang: 'de' }))
  await page.getByText('29 people and companies').waitFor()
  expect(await page.locator('mokor-directory .box').getAttribute('lang')).toBe('en')
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

test('an element that cannot be fetched keeps no room', async () => {
  const { page, close } = await visit('about:blank')
  const refused = page.waitForEvent('requestfailed', (request) => /widgets\/core-/.test(request.url()))
  await page.route(/widgets\/core-/, (route) => route.abort())
  await page.goto(blog.publish(site.url, directory))
  await refused
  await page.waitForFunction(() => (document.querySelector('mokor-directory')?.clientHeight ?? 999) < 100)
  await close()
})

/** What the guide tells pages to put into their style sheet, once in each language. */
const advised = [...fs.readFileSync('widgets/README.md', 'utf8').matchAll(/```css\n(@media \(scripting.*?)```/gs)].map(
  ([, css]) => css as string,
)

test('the guide’s own style sheet keeps room until the loader runs, and gives it up where that never comes', async () => {
  expect(new Set(advised).size).toBe(1)
  expect(advised).toHaveLength(2)
  for (const reducedMotion of ['no-preference', 'reduce'] as const) {
    const { page, close } = await visit('about:blank', { reducedMotion })
    await page.route('**/mokor/v1/**', (route) => route.abort())
    await page.goto(blog.publish(site.url, directory, { css: advised[0] as string }))
    const height = () => page.locator('mokor-directory').evaluate(({ clientHeight }) => clientHeight)
    expect(await height()).toBe(720)
    await page.evaluate(() => {
      for (const one of document.getAnimations()) one.finish()
    })
    expect(await height()).toBeLessThan(100)
    expect(await page.getByRole('link', { name: 'Le persone della rete' }).isVisible()).toBe(true)
    await close()
  }
})

test('without JavaScript the page’s own link stands', async () => {
  const { page, close } = await visit(blog.publish(site.url, directory), { javaScriptEnabled: false })
  expect(await page.getByRole('link', { name: 'Le persone della rete' }).isVisible()).toBe(true)
  await close()
})

test.each([
  ['mokor-directory', '', '.card a'],
  ['mokor-member', 'slug="maria-rossi-7k3f"', 'article'],
  ['mokor-team', 'slug="sartoria"', 'mokor-team li a'],
  ['mokor-commission-form', '', 'form'],
  ['mokor-join-form', '', 'form'],
  ['mokor-donate', '', 'form'],
])('%s: on a slow network room is kept, and what comes below hardly moves', async (tag, attributes, shown) => {
  const { page, close } = await visit('about:blank')
  await page.route('**/mokor/v1/teams/*', (route) => route.fulfill({ json: { team: sartoria } }))
  await slowNetwork(page)
  const shifts = await measureShifts(page)
  await page.goto(blog.publish(site.url, `<${tag} ${attributes}>${link}</${tag}><p>Poi continua l’articolo.</p>`))
  await page.locator(shown).first().waitFor()
  await page.waitForLoadState('networkidle')
  expect(await shifts()).toBeLessThan(0.05)
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
