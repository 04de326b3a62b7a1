// The teams room: people who work together; the public sees those who are public themselves.

import type {
  CollectionBeforeChangeHook,
  CollectionBeforeValidateHook,
  CollectionConfig,
  PayloadRequest,
  Where,
} from 'payload'
import { editorsRights } from '../../plugin/access/index.js'
import { rejectPartialBulk } from '../../plugin/collection/atomic-bulk.js'
import { throwFieldErrors } from '../../plugin/collection/errors.js'
import { type Searchable, searchable } from '../../plugin/collection/search-key.js'
import { uniqueSlug } from '../../plugin/collection/unique-slug.js'
import { documents } from '../../plugin/database/documents.js'
import { mustExist, optionsFilter, unavailableIds } from '../../plugin/fields/relation.js'
import { companyName } from '../../plugin/fields/validators.js'
import { localized } from '../../plugin/i18n/localized.js'
import { actionEndpoints } from '../../plugin/lifecycle/actions.js'
import { keepOnRestore } from '../../plugin/lifecycle/transition.js'
import type { ResolvedOptions } from '../../plugin/options/index.js'
import { defineRoom } from '../../plugin/room.js'
import { slugOf } from '../../plugin/runtime.js'
import { type DocumentId, databaseId } from '../../plugin/values/document-id.js'
import { teamAdmin, teamWords } from './admin/index.js'
import { team } from './route.js'
import { adminView, checkTexts } from './texts.js'
import { isShown, peopleOf, type Team } from './types.js'

/** What a restored version must not bring back: who is in the team and what is shown of it are today's decisions. */
const keptOnRestore = ['status', 'public', 'members', 'referent', 'deletedAt'] as const

const keepDecisions: CollectionBeforeValidateHook = ({ data, originalDoc, req }) => {
  if (data) keepOnRestore(req, data, originalDoc, keptOnRestore)
  return data
}

/** Whom a team can take in; whoever is in it already stays, whatever becomes of them. */
const inTheNetwork: Where = { status: { in: ['active', 'paused'] } }

const sentences = {
  notNow: localized(
    'Questa persona non si può aggiungere ora: la sua scheda non è attiva né in pausa.',
    'This person cannot be added now: their file is neither active nor paused.',
  ),
}

const checkPeople: CollectionBeforeValidateHook = async ({ data, originalDoc, req }) => {
  if (!data?.members) return data
  const after = peopleOf(data)
  const before = peopleOf((originalDoc ?? {}) as Partial<Team>)
  const refused = await unavailableIds(req, { of: 'members', filter: inTheNetwork, before, after })
  const wrong = after.flatMap((id, index) =>
    refused.has(String(id)) ? [{ path: `members.${index}.member`, words: sentences.notNow }] : [],
  )
  if (wrong.length > 0) throwFieldErrors(req, 'teams', ...wrong)
  return data
}

/** Made when everybody first sees the team, from a name that they may see; fixed for ever. */
const giveSlug: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const team = { ...originalDoc, ...data } as Partial<Team>
  data.slug = originalDoc?.slug ?? (isShown(team) ? await uniqueSlug(req, 'teams', team.name ?? '', 'team') : null)
  return data
}

/** Past the hooks: a team's other rules must not keep a person in it. Nor may its versions, for whose sake SQL would keep the file. */
async function forgetMember(req: PayloadRequest, id: DocumentId): Promise<void> {
  const { payload } = req
  const collection = slugOf(payload, 'teams')
  const own = { equals: databaseId(payload, id) }
  const theirs: Where = { or: [{ 'members.member': own }, { referent: own }] }
  for (const { id: teamId, ...team } of await documents(req, 'teams').find(theirs, { trash: true })) {
    // Whole: SQL databases write rows of lists only with the document that holds them.
    const data = {
      ...team,
      members: (team.members ?? []).filter(({ member }) => String(member) !== String(id)),
      referent: String(team.referent) === String(id) ? null : team.referent,
    }
    await payload.db.updateOne({ collection, id: teamId, data, req, returning: false })
  }
  const once: Where = { or: [{ 'version.members.member': own }, { 'version.referent': own }] }
  await payload.db.deleteVersions({ collection, where: once, req })
}

const searched: Searchable<Team> = { label: localized('nome', 'name'), short: ({ name, slug }) => [name, slug] }

export type { Team } from './types.js'

const teams = (options: ResolvedOptions): CollectionConfig => ({
  slug: options.slugs.teams,
  labels: { singular: localized('Squadra', 'Team'), plural: localized('Squadre', 'Teams') },
  admin: {
    group: localized('Rete', 'Network'),
    useAsTitle: 'name',
    defaultColumns: ['name', 'status', 'public', 'referent', 'createdAt'],
    hidden: !options.features.teams,
    description: localized(
      'Persone che lavorano insieme. In pubblico si vede solo chi ha una scheda pubblica.',
      'People who work together. Only those with a public profile are shown.',
    ),
  },
  defaultSort: '-createdAt',
  trash: true,
  disableDuplicate: true,
  versions: { drafts: false, maxPerDoc: 20 },
  indexes: [{ fields: ['status', 'createdAt'] }],
  endpoints: actionEndpoints<Team>('teams', {}, adminView),
  hooks: {
    beforeValidate: [keepDecisions, checkPeople],
    beforeChange: [checkTexts, giveSlug],
    afterOperation: [rejectPartialBulk],
  },
  fields: [
    {
      name: 'name',
      type: 'text',
      required: true,
      maxLength: 120,
      label: localized('Nome', 'Name'),
      validate: companyName,
    },
    {
      name: 'referent',
      type: 'relationship',
      relationTo: options.slugs.members,
      validate: mustExist('members'),
      label: localized('Chi tiene i contatti', 'Who keeps in touch'),
      admin: { description: localized('Mai pubblico in questo ruolo.', 'Never public in this role.') },
    },
    {
      name: 'members',
      type: 'array',
      maxRows: 50,
      label: localized('Persone', 'People'),
      labels: { singular: localized('Persona', 'Person'), plural: localized('Persone', 'People') },
      fields: [
        {
          type: 'row',
          fields: [
            {
              name: 'member',
              type: 'relationship',
              relationTo: options.slugs.members,
              required: true,
              label: localized('Aderente', 'Member'),
              ...optionsFilter(inTheNetwork),
            },
            {
              name: 'role',
              type: 'text',
              maxLength: 80,
              label: localized('Che cosa fa nella squadra', 'Role in the team'),
              admin: { description: localized('Pubblico con la scheda.', 'Public with the profile.') },
            },
          ],
        },
      ],
    },
    {
      name: 'status',
      type: 'select',
      required: true,
      defaultValue: 'forming',
      index: true,
      label: localized('Stato', 'Status'),
      options: [
        { value: 'forming', label: localized('In formazione', 'Forming') },
        { value: 'active', label: localized('Attiva', 'Active') },
        { value: 'closed', label: localized('Chiusa', 'Closed') },
      ],
      admin: { position: 'sidebar' },
    },
    {
      name: 'public',
      type: 'checkbox',
      defaultValue: false,
      label: localized('Pagina pubblica', 'Public page'),
      admin: {
        position: 'sidebar',
        description: localized(
          'Da quando la squadra non è più in formazione.',
          'From when the team is no longer forming.',
        ),
      },
    },
    {
      name: 'slug',
      type: 'text',
      index: true,
      label: localized('Indirizzo pubblico', 'Public address'),
      admin: { position: 'sidebar', readOnly: true, condition: (data) => Boolean(data?.slug) },
    },
  ],
})

declare module '../../plugin/definitions/rooms.js' {
  interface Rooms {
    teams: { documents: { teams: Team }; features: 'teams' }
  }
}

export const teamsRoom = defineRoom('teams', {
  collections: {
    teams: {
      slug: 'teams',
      rights: editorsRights,
      personal: true,
      admin: teamAdmin,
      config: (options) => searchable(searched, teams(options)),
    },
  },
  features: { teams: { core: false, who: 'editors', minutes: 10, otherwise: 'teams stay as they are' } },
  routes: [team],
  person: { needs: async () => false, forget: forgetMember },
  words: teamWords,
  without: ['options', 'pages', 'mails', 'jobs', 'links', 'desk', 'erasures'],
})
