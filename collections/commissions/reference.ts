// The reference of a request: eight characters shown as XXXX-XXXX, that a client can read over the phone.
import { codeAlphabet, randomCode } from '../../plugin/code.js'

export const newReference = (): string => shown(randomCode(8))

const shown = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`

const whole = new RegExp(`^[${codeAlphabet}]{8}$`)

/** A reference as somebody typed it, in its stored form; null when it cannot be one. */
export function readReference(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[^0-9A-Z]/g, '')
  return whole.test(code) ? shown(code) : null
}
