// Delays an answer to a fixed minimum, so that its duration does not tell whether an address is known.
import { setTimeout as pause } from 'node:timers/promises'

/** Longer than a new file takes, which is the longest of the ways. */
const leastMs = 400

/** Answers no sooner than a moment after `from`. What is refused is refused at once: that depends on the form alone. */
export async function atLeast<T>(from: Date, work: Promise<T>): Promise<T> {
  const answer = await work
  await pause(Math.min(leastMs, Math.max(0, from.getTime() + leastMs - Date.now())))
  return answer
}
