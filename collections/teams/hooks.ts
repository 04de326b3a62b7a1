// What must be true of every save of a team: who may be in it, what everybody reads of it, and that people answer for themselves.
import type {
  CollectionAfterChangeHook,
  CollectionBeforeChangeHook,
  CollectionBeforeValidateHook,
  PayloadRequest,
  Where,
} from 'payload'
import { throwFieldErrors } from '../../plugin/collection/errors.js'
import { uniqueSlug } from '../../plugin/collection/unique-slug.js'
import { unavailableIds } from '../../plugin/fields/relation.js'
import { assignmentFieldNames } from '../../plugin/lifecycle/assignment.js'
import { appendTimeline, causeOf, editorOf, transitionContext } from '../../plugin/lifecycle/timeline.js'
import { enforceLifecycle, keepOnRestore } from '../../plugin/lifecycle/transition.js'
import { mokor } from '../../plugin/runtime.js'
import { teamLifecycle } from './lifecycle.js'
import { holdsMark, needsAgain } from './terms.js'
import { answerTerm, askEverybody } from './transition.js'
import { isShown, peopleOf, personIn, type Team, type TeamPerson } from './types.js'
import { saveSentences } from './words.js'

/** What a restored version must not bring back: who is in the team, on which terms, and what is shown of it are today's decisions. */
const keptOnRestore = [
  'status',
  'public',
  'members',
  'referent',
  'purpose',
  'issuer',
  'from',
  'until',
  'commission',
  'markAllowed',
  'askedAt',
  'answerBy',
  'since',
  'timeline',
  'deletedAt',
  ...assignmentFieldNames,
] as const

export const keepDecisions: CollectionBeforeValidateHook = ({ data, originalDoc, req }) => {
  if (data) keepOnRestore(req, data, originalDoc, keptOnRestore)
  return data
}

/** Whom a team can take in; whoever is in it already stays, whatever becomes of them. */
export const inTheNetwork: Where = { status: { in: ['active', 'paused'] } }

export const checkPeople: CollectionBeforeValidateHook = async ({ data, originalDoc, req }) => {
  if (!data?.members) return data
  const after = peopleOf(data)
  const before = peopleOf((originalDoc ?? {}) as Partial<Team>)
  const refused = await unavailableIds(req, { of: 'members', filter: inTheNetwork, before, after })
  const wrong = after.flatMap((id, index) =>
    refused.has(String(id)) ? [{ path: `members.${index}.member`, words: saveSentences.notNow }] : [],
  )
  if (wrong.length > 0) throwFieldErrors(req, 'teams', ...wrong)
  return data
}

/** Nobody twice where they were not so before, and no end before the beginning. */
export const checkTerms: CollectionBeforeChangeHook = ({ data, originalDoc, req }) => {
  if (causeOf(req)) return data
  const { from, until, members } = { ...originalDoc, ...data } as Partial<Team>
  if (from && until && new Date(until) < new Date(from))
    throwFieldErrors(req, 'teams', { path: 'until', words: saveSentences.days })
  const twice = repeated(peopleOf({ members: members ?? [] }))
  if (twice !== undefined && repeated(peopleOf((originalDoc ?? {}) as Partial<Team>)) === undefined)
    throwFieldErrors(req, 'teams', { path: `members.${twice}.member`, words: saveSentences.twice })
  return data
}

/** Where somebody stands a second time. */
function repeated(ids: readonly unknown[]): number | undefined {
  const seen = ids.map(String)
  const at = seen.findIndex((id, index) => seen.indexOf(id) !== index)
  return at < 0 ? undefined : at
}

const answerFields = ['accepted', 'answeredAt', 'answeredBy', 'answerNote'] as const

const unanswered = { accepted: null, answeredAt: null, answeredBy: null, answerNote: null } satisfies TeamPerson

/** A form neither gives nor takes an answer: the site's own code may bring one along. */
export const keepAnswers: CollectionBeforeChangeHook = ({ data, originalDoc, req }) => {
  if (causeOf(req) || !Array.isArray(data.members)) return data
  const local = req.payloadAPI === 'local'
  data.members = (data.members as TeamPerson[]).map((person) => {
    const known = (person.member && personIn(originalDoc ?? {}, person.member)) || unanswered
    const kept = answerFields.map((field) => [field, (local ? person[field] : null) ?? known[field] ?? null])
    return { ...person, ...Object.fromEntries(kept) }
  })
  return data
}

const followTable = enforceLifecycle(teamLifecycle, {
  collection: 'teams',
  created: { status: 'proposed', sentence: saveSentences.start },
  timeline: true,
})

/** Saves follow the table. Where people had been asked about terms that this save changes, they are asked again. */
export const enforceTransition: CollectionBeforeChangeHook = async (args) => {
  const { data, originalDoc, operation, req } = args
  const before = operation === 'update' ? (originalDoc as Team) : undefined
  if (!before || data.status !== before.status || !changesTerms(req, before, data)) return followTable(args)
  const { members } = { ...before, ...data } as Team
  data.members = (members ?? []).map((person) => ({ ...person, ...unanswered }))
  // At the desk an editor asks when the team is ready.
  if (before.status === 'proposed') return followTable(args)
  const at = new Date()
  req.context[termsChangedAt] = at
  Object.assign(req.context, transitionContext({ by: editorOf(req), at, step: 'change-terms' }))
  const asked = { status: 'forming', askedAt: at.toISOString(), answerBy: answerTerm(req, at).toISOString() }
  return Object.assign(data, asked, appendTimeline(req, before, 'forming'))
}

/** In a request's context while a save is under way that changed the terms. */
const termsChangedAt = 'mokorTeamTerms'

/** Whether a save changes what people had been asked about, or had agreed to. */
const changesTerms = (req: PayloadRequest, before: Team, data: Partial<Team>): boolean =>
  !causeOf(req) && Boolean(before.askedAt) && before.status !== 'closed' && needsAgain(before, { ...before, ...data })

/** Editors may change several things one after the other: people are written to when they are done. */
const settleMs = 10 * 60_000

export const askAgain: CollectionAfterChangeHook = async ({ doc, data, previousDoc, req }) => {
  const at = req.context[termsChangedAt]
  if (!(at instanceof Date)) return doc
  delete req.context[termsChangedAt]
  const team = { ...(previousDoc as Team), ...(data as Partial<Team>), id: doc.id }
  await askEverybody(req, team, { at }, settleMs)
  return doc
}

/** A name with the network's mark in it is shown once an editor has said that it may be. */
export const isMarkUnallowed = (req: PayloadRequest, { name = '', markAllowed }: Partial<Team>): boolean =>
  name !== markAllowed && holdsMark(name, mokor(req.payload).options.organisation.markWords)

/** What was shown before there was anything to allow stays so. */
export const checkMark: CollectionBeforeChangeHook = ({ data, originalDoc, req }) => {
  const before = (originalDoc ?? {}) as Partial<Team>
  const team = { ...before, ...data } as Partial<Team>
  const newly = !isShown(before) || before.name !== team.name
  if (isShown(team) && newly && isMarkUnallowed(req, team))
    throwFieldErrors(req, 'teams', { path: 'name', words: saveSentences.mark })
  return data
}

/** Made when everybody first sees the team, from a name that they may see; fixed for ever. */
export const giveSlug: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const team = { ...originalDoc, ...data } as Partial<Team>
  data.slug = originalDoc?.slug ?? (isShown(team) ? await uniqueSlug(req, 'teams', team.name ?? '', 'team') : null)
  return data
}
