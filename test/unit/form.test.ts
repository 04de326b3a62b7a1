// The pure rules of the forms: what is missing, what is sent, where a server's problem belongs, what is kept.
import { bodyOf, keyOf } from '../../widgets/core/form/body.js'
import { problemsOf } from '../../widgets/core/form/check.js'
import { keepDraft, readDraft } from '../../widgets/core/form/draft.js'
import { type Field, fresh, type Values } from '../../widgets/core/form/field.js'
import { commissionFields } from '../../widgets/mokor-commission-form/rest.js'
import { centsOf } from '../../widgets/mokor-donate/amount.js'
import { euros } from '../../widgets/mokor-donate/euros.js'
import { openingFields } from '../../widgets/mokor-donate/fields.js'
import { ibanGroups } from '../../widgets/mokor-donate/iban.js'
import { donationFields } from '../../widgets/mokor-donate/rest.js'
import { joinFields } from '../../widgets/mokor-join-form/rest.js'

const givingFields = donationFields(openingFields(['10', '25']))

const words = (fields: readonly Field[], values: Values, pending = {}) => [
  ...problemsOf(fields, values, pending).values(),
]

describe('amounts', () => {
  test.each([
    ['12,50', 1250],
    ['12.5', 1250],
    ['€ 25', 2500],
    ['1.000', 100_000],
    ['1,234.56', 123_456],
    ['1.234,56', 123_456],
    ['30 euro', 3000],
    ['1', 100],
    ['999999,99', 99_999_999],
  ])('%s is %i cents', (text, cents) => expect(centsOf(text)).toBe(cents))

  test.each(['', 'dieci', '0,99', '-5', '1,2345', '12,,5', '1.00.00', '1000000'])('%s is no amount', (text) =>
    expect(centsOf(text)).toBeNull(),
  )

  test('are said as people read them', () => {
    expect(euros(1250, 'it').replace(/\s/g, ' ')).toBe('12,50 €')
    expect(euros(2500, 'it').replace(/\s/g, ' ')).toBe('25 €')
  })
})

test('an IBAN is printed in groups of four', () => {
  expect(ibanGroups('IT60X0542811101000000123456')).toBe('IT60 X054 2811 1010 0000 0123 456')
  expect(ibanGroups('DE89370400440532013000')).toBe('DE89 3704 0044 0532 0130 00')
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
    expect(step(0)).toEqual(['kind!', 'firstName!', 'lastName!'])
    expect(step(1)).toEqual(['headline!', 'skills!'])
    expect(step(2)).toEqual(['place!', 'modes!', 'availability!', 'email!', 'phone!', 'reach!', 'adult!', 'rules!'])
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
  })

  test('a donor is named only with a name and a yes', () => {
    expect(words(givingFields, { amount: '10', publicAs: 'anonymous' })).toEqual([])
    expect(words(givingFields, { amount: '10', publicAs: 'name' })).toEqual(['name!', 'publish!'])
    expect(words(givingFields, { amount: 'other', amountOther: 'poco' })).toEqual(['amount~'])
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
      consents: [{ what: 'share', version: '7' }],
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
    ['/consents', 'share'],
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
