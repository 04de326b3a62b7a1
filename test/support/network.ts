// The demo network as visitors get it: built by Next when its sources have changed, started on a free port.
import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { until } from './until.js'

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '../..')
const folder = path.join(root, 'examples/network')
const next = path.join(root, 'node_modules/next/dist/bin/next')
/** Next empties its folder at each build, and with it this mark. */
const mark = path.join(folder, '.next/built-from')

export interface Network {
  url: string
  close(): Promise<void>
}

export async function startNetwork(env: Record<string, string>): Promise<Network> {
  await oneAtATime(buildIfStale)
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const child = run(['start', '-H', '127.0.0.1', '-p', String(port)], {
    PAYLOAD_SECRET: 'a-secret-for-tests-only',
    PUBLIC_URL: url,
    ...env,
  })
  await answering(url, child)
  return {
    url,
    async close() {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await ended
    },
  }
}

async function buildIfStale(): Promise<void> {
  const sources = hashOf([path.join(root, 'dist/plugin'), path.join(root, 'dist/collections'), folder])
  if (fs.existsSync(mark) && fs.readFileSync(mark, 'utf8') === sources) return
  const child = run(['build'], { PAYLOAD_SECRET: 'a-secret-for-tests-only' })
  const code = await new Promise((resolve) => child.once('exit', resolve))
  if (code !== 0) throw new Error(`next build failed:\n${child.said.join('')}`)
  fs.writeFileSync(mark, sources)
}

/** Test files run in processes of their own, and Next builds in one folder. */
async function oneAtATime(work: () => Promise<void>): Promise<void> {
  const holder = path.join(os.tmpdir(), `mokor-network-${createHash('sha256').update(root).digest('hex').slice(0, 12)}`)
  await until('another build of the network', () => takes(holder), 300)
  try {
    await work()
  } finally {
    fs.rmSync(holder, { force: true })
  }
}

function takes(holder: string): boolean {
  try {
    fs.writeFileSync(holder, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    if (!isAlive(holder)) fs.rmSync(holder, { force: true })
    return false
  }
}

/** Whether the process that wrote its number there still runs. */
function isAlive(holder: string): boolean {
  try {
    return process.kill(Number(fs.readFileSync(holder, 'utf8')) || process.pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}

const skipped = new Set(['.next', '.data', 'node_modules', 'seed', 'next-env.d.ts'])

function hashOf(places: string[]): string {
  const hash = createHash('sha256')
  const add = (place: string): void => {
    if (!fs.statSync(place).isDirectory()) {
      hash.update(path.relative(root, place)).update(fs.readFileSync(place))
      return
    }
    for (const name of fs.readdirSync(place).sort()) if (!skipped.has(name)) add(path.join(place, name))
  }
  for (const place of places) add(place)
  return hash.digest('hex')
}

interface Running extends ChildProcess {
  said: string[]
}

function run(words: string[], env: Record<string, string>): Running {
  const child = spawn(process.execPath, [next, ...words], {
    cwd: folder,
    env: { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: '', NEXT_TELEMETRY_DISABLED: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => said.push(text))
  return Object.assign(child, { said })
}

export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as net.AddressInfo
      probe.close(() => resolve(port))
    })
  })

async function answering(url: string, child: Running): Promise<void> {
  const said = () => child.said.slice(-20).join('')
  await until(
    'the network’s first answer',
    async () => {
      if (child.exitCode !== null) throw new Error('it has stopped')
      return (await fetch(`${url}/api/mokor/v1/network`).catch(() => null))?.ok
    },
    120,
  ).catch((cause: unknown) => {
    throw new Error(`the network does not answer:\n${said()}`, { cause })
  })
}
