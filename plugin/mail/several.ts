// Several mails to one mailbox told in one: whoever's address others write into forms is not flooded. Pure.

import type { MailContent } from '../definitions/mail.js'
import { pick } from '../i18n/localized.js'

interface Telling {
  subject: (network: string) => string
  paragraphs: (network: string, count: number) => string[]
}

const tellings: { it: Telling; en: Telling } = {
  it: {
    subject: (network) => `Più moduli con questo indirizzo su ${network}`,
    paragraphs: (network, count) => [
      `Questo indirizzo è stato scritto in molti moduli di ${network}. Per non mandarti una mail per ognuno, qui ce ne sono ${count}.`,
      'Apri solo quelli che hai compilato tu. Per gli altri non serve fare nulla: senza conferma scadono e si cancellano da sé.',
    ],
  },
  en: {
    subject: (network) => `Several forms with this address on ${network}`,
    paragraphs: (network, count) => [
      `This address was written in many forms of ${network}. Rather than a mail for each, here are ${count} of them.`,
      'Open only those that you filled in yourself. For the others there is nothing to do: without confirmation they expire and are deleted.',
    ],
  },
}

/** @param contents at least one, all to the same mailbox */
export function severalInOne(contents: readonly MailContent[], network: string, lang: string): MailContent {
  const telling = pick(lang, tellings)
  const [first] = contents
  if (!first) throw new Error('no mail to tell of')
  return {
    to: { address: first.to.address },
    subject: telling.subject(network),
    paragraphs: telling.paragraphs(network, contents.length),
    facts: contents.map(({ subject, action, facts = [] }) => ({
      label: subject,
      value: action?.url ?? facts.map(({ label, value }) => `${label}: ${value}`).join('\n'),
      ...(action ? { url: action.url } : {}),
    })),
  }
}
