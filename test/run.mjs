// `npm test`: sets a fresh machine up, then lint, types, unit, api on MongoDB and SQLite, browser.
// `node test/run.mjs --only api` runs one part (lint types unit build package api mongo sqlite browser); words after `--` go to jest.
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureInstalled } from './support/install.mjs'

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..')
process.chdir(root)

const split = process.argv.indexOf('--')
const own = split < 0 ? process.argv.slice(2) : process.argv.slice(2, split)
const forJest = split < 0 ? [] : process.argv.slice(split + 1)
const parts = own.filter((word) => word !== '--only')
const wanted = (part) => parts.length === 0 || parts.includes(part)

const say = (line) => console.log(`\n› ${line}`)
const sum = { passed: 0, failed: 0 }
const broken = []

/** Never blocks this process: it drains the log that mongod writes to its pipe. */
function run(command, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, ...env } })
    child.on('error', () => resolve(1))
    child.on('exit', (code) => resolve(code ?? 1))
  })
}

async function step(name, command, args) {
  say(name)
  const status = await run(command, args)
  if (status === 0) sum.passed += 1
  else {
    sum.failed += 1
    broken.push(name)
  }
  return status === 0
}

async function jest(name, project, env) {
  say(name)
  const file = path.join(os.tmpdir(), `mokor-jest-${process.pid}-${sum.passed + sum.failed}.json`)
  const status = await run(
    process.execPath,
    [
      '--experimental-vm-modules',
      '--no-warnings',
      'node_modules/jest/bin/jest.js',
      '--selectProjects',
      project,
      '--json',
      '--outputFile',
      file,
      ...forJest,
    ],
    env,
  )
  const result = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : null
  fs.rmSync(file, { force: true })
  sum.passed += result?.numPassedTests ?? 0
  const failed = (result?.numFailedTests ?? 0) + (result?.numRuntimeErrorTestSuites ?? 0)
  sum.failed += failed || (status === 0 ? 0 : 1)
  if (status !== 0) broken.push(name)
}

ensureInstalled(root, say)
if (wanted('lint'))
  await step('Lint and format', process.execPath, ['node_modules/@biomejs/biome/bin/biome', 'check', '.'])
if (wanted('types')) await step('Types', process.execPath, ['node_modules/typescript/bin/tsc', '--noEmit'])
if (wanted('unit')) await jest('Unit', 'unit')
if (['build', 'package', 'browser'].some(wanted)) await step('Build', 'npm', ['run', '--silent', 'build'])
if (wanted('package')) await jest('Package', 'package')
if (['api', 'mongo', 'browser'].some(wanted)) {
  const { startMongo } = await import('./support/mongo.mjs')
  const mongo = await startMongo(say)
  const env = { MOKOR_TEST_DATABASE: 'mongo', MOKOR_TEST_MONGO: mongo.url }
  if (wanted('api') || wanted('mongo')) await jest('API on MongoDB', 'api', env)
  if (wanted('browser')) {
    const { ensureChromium } = await import('./support/chromium.mjs')
    await jest('Browser', 'browser', { ...env, MOKOR_TEST_CHROMIUM: await ensureChromium(say) })
  }
  await mongo.stop()
}
if (wanted('api') || wanted('sqlite')) await jest('API on SQLite', 'api', { MOKOR_TEST_DATABASE: 'sqlite' })

if (broken.length > 0) say(`Failed: ${broken.join(', ')}`)
console.log(`\n${sum.passed} passed, ${sum.failed} failed`)
process.exit(sum.failed === 0 ? 0 : 1)
