// A question reads the same in a widget and on the page without script, in both languages.
import { resolveOptions } from '../../plugin/options.js'
import { askForm } from '../../plugin/pages/forms/ask.js'
import { contactForm } from '../../plugin/pages/forms/contact.js'
import type { PlainForm } from '../../plugin/pages/forms/field.js'
import { giveForm } from '../../plugin/pages/forms/give.js'
import { joinForm } from '../../plugin/pages/forms/join.js'
import { words as commissionEn } from '../../widgets/locales/en/commission.js'
import { words as commissionLaterEn } from '../../widgets/locales/en/commission-later.js'
import { words as contactEn } from '../../widgets/locales/en/contact.js'
import { words as donateEn } from '../../widgets/locales/en/donate.js'
import { words as donateLaterEn } from '../../widgets/locales/en/donate-later.js'
import { words as joinEn } from '../../widgets/locales/en/join.js'
import { words as joinLaterEn } from '../../widgets/locales/en/join-later.js'
import { words as commissionIt } from '../../widgets/locales/it/commission.js'
import { words as commissionLaterIt } from '../../widgets/locales/it/commission-later.js'
import { words as contactIt } from '../../widgets/locales/it/contact.js'
import { words as donateIt } from '../../widgets/locales/it/donate.js'
import { words as donateLaterIt } from '../../widgets/locales/it/donate-later.js'
import { words as joinIt } from '../../widgets/locales/it/join.js'
import { words as joinLaterIt } from '../../widgets/locales/it/join-later.js'
import { joinFields } from '../../widgets/mokor-join-form/rest.js'
import { organisation } from '../support/organisation.js'

const options = resolveOptions(
  { organisation },
  { serverURL: 'https://rete.example', basePath: '', apiRoute: '/api', slugs: [] },
)

/** On the page it stands open beside the choices, in the widget it comes after «Altro». */
const apart = ['amountOther']

type Table = Record<string, string>

const fieldsOf = (form: PlainForm) => form.groups(options).flatMap(({ fields }) => fields)

/** Every label and every choice that both have, by the widget's key. */
function* shared(form: PlainForm, widget: Table, lang: 'it' | 'en'): Iterable<[string, string, string]> {
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
