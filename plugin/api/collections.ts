// What the guards keep in the database, so that several instances share it: limits, and challenges that were spent, with what they were spent on.
import type { Room } from '../room.js'

export const guardCollections: Room = {
  collections: (options) => ({
    limits: {
      slug: options.slugs.limits,
      admin: { hidden: true },
      fields: [
        { name: 'key', type: 'text', required: true, unique: true, index: true },
        { name: 'n', type: 'number', required: true },
        { name: 'expiresAt', type: 'date', required: true, index: true },
      ],
    },
    challenges: {
      slug: options.slugs.challenges,
      admin: { hidden: true },
      fields: [
        { name: 'nonce', type: 'text', required: true, unique: true, index: true },
        { name: 'expiresAt', type: 'date', required: true, index: true },
        { name: 'sent', type: 'text' },
        { name: 'answer', type: 'json' },
      ],
    },
  }),
  mails: {},
  links: {},
}
