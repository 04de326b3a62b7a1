// Creditor references by ISO 11649: `RF`, two check digits, up to 21 letters and digits.

/** Remainder by 97 of the reference read as a number, letters counting 10 to 35. */
function mod97(text: string): number {
  let rest = 0
  for (const character of text) {
    const value = Number.parseInt(character, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest
}

/**
 * @param body 1–21 characters of A–Z and 0–9
 * @throws RangeError when it is anything else
 */
export function rfReference(body: string): string {
  if (!/^[A-Z0-9]{1,21}$/.test(body)) throw new RangeError(`«${body}» cannot be the body of an RF reference`)
  const check = 98 - mod97(`${body}RF00`)
  return `RF${String(check).padStart(2, '0')}${body}`
}

/** Whether a reference is whole and its check digits hold; spaces and case do not matter. */
export function isRfReference(text: string): boolean {
  const reference = normalRf(text)
  if (!/^RF\d{2}[A-Z0-9]{1,21}$/.test(reference)) return false
  return mod97(`${reference.slice(4)}${reference.slice(0, 4)}`) === 1
}

/** As stored and compared: capitals, no spaces. */
export const normalRf = (text: string): string => text.replace(/\s+/g, '').toUpperCase()
