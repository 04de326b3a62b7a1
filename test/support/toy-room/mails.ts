// Mails about a loan, and the page of the link that confirms it.
import type { LinkContext, LinkView } from '../../../plugin/definitions/link.js'
import type { MailDefinition } from '../../../plugin/definitions/mail.js'
import { type Localized, localized, pick } from '../../../plugin/i18n/localized.js'
import { confirmation, readLoan, transition } from './transition.js'
import type { Loan } from './types.js'

export type LoanMail = 'loan-confirm' | 'loan-lent'

const mail = (status: Loan['status'], subject: Localized, text: Localized): MailDefinition => ({
  document: 'loans',
  async render({ req, target, lang, link }) {
    const loan = await readLoan(req, target)
    if (loan?.status !== status) return null
    const label = pick(lang, localized('Guarda e conferma', 'Look and confirm'))
    return {
      to: { address: loan.email, name: loan.name },
      subject: `${pick(lang, subject)}: ${loan.tool}`,
      paragraphs: [pick(lang, text)],
      ...(link && { action: { label, url: link } }),
    }
  },
})

export const loanMails: Record<LoanMail, MailDefinition> = {
  'loan-confirm': mail(
    'unconfirmed',
    localized('Conferma il prestito', 'Confirm the loan'),
    localized('Manca solo la conferma.', 'Only your confirmation is missing.'),
  ),
  'loan-lent': mail(
    'lent',
    localized('È tuo in prestito', 'It is yours for a while'),
    localized('Riportalo com’era.', 'Bring it back as it was.'),
  ),
}

const view =
  (title: Localized, button?: Localized) =>
  ({ lang }: Pick<LinkContext, 'lang'>, { tool }: Loan): LinkView => ({
    title: pick(lang, title),
    paragraphs: [tool],
    buttons: button ? [{ name: 'confirm', label: pick(lang, button) }] : [],
  })

export const loanLinks = {
  'confirm-loan': confirmation.page({
    read: ({ req, target }) => readLoan(req, target),
    question: view(localized('Un prestito da confermare', 'A loan to confirm'), localized('Confermo', 'I confirm')),
    answer: view(localized('Il prestito', 'The loan')),
    thanks: view(localized('Prestito chiesto', 'Loan asked for')),
    gone: (lang) => ({ title: pick(lang, localized('Non c’è più', 'Gone')), paragraphs: [], buttons: [] }),
    owes: () => [],
    confirm: ({ req }, loan, at) => transition(req, loan, 'confirm', { by: 'client', at }),
    renew: (req, loan, at) => confirmation.ask(req, loan, { at }),
  }),
}
