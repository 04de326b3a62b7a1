// Adds the `mokorRoles` field to the host’s admin users; only owners write it.
import type {
  Access,
  CollectionConfig,
  Config,
  FieldAccess,
  FieldHook,
  PayloadRequest,
  SelectField,
  Where,
} from 'payload'
import { type Localized, localized, selectOptions } from '../i18n/localized.js'
import { deskFields } from './desk-fields.js'
import { hasRole, type Role, roles } from './index.js'

const roleWords: Record<Role, Localized> = {
  owner: localized('Responsabile', 'Owner'),
  editor: localized('Redazione', 'Editor'),
  moderator: localized('Moderazione', 'Moderator'),
  treasurer: localized('Tesoreria', 'Treasurer'),
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
  label: localized('Ruoli nella rete', 'Roles in the network'),
  options: selectOptions(roleWords),
  access: { create: owners, update: owners },
  hooks: { beforeChange: [firstIsOwner] },
  admin: {
    position: 'sidebar',
    description: localized(
      'Li assegna solo chi è responsabile. Senza ruolo, della rete si vede solo l’elenco delle capacità.',
      'Only owners give them. Without a role, only the list of skills is visible.',
    ),
  },
}

/** What Payload itself adds to a site that has no users yet; written out, so that the field finds its place. */
const firstUsers: CollectionConfig = {
  slug: 'users',
  admin: { useAsTitle: 'email' },
  auth: { tokenExpiration: 7200 },
  fields: [],
}

/** The config with `mokorRoles`, and what the desk asks of its people, on the collection that signs in to the admin. */
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
  const present = new Set(collection.fields.flatMap((field) => ('name' in field ? [field.name] : [])))
  const added = [rolesField, ...deskFields].filter((field) => !('name' in field && present.has(field.name)))
  const { access } = collection
  return {
    ...collection,
    fields: [...collection.fields, ...added],
    access: { ...access, update: sparingRoles(access?.update), delete: sparingRoles(access?.delete) },
  }
}

/**
 * Whoever holds a role is changed by owners and by themselves alone. Payload lets every signed-in user change every other:
 * a new password for an owner would be a way to all that owners may do.
 */
function sparingRoles(given: Access | undefined): Access {
  return async (args) => {
    const allowed = given ? await given(args) : Boolean(args.req.user)
    if (allowed === false || hasRole(args.req, ['owner'])) return allowed
    const others = await othersWithRoles(args.req)
    if (others.length === 0) return allowed
    const spared: Where = { id: { not_in: others } }
    return allowed === true ? spared : { and: [allowed, spared] }
  }
}

async function othersWithRoles({ payload, user }: PayloadRequest): Promise<(number | string)[]> {
  const collection = payload.config.admin.user
  const { docs } = await payload.db.find<{ id: number | string }>({
    collection,
    where: { [rolesField.name]: { in: [...roles] } },
    pagination: false,
    limit: 0,
  })
  const own = user?.collection === collection ? user.id : null
  return docs.flatMap(({ id }) => (id === own ? [] : [id]))
}
