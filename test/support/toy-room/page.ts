// The form to ask for a tool, as a page without script.
import { filled, type HtmlFormPage } from '../../../plugin/forms/html-form.js'
import { pick } from '../../../plugin/i18n/localized.js'
import { html } from '../../../plugin/pages/html.js'
import { words as en } from './form/en.js'
import { loanFields } from './form/fields.js'
import { words as it } from './form/it.js'
import { askForLoan } from './route.js'

const words = { it, en }

export const borrowForm: HtmlFormPage = {
  name: 'borrow',
  fields: loanFields,
  words,
  route: askForLoan,
  intro: ({ lang, options }) => [filled(pick(lang, words).intro, { n: options.organisation.loanDays })],
  done: (_answer, { lang }) => ({
    title: pick(lang, words).done,
    body: html`<p>${pick(lang, words).sent}</p>`,
  }),
}
