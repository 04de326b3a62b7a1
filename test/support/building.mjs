// Builds what is stale: the plugin with its widgets, and the demo network's site. One build at a time, whoever asks.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { hashOf, unlessDone } from './stale.mjs'

const pluginSources = ['plugin', 'collections', 'widgets', 'rollup.config.ts', 'package.json', '.tsconfig.build.json']
const site = 'examples/network'
const built = path.join(site, '.next')
/** What Next builds to run by itself (`output: 'standalone'`). */
const standalone = path.join(built, 'standalone')

/** @returns {string} the folder of the built site: it runs wherever it is put, by `networkServer` */
export const builtNetwork = (root) => path.join(root, standalone)

/** @returns {string} what Node starts, with PORT and HOSTNAME: there, or where that folder was copied to */
export const networkServer = (folder) => path.join(folder, site, 'server.js')

/** @returns {string} stands for the plugin as its sources are now */
export const pluginStamp = (root) => hashOf(root, pluginSources)

/**
 * @param {string} root the project's folder
 * @param {{ say?: (line: string) => void, run?: import('./building.mjs').Run }} [how]
 */
export async function buildPlugin(root, { say = () => {}, run = runQuietly } = {}) {
  const made = path.join(root, 'dist', 'plugin', 'index.js')
  const mark = path.join(root, '.cache', 'plugin.stamp')
  await oneAtATime(root, async () => {
    if (!fs.existsSync(made)) fs.rmSync(mark, { force: true })
    await unlessDone(mark, pluginStamp(root), async () => {
      say('building the plugin and its widgets')
      const rollup = ['node_modules/rollup/dist/bin/rollup', '-c', 'rollup.config.ts', '--configPlugin', 'esbuild']
      await run('The build of the plugin', rollup, { cwd: root })
    })
  })
}

/** The plugin must be built. Next empties its folder at each build, and with it the mark. */
export async function buildNetwork(root, { say = () => {}, run = runQuietly } = {}) {
  const mark = path.join(root, built, 'built-from')
  await oneAtATime(root, async () => {
    const sources = ['dist/plugin', 'dist/collections', 'dist/widgets', site, 'package-lock.json']
    // Not part of the site.
    const stamp = hashOf(root, sources, ['node_modules', '.next', '.data', 'next-env.d.ts', 'seed'])
    await unlessDone(mark, stamp, async () => {
      say('building the network’s site with Next (the longest step, once)')
      await run('The build of the network’s site', ['node_modules/next/dist/bin/next', 'build', site], {
        cwd: root,
        env: {
          // Pages are drawn when they are asked for: the build opens no database and signs nothing.
          PAYLOAD_SECRET: 'unused-while-building',
          NODE_ENV: 'production',
          NODE_OPTIONS: '',
          NEXT_TELEMETRY_DISABLED: '1',
        },
      })
      // Next leaves these to whoever has a server of its own for files.
      const files = path.join(built, 'static')
      await fs.promises.cp(path.join(root, files), path.join(root, standalone, files), { recursive: true })
      say('the network’s site is built')
    })
  })
}

/** @type {import('./building.mjs').Run} */
async function runQuietly(name, args, { cwd, env = {} }) {
  const said = []
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => said.push(text))
  const code = await new Promise((resolve) => {
    child.once('error', () => resolve(1))
    child.once('close', resolve)
  })
  if (code !== 0) throw new Error(`${name} failed:\n${said.join('')}`)
}

/** Several processes build in the same folders: demo, tests, bench. */
async function oneAtATime(root, work) {
  const holder = path.join(os.tmpdir(), `mokor-build-${createHash('sha256').update(root).digest('hex').slice(0, 12)}`)
  for (const until = Date.now() + 300_000; !takes(holder); ) {
    if (Date.now() > until)
      throw new Error(`Another build in ${root} does not end. If none is running, delete ${holder}.`)
    await pause(250)
  }
  try {
    await work()
  } finally {
    fs.rmSync(holder, { force: true })
  }
}

function takes(holder) {
  try {
    fs.writeFileSync(holder, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    if (!isAlive(holder)) fs.rmSync(holder, { force: true })
    return false
  }
}

/** Whether the process that wrote its number there still runs. */
function isAlive(holder) {
  try {
    return process.kill(Number(fs.readFileSync(holder, 'utf8')) || process.pid, 0)
  } catch (error) {
    return error.code !== 'ESRCH'
  }
}
