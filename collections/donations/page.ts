// The donation form as a page without script, and the bank transfer’s slip it answers with.

import type { FieldIssue } from '../../plugin/api/problem.js'
import { consentsOf, type HtmlForm, one, textOf, type Values } from '../../plugin/forms/plain-form.js'
import { fallbackLanguage, localized, pick } from '../../plugin/i18n/localized.js'
import { type Html, html } from '../../plugin/pages/html.js'
import { formatDateWithArticle } from '../../plugin/values/dates.js'
import { centsOf, euros } from '../../plugin/values/money.js'
import { type DonationSlipDto, donationInput } from './dto.js'
import { donations } from './routes.js'
import { printedIban } from './slip.js'

const amounts = ['10', '25', '50', '100']

/** One of the amounts offered, or the one that was typed, whose faults belong to its own field. */
function amountOf(values: Values): { cents?: number; issue?: FieldIssue } {
  const chosen = textOf(values, 'amount')
  const typed = textOf(values, 'amountOther')
  const isTyped = chosen === 'other' || (chosen === undefined && typed !== undefined)
  if (!isTyped) return { cents: centsOf(chosen ?? '') ?? undefined }
  const pointer = '/amountCents/other'
  if (typed === undefined) return { issue: { pointer, code: 'required' } }
  const amount = donationInput.shape.amountCents.safeParse(centsOf(typed))
  return amount.success ? { cents: amount.data } : { issue: { pointer, code: 'amount.range' } }
}

export const giveForm: HtmlForm = {
  name: 'give',
  title: localized('Dona alla rete', 'Give to the network'),
  intro: ({
    options: {
      organisation: { name },
    },
  }) => [
    localized(
      `${name} vive di sole donazioni. Si dona con un bonifico, dalla propria banca: qui prepariamo i dati, e qui non si paga nulla.`,
      `${name} lives on donations alone. You give by bank transfer, from your own bank: here we prepare the details, and nothing is paid here.`,
    ),
  ],
  groups: () => [
    {
      title: null,
      fields: [
        one(
          'amount',
          '/amountCents',
          localized('Quanto vuoi donare?', 'How much would you like to give?'),
          {
            ...Object.fromEntries(amounts.map((value) => [value, localized(`${value} euro`, `${value} euros`)])),
            other: localized('Altro', 'Other'),
          },
          {
            missing: localized(
              'Manca l’importo: scegline uno o scrivi il tuo',
              'The amount is missing: choose one or write your own',
            ),
          },
        ),
        {
          name: 'amountOther',
          at: '/amountCents/other',
          kind: 'number',
          max: 12,
          label: localized('Altro importo in euro', 'Other amount in euros'),
          hint: localized('Per esempio 12,50', 'For example 12.50'),
          missing: localized('Manca l’importo', 'The amount is missing'),
          optional: true,
        },
        one(
          'frequency',
          '/frequency',
          localized('Ogni quanto?', 'How often?'),
          {
            once: localized('Una volta', 'Once'),
            monthly: localized('Ogni mese', 'Every month'),
          },
          {
            initial: 'once',
            hint: localized(
              'Ogni mese: imposti tu un bonifico periodico, e lo fermi quando vuoi.',
              'Every month: you set up a standing order yourself, and stop it whenever you like.',
            ),
          },
        ),
        one(
          'type',
          '/donor/type',
          localized('Chi dona?', 'Who gives?'),
          {
            person: localized('Una persona', 'A person'),
            organisation: localized('Un’azienda o un ente', 'A company or an organisation'),
          },
          { initial: 'person' },
        ),
        {
          name: 'name',
          at: '/donor/name',
          kind: 'text',
          max: 80,
          autocomplete: 'name',
          label: localized('Nome', 'Name'),
          optional: true,
        },
        {
          name: 'email',
          at: '/donor/email',
          kind: 'email',
          max: 254,
          autocomplete: 'email',
          label: localized('E-mail', 'E-mail'),
          hint: localized('Solo per mandarti gli stessi dati.', 'Only to send you the same details.'),
          optional: true,
        },
        one(
          'publicAs',
          '/publicAs',
          localized('Come vuoi comparire?', 'How would you like to appear?'),
          {
            anonymous: localized('Preferisco non comparire', 'I would rather not appear'),
            name: localized('Con il mio nome', 'With my name'),
          },
          { initial: 'anonymous' },
        ),
        {
          name: 'publish',
          at: '/consents/publish',
          kind: 'check',
          label: localized(
            'La rete può pubblicare questo nome fra chi la sostiene',
            'The network may publish this name among its supporters',
          ),
          missing: localized('Per comparire con il nome serve il tuo sì', 'To appear by name we need your yes'),
          optional: true,
        },
        {
          name: 'message',
          at: '/message',
          kind: 'area',
          max: 500,
          label: localized('Un messaggio', 'A message'),
          hint: localized(
            'Se compari con il nome, può essere pubblicato accanto.',
            'If you appear by name, it may be published beside it.',
          ),
          optional: true,
        },
      ],
    },
  ],
  button: localized('Prepara il bonifico', 'Prepare the transfer'),
  route: donations,
  read(values, options) {
    const { cents, issue } = amountOf(values)
    return {
      body: {
        amountCents: cents,
        frequency: textOf(values, 'frequency'),
        donor: { type: textOf(values, 'type'), name: textOf(values, 'name'), email: textOf(values, 'email') },
        publicAs: textOf(values, 'publicAs'),
        message: textOf(values, 'message'),
        consents: consentsOf(values, ['publish'], options),
      },
      issues: issue ? [issue] : [],
    }
  },
  done: (answer, { lang }) => ({
    title: pick(lang, { it: 'Grazie! Ora manca il bonifico', en: 'Thank you! Now make the transfer' }),
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
