// The admin's words and pure parts: every key in both languages, the host's words win, times as people say them.

import fs from 'node:fs'
import path from 'node:path'
import { it as payloadItalian } from '@payloadcms/translations/languages/it'
import type { Field } from 'payload'
import { actions as commissionSteps } from '../../collections/commissions/actions.js'
import { actions as donationSteps } from '../../collections/donations/actions.js'
import { bookYearActions } from '../../collections/donations/years/transition.js'
import { actions as memberSteps } from '../../collections/members/actions.js'
import { actions as messageSteps } from '../../collections/members/relay/actions.js'
import { actions as teamSteps } from '../../collections/teams/actions.js'
import { adminAddress, apiAddress, documentAddress } from '../../plugin/admin/address.js'
import { flatFields, labelsAlong, refusedTogether } from '../../plugin/admin/fields.js'
import { relativeTime } from '../../plugin/admin/relative.js'
import { adminOf, runtimeOf } from '../../plugin/assembly/sums.js'
import { en } from '../../plugin/entries/en.js'
import { it as italian } from '../../plugin/entries/it.js'
import { languageTag } from '../../plugin/i18n/localized.js'
import { actions as outboxSteps } from '../../plugin/outbox/collection.js'
import { withTranslations } from '../../plugin/translations/index.js'
import { en as ownEnglish } from '../../plugin/translations/own.en.js'
import { it as ownItalian } from '../../plugin/translations/own.it.js'
import { payloadInItalian } from '../../plugin/translations/payload-it.js'
import { collections, resolveOptions, rooms } from '../support/rooms.js'

/** A key without the ending that a count chooses. */
const stem = (key: string): string => key.replace(/_(zero|one|other)$/, '')

const sources = (folders: string[]): string =>
  folders
    .flatMap((folder) =>
      fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => path.join(folder, file)),
    )
    .filter((file) => /\.tsx?$/.test(file) && !/translations|\/admin\/(it|en)\.ts/.test(file))
    .map((file) => fs.readFileSync(file, 'utf8'))
    .join('\n')

const placeholders = (text: string): string[] => (text.match(/\{\{\s*\w+\s*\}\}/g) ?? []).sort()

describe('words', () => {
  const { words } = adminOf(rooms)

  test('both languages have the same keys with the same values to fill in', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(italian).sort())
    for (const key of Object.keys(italian) as (keyof typeof italian)[])
      expect([key, placeholders(en[key])]).toEqual([key, placeholders(italian[key])])
  })

  /** Every step of a desk as the API offers it: what it is called, and what an editor is told about it. */
  const steps: [collection: string, steps: Record<string, { destructive?: boolean; confirm?: boolean }>][] = [
    ['members', memberSteps],
    ['messages', messageSteps],
    ['commissions', commissionSteps],
    ['donations', donationSteps],
    ['bookYears', bookYearActions],
    ['teams', teamSteps],
    ['outbox', outboxSteps],
  ]
  const known = (about: string, collection: string, name: string): boolean =>
    `${about}-${collection}-${name}` in italian || `${about}-${name}` in italian

  test.each(steps)(
    'every step of %s has a label, says what came of it, and if it is asked twice what follows',
    (key, all) => {
      const silent = Object.entries(all).flatMap(([name, { destructive, confirm: asked }]) =>
        ['action', 'done', ...(destructive || asked ? ['sure'] : [])].flatMap((about) =>
          known(about, key, name) ? [] : [`${about}-${name}`],
        ),
      )
      expect(silent).toEqual([])
    },
  )

  test('no step has words that nobody reads', () => {
    const names = new Set(steps.flatMap(([key, all]) => Object.keys(all).flatMap((name) => [name, `${key}-${name}`])))
    const asked = new Set(
      steps.flatMap(([key, all]) =>
        Object.entries(all).flatMap(([name, step]) =>
          step.destructive || step.confirm ? [name, `${key}-${name}`] : [],
        ),
      ),
    )
    const dead = Object.keys(italian).filter((key) => {
      const [, about, name = ''] = /^(action|done|sure)-(.+?)(?:-no-address)?$/.exec(key) ?? []
      if (!about || key === 'sure-title' || key === 'sure-yes') return false
      return !(about === 'sure' ? asked : names).has(name)
    })
    expect(dead).toEqual([])
  })

  test('every word is written somewhere in the code', () => {
    const code = sources(['plugin', 'collections'])
    // Keys made up at run time, by the part that the code writes.
    const madeUp =
      /^(action|done|sure|bulk-sure|reason-help|hint|mail|setting|desk|availability|new|list|versions|timeline-same|timeline-step)-/
    expect(Object.keys(italian).filter((key) => !madeUp.test(key) && !code.includes(`'${stem(key)}'`))).toEqual([])
  })

  test('the package’s words are those of the rooms and those of none, each once', () => {
    const own = { it: Object.keys(ownItalian), en: Object.keys(ownEnglish) }
    for (const lang of ['it', 'en'] as const)
      expect([...own[lang], ...Object.keys(words[lang])].sort()).toEqual(Object.keys({ it: italian, en }[lang]).sort())
  })

  test('every mail and job of every room has a name', () => {
    const { mails, jobs } = runtimeOf(rooms)
    for (const name of [...Object.keys(mails), ...Object.keys(jobs)])
      expect(Object.keys(italian)).toContain(`mail-${name}`)
  })

  test('what we say in Payload’s stead fills in the same blanks, and the host’s own words win there too', () => {
    const blanks = (text = '') => [...new Set(text.match(/\{\{\w+\}\}|<\/?\d>/g))].sort()
    for (const [room, words] of Object.entries(payloadInItalian))
      for (const [key, text] of Object.entries(words)) {
        const theirs = (payloadItalian.translations as unknown as Record<string, Record<string, string>>)[room]?.[key]
        expect([room, key, blanks(text)]).toEqual([room, key, blanks(theirs)])
        expect(theirs).not.toBe(text)
      }
    const { translations } = withTranslations(
      {
        supportedLanguages: { it: {} } as never,
        translations: { it: { general: { all: 'Tutti i' } } } as never,
      },
      words,
    ) as { translations: Record<string, { general?: Record<string, string> }> }
    expect(translations.it?.general).toMatchObject({ all: 'Tutti i', newLabel: payloadInItalian.general?.newLabel })
    expect(translations.en?.general).toBeUndefined()
    // Payload's own word on the dialog that asks whether to delete is «Cancella».
    expect(translations.it?.general?.cancel).toBe('Annulla')
    const own = withTranslations({ translations: { it: { general: { cancel: 'Lascia stare' } } } as never }, words)
    expect((own as { translations: typeof translations }).translations.it?.general?.cancel).toBe('Lascia stare')
  })

  test('the host’s own words win, other languages fall back to English', () => {
    const { translations } = withTranslations(
      {
        supportedLanguages: { it: {}, de: {} } as never,
        translations: { it: { mokor: { cancel: 'Lascia stare' }, own: { word: 'parola' } } } as never,
      },
      words,
    ) as { translations: Record<string, { mokor: Record<string, string>; own?: object }> }
    expect(translations.it?.mokor.cancel).toBe('Lascia stare')
    expect(translations.it?.mokor['action-approve']).toBe('Approva')
    expect(translations.it?.own).toEqual({ word: 'parola' })
    expect(translations.de?.mokor['action-approve']).toBe('Approve')
    expect(translations.en?.mokor.cancel).toBe('Cancel')
  })
})

describe('states', () => {
  const statusesOf = (fields: Field[]): string[] =>
    flatFields(fields as never).flatMap((field) =>
      'name' in field && field.name === 'status' && 'options' in field
        ? (field.options as { value: string }[]).map(({ value }) => value)
        : [],
    )
  const options = resolveOptions(
    { organisation: { name: 'Rete', email: 'desk@rete.example' }, features: { donations: false } },
    { serverURL: '', basePath: '', apiRoute: '/api', slugs: [] },
  )

  test.each(Object.entries(collections))('only known states of %s have a colour or a day', (_, { admin, config }) => {
    const named = [...Object.keys(admin?.statusColors ?? {}), ...Object.keys(admin?.sinceFields ?? {})]
    const statuses = statusesOf(config(options).fields)
    expect(named.filter((status) => !statuses.includes(status))).toEqual([])
  })

  /** Labels of groups and of what stands right within them, as the filter writes them: «Dove > Comune». */
  const filtersOf = (fields: Field[], group?: unknown): unknown[][] =>
    fields.flatMap((field): unknown[][] => {
      if (field.type === 'tabs') return field.tabs.flatMap((tab) => filtersOf(tab.fields))
      if (field.type === 'group') return filtersOf(field.fields, field.label)
      if (field.type === 'row' || field.type === 'collapsible') return filtersOf(field.fields, group)
      return group && 'label' in field ? [[group, field.label]] : []
    })

  test.each(Object.entries(collections))('no filter of %s bears one name twice', (_, { config }) => {
    const filters = filtersOf(config(options).fields)
    expect(filters.filter(([group, own]) => JSON.stringify(group) === JSON.stringify(own))).toEqual([])
  })

  test('filters are found at all', () => {
    const filters = filtersOf(collections.members.config(options).fields)
    expect(filters).toContainEqual([
      { it: 'Dove', en: 'Where' },
      { it: 'Comune', en: 'Municipality' },
    ])
  })
})

describe('times', () => {
  const now = new Date('2026-11-23T12:00:00Z')
  test.each([
    ['2026-11-23T11:59:40Z', 'it', 'ora'],
    ['2026-11-23T11:57:00Z', 'it', '3 minuti fa'],
    ['2026-11-22T11:00:00Z', 'it', 'ieri'],
    ['2026-11-26T13:00:00Z', 'it', 'tra 3 giorni'],
    // Less than 48 hours, and yet not yesterday.
    ['2026-11-21T13:00:00Z', 'it', 'l’altro ieri'],
    ['2026-11-16T13:00:00Z', 'it', 'la settimana scorsa'],
    ['2026-10-20T12:00:00Z', 'it', 'il mese scorso'],
    ['2025-11-20T12:00:00Z', 'it', 'l’anno scorso'],
    ['2026-12-02T12:00:00Z', 'it', 'la settimana prossima'],
    ['2026-11-16T13:00:00Z', 'en', 'last week'],
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
              type: 'group',
              name: 'place',
              label: 'Dove',
              fields: [{ type: 'row', fields: [{ type: 'text', name: 'municipality', label: 'Comune' }] }],
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
    ['place.municipality', 'Dove: Comune'],
    ['place', 'Dove'],
    ['consents.rules', 'Consensi: Accetta le regole'],
    ['unheard', 'unheard'],
  ])('%s reads «%s»', (path, words) => {
    expect(labelsAlong(fields, path, (label) => label)).toBe(words)
  })

  test('a sentence that holds for several is said once', () => {
    const missing = 'Da completare prima di approvare.'
    const refused = [
      { path: 'skills', message: missing },
      { path: 'consents.rules', message: missing },
      { path: 'headline', message: 'Qui c’è l’e-mail.' },
    ]
    expect(refusedTogether(fields, refused, (label) => label)).toBe(
      'Da completare prima di approvare: «Capacità», «Consensi: Accetta le regole». Cosa sa fare. Qui c’è l’e-mail.',
    )
  })
})

describe('addresses', () => {
  test('lead to the admin wherever the site has it', () => {
    expect(documentAddress('/admin', 'members', 7)).toBe('/admin/collections/members/7')
    expect(documentAddress('/admin', 'members', 7, true)).toBe('/admin/collections/members/trash/7')
    // A path that begins with two slashes would be another host.
    expect(documentAddress('/', 'members', 7)).toBe('/collections/members/7')
    expect(apiAddress({ serverURL: '', routes: { api: '/api' } }, '/members')).toBe('/api/members')
    expect(apiAddress({ serverURL: 'https://rete.example', routes: { api: '/v' } }, '/m')).toBe(
      'https://rete.example/v/m',
    )
  })

  test('of plain links hold the base path, those of Next’s links get it from Next', () => {
    process.env.NEXT_BASE_PATH = '/rete'
    try {
      expect(adminAddress('/admin', '/collections/members', true)).toBe('/rete/admin/collections/members')
      expect(documentAddress('/admin', 'members', 7)).toBe('/admin/collections/members/7')
      expect(apiAddress({ serverURL: '', routes: { api: '/api' } }, '/members')).toBe('/rete/api/members')
    } finally {
      delete process.env.NEXT_BASE_PATH
    }
  })
})

test('languages of the admin that are no language tags are written as English writes', () => {
  expect(['it', 'en', 'pt-BR', 'zhTw', 'bnBd'].map(languageTag)).toEqual(['it', 'en', 'pt-BR', 'en', 'en'])
  expect(relativeTime(new Date('2026-01-01'), new Date('2026-01-05'), languageTag('zhTw'))).toBe('4 days ago')
})
