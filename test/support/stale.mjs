// Work that is done once for the same sources: a mark holds the hash of what it was done on.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

/**
 * @param {string} root what names of files are counted from
 * @param {string[]} places files and folders; those that are missing count as nothing
 * @param {string[]} [skipped] names that are passed over, at any depth
 */
export function hashOf(root, places, skipped = []) {
  const hash = createHash('sha256').update(process.version)
  const add = (place) => {
    const stat = fs.statSync(place, { throwIfNoEntry: false })
    if (stat?.isDirectory()) {
      for (const name of fs.readdirSync(place).sort()) if (!skipped.includes(name)) add(path.join(place, name))
    } else if (stat) hash.update(`${path.relative(root, place)}\0`).update(fs.readFileSync(place))
  }
  for (const place of places) add(path.join(root, place))
  return hash.digest('hex')
}

/**
 * Does `work` unless it was done for the same `stamp`. The mark is written when the work has come to its end, and only then.
 * @param {string} mark a file
 * @param {string} stamp
 * @param {() => Promise<void>} work
 * @returns {Promise<boolean>} whether anything was done
 */
export async function unlessDone(mark, stamp, work) {
  if (fs.existsSync(mark) && fs.readFileSync(mark, 'utf8') === stamp) return false
  // Whatever is half done must not pass for what was there before.
  fs.rmSync(mark, { force: true })
  await work()
  fs.mkdirSync(path.dirname(mark), { recursive: true })
  fs.writeFileSync(mark, stamp)
  return true
}
