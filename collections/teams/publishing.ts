// Teams in the public directory: a row for each that stands and wants to be shown, made from the published rows of its people, so
// that it never shows of anybody what their own profile does not.
import type {
  CollectionAfterChangeHook,
  CollectionAfterErrorHook,
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  PayloadRequest,
  Where,
} from 'payload'
import { compensate, onFailure } from '../../plugin/database/compensation.js'
import { documents } from '../../plugin/database/documents.js'
import { lockOn } from '../../plugin/database/lock.js'
import { inTransaction } from '../../plugin/database/transaction.js'
import { type DirectoryRow, type PublicProfile, publish, publishedByIds } from '../../plugin/directory/index.js'
import { type RowSource, rowSourcesOf } from '../../plugin/directory/source.js'
import { mokor } from '../../plugin/runtime.js'
import { dayInItaly } from '../../plugin/values/dates.js'
import { couldBeId, type DocumentId, databaseId } from '../../plugin/values/document-id.js'
import { skillWords } from '../skills/index.js'
import { type ReadableTexts, readableTexts } from './texts.js'
import { peopleOf, type Team } from './types.js'

const prefix = 'team:'
export const rowId = (id: DocumentId): string => `${prefix}${id}`

/** Of a row's skills, as many as a profile may have. */
const mostSkills = 20

const listed: Where = {
  and: [
    { public: { equals: true } },
    { status: { equals: 'active' } },
    { slug: { exists: true } },
    { deletedAt: { exists: false } },
  ],
}

/** Ids of teams from those of rows; one that this database could never have given is left out. */
const teamIds = ({ payload }: PayloadRequest, ids: readonly string[]): DocumentId[] =>
  ids
    .map((id) => id.slice(prefix.length))
    .filter((id) => couldBeId(payload, id))
    .map((id) => databaseId(payload, id))

async function profilesOf(req: PayloadRequest, ids: readonly string[]): Promise<PublicProfile[]> {
  const wanted = teamIds(req, ids)
  if (wanted.length === 0) return []
  const teams = await documents(req, 'teams').find({ and: [{ id: { in: wanted } }, listed] })
  const people = teams.flatMap((team) => peopleOf(team).flatMap((id) => (id ? [String(id)] : [])))
  const rows = await publishedByIds(req, [...new Set(people)])
  const profiles: PublicProfile[] = []
  for (const team of teams) {
    const shown = peopleOf(team).flatMap((id) => rows.get(String(id)) ?? [])
    const texts = shown.length > 0 ? await readableTexts(req, team) : null
    if (texts) profiles.push(profileOf(team, texts, shown, mokor(req.payload).options.languages[0] ?? 'it'))
  }
  return profiles
}

/** @param people rows of those whom the public sees, at least one */
function profileOf(team: Team, texts: ReadableTexts, people: readonly DirectoryRow[], lang: string): PublicProfile {
  const [first] = people as [DirectoryRow]
  return {
    id: rowId(team.id),
    type: 'team',
    slug: team.slug ?? '',
    name: team.name,
    headline: texts.purpose || rolesOf(team, texts, people).slice(0, 120),
    experience: '',
    lang,
    kind: 'team',
    skills: skillsOf(people),
    modes: [...new Set(people.flatMap(({ modes }) => modes))].toSorted(),
    languages: [...new Set(people.flatMap(({ languages }) => languages))].toSorted(),
    availability: availabilityOf(team, people),
    municipality: first.municipality,
    province: first.province,
    radiusKm: radiusOf(people),
    links: [],
    picture: null,
    phone: null,
  }
}

/** What those do in it whom the public sees. */
function rolesOf(team: Team, { roles }: ReadableTexts, people: readonly DirectoryRow[]): string {
  const shown = new Set(people.map(({ id }) => id))
  const theirs = peopleOf(team).flatMap((id, at) => (shown.has(String(id)) && roles[at] ? [roles[at]] : []))
  return [...new Set(theirs)].join(' · ')
}

/** Each trade once, without what one person alone says of it. */
function skillsOf(people: readonly DirectoryRow[]): PublicProfile['skills'] {
  const first = new Map<string, PublicProfile['skills'][number]>()
  for (const { slug, own, origin } of people.flatMap(({ skillDetails }) => skillDetails)) {
    const key = slug ?? `own ${own}`
    if (!first.has(key)) first.set(key, { slug, own, origin, years: null, note: null })
  }
  return [...first.values()].slice(0, mostSkills)
}

/** It comes as far as the one who comes least far. */
function radiusOf(people: readonly DirectoryRow[]): number | null {
  const radii = people.flatMap(({ radiusKm, modes }) =>
    modes.includes('onsite') && radiusKm !== null ? [radiusKm] : [],
  )
  return radii.length > 0 ? Math.min(...radii) : null
}

/** When all are there: the team's own first day, and nobody of them takes work later. */
function availabilityOf({ from }: Team, people: readonly DirectoryRow[]): PublicProfile['availability'] {
  const states = new Set(people.map(({ availability }) => availability.state))
  if (states.has('not-now')) return { state: 'not-now', from: null }
  const days = [
    ...(from ? [dayInItaly(new Date(from))] : []),
    ...people.flatMap(({ availability }) => (availability.state === 'from' ? (availability.from ?? []) : [])),
  ]
  const last = days.toSorted().at(-1)
  if (last) return { state: 'from', from: last }
  return { state: states.has('sometimes') ? 'sometimes' : 'now', from: null }
}

/** Before a save or a deletion: what will not be shown is withdrawn while it still stands as shown, and is back if that fails. */
export async function withdrawRow(req: PayloadRequest, id: DocumentId): Promise<void> {
  onFailure(req, `row of team ${id}`, () => inTransaction(req.payload, (fresh) => teamRows.refresh(fresh, [rowId(id)])))
  await publish(req, { profiles: [], withdrawn: [rowId(id)], skills: [] })
}

export const withdrawBeforeSaving: CollectionBeforeChangeHook = async ({ data, originalDoc, operation, req }) => {
  const { status, deletedAt, ...next } = { ...originalDoc, ...data } as Partial<Team>
  const isListed = next.public && status === 'active' && !deletedAt
  if (operation === 'update' && originalDoc.slug && !isListed) await withdrawRow(req, originalDoc.id)
  return data
}

export const withdrawBeforeDeleting: CollectionBeforeDeleteHook = ({ id, req }) => withdrawRow(req, id)

/** The row follows the team as it was really saved. */
export const publishAfterSaving: CollectionAfterChangeHook = async ({ doc, req }) => {
  await teamRows.refresh(req, [rowId(doc.id)])
  return doc
}

export const compensateAfterError: CollectionAfterErrorHook = ({ req }) => compensate(req)

export const teamRows: RowSource = {
  type: 'team',
  feature: 'teams',
  async idsPublished(req) {
    const teams = await documents(req, 'teams').find(listed)
    return (
      await profilesOf(
        req,
        teams.map(({ id }) => rowId(id)),
      )
    ).map(({ id }) => id)
  },
  profilesOf,
  async idsWith(req, members) {
    const wanted = members.filter((id) => couldBeId(req.payload, id)).map((id) => databaseId(req.payload, id))
    if (wanted.length === 0) return []
    const theirs: Where = { or: [{ 'members.member': { in: wanted } }, { referent: { in: wanted } }] }
    const teams = await documents(req, 'teams').find({ and: [listed, theirs] })
    return teams.map(({ id }) => rowId(id))
  },
  async refresh(req, ids) {
    // Elsewhere two who change the same row collide by themselves; here the later one would write what it read before.
    if (req.payload.db.name === 'postgres') for (const id of ids.toSorted()) await lockOn(req, `row:${id}`)
    const profiles = rowSourcesOf(req).includes(teamRows) ? await profilesOf(req, ids) : []
    const shown = new Set(profiles.map(({ id }) => id))
    const slugs = profiles.flatMap(({ skills }) => skills.flatMap(({ slug }) => slug ?? []))
    await publish(req, {
      profiles,
      withdrawn: ids.filter((id) => !shown.has(id)),
      skills: await skillWords(req, [...new Set(slugs)]),
    })
  },
}
