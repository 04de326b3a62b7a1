// The form to ask for a tool, as a page without script.
import { type HtmlForm, textOf } from '../../../plugin/forms/plain-form.js'
import { localized, pick } from '../../../plugin/i18n/localized.js'
import { html } from '../../../plugin/pages/html.js'
import { askForLoan } from './route.js'

export const borrowForm: HtmlForm = {
  name: 'borrow',
  title: localized('Chiedi un attrezzo', 'Ask for a tool'),
  intro: ({ options }) => {
    const { loanDays } = options.organisation
    return [localized(`Si tiene ${loanDays} giorni.`, `It is yours for ${loanDays} days.`)]
  },
  groups: () => [
    {
      title: null,
      fields: [
        { name: 'tool', at: '/tool', kind: 'text', max: 80, label: localized('Che attrezzo serve?', 'Which tool?') },
        { name: 'name', at: '/name', kind: 'text', max: 80, label: localized('Nome e cognome', 'Name') },
        { name: 'email', at: '/email', kind: 'email', max: 254, label: localized('E-mail', 'E-mail') },
      ],
    },
  ],
  button: localized('Chiedi', 'Ask'),
  route: askForLoan,
  read: (values) => ({
    body: { tool: textOf(values, 'tool'), name: textOf(values, 'name'), email: textOf(values, 'email') },
    issues: [],
  }),
  done: (_answer, { lang }) => ({
    title: pick(lang, localized('Manca la conferma', 'Please confirm')),
    body: html`<p>${pick(lang, localized('Il link è nella mail.', 'The link is in the mail.'))}</p>`,
  }),
}
