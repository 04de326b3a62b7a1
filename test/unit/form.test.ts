// The pure rules of the forms: what is missing, what is sent, where a server's problem belongs, what is kept.

import { commissionFields } from '../../collections/commissions/form/fields.js'
import { donationFields } from '../../collections/donations/form/fields.js'
import { firstFields } from '../../collections/members/joining/form/fields.js'
import { laterFields } from '../../collections/members/joining/form/later-fields.js'
import { bodyOf, keyOf, withOwnWords } from '../../plugin/contract/form/body.js'
import { offered, problemsLeft, problemsOf } from '../../plugin/contract/form/check.js'
import { type Field, fresh } from '../../plugin/contract/form/field.js'
import type { Values } from '../../plugin/contract/form/values.js'
import { Challenge } from '../../widgets/core/form/challenge.js'
import { keepDraft, readDraft } from '../../widgets/core/form/draft.js'
import { type Control, readControl } from '../../widgets/core/form/read-control.js'
import { euros, typed } from '../../widgets/mokor-donate/euros.js'
import { ibanGroups } from '../../widgets/mokor-donate/iban.js'

const givingFields = donationFields(['10', '25'])
const joinFields = [...firstFields, ...laterFields]

const words = (fields: readonly Field[], values: Values, pending = {}) => [
  ...problemsOf(fields, values, pending).values(),
]

describe('amounts', () => {
  test('are said as people read them', () => {
    expect(euros(1250, 'it').replace(/\s/g, ' ')).toBe('12,50 €')
    expect(euros(2500, 'it').replace(/\s/g, ' ')).toBe('25 €')
  })

  test('are copied as a bank’s form takes them: cents always, thousands never apart', () => {
    expect(typed(1_250_000, 'it')).toBe('12500,00')
    expect(typed(1_250_050, 'en')).toBe('12500.50')
    expect(typed(2500, 'it')).toBe('25,00')
  })
})

test('an IBAN is printed in groups of four', () => {
  expect(ibanGroups('IT60X0542811101000000123456')).toBe('IT60 X054 2811 1010 0000 0123 456')
  expect(ibanGroups('DE89370400440532013000')).toBe('DE89 3704 0044 0532 0130 00')
})

describe('what is read from a control', () => {
  const read = (name: string, control: Partial<Control>, values: Values = {}) =>
    readControl(joinFields, { values, pending: {}, step: 0 }, { name, ...control } as Control)?.values[name]

  test('of many choices each adds itself or goes, of whatever kind they are', () => {
    expect(read('languages', { value: 'de', checked: true }, { languages: ['it'] })).toEqual(['it', 'de'])
    expect(read('modes', { value: 'onsite', checked: false }, { modes: ['onsite', 'remote'] })).toEqual(['remote'])
  })

  test('a tick is yes or no, whatever it agrees to', () => {
    expect([read('rules', { value: 'on', checked: true }), read('adult', { value: 'on', checked: false })]).toEqual([
      true,
      false,
    ])
    expect(read('rules', { value: 'on', checked: false })).toBe(false)
  })
})

describe('what is missing', () => {
  const request = fresh(commissionFields).values

  test('an empty request lacks what the contract requires, in the order of the form', () =>
    expect(words(commissionFields, request)).toEqual(['description!', 'mode!', 'soon!', 'name!', 'email!', 'share!']))

  test('a place is asked only where the work is in one, and typing is not choosing', () => {
    const onsite = { ...request, mode: 'onsite' }
    expect(words(commissionFields, onsite)).toContain('place!')
    expect(words(commissionFields, onsite, { place: 'Mila' })).toContain('place~')
    expect(words(commissionFields, { ...request, mode: 'remote' })).not.toContain('place!')
  })

  test('a phone is needed by who wants to be called, and must look like one', () => {
    expect(words(commissionFields, { ...request, contactBy: 'phone' })).toContain('phone!')
    expect(words(commissionFields, { ...request, phone: 'domani' })).toContain('tel~')
  })

  test('a date lies ahead', () => {
    const by = (day: string) => words(commissionFields, { ...request, soon: 'by', by: day })
    expect(by('2001-01-01')).toContain('date~')
    expect(by('2999-01-01')).not.toContain('date~')
  })

  test('each step of joining asks its own', () => {
    const { values } = fresh(joinFields)
    const step = (n: number) =>
      words(
        joinFields.filter((field) => (field.step ?? 0) === n),
        values,
      )
    expect(step(0)).toEqual(['kind!', 'firstName!'])
    expect(step(1)).toEqual(['headline!', 'skills!'])
    expect(step(2)).toEqual(['place!', 'modes!', 'availability!', 'email!', 'reach!', 'adult!', 'rules!'])
  })

  test.each([
    ['enthusiast', true],
    ['occasional', true],
    ['unemployed', true],
    ['never-employed', true],
    ['underemployed', true],
    ['professional', false],
    ['company', false],
  ])('%s: experience needed %s', (kind, needed) =>
    expect(words(joinFields, { kind }).includes('experience!')).toBe(needed),
  )

  test('a skill needs its origin, and a regulated one an answer about the qualification', () => {
    const skills = [{ slug: 'elettricista', name: 'Elettricista', regulated: true, years: '80' }]
    const found = problemsOf(joinFields, { skills })
    expect(found.get('skills/0/origin')).toBe('origin!')
    expect(found.get('skills/0/years')).toBe('years~')
    expect(found.get('skills/0/qualified')).toBe('qualified!')
  })

  test('who helps answers for somebody without an e-mail, who then needs a phone', () => {
    const found = words(joinFields, { helper: true })
    expect(found).toEqual(expect.arrayContaining(['helperName!', 'helperEmail!', 'helperConsent!', 'phone!']))
    expect(found).not.toContain('email!')
    expect(words(joinFields, { helper: true, email: 'ugo@posta.example' })).not.toContain('phone!')
  })

  test('a chosen skill does not answer for one that is still being typed', () => {
    const skills = [{ slug: 'falegname', name: 'Falegname' }]
    expect(words(commissionFields, { ...request, skills }, { skills: 'restauro' })).toContain('skills~')
    expect(words(commissionFields, { ...request, skills }, { skills: ' ' })).not.toContain('skills~')
  })

  test('a donor is named only with a name and a yes', () => {
    expect(words(givingFields, { amount: '10', publicAs: 'anonymous' })).toEqual([])
    expect(words(givingFields, { amount: '10', publicAs: 'name' })).toEqual(['name!', 'publish!'])
    expect(words(givingFields, { amount: 'other', amountOther: 'poco' })).toEqual(['money~'])
  })
})

describe('what is left of the problems after a change', () => {
  const left = (fields: readonly Field[], keys: string[], values: Values, changed: string, pending = {}) => [
    ...problemsLeft(new Map(keys.map((key) => [key, 'said'])), fields, { values, pending }, changed).keys(),
  ]

  test('not those of a field that is no longer asked, nor of one that is no longer needed', () => {
    const request = ['place', 'name']
    expect(left(commissionFields, request, { mode: 'remote' }, 'mode')).toEqual(['name'])
    expect(left(commissionFields, request, { mode: 'either' }, 'mode')).toEqual(['name'])
    expect(left(commissionFields, request, { mode: 'either' }, 'mode', { place: 'Alb' })).toEqual(request)
    expect(left(joinFields, ['email', 'phone'], { helper: true, email: 'u' }, 'email')).toEqual([])
    const kinds = ['companyName', 'firstName', 'experience']
    expect(left(joinFields, kinds, { kind: 'professional' }, 'kind')).toEqual(['firstName'])
  })

  test('not those of the field itself, but for the parts of it that are as they were', () => {
    const skills = [{ name: 'torte', origin: 'passion' }, { name: 'canto' }]
    expect(left(joinFields, ['skills', 'skills/0/origin', 'skills/1/origin', 'place'], { skills }, 'skills')).toEqual([
      'skills/1/origin',
      'place',
    ])
  })

  test('what the server alone knows of another field stays', () =>
    expect(left(commissionFields, ['phone'], { phone: '333', name: 'A' }, 'name')).toEqual(['phone']))
})

test('a choice that is no longer offered counts as what its field began with', () => {
  const values = { kind: 'company', displayAs: 'company' }
  expect(offered(joinFields, values)).toBe(values)
  expect(offered(joinFields, { ...values, kind: 'professional' })).toMatchObject({ displayAs: 'initial' })
  expect(offered(givingFields, { amount: '1000' })).toEqual({ amount: undefined })
})

test('words typed where skills are asked count as own words, as long as there is room', () => {
  const falegname = { slug: 'falegname', name: 'Falegname' }
  const typedToo = (count: number) =>
    withOwnWords(commissionFields, {
      values: { skills: Array.from({ length: count }, () => falegname) },
      pending: { skills: ' restauro ', place: 'Alb' },
    })
  expect(typedToo(1)).toEqual({
    values: { skills: [falegname, { name: 'restauro' }] },
    pending: { skills: '', place: 'Alb' },
  })
  expect(typedToo(5).pending).toEqual({ skills: ' restauro ', place: 'Alb' })
})

describe('the challenge', () => {
  const puzzle = (expiresAt: number) => ({
    parameters: {
      algorithm: 'PBKDF2/SHA-256',
      nonce: '00',
      salt: '00',
      cost: 1,
      keyLength: 8,
      keyPrefix: '',
      expiresAt,
    },
  })

  test('is asked once while it is good, and again shortly before it expires, whatever the clock says', async () => {
    let now = 1000
    let asked = 0
    const challenge = new Challenge(
      async () => {
        asked += 1
        // As on a phone whose clock is hours ahead.
        return puzzle(now - 7200)
      },
      () => now,
    )
    const first = await challenge.answer()
    now += 1400
    expect(await challenge.answer()).toBe(first)
    expect(asked).toBe(1)
    now += 200
    expect(await challenge.answer()).not.toBe(first)
    expect(asked).toBe(2)
  })

  test('that could not be had is asked again', async () => {
    let asked = 0
    const challenge = new Challenge(async () => {
      asked += 1
      if (asked === 1) throw new Error('down')
      return puzzle(Date.now() / 1000 + 600)
    })
    await expect(challenge.answer()).rejects.toThrow('down')
    expect(await challenge.answer()).toMatch(/^[\w-]+$/)
  })

  test('that could not be had ahead is not asked again at every key, but when it is needed', async () => {
    let now = 1000
    let asked = 0
    const challenge = new Challenge(
      async () => {
        asked += 1
        throw new Error('down')
      },
      () => now,
    )
    await expect(challenge.ahead()).rejects.toThrow('down')
    now += 14
    await challenge.ahead()
    expect(asked).toBe(1)
    await expect(challenge.answer()).rejects.toThrow('down')
    expect(asked).toBe(2)
    now += 1
    await expect(challenge.ahead()).rejects.toThrow('down')
    expect(asked).toBe(3)
  })
})

describe('what is sent', () => {
  test('a request, without what is hidden or empty', () => {
    const body = bodyOf(
      commissionFields,
      {
        kind: 'person',
        organisation: 'nascosta',
        description: '  Riparare una persiana  ',
        skills: [{ slug: 'falegname', name: 'Falegname' }, { name: 'persiane' }],
        mode: 'onsite',
        place: { code: '015146', name: 'Milano (MI)' },
        placeNote: ' ',
        soon: 'soon',
        choice: 'network',
        name: 'Ada',
        email: 'ada@posta.example',
        contactBy: 'email',
        share: true,
      },
      '7',
    )
    expect(body).toEqual({
      client: { kind: 'person', name: 'Ada', email: 'ada@posta.example', contactBy: 'email' },
      description: 'Riparare una persiana',
      skills: [{ skill: 'falegname' }, { own: 'persiane' }],
      mode: 'onsite',
      place: { municipality: '015146' },
      when: { soon: 'soon' },
      choice: 'network',
      consents: [{ what: 'share', version: '7-share-2' }],
    })
  })

  test('a free amount in cents, a chosen one too', () => {
    expect(bodyOf(givingFields, { amount: 'other', amountOther: '12,50' }, '1')).toMatchObject({ amountCents: 1250 })
    expect(bodyOf(givingFields, { amount: '25', amountOther: '12,50' }, '1')).toMatchObject({ amountCents: 2500 })
  })

  test('joining: all Italy is null, addresses get their https, the helper’s yes is true and a consent', () => {
    const body = bodyOf(
      joinFields,
      {
        helper: true,
        helperConsent: true,
        modes: ['onsite'],
        radiusKm: 'all',
        links: 'bottega.example\nhttp://b.example/x',
      },
      '1',
    )
    expect(body).toEqual({
      helper: { consent: true },
      place: {},
      availability: {},
      modes: ['onsite'],
      radiusKm: null,
      links: [{ url: 'https://bottega.example' }, { url: 'https://b.example/x' }],
      consents: [{ what: 'assisted', version: '1' }],
    })
  })
})

describe('a server’s problem', () => {
  test.each([
    ['/client/email', 'email'],
    ['/client/kind', 'kind'],
    ['/place', 'place'],
    ['/place/municipality', 'place'],
    ['/when/by', 'by'],
    ['/consents/share', 'share'],
    ['/consents/0/version', null],
    ['/nowhere', null],
  ])('%s belongs to %s', (pointer, key) => expect(keyOf(commissionFields, { pointer })).toBe(key))

  test('of a skill belongs to its part', () => {
    expect(keyOf(joinFields, { pointer: '/skills/2/qualified' })).toBe('skills/2/qualified')
    expect(keyOf(joinFields, { pointer: '/links/0/url' })).toBe('links')
    expect(keyOf(joinFields, { pointer: '/consents/assisted' })).toBe('helperConsent')
  })
})

describe('the draft', () => {
  const kept = new Map<string, string>()
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
  afterEach(() => {
    Reflect.deleteProperty(globalThis, 'sessionStorage')
  })

  test('is kept, read and forgotten under its own key', () => {
    Object.assign(globalThis, { sessionStorage: storage })
    const draft = { values: { name: 'Ada' }, pending: { place: 'Mil' }, step: 1 }
    keepDraft('a', draft)
    expect(readDraft('a')).toEqual(draft)
    expect(readDraft('b')).toBeNull()
    keepDraft('a', null)
    expect(kept.size).toBe(0)
  })

  test('a page without storage, or with something else under the key, does without', () => {
    expect(readDraft('a')).toBeNull()
    expect(() => keepDraft('a', { values: {}, pending: {}, step: 0 })).not.toThrow()
    Object.assign(globalThis, { sessionStorage: { ...storage, getItem: () => '{' } })
    expect(readDraft('a')).toBeNull()
  })
})
