// Finds a Chromium that starts, and installs Debian's where there is none and apt can.
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

function find() {
  const given = process.env.CHROMIUM_PATH
  if (given && fs.existsSync(given)) return given
  for (const folder of (process.env.PATH ?? '').split(path.delimiter))
    for (const name of names) if (fs.existsSync(path.join(folder, name))) return path.join(folder, name)
  return null
}

/**
 * @param {(line: string) => void} [say]
 * @returns {Promise<string>} path of the browser
 * @throws when there is none and it cannot be installed
 */
export async function ensureChromium(say = () => {}) {
  const found = find()
  if (found) return found
  say('Installing Chromium with apt-get')
  try {
    const sudo = process.getuid?.() === 0 ? [] : ['sudo']
    const run = (...words) =>
      execFileSync([...sudo, ...words][0], [...sudo, ...words].slice(1), {
        stdio: ['ignore', 'ignore', 'inherit'],
      })
    run('apt-get', 'update', '-qq')
    run('apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'chromium')
  } catch {
    // The look-up below says what to do.
  }
  const installed = find()
  if (!installed) throw new Error('No Chromium found. Install it, or set CHROMIUM_PATH to its path.')
  return installed
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
