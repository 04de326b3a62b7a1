// Finds e-mail addresses and phone numbers inside free text. Pure.

const email = /[^\s@,;:<>()[\]]+\s?(?:@|\(at\)|\[at\])\s?[^\s@,;:<>()[\]]+\.\p{L}{2,}/iu

/** A run of digits that can be rung up, not a year, a price or a date. */
const looksLikePhone = (run: string): boolean => /^(?:(?:00)?39)?(?:3\d{8,9}|0\d{6,10})$/.test(run)

/** Runs of digits as people write numbers: spaces, dots, slashes, brackets and dashes do not break one. */
export const digitRuns = (text: string): string[] =>
  (text.match(/\+?\d(?:[\s./()-]{0,3}\d)+/g) ?? []).map((run) => run.replace(/\D/g, ''))

export const containsEmail = (text: string): boolean => email.test(text)

export const containsPhone = (text: string): boolean => digitRuns(text).some(looksLikePhone)

const web = /\b[a-z][a-z\d+.-]*:\/\/\S|\bwww\.\S|[\p{L}\d-]\.\p{L}{2,}\//iu

/** A web address somewhere in it. */
export const holdsWeb = (text: string): boolean => web.test(text)

/** Nothing but a web address: nobody is called so. */
const isWeb = (text: string): boolean => !/\s/.test(text.trim()) && holdsWeb(text)

/** The text with a dash in the place of every address and number: who may not be reached yet must not be by their own words. */
export const withoutContacts = (text: string): string =>
  text
    .replace(new RegExp(email.source, 'giu'), '—')
    .replace(/\+?\d(?:[\s./()-]{0,3}\d)+/g, (run) => (looksLikePhone(run.replace(/\D/g, '')) ? '—' : run))

export const containsContact = (text: string): boolean => containsEmail(text) || containsPhone(text) || isWeb(text)
