// The parts of the directory by themselves: words, turns, cursors, rows, circles, shared reads.
import fc from 'fast-check'
import { placeNear } from '../../collections/members/directory/near.js'
import { suggestable, suggestSkills } from '../../collections/skills/suggest.js'
import { rowOf } from '../../plugin/directory/build.js'
import { Memory } from '../../plugin/directory/cache.js'
import { listedCard } from '../../plugin/directory/card.js'
import { circleOf } from '../../plugin/directory/near.js'
import { cursorOf, type Position, positionAfter, positionOf } from '../../plugin/directory/position.js'
import { rotationOf, rotationStart } from '../../plugin/directory/rotation.js'
import { sharedRead } from '../../plugin/directory/shared-read.js'
import { wordsAsked } from '../../plugin/directory/sigla.js'
import { byBytes, questionWords, termsAsked, termsOfTexts, wordsOf } from '../../plugin/directory/words.js'
import { municipality } from '../../plugin/geo/index.js'
import { dayInItaly } from '../../plugin/values/dates.js'
import { organisation } from '../support/organisation.js'
import { profile } from '../support/profiles.js'
import { resolveOptions } from '../support/rooms.js'

/** Whether a row of these texts answers a question: no other row is there. */
function answers(q: string, row: Parameters<typeof termsOfTexts>[0]): boolean {
  const terms = termsOfTexts(row)
  const begun = (beginning: string) => terms.filter((term) => term.startsWith(beginning))
  const { words } = questionWords(q)
  return (
    words.length > 0 &&
    termsAsked(words, begun)
      .flat()
      .every((list) => list.some((term) => terms.includes(term)))
  )
}

const foldedIn = (question: string) => {
  const { words, setAside } = wordsAsked(question)
  return { words: words.map(({ word, also }) => ({ word, also })), setAside }
}

describe('words', () => {
  test('signs part words, and long runs are cut', () => {
    expect(wordsOf('Dell’acqua, porte/finestre (2 mani)')).toEqual(['dell', 'acqua', 'porte', 'finestre', '2', 'mani'])
    expect(wordsOf('x'.repeat(100))).toEqual(['x'.repeat(40)])
  })

  test.each([
    ['falegnami', 'falegname'],
    ['riparazioni', 'riparazione'],
    ['carpenters', 'carpenter'],
    ['pittrice', 'pittore'],
    ['pittrici', 'pittori'],
    ['muratrice', 'muratori'],
    ['stiratrice', 'stiratore'],
    ['dottoressa', 'dottore'],
    ['avvocatessa', 'avvocata'],
    ['giardiniera', 'giardiniere'],
    ['parrucchieri', 'parrucchiere'],
    ['cuoche', 'cuoco'],
    ['operai', 'operaia'],
    ['idrauliche', 'idraulico'],
    ['psicologhe', 'psicologi'],
    ['estetiste', 'estetista'],
    ['dalie', 'dalia'],
  ])('%s is found by %s, and the other way round', (a, b) => {
    expect(answers(a, { short: [b] })).toBe(true)
    expect(answers(b, { short: [a] })).toBe(true)
  })

  test.each([
    ['dog sitter', 'dogsitter', 'dog-sitter', 'Dog\u00adSitter'],
    ['web master', 'webmaster', 'web-master'],
    ['e-commerce', 'ecommerce'],
    ['wi-fi', 'wifi', 'wi fi'],
    ['l’aquila', 'laquila'],
    ['baby sitter', 'babysitter'],
    ['tutto fare', 'tuttofare'],
    ['t-shirt', 'tshirt'],
    ['Müller', 'Mueller'],
  ])('%s is found however it is written: %s', (...ways) => {
    for (const written of ways)
      for (const asked of ways)
        for (const row of [{ short: [`Sono ${written} a Roma`] }, { names: [written] }])
          expect([written, asked, answers(asked, row)]).toEqual([written, asked, true])
  })

  test.each([
    ['delia', 'Riparo i muri della casa, del balcone e delle scale'],
    ['dalia', 'Vengo dalle valli, dal lunedì al sabato'],
    ['lucia', 'Impianti elettrici: luci e citofoni'],
    ['maria', 'Reti per il mare'],
    ['nella', 'Nella mia bottega, nelle case'],
    ['ecommerce', 'Commercio e commerce'],
    ['ali', 'Anche alle feste'],
    ['???', 'Di tutto'],
    ['🔧', 'Riparo 🔧 tutto'],
  ])('%s is not found in «%s»', (q, text) => {
    expect(answers(q, { short: [text], long: [text], names: [] })).toBe(false)
  })

  test.each(['Delia', 'Nella', 'Mia', 'Lo Presti', 'Di Blasi', 'Müller', 'D’Angelo'])(
    'the name %s finds its people',
    (name) => {
      expect(answers(name, { names: [`${name} R.`] })).toBe(true)
      expect(answers(name.toUpperCase(), { names: [`Anna ${name}`] })).toBe(true)
    },
  )

  test.each([
    ['restauro di mobili di casa', ['restauro', 'mobili', 'casa'], []],
    ['di', ['di'], []],
    [' … ', [], []],
    ['idraulico URGENTE', ['idraulico'], ['URGENTE']],
    ['un bravo falegname, economico!', ['falegname'], ['bravo', 'economico']],
    ['urgente', ['urgente'], []],
    ['Anna C.', ['anna', 'c'], []],
    ['c’è un idraulico', ['idraulico'], []],
    ['l’idraulico', ['idraulico'], []],
    ['cerco una brava', ['brava'], []],
    ['e-commerce', ['ecommerce'], []],
  ])('%j asks for %j and sets %j aside', (q, words, setAside) => {
    const asked = questionWords(q)
    expect(asked.words.map(({ word }) => word)).toEqual(words)
    expect(asked.setAside).toEqual(setAside)
  })

  test.each([
    ['idraulico MI', 'idraulico milano'],
    ['idraulico TO', 'idraulico torino'],
    ['idraulico LE', 'idraulico lecce'],
    ['idraulico RM', 'idraulico roma'],
    ['idraulico pd', 'idraulico padova'],
    ['Idraulico (mi)', 'idraulico milano'],
    ['idraulico, to', 'idraulico torino'],
    ['IDRAULICO MI', 'idraulico milano'],
    ['idraulico MI urgente', 'idraulico milano urgente'],
    ['sarta MB', 'sarta monza brianza'],
    ['sarta OT', 'sarta gallura nord est sardegna'],
    ['falegname BZ', 'falegname bolzano'],
  ])('%s is asked as %s', (sigla, name) => {
    expect(foldedIn(sigla)).toEqual(foldedIn(name))
  })

  test.each([
    'mi serve un idraulico',
    'le riparazioni',
    'lezioni di canto si',
    'pittore e decoratore',
    'dell’arte',
    'mi',
    'ci vediamo',
  ])('%s has no sigla', (question) => {
    expect(wordsAsked(question)).toEqual(questionWords(question))
  })

  test('what is a thing and a sigla is looked for as either', () => {
    const { words } = wordsAsked('riparazioni TV')
    expect(termsAsked(words, () => [])[1]?.[0]).toEqual(expect.arrayContaining(['tv', 'treviso']))
    expect(foldedIn('riparazioni tv').words.flatMap(({ also }) => also)).not.toContain('treviso')
    expect(wordsAsked('idraulico (TV)').words).toHaveLength(2)
  })

  test('the order of words is that of their bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        expect(Math.sign(byBytes(a, b))).toBe(Math.sign(Buffer.compare(Buffer.from(a), Buffer.from(b))))
      }),
    )
  })
})

describe('rotation', () => {
  test('turns are 31 bits and well spread', () => {
    const turns = Array.from({ length: 4000 }, (_, n) => rotationOf(`persona-${n}`))
    expect(turns.every((turn) => Number.isInteger(turn) && turn >= 0 && turn < 2 ** 31)).toBe(true)
    const quarters = [0, 0, 0, 0]
    for (const turn of turns) quarters[Math.floor(turn / 2 ** 29)]! += 1
    for (const count of quarters) expect(Math.abs(count - 1000)).toBeLessThan(150)
  })

  test('the day turns at midnight in Rome, summer and winter', () => {
    expect(dayInItaly(new Date('2026-07-01T21:59:59Z'))).toBe('2026-07-01')
    expect(dayInItaly(new Date('2026-07-01T22:00:00Z'))).toBe('2026-07-02')
    expect(dayInItaly(new Date('2026-01-01T22:59:59Z'))).toBe('2026-01-01')
    expect(dayInItaly(new Date('2026-01-01T23:00:00Z'))).toBe('2026-01-02')
    expect(rotationStart('2026-01-01')).not.toBe(rotationStart('2026-01-02'))
  })
})

describe('cursors', () => {
  const turn = fc.integer({ min: 0, max: 2 ** 31 - 1 })
  const positions: fc.Arbitrary<Position> = fc.record({
    start: turn,
    turn,
    band: fc.constantFrom(0 as const, 1 as const),
    km: fc.option(fc.integer({ min: 0, max: 500 })),
    comes: fc.constant(false),
    shown: fc.integer({ min: 1, max: 50 }),
  })
  const coming: fc.Arbitrary<Position> = positions.map((one) => ({ ...one, band: 0, km: one.km ?? 7, comes: true }))

  test('carry a position and belong to their question', () => {
    fc.assert(
      fc.property(fc.oneof(positions, coming), (position) => {
        const cursor = cursorOf(position, 'one')
        expect(positionOf(cursor, 'one')).toEqual(position)
        expect(positionOf(cursor, 'two')).toBeNull()
        expect(cursor).toMatch(/^[\w-]+$/)
      }),
    )
  })

  test('of nobody’s making are refused', () => {
    const forge = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
    for (const value of [
      null,
      1,
      [],
      {},
      { v: 1, q: 'a', s: 1, t: 1 },
      { v: 3, q: 'a', s: 1, t: 1 },
      { v: 2, q: 'a', s: 1 },
      { v: 2, q: 'a', s: 1, t: { $gt: 0 } },
      { v: 2, q: 'a', s: 1, t: 1, n: 1e9 },
      { v: 2, q: 'a', s: 1, t: 1, d: -1 },
      { v: 2, q: 'a', s: 1, t: 1, c: 1 },
      { v: 2, q: 'a', s: 1, t: 1, d: 3, b: 1, c: 1 },
      { v: 2, q: 'a', s: 1, t: 1, d: 3, c: 2 },
    ])
      expect(positionOf(forge(value), 'a')).toBeNull()
    fc.assert(fc.property(fc.string(), (text) => expect(positionOf(text, 'a')).toBeNull()))
  })

  test('count how many of one turn were shown', () => {
    const placed = (turn: number) => ({ band: 0 as const, km: null, turn, comes: false })
    expect(positionAfter([placed(1), placed(5), placed(5)], { start: 0 })).toMatchObject({ turn: 5, shown: 2 })
    const from: Position = { start: 0, band: 0, km: null, turn: 5, comes: false, shown: 2 }
    expect(positionAfter([placed(5)], from)).toMatchObject({ turn: 5, shown: 3 })
    expect(positionAfter([], from)).toBeNull()
  })
})

describe('rows', () => {
  test('the same profile gives the same row, whatever its id; a public word changes the digest', () => {
    const one = rowOf(profile({ id: 'a', slug: 's' }), new Map())
    const two = rowOf(profile({ id: 'b', slug: 's' }), new Map())
    expect({ ...two, id: 'a' }).toEqual(one)
    expect(rowOf(profile({ id: 'a', slug: 's', experience: 'x' }), new Map()).digest).not.toBe(one.digest)
  })

  test('a town without a centre of its own has no coordinates: its distance would be another town’s', () => {
    const row = rowOf(profile({ id: 'a', municipality: null, province: 'MI' }), new Map())
    expect([row.lat, row.lng, row.region]).toEqual([null, null, 'Lombardia'])
  })

  test('a skill’s synonyms are strong, experience and place are not', () => {
    const skill = { slug: 'falegname', own: null, origin: 'practised' as const, years: null, note: 'solo sabato' }
    const words = new Map([['falegname', { slug: 'falegname', words: ['Falegname', 'Carpentiere'] }]])
    const row = rowOf(profile({ id: 'a', skills: [skill], experience: 'In bottega' }), words)
    expect(row.strong).toEqual(expect.arrayContaining(['falegname', 'carpentiere', 'restauro', 'maria']))
    expect(row.tokens).toEqual(expect.arrayContaining([...row.strong, 'bottega', 'milano', 'sabato']))
    for (const weak of ['bottega', 'milano', 'sabato']) expect(row.strong).not.toContain(weak)
  })
})

describe('places in rows', () => {
  const tokensOf = (code: string) => rowOf(profile({ id: 'a', municipality: code }), new Map()).tokens

  test('are found by both languages, by former names, and by what their province is called', () => {
    expect(tokensOf('021008')).toEqual(expect.arrayContaining(['bolzano', 'bozen', 'sudtirol']))
    expect(tokensOf('021033')).toEqual(expect.arrayContaining(['funes', 'villnoss', 'bozen']))
    expect(tokensOf('025075')).toEqual(expect.arrayContaining(['setteville', 'quero', 'vas']))
    expect(tokensOf('015146')).toEqual(expect.arrayContaining(['milano', 'milan']))
  })

  test('a code that a merger or a new province replaced is published as today’s', () => {
    expect(rowOf(profile({ id: 'a', municipality: '090047', province: 'SS' }), new Map())).toMatchObject({
      municipality: '113017',
      province: 'OT',
      region: 'Sardegna',
    })
    expect(rowOf(profile({ id: 'a', municipality: '041032', province: 'PU' }), new Map()).municipality).toBe('041044')
  })

  test('rows published with a former code are in the circle', () => {
    const { lat, lng } = municipality('113017')!
    const circle = circleOf({ lat, lng, radiusKm: 10 })
    expect([circle.kmOf.get('113017'), circle.kmOf.get('090047')]).toEqual([0, 0])
  })
})

describe('cards', () => {
  const from = { state: 'from', from: '2026-12-01' } as const
  const row = rowOf(
    profile({
      id: '1',
      headline: 'Dice: "distanceKm":null, e "comes":false}',
      skills: [{ slug: 'falegname', own: null, origin: 'practised', years: 3, note: null }],
      availability: from,
    }),
    new Map(),
  )
  const options = resolveOptions(
    { organisation, publicUrl: 'https://rete.example' },
    {
      serverURL: 'https://rete.example',
      basePath: '',
      apiRoute: '/api',
      slugs: ['users'],
    },
  )
  const skills = new Map([['falegname', { names: { it: 'Falegname', en: 'Carpenter' } }]])
  const reading = { options, lang: 'it', skills, day: '2026-11-30' }
  const card = (km: number | null, comes: boolean, read: Partial<typeof reading> = {}) =>
    JSON.parse(listedCard(row, km, comes, { ...reading, ...read })) as object

  test('say the distance and who comes, of the question alone', () => {
    const { headline } = row
    expect(card(null, false)).toMatchObject({ headline, distanceKm: null, comes: false })
    expect(card(3, false)).toMatchObject({ headline, distanceKm: 3, comes: false, skills: [{ slug: 'falegname' }] })
    expect(card(12, true)).toMatchObject({ distanceKm: 12, comes: true, page: expect.stringContaining(row.slug) })
  })

  test('follow the language, the day and what skills are called now', () => {
    expect(card(null, false)).toMatchObject({ skills: [{ name: 'Falegname' }], availability: from })
    expect(card(null, false, { lang: 'en' })).toMatchObject({ skills: [{ name: 'Carpenter' }] })
    expect(card(null, false, { day: '2026-12-01' })).toMatchObject({ availability: { state: 'now' } })
    const renamed = new Map([['falegname', { names: { it: 'Ebanista', en: 'Joiner' } }]])
    expect(card(null, false, { skills: renamed })).toMatchObject({ skills: [{ name: 'Ebanista' }], availability: from })
    expect(card(null, false)).toMatchObject({ skills: [{ name: 'Falegname' }], availability: from })
  })
})

describe('near', () => {
  test('a circle holds towns by whole kilometres, and touches provinces', () => {
    const milano = municipality('015146')!
    const circle = circleOf({ lat: milano.lat, lng: milano.lng, radiusKm: 25 })
    expect(circle.kmOf.get('015146')).toBe(0)
    expect(circle.rings[0]?.towns).toContain('015146')
    const kms = circle.rings.map((ring) => ring.km)
    expect(kms).toEqual(kms.toSorted((a, b) => a - b))
    expect(circle.provinces).toEqual(expect.arrayContaining(['MI', 'MB']))
    expect(circle.provinces).not.toContain('RM')
  })

  test.each(['Atlantide', '000000', '91,0', '1e3,4', '', 'San Teodoro'])('%s is no one place', (near) => {
    expect(() => placeNear(near)).toThrow('near')
  })

  test.each(['015146', 'Milano', 'milan', '45.46, 9.19'])('%s is Milano', (near) => {
    const { lat, lng } = placeNear(near)
    expect([Math.round(lat), Math.round(lng)]).toEqual([45, 9])
  })
})

describe('a shared read', () => {
  const turnOfLoop = () => new Promise<void>((resolve) => setImmediate(resolve))

  test('never answers with what was read before the question, and one runs at a time', async () => {
    let value = 0
    const pending: (() => void)[] = []
    const read = sharedRead(async () => {
      const seen = value
      await new Promise<void>((resolve) => pending.push(resolve))
      return seen
    })
    const early = read()
    await turnOfLoop()
    value = 1
    const late = [read()]
    await turnOfLoop()
    late.push(read(), read())
    await turnOfLoop()
    expect(pending).toHaveLength(1)
    value = 2
    pending[0]?.()
    expect(await early).toBe(0)
    pending[1]?.()
    expect(await Promise.all(late)).toEqual([2, 2, 2])
    expect(pending).toHaveLength(2)
  })

  test('all who ask in one turn of the event loop cost one read', async () => {
    let reads = 0
    const read = sharedRead(async () => ++reads)
    expect(await Promise.all(Array.from({ length: 50 }, read))).toEqual(Array(50).fill(1))
    expect(await read()).toBe(2)
  })

  test('a read that never comes back holds nobody up for long', async () => {
    let clock = 0
    let reads = 0
    const read = sharedRead(
      () => (++reads === 1 ? new Promise<string>(() => {}) : Promise.resolve('back')),
      () => clock,
    )
    void read()
    await turnOfLoop()
    const behind = read()
    await turnOfLoop()
    expect(reads).toBe(1)
    clock = 6_000
    expect(await read()).toBe('back')
    expect(await behind).toBe('back')
    expect(await read()).toBe('back')
  })

  test('a read that fails fails those who waited for it, and no one after', async () => {
    let broken = true
    const read = sharedRead(async () => {
      if (broken) throw new Error('away')
      return 'back'
    })
    await expect(read()).rejects.toThrow('away')
    broken = false
    expect(await read()).toBe('back')
  })
})

test('a memory keeps the newest, shares work, and forgets failures', async () => {
  const memory = new Memory<number>(2)
  let worked = 0
  const work = async () => ++worked
  expect(await Promise.all([memory.get('a', work), memory.get('a', work)])).toEqual([1, 1])
  await memory.get('b', work)
  await memory.get('c', work)
  expect(await memory.get('a', work)).toBe(4)
  await expect(memory.get('d', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await memory.get('d', work)).toBe(5)
})

test('suggestions: the word itself first, then what begins so, then what holds such a word', () => {
  const skill = (slug: string, it: string, synonyms: string[] = []) =>
    suggestable({ slug, names: { it }, synonyms: { it: synonyms }, sector: 'crafts' })
  const skills = [
    skill('montaggio-mobili', 'Montaggio mobili'),
    skill('mobili', 'Mobili'),
    skill('mobili-antichi', 'Mobili antichi'),
    skill('falegname', 'Falegname', ['mobili su misura']),
    skill('sarta', 'Sarta'),
  ]
  expect(suggestSkills(skills, 'mobili', 'it', 9).map(({ slug }) => slug)).toEqual([
    'mobili',
    'mobili-antichi',
    'falegname',
    'montaggio-mobili',
  ])
  expect(suggestSkills(skills, 'mob ant', 'it', 9).map(({ slug }) => slug)).toEqual(['mobili-antichi'])
  expect(suggestSkills(skills, '', 'it', 2).map(({ slug }) => slug)).toEqual(['falegname', 'mobili'])
})
