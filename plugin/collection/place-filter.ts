// Lets editors filter by a municipality's or province's name, where documents keep the code: a question in names becomes one in codes.
import type { CollectionBeforeOperationHook, Where } from 'payload'
import {
  municipalities,
  municipalitiesNamed,
  municipality,
  province,
  provinces,
  searchMunicipalities,
} from '../geo/index.js'
import { fold } from '../values/fold.js'

interface Coded {
  /** Codes that a value stands for as a whole: a name, or the code itself. */
  named(value: string): string[]
  /** Codes of all whose name holds a value. */
  holding(value: string): string[]
}

const coded: Record<string, Coded> = {
  'place.municipality': {
    named: (value) => (municipality(value) ? [value] : municipalitiesNamed(value).map(({ code }) => code)),
    holding: (value) => {
      const part = fold(value)
      const within = municipalities().filter(({ name }) => fold(name).includes(part))
      return part === '' ? [] : codesOf([...searchMunicipalities(value, Number.POSITIVE_INFINITY), ...within])
    },
  },
  'place.province': {
    named: (value) => [province(value)?.sigla ?? []].flat(),
    holding: (value) => {
      const part = fold(value)
      const within = provinces().filter(({ name }) => fold(name).includes(part))
      return [...new Set([province(value)?.sigla ?? [], ...within.map(({ sigla }) => sigla)].flat())]
    },
  },
}

const codesOf = (found: { code: string }[]): string[] => [...new Set(found.map(({ code }) => code))]

/** What each way of comparing becomes, and how it reads the value. */
const operators: Record<string, { to: 'in' | 'not_in'; by: keyof Coded }> = {
  equals: { to: 'in', by: 'named' },
  in: { to: 'in', by: 'named' },
  not_equals: { to: 'not_in', by: 'named' },
  not_in: { to: 'not_in', by: 'named' },
  contains: { to: 'in', by: 'holding' },
  like: { to: 'in', by: 'holding' },
  not_like: { to: 'not_in', by: 'holding' },
}

const valuesOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : String(value ?? '').split(','))
    .map((one) => String(one).trim())
    .filter((one) => one !== '')

/** The same question in codes; what no place is called stays as it was asked, and finds nobody. */
export function inCodes(where: Where): Where {
  const asked = Object.entries(where).map(([path, condition]): [string, unknown] => {
    if (Array.isArray(condition)) return [path, condition.map((one) => inCodes(one as Where))]
    const codes = coded[path]
    return [path, codes && condition ? compared(codes, condition as Record<string, unknown>) : condition]
  })
  return Object.fromEntries(asked) as Where
}

function compared(codes: Coded, condition: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(condition).map(([operator, value]) => {
      const becomes = operators[operator]
      const found = becomes ? valuesOf(value).flatMap((one) => codes[becomes.by](one)) : []
      return becomes && found.length > 0 ? [becomes.to, found] : [operator, value]
    }),
  )
}

export const placesByName: CollectionBeforeOperationHook = ({ args }) => {
  const { where } = args as { where?: Where }
  return where ? { ...args, where: inCodes(where) } : args
}
