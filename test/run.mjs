// `npm test`: sets a fresh machine up, then lint, types, build, unit, package, some of api
// minified, api on MongoDB, the built site, browser, api on SQLite.
// `node test/run.mjs --only api` runs one part (names below; api is mongo and sqlite, and postgres where DATABASE_URL names
// one, in which each site makes a database of its own); words after `--` go to jest.
// Whatever happens, the last line is `N passed, N failed`.
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureInstalled } from './support/install.mjs'

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..')
process.chdir(root)

const known = [
  'lint',
  'types',
  'build',
  'unit',
  'package',
  'minified',
  'api',
  'mongo',
  'built',
  'sqlite',
  'postgres',
  'browser',
]
const split = process.argv.indexOf('--')
const own = split < 0 ? process.argv.slice(2) : process.argv.slice(2, split)
const forJest = split < 0 ? [] : process.argv.slice(split + 1)
const parts = own.filter((word) => word !== '--only')
const wanted = (...names) => parts.length === 0 || names.some((name) => parts.includes(name))

const givenPostgres = /^postgres(ql)?:/.test(process.env.DATABASE_URL ?? '')

const say = (line) => console.log(`\n› ${line}`)
const sum = { passed: 0, failed: 0 }
const broken = []

function fail(name, count = 1) {
  sum.failed += count
  broken.push(name)
}

function end() {
  if (broken.length > 0) say(`Failed: ${broken.join(', ')}`)
  console.log(`\n${sum.passed} passed, ${sum.failed} failed`)
  process.exit(sum.failed === 0 ? 0 : 1)
}

/** A part that cannot even begin counts as one that failed, and the others go on. */
async function part(name, work) {
  say(name)
  try {
    await work()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    fail(name)
  }
}

/** Never blocks this process: it drains the log that mongod writes to its pipe. */
function run(command, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, ...env } })
    child.on('error', () => resolve(1))
    child.on('exit', (code) => resolve(code ?? 1))
  })
}

const step = (name, command, args) =>
  part(name, async () => {
    if ((await run(command, args)) === 0) sum.passed += 1
    else fail(name)
  })

/** @param env what the tests need to know; made only now, and missing where it cannot be made */
const jest = (name, project, env = async () => ({})) =>
  part(name, async () => {
    const file = path.join(os.tmpdir(), `mokor-jest-${process.pid}-${sum.passed + sum.failed}.json`)
    const words = [
      '--experimental-vm-modules',
      '--no-warnings',
      'node_modules/jest/bin/jest.js',
      '--config',
      '.jest.config.mjs',
    ]
    const asked = ['--selectProjects', project, '--json', '--outputFile', file, ...forJest]
    const status = await run(process.execPath, [...words, ...asked], await env())
    const result = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : null
    fs.rmSync(file, { force: true })
    sum.passed += result?.numPassedTests ?? 0
    const failed = (result?.numFailedTests ?? 0) + (result?.numRuntimeErrorTestSuites ?? 0)
    if (status !== 0 || failed > 0) fail(name, failed || 1)
  })

/** One MongoDB for all parts, started for the first that needs it. */
let mongo = null
async function onMongo() {
  const { startMongo } = await import('./support/mongo.mjs')
  mongo ??= startMongo(say)
  return { MOKOR_TEST_DATABASE: 'mongo', MOKOR_TEST_MONGO: (await mongo).url }
}

async function onPostgres() {
  if (!givenPostgres) throw new Error('DATABASE_URL names no Postgres: write postgres://user@host/postgres')
  return { MOKOR_TEST_DATABASE: 'postgres' }
}

async function buildSite() {
  const { buildNetwork } = await import('./support/building.mjs')
  await buildNetwork(root, { say }).catch(() => {})
}

async function minified() {
  const { bundleTests } = await import('./support/minified.mjs')
  return { ...(await onMongo()), MOKOR_TEST_BUNDLE: await bundleTests(root) }
}

async function inChromium() {
  const { ensureChromium } = await import('./support/chromium.mjs')
  const { otherEngines } = await import('./support/programs.mjs')
  return { ...(await onMongo()), MOKOR_TEST_CHROMIUM: await ensureChromium(say), ...otherEngines(say) }
}

const unknown = parts.filter((name) => !known.includes(name))
if (unknown.length > 0) {
  say(`There is no part «${unknown.join('», «')}». Parts: ${known.join(', ')}`)
  fail(unknown.join(', '))
  end()
}

try {
  ensureInstalled(root, say)
} catch {
  // npm has said why.
  fail('Packages')
  end()
}
if (wanted('lint'))
  await step('Lint and format', process.execPath, ['node_modules/@biomejs/biome/bin/biome', 'check', '.'])
if (wanted('types')) await step('Types', process.execPath, ['node_modules/typescript/bin/tsc', '--noEmit'])
if (wanted('build', 'package', 'minified', 'built', 'browser')) await step('Build', 'npm', ['run', '--silent', 'build'])
// The longest build goes on beside the next parts; the tests that open the site say what is wrong with it.
const site = parts.length === 0 ? buildSite() : null
if (wanted('unit')) await jest('Unit', 'unit')
if (wanted('package')) await jest('Package', 'package')
if (wanted('minified')) await jest('API, minified', 'api', minified)
await site
if (wanted('api', 'mongo')) await jest('API on MongoDB', 'api', onMongo)
if (wanted('built')) await jest('Built site', 'built', onMongo)
if (wanted('browser')) await jest('Browser', 'browser', inChromium)
await mongo?.then((started) => started.stop()).catch(() => {})
if (wanted('api', 'sqlite')) await jest('API on SQLite', 'api', async () => ({ MOKOR_TEST_DATABASE: 'sqlite' }))
if (parts.includes('postgres') || (givenPostgres && wanted('api'))) await jest('API on Postgres', 'api', onPostgres)
end()
