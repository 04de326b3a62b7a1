// The join form as a page without script, also for whoever fills it in for somebody else.

import { filled, type HtmlFormPage, textOf } from '../../../plugin/forms/html-form.js'
import { pick } from '../../../plugin/i18n/localized.js'
import { confirmationDays } from '../../../plugin/lifecycle/expiry.js'
import { html } from '../../../plugin/pages/html.js'
import { words as formEn } from './form/en.js'
import { firstFields } from './form/fields.js'
import { words as formIt } from './form/it.js'
import { words as laterEn } from './form/later.en.js'
import { words as laterIt } from './form/later.it.js'
import { laterFields } from './form/later-fields.js'
import { words as pageEn } from './form/page.en.js'
import { words as pageIt } from './form/page.it.js'
import { join } from './route.js'

const words = { it: { ...formIt, ...laterIt, ...pageIt }, en: { ...formEn, ...laterEn, ...pageEn } }

const fields = [...firstFields, ...laterFields]

/** Who helps opens its part by hand: the tick itself is not asked. */
const ofHelper = ['helperName', 'helperEmail', 'helperConsent']

const ofStep = (step: number): string[] =>
  fields.flatMap((field) =>
    (field.step ?? 0) === step && !['helper', ...ofHelper].includes(field.name) ? field.name : [],
  )

export const joinForm: HtmlFormPage = {
  name: 'join',
  fields,
  words,
  groups: [
    { title: 'helper', folded: true, fields: ofHelper },
    { title: 'who', fields: ofStep(0) },
    { title: 'what', fields: ofStep(1) },
    { title: 'where', fields: ofStep(2) },
  ],
  route: join,
  intro: ({ lang, options }) => [filled(pick(lang, words).intro, { network: options.organisation.name })],
  done(_answer, { lang }, typed) {
    const { done, sent, sentToHelper } = pick(lang, words)
    const own = textOf(typed, 'email')
    const to = own ?? textOf(typed, 'helperEmail') ?? ''
    return {
      title: done,
      body: html`<p>${filled(own ? sent : sentToHelper, { to, days: confirmationDays })}</p>`,
    }
  },
}
