// The tarball that a site installs: of the plugin as it was built here, or as it was at an earlier commit.
import { execFile, execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/**
 * @param {string} folder of the package, built
 * @param {string} into an existing folder
 * @returns {Promise<import('./packing.mjs').Packed>}
 */
export async function pack(folder, into) {
  const words = ['pack', '--json', '--ignore-scripts', '--pack-destination', into]
  const { stdout } = await run('npm', words, { cwd: folder, maxBuffer: 1e8 })
  const [packed] = Object.values(JSON.parse(stdout))
  return { tarball: path.join(into, packed.filename), files: packed.files.map((file) => file.path) }
}

/**
 * Built with the packages that this version is built with: what they are for is the same.
 * @param {string} root the project's folder
 * @param {string} commit
 * @param {(line: string) => void} say
 * @returns {Promise<string>} the tarball, kept for the next time
 * @throws when this clone does not reach back to that commit
 */
export async function packCommit(root, commit, say) {
  const kept = path.join(root, '.cache', `plugin-${commit}.tgz`)
  if (fs.existsSync(kept)) return kept
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mokor-earlier-'))
  try {
    const tar = path.join(folder, 'sources.tar')
    try {
      execFileSync('git', ['archive', '--output', tar, commit], { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] })
    } catch (cause) {
      throw new Error(`Git has no commit ${commit} here: get the whole history (git fetch --unshallow).`, { cause })
    }
    execFileSync('tar', ['-xf', tar, '-C', folder])
    fs.rmSync(tar)
    fs.symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'))
    say(`building the plugin of ${commit}`)
    const rollup = ['node_modules/rollup/dist/bin/rollup', '-c', 'rollup.config.ts', '--configPlugin', 'esbuild']
    await run(process.execPath, rollup, { cwd: folder, maxBuffer: 1e8 })
    const { tarball } = await pack(folder, folder)
    fs.mkdirSync(path.dirname(kept), { recursive: true })
    fs.renameSync(tarball, `${kept}.part`)
    fs.renameSync(`${kept}.part`, kept)
    return kept
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}
