// Words of the panels of a year of the books.
import { type Localized, localized } from '../../../plugin/i18n/localized.js'

export const yearWords = {
  figures: localized('Le cifre dell’anno', 'The year’s figures'),
  money: localized('Quanto c’è, a fine anno o a oggi', 'What there is, at the end of the year or today'),
  income: localized('Entrate', 'Income'),
  expense: localized('Uscite', 'Expenses'),
  nothing: localized('Niente.', 'Nothing.'),
  book: localized('Registra', 'Book'),
  bookNote: localized(
    'Quello che non è una donazione: le donazioni si registrano dalla loro scheda. Una quota associativa non è un dono, e non dà diritto a una ricevuta per le tasse.',
    'What is not a gift: gifts are booked on their own page. A membership fee is no gift, and gives no receipt for taxes.',
  ),
  loose: localized('Registrate qui', 'Booked here'),
  opening: localized('Da dove si parte', 'Opening balance'),
  openingHelp: localized(
    'Quanto c’era su questo conto prima della prima registrazione.',
    'What was in this account before the first entry.',
  ),
  fee: localized('Quota associativa', 'Membership fee'),
  feeFrom: localized('Di chi', 'Whose'),
  income1: localized('Altra entrata', 'Other income'),
  expense1: localized('Uscita', 'Expense'),
  transfer: localized('Giroconto', 'Between accounts'),
  from: localized('Da', 'From'),
  to: localized('A', 'To'),
  account: localized('Conto', 'Account'),
  amount: localized('Importo in euro', 'Amount in euros'),
  day: localized('Giorno', 'Day'),
  what: localized('Che cosa', 'What'),
  paidFrom: localized('Pagata da', 'Paid from'),
  paidInto: localized('Entrata su', 'Came into'),
  note: localized('Per che cosa', 'What for'),
  voucher: localized('Giustificativo (numero, o dove sta)', 'Voucher (its number, or where it is)'),
  volunteers: localized('Rimborso spese a un volontario', 'A volunteer’s expenses'),
  correct: localized('Correggi', 'Correct'),
  why: localized('Perché', 'Why'),
  sure: localized(
    'Si scrive una registrazione contraria: questa resta, e si legge che è annullata.',
    'A counter-entry is written: this one stays, and reads as taken back.',
  ),
  taken: localized('Annullata', 'Taken back'),
  checkTitle: localized('Controllo', 'Check'),
  checkNote: localized(
    'Riguarda ogni registrazione e ogni donazione, e riscrive le somme delle donazioni da quello che è registrato.',
    'Goes through every entry and every donation, and writes the donations’ sums anew from what is booked.',
  ),
  check: localized('Ricontrolla i conti', 'Check the books again'),
  wrong: localized('Che cosa non torna', 'What does not add up'),
  allWell: localized('Tutto torna.', 'Everything adds up.'),
  mended: (count: number): Localized =>
    localized(
      count === 1 ? 'Una donazione ha di nuovo le sue somme.' : `${count} donazioni hanno di nuovo le loro somme.`,
      count === 1 ? 'One donation has its sums again.' : `${count} donations have their sums again.`,
    ),
  left: (count: number): Localized =>
    localized(
      count === 1 ? 'Una cosa non torna: si legge qui sotto.' : `${count} cose non tornano: si leggono qui sotto.`,
      count === 1
        ? 'One thing does not add up: it is named below.'
        : `${count} things do not add up: they are named below.`,
    ),
  booked: localized('Registrata.', 'Booked.'),
  corrected: localized('Corretta, con il suo perché.', 'Corrected, with its reason.'),
  hasOpening: localized(
    'Questo conto ha già il suo saldo di partenza: se è sbagliato, correggilo qui sotto e scrivilo di nuovo.',
    'This account has its opening balance already: if it is wrong, correct it below and write it again.',
  ),
  sameAccount: localized('Scegli due conti diversi.', 'Choose two different accounts.'),
  badAmount: localized('Scrivi un importo, per esempio 25 o 12,50.', 'Write an amount, such as 25 or 12.50.'),
  badDay: (year: string): Localized =>
    localized(`Scrivi un giorno del ${year} che sia già venuto.`, `Write a day of ${year} that has come.`),
  badChoice: localized('Scegli una delle voci.', 'Choose one of these.'),
  badNote: localized('Scrivi per che cosa: resta nei conti.', 'Write what for: it stays in the books.'),
  badReason: localized('Scrivi perché: resta nei conti.', 'Write why: it stays in the books.'),
  tooMuchCash: localized(
    'In contanti si arriva a meno di 5.000 euro, per legge.',
    'In cash the law allows less than 5,000 euros.',
  ),
}
