// Types for those who configure the plugin or read its public API; nothing here runs.

export type * from '../../collections/commissions/dto.js'
export type * from '../../collections/donations/dto.js'
export type { Commission, Donation, Member, Picture, Skill, Team } from '../../collections/index.js'
export type * from '../../collections/members/joining/dto.js'
export type * from '../../collections/members/relay/dto.js'
export type * from '../../collections/skills/dto.js'
export type * from '../../collections/teams/dto.js'
export type * from '../contract/dto.js'
export type { Mailbox, MailContent, MailContext } from '../definitions/mail.js'
export type * from '../directory/dto.js'
export type { CollectionKey, Feature, MailOverride, MokorPluginOptions, OrganisationOptions } from '../options/index.js'
