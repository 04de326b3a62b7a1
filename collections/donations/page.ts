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
import { words as slipEn } from './form/slip.en.js'
import { words as slipIt } from './form/slip.it.js'
import { donations } from './routes.js'
import { printedIban } from './slip.js'

const words = { it: { ...formIt, ...laterIt, ...pageIt }, en: { ...formEn, ...laterEn, ...pageEn } }

const slipWords = { it: slipIt, en: slipEn }

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
  const text = pick(lang, slipWords)
  const rows = [
    [text.beneficiary, payment.beneficiary],
    [text.iban, printedIban(payment.iban)],
    [text.amount, euros(amountCents, fallbackLanguage(lang))],
    [text.remittance, payment.remittance],
  ] as const
  const side = payment.qr.size + 2 * quiet
  return html`<p>${text[frequency]}</p>
<dl>${rows.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>
<p>${filled(pick(lang, words).until, { date: formatDateWithArticle('al', expiresAt, lang) })}</p>
<h2>${text.qr}</h2>
<svg class="qr" role="img" aria-label="${text.qrName}" viewBox="${-quiet} ${-quiet} ${side} ${side}"><path fill="#000" d="${payment.qr.path}"/></svg>
${taxNote !== null && html`<p class="muted">${taxNote}</p>`}`
}
