// Types for those who configure the plugin or read its public API; nothing here runs.

export type * from './contract/dto.js'
export type { Mailbox, MailContent, MailContext } from './definitions/mail.js'
export type { CollectionKey, Feature, MailOverride, MokorPluginOptions, OrganisationOptions } from './options/index.js'
