// What the donation form asks at first.

import type { Field } from '../../../plugin/contract/form/field.js'
import type { Values } from '../../../plugin/contract/form/values.js'

const named = ({ publicAs }: Values) => publicAs === 'name'

/** @param amounts whole euros offered as large choices */
export const openingFields = (amounts: readonly string[]): readonly Field[] => [
  {
    name: 'amount',
    kind: 'one',
    look: 'large',
    needed: true,
    options: [...amounts, 'other'],
    optionName: (euro, language) =>
      new Intl.NumberFormat(language, { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 }).format(
        Number(euro),
      ),
  },
  { name: 'frequency', kind: 'one', initial: 'once', options: ['once', 'monthly'] },
  { name: 'type', kind: 'one', initial: 'person', options: ['person', 'organisation'] },
  { name: 'name', kind: 'text', needed: named, max: 80, autocomplete: 'name' },
  { name: 'email', kind: 'email', max: 254, autocomplete: 'email' },
  { name: 'publicAs', kind: 'one', initial: 'anonymous', options: ['anonymous', 'name'] },
  { name: 'message', kind: 'area', max: 500 },
]
