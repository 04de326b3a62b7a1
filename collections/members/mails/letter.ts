// Shape of the mails about a member; `to-member.ts` and `to-helper.ts` hold their texts.
import type { MailContent } from '../../../plugin/definitions/mail.js'
import { type Localized, pick } from '../../../plugin/i18n/localized.js'

export type Languages<T> = Record<'it' | 'en', T>

export interface Letter extends Pick<MailContent, 'subject' | 'paragraphs' | 'facts' | 'footer'> {
  /** Label of the button, where the mail carries a link. */
  action?: string
}

export interface Facts {
  network: string
  answerDays: number
  /** Whether everybody may see the file now. */
  shown: boolean
  /** Address of its public page. */
  page: string | null
  /** An editor's words. */
  reason: string
  /** Whether the mail still carries its link: it may have been taken back before the mail left. */
  linked: boolean
  /** The link takes the place of an earlier one. */
  replaces: boolean
}

/** @param who what the person of the file is called */
export type Write = (facts: Facts, who: Localized) => Languages<Letter>

export type LetterName =
  | 'member-confirm'
  | 'member-reminder'
  | 'member-known'
  | 'member-received'
  | 'member-changes'
  | 'member-active'
  | 'member-refused'
  | 'member-paused'
  | 'member-suspended'
  | 'member-lifted'
  | 'member-let-go'
  | 'member-link'
  | 'member-again'

export const greeting = (lang: string, name: string): string =>
  name ? pick(lang, { it: `Ciao ${name},`, en: `Hello ${name},` }) : pick(lang, { it: 'Ciao,', en: 'Hello,' })

export const pageFact = (label: string, page: string | null): Pick<Letter, 'facts'> =>
  page === null ? {} : { facts: [{ label, value: page, url: page }] }

/** For the mails that ask to confirm: whoever reads them may have nothing to do with it. */
export const notYou: Languages<string[]> = {
  it: [
    'Se non hai compilato tu il modulo, ignora questa mail: senza conferma l’adesione scade, e un mese dopo i dati si cancellano da soli.',
  ],
  en: [
    'If you did not fill the form in, ignore this mail: without confirmation the request to join expires, and a month later the data are deleted.',
  ],
}
