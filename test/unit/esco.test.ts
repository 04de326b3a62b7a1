// ESCO's files: how they are read, matched with the skills that are there, and turned into new ones.

import { readAsked } from '../../collections/skills/commands/esco.js'
import { EscoFileError, matchEsco, readEsco, skillFromEsco } from '../../collections/skills/esco.js'

const head = 'conceptType,conceptUri,iscoGroup,code,preferredLabel,altLabels,status'
const it = `\uFEFF${head}
Occupation,esco:1,7522,7522.1,falegname/falegnama,"mobiliere/mobiliera
ebanista di bottega",released
Occupation,esco:2,7126,7126.7,idraulico/idraulica,,released
Occupation,esco:3,7412,7412.1,"elettromeccanico, esperto",elettricista,released
Occupation,esco:4,7412,7412.2,elettricista industriale,elettricista,released
Occupation,esco:5,6123,6123.1,apicoltore/apicoltrice,allevatore di api,released`
const en = `${head}
Occupation,esco:1,7522,7522.1,cabinet maker,"furniture maker
wood joiner",released
Occupation,esco:5,6123,6123.1,bee breeder,"apiarist",released`

const skill = (slug: string, name: { it: string; en: string }, synonyms: string[] = [], escoUri?: string) => ({
  id: slug,
  slug,
  names: name,
  synonyms: { it: synonyms, en: [] },
  escoUri,
})

const rows = [...readEsco(it, 'it'), ...readEsco(en, 'en')]

test('a file of ESCO is read whole: both genders, quoted lists, commas, the byte order mark', () => {
  expect(readEsco(it, 'it')[0]).toEqual({
    uri: 'esco:1',
    lang: 'it',
    preferred: ['falegname', 'falegnama'],
    alternative: ['mobiliere', 'mobiliera', 'ebanista di bottega'],
    isco: '7522',
  })
  expect(readEsco(it, 'it')[2]?.preferred).toEqual(['elettromeccanico, esperto'])
})

test.each([
  ['name,age\nada,3', 'conceptUri'],
  ['', 'conceptUri'],
  [`${head}\n"a`, 'is no CSV'],
])('another file is refused by what it lacks: %j', (csv, says) => {
  expect(() => readEsco(csv, 'it')).toThrow(EscoFileError)
  expect(() => readEsco(csv, 'it')).toThrow(says)
})

test('a skill is matched by its name in any language, by its synonyms, and by the address it has', () => {
  const { matches } = matchEsco(
    [
      skill('falegname', { it: 'Falegname', en: 'Carpenter' }),
      skill('bagni', { it: 'Bagni e caldaie', en: 'Bathrooms' }, ['Idraulica']),
      skill('miele', { it: 'Miele', en: 'Honey' }, [], 'esco:5'),
      skill('altro', { it: 'Tutt’altro', en: 'Something else' }),
    ],
    rows,
  )
  expect(matches.map(({ skill, uri }) => [skill.slug, uri])).toEqual([
    ['falegname', 'esco:1'],
    ['bagni', 'esco:2'],
    ['miele', 'esco:5'],
  ])
})

test('what ESCO adds joins the editors’ words; a word that leads to another skill stays there', () => {
  const { matches } = matchEsco(
    [
      skill('falegname', { it: 'Falegname', en: 'Carpenter' }, ['infissi', 'falegnama']),
      skill('arredi', { it: 'Mobiliere', en: 'Furniture maker' }, [], 'esco:9'),
    ],
    rows,
  )
  expect(matches[0]?.synonyms).toEqual({
    it: ['infissi', 'falegnama', 'mobiliera', 'ebanista di bottega'],
    en: ['cabinet maker', 'wood joiner'],
  })
})

test('two concepts that fit alike are for an editor to choose from; neither counts as free', () => {
  const { matches, unclear, free } = matchEsco([skill('elettricista', { it: 'Elettricista', en: 'Electrician' })], rows)
  expect(matches).toEqual([])
  expect(unclear.map(({ skill, uris }) => [skill.slug, uris])).toEqual([['elettricista', ['esco:3', 'esco:4']]])
  expect(free.map(([first]) => first?.uri)).toEqual(['esco:1', 'esco:2', 'esco:5'])
})

test('a concept becomes a skill in the languages of the network', () => {
  const bees = rows.filter(({ uri }) => uri === 'esco:5')
  expect(skillFromEsco(bees, 'farming', ['it', 'en'])).toEqual({
    escoUri: 'esco:5',
    sector: 'farming',
    active: true,
    names: { it: 'Apicoltore', en: 'Bee breeder' },
    synonyms: { it: ['apicoltrice', 'allevatore di api'], en: ['apiarist'] },
  })
  expect(skillFromEsco(bees, 'farming', ['en']).names).toEqual({ en: 'Bee breeder' })
})

test('the command’s words: files, and a group only with its sector', () => {
  expect(readAsked(['a_it.csv', '--isco', '61', '--isco', '7126', '--sector', 'farming'])).toEqual({
    files: ['a_it.csv'],
    groups: ['61', '7126'],
    sector: 'farming',
  })
  for (const wrong of [
    [],
    ['a_it.csv', '--isco', '61'],
    ['a_it.csv', '--sector', 'farming'],
    ['a_it.csv', '--sector', 'bees', '--isco', '61'],
    ['a_it.csv', '--isco', 'x', '--sector', 'farming'],
    ['a_it.csv', '--all'],
  ])
    expect(() => readAsked(wrong)).toThrow('payload mokor:esco')
})
