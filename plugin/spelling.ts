// How single values are written, in files, requests and donations alike: validators that say how to write them right.
import type { PayloadRequest } from 'payload'
import { emailPattern } from './api/email.js'
import { inLanguage, say } from './words.js'

/** What a validator is told of the save. */
export type Checked = { req: PayloadRequest }

const sentences = {
  email: say(
    'Scrivi l’indirizzo intero, per esempio «anna@posta.it».',
    'Write the whole address, for instance “anna@post.org”.',
  ),
  phone: say(
    'Scrivi il numero con cifre e spazi, per esempio «+39 333 1234567».',
    'Write the number in digits and spaces, for instance “+39 333 1234567”.',
  ),
  language: say(
    'Scrivi il codice di due lettere della lingua: «it», «en», «fr».',
    'Write the language’s two-letter code: “it”, “en”, “fr”.',
  ),
}

const isLanguage = (value: unknown): boolean => typeof value === 'string' && /^[a-z]{2}$/.test(value)

/** An empty one is in order; of what stands before the @ no more than mail can carry. */
export const emailAddress = (value: unknown, { req }: Checked): true | string =>
  !value ||
  (emailPattern.test(String(value)) && /^[^@]{1,64}@/.test(String(value)) && String(value).length <= 254) ||
  inLanguage(req, sentences.email)

/** An empty one is in order. */
export const phoneNumber = (value: unknown, { req }: Checked): true | string =>
  !value || /^\+?[0-9 ()./-]{6,24}$/.test(String(value)) || inLanguage(req, sentences.phone)

/** ISO 639-1. */
export const languageCode = (value: unknown, { req }: Checked): true | string =>
  isLanguage(value) || inLanguage(req, sentences.language)

export const languageCodes = (value: unknown[] | null | undefined, { req }: Checked): true | string =>
  (value ?? []).every(isLanguage) || inLanguage(req, sentences.language)
