// A partner's blog on another origin, under the strictest CSP, and a Chromium that watches it.
import fs from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { chromiumArgs } from './chromium.mjs'

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '../..')

export interface PageOptions {
  /** Whole page's language. @default 'it' */
  lang?: string
  /** Style sheet of the blog, served by itself. */
  css?: string
  /** Script of the blog, served by itself. */
  js?: string
  /** How many times the loader is included. @default 1 */
  loaders?: number
  /** @default the policy of the strictest blog */
  csp?: string
}

export interface Blog {
  /** e.g. `http://localhost:41235` */
  origin: string
  /** Publishes a page that embeds the widgets of `network`, and gives its address. */
  publish(network: string, body: string, options?: PageOptions): string
  close(): Promise<void>
}

/** What the widgets promise to run under. */
export const strictPolicy = (network: string): string =>
  [
    "default-src 'none'",
    `script-src 'self' ${network}`,
    "style-src 'self'",
    `connect-src ${network}`,
    `img-src ${network}`,
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ].join('; ')

const plain = `
  :root { color-scheme: light dark; font: 18px/1.6 Georgia, serif; accent-color: auto }
  body { margin: 0 auto; max-width: 62rem; padding: 1rem }
`

export async function startBlog(): Promise<Blog> {
  const files = new Map<string, { type: string; body: string; csp?: string }>()
  const server = http.createServer((request, response) => {
    const file = files.get(request.url ?? '')
    if (!file) {
      response.writeHead(404).end()
      return
    }
    response.writeHead(200, {
      'Content-Type': `${file.type}; charset=utf-8`,
      ...(file.csp ? { 'Content-Security-Policy': file.csp } : {}),
    })
    response.end(file.body)
  })
  // `localhost` and `127.0.0.1` are different sites to a browser, and both are secure contexts.
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the blog has no port')
  const origin = `http://localhost:${address.port}`
  let pages = 0
  return {
    origin,
    publish(network, body, options = {}) {
      const name = `/p${pages++}`
      const loader = `<script type="module" src="${network}/api/mokor/v1/widgets/mokor.js"></script>`
      files.set(`${name}.css`, { type: 'text/css', body: options.css ?? plain })
      files.set(`${name}.js`, { type: 'text/javascript', body: options.js ?? '' })
      files.set(name, {
        type: 'text/html',
        csp: options.csp ?? strictPolicy(network),
        body: `<!doctype html><html lang="${options.lang ?? 'it'}"><head><meta charset="utf-8"><title>Il blog</title>
          <meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
          <link rel="stylesheet" href="${name}.css">${loader.repeat(options.loaders ?? 1)}
          <script type="module" src="${name}.js"></script></head>
          <body><main><h1>Il blog</h1>${body}</main></body></html>`,
      })
      return origin + name
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

let browser: Promise<Browser> | null = null

export function openBrowser(): Promise<Browser> {
  const executablePath = process.env.MOKOR_TEST_CHROMIUM
  if (!executablePath) throw new Error('MOKOR_TEST_CHROMIUM is not set: run `node test/run.mjs --only browser`')
  browser ??= chromium.launch({ executablePath, args: chromiumArgs })
  return browser
}

export async function closeBrowser(): Promise<void> {
  await (await browser)?.close()
  browser = null
}

export interface Visit {
  page: Page
  /** Everything the browser complained of: violations of the policy, errors on the console, exceptions. */
  complaints: string[]
  close(): Promise<void>
}

/** Opens a page and listens from the first byte. */
export async function visit(address: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await (await openBrowser()).newContext({ viewport: { width: 1280, height: 900 }, ...options })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    // An icon of a test page, or of a test network's site, is nobody's concern.
    const icon = message.text().includes('data:,') || message.location().url.endsWith('/favicon.ico')
    if (message.type() === 'error' && !icon) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  await page.goto(address)
  return { page, complaints, close: () => context.close() }
}

/** axe-core's findings inside `selector`, one line each. */
export async function axe(page: Page, selector = 'main'): Promise<string[]> {
  // Injected past the page's policy, as a visitor's extension would be.
  const session = await page.context().newCDPSession(page)
  const source = fs.readFileSync(path.join(root, 'node_modules/axe-core/axe.min.js'), 'utf8')
  await session.send('Runtime.evaluate', { expression: source })
  const { result } = await session.send('Runtime.evaluate', {
    expression: `axe.run(${JSON.stringify(selector)}, { resultTypes: ['violations'] }).then(({ violations }) => JSON.stringify(violations.flatMap((rule) =>
      rule.nodes.map((node) => rule.id + ' ' + node.target.flat().join(' ') + ': ' + node.failureSummary.replace(/\\s+/g, ' ')))))`,
    awaitPromise: true,
  })
  return JSON.parse(String(result.value)) as string[]
}

/** Keeps a picture to look at, where MOKOR_TEST_SHOTS names a folder. */
export async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env.MOKOR_TEST_SHOTS
  if (folder) await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true })
}

/** Whether anything in the page is wider than the page. */
export const overflows = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)

/** The page gets everything late, as on a bad telephone line. */
export async function slowNetwork(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  const speed = { offline: false, latency: 150, downloadThroughput: 60_000, uploadThroughput: 60_000 }
  await session.send('Network.emulateNetworkConditions', speed)
}

/** Watches the pages opened from now on: what it returns says how much their content has jumped, all shifts summed. */
export async function measureShifts(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const shifts: number[] = []
    Object.assign(window, { shifts })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value)
    }).observe({ type: 'layout-shift', buffered: true })
  })
  return async () => {
    // What is shown last counts too, once it is drawn.
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
    return page.evaluate(() => (window as unknown as { shifts: number[] }).shifts.reduce((a, b) => a + b, 0))
  }
}
