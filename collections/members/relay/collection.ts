// Messages to members wait here for their sender's confirmation. Once delivered or lapsed nothing personal stays: what is left says
// for a month whom it was for, so that its link can tell what became of it.
import type { CollectionConfig } from 'payload'
import { phoneInternationally } from '../../../plugin/fields/validators.js'
import type { ResolvedOptions } from '../../../plugin/options/index.js'

export interface Message {
  id: number | string
  /** Id of the member, as a string. */
  member: string
  name?: string | null
  email?: string | null
  phone?: string | null
  text?: string | null
  lang: string
  /** `returned`: confirmed, but the member could no longer be written to. */
  status: 'unconfirmed' | 'confirmed' | 'delivered' | 'returned'
  /** The member has no mailbox: the desk got it, to pass it on by voice. */
  byDesk?: boolean | null
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
    { name: 'phone', type: 'text', hooks: { beforeValidate: [phoneInternationally] } },
    { name: 'text', type: 'textarea' },
    { name: 'lang', type: 'text', required: true },
    { name: 'status', type: 'select', required: true, options: ['unconfirmed', 'confirmed', 'delivered', 'returned'] },
    { name: 'byDesk', type: 'checkbox' },
    { name: 'expiresAt', type: 'date', required: true },
  ],
})
