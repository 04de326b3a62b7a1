// The teams room: people who work together, of whom the public sees those who are public themselves.

import type {
  CollectionBeforeChangeHook,
  CollectionBeforeValidateHook,
  CollectionConfig,
  PayloadRequest,
  Where,
} from 'payload'
import { wholeOrNothing } from '../../plugin/collection/atomic-bulk.js'
import { refuseFields } from '../../plugin/collection/errors.js'
import { type Searchable, searchable } from '../../plugin/collection/search-key.js'
import { trashFirst } from '../../plugin/collection/trash-first.js'
import { freeSlug } from '../../plugin/collection/unique-slug.js'
import { existing, offering, refusedChoices } from '../../plugin/fields/relation.js'
import { companyName } from '../../plugin/fields/validators.js'
import { say } from '../../plugin/i18n/localized.js'
import { actionEndpoints } from '../../plugin/lifecycle/actions.js'
import type { ResolvedOptions } from '../../plugin/options/index.js'
import type { Room } from '../../plugin/room.js'
import { slugOf } from '../../plugin/runtime.js'
import { type DocumentId, databaseId } from '../../plugin/values/document-id.js'
import { checkTexts, teamDesk } from './texts.js'
import { isShown, peopleOf, type Team } from './types.js'

/** What a restored version must not bring back: who is in the team and what is shown of it are today's decisions. */
const decidedToday = ['status', 'public', 'members', 'referent', 'deletedAt'] as const

const keepDecisions: CollectionBeforeValidateHook = ({ data, originalDoc, req }) => {
  if (!req.context.isRestoringVersion || !data) return data
  for (const field of decidedToday) data[field] = originalDoc?.[field]
  return data
}

/** Whom a team can take in; whoever is in it already stays, whatever becomes of them. */
const inTheNetwork: Where = { status: { in: ['active', 'paused'] } }

const sentences = {
  notNow: say(
    'Questa persona non si può aggiungere ora: la sua scheda non è attiva né in pausa.',
    'This person cannot be added now: their file is neither active nor paused.',
  ),
}

const checkPeople: CollectionBeforeValidateHook = async ({ data, originalDoc, req }) => {
  if (!data?.members) return data
  const after = peopleOf(data)
  const before = peopleOf((originalDoc ?? {}) as Partial<Team>)
  const refused = await refusedChoices(req, { of: 'members', fits: inTheNetwork, before, after })
  const wrong = after.flatMap((id, index) =>
    refused.has(String(id)) ? [{ path: `members.${index}.member`, words: sentences.notNow }] : [],
  )
  if (wrong.length > 0) refuseFields(req, 'teams', ...wrong)
  return data
}

/** Made when everybody first sees the team, from a name that they may see; fixed for ever. */
const giveSlug: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const team = { ...originalDoc, ...data } as Partial<Team>
  data.slug = originalDoc?.slug ?? (isShown(team) ? await freeSlug(req, 'teams', team.name ?? '', 'team') : null)
  return data
}

/** Past the hooks: a team's other rules must not keep a person in it. Nor may its versions, for whose sake SQL would keep the file. */
async function forgetMember(req: PayloadRequest, id: DocumentId): Promise<void> {
  const { payload } = req
  const collection = slugOf(payload, 'teams')
  const own = { equals: databaseId(payload, id) }
  const { docs } = await payload.find({
    collection,
    where: { or: [{ 'members.member': own }, { referent: own }] },
    limit: 0,
    pagination: false,
    depth: 0,
    trash: true,
    overrideAccess: true,
    req,
  })
  for (const { id: teamId, ...team } of docs as unknown as Team[]) {
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

const searched: Searchable<Team> = { label: say('nome', 'name'), short: ({ name, slug }) => [name, slug] }

const teams = (options: ResolvedOptions): CollectionConfig => ({
  slug: options.slugs.teams,
  labels: { singular: say('Squadra', 'Team'), plural: say('Squadre', 'Teams') },
  admin: {
    group: say('Rete', 'Network'),
    useAsTitle: 'name',
    defaultColumns: ['name', 'status', 'public', 'referent', 'createdAt'],
    hidden: !options.features.teams,
    description: say(
      'Persone che lavorano insieme. In pubblico si vede solo chi ha una scheda pubblica.',
      'People who work together. Only those with a public profile are shown.',
    ),
  },
  defaultSort: '-createdAt',
  trash: true,
  disableDuplicate: true,
  versions: { drafts: false, maxPerDoc: 20 },
  indexes: [{ fields: ['status', 'createdAt'] }],
  endpoints: actionEndpoints<Team>('teams', {}, teamDesk),
  hooks: {
    beforeOperation: [trashFirst('teams')],
    beforeValidate: [keepDecisions, checkPeople],
    beforeChange: [checkTexts, giveSlug],
    afterOperation: [wholeOrNothing],
  },
  fields: [
    { name: 'name', type: 'text', required: true, maxLength: 120, label: say('Nome', 'Name'), validate: companyName },
    {
      name: 'referent',
      type: 'relationship',
      relationTo: options.slugs.members,
      validate: existing('members'),
      label: say('Chi tiene i contatti', 'Who keeps in touch'),
      admin: { description: say('Mai pubblico in questo ruolo.', 'Never public in this role.') },
    },
    {
      name: 'members',
      type: 'array',
      maxRows: 50,
      label: say('Persone', 'People'),
      labels: { singular: say('Persona', 'Person'), plural: say('Persone', 'People') },
      fields: [
        {
          type: 'row',
          fields: [
            {
              name: 'member',
              type: 'relationship',
              relationTo: options.slugs.members,
              required: true,
              label: say('Aderente', 'Member'),
              ...offering(inTheNetwork),
            },
            {
              name: 'role',
              type: 'text',
              maxLength: 80,
              label: say('Che cosa fa nella squadra', 'Role in the team'),
              admin: { description: say('Pubblico con la scheda.', 'Public with the profile.') },
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
      label: say('Stato', 'Status'),
      options: [
        { value: 'forming', label: say('In formazione', 'Forming') },
        { value: 'active', label: say('Attiva', 'Active') },
        { value: 'closed', label: say('Chiusa', 'Closed') },
      ],
      admin: { position: 'sidebar' },
    },
    {
      name: 'public',
      type: 'checkbox',
      defaultValue: false,
      label: say('Pagina pubblica', 'Public page'),
      admin: {
        position: 'sidebar',
        description: say('Da quando la squadra non è più in formazione.', 'From when the team is no longer forming.'),
      },
    },
    {
      name: 'slug',
      type: 'text',
      index: true,
      label: say('Indirizzo pubblico', 'Public address'),
      admin: { position: 'sidebar', readOnly: true, condition: (data) => Boolean(data?.slug) },
    },
  ],
})

export const teamsRoom: Room = {
  collections: (options) => ({ teams: searchable(searched, teams(options)) }),
  mails: {},
  links: {},
  forgetMember,
}
