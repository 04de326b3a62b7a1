// How to write to a member without script: on the profile's own page.

import { type PlainForm, textOf } from '../../../plugin/forms/plain-form.js'
import { inLang, say } from '../../../plugin/i18n/localized.js'
import { confirmDays } from '../../../plugin/lifecycle/expiry.js'
import { html } from '../../../plugin/pages/html.js'
import { contact } from './route.js'

export const contactForm: PlainForm = {
  name: 'contact',
  title: say('Scrivi un messaggio', 'Write a message'),
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
          label: say('Nome e cognome', 'First and last name'),
          missing: say('Manca il nome di chi scrive', 'Your name is missing'),
        },
        {
          name: 'email',
          at: '/email',
          kind: 'email',
          max: 254,
          autocomplete: 'email',
          label: say('E-mail', 'E-mail'),
          hint: say('Serve per confermare e per la risposta.', 'Needed to confirm, and for the answer.'),
          missing: say('Manca l’e-mail a cui rispondere', 'The e-mail address to answer to is missing'),
        },
        {
          name: 'phone',
          at: '/phone',
          kind: 'tel',
          max: 40,
          autocomplete: 'tel',
          label: say('Telefono', 'Phone'),
          optional: true,
        },
        {
          name: 'message',
          at: '/message',
          kind: 'area',
          max: 2000,
          label: say('Messaggio', 'Message'),
          missing: say('Manca il messaggio', 'The message is missing'),
        },
      ],
    },
  ],
  button: say('Invia il messaggio', 'Send the message'),
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
    title: inLang(lang, { it: 'Manca solo la conferma', en: 'Only the confirmation is missing' }),
    body: html`<p>${inLang(lang, {
      it: `Abbiamo mandato un’e-mail a ${textOf(values, 'email')}: basta aprire il link entro ${confirmDays} giorni e confermare, e il messaggio parte.`,
      en: `We have sent an e-mail to ${textOf(values, 'email')}: open its link within ${confirmDays} days and confirm, and the message goes out.`,
    })}</p>`,
  }),
}
