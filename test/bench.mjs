// `npm run bench`: measures the directory on MongoDB at 10,000 and 100,000 members, and the widgets' bytes.
// Then a crowd asks the built site costly things at once. `--million` adds 1,000,000; `--only 10000` takes that size alone;
// `--shortlist` measures the desk's shortlist alone, at 100,000 and with `--million` at 1,000,000 active members;
// `--statements` reads 100,000 lines of a bank's CSV and judges what 10,000 are taken for, without a database;
// `--load` measures the crowd alone, `--desk` the editors' work view, `--evening` what twenty items cost an editor's hand there.
// It is stopped after `--minutes` (20; with `--million`, which takes an hour on idle cores, 150).
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureInstalled } from './support/install.mjs'

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..')
process.chdir(root)
const say = (line) => console.log(`› ${line}`)
const words = process.argv.slice(2)
const only = words.indexOf('--only')
const million = words.includes('--million')
const desk = words.includes('--desk')
const shortlist = words.includes('--shortlist')
const sizes = desk
  ? 'desk'
  : shortlist
    ? `shortlist:${million ? '100000,1000000' : '100000'}`
    : words.includes('--evening')
      ? 'evening'
      : words.includes('--load')
        ? ''
        : only >= 0
          ? words[only + 1]
          : million
            ? '10000,100000,1000000'
            : '10000,100000'
/** Nothing here may run for ever. */
const minutes = words.indexOf('--minutes')
const longestMinutes = minutes >= 0 ? Number(words[minutes + 1]) : million ? 150 : 20
if (!(longestMinutes > 0)) throw new Error('--minutes takes a number of minutes, such as 240')

/** Never blocks this process: it drains the log that mongod writes to its pipe. */
function run(command, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, ...env } })
    const late = setTimeout(() => {
      say(`Stopped after ${longestMinutes} minutes; --minutes allows more`)
      child.kill('SIGKILL')
    }, longestMinutes * 60_000)
    child.on('exit', (status) => {
      clearTimeout(late)
      resolve(status ?? 1)
    })
  })
}

ensureInstalled(root, say)
if (words.includes('--statements')) process.exit(await runStatements())
// What is measured is what the sources are now, the site in Next included.
const { buildNetwork, buildPlugin } = await import('./support/building.mjs')
await buildPlugin(root, { say })
if (!desk && !shortlist) await buildNetwork(root, { say })

const { build } = await import('esbuild')
// Three folders deep, like the plugin's sources: it finds the built widgets from there.
const folder = path.join(root, 'node_modules/.cache/mokor-bench')
fs.mkdirSync(folder, { recursive: true })
const program = path.join(folder, `run-${process.pid}.mjs`)
await build({
  entryPoints: ['test/bench/run.ts'],
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  outfile: program,
  logLevel: 'warning',
})

const { ensureChromium } = await import('./support/chromium.mjs')
const { startMongo } = await import('./support/mongo.mjs')
const mongo = await startMongo(say)
const code = await run(process.execPath, ['--no-warnings', program, sizes], {
  NODE_ENV: 'production',
  MOKOR_TEST_DATABASE: 'mongo',
  MOKOR_TEST_MONGO: mongo.url,
  MOKOR_TEST_CHROMIUM: await ensureChromium(say).catch(() => ''),
})
fs.rmSync(program, { force: true })
await mongo.stop()
process.exit(code)

async function runStatements() {
  const { build } = await import('esbuild')
  const outfile = path.join(root, `node_modules/.cache/mokor-statements-${process.pid}.mjs`)
  await build({
    entryPoints: ['test/bench/statements.ts'],
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    outfile,
    logLevel: 'warning',
  })
  const code = await run(process.execPath, ['--no-warnings', outfile])
  fs.rmSync(outfile, { force: true })
  return code
}
