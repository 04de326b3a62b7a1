// The books' words: kinds of entries, ways that money comes, accounts and rows of the yearly statement.
import { type Localized, localized } from '../../../plugin/i18n/localized.js'
import type { ViolationKind } from './check.js'
import type { EntryKind, Mode } from './posting.js'

export const kindWords: Record<EntryKind, Localized> = {
  gift: localized('Donazione', 'Gift'),
  refund: localized('Rimborso a chi dona', 'Refund to the donor'),
  reversal: localized('Storno della banca', 'Taken back by the bank'),
  dispute: localized('Contestazione', 'Dispute'),
  fee: localized('Commissione', 'Fee'),
  payout: localized('Accredito di un circuito', 'Payout'),
  expense: localized('Uscita', 'Expense'),
  income: localized('Entrata', 'Income'),
  transfer: localized('Giroconto', 'Transfer between accounts'),
  opening: localized('Da dove si parte', 'Opening balance'),
  'in-kind': localized('In natura', 'In kind'),
  correction: localized('Correzione', 'Correction'),
}

export const modeWords: Record<Mode, Localized> = {
  'bank-transfer': localized('Bonifico', 'Bank transfer'),
  card: localized('Carta', 'Card'),
  'direct-debit': localized('Addebito diretto', 'Direct debit'),
  paypal: localized('PayPal', 'PayPal'),
  satispay: localized('Satispay', 'Satispay'),
  post: localized('Bollettino postale', 'Postal order'),
  cheque: localized('Assegno', 'Cheque'),
  cash: localized('Contanti', 'Cash'),
  'in-kind': localized('In natura', 'In kind'),
}

const incomeNames: Record<string, Localized> = {
  A1: localized('Quote associative e apporti dei fondatori', 'Membership fees and founders’ money'),
  A4: localized('Erogazioni liberali', 'Gifts'),
  A5: localized('Cinque per mille', 'Five per mille of tax'),
  A6: localized('Contributi da soggetti privati', 'Private contributions'),
  A8: localized('Contributi da enti pubblici', 'Public contributions'),
  A10: localized('Altre entrate', 'Other income'),
  C1: localized('Raccolte fondi abituali', 'Regular fundraising'),
  C2: localized('Raccolte fondi occasionali', 'Occasional fundraising'),
  D1: localized('Interessi di conti', 'Bank interest'),
}

const expenseNames: Record<string, Localized> = {
  A1: localized('Materie prime e merci', 'Materials and goods'),
  A2: localized('Servizi', 'Services'),
  A3: localized('Affitti e noleggi', 'Rents and hires'),
  A4: localized('Personale', 'Staff'),
  A5: localized('Uscite diverse', 'Sundry expenses'),
  C1: localized('Raccolte fondi abituali', 'Regular fundraising'),
  C2: localized('Raccolte fondi occasionali', 'Occasional fundraising'),
  D1: localized('Spese della banca', 'Bank charges'),
  E2: localized('Servizi di supporto', 'Support services'),
  E5: localized('Altre spese di supporto', 'Other support expenses'),
  T1: localized('Imposte', 'Taxes'),
}

const fixedNames: Record<string, Localized> = {
  cash: localized('Cassa', 'Cash'),
  stripe: localized('Stripe', 'Stripe'),
  paypal: localized('PayPal', 'PayPal'),
  satispay: localized('Satispay', 'Satispay'),
  opening: localized('Da dove si parte', 'Opening balance'),
  'suspense:unmatched': localized('Da capire', 'Not known yet'),
  'figurative:in': localized('Proventi figurativi', 'Figurative income'),
  'figurative:out': localized('Costi figurativi', 'Figurative costs'),
}

/** What people call an account, with the row of the yearly statement where it is one. */
export function accountWords(account: string): Localized {
  const [family = '', row = ''] = account.split(':')
  if (family === 'bank') return localized(`Banca …${row}`, `Bank …${row}`)
  const names = { income: incomeNames, expense: expenseNames }[family]
  if (!names) return fixedNames[account] ?? localized(account, account)
  const side = family === 'income' ? localized('Entrate', 'Income') : localized('Uscite', 'Expenses')
  const name = names[row]
  return localized(
    name ? `${name.it} (${row})` : `${side.it} ${row}`,
    name ? `${name.en} (${row})` : `${side.en} ${row}`,
  )
}

export const violationWords: Record<ViolationKind, Localized> = {
  entry: localized('non può stare nei conti', 'cannot stand in the books'),
  'double-key': localized('c’è più di una volta', 'is there more than once'),
  'nothing-to-take-back': localized('annulla quello che non c’è', 'takes back what is not there'),
  'no-donation': localized('parla di una donazione che non c’è', 'speaks of a donation that is not there'),
  sums: localized('ha somme diverse dalle sue registrazioni', 'holds other sums than its entries'),
  status: localized('ha uno stato diverso da quello che dicono i conti', 'has another status than its entries say'),
  'not-carried': localized('è arrivata, ma non è nei conti', 'has arrived, and is not in the books'),
  'closed-year': localized(
    'è chiuso, e le sue registrazioni non sono più quelle di allora',
    'is closed, and its entries are not those of then',
  ),
}

export const bookSentences = {
  notKept: localized(
    'Qui i conti non si tengono: questo database non sa annullare più scritture insieme. Servono PostgreSQL o MongoDB con replica set.',
    'No books are kept here: this database cannot take several writes back as one. PostgreSQL or MongoDB with a replica set can.',
  ),
  twice: localized(
    'Questa registrazione c’è già, con altri importi: ricarica la pagina.',
    'This entry is there already, with other amounts: reload the page.',
  ),
  corrected: localized('È già corretta: ricarica la pagina.', 'It is corrected already: reload the page.'),
  unknown: localized('Questa registrazione non c’è: ricarica la pagina.', 'There is no such entry: reload the page.'),
}
