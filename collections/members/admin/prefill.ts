// What an editor who asks for changes may begin with: the hints on the profile, said to its person in their language.
import type { PayloadRequest } from 'payload'
import { pathLabel } from '../../../plugin/collection/field-labels.js'
import { type Localized, pick } from '../../../plugin/i18n/localized.js'
import type { Hint } from '../../../plugin/lifecycle/actions.js'

type Sentence = (values: Record<string, string>) => Localized

/** By the hint's code; what is not here is for editors alone. */
const sentences: Record<string, Sentence> = {
  missing: ({ field }) => ({ it: `Manca «${field}».`, en: `“${field}” is missing.` }),
  'missing-contact': () => ({
    it: 'Manca un modo per scriverti o chiamarti: resta alla rete.',
    en: 'A way to write to you or call you is missing: it stays with the network.',
  }),
  leak: ({ field }) => ({
    it: `In «${field}», che leggono tutti, c’è qualcosa che avevi detto solo a noi: lo togliamo?`,
    en: `In “${field}”, which everybody reads, there is something that you told only us: shall we take it out?`,
  }),
  'leak-contact': ({ field }) => ({
    it: `In «${field}» c’è un recapito, e lo leggerebbero tutti: chi ti cerca ti scrive dalla scheda.`,
    en: `In “${field}” there is a contact that everybody would read: whoever looks for you writes from your profile.`,
  }),
  'phone-in-text': ({ field }) => ({
    it: `In «${field}» sembra esserci un numero di telefono, che leggerebbero tutti: lo togliamo?`,
    en: `In “${field}” there seems to be a phone number that everybody would read: shall we take it out?`,
  }),
  'email-in-text': ({ field }) => ({
    it: `In «${field}» sembra esserci un’e-mail, che leggerebbero tutti: la togliamo?`,
    en: `In “${field}” there seems to be an e-mail address that everybody would read: shall we take it out?`,
  }),
  'address-in-text': ({ field }) => ({
    it: `In «${field}» sembra esserci un indirizzo di casa, che leggerebbero tutti: lo togliamo?`,
    en: `In “${field}” there seems to be a home address that everybody would read: shall we take it out?`,
  }),
  'link-in-name': ({ field }) => ({
    it: `In «${field}» c’è il nome di un sito: i siti hanno un posto loro, «Siti e vetrine».`,
    en: `In “${field}” there is the name of a site: sites have a place of their own, “Sites and shops”.`,
  }),
  'regulated-missing': asksQualification,
  'regulated-unknown': asksQualification,
}

function asksQualification({ skill }: Record<string, string>): Localized {
  return {
    it: `Per «${skill}» la legge chiede un’abilitazione: ce l’hai?`,
    en: `For “${skill}” the law asks for a qualification: do you have one?`,
  }
}

/** Field labels are taken in the person's language, not the editor's. */
const inLanguage = (req: PayloadRequest, lang: string): PayloadRequest =>
  Object.assign(Object.create(req) as PayloadRequest, { i18n: { ...req.i18n, language: lang } })

/** One line a hint, each once; empty where nothing is to be said. */
export function requestedChanges(req: PayloadRequest, hints: readonly Hint[], lang: string): string {
  const theirs = inLanguage(req, pick(lang, { it: 'it', en: 'en' }))
  const said = hints.flatMap(({ code, values }) => {
    const write = Object.hasOwn(sentences, code) ? sentences[code] : undefined
    if (!write) return []
    const { field } = values
    return pick(lang, write({ ...values, ...(field ? { field: pathLabel(theirs, 'members', field) } : {}) }))
  })
  return [...new Set(said)].join('\n')
}
