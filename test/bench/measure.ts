// How fast something answers: requests a second, and how long the middle and the slowest hundredth wait.

export interface Figures {
  /** Requests a second. */
  rate: number
  /** Milliseconds. */
  p50: number
  p99: number
}

export type Work = (n: number) => Promise<unknown>

/** `workers` at a time, for `seconds`; `n` counts up, so that no two calls need be alike. */
export async function load(work: Work, seconds: number, workers: number): Promise<{ took: number[]; elapsed: number }> {
  const took: number[] = []
  const begun = performance.now()
  const end = begun + seconds * 1000
  await Promise.all(
    Array.from({ length: workers }, async () => {
      while (performance.now() < end) {
        const from = performance.now()
        await work(calls++)
        took.push(performance.now() - from)
      }
    }),
  )
  return { took, elapsed: performance.now() - begun }
}

let calls = 0

/**
 * Measures several ways side by side: in turns, several rounds, so that a machine that slows down slows them all.
 * The rate is that of the best round: what is left when something else takes the machine for a while says nothing.
 */
export async function sideBySide<Name extends string>(
  ways: Record<Name, Work>,
  { seconds, rounds, workers }: { seconds: number; rounds: number; workers: number },
): Promise<Record<Name, Figures>> {
  const names = Object.keys(ways) as Name[]
  const seen = Object.fromEntries(
    names.map((name) => [name, { rates: [] as number[], took: [] as number[] }]),
  ) as Record<Name, { rates: number[]; took: number[] }>
  for (const name of names) await load(ways[name], seconds / 4, workers)
  for (let round = 0; round < rounds; round++)
    for (const name of names) {
      const { took, elapsed } = await load(ways[name], seconds, workers)
      seen[name].rates.push((took.length / elapsed) * 1000)
      for (const one of took) seen[name].took.push(one)
    }
  return Object.fromEntries(
    names.map((name) => [name, figures(seen[name].took, Math.max(...seen[name].rates))]),
  ) as Record<Name, Figures>
}

/** One after the other, each timed by itself; `before` is not. */
export async function oneByOne(count: number, before: () => Promise<unknown>, work: Work): Promise<Figures> {
  const took: number[] = []
  for (let n = 0; n < count; n++) {
    await before()
    const from = performance.now()
    await work(n)
    took.push(performance.now() - from)
  }
  return figures(took, 1000 / (took.reduce((sum, one) => sum + one, 0) / took.length))
}

function figures(took: number[], rate: number): Figures {
  const sorted = took.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { rate, p50: at(0.5), p99: at(0.99) }
}
