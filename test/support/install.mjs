// Installs the lockfile's packages when they are missing or older than it. Plain Node: nothing is installed yet.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

/**
 * @param {string} root the project's folder
 * @param {(line: string) => void} say
 */
export function ensureInstalled(root, say) {
  const lock = createHash('sha256')
    .update(fs.readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex')
  const stamp = path.join(root, 'node_modules', '.mokor-lock')
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === lock) return
  say('Installing packages (npm install)')
  // Not `npm ci`: it refuses a lockfile that was made where other platforms' optional packages cannot be had.
  execFileSync('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
  })
  fs.writeFileSync(stamp, lock)
}
