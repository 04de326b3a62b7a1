// Messages to members wait here for their sender's confirmation, and are erased once they have been delivered.
import type { CollectionConfig } from 'payload'
import type { ResolvedOptions } from '../../plugin/options.js'

export interface Message {
  id: number | string
  /** Id of the member, as a string. */
  member: string
  name: string
  email: string
  phone?: string | null
  text: string
  lang: string
  status: 'unconfirmed' | 'confirmed' | 'delivered'
  expiresAt: string
}

export const messageCollection = (options: ResolvedOptions): CollectionConfig => ({
  slug: options.slugs.messages,
  admin: { hidden: true },
  lockDocuments: false,
  disableDuplicate: true,
  fields: [
    { name: 'member', type: 'text', required: true, index: true },
    { name: 'name', type: 'text' },
    { name: 'email', type: 'text' },
    { name: 'phone', type: 'text' },
    { name: 'text', type: 'textarea' },
    { name: 'lang', type: 'text', required: true },
    { name: 'status', type: 'select', required: true, options: ['unconfirmed', 'confirmed', 'delivered'] },
    { name: 'expiresAt', type: 'date', required: true },
  ],
})
