// Rules of the join form beyond its schema, as pure functions that name the field at fault.

import type { PartialBody } from '../../../plugin/api/partial-body.js'
import type { FieldIssue } from '../../../plugin/api/problem.js'
import { municipality } from '../../../plugin/geo/index.js'
import { fold } from '../../../plugin/values/fold.js'
import { type ConsentName, needsExperience } from '../member.js'
import type { JoinData } from './dto.js'

/** A known trade, as the form's skills are checked against. */
export interface KnownSkill {
  id: number | string
  slug: string
  regulated: boolean
  active: boolean
  /** Names in every language, to recognise one's own words. */
  names: string[]
}

/** One skill of the form, with the known trade it stands for. */
export interface JoinSkill {
  given: JoinData['skills'][number]
  known: KnownSkill | null
}

/** Chosen skills by their slug, own words by a name they happen to match. */
export function matchSkills(given: JoinData['skills'], known: readonly KnownSkill[]): JoinSkill[] {
  const bySlug = new Map(known.map((skill) => [skill.slug, skill]))
  const byName = new Map(
    known.filter(({ active }) => active).flatMap((skill) => skill.names.map((name) => [fold(name), skill] as const)),
  )
  return given.map((one) => ({
    given: one,
    known: (one.skill ? bySlug.get(one.skill) : byName.get(fold(one.own ?? ''))) ?? null,
  }))
}

/** Every consent this form needs. */
export const neededConsents = (data: PartialBody<JoinData>): ConsentName[] => [
  'adult',
  'rules',
  ...(data.reach === 'public' ? (['publish'] as const) : []),
  // Who helps and does not say so has been told already.
  ...(data.helper?.consent === true ? (['assisted'] as const) : []),
]

/**
 * What is missing or wrong; empty when the file can be made.
 * @param skills none where the form has faults in its shape, which are mended before anybody looks skills up
 */
export function joinIssues(data: PartialBody<JoinData>, skills: readonly JoinSkill[] = []): FieldIssue[] {
  const given = new Set(data.consents?.map(({ what }) => what))
  const { place, modes, availability } = data
  const conditions: [wrong: boolean, pointer: string, code: string][] = [
    [
      (data.kind === 'company' || data.displayAs === 'company') && !data.companyName,
      '/companyName',
      'companyName.missing',
    ],
    [data.kind !== undefined && needsExperience(data.kind) && !data.experience, '/experience', 'experience.missing'],
    ...skills.flatMap(({ given: one, known }, index): [boolean, string, string][] => [
      [Boolean(one.skill) && !known?.active, `/skills/${index}/skill`, 'skill.unknown'],
      // Own words that happen to name a trade were never asked: the desk is told so, and nobody is held up.
      [
        Boolean(one.skill && known?.active && known.regulated) && !one.qualified,
        `/skills/${index}/qualified`,
        'qualified.missing',
      ],
    ]),
    [Boolean(place?.municipality && !municipality(place.municipality)), '/place/municipality', 'place.unknown'],
    [Boolean(modes?.includes('onsite')) && data.radiusKm === undefined, '/radiusKm', 'radius.missing'],
    [availability?.state === 'from' && !availability.from, '/availability/from', 'from.missing'],
    [!data.helper && !data.email, '/email', 'email.missing'],
    // Without a helper the e-mail is asked for already.
    [Boolean(data.helper) && !data.email && !data.phone, '/phone', 'phone.missing'],
    ...neededConsents(data).map((what): [boolean, string, string] => [
      !given.has(what),
      `/consents/${what}`,
      'consent.missing',
    ]),
  ]
  return conditions.filter(([wrong]) => wrong).map(([, pointer, code]) => ({ pointer, code }))
}
