// How e-mail addresses, phone numbers and names are written, as regular expressions.

/**
 * The rule of Payload's `email` field, so that none is refused after its form was; with both cases written out:
 * `openapi.json` shows it as a pattern, and patterns have no flags.
 */
export const emailPattern =
  /^(?!.*\.\.)[\w!#$%&'*+/=?^`{|}~-](?:[\w!#$%&'*+/=?^`{|}~.-]*[\w!#$%&'*+/=?^`{|}~-])?@[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*\.[a-zA-Z]{2,}$/

/** Of what stands before the @, no more than mail can carry. */
export const emailNameLength = /^[^@]{1,64}@/

/** Of signs as a keyboard writes them; the library that knows numbers says the rest. */
export const phonePattern = /^[+(]{0,2}[0-9][0-9 ()./-]{5,39}$/

/** What a name is seen by: signs and pictures alone are none. */
export const holdsLetter = /\p{L}/u

export const holdsLetterOrDigit = /[\p{L}\p{N}]/u
