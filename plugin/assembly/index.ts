// Assembles rooms into a Payload plugin: their sums become the runtime, their collections, routes and pages the host's config.
import type { Config } from 'payload'
import { withRoles } from '../access/roles.js'
import { withAdmin } from '../admin/index.js'
import { brokenAddress, endpointsOf, routesOf } from '../api/index.js'
import { lookAtStart } from '../backup/returned.js'
import { titlesInBulkError } from '../collection/atomic-bulk.js'
import { answerFromError } from '../collection/error-answer.js'
import { refusalName } from '../collection/errors.js'
import { indexesBuilt } from '../collection/indexes.js'
import { fillSearchKeysAtStart } from '../collection/search-key.js'
import { tellAtStart } from '../collection/start-check.js'
import { withCommands } from '../commands/index.js'
import { withAppendOnly } from '../database/append-only.js'
import type { CollectionKey } from '../definitions/rooms.js'
import { queueEndpoints, searchEndpoint } from '../desk/index.js'
import { prepareDirectory } from '../directory/index.js'
import { prepareErasureLog } from '../erasure-log/index.js'
import { exportEndpoint } from '../export/endpoint.js'
import type { MokorPluginOptions } from '../options/index.js'
import { warnOfPeers } from '../options/peers.js'
import { resolveOptions } from '../options/resolve.js'
import { isBuilding, startWorker } from '../outbox/index.js'
import { endpointsOfPages } from '../pages/index.js'
import type { Room, RoomCollection } from '../room.js'
import { prepareRoster } from '../roster/index.js'
import type { MokorRuntime } from '../runtime.js'
import { withSecurityLog } from '../security-log/index.js'
import { assembleCollection } from './collections.js'
import { adminOf, collectionsOf, factsOf, runtimeOf } from './sums.js'

export type MokorPlugin = (given: MokorPluginOptions) => (site: Config) => Config

/** @param sources where the read models find what is to be published, and who can be proposed for work */
export function pluginOf(
  rooms: readonly Room[],
  sources: Pick<MokorRuntime, 'profiles' | 'rowSources' | 'roster'>,
): MokorPlugin {
  const facts = factsOf(rooms)
  const collections = Object.entries(collectionsOf(rooms)) as [CollectionKey, RoomCollection][]
  const routes = routesOf(rooms)
  const inAdmin = adminOf(rooms)
  return (given) => (site) => {
    const config = withRoles(site)
    const options = resolveOptions(given, hostFacts(config), facts)
    const runtime: MokorRuntime = { ...runtimeOf(rooms), options, features: facts.features, ...sources }
    const kept = collections.flatMap(([key, { appendOnly }]) => (appendOnly ? [options.slugs[key]] : []))
    const people = collections.flatMap(([key, { personal }]) => (personal ? [options.slugs[key]] : []))
    const assembled: Config = {
      ...withAppendOnly(config, kept),
      collections: [
        ...(config.collections ?? []),
        ...collections.map(([key, collection]) => assembleCollection(key, collection, options)),
      ],
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
    if (options.disabled) return withSecurityLog(assembled, options, people)
    const whole: Config = withCommands({
      ...assembled,
      endpoints: [
        ...(config.endpoints ?? []),
        ...queueEndpoints,
        searchEndpoint,
        exportEndpoint(people),
        ...endpointsOf(routes, endpointsOfPages(runtime.pages, options), options),
      ],
      // Payload reads it by any error's name, its type knows its own alone.
      loggingLevels: { ...config.loggingLevels, [refusalName]: 'info' } as Config['loggingLevels'] & object,
      hooks: { ...assembled.hooks, afterError: [...(assembled.hooks?.afterError ?? []), brokenAddress] },
      onInit: async (payload) => {
        warnOfPeers(payload)
        await indexesBuilt(payload)
        await config.onInit?.(payload)
        await prepareDirectory(payload)
        await prepareRoster(payload)
        await prepareErasureLog(payload)
        // A site is built elsewhere, with other settings.
        if (!isBuilding()) {
          fillSearchKeysAtStart(payload)
          tellAtStart(payload)
          lookAtStart(payload)
        }
        startWorker(payload)
      },
    })
    return withAdmin(withSecurityLog(whole, options, people), runtime, inAdmin)
  }
}

const hostFacts = (config: Config): Parameters<typeof resolveOptions>[1] => ({
  serverURL: config.serverURL ?? '',
  // Set by `withPayload`, as Payload's own addresses have it.
  basePath: process.env.NEXT_BASE_PATH ?? '',
  apiRoute: config.routes?.api ?? '/api',
  slugs: (config.collections ?? []).map((collection) => collection.slug),
  users: config.admin?.user ?? config.collections?.find((collection) => collection.auth)?.slug,
  database: config.db?.name,
})
