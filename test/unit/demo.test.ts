// The demo's own rules: ports, the database it is given, what it keeps, and what it does when it is stopped half-way.
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { Children } from '../../examples/demo/children.mjs'
import { databaseGiven } from '../../examples/demo/database.mjs'
import { keeper } from '../../examples/demo/keep.mjs'
import { checkPorts, portsFrom } from '../../examples/demo/ports.mjs'
import { UserError } from '../../examples/demo/user-error.mjs'
import { startMailbox } from '../../examples/network/mailbox.mjs'
import { findMongod } from '../support/mongod.mjs'
import { freePort, isFree } from '../support/ports.mjs'
import { hashOf, unlessDone } from '../support/stale.mjs'

const work = fs.mkdtempSync(path.join(os.tmpdir(), 'mokor-demo-'))
afterAll(() => fs.rmSync(work, { recursive: true, force: true }))

describe('ports', () => {
  test('are 3000 and 3001, or what is asked for', () => {
    expect(portsFrom({})).toEqual({ network: 3000, blog: 3001 })
    expect(portsFrom({ PORT: '4000', BLOG_PORT: '' })).toEqual({ network: 4000, blog: 3001 })
    expect(portsFrom({ PORT: '3001' })).toEqual({ network: 3001, blog: 3002 })
  })

  test.each([
    [{ PORT: 'abc' }, /PORT is «abc»/],
    [{ BLOG_PORT: '70000' }, /BLOG_PORT is «70000»/],
    [{ PORT: '0' }, /PORT is «0»/],
    [{ PORT: '3005', BLOG_PORT: '3005' }, /both 3005/],
  ])('%j are refused before anything is built', (env, words) => {
    expect(() => portsFrom(env)).toThrow(UserError)
    expect(() => portsFrom(env)).toThrow(words)
  })

  test('a taken one is named, with the variable that changes it', async () => {
    const blog = await freePort()
    const taken = net.createServer()
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
    const { port } = taken.address() as net.AddressInfo
    expect([await isFree(port), await isFree(blog)]).toEqual([false, true])
    await expect(checkPorts({ network: port, blog })).rejects.toThrow(
      new RegExp(`Port ${port}, for the network.* PORT=`),
    )
    await expect(checkPorts({ network: blog, blog: port })).rejects.toThrow(/for the blog.* BLOG_PORT=/)
    await new Promise((resolve) => taken.close(resolve))
  })
})

describe('the database', () => {
  test('a file is counted from where its giver stands, once', () => {
    const file = path.join(work, 'a', 'x.db')
    expect(databaseGiven('file:./a/x.db', work)).toEqual({ url: `file:${file}`, warning: null })
    expect(databaseGiven(`file:${file}`, '/elsewhere')?.url).toBe(`file:${file}`)
    expect(databaseGiven(`file://${file}`, '/elsewhere')?.url).toBe(`file:${file}`)
    expect(fs.existsSync(path.dirname(file))).toBe(true)
  })

  test('none, MongoDB with and without a replica set, Postgres', () => {
    expect(databaseGiven(undefined, work)).toBeNull()
    expect(databaseGiven('', work)).toBeNull()
    expect(databaseGiven('mongodb://h/n?replicaSet=r', work)?.warning).toBeNull()
    expect(databaseGiven('mongodb+srv://h/n', work)?.warning).toBeNull()
    expect(databaseGiven('mongodb://h/n', work)?.warning).toContain('replicaSet')
    expect(databaseGiven('postgres://h/n', work)).toEqual({ url: 'postgres://h/n', warning: null })
  })

  test.each(['mysql://me:hidden@h/n', 'x.db', 'file:', 'file::memory:'])(
    '«%s» is refused with what to write',
    (given) => {
      expect(() => databaseGiven(given, work)).toThrow(UserError)
      expect(() => databaseGiven(given, work)).toThrow(/postgres:.*file:/)
      expect(() => databaseGiven(given, work)).not.toThrow(/hidden/)
    },
  )
})

describe('what is kept', () => {
  const kept = keeper(path.join(work, '.data'))

  test('a password is made once', () => {
    expect(kept.kept('secret', () => 'one')).toBe('one')
    expect(kept.kept('secret', () => 'two')).toBe('one')
  })

  test('a filling that was stopped is no filling: its database goes, and the next start fills again', async () => {
    const children = new Children()
    const stopped = kept.filledOnce('sqlite', 'v1', async () => {
      kept.keep('network.db', 'half')
      const filling = children.run('Filling', ['-e', 'console.log("begun"); setInterval(() => {}, 1000)'], {
        cwd: work,
        each: (line) => void (line === 'begun' && children.stop()),
      })
      await filling
    })
    await expect(stopped).rejects.toThrow(/Filling failed:\nbegun/)
    expect(kept.read('filled-sqlite')).toBeNull()
    kept.freshUnlessFilled('sqlite', ['network.db'])
    expect(kept.read('network.db')).toBeNull()

    let times = 0
    const fill = async () => {
      times += 1
      kept.keep('network.db', 'whole')
    }
    await kept.filledOnce('sqlite', 'v1', fill)
    await kept.filledOnce('sqlite', 'v1', fill)
    expect(times).toBe(1)
    // An updated plugin looks again, and what people did meanwhile stays even if that is cut short.
    await expect(kept.filledOnce('sqlite', 'v2', () => Promise.reject(new Error('stopped')))).rejects.toThrow('stopped')
    kept.freshUnlessFilled('sqlite', ['network.db'])
    expect(kept.read('network.db')).toBe('whole')
    // Another database is another matter.
    await kept.filledOnce('mongo', 'v2', fill)
    expect(times).toBe(2)
  })
})

describe('other processes', () => {
  test('one that ends well is heard to its end, one that does not tells its last words', async () => {
    const children = new Children()
    const heard: string[] = []
    await children.run('Talking', ['-e', 'console.log("uno\\ndue")'], { cwd: work, each: (line) => heard.push(line) })
    expect(heard).toEqual(['uno', 'due'])
    await expect(
      children.run('Failing', ['-e', 'console.error("perché"); process.exit(3)'], { cwd: work }),
    ).rejects.toThrow(/Failing failed:\nperché/)
    expect(children.size).toBe(0)
    await children.stop()
    expect(() => children.start(['-e', ''], { cwd: work })).toThrow(UserError)
  })
})

describe('stale or not', () => {
  test('the hash follows names and contents, and passes over what is skipped', () => {
    const folder = path.join(work, 'sources')
    fs.mkdirSync(path.join(folder, 'built'), { recursive: true })
    fs.writeFileSync(path.join(folder, 'a.ts'), '1')
    const hash = () => hashOf(work, ['sources', 'missing'], ['built'])
    const first = hash()
    fs.writeFileSync(path.join(folder, 'built', 'b.js'), '2')
    expect(hash()).toBe(first)
    fs.renameSync(path.join(folder, 'a.ts'), path.join(folder, 'c.ts'))
    const renamed = hash()
    expect(renamed).not.toBe(first)
    fs.writeFileSync(path.join(folder, 'c.ts'), '3')
    expect(hash()).not.toBe(renamed)
  })

  test('work that fails leaves no mark, and takes the old one with it', async () => {
    const mark = path.join(work, 'marks', 'build')
    const done = async () => {}
    expect(await unlessDone(mark, 'a', done)).toBe(true)
    expect(await unlessDone(mark, 'a', done)).toBe(false)
    await expect(unlessDone(mark, 'b', () => Promise.reject(new Error('stopped')))).rejects.toThrow('stopped')
    expect(await unlessDone(mark, 'a', done)).toBe(true)
  })
})

test('the mailbox answers any address, and only this machine', async () => {
  const mailbox = await startMailbox({ folder: path.join(work, 'mails'), port: await freePort(), smtpPort: 0 })
  const { port } = new URL(mailbox.origin)
  const ask = (address: string) =>
    new Promise<string>((resolve, reject) => {
      const socket = net.connect(Number(port), '127.0.0.1', () => socket.end(`GET ${address} HTTP/1.0\r\n\r\n`))
      let said = ''
      socket.on('data', (chunk) => {
        said += chunk
      })
      socket.on('error', reject).on('close', () => resolve(said.split('\r\n')[0] ?? ''))
    })
  expect(await ask('//')).toContain('404')
  expect(await ask('/')).toContain('200')
  const others = Object.values(os.networkInterfaces()).flatMap((list) => list ?? [])
  const outside = others.find((one) => one.family === 'IPv4' && !one.internal)
  if (outside)
    await expect(
      new Promise((resolve, reject) =>
        net.connect(Number(port), outside.address).on('connect', resolve).on('error', reject),
      ),
    ).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  await mailbox.close()
})

test('mongod: the one that is named comes first, then the one on PATH', async () => {
  const fake = (name: string, version: string) => {
    const file = path.join(work, name, 'mongod')
    fs.mkdirSync(path.dirname(file), { recursive: true })
    fs.writeFileSync(file, `#!/bin/sh\necho "db version v${version}"\n`, { mode: 0o755 })
    return file
  }
  const before = { PATH: process.env.PATH, MONGOMS_SYSTEM_BINARY: process.env.MONGOMS_SYSTEM_BINARY }
  try {
    process.env.MONGOMS_SYSTEM_BINARY = fake('named', '7.1.1')
    process.env.PATH = path.dirname(fake('path', '7.2.2')) + path.delimiter + before.PATH
    expect((await findMongod())?.binary.version).toBe('7.1.1')
    process.env.MONGOMS_SYSTEM_BINARY = path.join(work, 'missing')
    const said: string[] = []
    expect((await findMongod((line) => said.push(line)))?.program).toBe(path.join(work, 'path', 'mongod'))
    expect(said).toEqual(['mongod from PATH: 7.2.2'])
  } finally {
    process.env.PATH = before.PATH
    if (before.MONGOMS_SYSTEM_BINARY === undefined) delete process.env.MONGOMS_SYSTEM_BINARY
    else process.env.MONGOMS_SYSTEM_BINARY = before.MONGOMS_SYSTEM_BINARY
  }
})

test('the network’s site lists what it uses, at the versions it is tested with', () => {
  const read = (file: string) =>
    JSON.parse(fs.readFileSync(file, 'utf8')) as Record<'dependencies' | 'devDependencies', Record<string, string>>
  const site = 'examples/network'
  const sources = fs
    .readdirSync(site, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(tsx?|m?js)$/.test(file) && !/(^|\/)(\.next|node_modules)\//.test(file))
  const imported = sources.flatMap((file) =>
    [
      ...fs
        .readFileSync(path.join(site, file), 'utf8')
        .matchAll(/^(?:import|export)\b(?:[^'\n]* from)? '((?:@[\w-]+\/)?[\w-]+)/gm),
    ].map(([, name = '']) => name),
  )
  const { dependencies, devDependencies } = read(`${site}/package.json`)
  const listed = { ...dependencies, ...devDependencies }
  expect([...new Set(imported)].filter((name) => !(name in listed) && name !== 'node')).toEqual([])
  const root = read('package.json').devDependencies
  const others = Object.entries(listed).filter(([name]) => name !== 'payload-plugin-mokor')
  expect(others.filter(([name, version]) => root[name] !== version)).toEqual([])
})
