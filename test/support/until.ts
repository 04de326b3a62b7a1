// Waits for something to become true, looking again and again until a deadline.

/** @throws after `seconds`, naming what was waited for */
export async function until<T>(
  what: string,
  look: () => Promise<T | null | undefined | false> | T | null | undefined | false,
  seconds = 60,
): Promise<T> {
  const end = Date.now() + seconds * 1000
  for (;;) {
    const seen = await look()
    if (seen) return seen
    if (Date.now() > end) throw new Error(`waited ${seconds} seconds for ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
