// The catalogue of trades: broad, named in both languages, without prices, and clear on which are regulated.
import { regulated } from '../../collections/skills/catalogue/regulated.js'
import { catalogue, sectors } from '../../collections/skills/catalogue.js'
import { newSynonyms } from '../../collections/skills/commands/seed.js'
import { suggestable, suggestSkills } from '../../collections/skills/suggest.js'

const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

test('the catalogue is broad: at least 160 trades, and every sector has some', () => {
  expect(catalogue.length).toBeGreaterThanOrEqual(160)
  for (const sector of Object.keys(sectors))
    expect(catalogue.filter((one) => one.sector === sector).length).toBeGreaterThanOrEqual(5)
})

test('slugs are unique, kebab-case and short', () => {
  expect(new Set(catalogue.map((one) => one.slug)).size).toBe(catalogue.length)
  for (const { slug } of catalogue) expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
})

test.each(['it', 'en'] as const)('every trade has a name of its own and two other words in %s', (lang) => {
  const names = catalogue.map((one) => fold(one.names[lang]))
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
  for (const one of catalogue) {
    expect([one.slug, one.synonyms[lang].length >= 2]).toEqual([one.slug, true])
    const words = one.synonyms[lang].map(fold)
    expect([one.slug, new Set(words).size]).toEqual([one.slug, words.length])
    expect(words).not.toContain(fold(one.names[lang]))
    expect(words).not.toContain('')
  }
})

test('regulated trades say why in both languages, and every note belongs to a trade', () => {
  const slugs = new Set(catalogue.map((one) => one.slug))
  expect(Object.keys(regulated).filter((slug) => !slugs.has(slug))).toEqual([])
  for (const slug of ['elettricista', 'idraulico', 'oss', 'estetista', 'avvocato', 'psicologo', 'guida-turistica'])
    expect(catalogue.find((one) => one.slug === slug)?.regulated?.it).toBeTruthy()
  for (const one of catalogue)
    if (one.regulated) expect([one.regulated.it.length > 15, one.regulated.en.length > 15]).toEqual([true, true])
  expect(catalogue.find((one) => one.slug === 'falegname')?.regulated).toBeUndefined()
})

test('says nothing of prices', () => {
  expect(JSON.stringify(catalogue)).not.toMatch(/€|tariff|prezz|price|commission[ei]? del/i)
})

describe('people’s own words lead to their trade', () => {
  const skills = catalogue.map((trade) => suggestable({ ...trade, regulated: Boolean(trade.regulated) }))
  const suggested = (q: string) => suggestSkills(skills, q, 'it', 5).map(({ slug }) => slug)

  test.each([
    ['colf', 'pulizie'],
    ['donna delle pulizie', 'pulizie'],
    ['badante', 'badante'],
    ['badanti', 'badante'],
    ['dogsitter', 'dog-sitter'],
    ['dog sitter', 'dog-sitter'],
    ['web master', 'wordpress'],
    ['webmaster', 'wordpress'],
    ['ecommerce', 'negozi-online'],
    ['e-commerce', 'negozi-online'],
    ['wi-fi', 'sistemista'],
    ['wifi', 'sistemista'],
    ['pittrice', 'pittore'],
    ['pittore', 'pittore'],
    ['idraulica', 'idraulico'],
    ['muratrice', 'muratore'],
    ['estetista', 'estetista'],
    ['tuttofare', 'tuttofare'],
    ['tutto fare', 'tuttofare'],
    ['traslochi', 'traslochi'],
    ['trasloco', 'traslochi'],
    ['giardiniera', 'giardiniere'],
    ['baby sitter', 'babysitter'],
    ['babysitter', 'babysitter'],
    ['elettricisti', 'elettricista'],
    ['falegnami', 'falegname'],
    ['parrucchiera', 'parrucchiere'],
    ['avvocatessa', 'avvocato'],
    ['sarta', 'sarto'],
    ['cuoca', 'cuoco'],
    ['imbianchina', 'imbianchino'],
    ['fabbro', 'fabbro'],
    ['un idraulico', 'idraulico'],
    ['l’idraulico', 'idraulico'],
    ['taglio erba', 'giardiniere'],
    ['lavatrice', 'elettrodomestici'],
    ['telefonino', 'riparazione-telefoni'],
    ['tassista', 'autista'],
  ])('%s: %s first', (q, slug) => {
    expect(suggested(q)[0]).toBe(slug)
  })

  test('lessons of every kind are among those for «ripetizioni»', () => {
    expect(suggested('ripetizioni')).toEqual(
      expect.arrayContaining(['ripetizioni-matematica', 'ripetizioni-lettere', 'aiuto-compiti']),
    )
  })

  test.each([
    ['colf', 'consulente-lavoro'],
    ['wi-fi', 'serramentista'],
  ])('%s has nothing to do with %s', (q, slug) => {
    expect(suggested(q)).not.toContain(slug)
  })

  test.each(['🔧', '???', 'qwertyz'])('%s: none', (q) => {
    expect(suggested(q)).toEqual([])
  })
})

test.each<[what: string, stored: string[], offered: number | null, expected: string[]]>([
  ['all of them there', ['a', 'b', 'c', 'd'], 4, []],
  ['two new ones', ['a', 'b'], 2, ['c', 'd']],
  ['one new one that an editor wrote already', ['a', 'b', 'D'], 2, ['c']],
  ['one taken out', ['a'], 4, []],
  ['nothing written down, two new ones', ['a', 'b', 'mine'], null, ['c', 'd']],
  ['nothing written down, one taken out before', ['b', 'mine'], null, ['c', 'd']],
  ['nothing written down, all words the editors’ own', ['mine'], null, []],
  ['a language that the network did not speak', [], 0, ['a', 'b', 'c', 'd']],
])('synonyms that a trade is to get: %s', (_, stored, offered, expected) => {
  expect(newSynonyms(['a', 'b', 'c', 'd'], stored, offered)).toEqual(expected)
})
