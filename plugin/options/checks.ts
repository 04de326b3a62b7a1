// Validators of options: each returns the value, or stops the start with the option and the remedy.

import type { Localized } from '../i18n/localized.js'
import { parseUrl } from '../values/web-link.js'

/** Raised at start; the message names the option and the remedy. */
export class MokorOptionsError extends Error {
  constructor(option: string, problem: string, remedy: string) {
    super(`payload-plugin-mokor: option \`${option}\` ${problem}. ${remedy}`)
    this.name = 'MokorOptionsError'
  }
}

/**
 * A misspelt key would be dropped in silence.
 * @param path of the object among the options; '' for the options themselves
 */
export function knownKeys<T extends object>(path: string, given: T | undefined, known: readonly string[]): T {
  if (given === undefined) return {} as T
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw new MokorOptionsError(path, 'is not an object', `Write it like \`{ ${known[0]}: … }\`.`)
  for (const key of Object.keys(given))
    if (!known.includes(key))
      throw new MokorOptionsError(path === '' ? key : `${path}.${key}`, 'is unknown', `Known: ${known.join(', ')}.`)
  return given
}

export function oneOf<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  if (!allowed.includes(value as T))
    throw new MokorOptionsError(option, `is \`${value}\``, `Use one of: ${allowed.join(', ')}.`)
  return value as T
}

export function wholeNumber(option: string, value: number): number {
  if (!Number.isInteger(value) || value < 0)
    throw new MokorOptionsError(option, `is \`${value}\``, 'Use a whole number, 0 or more.')
  return value
}

export function booleanOption(option: string, value: boolean): boolean {
  if (typeof value !== 'boolean') throw new MokorOptionsError(option, `is \`${value}\``, 'Use `true` or `false`.')
  return value
}

/** Text with something in it: an empty one is most often a variable that is not set. */
export function nonEmptyString(option: string, value: string): string {
  if (typeof value !== 'string' || value.trim() === '')
    throw new MokorOptionsError(option, 'is empty', 'Write some text, or leave the option out.')
  return value
}

/** The same text for everybody, or one for Italian readers and one for all others. */
export function eachLanguage(option: string, value: string | Localized): Localized {
  if (typeof value === 'string') return { it: value, en: value }
  if (typeof value?.it !== 'string' || typeof value.en !== 'string')
    throw new MokorOptionsError(option, 'is no text', "Write one text, or `{ it: '…', en: '…' }`.")
  return value
}

export function emailAddress(option: string, value: string, remedy: string): string {
  if (typeof value !== 'string' || !/^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>"]+$/.test(value))
    throw new MokorOptionsError(option, 'is not an e-mail address', remedy)
  return value
}

/** `localhost:3000` parses as an address too, of a scheme named `localhost`. */
export function webAddress(option: string, value: string, example: string): string {
  if (typeof value !== 'string' || !isWebAddress(value))
    throw new MokorOptionsError(
      option,
      `is \`${value}\`, which is not a web address`,
      `Write it whole, with https:// (or http://), e.g. \`${example}\`.`,
    )
  return value
}

const isWebAddress = (value: string): boolean =>
  /^https?:\/\//i.test(value) && /^https?:$/.test(parseUrl(value)?.protocol ?? '')

/** Scheme and host of a site, nothing behind. */
export function webOrigin(option: string, value: string): string {
  if (typeof value === 'string' && value.includes('*'))
    throw new MokorOptionsError(
      option,
      `holds \`${value}\`, which is a pattern: no site would match it`,
      'List the origin of each site by itself, e.g. `https://blog.example`, `https://news.blog.example`.',
    )
  if (typeof value !== 'string' || !isWebAddress(value) || new URL(value).origin !== value.replace(/\/$/, ''))
    throw new MokorOptionsError(
      option,
      `holds \`${value}\`, which is not an origin`,
      'Write scheme and host only, e.g. `https://blog.example`.',
    )
  return new URL(value).origin
}

export function functions<T extends object>(path: string, given: T): T {
  for (const [key, value] of Object.entries(given))
    if (value !== undefined && typeof value !== 'function')
      throw new MokorOptionsError(`${path}.${key}`, 'is not a function', 'Give a function, or leave it out.')
  return given
}
