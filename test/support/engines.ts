// Real Firefox and WebKit for the browser tests: Firefox over WebDriver BiDi, WebKitGTK's MiniBrowser over W3C WebDriver.
import { type ChildProcess, spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { WebSocket } from 'ws'
import { freePort } from './ports.mjs'
import { until } from './until.js'

/** How the two differ: everything else is said in their words. */
interface Driver {
  go(address: string): Promise<unknown>
  size(width: number, height: number): Promise<unknown>
  /** Evaluates an expression, which may be a promise, to JSON. */
  evaluate(expression: string): Promise<string>
  act(actions: object[]): Promise<unknown>
  /** PNG, in base64. */
  picture(): Promise<string>
  close(): Promise<void>
}

export interface Engine {
  open(address: string, width?: number): Promise<void>
  /** Runs in the page; what it needs is handed over as JSON. */
  run<Given extends unknown[], Answer>(act: (...given: Given) => Answer, ...given: Given): Promise<Awaited<Answer>>
  /** Waits until something that can be seen bears this text, or this label, and gives its middle. */
  find(selector: string, text?: string): Promise<{ x: number; y: number }>
  click(selector: string, text?: string): Promise<void>
  /** Types into what has focus, key by key. */
  type(text: string): Promise<void>
  /** Keeps a picture to look at, where MOKOR_TEST_SHOTS names a folder. */
  shot(name: string): Promise<void>
  close(): Promise<void>
}

/** Every element of the page, those in shadow roots too, that fits; the innermost one with the text where there is one. */
const findAll = `(selector, text) => {
  const found = []
  const look = (root) => {
    for (const one of root.querySelectorAll(selector)) found.push(one)
    for (const one of root.querySelectorAll('*')) if (one.shadowRoot) look(one.shadowRoot)
  }
  look(document)
  const named = (one) => [one.textContent, one.getAttribute('aria-label'), ...[...(one.labels ?? [])].map((label) => label.textContent)]
  return found.filter((one) => one.getClientRects()[0] && (!text || named(one).some((name) => name && name.includes(text))))
}`

async function engineOf(driver: Driver): Promise<Engine> {
  const evaluate = async (expression: string): Promise<unknown> =>
    JSON.parse(await driver.evaluate(`(async () => JSON.stringify((await (${expression})) ?? null))()`))
  const find: Engine['find'] = (selector, text = '') =>
    until(
      `${selector} ${text}`,
      async () => {
        const place = await evaluate(`(() => {
        const [one] = (${findAll})(${JSON.stringify(selector)}, ${JSON.stringify(text)})
        one?.scrollIntoView({ block: 'center' })
        const box = one?.getBoundingClientRect()
        return box && box.width ? { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) } : null
      })()`)
        return place as { x: number; y: number } | null
      },
      20,
    )
  return {
    async open(address, width = 1280) {
      await driver.size(width, 900)
      await driver.go(address)
    },
    async run(act, ...given) {
      return (await evaluate(`(${act})(...${JSON.stringify(given)})`)) as never
    },
    find,
    async click(selector, text) {
      // Browsers scroll in their own time: a place counts once it is the same twice.
      let last = ''
      const { x, y } = await until(`${selector} ${text} to stand still`, async () => {
        const place = await find(selector, text)
        const before = last
        last = JSON.stringify(place)
        return before === last && place
      })
      const pointer = [
        { type: 'pointerMove', x, y, duration: 0 },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ]
      await driver.act([{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions: pointer }])
    },
    async type(text) {
      const keys = [...text].flatMap((value) => [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ])
      await driver.act([{ type: 'key', id: 'keys', actions: keys }])
    },
    async shot(name) {
      const folder = process.env.MOKOR_TEST_SHOTS
      if (folder) fs.writeFileSync(path.join(folder, `${name}.png`), Buffer.from(await driver.picture(), 'base64'))
    },
    close: () => driver.close(),
  }
}

function start(
  program: string,
  words: string[],
  env: Record<string, string> = {},
): { child: ChildProcess; said(): string } {
  const child = spawn(program, words, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (said += text))
  return { child, said: () => said }
}

async function end({ child }: { child: ChildProcess }): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve))
  if (child.exitCode === null && child.kill()) await ended
}

// ── Firefox ────────────────────────────────────────────────────────────────

async function firefox(program: string): Promise<Driver> {
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'mokor-firefox-'))
  const browser = start(program, ['--headless', '--no-remote', '--remote-debugging-port=0', '--profile', profile], {
    HOME: profile,
  })
  const address = await until('Firefox', () => /WebDriver BiDi listening on (ws:\S+)/.exec(browser.said())?.[1])
  const socket = new WebSocket(`${address}/session`)
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
  const waiting = new Map<number, (answer: { result?: unknown; message?: string }) => void>()
  socket.on('message', (data) => {
    const answer = JSON.parse(String(data)) as { id?: number; result?: unknown; message?: string }
    if (answer.id !== undefined) waiting.get(answer.id)?.(answer)
  })
  let asked = 0
  const ask = <Answer>(method: string, params: object = {}): Promise<Answer> =>
    new Promise((resolve, reject) => {
      asked += 1
      waiting.set(asked, ({ result, message }) => (result ? resolve(result as Answer) : reject(new Error(message))))
      socket.send(JSON.stringify({ id: asked, method, params }))
    })
  await ask('session.new', { capabilities: {} })
  const { context } = await ask<{ context: string }>('browsingContext.create', { type: 'tab' })
  return {
    go: (url) => ask('browsingContext.navigate', { context, url, wait: 'complete' }),
    size: (width, height) => ask('browsingContext.setViewport', { context, viewport: { width, height } }),
    async evaluate(expression) {
      const { result, exceptionDetails } = await ask<{
        result?: { value: string }
        exceptionDetails?: { text: string }
      }>('script.evaluate', { expression, target: { context }, awaitPromise: true })
      if (!result) throw new Error(exceptionDetails?.text)
      return result.value
    },
    act: (actions) => ask('input.performActions', { context, actions }),
    picture: async () => (await ask<{ data: string }>('browsingContext.captureScreenshot', { context })).data,
    async close() {
      socket.close()
      await end(browser)
      fs.rmSync(profile, { recursive: true, force: true })
    },
  }
}

// ── WebKit ─────────────────────────────────────────────────────────────────

async function webkit(program: string): Promise<Driver> {
  const screen = start('Xvfb', ['-displayfd', '1', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'])
  const display = await until('Xvfb', () => /^\d+\n/.exec(screen.said())?.[0].trim())
  const port = await freePort()
  const driver = start('WebKitWebDriver', [`--port=${port}`, '--host=127.0.0.1'], { DISPLAY: `:${display}` })
  const ask = async <Answer>(method: string, at: string, body?: object): Promise<Answer> => {
    const response = await fetch(`http://127.0.0.1:${port}${at}`, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
    })
    const { value } = (await response.json()) as { value: Answer & { message?: string } }
    if (!response.ok) throw new Error(value.message)
    return value
  }
  await until('WebKitWebDriver', () => ask('GET', '/status').catch(() => null))
  const options = { binary: program, args: ['--automation'] }
  const { sessionId } = await ask<{ sessionId: string }>('POST', '/session', {
    capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } },
  })
  const session = `/session/${sessionId}`
  return {
    go: (url) => ask('POST', `${session}/url`, { url }),
    // The window's furniture is not part of the page.
    async size(width, height) {
      await ask('POST', `${session}/window/rect`, { width, height })
      const inner = await ask<number>('POST', `${session}/execute/sync`, { script: 'return innerWidth', args: [] })
      if (inner !== width) await ask('POST', `${session}/window/rect`, { width: 2 * width - inner, height })
    },
    evaluate: (expression) =>
      ask('POST', `${session}/execute/async`, {
        script: `const done = arguments[arguments.length - 1]; ${expression}.then(done, (error) => done('!' + error))`,
        args: [],
      }),
    act: (actions) => ask('POST', `${session}/actions`, { actions }),
    picture: () => ask('GET', `${session}/screenshot`),
    async close() {
      await ask('DELETE', session).catch(() => null)
      await end(driver)
      await end(screen)
    },
  }
}

const kinds = { Firefox: ['MOKOR_TEST_FIREFOX', firefox], WebKit: ['MOKOR_TEST_WEBKIT', webkit] } as const

export type EngineName = keyof typeof kinds

/** The program of an engine, where `test/run.mjs` found one. */
export const programOf = (name: EngineName): string => process.env[kinds[name][0]] ?? ''

export const engineNames = (Object.keys(kinds) as EngineName[]).filter(programOf)

export const startEngine = async (name: EngineName): Promise<Engine> => engineOf(await kinds[name][1](programOf(name)))
