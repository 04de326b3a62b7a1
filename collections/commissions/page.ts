// The request form as a page without script.

import { publishedBySlug } from '../../plugin/directory/index.js'
import { placeTyped } from '../../plugin/forms/place-input.js'
import { consentsOf, type HtmlForm, one, textOf } from '../../plugin/forms/plain-form.js'
import { localized, pick } from '../../plugin/i18n/localized.js'
import { confirmationDays } from '../../plugin/lifecycle/expiry.js'
import { html } from '../../plugin/pages/html.js'
import type { PageContext } from '../../plugin/pages/serve.js'
import { isolated } from '../../plugin/values/isolate.js'
import type { CommissionReceiptDto } from './dto.js'
import { commissions } from './route.js'

export const askForm: HtmlForm = {
  name: 'ask',
  title: localized('Chiedi un lavoro', 'Ask for a job'),
  async intro(context, values) {
    const { answerDays } = context.options.organisation
    const free = localized(
      'Alla rete non si paga nulla: il prezzo è fra chi chiede e chi lavora.',
      'The network is paid nothing: the price is between those who ask and those who work.',
    )
    const wanted = await memberNamed(context, textOf(values, 'member'))
    if (!wanted)
      return [
        localized(
          `Descrivi che cosa serve: la rete propone chi può farlo, entro ${answerDays} giorni lavorativi. ${free.it}`,
          `Describe what is needed: the network proposes who can do it, within ${answerDays} working days. ${free.en}`,
        ),
      ]
    return [
      localized(
        `Descrivi che cosa serve: la rete sente ${wanted}; se non può, propone altri. Risponde entro ${answerDays} giorni lavorativi. ${free.it}`,
        `Describe what is needed: the network asks ${wanted}; if they cannot, it proposes others. It answers within ${answerDays} working days. ${free.en}`,
      ),
    ]
  },
  groups: () => [
    {
      title: localized('Il lavoro', 'The job'),
      fields: [
        {
          name: 'description',
          at: '/description',
          kind: 'area',
          label: localized('Che lavoro serve?', 'What work is needed?'),
          hint: localized(
            'Con parole semplici. Niente dati sulla salute o di altri.',
            'In simple words. Nothing about health or other people.',
          ),
          missing: localized('Manca il lavoro che serve', 'The work that is needed is missing'),
        },
        {
          name: 'skill',
          at: '/skills',
          kind: 'text',
          max: 80,
          label: localized('Mestiere, se si conosce', 'Trade, if known'),
          optional: true,
        },
        one(
          'mode',
          '/mode',
          localized('Dove si svolge?', 'Where does it take place?'),
          {
            onsite: localized('In un luogo', 'In a place'),
            remote: localized('A distanza', 'Remotely'),
            either: localized('È uguale', 'Either way'),
          },
          { missing: localized('Manca dove si svolge il lavoro', 'Where the job takes place is missing') },
        ),
        {
          name: 'place',
          at: '/place/municipality',
          kind: 'text',
          max: 80,
          label: localized('Comune', 'Municipality'),
          hint: localized(
            'Se il lavoro è in un luogo. L’indirizzo si dà solo alla persona scelta.',
            'If the work is in a place. The address goes to the chosen person only.',
          ),
          missing: localized('Manca il comune in cui si svolge il lavoro', 'The municipality of the job is missing'),
        },
        {
          name: 'placeNote',
          at: '/placeNote',
          kind: 'text',
          max: 160,
          label: localized('Frazione o zona', 'Village or area'),
          optional: true,
        },
        one(
          'soon',
          '/when/soon',
          localized('Per quando?', 'By when?'),
          {
            soon: localized('Presto', 'Soon'),
            by: localized('Entro una data', 'By a date'),
            'no-hurry': localized('Senza fretta', 'No hurry'),
          },
          { missing: localized('Manca per quando serve', 'By when is missing') },
        ),
        { name: 'by', at: '/when/by', kind: 'date', label: localized('Entro il', 'By'), optional: true },
        one(
          'choice',
          '/choice',
          localized('Chi sceglie?', 'Who chooses?'),
          {
            network: localized('La rete propone', 'The network proposes'),
            client: localized('Scelgo io', 'I choose'),
          },
          { initial: 'network' },
        ),
      ],
    },
    {
      title: localized('Come sentirsi', 'How to reach you'),
      fields: [
        one(
          'kind',
          '/client/kind',
          localized('Chi chiede?', 'Who is asking?'),
          {
            person: localized('Una persona', 'A person'),
            organisation: localized('Un’azienda o un ente', 'A company or an organisation'),
          },
          { initial: 'person' },
        ),
        {
          name: 'organisation',
          at: '/client/organisation',
          kind: 'text',
          max: 120,
          autocomplete: 'organization',
          label: localized('Nome dell’azienda o dell’ente', 'Name of the company or organisation'),
          missing: localized(
            'Manca il nome dell’azienda o dell’ente',
            'The name of the company or organisation is missing',
          ),
          optional: true,
        },
        {
          name: 'name',
          at: '/client/name',
          kind: 'text',
          max: 80,
          autocomplete: 'name',
          label: localized('Nome e cognome', 'First and last name'),
          missing: localized('Manca il nome di chi chiede', 'Your name is missing'),
        },
        {
          name: 'email',
          at: '/client/email',
          kind: 'email',
          max: 254,
          autocomplete: 'email',
          label: localized('E-mail', 'E-mail'),
          hint: localized('Serve per confermare.', 'Needed to confirm.'),
          missing: localized(
            'Manca l’e-mail per confermare la richiesta',
            'The e-mail address to confirm the request is missing',
          ),
        },
        one(
          'contactBy',
          '/client/contactBy',
          localized('Meglio sentirsi per', 'Best way to reach you'),
          {
            email: localized('E-mail', 'E-mail'),
            phone: localized('Telefono', 'Phone'),
          },
          { initial: 'email' },
        ),
        {
          name: 'phone',
          at: '/client/phone',
          kind: 'tel',
          max: 40,
          autocomplete: 'tel',
          label: localized('Telefono', 'Phone'),
          missing: localized('Manca il telefono a cui chiamare', 'The number to call is missing'),
          optional: true,
        },
        {
          name: 'callTimes',
          at: '/client/callTimes',
          kind: 'text',
          max: 120,
          label: localized('Quando chiamare', 'When to call'),
          optional: true,
        },
        {
          name: 'share',
          at: '/consents/share',
          kind: 'check',
          label: localized(
            'La rete può mostrare la richiesta alle persone che propone, e dare i recapiti solo a quella scelta',
            'The network may show the request to the people it proposes, and give my contacts only to the one chosen',
          ),
          missing: localized(
            'Serve un sì per mostrare la richiesta a chi può lavorarci',
            'A yes is needed to show the request to those who could do it',
          ),
        },
      ],
    },
  ],
  button: localized('Invia la richiesta', 'Send the request'),
  carried: ['member'],
  route: commissions,
  read(values, options) {
    const mode = textOf(values, 'mode')
    const place = mode === 'remote' ? {} : placeTyped(textOf(values, 'place'))
    const skill = textOf(values, 'skill')
    const soon = textOf(values, 'soon')
    return {
      body: {
        description: textOf(values, 'description'),
        skills: skill ? [{ own: skill }] : [],
        mode,
        ...(place.code ? { place: { municipality: place.code } } : {}),
        placeNote: textOf(values, 'placeNote'),
        when: { soon, ...(soon === 'by' ? { by: textOf(values, 'by') } : {}) },
        choice: textOf(values, 'choice'),
        member: textOf(values, 'member'),
        client: {
          kind: textOf(values, 'kind'),
          name: textOf(values, 'name'),
          organisation: textOf(values, 'organisation'),
          email: textOf(values, 'email'),
          phone: textOf(values, 'phone'),
          contactBy: textOf(values, 'contactBy'),
          callTimes: textOf(values, 'callTimes'),
        },
        consents: consentsOf(values, ['share'], options),
      },
      issues: place.issue ? [place.issue] : [],
    }
  },
  done(answer, { lang, options }, values) {
    const to = textOf(values, 'email')
    const { reference } = answer as CommissionReceiptDto
    return {
      title: pick(lang, { it: 'Manca solo la conferma', en: 'Only the confirmation is missing' }),
      body: html`<p>${pick(lang, {
        it: `Abbiamo mandato un’e-mail a ${to}: basta aprire il link entro ${confirmationDays} giorni e confermare, e la richiesta arriva alla rete.`,
        en: `We have sent an e-mail to ${to}: open its link within ${confirmationDays} days and confirm, and the request reaches the network.`,
      })}</p>
<dl><div><dt>${pick(lang, { it: 'Riferimento della richiesta', en: 'Reference of the request' })}</dt><dd>${reference}</dd></div></dl>
<p>${pick(lang, {
        it: `Dopo la conferma la rete risponde entro ${options.organisation.answerDays} giorni lavorativi.`,
        en: `After that the network answers within ${options.organisation.answerDays} working days.`,
      })}</p>`,
    }
  },
}

/** The published name of the profile that the form was opened from; a hidden one has none, like one that never was. */
async function memberNamed({ req }: PageContext, slug: string | undefined): Promise<string | null> {
  const row = slug === undefined ? null : await publishedBySlug(req, slug)
  return row ? isolated(row.name) : null
}
