// `npm run sites`: the packed plugin in Payload's own templates, and a site of an earlier version that moves to this one. Too slow
// for every `npm test`: it installs, builds and starts whole sites (test/README.md says how long it takes).
// `--templates DIR` takes the templates from a folder (`DIR/website`, as in Payload's repository), `--upgrade` runs the second half
// alone, `--templates-only` the first; other words go to jest (`-t 'blank on SQLite'`).
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureInstalled } from './support/install.mjs'

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..')
process.chdir(root)
const say = (line) => console.log(`› ${line}`)
const began = Date.now()

/** The version whose site the upgrade test moves. */
const earlier = 'a11720f'

const words = process.argv.slice(2)
const took = (name) => {
  const at = words.indexOf(name)
  return at >= 0 && words.splice(at, 1).length > 0
}
const named = words.indexOf('--templates')
const folder = named >= 0 ? words.splice(named, 2)[1] : process.env.MOKOR_TEMPLATES
const onlyUpgrade = took('--upgrade')
const onlyTemplates = took('--templates-only')

const left = []
/** What cannot be had here is said, now and at the end, and the rest goes on. */
async function unless(what, work) {
  try {
    return await work()
  } catch (error) {
    left.push(`${what}: ${error.message}`)
    say(`Left out: ${left.at(-1)}`)
    return undefined
  }
}

/** Whether `create-payload-app` gets its templates as it always does. */
const repositoryAnswers = () =>
  fetch('https://codeload.github.com/payloadcms/payload/tar.gz/3.x', {
    method: 'HEAD',
    signal: AbortSignal.timeout(10_000),
  })
    .then(({ ok }) => ok)
    .catch(() => false)

async function sources() {
  const inFolder = (name) => Boolean(folder) && fs.existsSync(path.join(folder, name, 'package.json'))
  if (folder && !inFolder('website') && !inFolder('blank'))
    throw new Error(`There is neither blank/package.json nor website/package.json in ${folder}`)
  const online = await repositoryAnswers()
  const from = (name, otherwise) => (inFolder(name) ? 'folder' : online ? 'repository' : otherwise)
  const found = { blank: from('blank', 'package'), website: from('website', '') }
  if (found.blank === 'package')
    say('GitHub does not answer: the blank template is the one that create-payload-app brings, in an empty Next app')
  if (!found.website)
    left.push(
      'the website template: it is only in Payload’s repository, and GitHub does not answer. Give a folder that has it: --templates DIR',
    )
  return found
}

ensureInstalled(root, say)
const { buildPlugin } = await import('./support/building.mjs')
const { pack, packCommit } = await import('./support/packing.mjs')
const { startMongo } = await import('./support/mongo.mjs')
const { startPostgres } = await import('./support/postgres.mjs')
await buildPlugin(root, { say })
const work = fs.mkdtempSync(path.join(os.tmpdir(), 'mokor-packed-'))
const mongo = await unless('MongoDB', () => startMongo(say))
const postgres = await unless('Postgres', () => startPostgres(say))
const given = {
  tarball: (await pack(root, work)).tarball,
  earlier: onlyTemplates ? '' : ((await unless('the upgrade', () => packCommit(root, earlier, say))) ?? ''),
  sources: onlyUpgrade ? { blank: '', website: '' } : await sources(),
  templates: folder ? path.resolve(folder) : '',
  databases: { mongodb: mongo?.url ?? '', postgres: postgres?.url ?? '' },
}

const parts = onlyUpgrade ? 'sites/upgrade' : onlyTemplates ? 'sites/sites' : 'sites/'
const jest = [
  '--experimental-vm-modules',
  '--no-warnings',
  'node_modules/jest/bin/jest.js',
  '--config',
  '.jest.config.mjs',
]
const asked = ['--selectProjects', 'sites', '--runInBand', '--verbose', '--testPathPatterns', parts, ...words]
const code = await new Promise((resolve) => {
  const child = spawn(process.execPath, [...jest, ...asked], {
    stdio: 'inherit',
    env: { ...process.env, MOKOR_SITES: JSON.stringify(given) },
  })
  child.on('error', () => resolve(1))
  child.on('exit', (status) => resolve(status ?? 1))
})
await mongo?.stop().catch(() => {})
await postgres?.stop()
fs.rmSync(work, { recursive: true, force: true })
for (const line of left) say(`Left out: ${line}`)
say(`${Math.round((Date.now() - began) / 60_000)} minutes`)
process.exit(code)
