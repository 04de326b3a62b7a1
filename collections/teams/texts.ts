// Name, purpose and roles, which everybody reads once a team is public: no private value of its people stands there. A member may
// hide something long after the team was saved, so the public is shown only what may be read today, and the desk is told.
import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import { throwFieldErrors } from '../../plugin/collection/errors.js'
import type { Hint } from '../../plugin/lifecycle/actions.js'
import { privateValuesAbout } from '../members/index.js'
import { isShown, peopleOf, type Team } from './types.js'

const rolePath = (index: number): string => `members.${index}.role`

/** Private values of its people, whoever keeps in touch included, in what everybody would read of a team. */
function leaksOf(req: PayloadRequest, team: Partial<Team>): ReturnType<typeof privateValuesAbout> {
  const roles = (team.members ?? []).map(({ role }, index) => [rolePath(index), role ?? ''])
  const people = [team.referent, ...peopleOf(team)].flatMap((id) => id ?? [])
  const own = { name: team.name ?? '', purpose: team.purpose ?? '' }
  return privateValuesAbout(req, people, { ...own, ...Object.fromEntries(roles) })
}

export const checkTexts: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const team = { ...originalDoc, ...data } as Partial<Team>
  if (!isShown(team)) return data
  const leaks = await leaksOf(req, team)
  if (leaks.length > 0) throwFieldErrors(req, 'teams', ...leaks)
  return data
}

export interface ReadableTexts {
  purpose: string
  /** In the order of the team's people. */
  roles: string[]
}

/** What may be read now; null where its very name may not. */
export async function readableTexts(req: PayloadRequest, team: Team): Promise<ReadableTexts | null> {
  const leaking = new Set((await leaksOf(req, team)).map(({ path }) => path))
  if (leaking.has('name')) return null
  return {
    purpose: leaking.has('purpose') ? '' : (team.purpose ?? ''),
    roles: (team.members ?? []).map(({ role }, index) => (leaking.has(rolePath(index)) ? '' : (role ?? ''))),
  }
}

/** What an editor sees on a team of which something is no longer shown. */
export async function textHints(req: PayloadRequest, team: Team): Promise<Hint[]> {
  const leaks = isShown(team) ? await leaksOf(req, team) : []
  return leaks.map(({ path }) => ({
    code: path === 'name' ? 'team-name-leak' : 'team-role-leak',
    tone: 'warning',
    values: { field: path },
  }))
}
