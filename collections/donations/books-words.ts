// Words of the panel by which a donation stands in the books.
import { type Localized, localized } from '../../plugin/i18n/localized.js'

export const panelWords = {
  title: localized('Nei conti', 'In the books'),
  none: localized('Ancora niente.', 'Nothing yet.'),
  uncarried: localized(
    'Era già arrivata quando sono cominciati i conti: si porta dentro con `payload mokor:books --carry`, o da sé alla prossima registrazione.',
    'It had arrived before the books began: `payload mokor:books --carry` brings it in, or the next entry does.',
  ),
  arrive: localized('Registra un arrivo', 'Book an arrival'),
  amount: localized('Importo in euro', 'Amount in euros'),
  day: localized('Giorno', 'Day'),
  dayHelp: localized(
    'Quello del bonifico o del versamento: decide l’anno.',
    'Of the transfer or payment: it decides the year.',
  ),
  mode: localized('Come è arrivata', 'How it came'),
  row: localized('Che cos’è', 'What it is'),
  rows: {
    A4: localized('Donazione', 'Gift'),
    A1: localized('Apporto di chi ha fondato la rete', 'Founders’ money'),
    A6: localized('Contributo di un’azienda o di un ente', 'Contribution of a company or a body'),
  },
  note: localized('Nota', 'Note'),
  correct: localized('Correggi', 'Correct'),
  why: localized('Perché', 'Why'),
  whatHappened: localized('Che cosa è successo', 'What happened'),
  mistake: localized('L’abbiamo registrata per sbaglio', 'We booked it by mistake'),
  bounced: localized('La banca l’ha ripresa', 'The bank took it back'),
  bouncedOn: localized('Ripresa il (solo se è la banca)', 'Taken back on (the bank’s day only)'),
  sure: localized(
    'Si scrive una registrazione contraria: questa resta, e si legge che è annullata.',
    'A counter-entry is written: this one stays, and reads as taken back.',
  ),
  taken: localized('Annullata', 'Taken back'),
  by: (who: string): Localized => localized(`Registrata da ${who}`, `Booked by ${who}`),
  booked: (sum: string): Localized => localized(`Registrata: ${sum}.`, `Booked: ${sum}.`),
  corrected: localized('Corretta, con il suo perché.', 'Corrected, with its reason.'),
  badAmount: localized('Scrivi un importo, per esempio 25 o 12,50.', 'Write an amount, such as 25 or 12.50.'),
  badDay: localized('Scrivi un giorno che sia già venuto.', 'Write a day that has come.'),
  badChoice: localized('Scegli una delle voci.', 'Choose one of these.'),
  badReason: localized('Scrivi perché: resta nei conti.', 'Write why: it stays in the books.'),
  tooMuchCash: localized(
    'In contanti si arriva a meno di 5.000 euro, per legge: da lì in su serve un bonifico o un assegno.',
    'In cash the law allows less than 5,000 euros: from there on it takes a transfer or a cheque.',
  ),
}
