// The plugin's collections by the keys that options and code name them with, and their slugs.

/** Every collection the plugin adds, by its key in `slugs`, `collectionOverrides` and `access`. */
export const defaultSlugs = {
  skills: 'skills',
  members: 'members',
  commissions: 'commissions',
  teams: 'teams',
  donations: 'donations',
  pictures: 'mokor-pictures',
  directory: 'mokor-directory',
  changes: 'mokor-changes',
  limits: 'mokor-limits',
  challenges: 'mokor-challenges',
  links: 'mokor-links',
  messages: 'mokor-messages',
  outbox: 'mokor-outbox',
  securityLog: 'mokor-security-log',
} as const

export type CollectionKey = keyof typeof defaultSlugs
