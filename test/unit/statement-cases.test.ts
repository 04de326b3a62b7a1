// The acceptance cases of the statement import, by their numbers; what they book is for the ledger's tests.
import { rfReference } from '../../collections/donations/rf.js'
import { type PreviewOptions, previewStatements } from '../../collections/donations/statement/preview.js'
import type { ProposeContext } from '../../collections/donations/statement/proposal.js'
import type { Pledge } from '../../collections/donations/statement/references.js'
import { camtDetail, camtEntry, camtFile, cbiFile, csvFile, iban } from '../support/statement-files.js'

const pledge = (id: string, body: string, more: Partial<Pledge> = {}): Pledge => ({
  id,
  reference: rfReference(body),
  amountCents: 2500,
  frequency: 'once',
  status: 'pledged',
  donorName: `Donatrice ${id}`,
  receivedCents: 0,
  receivedOn: null,
  ...more,
})

const a = pledge('a', 'K7MN4PXW')
const b = pledge('b', 'Q2RT6VXC')
const m = pledge('m', 'H3JK9WZD', { frequency: 'monthly', amountCents: 1000 })
const [refA, refB, refM] = [a.reference, b.reference, m.reference]

const read = (
  files: Uint8Array | Uint8Array[],
  context: Partial<ProposeContext> = {},
  options: Partial<PreviewOptions> = {},
) =>
  previewStatements(
    [files].flat().map((bytes, at) => ({ name: `file-${at}`, bytes })),
    { pledges: [a, b, m], ...context },
    { accounts: [iban], ...options },
  )

const linesOf = (...given: Parameters<typeof read>) => read(...given).statements.flatMap(({ lines }) => lines)
const kindsOf = (...given: Parameters<typeof read>): string[] => linesOf(...given).map(({ proposal }) => proposal.kind)
const said = (...given: Parameters<typeof read>): string =>
  linesOf(...given)
    .flatMap(({ proposal }) => proposal.reasons.map(({ it }) => it))
    .join('; ')
const csv = (...rows: string[]): Uint8Array => csvFile('Data;Valuta;Importo;Descrizione', ...rows)

test('1: CBI’s XML wrapper with the reference in free text', () => {
  const file = camtFile([camtEntry({ cents: 2500, text: `${refA} per la rete` })], { wrapped: true })
  const [line] = linesOf(file)
  expect(line?.proposal).toMatchObject({ kind: 'matched', parts: [{ donation: 'a', cents: 2500 }] })
  expect(line?.proposal.reasons.map(({ it }) => it)).toEqual(['riferimento e importo'])
  expect(line?.references).toEqual([])
})

test('2: CBI records: a reference broken over two, payer and IBAN by their qualifiers', () => {
  const texts = [`:OR1:MARIA PROVA:IB2:${iban}:RI3:DONO ${refA.slice(0, 7)}`, `${refA.slice(7)} :ICO:RSSMRA80A01H501U`]
  const [line] = linesOf(cbiFile([{ cents: 2500, texts }]))
  expect(line).toMatchObject({
    proposal: { kind: 'matched' },
    payer: { name: 'MARIA PROVA', iban, taxCode: 'RSSMRA80A01H501U' },
    text: `DONO ${refA}`,
  })
})

test('2: the other dialect of CBI: who ordered it when, and the remittance in records of their own', () => {
  const texts = ['YYY03032026MARIA PROVA', 'ID1NOTPROVIDED', `RI1${refA} grazie`]
  const [line] = linesOf(cbiFile([{ cents: 2500, texts }]))
  expect(line).toMatchObject({ proposal: { kind: 'matched' }, payer: { name: 'MARIA PROVA' }, ordered: '2026-03-03' })
})

test.each([
  ['3: small letters in groups', `note: ${refA.toLowerCase().replace(/(.{4})/g, '$1 ')}id.operazione: notprovided`],
  ['4: joined with the words around', `CASH Q0G8K.6704330 causale donazione${refA}grazie Bonifico a Vostro favore`],
])('%s', (_, text) => {
  expect(kindsOf(csv(`05/03/2026;05/03/2026;25,00;${text}`))).toEqual(['matched'])
})

test('5: letters for digits in the check are read; the body alone is probable', () => {
  const zero = pledge('o', 'C2DF3GHJ')
  const one = [a, b, zero].find(({ reference }) => /[01]/.test(reference.slice(2, 4)))
  const misread = (one ?? a).reference.replace(
    /^RF(..)/,
    (_, check: string) => `RF${check.replace('1', 'I').replace('0', 'O')}`,
  )
  expect(kindsOf(csv(`05/03/2026;05/03/2026;25,00;${misread}`), { pledges: [a, b, zero] })).toEqual(['matched'])
  expect(kindsOf(csv('05/03/2026;05/03/2026;25,00;dono K7MN4PXW'))).toEqual(['probable'])
})

test('6: one letter wrong is probable with the right amount or name, unknown with neither', () => {
  const slip = `${refA.slice(0, -1)}V`
  expect(kindsOf(csv(`05/03/2026;05/03/2026;25,00;${slip}`))).toEqual(['probable'])
  expect(kindsOf(csv(`05/03/2026;05/03/2026;7,00;${slip}`))).toEqual(['unknown'])
  expect(read(csv(`05/03/2026;05/03/2026;25,00;${slip}`)).statements[0]?.certain.count).toBe(0)
})

test('7: the reference in its own field, or as end-to-end id', () => {
  expect(
    kindsOf(camtFile([camtEntry({ cents: 2500, reference: refA }), camtEntry({ cents: 2500, endToEnd: refB })])),
  ).toEqual(['matched', 'matched'])
})

test('8: another amount is probable, and says so', () => {
  expect(kindsOf(csv(`05/03/2026;05/03/2026;24,00;${refA}`))).toEqual(['probable'])
  expect(said(csv(`05/03/2026;05/03/2026;30,00;${refA}`))).toContain('importo diverso')
})

test('9: two references: divided when the sum is right, unknown when it is not', () => {
  const [line] = linesOf(csv(`05/03/2026;05/03/2026;50,00;${refA} ${refB}`))
  expect(line?.proposal).toMatchObject({ kind: 'split', parts: [{ cents: 2500 }, { cents: 2500 }] })
  expect(kindsOf(csv(`05/03/2026;05/03/2026;49,00;${refA} ${refB}`))).toEqual(['unknown'])
})

test('10: equal lines of a day are two, each with its key', () => {
  const row = `05/03/2026;05/03/2026;12,50;${refA}`
  const lines = linesOf(csv(row, row))
  expect(lines.map(({ proposal }) => proposal.kind)).toEqual(['probable', 'probable'])
  expect(new Set(lines.map(({ key }) => key)).size).toBe(2)
})

test('11, 12: a monthly gift holds as many as come, also when it had stopped', () => {
  const rows = ['05/01/2026', '05/02/2026', '05/03/2026', '02/04/2026', '02/04/2026']
  expect(kindsOf(csv(...rows.map((day) => `${day};${day};10,00;${refM}`)))).toEqual(Array(5).fill('matched'))
  for (const status of ['lapsed', 'ended'])
    expect(kindsOf(csv(`05/03/2026;05/03/2026;10,00;${refM}`), { pledges: [{ ...m, status }] })).toEqual(['matched'])
})

test('13: the same file, one that overlaps, and the same days in another format', () => {
  const rows = [
    `01/03/2026;01/03/2026;25,00;${refA}`,
    '02/03/2026;02/03/2026;9,00;altro',
    '02/03/2026;02/03/2026;9,00;altro',
  ]
  const [first, later] = [csv(...rows.slice(0, 2)), csv(...rows, '09/03/2026;09/03/2026;4,00;nuovo')]
  expect(kindsOf([first, first]).slice(2)).toEqual(['already-booked', 'already-booked'])
  expect(kindsOf([first, later]).slice(2)).toEqual(['already-booked', 'already-booked', 'unknown', 'unknown'])
  const other = cbiFile([{ cents: 2500, booked: '010326', texts: [`RI1${refA}`] }])
  expect(kindsOf([csv(rows[0] ?? ''), other]).slice(1)).toEqual(['twin'])
})

test.each([
  ['Fineco', ['Data;Importo;Descrizione;Stato', `05/03/2026;25,00;${refA};Autorizzato`]],
  ['Intesa', ['Operazioni non contabilizzate;;;', 'Data;Descrizione;Accrediti;Addebiti', `05/03/2026;${refA};25,00;`]],
  [
    'Revolut',
    ['Type,Completed Date,Description,Amount,Fee,Currency,State', `TOPUP,2026-03-05,${refA},25.00,0.00,EUR,PENDING`],
  ],
])('14: %s shows what is not booked yet, never to be booked', (_, rows) => {
  expect(kindsOf(csvFile(...rows))).toEqual(['pending'])
})

test('14: camt in waiting, for information, or of the day', () => {
  expect(kindsOf(camtFile(['PDNG', 'INFO'].map((status) => camtEntry({ cents: 2500, text: refA, status }))))).toEqual([
    'pending',
    'pending',
  ])
  expect(kindsOf(camtFile([camtEntry({ cents: 2500, text: refA })], { kind: '052' }))).toEqual(['pending'])
})

test('15: details that add up are lines of their own, without the entry’s text; others leave it unknown', () => {
  const entry = (second: number): string =>
    camtEntry({
      cents: 42_956,
      info: `raccolta ${refB}`,
      details: camtDetail(32_956, 'uno') + camtDetail(second, 'due'),
    })
  const lines = linesOf(camtFile([entry(10_000)]))
  expect(lines.map(({ cents, text }) => [cents, text])).toEqual([
    [32_956, 'uno'],
    [10_000, 'due'],
  ])
  expect(kindsOf(camtFile([entry(9_000)]))).toEqual(['unknown'])
})

test('16: a transfer that the bank takes back; the balances decide its sign', () => {
  const came = camtEntry({ cents: 2500, text: refA })
  expect(kindsOf(camtFile([came, camtEntry({ cents: -2500, text: refA, reversal: true })]))).toEqual([
    'matched',
    'reversal',
  ])
  expect(kindsOf(camtFile([came, camtEntry({ cents: -2500, text: refA, reason: 'MD06' })]))).toEqual([
    'matched',
    'reversal',
  ])
  const flagged = camtEntry({ cents: 2500, text: refA, reversal: true })
  expect(kindsOf(camtFile([came, flagged], { opening: 1000, closing: 1000 }))).toEqual(['matched', 'reversal'])
})

test.each(['STRIPE PAYMENTS', 'SumUp Payments', 'PayPal Europe'])('17: a payout by %s is no gift', (payer) => {
  const file = camtFile([camtEntry({ cents: 9340, payer, text: 'payout' })])
  expect(kindsOf(file)).toEqual(['payout'])
  const circuit = { Stripe: 'STRIPE', SumUp: 'SumUp', PayPal: 'PayPal' }
  const name = Object.keys(circuit).find((one) => payer.toLowerCase().startsWith(one.toLowerCase())) ?? ''
  expect(said(file, { payouts: [{ circuit: name, cents: 9340 }] })).toContain('torna con gli incassi')
  expect(said(file)).toContain('non sono ancora nei libri')
})

test('18: other currencies, money that goes out, nothing, parts of a cent', () => {
  const entries = [
    camtEntry({ cents: 2500, text: refA, currency: 'USD' }),
    camtEntry({ cents: -2500, text: refA }),
    camtEntry({ cents: 0, text: refA }),
    camtEntry({ cents: 2500, text: refA, amount: '25.005' }),
  ]
  expect(kindsOf(camtFile(entries))).toEqual(['unknown', 'expense', 'ignored', 'unknown'])
  expect(said(camtFile([entries[3] ?? '']))).toContain('25.005')
  const amounts = csv(
    '05/03/2026;05/03/2026;1.000;x',
    '05/03/2026;05/03/2026;26.851,95|;x',
    '05/03/2026;05/03/2026;"30,40\u00a0";x',
  )
  expect(linesOf(amounts).map(({ cents }) => cents)).toEqual([100_000, 2_685_195, 3040])
})

test('19: expired, withdrawn and forgotten pledges count, with a word on it', () => {
  const row = csv(`05/03/2026;05/03/2026;25,00;${refA}`)
  for (const [status, word] of [
    ['expired', 'scaduta'],
    ['withdrawn', 'ritirata'],
  ] as const) {
    expect(kindsOf(row, { pledges: [{ ...a, status, donorName: null }] })).toEqual(['matched'])
    expect(said(row, { pledges: [{ ...a, status }] })).toContain(word)
  }
})

test('20: a refund of ours that quotes a pledge is an expense; another network’s reference is unknown', () => {
  expect(kindsOf(csv(`05/03/2026;05/03/2026;-25,00;rimborso ${refA}`))).toEqual(['expense'])
  const foreign = csv(`05/03/2026;05/03/2026;25,00;${rfReference('T9T9T9T9')}`)
  expect(kindsOf(foreign)).toEqual(['unknown'])
  expect(said(foreign)).toContain('non è di questa rete')
})

test('21: another account is refused; balances that fail; no entries; a notice beside its statement', () => {
  const entry = camtEntry({ cents: 2500, text: refA })
  const other = read(camtFile([entry], { account: 'NL26VAYB8060476890' })).statements[0]
  expect(other).toMatchObject({ lines: [], problem: { it: expect.stringContaining('NL26VAYB8060476890') } })
  const short = read(camtFile([entry], { opening: 0, closing: 5000 })).statements[0]
  expect(short).toMatchObject({ tally: { adds: false, missingCents: 2500 }, certain: { count: 0 } })
  expect(short?.tally.words?.it).toContain('25,00')
  expect(read(camtFile([])).statements[0]?.problem?.it).toContain('Nessun movimento')
  const sum = camtEntry({ cents: 5000, ref: 'E1' })
  const notice = camtEntry({ cents: 5000, ref: 'E1', details: camtDetail(2500, refA) + camtDetail(2500, refB) })
  expect(kindsOf([camtFile([sum]), camtFile([notice], { kind: '054' })])).toEqual(['matched', 'matched'])
})

test('22: old encodings, byte marks, semicolons in quotes, two header rows, a long preamble', () => {
  const table = [
    'Data;;Descrizione;EUR;Caus.',
    'Operaz.;Valuta;;;',
    `05/03/2026;04/03/2026;"Società Perù; ${refA}";25,00;48`,
  ]
  const text = [...Array(26).fill(';;;;'), ...table].join('\r\n')
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
  for (const file of [
    Buffer.from(text, 'latin1'),
    Buffer.from(text),
    utf16,
    Buffer.from(text, 'utf16le'),
    Buffer.from(`\uFEFF${text}`),
  ]) {
    const [line] = linesOf(file)
    expect(line).toMatchObject({ text: `Società Perù; ${refA}`, value: '2026-03-04', cents: 2500, row: 29, code: '48' })
    expect(read(file).statements[0]?.columns).toMatchObject({ booked: 0, value: 1, text: [2], amount: 3 })
  }
})

test('24: the day of a gift is when it was ordered, else its value', () => {
  const [line] = linesOf(camtFile([camtEntry({ cents: 2500, text: refA, booked: '2027-01-02', value: '2026-12-31' })]))
  expect(line).toMatchObject({ on: '2026-12-31', booked: '2027-01-02', proposal: { kind: 'matched' } })
})

test('25: what was marked arrived by hand is tied, not booked again', () => {
  const arrived = { ...a, status: 'received', receivedCents: 2500, receivedOn: '2026-03-07' }
  const byHand = [{ donation: 'a', on: '2026-03-07', cents: 2500 }]
  const row = `05/03/2026;05/03/2026;25,00;${refA}`
  expect(kindsOf(csv(row), { pledges: [arrived], byHand })).toEqual(['already-by-hand'])
  expect(kindsOf(csv('05/03/2026;05/03/2026;25,00;da Donatrice A'), { pledges: [arrived], byHand })).toEqual([
    'already-by-hand',
  ])
  expect(kindsOf(csv(row.replaceAll('05/03', '28/03')), { pledges: [arrived], byHand })).toEqual(['probable'])
})

test('26: a second full amount for one pledge is asked about', () => {
  const rows = [`05/03/2026;05/03/2026;25,00;${refA}`, `06/03/2026;06/03/2026;25,00;${refA}`]
  expect(kindsOf(csv(...rows))).toEqual(['matched', 'probable'])
  const arrived = { ...a, status: 'received', receivedCents: 2500, receivedOn: '2026-02-01' }
  expect(said(csv(rows[0] ?? ''), { pledges: [arrived] })).toContain('già arrivata il 2026-02-01')
})
