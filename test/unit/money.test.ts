// One way to read an amount, wherever it is typed: the desk, the page without script, the widget.

import { donationInput } from '../../collections/donations/dto.js'
import { donationFields } from '../../collections/donations/form/fields.js'
import { giveForm } from '../../collections/donations/page.js'
import { bodyOf } from '../../plugin/contract/form/body.js'
import { problemsOf } from '../../plugin/contract/form/check.js'
import { bodyTyped } from '../../plugin/forms/typed-values.js'
import type { ResolvedOptions } from '../../plugin/options/index.js'
import { centsOf, euros, euroText } from '../../plugin/values/money.js'

const options = { organisation: { consentVersion: '1' } } as ResolvedOptions

/** Cents that a donation may have, as its body says them. */
const taken = ({ amountCents }: Record<string, unknown>): number | null =>
  donationInput.shape.amountCents.safeParse(amountCents).data ?? null

const onThePage = (amountOther: string): number | null =>
  taken(bodyTyped(giveForm, new URLSearchParams({ amount: 'other', amountOther }), options).body)

function inTheWidget(amountOther: string): number | null {
  const fields = donationFields([])
  const values = { amount: 'other', amountOther }
  return problemsOf(fields, values).size > 0 ? null : taken(bodyOf(fields, values, '1'))
}

test.each([
  ['1', 100],
  ['25', 2500],
  ['12,5', 1250],
  ['12.50', 1250],
  ['1.000', 100_000],
  ['1,000', 100_000],
  ['1 000', 100_000],
  ['1’000', 100_000],
  ['1.234,50', 123_450],
  ['1,234.50', 123_450],
  ['10 €', 1000],
  ['€ 25', 2500],
  ['30 euro', 3000],
  ['25,-', 2500],
  ['25.–', 2500],
  ['€ 25,--', 2500],
  ['1.250,— euro', 125_000],
  ['999999,99', 99_999_999],
])('%j is %i cents everywhere', (text, cents) => {
  expect(centsOf(text)).toBe(cents)
  expect(onThePage(text)).toBe(cents)
  expect(inTheWidget(text)).toBe(cents)
})

test.each(['dieci', '-5', '25-', '25,---', '1.2.3', '12,5,0', '12e3', '1,2345', '12,,5', '1.00.00', '1234.567,00'])(
  '%j is no amount anywhere',
  (text) => {
    expect(centsOf(text)).toBeNull()
    expect(onThePage(text)).toBeNull()
    expect(inTheWidget(text)).toBeNull()
  },
)

test.each([
  ['0,99', 99],
  ['€ 0,01', 1],
  ['1000000', 100_000_000],
])('%j is an amount that arrived, but none that can be given', (text, cents) => {
  expect(centsOf(text)).toBe(cents)
  expect(onThePage(text)).toBeNull()
  expect(inTheWidget(text)).toBeNull()
})

test('an amount reads as it would be typed', () => {
  expect(euroText(123_450, 'it')).toBe('1234,50')
  expect(euroText(5, 'en')).toBe('0.05')
  for (const cents of [1, 99, 100, 2500, 99_999_999])
    for (const lang of ['it', 'en']) expect(centsOf(euroText(cents, lang))).toBe(cents)
})

test('and is said in the reader’s language', () => {
  expect(euros(123_450, 'it').replace(/\s/g, ' ')).toBe('1234,50 €')
  expect(euros(123_450, 'en')).toBe('€1,234.50')
})
