// The contact form on a profile’s page without script.

import { filled, type HtmlForm, textOf } from '../../../plugin/forms/html-form.js'
import { pick } from '../../../plugin/i18n/localized.js'
import { confirmationDays } from '../../../plugin/lifecycle/expiry.js'
import { html } from '../../../plugin/pages/html.js'
import { words as formEn } from './form/en.js'
import { contactFields } from './form/fields.js'
import { words as formIt } from './form/it.js'
import { words as laterEn } from './form/later.en.js'
import { words as laterIt } from './form/later.it.js'
import { words as pageEn } from './form/page.en.js'
import { words as pageIt } from './form/page.it.js'
import { contact } from './route.js'

const words = { it: { ...formIt, ...laterIt, ...pageIt }, en: { ...formEn, ...laterEn, ...pageEn } }

export const contactForm: HtmlForm = {
  name: 'contact',
  fields: contactFields,
  words,
  route: contact,
  done(_answer, { lang }, typed) {
    const { done, sent } = pick(lang, words)
    return {
      title: done,
      body: html`<p>${filled(sent, { to: textOf(typed, 'email') ?? '', days: confirmationDays })}</p>`,
    }
  },
}
