// Phone numbers as people write them, read by the library that knows how each country's are made.
import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { plainSigns } from './clean-text.js'

export type { CountryCode }
export const isCountry = (code: string): code is CountryCode => isSupportedCountry(code)

/**
 * The number as it is written internationally, e.g. `+39 0471 123456`; null where it is none that can be rung up.
 * @param country whose numbers are written without a prefix
 */
export function readPhone(text: string, country: CountryCode): string | null {
  // `(+39) 0471 …`: the library knows brackets around an area alone.
  const written = plainSigns(text).replace(/^\(\s*((?:\+|00)\s*\d{1,3})\s*\)/, '$1 ')
  const number = parsePhoneNumberFromString(written, { defaultCountry: country, extract: false })
  return number?.isPossible() ? number.formatInternational() : null
}

/** What no country takes for a number, as far as it can be told without knowing where somebody writes. */
export const couldBePhone = (text: string): boolean => {
  const digits = plainSigns(text).replace(/\D/g, '').length
  if (digits < 6 || digits > 15) return false
  return !/^\(?(?:\+|00)/.test(text) || readPhone(text, 'IT') !== null
}
