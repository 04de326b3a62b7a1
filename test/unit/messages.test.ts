// Every code that a guard, a schema or a service gives has its sentence, in both languages.
import fs from 'node:fs'
import path from 'node:path'
import { en } from '../../plugin/api/messages/en.js'
import { wordsFor } from '../../plugin/api/messages/index.js'
import { it as italian } from '../../plugin/api/messages/it.js'

/** Source files by path, but those that hold the sentences. */
const sources = ['plugin', 'collections'].flatMap((folder) =>
  fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.startsWith('api/messages'))
    .map((file) => ({ file: path.join(folder, file), text: fs.readFileSync(path.join(folder, file), 'utf8') })),
)

/** `code: 'x.y'` beside a pointer or parameter, `issue(pointer, 'x.y')`, and messages of the schemas. */
const patterns = [
  /(?:pointer|parameter)[^{}]*?,\s*code:\s*'([a-z][\w.-]*)'/gi,
  /\bissue\([^)]*?,\s*'([a-z][\w.-]*)'\)/g,
  /\brefusal\('([a-z][\w.-]*)'\)/g,
  /'\/[\w/]*',\s*'([a-z][\w-]*\.[\w-]+)'/gi,
]

/** Where else a quoted word is a code: looked at for those with a sentence, as hints and schemas have other words there. */
const more = [
  // code: 'x', or one of two
  /\bcode:\s*(?:[^',{}]*\?\s*)?'([a-z][\w.-]*)'/gi,
  /\bcode:[^',{}]*'[a-z][\w.-]*'\s*:\s*'([a-z][\w.-]*)'/gi,
  // [condition, `/${pointer}`, 'x']
  /`\/[\w/${}]*`,\s*'([a-z][\w.-]*)'/gi,
  /'\/[\w/]*',\s*'([a-z][\w.-]*)'/gi,
  // message of a schema: .max(80, 'x'), .refine(holds, 'x'), iso.date('x'), message: 'x'
  /\.(?:enum|literal|max|min|refine|regex)\((?:[^()']|'[^']*'[,\]]|\((?:[^()]|\([^()]*\))*\))*?,\s*'([a-z][\w.-]*)'\s*\)/gi,
  /\.date\('([a-z][\w.-]*)'\)/gi,
  /\b(?:message|error):\s*'([a-z][\w.-]*)'/gi,
]
/** Files that give codes as plain values: one turns zod's into ours (what it compares with is zod's), one judges links. */
const translations = [
  { file: 'plugin/api/issues.ts', given: /(?<!=== |from |\[)'([a-z][\w.-]*)'/gi },
  { file: 'plugin/values/web-link.ts', given: /return [^\n]*'([a-z][\w.-]*)'/g },
]

const found = (text: string, places: RegExp[]): string[] =>
  places.flatMap((place) => [...text.matchAll(place)].map(([, code = '']) => code))

const givenIn = (text: string): string[] => found(text, [...patterns, ...more])

const used = [...new Set(sources.flatMap(({ text }) => found(text, patterns)))]

const given = new Set(
  sources.flatMap(({ file, text }) => [
    ...givenIn(text),
    ...translations.flatMap((one) => (one.file === file ? found(text, [one.given]) : [])),
  ]),
)

test('codes are found at all', () => {
  expect(used).toEqual(expect.arrayContaining(['challenge.spent', 'place.unknown', 'phone.missing']))
})

test.each(used)('%s has a sentence', (code) => {
  expect(Object.keys(en.codes)).toContain(code)
  expect(Object.keys(italian.codes)).toContain(code)
})

test.each(Object.keys(en.codes))('%s is given by something', (code) => {
  expect([...given]).toContain(code)
})

test('a word that is a name of something else is not taken for a code', () => {
  const text = `text('type'), { name: 'choice', type: 'json', in: 'query' }, z.enum(['yes', 'unknown']), textOf(values, 'range')`
  expect(givenIn(text)).toEqual([])
})

test('both languages say the same things', () => {
  expect(Object.keys(italian.codes).sort()).toEqual(Object.keys(en.codes).sort())
})

test('a code without a sentence is still an answer, in a language we speak', () => {
  expect(wordsFor('fr').message('nobody-wrote-this')).toBe(en.codes.invalid)
  expect(wordsFor('it').message('toString')).toBe(italian.codes.invalid)
})
