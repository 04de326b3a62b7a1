// Resolves a municipality typed into a form without script, or reports the names it may be.
import type { FieldIssue } from '../api/problem.js'
import type { PlaceValue } from '../contract/form/values.js'
import { type Municipality, municipalitiesNamed, searchMunicipalities } from '../geo/index.js'

const pointer = '/place/municipality'
const atMost = 6

const label = ({ name, province }: Municipality): string => `${name} (${province})`

/** @param typed e.g. `Vimercate`, or `Livo (CO)` where several bear the name */
export function placeTyped(typed: string | undefined): { value?: PlaceValue; issue?: FieldIssue } {
  if (typed === undefined) return {}
  const named = municipalitiesNamed(typed)
  const [only] = named
  if (only && named.length === 1) return { value: { code: only.code, name: label(only) } }
  const choices = (named.length > 1 ? named : searchMunicipalities(typed, atMost)).slice(0, atMost)
  return {
    issue: {
      pointer,
      code: choices.length > 0 ? 'place.which' : 'place.unknown',
      choices: choices.map((one) => ({ value: label(one), label: label(one) })),
    },
  }
}
