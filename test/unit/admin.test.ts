// The admin's words and pure parts: every key in both languages, the host's words win, times as people say them.

import { commissionStatuses, deskSteps as commissionSteps } from '../../collections/commissions/lifecycle.js'
import { effects as memberEffects } from '../../collections/members/effects.js'
import { deskSteps as memberSteps } from '../../collections/members/lifecycle.js'
import { mails as memberMails } from '../../collections/members/mails.js'
import { memberStatuses } from '../../collections/members/member.js'
import { nameRefusedFields } from '../../plugin/admin/errors.js'
import { labelsAlong } from '../../plugin/admin/fields.js'
import { relativeTime } from '../../plugin/admin/relative.js'
import { tones } from '../../plugin/admin/tones.js'
import { en } from '../../plugin/translations/en.js'
import { withTranslations } from '../../plugin/translations/index.js'
import { it as italian } from '../../plugin/translations/it.js'

const placeholders = (text: string): string[] => (text.match(/\{\{\s*\w+\s*\}\}/g) ?? []).sort()

describe('words', () => {
  test('both languages have the same keys with the same values to fill in', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(italian).sort())
    for (const key of Object.keys(italian) as (keyof typeof italian)[])
      expect([key, placeholders(en[key])]).toEqual([key, placeholders(italian[key])])
  })

  test('every step an editor can take has a label and says what came of it', () => {
    for (const name of [
      ...Object.keys(memberSteps),
      ...Object.keys(commissionSteps),
      'received',
      'send-again',
      'revoke-link',
    ]) {
      expect(Object.keys(italian)).toContain(`action-${name}`)
      expect(Object.keys(italian)).toContain(`done-${name}`)
    }
  })

  test('every dangerous step says what follows', () => {
    for (const [name, step] of [...Object.entries(memberSteps), ...Object.entries(commissionSteps)])
      if (step.danger) expect(Object.keys(italian)).toContain(`sure-${name}`)
  })

  test('every mail of a member has a name', () => {
    for (const template of [...Object.keys(memberMails), ...Object.keys(memberEffects)])
      expect(Object.keys(italian)).toContain(`mail-${template}`)
  })

  test('the host’s own words win, other languages fall back to English', () => {
    const { translations } = withTranslations({
      supportedLanguages: { it: {}, de: {} } as never,
      translations: { it: { mokor: { cancel: 'Lascia stare' }, own: { word: 'parola' } } } as never,
    }) as { translations: Record<string, { mokor: Record<string, string>; own?: object }> }
    expect(translations.it?.mokor.cancel).toBe('Lascia stare')
    expect(translations.it?.mokor['action-approve']).toBe('Approva')
    expect(translations.it?.own).toEqual({ word: 'parola' })
    expect(translations.de?.mokor['action-approve']).toBe('Approve')
    expect(translations.en?.mokor.cancel).toBe('Cancel')
  })
})

describe('refused fields', () => {
  const hook = nameRefusedFields(['members'])
  const data = { errors: [{ path: 'headline', message: 'Manca' }] }
  const answer = (slug: string, first: object) =>
    hook({ collection: { slug }, error: { message: 'No', data }, result: { errors: [first] } } as never)

  test('are named again where the answer has lost them', () => {
    expect(answer('members', { message: 'No' })).toEqual({
      response: { errors: [{ name: 'ValidationError', data, message: 'No' }] },
    })
  })

  test('are left as they are where they are told, hidden, or somebody else’s', () => {
    expect(answer('members', { message: 'No', data })).toBeUndefined()
    expect(answer('members', { message: 'Something went wrong.' })).toBeUndefined()
    expect(answer('posts', { message: 'No' })).toBeUndefined()
  })
})

describe('states', () => {
  test('only known states have a colour', () => {
    for (const status of Object.keys(tones.members)) expect(memberStatuses).toContain(status)
    for (const status of Object.keys(tones.commissions)) expect(commissionStatuses).toContain(status)
  })
})

describe('times', () => {
  const now = new Date('2026-11-23T12:00:00Z')
  test.each([
    ['2026-11-23T11:59:40Z', 'it', 'ora'],
    ['2026-11-23T11:57:00Z', 'it', '3 minuti fa'],
    ['2026-11-22T11:00:00Z', 'it', 'ieri'],
    ['2026-11-26T13:00:00Z', 'it', 'tra 3 giorni'],
    ['2026-11-20T12:00:00Z', 'en', '3 days ago'],
    ['2024-11-20T12:00:00Z', 'en', '2 years ago'],
  ])('%s in %s is «%s»', (at, lang, words) => {
    expect(relativeTime(new Date(at), now, lang)).toBe(words)
  })
})

describe('names of fields', () => {
  const fields = [
    {
      type: 'tabs',
      tabs: [
        {
          label: 'Chi è',
          fields: [{ type: 'row', fields: [{ type: 'text', name: 'headline', label: 'Cosa sa fare' }] }],
        },
        {
          label: 'Altro',
          fields: [
            {
              type: 'array',
              name: 'skills',
              label: 'Capacità',
              fields: [{ type: 'text', name: 'note', label: 'Nota' }],
            },
            {
              type: 'array',
              name: 'consents',
              label: 'Consensi',
              fields: [
                {
                  type: 'select',
                  name: 'what',
                  label: 'Quale',
                  options: [{ value: 'rules', label: 'Accetta le regole' }],
                },
              ],
            },
          ],
        },
      ],
    },
  ] as never
  test.each([
    ['headline', 'Cosa sa fare'],
    ['skills.1.note', 'Capacità 2 Nota'],
    ['consents.rules', 'Consensi: Accetta le regole'],
    ['unheard', 'unheard'],
  ])('%s reads «%s»', (path, words) => {
    expect(labelsAlong(fields, path, (label) => label)).toBe(words)
  })
})
