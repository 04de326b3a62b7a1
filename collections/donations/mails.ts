// Mails to a donor: how to pay, with the reference of slip and QR code.
import type { PayloadRequest } from 'payload'
import type { MailContent, MailDefinition } from '../../plugin/definitions/mail.js'
import { answerMail } from '../../plugin/desk/answer.js'
import { fallbackLanguage, pick } from '../../plugin/i18n/localized.js'
import { plainName } from '../../plugin/mail/plain-name.js'
import { taxNote } from '../../plugin/options/tax-note.js'
import { mokor } from '../../plugin/runtime.js'
import { formatDateWithArticle } from '../../plugin/values/dates.js'
import { euros } from '../../plugin/values/money.js'
import { donorOf } from './correspondent.js'
import { readDonation } from './read.js'
import { printedIban, slipOf } from './slip.js'
import type { Donation } from './types.js'

const thanks: MailDefinition = {
  document: 'donations',
  async render({ req, target, lang }) {
    const donation = await readDonation(req, target)
    const address = donation?.donor.email
    if (!donation || !address || donation.status !== 'pledged') return null
    return thanksContent(donation, address, lang, req)
  },
}

function thanksContent(donation: Donation, address: string, lang: string, req: PayloadRequest): MailContent {
  const { organisation } = mokor(req.payload).options
  const { payment } = slipOf(donation, organisation, lang)
  const amount = euros(donation.amountCents, fallbackLanguage(lang))
  const until = formatDateWithArticle('al', donation.expiresAt, lang)
  const name = plainName(donation.donor.name)
  const called = donation.donor.type === 'person' ? name.split(' ')[0] : ''
  const monthly = donation.frequency === 'monthly'
  const words = pick(lang, {
    it: {
      subject: `Grazie: i dati per la donazione ${donation.reference}`,
      greeting: called ? `Ciao ${called},` : 'Buongiorno,',
      thanks: `grazie di voler sostenere ${organisation.name}. Ecco i dati per il bonifico: bastano questi, copiati così come sono.`,
      how: monthly
        ? 'Hai scelto una donazione ogni mese: imposta nella tua banca un bonifico periodico con questi dati, sempre con la stessa causale. Lo fermi quando vuoi, da te.'
        : 'Scrivi nella causale solo il riferimento: è così che riconosciamo la tua donazione.',
      until: `La promessa vale fino ${until}. Se cambi idea non devi fare nulla: un mese dopo cancelliamo il tuo nome e questa e-mail.`,
      facts: ['Beneficiario', 'IBAN', 'BIC', 'Importo', 'Causale'],
      each: `${amount} ogni mese`,
    },
    en: {
      subject: `Thank you: the details for donation ${donation.reference}`,
      greeting: called ? `Hello ${called},` : 'Hello,',
      thanks: `Thank you for wanting to support ${organisation.name}. Here are the details for the bank transfer: they are all you need, copied just as they are.`,
      how: monthly
        ? 'You chose to give every month: set up a standing order at your bank with these details, always with the same reference. You can stop it yourself, whenever you like.'
        : 'Put only the reference in the remittance field: that is how we recognise your donation.',
      until: `The pledge stands until ${until}. If you change your mind there is nothing to do: a month later we erase your name and this address.`,
      facts: ['Beneficiary', 'IBAN', 'BIC', 'Amount', 'Reference'],
      each: `${amount} every month`,
    },
  })
  const [beneficiary, iban, bic, value, reference] = words.facts as [string, string, string, string, string]
  const note = taxNote(organisation, lang)
  return {
    to: { address, name },
    subject: words.subject,
    greeting: words.greeting,
    paragraphs: [words.thanks, words.how, words.until],
    facts: [
      { label: beneficiary, value: payment.beneficiary },
      { label: iban, value: printedIban(payment.iban) },
      ...(payment.bic ? [{ label: bic, value: payment.bic }] : []),
      { label: value, value: monthly ? words.each : amount },
      { label: reference, value: payment.remittance },
    ],
    ...(note ? { footer: [note] } : {}),
  }
}

export type DonationMail = 'donation-thanks' | 'donation-answer'

export const donationMails: Record<DonationMail, MailDefinition> = {
  'donation-thanks': thanks,
  'donation-answer': answerMail('donations', readDonation, donorOf),
}
