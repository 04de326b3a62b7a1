// Types for those who configure the plugin or read its public API; nothing here runs.

export type * from './api/dto.js'
export type { Mailbox, MailContent, MailContext } from './mail/definition.js'
export type { CollectionKey, Feature, MailOverride, MokorPluginOptions, OrganisationOptions } from './options.js'
