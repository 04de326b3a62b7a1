// `npm run demo`: sets a fresh clone up and runs the network, its mailbox and a partner blog, until Ctrl-C.
// Plain Node: at the first start nothing is installed yet. `--reset` begins again with empty data.
import { spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureInstalled } from '../test/support/install.mjs'

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..')
const network = path.join(root, 'examples', 'network')
const data = path.join(root, '.data')
const cache = path.join(root, '.cache')
const began = Date.now()
const ports = { network: Number(process.env.PORT || 3000), blog: Number(process.env.BLOG_PORT || 3001) }

const say = (line) => console.log(`${String(Math.round((Date.now() - began) / 1000)).padStart(4)}s  ${line}`)

/** Raised where a person has to do something; shown without a stack. */
class Sorry extends Error {}

// ── Small helpers ──────────────────────────────────────────────────────────

const file = (name) => path.join(data, name)
const read = (name) => (fs.existsSync(file(name)) ? fs.readFileSync(file(name), 'utf8') : null)
const keep = (name, text) => {
  fs.mkdirSync(data, { recursive: true })
  fs.writeFileSync(file(name), text, { mode: 0o600 })
  return text
}
/** Made once, kept for later starts. */
const kept = (name, make) => read(name) ?? keep(name, make())

const isFree = (port) =>
  new Promise((resolve) => {
    const probe = net.createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, () => probe.close(() => resolve(true)))
  })

const anyPort = () =>
  new Promise((resolve) => {
    const probe = net.createServer().listen(0, () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })

/** A child's lines, one by one. */
function lines(stream, each) {
  let rest = ''
  stream.setEncoding('utf8').on('data', (chunk) => {
    const parts = (rest + chunk).split(/\r?\n/)
    rest = parts.pop() ?? ''
    for (const part of parts) each(part)
  })
}

const children = new Set()

/** Never blocks: while mongod runs, its log must be read. */
function start(args, { cwd = root, env = {}, each = () => {} } = {}) {
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...process.env, NO_COLOR: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // Ctrl-C reaches the demo alone, which then stops the rest in order.
    detached: true,
  })
  children.add(child)
  const last = []
  const hear = (line) => {
    last.push(line)
    if (last.length > 40) last.shift()
    each(line)
  }
  lines(child.stdout, hear)
  lines(child.stderr, hear)
  const ended = new Promise((resolve) => {
    child.once('error', () => resolve(1))
    child.once('exit', (code) => resolve(code ?? 1))
  }).finally(() => children.delete(child))
  return { child, ended, last }
}

async function run(name, args, options) {
  const { ended, last } = start(args, options)
  if ((await ended) !== 0 && !stopping) throw new Sorry(`${name} failed:\n${last.join('\n')}`)
}

// ── What is stale ──────────────────────────────────────────────────────────

const skipped = new Set(['node_modules', '.next', '.data', 'next-env.d.ts', 'seed'])

function hashOf(...places) {
  const hash = createHash('sha256').update(process.version)
  const add = (place) => {
    const stat = fs.statSync(place, { throwIfNoEntry: false })
    if (stat?.isDirectory()) {
      for (const name of fs.readdirSync(place).sort()) if (!skipped.has(name)) add(path.join(place, name))
    } else if (stat) hash.update(path.relative(root, place)).update(fs.readFileSync(place))
  }
  for (const place of places) add(path.join(root, place))
  return hash.digest('hex')
}

/** Does `work` unless it was done on the same sources and what it makes is there. */
async function upToDate(name, stamp, made, work) {
  const mark = path.join(cache, `${name}.stamp`)
  const known = fs.existsSync(mark) ? fs.readFileSync(mark, 'utf8') : null
  if (known === stamp && fs.existsSync(made)) return
  await work()
  fs.mkdirSync(cache, { recursive: true })
  fs.writeFileSync(mark, stamp)
}

// ── Parts ──────────────────────────────────────────────────────────────────

async function checkPorts() {
  for (const [name, variable] of [
    ['network', 'PORT'],
    ['blog', 'BLOG_PORT'],
  ])
    if (!(await isFree(ports[name])))
      throw new Sorry(
        `Port ${ports[name]}, for the ${name}, is taken by another program. Stop that one, or choose another port: ${variable}=${ports[name] + 100} npm run demo`,
      )
}

function install() {
  try {
    ensureInstalled(root, (line) => say(line))
  } catch {
    throw new Sorry(
      'The packages could not be installed: see npm’s words above. The network is needed at the first start.',
    )
  }
}

const pluginSources = ['plugin', 'collections', 'widgets', 'rollup.config.ts', 'package.json', '.tsconfig.build.json']

async function buildPlugin(stamp) {
  await upToDate('plugin', stamp, path.join(root, 'dist', 'plugin', 'index.js'), async () => {
    say('building the plugin and its widgets')
    await run('The build of the plugin', [
      'node_modules/rollup/dist/bin/rollup',
      '-c',
      'rollup.config.ts',
      '--configPlugin',
      'esbuild',
    ])
  })
}

async function buildNetwork(pluginStamp, env) {
  const stamp = `${pluginStamp} ${hashOf('examples/network', 'package-lock.json')} ${env.PUBLIC_URL}`
  await upToDate('network', stamp, path.join(network, '.next', 'BUILD_ID'), async () => {
    say('building the network’s site with Next (the longest step, once)')
    await run('The build of the network’s site', ['node_modules/next/dist/bin/next', 'build', 'examples/network'], {
      env: { ...env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    })
    say('the network’s site is built')
  })
}

let stopDatabase = async () => {}

async function startDatabase() {
  const given = process.env.DATABASE_URL
  // A first start that was cut short left half of its people: begin again.
  if (!given && read('filled') === null)
    for (const name of ['mongo', 'network.db', 'network.db-wal', 'network.db-shm'])
      fs.rmSync(file(name), { recursive: true, force: true })
  if (given) {
    if (/^mongodb/.test(given) && !/replicaSet=|^mongodb\+srv:/.test(given))
      say('DATABASE_URL names no replicaSet: MongoDB then has no transactions')
    say('database: the one of DATABASE_URL')
    return given
  }
  const { findMongod } = await import('../test/support/mongod.mjs')
  const program = await findMongod((line) => say(line))
  if (!program) {
    say('no MongoDB can be had on this machine: the demo runs on SQLite, with the embedded search engine')
    fs.mkdirSync(data, { recursive: true })
    return `file:${file('network.db')}`
  }
  // Any mongod that was found will do; the library would warn of each that is not its own.
  process.env.MONGOMS_SYSTEM_BINARY_VERSION_CHECK ??= 'false'
  const { MongoMemoryReplSet } = await import('mongodb-memory-server-core')
  // The replica set remembers its own address: the port stays the same from start to start.
  const port = Number(kept('mongo-port', () => String(27_100 + Math.floor(Math.random() * 800))))
  if (!(await isFree(port)))
    throw new Sorry(`Port ${port}, of the demo’s own database, is taken. Is another demo running from this folder?`)
  const dbPath = file('mongo')
  fs.mkdirSync(dbPath, { recursive: true })
  const set = await MongoMemoryReplSet.create({
    replSet: { count: 1, name: 'mokor', storageEngine: 'wiredTiger' },
    instanceOpts: [{ port, dbPath, storageEngine: 'wiredTiger' }],
    binary: { systemBinary: program, checkMD5: false },
  })
  stopDatabase = () => set.stop({ doCleanup: false })
  say(`database: MongoDB replica set on port ${port}`)
  return set.getUri('network')
}

async function fill(databaseUrl, pluginStamp, env, owner) {
  // Done on the same database by the same plugin: nothing to look for.
  const mark = createHash('sha256').update(`${databaseUrl} ${pluginStamp}`).digest('hex')
  if (read('filled') === mark) return
  say('filling the network: trades, members, requests, pledges')
  let told = 0
  await run('Filling the network', ['../../node_modules/payload/bin.js', 'run', 'seed/run.ts'], {
    cwd: network,
    env: {
      ...env,
      NODE_ENV: 'development',
      DATABASE_URL: databaseUrl,
      // No mail leaves before the site listens.
      SMTP_URL: '',
      OWNER_EMAIL: owner.email,
      OWNER_PASSWORD: owner.password,
    },
    each: (line) => {
      const progress = /^\d+ of \d+ members$/.test(line)
      if (progress && Date.now() - told < 4000) return
      if (progress) told = Date.now()
      if (progress || /^(\d+ |owner|there are|the database|requests)/.test(line)) say(`  ${line}`)
    },
  })
  keep('filled', mark)
}

async function startNetwork(env) {
  const { child, ended, last } = start(
    ['node_modules/next/dist/bin/next', 'start', 'examples/network', '-p', String(ports.network)],
    { env: { ...env, NODE_ENV: 'production' } },
  )
  let over = false
  ended.then(() => {
    over = true
    if (!stopping) {
      console.error(`The network’s site stopped:\n${last.join('\n')}`)
      stop(1)
    }
  })
  for (const until = Date.now() + 60_000; Date.now() < until && !over && !stopping; ) {
    const answer = await fetch(`${env.PUBLIC_URL}/api/mokor/v1/network`, { signal: AbortSignal.timeout(20_000) }).catch(
      () => null,
    )
    if (answer?.ok) return child
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  if (stopping) return child
  throw new Sorry(`The network’s site does not answer:\n${last.join('\n')}`)
}

// ── The way through ────────────────────────────────────────────────────────

let stopping = false
const closing = []

async function stop(code) {
  if (stopping) return
  stopping = true
  if (children.size + closing.length > 0) console.log('\nStopping …')
  const gone = [...children].map(
    (child) =>
      new Promise((resolve) => {
        child.once('exit', resolve)
        child.kill('SIGTERM')
        setTimeout(() => child.kill('SIGKILL'), 8000).unref()
      }),
  )
  await Promise.all([...gone, ...closing.map((close) => close())])
  await stopDatabase()
  process.exit(code)
}

async function demo() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19))
    throw new Sorry(`Node 20.19 or newer is needed; this is ${process.version}.`)
  for (const word of process.argv.slice(2))
    if (word !== '--reset') throw new Sorry(`\`${word}\` is not known. Usage: npm run demo [-- --reset]`)
  await checkPorts()
  if (process.argv.includes('--reset')) {
    fs.rmSync(data, { recursive: true, force: true })
    say(
      process.env.DATABASE_URL
        ? 'the demo’s own data are gone; what is in DATABASE_URL stays'
        : 'the demo’s data are gone',
    )
  }
  install()

  const owner = JSON.parse(
    kept('owner.json', () =>
      JSON.stringify({ email: 'redazione@rete.example', password: randomBytes(9).toString('base64url') }),
    ),
  )
  const { startMailbox } = await import('./network/mailbox.mjs')
  const { startBlog } = await import('./partner-blog/server.mjs')
  const publicUrl = `http://localhost:${ports.network}`
  const mailbox = await startMailbox({ folder: file('mails'), port: await anyPort(), smtpPort: 0 })
  closing.push(mailbox.close)
  const env = {
    PAYLOAD_SECRET: kept('secret', () => randomBytes(32).toString('hex')),
    PUBLIC_URL: publicUrl,
    BLOG_ORIGIN: `http://localhost:${ports.blog}`,
    MAILBOX_URL: mailbox.origin,
    SMTP_URL: mailbox.smtp,
  }

  const pluginStamp = hashOf(...pluginSources)
  await buildPlugin(pluginStamp)
  const databaseReady = startDatabase().then(async (databaseUrl) => {
    await fill(databaseUrl, pluginStamp, env, owner)
    return databaseUrl
  })
  const [databaseUrl] = await Promise.all([databaseReady, buildNetwork(pluginStamp, env)])
  if (stopping) return
  say('starting the network’s site')
  await startNetwork({ ...env, DATABASE_URL: databaseUrl })
  const blog = await startBlog({ network: publicUrl, port: ports.blog })
  closing.push(blog.close)

  console.log(`
  The network   ${publicUrl}
  Its admin     ${publicUrl}/admin
                ${owner.email}   ${owner.password}
  Its mailbox   ${mailbox.origin}
  A blog        ${blog.origin}

  Ready in ${Math.round((Date.now() - began) / 1000)} s. Data stay in .data/ (npm run demo -- --reset begins again). Ctrl-C stops everything.
`)
}

process.on('SIGINT', () => stop(0))
process.on('SIGTERM', () => stop(0))

demo().catch((error) => {
  if (stopping) return
  console.error(error instanceof Sorry ? `\n${error.message}` : error)
  stop(1)
})
