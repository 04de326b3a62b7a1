// A Postgres for a run of tests: the one that DATABASE_URL names, or one of its own in a folder that goes away with it.
import { spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from './ports.mjs'
import { aptInstall } from './programs.mjs'

/** Debian keeps the server's programs off the PATH, in a folder for each version. */
function folderOf(program) {
  const debian = '/usr/lib/postgresql'
  const versions = fs.existsSync(debian) ? fs.readdirSync(debian).map((name) => path.join(debian, name, 'bin')) : []
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), ...versions]
  return folders.find((folder) => fs.existsSync(path.join(folder, program)))
}

/** The server refuses to run as root: somebody with no rights does it then. */
function unprivileged() {
  if (process.getuid?.() !== 0) return {}
  const idOf = (...words) => Number(spawnSync('id', [...words, 'nobody'], { encoding: 'utf8' }).stdout)
  return { uid: idOf('-u'), gid: idOf('-g') }
}

/**
 * @param {(line: string) => void} [say]
 * @returns {Promise<import('./postgres.mjs').Postgres>}
 * @throws when there is none and none can be installed
 */
export async function startPostgres(say = () => {}) {
  const given = process.env.DATABASE_URL ?? ''
  if (/^postgres(ql)?:/.test(given)) return { url: given, stop: async () => {} }
  if (!folderOf('initdb')) {
    say('Installing Postgres')
    try {
      aptInstall('postgresql')
    } catch {
      // What is looked for next says how it went.
    }
  }
  const programs = folderOf('initdb')
  if (!programs)
    throw new Error('No Postgres: install it (initdb on PATH), or set DATABASE_URL=postgres://user@host/name.')
  const user = unprivileged()
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mokor-postgres-'))
  if (user.uid) fs.chownSync(folder, user.uid, user.gid)
  const data = path.join(folder, 'data')
  const made = spawnSync(path.join(programs, 'initdb'), ['-D', data, '-U', 'mokor', '-A', 'trust', '-E', 'UTF8'], {
    ...user,
    cwd: folder,
    encoding: 'utf8',
  })
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr || made.error?.message}`)
  const port = await freePort()
  const settings = ['-c', 'listen_addresses=127.0.0.1', '-c', `unix_socket_directories=${folder}`, '-c', 'fsync=off']
  const server = spawn(path.join(programs, 'postgres'), ['-D', data, '-p', String(port), ...settings], {
    ...user,
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const ended = new Promise((resolve) => server.once('exit', resolve))
  const said = []
  let ready = false
  server.stderr.setEncoding('utf8').on('data', (text) => {
    said.push(text)
    ready ||= text.includes('ready to accept connections')
  })
  while (!ready) {
    if (server.exitCode !== null) throw new Error(`Postgres does not start:\n${said.join('')}`)
    await pause(50)
  }
  return {
    url: `postgres://mokor@127.0.0.1:${port}/postgres`,
    async stop() {
      server.kill('SIGINT')
      await ended
      fs.rmSync(folder, { recursive: true, force: true })
    },
  }
}
