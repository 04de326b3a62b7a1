// What the loader does to a partner's page, in good days and bad ones.
import fs from 'node:fs'
import type { TeamDto } from '../../collections/teams/dto.js'
import { Problem, problemBody } from '../../plugin/api/problem.js'
import { axe, measureShifts, shot, slowNetwork, visit } from '../support/blog.js'
import { inParents, parentsCss, sizesInParents } from '../support/parents.js'
import { startPartner } from '../support/partner.js'

const { blog, site } = await startPartner()

const link = '<a href="/rete">Le persone della rete</a>'
const directory = `<mokor-directory>${link}</mokor-directory>`
const everybody = '29 persone e aziende'
const sartoria: TeamDto['team'] = {
  slug: 'sartoria',
  name: 'Sartoria del martedì',
  purpose: '',
  note: 'Il gruppo non è una società.',
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

test.each([
  ['mokor-directory', '', '**/mokor/v1/members*', '.card a'],
  ['mokor-member', 'slug="maria-rossi-7k3f"', '**/mokor/v1/members/*', 'article'],
  ['mokor-team', 'slug="sartoria"', '**/mokor/v1/teams/*', 'mokor-team li a'],
])(
  '%s: too many ask at once: that is said, and asked again by itself when the network wants it',
  async (tag, attributes, route, shown) => {
    const { page, close } = await visit('about:blank')
    let asked = 0
    await page.route(route, async (one) => {
      asked += 1
      if (asked === 1)
        return one.fulfill({
          status: 503,
          headers: {
            'Access-Control-Allow-Origin': '*',
            'Access-Control-Expose-Headers': 'Retry-After',
            'Retry-After': '1',
          },
          json: problemBody(new Problem('busy', [], 1), 'it', true),
        })
      return tag === 'mokor-team' ? one.fulfill({ json: { team: sartoria } }) : one.continue()
    })
    await page.goto(blog.publish(site.url, `<${tag} ${attributes}>${link}</${tag}>`))
    await page.getByRole('alert').getByText('tra qualche secondo si riprova da sé').waitFor()
    expect(await page.getByRole('link', { name: 'Le persone della rete' }).isVisible()).toBe(false)
    await page.locator(shown).first().waitFor()
    expect([asked, await page.getByRole('alert').count()]).toEqual([2, 0])
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
  // The network says the count, in the page's language; the words at hand are the element's.
  await page.getByText('6 people and companies').waitFor()
  await page.getByText('Prende lavori ora').waitFor()
  down = false
  await page.evaluate(() => document.documentElement.setAttribute('lang', 'en-GB'))
  await page.getByText('Takes work now').waitFor()
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

/** The first snippet of every guide: the style that keeps room, the script, and an element. */
const snippets = ['README.md', 'widgets/README.md'].flatMap((page) =>
  [...fs.readFileSync(page, 'utf8').matchAll(/```html\n(<style>.*?)```/gs)].map(([, html = '']) =>
    html.replace(/https:\/\/(NETWORK|RETE|network\.example)/g, site.url),
  ),
)
const css = (snippet = ''): string => /<style>(.*)<\/style>/s.exec(snippet)?.[1] ?? ''

test('the guides’ style keeps room until the loader runs, and gives it up where that never comes', async () => {
  expect(snippets).toHaveLength(3)
  expect(new Set(snippets.map(css)).size).toBe(1)
  for (const reducedMotion of ['no-preference', 'reduce'] as const) {
    const { page, close } = await visit('about:blank', { reducedMotion })
    await page.route('**/mokor/v1/**', (route) => route.abort())
    await page.goto(blog.publish(site.url, directory, { css: css(snippets[0]) }))
    const height = () => page.locator('mokor-directory').evaluate(({ clientHeight }) => clientHeight)
    expect(await height()).toBe(74 * 16)
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

const six = [
  ['mokor-directory', '', '.card a'],
  ['mokor-member', 'slug="maria-rossi-7k3f"', 'article'],
  ['mokor-team', 'slug="sartoria"', 'mokor-team li a'],
  ['mokor-commission-form', '', 'form'],
  ['mokor-join-form', '', 'form'],
  ['mokor-donate', '', 'form'],
] as const

test.each(six)(
  '%s by the guides’ first snippet: nothing jumps, though the script comes after the page is drawn',
  async (tag, attributes, shown) => {
    const { page, close } = await visit('about:blank')
    await page.route('**/mokor/v1/teams/*', (route) => route.fulfill({ json: { team: sartoria } }))
    await page.route('**/widgets/mokor.js', async (route) => {
      await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint')[0])
      await route.continue()
    })
    const shifts = await measureShifts(page)
    const element = `<${tag} ${attributes}>${link}</${tag}>`
    const body = `${snippets[1]?.replace(/<mokor-directory.*<\/mokor-directory>/s, element)}<p>Poi continua l’articolo.</p>`
    const csp = `default-src 'self' 'unsafe-inline' ${site.url}`
    await page.goto(blog.publish(site.url, body, { loaders: 0, csp, css: ' ' }))
    await page.locator(shown).first().waitFor()
    await page.waitForLoadState('networkidle')
    expect(await shifts()).toBeLessThan(0.02)
    await close()
  },
)

test('all six in one page by the guides’ first snippet: nothing jumps while it is read from top to bottom', async () => {
  const { page, close } = await visit('about:blank')
  await page.route('**/mokor/v1/teams/*', (route) => route.fulfill({ json: { team: sartoria } }))
  await page.route('**/widgets/mokor.js', async (route) => {
    await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint')[0])
    await route.continue()
  })
  const shifts = await measureShifts(page)
  const all = six.map(([tag, attributes]) => `<h2>${tag}</h2><${tag} ${attributes}>${link}</${tag}>`).join('')
  const body = `${snippets[1]?.replace(/<mokor-directory.*<\/mokor-directory>/s, all)}<p>Poi continua l’articolo.</p>`
  const csp = `default-src 'self' 'unsafe-inline' ${site.url}`
  await page.goto(blog.publish(site.url, body, { loaders: 0, csp, css: ' ' }))
  for (const [tag, , shown] of six) {
    await page.locator(tag).evaluate((element) => element.scrollIntoView())
    await page
      .locator(tag)
      .locator(shown.replace(`${tag} `, ''))
      .first()
      .waitFor()
    await page.waitForLoadState('networkidle')
  }
  await page.getByText('Poi continua').scrollIntoViewIfNeeded()
  expect(await shifts()).toBeLessThanOrEqual(0.02)
  await close()
})

test.each(six)(
  '%s in a page whose 1rem is 10px: targets for fingers, text to be read',
  async (tag, attributes, shown) => {
    const { page, complaints, close } = await visit('about:blank', {
      viewport: { width: 390, height: 800 },
      hasTouch: true,
      isMobile: true,
    })
    await page.route('**/mokor/v1/teams/*', (route) => route.fulfill({ json: { team: sartoria } }))
    await page.goto(
      blog.publish(site.url, `<${tag} ${attributes}>${link}</${tag}>`, { css: 'html { font-size: 62.5% }' }),
    )
    await page.locator(shown).first().waitFor()
    await page.waitForLoadState('networkidle')
    const small = await page.locator(tag).evaluate((element) => {
      const all = [...(element.shadowRoot?.querySelectorAll<HTMLElement>('*') ?? [])].filter(
        (one) => one.getClientRects()[0],
      )
      const name = (one: HTMLElement) => `${one.localName} ${one.className} ${one.textContent?.trim().slice(0, 30)}`
      const isTarget = (one: HTMLElement) =>
        one.matches('button, select, textarea, input:not([type=radio], [type=checkbox]), .option') ||
        (one.matches('a') && !one.closest('.card'))
      const hasText = (one: HTMLElement) =>
        [...one.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim())
      return [
        ...all.filter((one) => isTarget(one) && one.getBoundingClientRect().height < 44).map(name),
        ...all.filter((one) => hasText(one) && Number.parseFloat(getComputedStyle(one).fontSize) < 14).map(name),
      ]
    })
    expect(small).toEqual([])
    await shot(page, `ten-pixels-${tag}`)
    expect(complaints).toEqual([])
    await close()
  },
)

test.each(six.filter(([tag]) => tag !== 'mokor-team'))(
  '%s is as wide as it can be in every parent',
  async (tag, attributes) => {
    for (const width of [280, 900]) {
      const body = inParents(`<${tag} ${attributes}></${tag}>`)
      const { page, complaints, close } = await visit(blog.publish(site.url, body, { css: parentsCss(width) }))
      const sizes = Object.entries(await page.evaluate(sizesInParents))
      expect(sizes).toHaveLength(12)
      expect(sizes.filter(([, size]) => size.width > width || size.width < Math.min(width, 640))).toEqual([])
      expect(sizes.filter(([, size]) => size.height > 5000)).toEqual([])
      expect(complaints).toEqual([])
      await close()
    }
  },
)

test('a script tag without its type works, and the console says what it lacks', async () => {
  const { page, close } = await visit('about:blank')
  const said: string[] = []
  page.on('console', (message) => said.push(message.text()))
  const script = `<script src="${site.url}/api/mokor/v1/widgets/mokor.js"></script>`
  await page.goto(blog.publish(site.url, `${directory}${script}`, { loaders: 0 }))
  await page.getByText(everybody).waitFor()
  expect(said.filter((line) => line.includes('mokor'))).toEqual(['mokor.js needs type="module"'])
  await close()
})

test('what could not be fetched is one line in the console, and is asked for again', async () => {
  const { page, close } = await visit('about:blank')
  const said: string[] = []
  page.on('console', (message) => said.push(message.text()))
  const addresses: string[] = []
  await page.route(/widgets\/core-/, async (route) => {
    addresses.push(route.request().url())
    await (addresses.length < 3 ? route.fulfill({ status: 503 }) : route.continue())
  })
  await page.goto(blog.publish(site.url, directory))
  await page.getByText(everybody).waitFor()
  expect(said.filter((line) => line.startsWith('mokor.js'))).toEqual([
    expect.stringMatching(/^mokor\.js misses \.\/core-\S+\.js /),
  ])
  expect(new Set(addresses).size).toBe(2)
  await close()
})

test('a profile that the address names is loaded and gone to, however far down the directory stands', async () => {
  const address = blog.publish(site.url, `<div class="far"></div>${directory.replace('>', ' history>')}`, {
    css: '.far { height: 4000px }',
  })
  const { page, complaints, close } = await visit(`${address}#mokor=maria-rossi-7k3f`)
  await page.locator('mokor-member article').waitFor()
  await page.waitForFunction(() => {
    const { top, bottom } = document.querySelector('mokor-directory')?.getBoundingClientRect() ?? {
      top: 9e9,
      bottom: 0,
    }
    return top < innerHeight / 2 && bottom > 0
  })
  expect(complaints).toEqual([])
  await close()
})

test('where only the words do not come, no hole stays, and they are asked for again', async () => {
  const { page, close } = await visit('about:blank')
  let down = true
  await page.route(/widgets\/directory-/, (route) => (down ? route.abort() : route.continue()))
  await page.goto(blog.publish(site.url, directory))
  await page.waitForFunction(() => customElements.get('mokor-directory'))
  await page.waitForFunction(() => (document.querySelector('mokor-directory')?.clientHeight ?? 999) < 100)
  expect(await page.getByRole('link', { name: 'Le persone della rete' }).isVisible()).toBe(true)
  down = false
  await page.getByText(everybody).waitFor()
  await close()
})

test.each([
  ['mokor-directory', '', '**/mokor/v1/members*'],
  ['mokor-member', 'slug="maria-rossi-7k3f"', '**/mokor/v1/members/*'],
  ['mokor-team', 'slug="sartoria"', '**/mokor/v1/teams/*'],
])(
  '%s: an answer that is not the network’s, as of a hotel’s own page, counts as none',
  async (tag, attributes, route) => {
    for (const json of [{}, null]) {
      const { page, complaints, close } = await visit('about:blank')
      await page.route(route, (asked) => asked.fulfill({ json, headers: { 'Access-Control-Allow-Origin': '*' } }))
      await page.goto(blog.publish(site.url, `<${tag} ${attributes}>${link}</${tag}>`))
      await page.getByRole('alert').waitFor()
      expect(await page.getByRole('link', { name: 'Le persone della rete' }).isVisible()).toBe(true)
      expect(complaints).toEqual([])
      await close()
    }
  },
)

test.each(['member', 'team'])(
  'mokor-%s that names nobody says that nobody is there, and asks nothing',
  async (name) => {
    const { page, close } = await visit(blog.publish(site.url, `<mokor-${name} slug=""></mokor-${name}>`))
    await page
      .getByRole('alert')
      .getByText(/non c’è/)
      .waitFor()
    expect(await page.getByRole('button', { name: 'Riprova' }).count()).toBe(0)
    await close()
  },
)

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
