// How figures are printed: one table a question, and for each promise whether it holds.
import type { Figures } from './measure.js'

const number = (value: number): string => value.toLocaleString('en-GB', { maximumFractionDigits: value < 100 ? 1 : 0 })

export function table(title: string, rows: Record<string, Figures>): void {
  console.log(`\n${title}`)
  console.log(`  ${'req/s'.padStart(44)} ${'p50 ms'.padStart(9)} ${'p99 ms'.padStart(9)}`)
  for (const [name, { rate, p50, p99 }] of Object.entries(rows))
    console.log(
      `  ${name.padEnd(36)}${number(rate).padStart(8)} ${p50.toFixed(2).padStart(9)} ${p99.toFixed(2).padStart(9)}`,
    )
}

export interface Verdict {
  promise: string
  holds: boolean
}

export const verdicts: Verdict[] = []

/** A promise, and what was measured of it. */
export function verdict(promise: string, measured: number, atLeast: number): void {
  const holds = measured >= atLeast
  verdicts.push({ promise, holds })
  console.log(`  ${holds ? 'holds' : 'FALLS SHORT'}: ${promise}: ${measured.toFixed(2)} (at least ${atLeast})`)
}

export function verdictOf(promise: string, holds: boolean): void {
  verdicts.push({ promise, holds })
  console.log(`  ${holds ? 'holds' : 'FALLS SHORT'}: ${promise}`)
}
