// The rooms as the plugin assembles them, and what they bring in sum.
import { rooms as networkRooms, sources } from '../../collections/index.js'
import { type MokorPlugin, pluginOf } from '../../plugin/assembly/index.js'
import { collectionsOf, factsOf } from '../../plugin/assembly/sums.js'
import type { CollectionKey, Feature, MokorPluginOptions, ResolvedOptions } from '../../plugin/options/index.js'
import { resolveOptions as resolve } from '../../plugin/options/resolve.js'
import type { Room } from '../../plugin/room.js'
import { systemRooms } from '../../plugin/system.js'

/** Where the tests are compiled, the room that only they have brings its names too: see `toy-room/`. */
export type NetworkKey = Exclude<CollectionKey, 'loans'>
export type NetworkFeature = Exclude<Feature, 'loans'>

export const rooms = [...networkRooms, ...systemRooms]
export const facts = factsOf(rooms)
export const collections = collectionsOf(rooms)
export const defaultSlugs = facts.slugs
export const featureNames = Object.keys(facts.features) as NetworkFeature[]

export const resolveOptions = (given: MokorPluginOptions, host: Parameters<typeof resolve>[1]): ResolvedOptions =>
  resolve(given, host, facts)

/** The plugin with further rooms. */
export const pluginWith = (more: readonly Room[]): MokorPlugin => pluginOf([...rooms, ...more], sources)
