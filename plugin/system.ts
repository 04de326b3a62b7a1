// The plugin's own rooms, which no site's people see as such: the read model, mails on their way, the log, links and guards.
import { guardCollections } from './api/collections.js'
import { ownRoutes } from './api/routes/index.js'
import { directoryCollections } from './directory/collections.js'
import { linksCollection } from './links/tokens.js'
import { outboxCollection } from './outbox/collection.js'
import { ownPages } from './pages/index.js'
import { defineRoom, type Room } from './room.js'
import { securityLogCollection } from './security-log/index.js'

const directory = defineRoom({
  collections: directoryCollections,
  without: ['routes', 'pages', 'mails', 'jobs', 'links', 'person', 'eraseAgain'],
})

const outbox = defineRoom({
  collections: (options) => ({ outbox: outboxCollection(options) }),
  without: ['routes', 'pages', 'mails', 'jobs', 'links', 'person', 'eraseAgain'],
})

const securityLog = defineRoom({
  collections: (options) => ({ securityLog: securityLogCollection(options) }),
  without: ['routes', 'pages', 'mails', 'jobs', 'links', 'person', 'eraseAgain'],
})

const links = defineRoom({
  collections: (options) => ({ links: linksCollection(options) }),
  pages: ownPages,
  without: ['routes', 'mails', 'jobs', 'links', 'person', 'eraseAgain'],
})

const guards = defineRoom({
  collections: guardCollections,
  routes: ownRoutes,
  without: ['pages', 'mails', 'jobs', 'links', 'person', 'eraseAgain'],
})

export const systemRooms: readonly Room[] = [directory, outbox, securityLog, links, guards]
