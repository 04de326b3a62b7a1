// The demo network as visitors get it: built by Next when its sources have changed, moved away from the project, as into a
// container, and started on a free port.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildNetwork, builtNetwork, networkServer } from './building.mjs'
import { freePort } from './ports.mjs'
import { serve } from './served.js'

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
  const served = await serve([networkServer(folder)], {
    cwd: folder,
    env: {
      ...process.env,
      PORT: String(port),
      HOSTNAME: '127.0.0.1',
      PAYLOAD_SECRET: 'a-secret-for-tests-only',
      PUBLIC_URL: url,
      UNDO_SECONDS: '0',
      ...env,
    },
    answers: `${url}/api/mokor/v1/network`,
  })
  return {
    url,
    async close() {
      await served.stop()
      fs.rmSync(folder, { recursive: true, force: true })
    },
  }
}
