// The request form as a page without script.

import { publishedBySlug } from '../../plugin/directory/index.js'
import { filled, type HtmlFormPage, textOf } from '../../plugin/forms/html-form.js'
import { pick } from '../../plugin/i18n/localized.js'
import { confirmationDays } from '../../plugin/lifecycle/expiry.js'
import { html } from '../../plugin/pages/html.js'
import type { PageContext } from '../../plugin/pages/serve.js'
import { isolated } from '../../plugin/values/isolate.js'
import type { CommissionReceiptDto } from './dto.js'
import { words as formEn } from './form/en.js'
import { commissionFields } from './form/fields.js'
import { words as formIt } from './form/it.js'
import { words as laterEn } from './form/later.en.js'
import { words as laterIt } from './form/later.it.js'
import { words as pageEn } from './form/page.en.js'
import { words as pageIt } from './form/page.it.js'
import { commissions } from './route.js'

const words = { it: { ...formIt, ...laterIt, ...pageIt }, en: { ...formEn, ...laterEn, ...pageEn } }

export const askForm: HtmlFormPage = {
  name: 'ask',
  fields: commissionFields,
  words,
  groups: [
    {
      title: 'job',
      fields: ['description', 'skills', 'mode', 'place', 'placeNote', 'soon', 'by', 'urgent', 'micro', 'choice'],
    },
    {
      title: 'contact',
      fields: ['kind', 'organisation', 'name', 'email', 'contactBy', 'phone', 'callTimes', 'share'],
    },
  ],
  carried: ['member'],
  route: commissions,
  async intro(context, typed) {
    const { intro, introOfMember, free } = pick(context.lang, words)
    const member = await memberNamed(context, textOf(typed, 'member'))
    const what = filled(member ? introOfMember : intro, {
      member: member ?? '',
      n: context.options.organisation.answerDays,
    })
    return [`${what} ${free}`]
  },
  done(answer, { lang, options }, typed) {
    const said = pick(lang, words)
    const { name, answerDays } = options.organisation
    const { reference } = answer as CommissionReceiptDto
    return {
      title: said.done,
      body: html`<p>${filled(said.sent, { to: textOf(typed, 'email') ?? '', days: confirmationDays })}</p>
<dl><div><dt>${said.reference}</dt><dd>${reference}</dd></div></dl>
<p>${filled(said.answer, { network: name, n: answerDays })}</p>`,
    }
  },
}

/** The published name of the profile that the form was opened from; a hidden one has none, like one that never was. */
async function memberNamed({ req }: PageContext, slug: string | undefined): Promise<string | null> {
  const row = slug === undefined ? null : await publishedBySlug(req, slug)
  return row ? isolated(row.name) : null
}
