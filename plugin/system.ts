// The plugin's own rooms, which no site's people see as such: the read model, mails on their way, the log, links and guards.
import type { CollectionConfig } from 'payload'
import { editors, nobody, systemRights } from './access/index.js'
import { plainAdmin } from './admin/collection-admin.js'
import { outboxAdmin } from './admin/outbox.js'
import { challengeCollection, limitCollection } from './api/collections.js'
import { ownRoutes } from './api/routes/index.js'
import { digestJob, digestMail } from './desk/digest.js'
import { mailQueue } from './desk/mail-queue.js'
import { changeCollection, directoryCollection } from './directory/collections.js'
import type { DirectoryRow } from './directory/row.js'
import { type LinkRow, linksCollection } from './links/tokens.js'
import type { ResolvedOptions } from './options/index.js'
import { outboxCollection } from './outbox/collection.js'
import type { OutboxRow } from './outbox/row.js'
import { ownPages } from './pages/index.js'
import { defineRoom, type Room, type RoomCollection } from './room.js'
import { rosterChangeCollection, rosterCollection } from './roster/collections.js'
import type { RosterRow } from './roster/row.js'
import { securityLogCollection } from './security-log/index.js'
import type { SecurityLogRow } from './security-log/row.js'

declare module './definitions/rooms.js' {
  interface Rooms {
    directory: { documents: { directory: DirectoryRow; changes: object } }
    roster: { documents: { roster: RosterRow; rosterChanges: object } }
    outbox: { documents: { outbox: OutboxRow } }
    securityLog: { documents: { securityLog: SecurityLogRow } }
    links: { documents: { links: LinkRow }; features: 'pages' }
    desk: { mails: 'desk-digest' }
    guards: { documents: { limits: object; challenges: object }; features: 'widgets' }
  }
}

/** A collection that the plugin alone reads and writes. */
const hidden = (slug: string, config: (options: ResolvedOptions) => CollectionConfig): RoomCollection => ({
  slug,
  rights: systemRights,
  personal: false,
  admin: null,
  config,
})

const directory = defineRoom('directory', {
  collections: {
    directory: hidden('mokor-directory', directoryCollection),
    changes: hidden('mokor-changes', changeCollection),
  },
  without: ['features', 'options', 'routes', 'pages', 'mails', 'jobs', 'links', 'person', 'desk', 'erasures', 'words'],
})

const roster = defineRoom('roster', {
  collections: {
    roster: hidden('mokor-roster', rosterCollection),
    rosterChanges: hidden('mokor-roster-changes', rosterChangeCollection),
  },
  without: ['features', 'options', 'routes', 'pages', 'mails', 'jobs', 'links', 'person', 'desk', 'erasures', 'words'],
})

const outbox = defineRoom('outbox', {
  collections: {
    outbox: {
      slug: 'mokor-outbox',
      rights: { create: nobody, read: editors, update: nobody, delete: nobody },
      personal: false,
      admin: outboxAdmin,
      config: outboxCollection,
    },
  },
  desk: [mailQueue],
  without: ['features', 'options', 'routes', 'pages', 'mails', 'jobs', 'links', 'person', 'erasures', 'words'],
})

const securityLog = defineRoom('securityLog', {
  collections: {
    securityLog: {
      slug: 'mokor-security-log',
      rights: { ...systemRights, read: ['owner'] },
      personal: false,
      admin: plainAdmin,
      config: securityLogCollection,
    },
  },
  without: ['features', 'options', 'routes', 'pages', 'mails', 'jobs', 'links', 'person', 'desk', 'erasures', 'words'],
})

const links = defineRoom('links', {
  collections: { links: hidden('mokor-links', linksCollection) },
  features: { pages: { core: true, who: 'nobody', minutes: 0, otherwise: 'they follow the data' } },
  pages: ownPages,
  without: ['options', 'routes', 'mails', 'jobs', 'links', 'person', 'desk', 'erasures', 'words'],
})

const guards = defineRoom('guards', {
  collections: {
    limits: hidden('mokor-limits', limitCollection),
    challenges: hidden('mokor-challenges', challengeCollection),
  },
  features: { widgets: { core: true, who: 'nobody', minutes: 0, otherwise: 'they follow the data' } },
  routes: ownRoutes,
  without: ['options', 'pages', 'mails', 'jobs', 'links', 'person', 'desk', 'erasures', 'words'],
})

const desk = defineRoom('desk', {
  collections: {},
  mails: { 'desk-digest': digestMail },
  jobs: { 'desk-digests': digestJob },
  without: ['features', 'options', 'routes', 'pages', 'links', 'person', 'desk', 'erasures', 'words'],
})

export const systemRooms: readonly Room[] = [directory, roster, outbox, securityLog, links, guards, desk]
