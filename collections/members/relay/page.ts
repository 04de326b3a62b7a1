// The contact form on a profile’s page without script.

import { type HtmlForm, textOf } from '../../../plugin/forms/plain-form.js'
import { localized, pick } from '../../../plugin/i18n/localized.js'
import { confirmationDays } from '../../../plugin/lifecycle/expiry.js'
import { html } from '../../../plugin/pages/html.js'
import { contact } from './route.js'

export const contactForm: HtmlForm = {
  name: 'contact',
  title: localized('Scrivi un messaggio', 'Write a message'),
  intro: () => [],
  groups: () => [
    {
      title: null,
      fields: [
        {
          name: 'name',
          at: '/name',
          kind: 'text',
          max: 80,
          autocomplete: 'name',
          label: localized('Nome e cognome', 'First and last name'),
          missing: localized('Manca il nome di chi scrive', 'Your name is missing'),
        },
        {
          name: 'email',
          at: '/email',
          kind: 'email',
          max: 254,
          autocomplete: 'email',
          label: localized('E-mail', 'E-mail'),
          hint: localized('Serve per confermare e per la risposta.', 'Needed to confirm, and for the answer.'),
          missing: localized('Manca l’e-mail a cui rispondere', 'The e-mail address to answer to is missing'),
        },
        {
          name: 'phone',
          at: '/phone',
          kind: 'tel',
          max: 40,
          autocomplete: 'tel',
          label: localized('Telefono', 'Phone'),
          optional: true,
        },
        {
          name: 'message',
          at: '/message',
          kind: 'area',
          max: 2000,
          label: localized('Messaggio', 'Message'),
          missing: localized('Manca il messaggio', 'The message is missing'),
        },
      ],
    },
  ],
  button: localized('Invia il messaggio', 'Send the message'),
  route: contact,
  read: (values) => ({
    body: {
      name: textOf(values, 'name'),
      email: textOf(values, 'email'),
      phone: textOf(values, 'phone'),
      message: textOf(values, 'message'),
    },
    issues: [],
  }),
  done: (_answer, { lang }, values) => ({
    title: pick(lang, { it: 'Manca solo la conferma', en: 'Only the confirmation is missing' }),
    body: html`<p>${pick(lang, {
      it: `Abbiamo mandato un’e-mail a ${textOf(values, 'email')}: basta aprire il link entro ${confirmationDays} giorni e confermare, e il messaggio parte.`,
      en: `We have sent an e-mail to ${textOf(values, 'email')}: open its link within ${confirmationDays} days and confirm, and the message goes out.`,
    })}</p>`,
  }),
}
