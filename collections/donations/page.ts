// The donation form as a page without script, and the bank transfer’s slip it answers with.

import { filled, type HtmlFormPage } from '../../plugin/forms/html-form.js'
import { fallbackLanguage, pick } from '../../plugin/i18n/localized.js'
import { type Html, html } from '../../plugin/pages/html.js'
import { formatDateWithArticle } from '../../plugin/values/dates.js'
import { euros } from '../../plugin/values/money.js'
import type { DonationSlipDto } from './dto.js'
import { words as formEn } from './form/en.js'
import { donationFields } from './form/fields.js'
import { words as formIt } from './form/it.js'
import { words as laterEn } from './form/later.en.js'
import { words as laterIt } from './form/later.it.js'
import { words as pageEn } from './form/page.en.js'
import { words as pageIt } from './form/page.it.js'
import { donations } from './routes.js'
import { printedIban } from './slip.js'

const words = { it: { ...formIt, ...laterIt, ...pageIt }, en: { ...formEn, ...laterEn, ...pageEn } }

export const giveForm: HtmlFormPage = {
  name: 'give',
  fields: donationFields(['10', '25', '50', '100']),
  words,
  route: donations,
  intro: ({ lang, options }) => [filled(pick(lang, words).intro, { network: options.organisation.name })],
  done: (answer, { lang }) => ({
    title: pick(lang, words).done,
    body: slip(answer as DonationSlipDto, lang),
  }),
}

const quiet = 4

function slip({ payment, amountCents, frequency, taxNote, expiresAt }: DonationSlipDto, lang: string): Html {
  const text = pick(lang, {
    it: {
      once: 'La donazione si fa con un bonifico, dalla tua banca. Copia questi dati così come sono.',
      monthly:
        'Nella tua banca imposta un bonifico periodico, ogni mese, con questi dati. La causale resta sempre la stessa.',
      beneficiary: 'Beneficiario',
      amount: 'Importo',
      remittance: 'Causale',
      qr: 'Codice QR, se l’app della tua banca lo legge',
      until: `Aspettiamo il bonifico fino ${formatDateWithArticle('al', expiresAt, lang)}. Dopo, questi dati si possono chiedere di nuovo.`,
    },
    en: {
      once: 'You give by bank transfer, from your bank. Copy these details as they are.',
      monthly: 'At your bank set up a standing order, every month, with these details. The reference stays the same.',
      beneficiary: 'Beneficiary',
      amount: 'Amount',
      remittance: 'Reference',
      qr: 'QR code, if your bank’s app can read it',
      until: `We expect the transfer by ${formatDateWithArticle('al', expiresAt, lang)}. Later, these details can be asked for again.`,
    },
  })
  const rows = [
    [text.beneficiary, payment.beneficiary],
    ['IBAN', printedIban(payment.iban)],
    [text.amount, euros(amountCents, fallbackLanguage(lang))],
    [text.remittance, payment.remittance],
  ] as const
  const side = payment.qr.size + 2 * quiet
  return html`<p>${text[frequency]}</p>
<dl>${rows.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>
<p>${text.until}</p>
<h2>${text.qr}</h2>
<svg class="qr" role="img" aria-label="${text.qr}" viewBox="${-quiet} ${-quiet} ${side} ${side}"><path fill="#000" d="${payment.qr.path}"/></svg>
${taxNote !== null && html`<p class="muted">${taxNote}</p>`}`
}
