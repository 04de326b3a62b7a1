// ISO 11649 references, the EPC069-12 text and its QR, and what of a donor becomes public.

import { donationSlipDto } from '../../collections/donations/dto.js'
import { EpcError, epcText, maxEpcBytes } from '../../collections/donations/epc.js'
import { qrPath } from '../../collections/donations/qr.js'
import { isRfReference, rfReference } from '../../collections/donations/rf.js'
import { issuesOf } from '../../collections/donations/service.js'
import { slipOf } from '../../collections/donations/slip.js'
import { namedDonor } from '../../collections/donations/summary.js'
import { type Donation, donationLifecycle } from '../../collections/donations/types.js'
import { taxNote } from '../../plugin/options/tax-note.js'
import { sepaText } from '../../plugin/values/sepa.js'
import { randomCode } from '../../plugin/values/short-code.js'
import { readQr } from '../support/qr.js'
import { resolveOptions } from '../support/rooms.js'

const iban = 'IT60X0542811101000000123456'
const transfer = { beneficiary: 'Associazione Rete', iban, amountCents: 2500, rf: 'RF18539007547034' }

describe('RF references', () => {
  // Published examples: ISO 11649 leaflets of the EPC, Finance Finland and Swiss Payment Standards.
  test.each(['RF18539007547034', 'RF18000000000539007547034', 'RF471234567890', 'rf45 G72U UR'])('%s holds', (text) =>
    expect(isRfReference(text)).toBe(true),
  )

  test.each([
    ['539007547034', 'RF18539007547034'],
    ['1234567890', 'RF471234567890'],
    ['G72UUR', 'RF45G72UUR'],
  ])('%s is given its check digits', (body, reference) => expect(rfReference(body)).toBe(reference))

  test.each(['RF19539007547034', 'RF1853900754703', 'RF18', 'XX18539007547034', 'RF181234567890123456789012', ''])(
    '«%s» does not hold',
    (text) => expect(isRfReference(text)).toBe(false),
  )

  test('a digit taken for another, or a letter for another, is found', () => {
    const reference = rfReference(randomCode(8))
    const kinds = ['0123456789', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
    for (let at = 2; at < reference.length; at++)
      for (const other of kinds.find((kind) => kind.includes(reference.charAt(at))) ?? '')
        if (other !== reference[at])
          expect(isRfReference(reference.slice(0, at) + other + reference.slice(at + 1))).toBe(false)
  })

  test('bodies outside the standard are refused', () => {
    for (const body of ['', 'abc', 'A-1', 'A'.repeat(22)]) expect(() => rfReference(body)).toThrow(RangeError)
  })
})

describe('EPC069-12 version 002', () => {
  test('lines in order, one remittance, nothing after the last one', () => {
    expect(epcText(transfer).split('\n')).toEqual([
      'BCD',
      '002',
      '1',
      'SCT',
      '',
      'Associazione Rete',
      iban,
      'EUR25.00',
      '',
      'RF18539007547034',
    ])
  })

  test('free text goes on its own line, after an empty structured one', () => {
    expect(
      epcText({ ...transfer, rf: undefined, text: 'Grazie' })
        .split('\n')
        .slice(8),
    ).toEqual(['', '', 'Grazie'])
  })

  test('without remittance the text ends with the amount', () => {
    expect(epcText({ ...transfer, rf: undefined }).endsWith('\nEUR25.00')).toBe(true)
  })

  test('a BIC stands on its line', () => {
    expect(epcText({ ...transfer, bic: 'crppit2p' }).split('\n')[4]).toBe('CRPPIT2P')
  })

  test.each([
    [1, 'EUR0.01'],
    [100, 'EUR1.00'],
    [105, 'EUR1.05'],
    [250_050, 'EUR2500.50'],
    [99_999_999, 'EUR999999.99'],
    [99_999_999_999, 'EUR999999999.99'],
  ])('%d cents are written %s', (amountCents, line) =>
    expect(epcText({ ...transfer, amountCents }).split('\n')[7]).toBe(line),
  )

  test.each<[string, object]>([
    ['amountCents', { amountCents: 0 }],
    ['amountCents', { amountCents: 1.5 }],
    ['amountCents', { amountCents: 100_000_000_000 }],
    ['iban', { iban: 'IT60X0542811101000000123457' }],
    ['iban', { iban: 'BR1500000000000010932840814P2' }],
    ['bic', { bic: 'NOTABIC' }],
    ['beneficiary', { beneficiary: ' ' }],
    ['beneficiary', { beneficiary: 'x'.repeat(71) }],
    ['rf', { rf: 'RF19539007547034' }],
    ['text', { text: 'both' }],
    ['text', { rf: undefined, text: 'x'.repeat(141) }],
  ])('a wrong %s is refused', (field, wrong) => {
    expect(() => epcText({ ...transfer, ...wrong })).toThrow(EpcError)
    expect(() => epcText({ ...transfer, ...wrong })).toThrow(` ${field} `)
  })

  test.each([
    ['Società Cooperativa «Perché No»', "Societa Cooperativa 'Perche No'"],
    ['Müller & Söhne', 'Muller + Sohne'],
    ['Straße, Łódź', 'Strasse, Lodz'],
    ['two\r\nlines', 'two lines'],
    ['日本', '..'],
  ])('«%s» is written «%s»', (text, written) => expect(sepaText(text)).toBe(written))

  test('the longest transfer stays within the bytes', () => {
    const longest = epcText({
      beneficiary: 'x'.repeat(70),
      iban: 'MT84MALT011000012345MTLCAST001S',
      bic: 'MALTMTMTXXX',
      amountCents: 99_999_999_999,
      text: 'y'.repeat(140),
    })
    expect(new TextEncoder().encode(longest).length).toBeLessThanOrEqual(maxEpcBytes)
  })
})

describe('the QR', () => {
  test('reads back as the text, short or long', () => {
    for (const text of [epcText(transfer), epcText({ ...transfer, rf: undefined, text: 'y'.repeat(140) })])
      expect(readQr(qrPath(text))).toBe(text)
  })

  test('is level M: the format bits say so', () => {
    const { path, size } = qrPath(epcText(transfer))
    // Level M is 00, masked with 10: the two modules beside the lower left finder, read from its bottom.
    const dark = (x: number, y: number) =>
      [...path.matchAll(/M(\d+) (\d+)h(\d+)/g)].some(
        ([, left, top, run]) => Number(top) === y && x >= Number(left) && x < Number(left) + Number(run),
      )
    expect([dark(8, size - 1), dark(8, size - 2)]).toEqual([true, false])
  })
})

describe('the slip', () => {
  const { organisation } = resolveOptions(
    { organisation: { name: 'Rete', email: 'desk@rete.example', iban, beneficiary: 'Associazione Rete' } },
    { serverURL: 'https://rete.example', basePath: '', apiRoute: '/api', slugs: [] },
  )
  const pledge = {
    reference: rfReference('7K3F92QX'),
    amountCents: 2500,
    currency: 'EUR',
    frequency: 'once',
    expiresAt: '2026-12-01T10:00:00.000Z',
  } as const

  test('is what the contract says, with one reference everywhere', () => {
    const slip = slipOf(pledge, organisation, 'it')
    expect(donationSlipDto.parse(slip)).toEqual(slip)
    expect(slip.payment.remittance).toBe(slip.reference)
    expect(slip.payment.epc.split('\n').at(-1)).toBe(slip.reference)
    expect(readQr(slip.payment.qr)).toBe(slip.payment.epc)
  })

  test('no word on taxes unless registered', () => {
    expect(slipOf(pledge, organisation, 'it').taxNote).toBeNull()
    expect(taxNote({ runtsStatus: 'pending' }, 'it')).toBeNull()
    expect(taxNote({ runtsStatus: 'registered' }, 'it')).toMatch(/RUNTS/)
    expect(taxNote({ runtsStatus: 'registered' }, 'en')).toMatch(/tax relief/)
  })
})

describe('names', () => {
  const consents = [
    { what: 'publish', version: '1', at: '2026-11-01T10:00:00.000Z', language: 'it', how: 'web' as const },
  ]
  const named = {
    status: 'received' as const,
    publicAs: 'name' as const,
    donor: { type: 'person' as const, name: 'Ada', email: 'ada@posta.example', lang: 'it' },
    message: ' Forza ',
    consents,
  }

  test('appear when asked for, agreed to and paid', () =>
    expect(namedDonor(named)).toEqual({ name: 'Ada', message: 'Forza' }))

  test.each(['Scrivimi: ada@posta.example', 'Chiama il 333 123 45 67', 'ADA@posta.example, grazie'])(
    'appear without a message that tells how to reach somebody: «%s»',
    (message) => expect(namedDonor({ ...named, message })).toEqual({ name: 'Ada', message: null }),
  )

  test.each<[string, Partial<Donation>]>([
    ['anonymous', { publicAs: 'anonymous' }],
    ['without consent', { consents: [] }],
    ['named by a phone number', { donor: { ...named.donor, name: 'Idraulico Rossi 333 1234567' } }],
    ['named by an e-mail address', { donor: { ...named.donor, name: 'rossi@posta.example' } }],
    ['nameless', { donor: { ...named.donor, name: ' ' } }],
    ['only pledged', { status: 'pledged' }],
    ['withdrawn', { status: 'withdrawn' }],
  ])('do not appear when %s', (_, change) => expect(namedDonor({ ...named, ...change })).toBeNull())

  test('a name to be shown holds no contact, one that stays private may', () => {
    const donor = { type: 'person' as const, name: 'Rossi 333 1234567' }
    const consents = [{ what: 'publish' as const, version: '1' }]
    expect(issuesOf({ publicAs: 'name', donor, consents })).toEqual([{ pointer: '/donor/name', code: 'donor.contact' }])
    expect(issuesOf({ publicAs: 'anonymous', donor })).toEqual([])
  })

  test('a pledge that wants a name says what is missing', () => {
    const donor = { type: 'person' as const }
    expect(issuesOf({ publicAs: 'anonymous', donor, consents: [] })).toEqual([])
    expect(issuesOf({ publicAs: 'name', donor, consents: [] }).map(({ pointer }) => pointer)).toEqual([
      '/donor/name',
      '/consents/publish',
    ])
  })
})

describe('states', () => {
  test('the table of steps', () => {
    const { statuses } = donationLifecycle
    const possible = statuses.flatMap((from) =>
      statuses.filter((to) => donationLifecycle.leads(from, to)).map((to) => `${from} → ${to}`),
    )
    expect(possible).toEqual([
      'pledged → received',
      'pledged → standing',
      'pledged → expired',
      'pledged → withdrawn',
      'received → pledged',
      'received → received',
      'received → standing',
      'standing → pledged',
      'standing → standing',
      'standing → lapsed',
      'standing → ended',
      'lapsed → pledged',
      'lapsed → standing',
      'lapsed → ended',
      'ended → pledged',
      'ended → standing',
      'expired → received',
      'expired → standing',
      'withdrawn → received',
      'withdrawn → standing',
    ])
  })
})
