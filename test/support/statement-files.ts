// Bank files as banks write them, made from what a test wants in them: CBI records, camt, CSV, XLSX.
import { deflateRawSync } from 'node:zlib'

export const iban = 'IT60X0542811101000000123456'

const euros = (cents: number): string => (Math.abs(cents) / 100).toFixed(2)
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

interface CbiLine {
  cents: number
  booked?: string
  value?: string
  /** Texts of its records 63. */
  texts?: string[]
  code?: string
}

const cbiAmount = (cents: number): string => euros(cents).replace('.', ',').padStart(15, '0')
const sign = (cents: number): string => (cents < 0 ? 'D' : 'C')
const place = (...parts: [number, string][]): string =>
  ` ${parts.reduce((line, [at, text]) => line.padEnd(at) + text, '').padEnd(119)}`

/** A whole file of one account; `closing` as the lines give it unless said. */
export function cbiFile(lines: CbiLine[], { opening = 100_000, closing }: { opening?: number; closing?: number } = {}) {
  const end = closing ?? lines.reduce((sum, { cents }) => sum + cents, opening)
  const movements = lines.flatMap(({ cents, booked = '050326', value = booked, texts = [], code = '48' }, at) => [
    place(
      [0, '62'],
      [2, '0000001'],
      [9, String(at + 1).padStart(3, '0')],
      [12, booked],
      [18, value],
      [24, sign(cents)],
      [25, cbiAmount(cents)],
      [40, code],
    ),
    ...texts.map((text) => place([0, '63'], [2, '0000001'], [9, String(at + 1).padStart(3, '0')], [12, text])),
  ])
  const records = [
    place([0, 'RH'], [2, '03069']),
    place(
      [0, '61'],
      [2, '0000001'],
      [50, 'X0542811101000000123456'],
      [73, 'EUR'],
      [76, '010326'],
      [82, sign(opening)],
      [83, cbiAmount(opening)],
      [98, 'IT60'],
    ),
    ...movements,
    place([0, '64'], [2, '0000001'], [9, 'EUR'], [12, '310326'], [18, sign(end)], [19, cbiAmount(end)]),
  ]
  return bytes(`${[...records, place([0, 'EF'], [81, String(records.length + 1).padStart(7, '0')])].join('\r\n')}\r\n`)
}

interface CamtOptions {
  kind?: '052' | '053' | '054'
  opening?: number | null
  closing?: number | null
  account?: string
  /** As CBI wraps it, with a prefix on every element. */
  wrapped?: boolean
}

const containers = {
  '052': ['BkToCstmrAcctRpt', 'Rpt'],
  '053': ['BkToCstmrStmt', 'Stmt'],
  '054': ['BkToCstmrDbtCdtNtfctn', 'Ntfctn'],
} as const

export function camtFile(
  entries: string[],
  { kind = '053', opening = null, closing = null, account = iban, wrapped = false }: CamtOptions = {},
): Uint8Array {
  const [message, report] = containers[kind]
  const balance = (code: string, cents: number | null): string =>
    cents === null
      ? ''
      : `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${euros(cents)}</Amt><CdtDbtInd>${cents < 0 ? 'DBIT' : 'CRDT'}</CdtDbtInd><Dt><Dt>2026-03-01</Dt></Dt></Bal>`
  const body = `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.${kind}.001.08"><${message}><GrpHdr><MsgId>1</MsgId></GrpHdr><${report}><Acct><Id><IBAN>${account}</IBAN></Id><Ccy>EUR</Ccy></Acct>${balance('OPBD', opening)}${balance('CLBD', closing)}${entries.join('\n')}</${report}></${message}></Document>`
  if (!wrapped) return bytes(`<?xml version="1.0" encoding="UTF-8"?>\n${body}`)
  const prefixed = body.replace(/<(\/?)(?!\/)([A-Z])/g, '<$1NS2:$2').replace('xmlns=', 'xmlns:NS2=')
  return bytes(
    `<?xml version="1.0"?><CBIDlyStmtReqLogMsg xmlns="urn:CBI"><CBIHdrTrt/>${prefixed}</CBIDlyStmtReqLogMsg>`,
  )
}

interface CamtEntry {
  cents: number
  text?: string
  reference?: string
  endToEnd?: string
  payer?: string
  booked?: string
  value?: string
  status?: string
  currency?: string
  amount?: string
  reversal?: boolean
  reason?: string
  ref?: string
  /** Way of the money, where it is not the sign's. */
  mark?: 'CRDT' | 'DBIT'
  details?: string
  info?: string
}

export const camtEntry = ({
  cents,
  text = '',
  reference,
  endToEnd = '-',
  payer = 'Donatrice Prova',
  booked = '2026-03-05',
  value = booked,
  status = 'BOOK',
  currency = 'EUR',
  amount = euros(cents),
  reversal = false,
  reason,
  ref,
  mark = cents < 0 ? 'DBIT' : 'CRDT',
  details,
  info,
}: CamtEntry): string =>
  `<Ntry><Amt Ccy="${currency}">${amount}</Amt><CdtDbtInd>${mark}</CdtDbtInd>${reversal ? '<RvslInd>true</RvslInd>' : ''}<Sts>${status}</Sts><BookgDt><Dt>${booked}</Dt></BookgDt><ValDt><Dt>${value}</Dt></ValDt>${ref ? `<AcctSvcrRef>${ref}</AcctSvcrRef>` : ''}<NtryDtls>${
    details ??
    `<TxDtls><Refs><EndToEndId>${endToEnd}</EndToEndId></Refs><RltdPties><${cents < 0 ? 'Cdtr' : 'Dbtr'}><Nm>${payer}</Nm></${cents < 0 ? 'Cdtr' : 'Dbtr'}></RltdPties><RmtInf>${text ? `<Ustrd>${text}</Ustrd>` : ''}${reference ? `<Strd><CdtrRefInf><Ref>${reference}</Ref></CdtrRefInf></Strd>` : ''}</RmtInf>${reason ? `<RtrInf><Rsn><Cd>${reason}</Cd></Rsn></RtrInf>` : ''}</TxDtls>`
  }</NtryDtls>${info ? `<AddtlNtryInf>${info}</AddtlNtryInf>` : ''}</Ntry>`

export const camtDetail = (cents: number, text: string): string =>
  `<TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs><Amt Ccy="EUR">${euros(cents)}</Amt><CdtDbtInd>CRDT</CdtDbtInd><RmtInf><Ustrd>${text}</Ustrd></RmtInf></TxDtls>`

export const csvFile = (...lines: string[]): Uint8Array => bytes(`${lines.join('\n')}\n`)

/** A cell's XML, or its text. */
export function xlsxFile(rows: (string | number | { xml: string })[][], { styles = '' } = {}): Uint8Array {
  const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
  const cell = (value: string | number | { xml: string }, at: string): string =>
    typeof value === 'object'
      ? value.xml.replace('<c', `<c r="${at}"`)
      : typeof value === 'number'
        ? `<c r="${at}"><v>${value}</v></c>`
        : `<c r="${at}" t="inlineStr"><is><t>${escaped(value)}</t></is></c>`
  const sheet = `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows
    .map(
      (cells, row) =>
        `<row r="${row + 1}">${cells.map((value, column) => cell(value, `${String.fromCharCode(65 + column)}${row + 1}`)).join('')}</row>`,
    )
    .join('')}</sheetData></worksheet>`
  return zipOf({
    'xl/workbook.xml': '<workbook/>',
    'xl/styles.xml': `<styleSheet>${styles}</styleSheet>`,
    'xl/worksheets/sheet1.xml': sheet,
  })
}

export function zipOf(files: Record<string, string | Buffer>, lie?: { size: number }): Uint8Array {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(files)) {
    const plain = Buffer.from(content)
    const packed = deflateRawSync(plain)
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    head.writeUInt16LE(8, 8)
    head.writeUInt32LE(packed.length, 18)
    head.writeUInt32LE(plain.length, 22)
    head.writeUInt16LE(name.length, 26)
    local.push(head, Buffer.from(name), packed)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt32LE(lie?.size ?? plain.length, 24)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt32LE(offset, 42)
    central.push(entry, Buffer.from(name))
    offset += 30 + name.length + packed.length
  }
  const size = central.reduce((sum, { length }) => sum + length, 0)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Object.keys(files).length, 8)
  end.writeUInt16LE(Object.keys(files).length, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...local, ...central, end])
}
