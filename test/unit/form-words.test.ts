// A question reads the same in a widget and on the page without script, in both languages.

import { words as commissionEn } from '../../collections/commissions/form/en.js'
import { words as commissionIt } from '../../collections/commissions/form/it.js'
import { words as commissionLaterEn } from '../../collections/commissions/form/later.en.js'
import { words as commissionLaterIt } from '../../collections/commissions/form/later.it.js'
import { askForm } from '../../collections/commissions/page.js'
import { words as donateEn } from '../../collections/donations/form/en.js'
import { words as donateIt } from '../../collections/donations/form/it.js'
import { words as donateLaterEn } from '../../collections/donations/form/later.en.js'
import { words as donateLaterIt } from '../../collections/donations/form/later.it.js'
import { giveForm } from '../../collections/donations/page.js'
import { joinFields } from '../../collections/members/joining/form/complete.js'
import { words as joinEn } from '../../collections/members/joining/form/en.js'
import { words as joinIt } from '../../collections/members/joining/form/it.js'
import { words as joinLaterEn } from '../../collections/members/joining/form/later.en.js'
import { words as joinLaterIt } from '../../collections/members/joining/form/later.it.js'
import { joinForm } from '../../collections/members/joining/page.js'
import { words as contactEn } from '../../collections/members/relay/form/en.js'
import { words as contactIt } from '../../collections/members/relay/form/it.js'
import { contactForm } from '../../collections/members/relay/page.js'
import type { HtmlForm } from '../../plugin/forms/plain-form.js'
import { organisation } from '../support/organisation.js'
import { resolveOptions } from '../support/rooms.js'

const options = resolveOptions(
  { organisation },
  { serverURL: 'https://rete.example', basePath: '', apiRoute: '/api', slugs: [] },
)

/** On the page it stands open beside the choices, in the widget it comes after «Altro». */
const apart = ['amountOther']

type Table = Record<string, string>

const fieldsOf = (form: HtmlForm) => form.groups(options).flatMap(({ fields }) => fields)

/** Every label and every choice that both have, by the widget's key. */
function* shared(form: HtmlForm, widget: Table, lang: 'it' | 'en'): Iterable<[string, string, string]> {
  for (const { name, label, options: choices = [] } of fieldsOf(form)) {
    if (widget[name] !== undefined && !apart.includes(name)) yield [name, label[lang], widget[name]]
    for (const choice of choices) {
      const key = `${name}.${choice.value}`
      if (widget[key] !== undefined) yield [key, choice.label[lang], widget[key]]
    }
  }
}

test.each([
  [
    'ask',
    askForm,
    { it: { ...commissionLaterIt, ...commissionIt }, en: { ...commissionLaterEn, ...commissionEn } },
    20,
  ],
  ['join', joinForm, { it: { ...joinLaterIt, ...joinIt }, en: { ...joinLaterEn, ...joinEn } }, 40],
  ['give', giveForm, { it: { ...donateLaterIt, ...donateIt }, en: { ...donateLaterEn, ...donateEn } }, 10],
  ['contact', contactForm, { it: contactIt, en: contactEn }, 4],
] as const)('the words of %s', (_, form, tables, least) => {
  for (const lang of ['it', 'en'] as const) {
    const found = [...shared(form, tables[lang] as Table, lang)]
    expect(found.length).toBeGreaterThanOrEqual(least)
    expect(Object.fromEntries(found.map(([key, page]) => [key, page]))).toEqual(
      Object.fromEntries(found.map(([key, , widget]) => [key, widget])),
    )
  }
})

test('the same languages to choose from', () => {
  const offered = fieldsOf(joinForm)
    .find(({ name }) => name === 'languages')
    ?.options?.map(({ value }) => value)
  expect(offered).toEqual(joinFields.find(({ name }) => name === 'languages')?.options)
})
