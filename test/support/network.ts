// The demo network as visitors get it: built by Next when its sources have changed, moved away from the project, as into a
// container, and started on a free port.
import { type ChildProcess, spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildNetwork, builtNetwork, networkServer } from './building.mjs'
import { freePort } from './ports.mjs'
import { until } from './until.js'

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '../..')

export interface Network {
  url: string
  close(): Promise<void>
}

export async function startNetwork(env: Record<string, string>): Promise<Network> {
  await buildNetwork(root)
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mokor-network-'))
  await fs.promises.cp(builtNetwork(root), folder, { recursive: true, verbatimSymlinks: true })
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const child = run(folder, {
    PORT: String(port),
    HOSTNAME: '127.0.0.1',
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
      fs.rmSync(folder, { recursive: true, force: true })
    },
  }
}

interface Running extends ChildProcess {
  said: string[]
}

function run(folder: string, env: Record<string, string>): Running {
  const child = spawn(process.execPath, [networkServer(folder)], {
    cwd: folder,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      NODE_OPTIONS: '',
      NEXT_TELEMETRY_DISABLED: '1',
      UNDO_SECONDS: '0',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => said.push(text))
  return Object.assign(child, { said })
}

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
