// The directory’s filters and their query parameters.
import type { FacetsDto } from '../../plugin/directory/dto.js'
import type { Params } from '../core/api.js'

export const filterNames = ['skill', 'province', 'kind', 'mode'] as const satisfies readonly (keyof FacetsDto)[]
export type FilterName = (typeof filterNames)[number]

export interface Place {
  /** ISTAT code, coordinates, or a name as typed; empty where the network does not know which place is meant. */
  code: string
  /** What people read. */
  name: string
  /** What may be meant, where that is not known; empty when no place bears the name. */
  choices?: readonly { value: string; label: string }[]
}

export interface Filters extends Record<FilterName, readonly string[]> {
  q: string
  near: Place | null
  radius: number
  /** On site all over Italy. */
  travels: boolean
  available: boolean
}

/** Nothing that narrows the list besides words. */
export const nothingChosen = {
  near: null,
  travels: false,
  available: false,
  skill: [],
  province: [],
  kind: [],
  mode: [],
} as const

export const paramsOf = (
  { near, radius, travels, available, ...asked }: Filters,
  limit: number,
  cursor: string | null,
): Params => ({
  ...asked,
  near: near?.code,
  radius: near?.code && radius,
  travels: travels ? 'italy' : null,
  available: available ? 1 : null,
  limit,
  cursor,
})
