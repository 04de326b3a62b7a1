// What a visitor asks of the directory, and how it is put to the API.
import type { FacetsDto } from '../../plugin/api/dto.js'
import type { Params } from '../core/api.js'

export const filterNames = ['skill', 'province', 'kind', 'mode'] as const satisfies readonly (keyof FacetsDto)[]
export type FilterName = (typeof filterNames)[number]

export interface Asked {
  q: string
  /** ISTAT code, coordinates, or a name as typed; the label is what people read. */
  near: { value: string; label: string } | null
  radius: number
  available: boolean
  chosen: Record<FilterName, readonly string[]>
}

export const radii = [10, 25, 50, 100, 200] as const

/** The next wider circle, or null at the widest. */
export const widerThan = (radius: number): number | null => radii.find((one) => one > radius) ?? null

export function paramsOf(asked: Asked, limit: number, cursor: string | null): Params {
  return {
    ...asked.chosen,
    q: asked.q,
    near: asked.near?.value,
    radius: asked.near ? asked.radius : null,
    available: asked.available ? 1 : null,
    limit,
    cursor,
  }
}

export const toggled = (values: readonly string[], value: string): readonly string[] =>
  values.includes(value) ? values.filter((one) => one !== value) : [...values, value]
