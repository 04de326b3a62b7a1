// Programs that tests need from the system: whether they run, Debian's own packages of them, and the browsers besides Chromium.
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

/** Some systems have a script of that name that only says where to get the program. */
export function runs(program) {
  if (!program || !fs.existsSync(program)) return false
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore', timeout: 20_000 })
    return true
  } catch {
    return false
  }
}

let updated = false

/** @throws where there is no apt, or no right to use it */
export function aptInstall(...names) {
  const run = (...words) => {
    const [program, ...rest] = process.getuid?.() === 0 ? words : ['sudo', '-n', ...words]
    execFileSync(program, rest, { stdio: ['ignore', 'ignore', 'inherit'] })
  }
  if (!updated) run('apt-get', 'update', '-qq')
  updated = true
  run('apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...names)
}

const onPath = (name) =>
  (process.env.PATH ?? '')
    .split(path.delimiter)
    .map((folder) => path.join(folder, name))
    .find(fs.existsSync)

/** MiniBrowser stands in a folder that bears the version of the library and the machine's name. */
function miniBrowser() {
  if (!onPath('WebKitWebDriver') || !onPath('Xvfb')) return undefined
  const library = '/usr/lib'
  const machines = fs.existsSync(library) ? fs.readdirSync(library).map((name) => path.join(library, name)) : []
  return machines
    .filter((folder) => /-linux-gnu$/.test(folder))
    .flatMap((folder) => ['4.1', '4.0'].map((version) => path.join(folder, `webkit2gtk-${version}`, 'MiniBrowser')))
    .find(fs.existsSync)
}

const engines = [
  ['Firefox', 'MOKOR_TEST_FIREFOX', () => onPath('firefox-esr') ?? onPath('firefox'), ['firefox-esr']],
  ['WebKit', 'MOKOR_TEST_WEBKIT', miniBrowser, ['webkit2gtk-driver', 'xvfb']],
]

/**
 * Firefox and WebKit, installed from Debian's packages where they are missing; one that cannot be had is said, and its
 * tests are left out.
 * @param {(line: string) => void} say
 * @returns {Record<string, string>} what the tests need to know
 */
export function otherEngines(say) {
  const found = {}
  for (const [name, variable, find, packages] of engines) {
    if (!find()) {
      say(`Installing ${name} (${packages.join(', ')})`)
      try {
        aptInstall(...packages)
      } catch {
        // What is looked for next says how it went.
      }
    }
    const program = find()
    if (program) found[variable] = program
    else say(`${name} cannot be had here (${packages.join(', ')}): its tests are left out`)
  }
  return found
}
