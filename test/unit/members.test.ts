// A member's rules by themselves: what is public, which steps are whose, leaks, hints, and what joining asks.
import fc from 'fast-check'
import {
  blockingHints,
  duplicateHints,
  requestedChangesHints,
  textHints,
  tradeHints,
} from '../../collections/members/admin/hints.js'
import { missingIn } from '../../collections/members/admin/missing.js'
import { type JoinData, joinInput } from '../../collections/members/joining/dto.js'
import { type JoinSkill, joinIssues, matchSkills } from '../../collections/members/joining/rules.js'
import { memberLifecycle } from '../../collections/members/lifecycle.js'
import { type Member, memberStatuses, nameKeyOf } from '../../collections/members/member.js'
import { nationalDigits, privateValuesIn } from '../../collections/members/publishing/private-text.js'
import { publicName, publicProfile, type Relations } from '../../collections/members/publishing/public-profile.js'
import { memberKinds } from '../../plugin/contract/dto.js'
import { it as italian } from '../../plugin/entries/it.js'
import { joinBody } from '../support/forms.js'
import { carpenter } from '../support/people.js'

const member = (more: Record<string, unknown> = {}): Member =>
  ({
    ...carpenter(more),
    id: 'm1',
    slug: more.slug ?? 'maria-c-2345',
    nameKey: nameKeyOf(carpenter(more)),
    createdAt: '',
    updatedAt: '',
  }) as unknown as Member

const none: Relations = { skillSlug: () => null, pictureDigest: () => null }
const active = { status: 'active' }

test.each([
  ['+39 392 1234567', '3921234567'],
  ['392 1234567', '3921234567'],
  ['0039 392 1234567', '3921234567'],
  ['39 392 1234567', '3921234567'],
  ['+39 02 123456', '02123456'],
  ['02 123456', '02123456'],
  ['+41 91 1234567', '41911234567'],
  [null, ''],
])('the digits of %s are %s, however it is written', (phone, digits) => {
  expect(nationalDigits(phone)).toBe(digits)
})

describe('what of a member is public', () => {
  test.each([
    ['pending', 'public', null, false],
    ['active', 'network', null, false],
    ['active', 'public', '2026-01-01', false],
    ['paused', 'public', null, false],
    ['suspended', 'public', null, false],
    ['leaving', 'public', null, false],
    ['active', 'public', null, true],
  ])('status %s, reach %s, trashed %s: %s', (status, reach, deletedAt, shown) => {
    expect(publicProfile(member({ status, reach, deletedAt }), none) !== null).toBe(shown)
  })

  test.each([
    [{ displayAs: 'full', firstName: 'Maria', lastName: 'Rossi' }, 'Maria Rossi'],
    [{ displayAs: 'initial', firstName: 'Maria', lastName: 'Rossi' }, 'Maria R.'],
    [{ displayAs: 'initial', firstName: ' Anna Maria ', lastName: 'élan' }, 'Anna Maria É.'],
    [{ displayAs: 'initial', firstName: 'Sukarno', lastName: '' }, 'Sukarno'],
    [{ displayAs: 'full', firstName: 'Sukarno', lastName: null }, 'Sukarno'],
    [{ displayAs: 'initial', firstName: 'Gerard', lastName: "'t Hooft" }, 'Gerard T.'],
    [{ displayAs: 'initial', firstName: 'Anna', lastName: '(Rossi)' }, 'Anna R.'],
    [{ displayAs: 'initial', firstName: 'Ugo', lastName: '«d’Este»' }, 'Ugo D.'],
    [{ displayAs: 'initial', firstName: 'Ugo', lastName: '-' }, 'Ugo'],
    [{ displayAs: 'company', firstName: 'Maria', lastName: 'Rossi', companyName: 'Legni srl' }, 'Legni srl'],
    [{ displayAs: 'company', firstName: 'Maria', lastName: 'Rossi', companyName: ' ' }, 'Maria R.'],
  ] as const)('%j is shown as %s', (given, name) => {
    expect(publicName({ companyName: null, ...given } as unknown as Member)).toBe(name)
  })

  test.each([
    ['unemployed', 'occasional'],
    ['never-employed', 'occasional'],
    ['underemployed', 'occasional'],
    ['enthusiast', 'enthusiast'],
    ['company', 'company'],
  ])('%s reads %s', (kind, shown) => {
    expect(publicProfile(member({ ...active, kind }), none)?.kind).toBe(shown)
  })

  test('the phone only where it is wanted', () => {
    expect(publicProfile(member(active), none)?.phone).toBeNull()
    expect(publicProfile(member({ ...active, phonePublic: true }), none)?.phone).toBe('+39 333 123 4567')
  })

  test('a skill without slug and words is left out; a picture without digest too', () => {
    const skills = [
      { skill: 's9', origin: 'practised' },
      { own: 'intaglio', origin: 'passion' },
    ]
    const profile = publicProfile(member({ ...active, skills, picture: 'p1' }), none)
    expect(profile).toMatchObject({ skills: [{ slug: null, own: 'intaglio' }], picture: null })
  })

  test('no private value ever comes out, whatever the file holds', () => {
    const canary = fc.stringMatching(/^canary-[a-z0-9]{12}$/)
    fc.assert(
      fc.property(
        fc.record({
          email: canary,
          phone: canary,
          notes: canary,
          editor: canary,
          deskNotes: fc.array(fc.record({ at: canary, by: canary, text: canary })),
          remindAt: canary,
          lastName: canary,
          title: canary,
          phoneDigits: canary,
          channel: canary,
          kind: fc.constantFrom(...memberKinds),
          helper: fc.record({ name: canary, email: canary }),
          consents: fc.array(fc.record({ what: canary, by: canary, page: canary })),
          expiresAt: canary,
          skills: fc.array(
            fc.record({ own: fc.constant('falegname'), qualified: canary, origin: fc.constant('practised') }),
          ),
          displayAs: fc.constantFrom('initial', 'company'),
          companyName: fc.constant('Legni srl'),
        }),
        (values) => {
          const shown = JSON.stringify(publicProfile(member({ ...active, ...values }), none))
          expect(shown).not.toContain('canary')
          expect(shown).not.toMatch(/unemployed|underemployed|never-employed/)
        },
      ),
    )
  })
})

describe('steps', () => {
  test('the table, from every status to every other', () => {
    const steps = memberStatuses.flatMap((from) =>
      memberStatuses.filter((to) => to !== from && memberLifecycle.leads(from, to)).map((to) => `${from} → ${to}`),
    )
    expect(steps).toEqual([
      'unconfirmed → pending',
      'unconfirmed → expired',
      'pending → active',
      'pending → refused',
      'pending → leaving',
      'active → paused',
      'active → suspended',
      'active → leaving',
      'paused → active',
      'paused → suspended',
      'paused → leaving',
      'suspended → active',
      'suspended → paused',
      'suspended → leaving',
      'refused → active',
      'refused → leaving',
      'leaving → left',
      'expired → unconfirmed',
    ])
  })

  test('only moderators and owners suspend, lift and let go for good, and say why they take somebody away', () => {
    const { suspend, lift, leave, approve } = memberLifecycle.transitions
    for (const { roles } of [suspend, lift, leave]) expect(roles).toEqual(['moderator', 'owner'])
    expect(suspend.reason && leave.reason).toBe(true)
    expect(approve.roles).toContain('editor')
  })
})

describe('leaks', () => {
  const at = (more: Record<string, unknown>) => privateValuesIn(member(more)).map(({ path, of }) => `${path} ${of}`)

  test.each<[string, Record<string, unknown>, string[]]>([
    ['nothing private', {}, []],
    ['the e-mail, in any case', { headline: 'MARIA.Colnaghi@posta.example' }, ['headline email', 'headline lastName']],
    ['the phone, as people write it', { experience: 'Tel. 333/12.34.567' }, ['experience phone']],
    ['the phone with its prefix', { experience: '0039 333 1234567' }, ['experience phone']],
    ['a phone that is to be shown', { experience: '333 1234567', phonePublic: true }, []],
    ['another number', { experience: '333 7654321' }, []],
    ['the last name as a name', { headline: 'Bottega Colnaghi' }, ['headline lastName']],
    ['the last name in capitals', { headline: 'BOTTEGA COLNAGHI' }, ['headline lastName']],
    ['a last name that is a word', { lastName: 'Rossi', headline: 'Tetti rossi e grondaie' }, []],
    [
      'a name with signs in it',
      { lastName: "D'Amico-Sforza", headline: "Da D'Amico-Sforza (dal 1950)" },
      ['headline lastName'],
    ],
    ['a name that is no pattern', { lastName: '.*+(', headline: 'Qualunque cosa' }, []],
    ['part of a longer word', { lastName: 'Costa', headline: 'Costantino il falegname' }, []],
    ['the last name that is shown', { displayAs: 'full', headline: 'Bottega Colnaghi' }, []],
    [
      'the first name behind a company',
      { displayAs: 'company', companyName: 'Legni srl', headline: 'Chiedere di Maria' },
      ['headline firstName'],
    ],
    ['a company that is not shown', { companyName: 'Legni srl', headline: 'Da legni  SRL' }, ['headline companyName']],
    ['a company of one common word', { companyName: 'Legni', headline: 'Compro legni' }, []],
    ['the company as written', { companyName: 'Legni Belli', headline: 'Da Legni Belli' }, ['headline companyName']],
    [
      'the helper',
      { helper: { name: 'Ugo Nespoli', email: 'u@n.example' }, experience: 'Ugo Nespoli mi aiuta: u@n.example' },
      ['experience helper.email', 'experience helper.name'],
    ],
    [
      'the phone in the company’s name',
      { displayAs: 'company', companyName: 'Legni 333 1234567' },
      ['companyName phone'],
    ],
    [
      'a number that is to be shown, in a name',
      { displayAs: 'company', companyName: 'Legni 333 1234567', phonePublic: true },
      ['companyName contact'],
    ],
    ['anybody’s address in a name', { firstName: 'Maria a@b.it' }, ['firstName contact']],
    ['a contact in a name that is not shown', { lastName: 'Colnaghi 340 1112223' }, []],
    ['the owner’s name in the company’s', { displayAs: 'company', companyName: 'Falegnameria Colnaghi' }, []],
    ['an editors’ note', { notes: 'Ha un piede rotto', experience: 'ha un piede rotto.' }, ['experience notes']],
    [
      'a skill’s note',
      { skills: [{ own: 'falegname', origin: 'practised', note: '3331234567' }] },
      ['skills.0.note phone'],
    ],
    ['a link to a phone', { links: [{ url: 'https://wa.me/393331234567' }] }, ['links.0.url phone']],
    ['a name in a link', { links: [{ url: 'https://colnaghi.example/Colnaghi' }] }, []],
    [
      'a masked e-mail in a link',
      { links: [{ url: 'https://x.example/?to=maria.colnaghi%40posta.example' }] },
      ['links.0.url email'],
    ],
  ])('%s', (_, more, leaks) => {
    expect(at(more)).toEqual(leaks)
  })
})

describe('what is missing before approval', () => {
  test.each<[Record<string, unknown>, string[]]>([
    [{}, []],
    [{ experience: '' }, []],
    [{ kind: 'unemployed', experience: ' ' }, ['experience']],
    [{ kind: 'company' }, ['companyName']],
    [{ skills: [] }, ['skills']],
    [{ modes: [] }, ['modes']],
    [{ place: { municipality: null, province: 'MI' } }, []],
    [{ place: { municipality: null, province: null } }, ['place.municipality']],
    [{ email: null, phone: null }, ['email']],
    [{ email: null, phone: null, helper: { name: 'Ugo', email: 'u@n.example', consent: true } }, ['consents.assisted']],
    [{ consents: [] }, ['consents.adult', 'consents.rules', 'consents.publish']],
    [{ consents: [], reach: 'network' }, ['consents.adult', 'consents.rules']],
    [{ availability: { state: 'from' } }, ['availability.from']],
  ])('%j lacks %j', (more, missing) => {
    expect(missingIn(member(more))).toEqual(missing)
  })
})

describe('hints', () => {
  const codes = (more: Record<string, unknown>) =>
    textHints(member(more)).map(({ code, values }) => `${code} ${values.field}`)

  test.each<[string, string[]]>([
    ['Restauro mobili dal 1998', []],
    ['Prezzi da 1000 a 20000 euro, 12/03/2024', []],
    ['Chiamami al 340 111 22 33', ['phone-in-text headline']],
    ['02-48001234 ore pasti', ['phone-in-text headline']],
    ['scrivi a bottega@legni.example', ['email-in-text headline']],
    ['bottega (at) legni.example', ['email-in-text headline']],
    ['Bottega in via Garibaldi 12', ['address-in-text headline']],
    ['P.zza del Duomo 3', ['address-in-text headline']],
    ['Faccio la via Francigena a piedi', []],
  ])('%s', (headline, expected) => {
    expect(codes({ headline })).toEqual(expected)
  })

  test.each([
    ['yes', 'regulated-yes', 'info'],
    ['no', 'regulated-no', 'warning'],
    ['unknown', 'regulated-unknown', 'warning'],
    [null, 'regulated-missing', 'warning'],
  ])('a regulated trade, declared %s', (qualified, code, tone) => {
    const skills = [{ skill: 's1', origin: 'practised', qualified }]
    expect(tradeHints(member({ skills }), () => ({ name: 'Elettricista', regulated: true }))).toEqual([
      { code, tone, values: { skill: 'Elettricista' } },
    ])
  })

  test('own words ask for a skill, free trades for nothing', () => {
    expect(tradeHints(member(), () => null).map(({ code }) => code)).toEqual(['own-words'])
    const skills = [{ skill: 's1', origin: 'practised' }]
    expect(tradeHints(member({ skills }), () => ({ name: 'Falegname', regulated: false }))).toEqual([])
  })

  test.each([
    [{ email: 'MARIA.colnaghi@posta.example' }, 'duplicate-email'],
    [{ email: 'x@y.example', phoneDigits: '3331234567' }, 'duplicate-phone'],
    [{ email: 'x@y.example', phoneDigits: '1' }, 'duplicate-name'],
    [{ email: 'x@y.example', phoneDigits: '1', firstName: ' COLNAGHI', lastName: 'maría' }, 'duplicate-name'],
  ])('%j may be the same person', (more, code) => {
    const one = { ...member(), phoneDigits: '3331234567' }
    expect(duplicateHints(one, [{ ...member(more), id: 'm2' }]).map((hint) => hint.code)).toEqual([code])
  })

  test('a duplicate in the trash is named as such, so that its link opens', () => {
    const other = { ...member(), id: 'm2', title: 'Maria', deletedAt: '2026-01-01T00:00:00.000Z' }
    expect(duplicateHints(member(), [other])).toEqual([
      { code: 'duplicate-email', tone: 'warning', values: { id: 'm2', title: 'Maria', trashed: 'true' } },
    ])
  })

  test.each<[string, Record<string, unknown>, string[]]>([
    ['small letters', { headline: 'falegnameria colnaghi' }, ['headline lastName']],
    ['no accents', { lastName: 'Müller', headline: 'Bottega Muller' }, ['headline lastName']],
    ['two letters', { lastName: 'Re', headline: 'Bottega Re' }, ['headline lastName']],
    ['two letters that are a word', { lastName: 'Re', headline: 'Un lavoro da re' }, []],
    ['part of a word', { lastName: 'Costa', headline: 'Costantino il falegname' }, []],
    ['what stops anyway', { headline: 'Bottega Colnaghi' }, []],
    ['a name that is shown', { displayAs: 'full', headline: 'bottega colnaghi' }, []],
  ])('a hidden name, perhaps: %s', (_, more, expected) => {
    const perhaps = textHints(member(more)).filter(({ code }) => code === 'name-in-text')
    expect(perhaps.map(({ values }) => `${values.field} ${values.of}`)).toEqual(expected)
  })

  test('any way to be reached will do, and is asked for as such', () => {
    const codes = blockingHints(member({ email: null, phone: null })).map(({ code }) => code)
    expect(codes).toEqual(['missing-contact'])
  })

  test('a namesake elsewhere is somebody else', () => {
    const other = { ...member({ email: 'x@y.example', place: { municipality: '058091' } }), id: 'm2' }
    expect(duplicateHints(member(), [other])).toEqual([])
  })
})

describe('joining', () => {
  const skills: JoinSkill[] = [{ given: { own: 'falegname', origin: 'practised' }, known: null }]
  const issues = (more: Record<string, unknown>) =>
    joinIssues(joinInput.parse({ ...joinBody, ...more }) as JoinData, skills).map(({ pointer }) => pointer)

  test.each<[Record<string, unknown>, string[]]>([
    [{}, []],
    [{ reach: 'network', consents: joinBody.consents.slice(0, 2) }, []],
    [{ consents: joinBody.consents.slice(0, 2) }, ['/consents/publish']],
    [{ kind: 'enthusiast' }, ['/experience']],
    [{ displayAs: 'company' }, ['/companyName']],
    [{ radiusKm: null }, []],
    [{ radiusKm: undefined }, ['/radiusKm']],
    [{ radiusKm: undefined, modes: ['remote'] }, []],
    [{ email: undefined, phone: '333 1234567' }, ['/email']],
    [{ email: undefined }, ['/email']],
    [
      { helper: { name: 'Ugo', email: 'u@n.example', consent: true }, email: undefined },
      ['/phone', '/consents/assisted'],
    ],
  ])('%j asks for %j', (more, pointers) => {
    expect(issues(more)).toEqual(pointers)
  })

  test('chosen skills are found by slug, own words by any name, retired ones not', () => {
    const known = [
      { id: 1, slug: 'sarta', regulated: false, active: true, names: ['Sarta', 'Tailor'] },
      { id: 2, slug: 'arrotino', regulated: false, active: false, names: ['Arrotino'] },
    ]
    const found = matchSkills(
      [
        { skill: 'sarta', origin: 'practised' },
        { own: 'TAILOR!', origin: 'passion' },
        { own: 'Arrotino', origin: 'passion' },
        { skill: 'mai', origin: 'passion' },
      ],
      known,
    )
    expect(found.map((one) => one.known?.id ?? null)).toEqual([1, 1, null, null])
  })
})

test.each([
  ['it', '2026-12-08', 'l’8 dicembre 2026'],
  ['it', '2026-12-07', 'il 7 dicembre 2026'],
  ['en', '2026-12-08', '8 December 2026'],
])('the day on which changes were asked reads well in %s: %s', (lang, date, day) => {
  const timeline = [{ at: `${date}T12:00:00.000Z`, by: 'network', from: 'pending', to: 'pending' }]
  expect(requestedChangesHints(member({ status: 'pending', timeline }), lang)).toMatchObject([{ values: { day } }])
  // The article comes with the day.
  expect(italian['hint-changes-asked']).toMatch(/chieste \{\{day\}\}/)
})
