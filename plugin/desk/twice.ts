// Who presses twice has written once: the same words of the same editor within a minute are not kept again.

const sameMs = 60_000

export const isJustNow = (at: string): boolean => Date.now() - Date.parse(at) < sameMs
