// Every code that a guard, a schema or a service gives has its sentence, in both languages.
import fs from 'node:fs'
import path from 'node:path'
import { en } from '../../plugin/api/messages/en.js'
import { wordsFor } from '../../plugin/api/messages/index.js'
import { it as italian } from '../../plugin/api/messages/it.js'

const sources = ['plugin', 'collections'].flatMap((folder) =>
  fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.startsWith('api/messages'))
    .map((file) => fs.readFileSync(path.join(folder, file), 'utf8')),
)

/** `code: 'x.y'` beside a pointer or parameter, `issue(pointer, 'x.y')`, and messages of the schemas. */
const patterns = [
  /(?:pointer|parameter)[^{}]*?,\s*code:\s*'([a-z][\w.-]*)'/gi,
  /\bissue\([^)]*?,\s*'([a-z][\w.-]*)'\)/g,
  /\brefusal\('([a-z][\w.-]*)'\)/g,
  /'\/[\w/]*',\s*'([a-z][\w-]*\.[\w-]+)'/gi,
]

const used = [
  ...new Set(
    sources.flatMap((text) =>
      patterns.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[1] ?? '')),
    ),
  ),
]

test('codes are found at all', () => {
  expect(used).toEqual(expect.arrayContaining(['challenge.spent', 'place.unknown', 'phone.missing']))
})

test.each(used)('%s has a sentence', (code) => {
  expect(Object.keys(en.codes)).toContain(code)
  expect(Object.keys(italian.codes)).toContain(code)
})

test.each(Object.keys(en.codes))('%s is given by something', (code) => {
  expect(sources.filter((text) => text.includes(`'${code}'`))).not.toEqual([])
})

test('both languages say the same things', () => {
  expect(Object.keys(italian.codes).sort()).toEqual(Object.keys(en.codes).sort())
})

test('a code without a sentence is still an answer, in a language we speak', () => {
  expect(wordsFor('fr').message('nobody-wrote-this')).toBe(en.codes.invalid)
  expect(wordsFor('it').message('toString')).toBe(italian.codes.invalid)
})
