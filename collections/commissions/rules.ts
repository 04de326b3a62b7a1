// Rules of a request beyond its schema, as pure functions that name the field at fault.

import type { PartialBody } from '../../plugin/api/partial-body.js'
import type { FieldIssue } from '../../plugin/api/problem.js'
import { municipality } from '../../plugin/geo/index.js'
import type { CommissionData } from './dto.js'

/** What the checks look up elsewhere. */
export interface Known {
  /** Today in Italy, e.g. `2026-11-23`. */
  today: string
  /** Slugs of skills that can be chosen. */
  skills: ReadonlySet<string>
}

/** Looks at a form that may have other faults: what is missing there was said already. */
type Check = (sketch: PartialBody<CommissionData>, today: string) => FieldIssue | null

const issue = (pointer: string, code: string): FieldIssue => ({ pointer, code })

const organisationHasName: Check = ({ client }) =>
  client?.kind === 'organisation' && !client.organisation ? issue('/client/organisation', 'organisation.missing') : null

const phoneForCalls: Check = ({ client }) =>
  client?.contactBy === 'phone' && !client.phone ? issue('/client/phone', 'phone.missing') : null

const placeForWorkOnSite: Check = ({ mode, place }) =>
  mode === 'onsite' && !place ? issue('/place/municipality', 'place.missing') : null

const placeExists: Check = ({ place }) =>
  place?.municipality && !municipality(place.municipality) ? issue('/place/municipality', 'place.unknown') : null

const dateToCome: Check = ({ when }, today) => {
  if (when?.soon !== 'by') return null
  if (!when.by) return issue('/when/by', 'when.missing')
  return when.by < today ? issue('/when/by', 'when.past') : null
}

const consentToShare: Check = ({ consents }) =>
  consents?.some(({ what }) => what === 'share') ? null : issue('/consents/share', 'consent.missing')

const checks: readonly Check[] = [
  organisationHasName,
  placeForWorkOnSite,
  placeExists,
  dateToCome,
  phoneForCalls,
  consentToShare,
]

/** What the form alone shows to be missing or wrong, in its order. */
export const formIssues = (sketch: PartialBody<CommissionData>, today: string): FieldIssue[] =>
  checks.flatMap((check) => check(sketch, today) ?? [])

/** Everything that is missing or wrong. */
export const issuesOf = (data: CommissionData, known: Known): FieldIssue[] => [
  ...formIssues(data, known.today),
  ...data.skills.flatMap(({ skill }, index) =>
    skill && !known.skills.has(skill) ? [issue(`/skills/${index}/skill`, 'skill.unknown')] : [],
  ),
]
