// The plugin: assembles every room into the host’s config.
import type { CollectionConfig, Config } from 'payload'
import { memberProfiles, rooms as networkRooms } from '../collections/index.js'
import { accessOf, replacedAccess } from './access/index.js'
import { withRoles } from './access/roles.js'
import { withAdmin } from './admin/index.js'
import { brokenAddress, endpointsOf, routesOf } from './api/index.js'
import { titlesInBulkError } from './collection/atomic-bulk.js'
import { withCleanTexts } from './collection/clean-fields.js'
import { answerFromError } from './collection/error-answer.js'
import { refusalName } from './collection/errors.js'
import { indexesBuilt } from './collection/indexes.js'
import { fillSearchKeysAtStart } from './collection/search-key.js'
import { withSerializedWrites } from './collection/serialized-writes.js'
import { withSkippableValidation } from './collection/skip-validation.js'
import { tellAtStart } from './collection/start-check.js'
import { withTypeChecks } from './collection/value-types.js'
import { withCommands } from './commands/index.js'
import { prepareDirectory } from './directory/index.js'
import { prepareErasureLog } from './erasure-log/index.js'
import { MokorOptionsError } from './options/checks.js'
import { type CollectionKey, type MokorPluginOptions, type ResolvedOptions, resolveOptions } from './options/index.js'
import { warnOfPeers } from './options/peers.js'
import { isBuilding, startWorker } from './outbox/index.js'
import { endpointsOfPages } from './pages/index.js'
import type { Room } from './room.js'
import type { MokorRuntime } from './runtime.js'
import { withSecurityLog } from './security-log/index.js'
import { systemRooms } from './system.js'

export { MokorOptionsError } from './options/checks.js'
export type { MokorPluginOptions } from './options/index.js'
export { drainOutbox } from './outbox/index.js'

const rooms = [...networkRooms, ...systemRooms]
const routes = routesOf(rooms)
const pages = rooms.flatMap((room) => room.pages)

/** Adds the network's collections, public API, pages, mails and admin to a Payload site. */
export const mokorPlugin =
  (given: MokorPluginOptions): ((site: Config) => Config) =>
  (site) => {
    const config = withRoles(site)
    const options = resolveOptions(given, {
      serverURL: config.serverURL ?? '',
      // Set by `withPayload`, as Payload's own addresses have it.
      basePath: process.env.NEXT_BASE_PATH ?? '',
      apiRoute: config.routes?.api ?? '/api',
      slugs: (config.collections ?? []).map((collection) => collection.slug),
      users: config.admin?.user ?? config.collections?.find((collection) => collection.auth)?.slug,
      database: config.db?.name,
    })
    const runtime: MokorRuntime = {
      options,
      mails: Object.assign({}, ...rooms.map((room) => room.mails)),
      jobs: Object.assign({}, ...rooms.map((room) => room.jobs)),
      links: Object.assign({}, ...rooms.map((room) => room.links)),
      eraseAgain: Object.assign({}, ...rooms.map((room) => room.eraseAgain)),
      profiles: memberProfiles,
      needsMember,
      forgetMember,
    }
    const assembled: Config = {
      ...config,
      collections: [...(config.collections ?? []), ...rooms.flatMap((room) => collectionsOf(room, options))],
      custom: { ...config.custom, mokor: runtime },
      hooks: {
        ...config.hooks,
        afterError: [
          ...(config.hooks?.afterError ?? []),
          answerFromError(Object.values(options.slugs)),
          titlesInBulkError,
        ],
      },
    }
    if (options.disabled) return withSecurityLog(assembled, options)
    const whole = withCommands({
      ...assembled,
      endpoints: [...(config.endpoints ?? []), ...endpointsOf(routes, endpointsOfPages(pages, options), options)],
      // Payload reads it by any error's name, its type knows its own alone.
      loggingLevels: { ...config.loggingLevels, [refusalName]: 'info' } as Config['loggingLevels'] & object,
      hooks: { ...assembled.hooks, afterError: [...(assembled.hooks?.afterError ?? []), brokenAddress] },
      onInit: async (payload) => {
        warnOfPeers(payload)
        await indexesBuilt(payload)
        await config.onInit?.(payload)
        await prepareDirectory(payload)
        await prepareErasureLog(payload)
        // A site is built elsewhere, with other settings.
        if (!isBuilding()) {
          fillSearchKeysAtStart(payload)
          tellAtStart(payload)
        }
        startWorker(payload)
      },
    })
    return withAdmin(withSecurityLog(whole, options), runtime)
  }

async function needsMember(...of: Parameters<MokorRuntime['needsMember']>): Promise<boolean> {
  for (const room of rooms) if (await room.person.needs(...of)) return true
  return false
}

async function forgetMember(...of: Parameters<MokorRuntime['forgetMember']>): Promise<void> {
  for (const room of rooms) await room.person.forget(...of)
}

function collectionsOf(room: Room, options: ResolvedOptions): CollectionConfig[] {
  return Object.entries(room.collections(options)).map(([name, collection]) => {
    const key = name as CollectionKey
    const defaultCollection: CollectionConfig = {
      ...collection,
      ...(options.disabled && { endpoints: [] }),
      graphQL: false,
      access: { ...accessOf(key), ...collection.access, ...replacedAccess(options.access[key]) },
    }
    const overridden = options.collectionOverrides[key]?.({ defaultCollection }) ?? defaultCollection
    if (overridden.slug !== defaultCollection.slug)
      throw new MokorOptionsError(
        `collectionOverrides.${key}`,
        `changes the slug to \`${overridden.slug}\``,
        `Write \`slugs: { ${key}: '${overridden.slug}' }\` instead.`,
      )
    return withSerializedWrites(withTypeChecks(key, withSkippableValidation(withCleanTexts(overridden))))
  })
}
