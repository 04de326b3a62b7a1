// The directory of a Payload instance: engine, version and cache.
import { createHash } from 'node:crypto'
import type { Payload } from 'payload'
import { SharedWork } from '../database/shared-work.js'
import { mokor } from '../runtime.js'
import { Memory } from './cache.js'
import { embeddedEngine } from './engines/embedded.js'
import type { Counts, Engine, Page, WholeRow } from './engines/engine.js'
import { mongoEngine } from './engines/mongo/index.js'
import type { Position } from './position.js'
import type { DirectoryQuery } from './query.js'
import { sharedRead } from './shared-read.js'
import type { AskedWord } from './words.js'

export interface Directory {
  /** As of a moment after this call; everything asked with it is at least as new. */
  version(): Promise<string>
  page(query: DirectoryQuery, from: Position | { start: number }, limit: number, version: string): Promise<Page>
  /** Totals and facets, worked out once a version and question. */
  counts(query: DirectoryQuery, version: string): Promise<Counts>
  /** The words that anybody bears; of the others nothing can be found. */
  known(words: readonly AskedWord[], version: string): Promise<AskedWord[]>
  row(slug: string): Promise<WholeRow | null>
  /** Makes what the engine needs; safe to repeat. */
  prepare(): Promise<void>
  /** Strong validator of an answer: version, day and question, and what of the site's settings shows in it. */
  etag(version: string, day: string, question: unknown): string
  /** The answer that an ETag stands for, serialised; worked out once while it is remembered. */
  answer(etag: string, work: () => Promise<string>): Promise<Uint8Array>
  /** Anything else that holds for a version, e.g. names of skills. */
  remember<T>(name: string, version: string, work: () => Promise<T>): Promise<T>
}

/** Raised when the same row would read differently after an update of the plugin. */
const format = 3

const directories = new WeakMap<Payload, Directory>()

export function directoryOf(payload: Payload): Directory {
  const known = directories.get(payload)
  if (known) return known
  const made = directoryWith(payload, engineOf(payload))
  directories.set(payload, made)
  return made
}

function engineOf(payload: Payload): Engine {
  const { engine } = mokor(payload).options.directory
  const isMongo = payload.db.name === 'mongoose'
  return engine === 'mongo' || (engine === 'auto' && isMongo) ? mongoEngine(payload) : embeddedEngine(payload)
}

function directoryWith(payload: Payload, engine: Engine): Directory {
  const { options } = mokor(payload)
  const settings = JSON.stringify([
    format,
    options.publicUrl,
    options.apiRoute,
    options.directory.memberUrl,
    options.features,
  ])
  const counts = new Memory<Counts>(500)
  const known = new Memory<AskedWord[]>(500)
  const answers = new Memory<Uint8Array>(500)
  const things = new Map<string, { version: string; thing: SharedWork<unknown> }>()
  return {
    version: sharedRead(() => engine.version()),
    page: (...asked) => engine.page(...asked),
    counts: (query, version) => counts.get(`${version} ${JSON.stringify(query)}`, () => engine.counts(query, version)),
    known: (words, version) => known.get(`${version} ${JSON.stringify(words)}`, () => engine.known(words, version)),
    row: (slug) => engine.row(slug),
    prepare: () => engine.prepare(),
    etag: (version, day, question) =>
      createHash('sha256')
        .update(`${settings}\n${version}\n${day}\n${JSON.stringify(question)}`)
        .digest('base64url')
        .slice(0, 27),
    answer: (etag, work) => answers.get(etag, async () => Buffer.from(await work())),
    remember<T>(name: string, version: string, work: () => Promise<T>): Promise<T> {
      const held = things.get(name)
      if (held?.version === version && !held.thing.isGivenUp) return held.thing.wait() as Promise<T>
      const thing: SharedWork<T> = new SharedWork(() =>
        work().catch((error: unknown) => {
          if (things.get(name)?.thing === thing) things.delete(name)
          throw error
        }),
      )
      things.set(name, { version, thing })
      return thing.wait()
    },
  }
}
