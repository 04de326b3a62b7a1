// Which database the demo runs on: the one of DATABASE_URL, a MongoDB of its own, or SQLite.
import fs from 'node:fs'
import path from 'node:path'
import { UserError } from './user-error.mjs'

/**
 * @param {string | undefined} given DATABASE_URL
 * @param {string} folder where whoever gave it stands: parts of the demo run elsewhere
 * @returns {{ url: string, warning: string | null } | null} null when none was given
 * @throws {UserError} when it is of a kind that the demo's site does not know
 */
export function databaseGiven(given, folder) {
  if (given === undefined || given === '') return null
  if (/^mongodb(\+srv)?:/.test(given)) {
    const lacks = !/replicaSet=|^mongodb\+srv:/.test(given)
    return {
      url: given,
      warning: lacks ? 'DATABASE_URL names no replicaSet: MongoDB then has no transactions' : null,
    }
  }
  if (/^postgres(ql)?:/.test(given)) return { url: given, warning: null }
  if (/^file:(?!:memory:|.*\?)./.test(given)) {
    const file = path.resolve(folder, given.slice('file:'.length).replace(/^\/\/(?=\/)/, ''))
    fs.mkdirSync(path.dirname(file), { recursive: true })
    return { url: `file:${file}`, warning: null }
  }
  throw new UserError(
    `DATABASE_URL is «${hidden(given)}», which the demo does not know. Write mongodb://…, postgres://… or file:… with the name of a file.`,
  )
}

/** Without the password, which may stand between `:` and `@`. */
const hidden = (url) => url.replace(/:[^:@/]*@/, ':…@')
