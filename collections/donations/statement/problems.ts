// What people read when a bank's file, or a line of it, cannot be taken.
import { type Localized, localized } from '../../../plugin/i18n/localized.js'
import { StatementError } from './types.js'

const at = (row: number): Localized => localized(`Riga ${row}: `, `Line ${row}: `)

const onRow = (row: number, it: string, en: string): StatementError =>
  new StatementError(localized(at(row).it + it, at(row).en + en), row)

const ofFile = (it: string, en: string): StatementError => new StatementError(localized(it, en))

export const problems = {
  tooLarge: (megabytes: number) =>
    ofFile(
      `Il file supera ${megabytes} MB. Scarica dalla banca un periodo più breve, per esempio un mese.`,
      `The file is larger than ${megabytes} MB. Download a shorter period from the bank, a month for instance.`,
    ),
  tooLargeUnzipped: (megabytes: number) =>
    ofFile(
      `Il file XLSX, aperto, supera ${megabytes} MB. Scarica dalla banca un periodo più breve, o salvalo come CSV.`,
      `Unpacked, the XLSX file is larger than ${megabytes} MB. Download a shorter period from the bank, or save it as CSV.`,
    ),
  tooManyRows: (rows: number) =>
    ofFile(
      `Il file ha più di ${rows} righe. Scarica dalla banca un periodo più breve.`,
      `The file has more than ${rows} rows. Download a shorter period from the bank.`,
    ),
  tooManyEntries: (entries: number) =>
    ofFile(
      `Il file ha più di ${entries} movimenti. Scarica dalla banca un periodo più breve.`,
      `The file has more than ${entries} entries. Download a shorter period from the bank.`,
    ),
  empty: () =>
    ofFile(
      'Il file è vuoto. Scaricalo di nuovo dalla banca.',
      'The file is empty. Download it from the bank once more.',
    ),
  noEntries: () =>
    localized(
      'Nessun movimento in questo file: controlla il periodo scelto in banca.',
      'No movements in this file: check the period chosen at the bank.',
    ),
  unknownFormat: () =>
    ofFile(
      'Non riconosco questo file. Dalla banca scarica i movimenti come CBI (RH), CAMT (XML), CSV o XLSX.',
      'This file is of no known kind. From the bank, download the movements as CBI (RH), CAMT (XML), CSV or XLSX.',
    ),
  oldExcel: () =>
    ofFile(
      'È un file Excel di vecchio tipo (.xls). Aprilo e salvalo come XLSX o CSV, poi caricalo di nuovo.',
      'This is an Excel file of the old kind (.xls). Open it, save it as XLSX or CSV, and give it again.',
    ),
  pdf: () =>
    ofFile(
      'È un PDF, che si può solo leggere. Dalla banca scarica i movimenti come CBI (RH), CAMT (XML), CSV o XLSX.',
      'This is a PDF, to be read only. From the bank, download the movements as CBI (RH), CAMT (XML), CSV or XLSX.',
    ),
  brokenZip: () =>
    ofFile(
      'Il file XLSX è rovinato o protetto da password. Scaricalo di nuovo dalla banca, o salvalo come CSV.',
      'The XLSX file is damaged or protected by a password. Download it again from the bank, or save it as CSV.',
    ),
  noSheet: () =>
    ofFile(
      'Il file XLSX non contiene fogli con dati. Salvalo come CSV e caricalo di nuovo.',
      'The XLSX file holds no sheet with data. Save it as CSV and give it again.',
    ),
  brokenXml: (row: number) =>
    onRow(
      row,
      'il file XML si interrompe o è rovinato. Scaricalo di nuovo dalla banca, senza aprirlo con altri programmi.',
      'the XML file breaks off or is damaged. Download it again from the bank, without opening it in other programs.',
    ),
  doctype: (row: number) =>
    onRow(
      row,
      'il file XML contiene definizioni (DOCTYPE) che le banche non usano, e per sicurezza non lo leggo. Scaricalo di nuovo dalla banca.',
      'the XML file holds definitions (DOCTYPE) that banks do not use; for safety it is not read. Download it again from the bank.',
    ),
  noCamt: () =>
    ofFile(
      'È un file XML, ma non un estratto conto CAMT (052, 053, 054). In banca cerca «rendicontazione» o «camt.053».',
      'This is an XML file, but no CAMT statement (052, 053, 054). Look for “camt.053” at the bank.',
    ),
  noReport: () =>
    ofFile(
      'Il file CAMT non contiene nessun conto. Controlla in banca il periodo scelto e scaricalo di nuovo.',
      'The CAMT file holds no account. Check the period chosen at the bank, and download it again.',
    ),
  brokenCsv: (row: number) =>
    onRow(
      row,
      'le virgolette non si chiudono. Scarica di nuovo il file dalla banca, senza aprirlo con altri programmi.',
      'a quotation mark is never closed. Download the file again from the bank, without opening it in other programs.',
    ),
  brokenRecord: (row: number) =>
    onRow(
      row,
      'il record CBI è più corto del previsto o rovinato. Scarica di nuovo il file dalla banca.',
      'the CBI record is shorter than it should be, or damaged. Download the file again from the bank.',
    ),
  missingRecords: (row: number, said: number, found: number) =>
    onRow(
      row,
      `la coda del file dichiara ${said} record, ma ce ne sono ${found}: mancano delle righe. Scaricalo di nuovo dalla banca.`,
      `the file’s end declares ${said} records, and there are ${found}: rows are missing. Download it again from the bank.`,
    ),
  unknownColumns: () =>
    ofFile(
      'Non capisco quali colonne sono la data e l’importo. Indica tu le colonne: data, importo (o entrate e uscite), descrizione.',
      'Which columns hold the day and the amount is not clear. Name them yourself: date, amount (or in and out), text.',
    ),
  unknownColumn: (name: string) =>
    ofFile(
      `Nel file non c’è la colonna «${name}». Scrivila come sta nell’intestazione, o con il suo numero: la prima è 1.`,
      `The file has no column “${name}”. Write it as its header does, or by its number: the first is 1.`,
    ),
  ambiguousDecimals: (row: number, cell: string) =>
    onRow(
      row,
      `«${cell}» può essere letto in due modi. Indica se i decimali sono dopo la virgola o dopo il punto.`,
      `“${cell}” can be read in two ways. Say whether decimals follow a comma or a full stop.`,
    ),
  mixedDecimals: (row: number, cell: string) =>
    onRow(
      row,
      `«${cell}» non è scritto come gli altri importi della colonna (virgola e punto si scambiano). Indica se i decimali sono dopo la virgola o dopo il punto, o correggi la riga.`,
      `“${cell}” is not written like the column’s other amounts (comma and full stop change places). Say whether decimals follow a comma or a full stop, or correct the line.`,
    ),
}

/** Of one line; the others of the file are read. */
export const lineProblems = {
  amount: (row: number, cell: string): Localized =>
    localized(
      `Riga ${row}: «${cell}» non è un importo in centesimi interi. Controllalo in banca: questa riga non si registra.`,
      `Line ${row}: “${cell}” is no amount in whole cents. Check it at the bank: this line is not booked.`,
    ),
  day: (row: number, cell: string): Localized =>
    localized(
      `Riga ${row}: «${cell}» non è un giorno del calendario. Controllalo in banca: questa riga non si registra.`,
      `Line ${row}: “${cell}” is no day of the calendar. Check it at the bank: this line is not booked.`,
    ),
  noDay: (row: number): Localized =>
    localized(
      `Riga ${row}: manca il giorno. Controllalo in banca: questa riga non si registra.`,
      `Line ${row}: the day is missing. Check it at the bank: this line is not booked.`,
    ),
  details: (row: number): Localized =>
    localized(
      `Riga ${row}: i dettagli non danno la somma del movimento. Guarda in banca di quali bonifici si compone.`,
      `Line ${row}: its details do not add up to the entry. See at the bank which transfers it is made of.`,
    ),
}
