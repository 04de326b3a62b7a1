// Decoding a photograph takes memory and time by its pixels: only so many are decoded at once, the others wait in line.

/** Of one photograph, and of all that are decoded at the same moment in this process: 50 million take about 200 MB. */
export const maxPixels = 50_000_000

/** Whoever comes when so many wait already is asked to come again. */
const longestLine = 24

interface Waiting {
  pixels: number
  begin(): void
}

let free = maxPixels
const line: Waiting[] = []

/**
 * Runs `decode` when there is room for `pixels`, in the order of arrival: a large one is not passed by small ones for ever.
 * @param pixels at most `maxPixels`
 * @returns null, with nothing done, when the line is too long
 */
export async function whenThereIsRoom<T>(pixels: number, decode: () => Promise<T>): Promise<T | null> {
  if (line.length >= longestLine) return null
  await new Promise<void>((begin) => {
    line.push({ pixels, begin })
    next()
  })
  try {
    return await decode()
  } finally {
    free += pixels
    next()
  }
}

function next(): void {
  for (let [first] = line; first && first.pixels <= free; [first] = line) {
    line.shift()
    free -= first.pixels
    first.begin()
  }
}
