// A room brings every part or says that it has none: what is forgotten does not compile, what is brought twice stops the start.
import fs from 'node:fs'
import { collectionsOf, factsOf } from '../../plugin/assembly/sums.js'
import { defineRoom } from '../../plugin/room.js'
import { rooms } from '../support/rooms.js'
import { toyRoom } from '../support/toy-room/index.js'

/** The toy room's parts as it gives them to `defineRoom`. */
type Parts = Parameters<typeof defineRoom<'loans', 'person'>>[1]
const whole = { ...(toyRoom as unknown as Parts), without: ['person'] } satisfies Parts

test('a part that is neither brought nor named in `without` does not compile', () => {
  const { words: _words, ...wordless } = whole
  const { routes: _routes, ...routeless } = whole
  // @ts-expect-error the words are forgotten
  const first = defineRoom('loans', wordless)
  // @ts-expect-error the routes are forgotten
  const second = defineRoom('loans', routeless)
  const third = defineRoom('loans', { ...wordless, without: ['person', 'words'] })
  // Even where the compiler is not listened to, nothing breaks on what is missing.
  expect([first.words, second.routes, third.words]).toEqual([{ it: {}, en: {} }, [], { it: {}, en: {} }])
})

test('a name that is declared has its value, and no value stands for another name', () => {
  // @ts-expect-error the mail `loan-lent` is declared
  const first = defineRoom('loans', { ...whole, mails: { 'loan-confirm': whole.mails['loan-confirm'] } })
  // @ts-expect-error the feature is declared, so there is no doing without
  const second = defineRoom('loans', { ...whole, without: ['person', 'features'] })
  const { loans } = whole.collections
  // @ts-expect-error the collection is called `loans`
  const third = defineRoom('loans', { ...whole, collections: { loan: loans } })
  const { rights: _, ...withoutRights } = loans
  // @ts-expect-error nobody said who may do what
  const fourth = defineRoom('loans', { ...whole, collections: { loans: withoutRights } })
  expect([first, second, third, fourth].map(({ name }) => name)).toEqual(['loans', 'loans', 'loans', 'loans'])
})

test('two rooms that bring the same name stop the start, and are both named', () => {
  const twin = { ...toyRoom, name: 'lendings' }
  expect(() => factsOf([...rooms, toyRoom, twin])).toThrow(
    'the collection `loans` is brought by the rooms loans and lendings',
  )
  expect(() => collectionsOf([...rooms, { ...twin, collections: { teams: whole.collections.loans } }])).toThrow(
    'the collection `teams` is brought by the rooms teams and lendings',
  )
})

test('the recipe counts the toy room’s files as they are, and names only what is there', () => {
  const recipe = fs.readFileSync('collections/README.md', 'utf8')
  const entries = fs.readdirSync('test/support/toy-room', { recursive: true, withFileTypes: true })
  const folders = 1 + entries.filter((entry) => entry.isDirectory()).length
  // The module for built sites is the tests' own.
  const files = entries.filter((entry) => entry.isFile() && entry.name !== 'plugin.ts').length
  expect(recipe).toContain(`${files} files in ${folders} folders`)
  const named = [...recipe.matchAll(/`((?:plugin|collections|test)\/[\w./-]+)`/g)].map(([, name = '']) => name)
  expect(named.length).toBeGreaterThan(8)
  expect(named.filter((name) => !fs.existsSync(name))).toEqual([])
})
