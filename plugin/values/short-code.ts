// Random codes that can be read aloud: no vowels, no look-alikes.
import { randomInt } from 'node:crypto'

const codeAlphabet = '23456789CDFGHJKMNPQRTVWXYZ'

/** @returns `length` random characters of `codeAlphabet` */
export function randomCode(length: number): string {
  return Array.from({ length }, () => codeAlphabet[randomInt(codeAlphabet.length)]).join('')
}
