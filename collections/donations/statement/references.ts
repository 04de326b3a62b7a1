// Finds references of pledges in what a line says, however a bank or a donor has broken, joined or misspelt them. Pure.
import { isRfReference, normalRf } from '../rf.js'
import { compactText } from './keys.js'
import type { StatementLine } from './types.js'

/** A pledge as a statement's lines are compared with it. */
export interface Pledge {
  id: string
  reference: string
  amountCents: number
  frequency: 'once' | 'monthly'
  status: string
  /** Null once forgotten. */
  donorName: string | null
  receivedCents: number
  /** Day of the last arrival. */
  receivedOn: string | null
}

export interface FoundReferences {
  /** Whole, with check digits that hold. */
  whole: Pledge[]
  /** What follows the check digits, which are wrong or missing. */
  body: Pledge[]
  /** One character away. */
  near: Pledge[]
  /** A whole reference that is none of ours. */
  isForeign: boolean
}

/** Shorter ones could stand in any text by chance. */
const shortestAlone = 6

export type ReferenceIndex = (line: Pick<StatementLine, 'text' | 'references'>) => FoundReferences

export function referenceIndex(pledges: readonly Pledge[]): ReferenceIndex {
  const byBody = new Map<string, Pledge>()
  const byGap = new Map<string, Pledge[]>()
  for (const pledge of pledges) {
    const body = normalRf(pledge.reference).slice(4)
    byBody.set(body, pledge)
    for (const gap of gapsOf(body)) byGap.set(gap, [...(byGap.get(gap) ?? []), pledge])
  }
  const lengths = [...new Set([...byBody.keys()].map(({ length }) => length))].toSorted((one, other) => other - one)

  return ({ text, references }) => {
    const whole = new Set<Pledge>()
    const body = new Set<Pledge>()
    const near = new Set<Pledge>()
    const foreign = [...references, ...text.split(/[^A-Za-z0-9]+/)]
      .map(normalRf)
      .filter((token) => token.startsWith('RF') && isRfReference(token) && !byBody.has(token.slice(4)))
    const isInside = (reference: string): boolean => foreign.some((one) => one !== reference && one.includes(reference))
    for (const source of [...references, text].map(compactText)) {
      for (const length of lengths)
        for (let at = 0; at + length <= source.length; at++) {
          const pledge = byBody.get(source.slice(at, at + length))
          if (!pledge) continue
          const before = readDigits(source.slice(Math.max(0, at - 4), at))
          const reference = normalRf(pledge.reference)
          if (before === reference.slice(0, 4) && !isInside(reference)) whole.add(pledge)
          else if (length >= shortestAlone) body.add(pledge)
        }
      for (const pledge of nearIn(source, lengths, byGap)) near.add(pledge)
    }
    for (const pledge of whole) {
      body.delete(pledge)
      near.delete(pledge)
    }
    for (const pledge of body) near.delete(pledge)
    return { whole: [...whole], body: [...body], near: [...near], isForeign: foreign.length > 0 }
  }
}

/** Letters that are taken for the digits of a check. */
const readDigits = (text: string): string => text.slice(0, 2) + text.slice(2).replace(/[IL]/g, '1').replace(/O/g, '0')

/** Ways to leave out one character: two texts that share one are one slip apart. */
function gapsOf(body: string): Set<string> {
  const gaps = new Set([body])
  for (let at = 0; at < body.length; at++) gaps.add(body.slice(0, at) + body.slice(at + 1))
  return gaps
}

function* nearIn(source: string, lengths: readonly number[], byGap: ReadonlyMap<string, Pledge[]>): Iterable<Pledge> {
  for (let at = source.indexOf('RF'); at >= 0; at = source.indexOf('RF', at + 1)) {
    if (!/^RF[0-9ILO]{2}/.test(source.slice(at, at + 4))) continue
    for (const length of new Set(lengths.flatMap((of) => [of, of - 1, of + 1]))) {
      const body = source.slice(at + 4, at + 4 + length)
      if (length < shortestAlone || body.length < length) continue
      // Whole and valid, it is somebody else's.
      if (isRfReference(`${source.slice(at, at + 4)}${body}`)) continue
      for (const gap of gapsOf(body)) yield* byGap.get(gap) ?? []
    }
  }
}
