// A year's bank lines from a seed: gifts written in every way that banks and donors have, among strangers, payouts and traps.
import { rfReference } from '../../collections/donations/rf.js'
import type { ProposedLine } from '../../collections/donations/statement/proposal.js'
import type { Pledge } from '../../collections/donations/statement/references.js'
import { random } from './generated-profiles.js'

/** What a line is in truth. */
interface Truth {
  /** The donation that it is a whole gift for; null for whatever must not be booked by itself. */
  gift: string | null
  /** The donation whose body stands in it unharmed, as money that came. */
  body: string | null
}

export interface GeneratedStatement {
  pledges: Pledge[]
  file: Uint8Array
  truths: Truth[]
}

const alphabet = '23456789CDFGHJKMNPQRTVWXYZ'
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'

export function generatedStatement(seed: number, count: number): GeneratedStatement {
  const next = random(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T
  const signs = (from: string, length: number): string => Array.from({ length }, () => pick([...from])).join('')
  const amounts = [500, 1000, 1500, 2000, 2500, 5000, 10_000]
  const pledges = Array.from(
    { length: count },
    (_, at): Pledge => ({
      id: `d${at}`,
      reference: rfReference(signs(alphabet, 8)),
      amountCents: pick(amounts),
      frequency: next() < 0.2 ? 'monthly' : 'once',
      status: next() < 0.1 ? 'expired' : 'pledged',
      donorName: `${pick(['Maria', 'Luca', 'Anna', 'Pietro'])} Prova${signs('ABCDEFGHIJKL', 5)}`,
      receivedCents: 0,
      receivedOn: null,
    }),
  )

  const noise = (): string =>
    pick([
      '',
      `CASH ${signs(letters, 24)} causale `,
      `BONIFICO DA TIZIO PER `,
      `ACCR BON ISTANT ${signs('0123456789', 20)} `,
      `TRN ${signs(letters, 12)} `,
      `/RFB/${signs(letters, 10)} `,
      'Ord: TIZIO CAIOInfo-Cli: ',
    ])
  const grouped = (text: string): string => text.replace(/(.{4})(?=.)/g, '$1 ')
  const whole: ((reference: string) => string)[] = [
    (reference) => reference,
    grouped,
    (reference) => reference.toLowerCase(),
    (reference) => `dono${reference}grazie`,
    (reference) => reference.replace(/^RF(..)/, (_, check: string) => `RF${check.replace('1', 'I').replace('0', 'O')}`),
    (reference) => `${reference.slice(0, 7)} ${reference.slice(7)}`,
    (reference) => `rif. ${reference}.`,
    (reference) => [...reference].join('-'),
  ]
  const slip = (reference: string): string => {
    const at = 4 + Math.floor(next() * 8)
    const other = pick([...alphabet].filter((sign) => sign !== reference[at]))
    return reference.slice(0, at) + other + reference.slice(at + 1)
  }

  const truths: Truth[] = []
  const rows: string[] = []
  const add = (cents: number, text: string, truth: Partial<Truth> = {}): void => {
    const day = `${String(1 + (rows.length % 28)).padStart(2, '0')}/${String(1 + (Math.floor(rows.length / 28) % 12)).padStart(2, '0')}/2026`
    const amount = `${cents < 0 ? '-' : ''}${Math.floor(Math.abs(cents) / 100)},${String(Math.abs(cents) % 100).padStart(2, '0')}`
    rows.push(`${day};${day};${amount};"${text}"`)
    truths.push({ gift: null, body: null, ...truth })
  }

  for (const [at, pledge] of pledges.entries()) {
    const { id, reference, amountCents, donorName } = pledge
    const body = reference.slice(4)
    const other = pledges[(at + 1) % pledges.length] as Pledge
    const chance = next()
    if (chance < 0.55)
      add(amountCents, `${noise()}${pick(whole)(reference)} ${pick(['', 'grazie', donorName])}`, { gift: id, body: id })
    else if (chance < 0.6) add(amountCents + pick([-100, 500]), `${noise()}${reference}`, { body: id })
    else if (chance < 0.64) add(amountCents, `${noise()}${pick(['', 'dono '])}${body}`, { body: id })
    else if (chance < 0.68) add(amountCents, `${noise()}${slip(reference)} ${pick(['', donorName])}`)
    else if (chance < 0.71) add(amountCents, `bonifico da ${donorName}`)
    else if (chance < 0.74) add(amountCents + other.amountCents, `${noise()}${reference} ${other.reference}`)
    else if (chance < 0.78) add(-amountCents, `rimborso ${reference}`)
    else if (chance < 0.81) add(-amountCents, `storno bonifico ${reference}`)
    else if (chance < 0.84) add(amountCents, `${noise()}${rfReference(signs(alphabet, 8))}`)
    else if (chance < 0.87)
      add(pick(amounts), `ACCREDITO ${pick(['STRIPE', 'SUMUP', 'NEXI', 'PAYPAL'])} ${signs(letters, 16)}`)
    else if (chance < 0.89) add(amountCents, `riaccredito bonifico respinto ${reference}`, { body: id })
    else if (chance < 0.9) add(amountCents, `PAYPAL per ${reference}`, { body: id })
    else add(pick([...amounts, 777]), `${noise()}${pick(['affitto', 'fattura 12', 'quota'])} ${signs(letters, 8)}`)
  }
  return { pledges, file: new TextEncoder().encode(['Data;Valuta;Importo;Descrizione', ...rows].join('\r\n')), truths }
}

export interface Quality {
  /** Of what would be booked together, how much is right. */
  precision: number
  /** Of whole gifts, how many are booked together. */
  recall: number
  /** Of lines with an unharmed body, how many point to its donation. */
  bodyRecall: number
  matched: number
}

export function qualityOf(lines: readonly ProposedLine[], truths: readonly Truth[]): Quality {
  const judged = lines.map(({ proposal }, at) => ({ proposal, truth: truths[at] as Truth }))
  const matched = judged.filter(({ proposal }) => proposal.kind === 'matched')
  const right = matched.filter(({ proposal, truth }) => proposal.parts[0]?.donation === truth.gift)
  const gifts = judged.filter(({ truth }) => truth.gift !== null)
  const bodies = judged.filter(({ truth }) => truth.body !== null)
  const pointed = bodies.filter(({ proposal, truth }) => proposal.parts.some(({ donation }) => donation === truth.body))
  return {
    precision: right.length / matched.length,
    recall: right.length / gifts.length,
    bodyRecall: pointed.length / bodies.length,
    matched: matched.length,
  }
}
