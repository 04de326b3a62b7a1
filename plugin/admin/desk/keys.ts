// Letters for the steps at the desk: the first of each label that is still free. Pure.

/** Keys with a meaning of their own. */
export const ownKeys = { next: 'j', previous: 'k', help: '?' } as const

/** Among the letters of the steps, that of writing to the person. */
export const answerKey = ' answer'

/** @param labels of the steps, in the order in which they choose */
export function lettersFor(labels: Readonly<Record<string, string>>): Record<string, string> {
  const taken = new Set<string>(Object.values(ownKeys))
  return Object.fromEntries(
    Object.entries(labels).flatMap(([name, label]) => {
      const letters = label.normalize('NFD').toLowerCase().match(/[a-z]/g) ?? []
      const letter = letters.find((one) => !taken.has(one))
      if (letter === undefined) return []
      taken.add(letter)
      return [[name, letter]]
    }),
  )
}

/** Where keys write or choose, they are nobody else's. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('input, textarea, select, [contenteditable], [role="dialog"], dialog') !== null
