// Finds a Chromium that runs, and installs one where there is none: Debian's by apt, elsewhere the one of playwright-core.
import { execFileSync } from 'node:child_process'
import { createRequire } from 'node:module'
import path from 'node:path'
import { aptInstall, runs } from './programs.mjs'

/** The shell comes first: the same engine without a window's furniture costs a fifth of the work. */
const names = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

function onPath() {
  for (const folder of (process.env.PATH ?? '').split(path.delimiter))
    for (const name of names) if (runs(path.join(folder, name))) return path.join(folder, name)
  return null
}

async function ofPlaywright() {
  const { chromium } = await import('playwright-core')
  const program = chromium.executablePath()
  return runs(program) ? program : null
}

const find = async () =>
  (runs(process.env.CHROMIUM_PATH) ? process.env.CHROMIUM_PATH : null) ?? onPath() ?? (await ofPlaywright())

function installByApt() {
  try {
    aptInstall('chromium-headless-shell')
  } catch {
    aptInstall('chromium')
  }
}

function installByPlaywright() {
  const folder = path.dirname(createRequire(import.meta.url).resolve('playwright-core/package.json'))
  execFileSync(process.execPath, [path.join(folder, 'cli.js'), 'install', 'chromium'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

const installers = [
  ['apt-get', installByApt],
  ['playwright-core', installByPlaywright],
]

/**
 * @param {(line: string) => void} [say]
 * @returns {Promise<string>} path of the browser
 * @throws when there is none and it cannot be installed
 */
export async function ensureChromium(say = () => {}) {
  const found = await find()
  if (found) return found
  for (const [name, install] of installers) {
    say(`Installing Chromium with ${name}`)
    try {
      install()
    } catch {
      // The next one may do; the last look-up says what to do.
    }
    const installed = await find()
    if (installed) return installed
  }
  throw new Error('No Chromium found. Install it, or set CHROMIUM_PATH to its path.')
}

/** Flags that keep a test browser quiet and local. */
export const chromiumArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
