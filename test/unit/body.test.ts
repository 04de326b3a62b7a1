// Bodies as routes read them: everything that is wrong at once, each field once, and nothing that was given called missing.
import fc from 'fast-check'
import { commissionInput } from '../../collections/commissions/dto.js'
import { commissions } from '../../collections/commissions/route.js'
import { donationInput } from '../../collections/donations/dto.js'
import { donations } from '../../collections/donations/routes.js'
import { joinInput } from '../../collections/members/joining/dto.js'
import { join } from '../../collections/members/joining/route.js'
import { readBody } from '../../plugin/api/issues.js'
import { parsePartial } from '../../plugin/api/partial-body.js'
import { commissionBody, donationBody, joinBody } from '../support/forms.js'

const wrong = (...given: Parameters<typeof readBody>): string[] => {
  const read = readBody(...given)
  return 'issues' in read ? read.issues.map(({ pointer, code }) => `${pointer} ${code}`) : []
}

describe('everything that is wrong is told at once, each field once', () => {
  test('what is missing, and what the rest makes necessary', () => {
    expect(
      wrong(join, {
        ...joinBody,
        kind: 'unemployed',
        firstName: undefined,
        skills: [{ own: 'Ricamo' }, { origin: 'passion' }, {}],
        radiusKm: undefined,
        email: undefined,
        consents: [],
      }),
    ).toEqual([
      '/firstName required',
      '/skills/0/origin required',
      '/skills/1 skill.one',
      '/skills/2/origin required',
      '/skills/2 skill.one',
      '/experience experience.missing',
      '/radiusKm radius.missing',
      '/email email.missing',
      '/consents/adult consent.missing',
      '/consents/rules consent.missing',
      '/consents/publish consent.missing',
    ])
    expect(
      wrong(commissions, {
        ...commissionBody,
        place: { municipality: 'Bergmo' },
        client: { ...commissionBody.client, phone: 'casa', contactBy: 'phone', kind: 'organisation' },
        when: { soon: 'by', by: '2020-01-01' },
        consents: [],
      }),
    ).toEqual([
      '/client/phone phone.invalid',
      '/place/municipality place.unknown',
      '/client/organisation organisation.missing',
      '/when/by when.past',
      '/consents/share consent.missing',
    ])
    expect(wrong(donations, { ...donationBody, amountCents: 5, publicAs: 'name', donor: {} })).toEqual([
      '/amountCents amount.range',
      '/donor/type required',
      '/donor/name donor.name',
      '/consents/publish consent.missing',
    ])
  })

  test('what was given in the wrong way is not called missing too', () => {
    expect(wrong(join, { ...joinBody, email: 'maria@' })).toEqual(['/email email.invalid'])
    expect(wrong(join, { ...joinBody, place: undefined })).toEqual(['/place required'])
    expect(wrong(join, { ...joinBody, consents: 'yes' })).toEqual(['/consents type'])
    expect(wrong(join, { ...joinBody, helper: { name: 'Ugo', email: 'u@n.example', consent: false } })).toEqual([
      '/helper/consent helper.consent',
    ])
    expect(wrong(commissions, { ...commissionBody, when: { soon: 'by', by: 'domani' } })).toEqual([
      '/when/by date.invalid',
    ])
  })

  test('what was found before stands, and the rest is told with it', () => {
    const found = [{ pointer: '/amountCents/other', code: 'amount.range' }]
    expect(wrong(donations, { ...donationBody, amountCents: Number.NaN, publicAs: 'name' }, found)).toEqual([
      '/amountCents/other amount.range',
      '/consents/publish consent.missing',
    ])
    expect(wrong(donations, donationBody, found)).toEqual(['/amountCents/other amount.range'])
  })

  test('a body in order is given as its route takes it', () => {
    expect(readBody(donations, donationBody)).toMatchObject({ body: { currency: 'EUR', amountCents: 2500 } })
  })

  test('whatever is sent', () => {
    const bodies = [joinBody, commissionBody, donationBody] as const
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 }), fc.array(fc.tuple(fc.nat(30), fc.jsonValue())), (n, changes) => {
        const body: Record<string, unknown> = { ...bodies[n] }
        const keys = Object.keys([joinInput, commissionInput, donationInput][n]?.shape ?? {})
        for (const [at, value] of changes) body[keys[at % keys.length] ?? ''] = value
        readBody([join, commissions, donations][n] as typeof join, body)
      }),
    )
  })
})

test('a sketch holds what could be read, and what could not as the text it was written with', () => {
  expect(
    parsePartial(commissionInput, {
      description: 'corto',
      client: { name: 5, kind: 'person', sconosciuto: 1 },
      skills: [null, { own: 'x'.repeat(90) }],
      place: 'Milano',
      when: null,
    }),
  ).toEqual({
    description: 'corto',
    client: { name: '5', kind: 'person', contactBy: 'email' },
    skills: [{}, { own: 'x'.repeat(90) }],
    place: {},
    when: {},
    choice: 'network',
    wanted: [],
    urgent: false,
    micro: false,
    consents: [],
  })
})
