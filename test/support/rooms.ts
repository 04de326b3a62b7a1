// The rooms as the plugin assembles them, and what they bring in sum.
import { rooms as networkRooms } from '../../collections/index.js'
import { collectionsOf, factsOf } from '../../plugin/assembly/sums.js'
import {
  type Feature,
  type MokorPluginOptions,
  type ResolvedOptions,
  resolveOptions as resolve,
} from '../../plugin/options/index.js'
import { systemRooms } from '../../plugin/system.js'

export const rooms = [...networkRooms, ...systemRooms]
export const facts = factsOf(rooms)
export const collections = collectionsOf(rooms)
export const defaultSlugs = facts.slugs
export const featureNames = Object.keys(facts.features) as Feature[]

export const resolveOptions = (given: MokorPluginOptions, host: Parameters<typeof resolve>[1]): ResolvedOptions =>
  resolve(given, host, facts)
