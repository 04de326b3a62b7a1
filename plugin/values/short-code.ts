// Short codes that people read aloud and copy by hand: no vowels, nothing that looks like something else.
import { randomInt } from 'node:crypto'

const codeAlphabet = '23456789CDFGHJKMNPQRTVWXYZ'

/** @returns `length` random characters of `codeAlphabet` */
export function randomCode(length: number): string {
  return Array.from({ length }, () => codeAlphabet[randomInt(codeAlphabet.length)]).join('')
}
