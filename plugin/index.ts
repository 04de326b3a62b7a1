// The plugin: the network's rooms and its own, assembled.

// Once more for the declarations, which keep no other import: the rooms add their names to the options' types there.
import '../collections/index.js'
import './system.js'
import { rooms, sources } from '../collections/index.js'
import { type MokorPlugin, pluginOf } from './assembly/index.js'
import { systemRooms } from './system.js'

export { handleMokorReads, withMokorReads } from './api/direct-reads.js'
export { MokorOptionsError } from './options/checks.js'
export type { MokorPluginOptions } from './options/index.js'
export { drainOutbox } from './outbox/index.js'

/** Adds the network's collections, public API, pages, mails and admin to a Payload site. */
export const mokorPlugin: MokorPlugin = pluginOf([...rooms, ...systemRooms], sources)
