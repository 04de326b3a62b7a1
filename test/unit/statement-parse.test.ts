// Bank files that others wrote, and files that mean harm: read right, or refused in words that help.
import fs from 'node:fs'
import path from 'node:path'
import { readStatementWords } from '../../collections/donations/commands/statement.js'
import { parseStatement } from '../../collections/donations/statement/parse.js'
import type { TableOptions } from '../../collections/donations/statement/table.js'
import { type Statement, StatementError } from '../../collections/donations/statement/types.js'
import { camtEntry, camtFile, cbiFile, csvFile, xlsxFile, zipOf } from '../support/statement-files.js'

const samples = path.join(import.meta.dirname, '../support/bank-samples')
const read = (file: string): Statement[] => parseStatement(fs.readFileSync(path.join(samples, file)))

const sumOf = ({ lines }: Statement): number => lines.reduce((sum, { cents }) => sum + (cents ?? 0), 0)

function refusal(bytes: Uint8Array, options: TableOptions = {}): StatementError {
  try {
    parseStatement(bytes, options)
  } catch (error) {
    if (error instanceof StatementError) return error
    throw error
  }
  throw new Error('it was read')
}

/** File, lines, sum of their cents, opening, closing; counted by hand. */
test.each<[string, number, number, number | null, number | null]>([
  ['csv/csv_bancaannia_example_format1_20230619.csv', 55, 3_010_431, null, null],
  ['csv/csv_bps_example_format1_20150227.csv', 40, -4_493_721, 6_585_604, 2_091_883],
  ['csv/csv_intesa_example_format1_20240527.csv', 3, 4043, null, null],
  ['csv/csv_intesa_example_format2_20251211.csv', 5, -260, 11_100, 111_100],
  ['csv/csv_intesa_example_formatCc1_20241227.csv', 4, -13_953, null, null],
  ['csv/csv_unicredit_example_format1_20240521.csv', 3, -261_734, null, null],
  ['csv/csv_unicredit_example_format2_20250225.csv', 20, -805_025, null, null],
  ['csv/finecobank_example_02.csv', 10, 117_227, null, null],
  ['csv/xls_bancadelpiemonte_example_format1_20241230.csv', 9, 75_261, null, null],
  ['csv/xls_bancadelpiemonte_example_formatCc1_20241230.csv', 11, 13_151, null, null],
  ['csv/xls_creditagricole_example_format1_20241230.csv', 4, -5003, 62_789, 62_710],
  ['camt/camt053.v2.five.decimals.xml', 1, 885, 1815, 2705],
  ['camt/camt053.v2.minimal.xml', 1, 885, 1815, null],
  ['camt/camt053.v8.xml', 1, 885, 1815, null],
  ['camt/camt052.v1.xml', 1, -20_000_000, null, null],
  ['camt/camt054.v4.xml', 1, -20_000_000, null, null],
  ['camt/camt53.only-Dt-with-DtTm.xml', 0, 0, 544_209, null],
])('%s', (file, lines, sum, opening, closing) => {
  const [statement] = read(file)
  expect(statement?.lines.length).toBe(lines)
  expect(sumOf(statement as Statement)).toBe(sum)
  expect([statement?.opening, statement?.closing]).toEqual([opening, closing])
  expect(statement?.lines.filter(({ problem }) => problem && !file.includes('054'))).toEqual([])
})

test('every camt sample is read, with its account; the broken one says that it holds none', () => {
  for (const name of fs.readdirSync(path.join(samples, 'camt')).filter((one) => one.endsWith('.xml'))) {
    if (name.includes('wrong')) expect(() => read(`camt/${name}`)).toThrow('holds no account')
    else for (const { account } of read(`camt/${name}`)) expect(account.iban ?? account.name).toBeTruthy()
  }
  expect(read('camt/camt053.v2.multi.statement.xml').map(sumOf)).toEqual([885, -700])
})

test('lines that the bank has not booked, amounts in another currency and broken signs between thousands', () => {
  const [intesa] = read('csv/csv_intesa_example_format1_20232209.csv')
  expect(intesa?.lines.filter(({ status }) => status === 'booked')).toEqual([])
  expect(intesa?.lines.filter(({ problem }) => problem)).toEqual([])
  expect(intesa?.lines.find(({ row }) => row === 44)?.cents).toBe(-100_000)
  expect(read('csv/csv_bps_example_format1_20150227.csv')[0]?.account.currency).toBe('CHF')
})

test('CBI: balances, several accounts, the count of its records', () => {
  const [statement] = parseStatement(cbiFile([{ cents: 2500 }, { cents: -300, code: '16' }]))
  expect(statement).toMatchObject({
    format: 'cbi',
    account: { iban: 'IT60X0542811101000000123456', currency: 'EUR' },
    opening: 100_000,
    closing: 102_200,
    from: '2026-03-01',
    to: '2026-03-31',
  })
  expect(statement?.lines.map(({ cents, booked, code }) => [cents, booked, code])).toEqual([
    [2500, '2026-03-05', '48'],
    [-300, '2026-03-05', '16'],
  ])
  const two = Buffer.concat([cbiFile([{ cents: 100 }]), cbiFile([{ cents: 200 }])])
  expect(parseStatement(two).map(sumOf)).toEqual([100, 200])
  const cut = Buffer.from(cbiFile([{ cents: 2500, texts: ['RI1a', 'RI1b'] }]))
    .toString()
    .split('\r\n')
  expect(refusal(Buffer.from(cut.toSpliced(4, 1).join('\r\n'))).words.it).toContain('mancano delle righe')
  expect(refusal(Buffer.from(cut.toSpliced(2, 1, ' 62broken').join('\r\n'))).row).toBe(3)
})

test('XLSX: days and numbers of cells, shared texts, a formula’s saved value', () => {
  const styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>'
  const file = xlsxFile(
    [
      ['Conto: 1'],
      ['Data', 'Descrizione', 'Importo'],
      [{ xml: '<c s="1"><v>46086</v></c>' }, '=cmd()', { xml: '<c><v>-2.3999999999999999</v></c>' }],
      ['06/03/2026', '<script>alert(1)</script>', { xml: '<c><f>1+1</f><v>1234.5</v></c>' }],
    ],
    { styles },
  )
  const [statement] = parseStatement(file)
  expect(statement?.lines).toMatchObject([
    { booked: '2026-03-05', cents: -240, text: '=cmd()' },
    { booked: '2026-03-06', cents: 123_450, text: '<script>alert(1)</script>' },
  ])
})

test.each<[string, string[], Partial<Statement['lines'][number]>]>([
  [
    'BancoPosta',
    [
      'Data;Valuta;Addebiti;Accrediti;Descrizione operazioni',
      '31/03/26;31/03/26;;1,00;SALDO FINALE',
      '05/03/26;05/03/26;;"26.851,95|";DA ROSSI PER dono',
    ],
    { cents: 2_685_195, booked: '2026-03-05' },
  ],
  [
    'Sondrio',
    [
      '"Data";"Valuta";"Causale";"Descrizione";"Importo";"Divisa"',
      '"05/03/2026";"05/03/2026";"48";"x";"+2520.00";"EUR"',
    ],
    { cents: 252_000 },
  ],
  [
    'ING',
    [
      'DATA CONTABILE;DATA VALUTA;USCITE;ENTRATE;CAUSALE;DESCRIZIONE OPERAZIONE',
      '05/03/2026;05/03/2026;;€ 25,00;BONIFICO;x',
    ],
    { cents: 2500 },
  ],
  [
    'BNL',
    ['Data operazione;Data valuta;Causale / Descrizione operazione;Importo (EUR)', '05/03/2026;05/03/2026;x;+1800,00'],
    { cents: 180_000 },
  ],
  [
    'N26',
    [
      '"Booking Date","Value Date","Partner Name","Partner Iban",Type,"Payment Reference","Account Name","Amount (EUR)"',
      '2026-03-05,2026-03-05,"Maria Prova",IT60X0542811101000000123456,Credit,dono,Main,25.0',
    ],
    { cents: 2500, text: 'dono' },
  ],
  [
    'Revolut',
    [
      'Type,Product,Started Date,Completed Date,Description,Amount,Fee,Currency,State,Balance',
      'TOPUP,Current,2026-03-05 10:00:00,2026-03-05 10:00:01,dono,25.00,0.50,EUR,COMPLETED,24.50',
    ],
    { cents: 2500, feeCents: -50, status: 'booked' },
  ],
  [
    'Wise',
    [
      'TransferWise ID,Date,Date Time,Amount,Currency,Description,Payment Reference,Running Balance',
      'T-1,05-03-2026,05-03-2026 10:00:00,25.00,EUR,Received money,dono,25.00',
    ],
    { cents: 2500, bankRef: 'T-1', text: 'Received money dono' },
  ],
  [
    'PayPal',
    [
      '"Data","Orario","Fuso orario","Nome","Tipo","Stato","Valuta","Lordo","Tariffa","Netto","Codice transazione","Oggetto"',
      '"05/03/2026","10:00:00","CET","Maria Prova","Pagamento","Completata","EUR","25,00","-1,20","23,80","8XY","dono"',
    ],
    { cents: 2500, feeCents: -120, bankRef: '8XY', status: 'booked' },
  ],
  [
    'Satispay',
    [
      'id,name,state,kind,date,amount,currency,extra info',
      'x1,Maria,✅ APPROVED,Persona,24 lug 2024. 02:59:45,"30,40 ",EUR,dono 🎁',
    ],
    { cents: 3040, booked: '2024-07-24', status: 'booked' },
  ],
  ['Swiss marks', ['Date;Description;Credit;Debit', "05.03.2026;x;1'025.50;"], { cents: 102_550 }],
  [
    'without a header',
    ['05/03/2026;06/03/2026;bonifico;25,00', '06/03/2026;06/03/2026;altro;-3,10'],
    { cents: 2500, value: '2026-03-06', text: 'bonifico' },
  ],
])('CSV of %s', (_, rows, line) => {
  expect(parseStatement(csvFile(...rows))[0]?.lines[0]).toMatchObject(line)
})

test('columns that nobody knows are asked for, and read as told', () => {
  const file = csvFile(
    'quando;quanto;saldo prima;che cosa',
    '05/03/2026;25,00;10,00;dono',
    '06/03/2026;3,00;35,00;altro',
  )
  expect(refusal(file).words.it).toContain('Indica tu le colonne')
  const columns = { booked: 'Quando', amount: '2', text: 'che cosa' }
  expect(parseStatement(file, { columns })[0]?.lines).toMatchObject([{ cents: 2500, text: 'dono' }, { cents: 300 }])
  expect(refusal(file, { columns: { ...columns, amount: 'euro' } }).words.it).toContain('«euro»')
})

test('an amount that can be read in two ways is asked about', () => {
  const file = csvFile('Data;Importo;Descrizione', '05/03/2026;1.000;x')
  expect(refusal(file)).toMatchObject({ row: 2, words: { it: expect.stringContaining('«1.000»') } })
  expect(parseStatement(file, { decimal: ',' })[0]?.lines[0]?.cents).toBe(100_000)
  expect(
    refusal(csvFile('Data;Importo;Descrizione', '05/03/2026;12.41;x', '05/03/2026;1.438,74;x')).words.en,
  ).toContain('change places')
})

test('a day or an amount that does not exist is said of its line alone', () => {
  const [statement] = parseStatement(
    csvFile('Data;Importo;Descrizione', '31/02/2026;25,00;x', '05/03/2026;abc;x', '05/03/2026;7,00;x'),
  )
  expect(statement?.lines.map(({ problem }) => problem?.it.slice(0, 20))).toEqual([
    'Riga 2: «31/02/2026»',
    'Riga 3: «abc» non è ',
    undefined,
  ])
})

const million = (): Buffer =>
  Buffer.from(`<worksheet><sheetData>${'<row><c><v>1</v></c></row>'.repeat(1_000_000)}</sheetData></worksheet>`)

test.each<[string, () => Uint8Array, string]>([
  [
    'entities',
    () =>
      Buffer.from('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><Document>&b;</Document>'),
    'DOCTYPE',
  ],
  [
    'an entity without its definition',
    () => Buffer.from(Buffer.from(camtFile([camtEntry({ cents: 100, text: '&boom;' })]))),
    'rovinato',
  ],
  ['XML that breaks off', () => camtFile([camtEntry({ cents: 100 })]).slice(0, 300), 'rovinato'],
  ['other XML', () => Buffer.from('<html><body/></html>'), 'CAMT'],
  ['60 MB', () => Buffer.alloc(60 * 1024 * 1024, 'a'), '32 MB'],
  ['a zip that swells', () => zipOf({ 'xl/worksheets/sheet1.xml': Buffer.alloc(60 * 1024 * 1024) }), '50 MB'],
  [
    'a zip that lies about it',
    () => zipOf({ 'xl/worksheets/sheet1.xml': Buffer.alloc(60 * 1024 * 1024) }, { size: 100 }),
    '50 MB',
  ],
  ['a zip of a million rows', () => zipOf({ 'xl/worksheets/sheet1.xml': million() }), '100000 righe'],
  ['a million lines', () => Buffer.from('01/01/2026;1,00;x\n'.repeat(1_000_000)), '100000 righe'],
  ['a broken zip', () => xlsxFile([['Data']]).slice(0, 200), 'rovinato'],
  ['broken bytes', () => Buffer.from([1, 2, 3, 0, 0, 0, 7, 8, 9, 200, 201, 0, 0, 0, 0, 5]), 'CBI (RH)'],
  ['old Excel', () => Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), '.xls'],
  ['a PDF', () => Buffer.from('%PDF-1.7'), 'PDF'],
  [
    'an open quotation mark',
    () => csvFile('Data;Importo;Descrizione', '05/03/2026;1,00;"x', '05/03/2026;2,00;y'),
    'virgolette',
  ],
  ['nothing', () => new Uint8Array(), 'vuoto'],
])('%s is refused in words, soon', (_, make, word) => {
  const bytes = make()
  const began = performance.now()
  const { words } = refusal(bytes)
  expect(words.it).toContain(word)
  expect(words.en).not.toBe(words.it)
  // A second when nothing else runs; tests do run beside it.
  expect(performance.now() - began).toBeLessThan(4000)
})

test('the command’s words', () => {
  expect(
    readStatementWords(['a.csv', '--columns', 'booked=Data;text=Causale,Note', '--decimal', ',', '--lang', 'en']),
  ).toEqual({
    files: ['a.csv'],
    columns: { booked: 'Data', text: 'Causale,Note' },
    decimal: ',',
    lang: 'en',
  })
  for (const wrong of [
    [],
    ['a', '--lang', 'fr'],
    ['a', '--account', 'IT00'],
    ['a', '--columns', 'day=1'],
    ['a', '--decimal'],
  ])
    expect(() => readStatementWords(wrong)).toThrow('payload mokor:statement')
})
