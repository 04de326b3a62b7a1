// Collections to which documents are only added: whoever calls the database's adapter itself is refused too.
import { AsyncLocalStorage } from 'node:async_hooks'
import type { Config } from 'payload'

type Adapter = Record<string, unknown>
type Method = (this: Adapter, given: { collection?: string }) => Promise<unknown>

const changing = [
  'updateOne',
  'updateMany',
  'upsert',
  'deleteOne',
  'deleteMany',
  'createVersion',
  'updateVersion',
  'deleteVersions',
] as const

const shared = Symbol.for('payload-plugin-mokor.append')
const kept = globalThis as { [shared]?: AsyncLocalStorage<true> }

/** Shared by all copies of this module, of which a bundler may make several: the adapter was guarded by one of them. */
const adding = kept[shared] ?? new AsyncLocalStorage<true>()
kept[shared] = adding

/** Runs the one piece of code that may add to such a collection. */
export const appending = <T>(add: () => Promise<T>): Promise<T> => adding.run(true, add)

/** Whether that is what runs now. */
export const isAppending = (): boolean => adding.getStore() === true

const refuse = (slug: string, what: string): never => {
  throw new Error(
    `payload-plugin-mokor: ${what} on ${slug}: what is written there stays as it is, and only its own code adds to it`,
  )
}

function guard(adapter: Adapter, slugs: ReadonlySet<string>): void {
  const wrap = (name: string, allowed: () => boolean) => {
    const method = adapter[name] as Method | undefined
    if (!method) return
    adapter[name] = async function guarded(this: Adapter, given) {
      const { collection } = given ?? {}
      if (collection !== undefined && slugs.has(collection) && !allowed()) refuse(collection, name)
      return method.call(this, given)
    } satisfies Method
  }
  wrap('create', isAppending)
  for (const name of changing) wrap(name, () => false)
}

/** The site's database, whose adapter guards these collections from its first moment. */
export function withAppendOnly(config: Config, slugs: readonly string[]): Config {
  const { db } = config
  if (!db || slugs.length === 0) return config
  const guarded = new Set(slugs)
  return {
    ...config,
    db: {
      ...db,
      init(...given) {
        const adapter = db.init(...given)
        guard(adapter as unknown as Adapter, guarded)
        return adapter
      },
    },
  }
}
