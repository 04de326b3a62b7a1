// Field validators for e-mail, phone, names and languages, with messages that say how to write them.

import type { FieldHook, PayloadRequest, TextFieldSingleValidation } from 'payload'
import { validations } from 'payload/shared'
import { type Localized, localized, pickFor } from '../i18n/localized.js'
import { mokor } from '../runtime.js'
import { emailNameLength, emailPattern, holdsLetter, holdsLetterOrDigit } from '../values/patterns.js'
import { readPhone } from '../values/phone.js'

/** What a validator is told of the save. */
export type ValidateContext = { req: PayloadRequest }

const sentences = {
  email: localized(
    'Scrivi l’indirizzo intero, per esempio «anna@posta.it».',
    'Write the whole address, for instance “anna@post.org”.',
  ),
  phone: localized(
    'Scrivi il numero con cifre e spazi, per esempio «+39 333 1234567».',
    'Write the number in digits and spaces, for instance “+39 333 1234567”.',
  ),
  person: localized('Scrivi un nome fatto di lettere.', 'Write a name made of letters.'),
  company: localized('Scrivi un nome fatto di lettere o numeri.', 'Write a name made of letters or numbers.'),
  language: localized(
    'Scrivi il codice di due lettere della lingua: «it», «en», «fr».',
    'Write the language’s two-letter code: “it”, “en”, “fr”.',
  ),
}

const isLanguage = (value: unknown): boolean => typeof value === 'string' && /^[a-z]{2}$/.test(value)

/** An empty one is in order; of what stands before the @ no more than mail can carry. */
export const emailAddress = (value: unknown, { req }: ValidateContext): true | string =>
  !value ||
  (emailPattern.test(String(value)) && emailNameLength.test(String(value)) && String(value).length <= 254) ||
  pickFor(req, sentences.email)

/** An empty one is in order. */
export const phoneNumber = (value: unknown, { req }: ValidateContext): true | string =>
  !value || readPhone(String(value), countryOf(req)) !== null || pickFor(req, sentences.phone)

/** A number is kept as it is written internationally; what is none stays as it was typed, for its field to say so. */
export const phoneInternationally: FieldHook = ({ value, req }) =>
  typeof value === 'string' && value !== '' ? (readPhone(value, countryOf(req)) ?? value) : value

const countryOf = ({ payload }: PayloadRequest) => mokor(payload).options.organisation.country

const nameWith =
  (seen: RegExp, words: Localized): TextFieldSingleValidation =>
  (value, options) => {
    const usual = validations.text(value, options)
    return usual !== true || !value || seen.test(value) ? usual : pickFor(options.req, words)
  }

/** Beside what its field asks of it. */
export const personName = nameWith(holdsLetter, sentences.person)
export const companyName = nameWith(holdsLetterOrDigit, sentences.company)

/** ISO 639-1. */
export const languageCode = (value: unknown, { req }: ValidateContext): true | string =>
  isLanguage(value) || pickFor(req, sentences.language)

export const languageCodes = (value: unknown[] | null | undefined, { req }: ValidateContext): true | string =>
  (value ?? []).every(isLanguage) || pickFor(req, sentences.language)
