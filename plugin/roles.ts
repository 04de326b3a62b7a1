// Gives the host's admin users their roles in the network: one field, written by owners only.
import type { CollectionConfig, Config, FieldAccess, FieldHook, SelectField } from 'payload'
import { hasRole, roles } from './access.js'

const labels: Record<(typeof roles)[number], { it: string; en: string }> = {
  owner: { it: 'Responsabile', en: 'Owner' },
  editor: { it: 'Redazione', en: 'Editor' },
  moderator: { it: 'Moderazione', en: 'Moderator' },
  treasurer: { it: 'Tesoreria', en: 'Treasurer' },
}

const owners: FieldAccess = ({ req }) => hasRole(req, ['owner'])

/** Whoever opens the site is its owner: somebody must be able to name the others. */
const firstIsOwner: FieldHook = async ({ value, operation, collection, req }) => {
  if (operation !== 'create' || !collection) return value
  // A count of everything is not allowed inside a MongoDB transaction.
  const { docs } = await req.payload.find({ collection: collection.slug, limit: 1, pagination: false, depth: 0, req })
  if (docs.length > 0) return value
  return [...new Set(['owner', ...(Array.isArray(value) ? value : [])])]
}

export const rolesField: SelectField = {
  name: 'mokorRoles',
  type: 'select',
  hasMany: true,
  saveToJWT: true,
  label: { it: 'Ruoli nella rete', en: 'Roles in the network' },
  options: roles.map((value) => ({ value, label: labels[value] })),
  access: { create: owners, update: owners },
  hooks: { beforeChange: [firstIsOwner] },
  admin: {
    position: 'sidebar',
    description: {
      it: 'Li assegna solo chi è responsabile. Senza ruolo, della rete non si vede nulla.',
      en: 'Only owners give them. Without a role, nothing of the network is visible.',
    },
  },
}

/** What Payload itself adds to a site that has no users yet; written out, so that the field finds its place. */
const firstUsers: CollectionConfig = {
  slug: 'users',
  admin: { useAsTitle: 'email' },
  auth: { tokenExpiration: 7200 },
  fields: [],
}

/** The config with `mokorRoles` on the collection that signs in to the admin. */
export function withRoles(config: Config): Config {
  const collections = config.collections ?? []
  const user = config.admin?.user ?? collections.find((collection) => collection.auth)?.slug
  if (user === undefined) return { ...config, collections: [...collections, withField(firstUsers)] }
  return {
    ...config,
    collections: collections.map((collection) => (collection.slug === user ? withField(collection) : collection)),
  }
}

function withField(collection: CollectionConfig): CollectionConfig {
  const present = collection.fields.some((field) => 'name' in field && field.name === rolesField.name)
  return present ? collection : { ...collection, fields: [...collection.fields, rolesField] }
}
