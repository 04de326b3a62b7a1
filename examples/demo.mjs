// `npm run demo`: sets a fresh clone up and runs the network, its mailbox and a partner blog, until Ctrl-C.
// Plain Node: at the first start nothing is installed yet. `--reset` begins again with empty data.
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildNetwork, buildPlugin, builtNetwork, networkServer, pluginStamp } from '../test/support/building.mjs'
import { ensureInstalled } from '../test/support/install.mjs'
import { freePort, isFree } from '../test/support/ports.mjs'
import { Children } from './demo/children.mjs'
import { databaseGiven } from './demo/database.mjs'
import { keeper } from './demo/keep.mjs'
import { checkPorts, portsFrom } from './demo/ports.mjs'
import { UserError } from './demo/user-error.mjs'

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..')
const network = path.join(root, 'examples', 'network')
const data = keeper(path.join(root, '.data'))
const children = new Children()
const began = Date.now()

const say = (line) => console.log(`${String(Math.round((Date.now() - began) / 1000)).padStart(4)}s  ${line}`)

// ── Parts ──────────────────────────────────────────────────────────────────

function install() {
  try {
    ensureInstalled(root, (line) => say(line))
  } catch {
    throw new UserError(
      'The packages could not be installed: see npm’s words above. The network is needed at the first start.',
    )
  }
}

/** @returns {Promise<{ url: string, own: string | null, stop(): Promise<void> }>} `own` names a database that is the demo's */
async function startDatabase(given) {
  if (given) {
    if (given.warning) say(given.warning)
    say('database: the one of DATABASE_URL')
    return { url: given.url, own: null, stop: async () => {} }
  }
  const { findMongod } = await import('../test/support/mongod.mjs')
  const found = await findMongod((line) => say(line))
  if (!found) {
    say('no MongoDB can be had on this machine: the demo runs on SQLite, with the embedded search engine')
    data.freshUnlessFilled('sqlite', ['network.db', 'network.db-wal', 'network.db-shm'])
    fs.mkdirSync(path.dirname(data.file('network.db')), { recursive: true })
    return { url: `file:${data.file('network.db')}`, own: 'sqlite', stop: async () => {} }
  }
  const { startReplicaSet } = await import('../test/support/mongo.mjs')
  // The replica set remembers its own address: the port stays the same from start to start.
  const port = Number(data.kept('mongo-port', () => String(27_100 + Math.floor(Math.random() * 800))))
  if (!(await isFree(port)))
    throw new UserError(`Port ${port}, of the demo’s own database, is taken. Is another demo running from this folder?`)
  data.freshUnlessFilled('mongo', ['mongo'])
  const dbPath = data.file('mongo')
  fs.mkdirSync(dbPath, { recursive: true })
  const set = await startReplicaSet(found, { port, dbPath })
  say(`database: MongoDB replica set on port ${port}`)
  return { url: set.getUri('network'), own: 'mongo', stop: () => set.stop({ doCleanup: false }) }
}

/** @returns {Promise<boolean>} whether the owner can sign in with these credentials */
async function fill(databaseUrl, env, owner) {
  say('filling the network: trades, members, requests, pledges')
  let told = 0
  let ours = true
  await children.run('Filling the network', ['../../node_modules/payload/bin.js', 'run', 'seed/run.ts'], {
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
      if (/^the database has users of its own/.test(line)) ours = false
      const progress = /^\d+ of \d+ members$/.test(line)
      if (progress && Date.now() - told < 4000) return
      if (progress) told = Date.now()
      if (progress || /^(\d+ |owner|there are|the database|requests)/.test(line)) say(`  ${line}`)
    },
  })
  return ours
}

async function startNetwork(env, port) {
  let ready = false
  const { ended, last } = children.start([networkServer(builtNetwork(root))], {
    cwd: root,
    env: { ...env, NODE_ENV: 'production', PORT: String(port), HOSTNAME: '0.0.0.0' },
    // What it says of its own start is of no use once it runs; what it says later is.
    each: (line) => ready && console.log(line),
  })
  let over = false
  ended.then(() => {
    over = true
    if (stopping) return
    console.error(`The network’s site stopped:\n${last.join('\n')}`)
    stop(1)
  })
  for (const until = Date.now() + 60_000; Date.now() < until && !over; ) {
    const answer = await fetch(`${env.PUBLIC_URL}/api/mokor/v1/network`, { signal: AbortSignal.timeout(20_000) }).catch(
      () => null,
    )
    if (answer?.ok) {
      ready = true
      return
    }
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  throw new UserError(`The network’s site does not answer:\n${last.join('\n')}`)
}

// ── The way through ────────────────────────────────────────────────────────

let stopping = false
/** What is open, the last one first to close. */
const closing = []

async function stop(code) {
  if (stopping) return
  stopping = true
  if (children.size + closing.length > 0) console.log('\nStopping …')
  await children.stop()
  for (const close of closing.toReversed()) await close()
  process.exit(code)
}

async function demo() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19))
    throw new UserError(`Node 20.19 or newer is needed; this is ${process.version}.`)
  for (const word of process.argv.slice(2))
    if (word !== '--reset') throw new UserError(`\`${word}\` is not known. Usage: npm run demo [-- --reset]`)
  const ports = portsFrom(process.env)
  const given = databaseGiven(process.env.DATABASE_URL, process.env.INIT_CWD ?? process.cwd())
  await checkPorts(ports)
  if (process.argv.includes('--reset')) {
    data.forget()
    say(given ? 'the demo’s own data are gone; what is in DATABASE_URL stays' : 'the demo’s data are gone')
  }
  install()

  const owner = JSON.parse(
    data.kept('owner.json', () =>
      JSON.stringify({ email: 'redazione@rete.example', password: randomBytes(9).toString('base64url') }),
    ),
  )
  const { startMailbox } = await import('./network/mailbox.mjs')
  const { startBlog } = await import('./partner-blog/server.mjs')
  const publicUrl = `http://localhost:${ports.network}`
  const mailbox = await startMailbox({ folder: data.file('mails'), port: await freePort(), smtpPort: 0 })
  closing.push(mailbox.close)
  const env = {
    PAYLOAD_SECRET: data.kept('secret', () => randomBytes(32).toString('hex')),
    PUBLIC_URL: publicUrl,
    BLOG_ORIGIN: `http://localhost:${ports.blog}`,
    MAILBOX_URL: mailbox.origin,
    SMTP_URL: mailbox.smtp,
    PICTURES_DIR: data.file('pictures'),
  }

  const how = { say, run: (name, args, options) => children.run(name, args, options) }
  await buildPlugin(root, how)
  let ours = true
  const databaseReady = startDatabase(given).then(async ({ url, own, stop: close }) => {
    closing.push(close)
    const filling = async () => {
      ours = await fill(url, env, owner)
    }
    // What happens to another's database between two starts is not ours to know: it is looked at each time.
    await (own ? data.filledOnce(own, pluginStamp(root), filling) : filling())
    return url
  })
  const [databaseUrl] = await Promise.all([databaseReady, buildNetwork(root, how)])
  say('starting the network’s site')
  await startNetwork({ ...env, DATABASE_URL: databaseUrl }, ports.network)
  const blog = await startBlog({ network: publicUrl, port: ports.blog })
  closing.push(blog.close)

  console.log(`
  The network   ${publicUrl}
  Its admin     ${publicUrl}/admin
                ${ours ? `${owner.email}   ${owner.password}` : 'sign in as one of the users of your database'}
  Its mailbox   ${mailbox.origin}
  A blog        ${blog.origin}

  Ready in ${Math.round((Date.now() - began) / 1000)} s. Data stay in .data/ (npm run demo -- --reset begins again). Ctrl-C stops everything.
`)
}

// A terminal that is closed sends SIGHUP, and takes no more words.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(0))
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})

demo().catch((error) => {
  if (stopping) return
  console.error(error instanceof UserError ? `\n${error.message}` : error)
  stop(1)
})
