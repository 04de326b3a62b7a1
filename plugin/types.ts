// Types for those who configure the plugin or read its public API; nothing here runs.

export type * from './api/dto.js'
export type { MokorPluginOptions, OrganisationOptions } from './options.js'
