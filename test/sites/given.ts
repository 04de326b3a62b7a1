// What `test/sites.mjs` found on this machine for the tests of this folder.
import type { Database, Source, Template } from './templates.js'

export interface Given {
  /** Of the plugin as it is now, and as it was when the upgrade test's site was made; '' where it cannot be had. */
  tarball: string
  earlier: string
  /** Where each template comes from; '' where it cannot be had. */
  sources: Record<Template, Source | ''>
  /** A folder that holds templates; '' where none was named. */
  templates: string
  /** Addresses of a MongoDB and a Postgres beside whose database others are made; '' where there is none. */
  databases: { mongodb: string; postgres: string }
}

const text = process.env.MOKOR_SITES
if (!text) throw new Error('These tests are run by `npm run sites`, which packs the plugin and starts the databases.')
export const given = JSON.parse(text) as Given

/** Address of a database of this name; '' where there is none of its kind. */
export function databaseUrl(kind: Database, name: string): string {
  if (kind === 'sqlite') return 'file:./site.db'
  if (!given.databases[kind]) return ''
  const url = new URL(given.databases[kind])
  url.pathname = `/${name}`
  return url.href
}

/**
 * Steps that follow from each other: after one that failed none is tried.
 * @returns a test for each step
 */
export function story() {
  let failed = ''
  return (what: string, work: () => Promise<void>): void =>
    test(
      what,
      async () => {
        if (failed) throw new Error(`not reached: «${failed}» failed`)
        failed = what
        await work()
        failed = ''
      },
      // Longer than all its programs: which of them hangs is said by `shell`, and not by the end of the step.
      90 * 60_000,
    )
}
