// Errors are told by what they hold, however a build has named their classes, and reach the editor with their sentence.
import { APIError, Forbidden, NotFound, ValidationError } from 'payload'
import { isProblem, Problem } from '../../plugin/api/problem.js'
import { answerFromError } from '../../plugin/collection/error-answer.js'
import { AbortedError, isGivenUp } from '../../plugin/database/cancellation.js'
import {
  fieldErrorsOf,
  isDuplicate,
  isRetryable,
  isUnreachable,
  publicErrorOf,
} from '../../plugin/values/error-kinds.js'

/** As a production build leaves it: no name, and another copy's class. */
function asBuilt<T extends Error>(error: T): T {
  const { message, ...held } = Object.getOwnPropertyDescriptors(error)
  return Object.defineProperties(Object.create(Error.prototype), {
    ...held,
    message: message as PropertyDescriptor,
    name: { value: '' },
  }) as T
}

const refused = (message: string) => new ValidationError({ errors: [{ path: 'links.0.url', message }] })
const italian = { t: () => 'Il valore deve essere univoco' }

test('fields that a collection refused', () => {
  expect(fieldErrorsOf(asBuilt(refused('No')))).toEqual([{ path: 'links.0.url', message: 'No' }])
  expect(fieldErrorsOf(asBuilt(new APIError('No', 400, { errors: [] }, true)))).toBeNull()
  expect(fieldErrorsOf(asBuilt(new APIError('No', 409, { errors: [{ id: 1, message: 'No' }] }, true)))).toBeNull()
  for (const other of [null, undefined, 'No', 7, new Error('No')]) expect(fieldErrorsOf(other)).toBeNull()
})

test.each([
  ['Value must be unique', undefined, true],
  ['Il valore deve essere univoco', italian, true],
  ['Il valore deve essere univoco', undefined, false],
  ['This field is required.', italian, false],
])('a duplicate: %s', (message, req, expected) => expect(isDuplicate(asBuilt(refused(message)), req)).toBe(expected))

test.each<[string, object, boolean]>([
  ['a duplicate key of MongoDB', { code: 11000 }, true],
  ['a write conflict', { codeName: 'WriteConflict' }, true],
  ['a transient label', { hasErrorLabel: (label: string) => label === 'TransientTransactionError' }, true],
  ['SQLite’s lock', { code: 'SQLITE_BUSY' }, true],
  ['Postgres’ serialization failure, wrapped', { cause: { code: '40001' } }, true],
  ['a missing table', { code: 'SQLITE_ERROR' }, false],
])('retried or not: %s', (_, error, expected) => expect(isRetryable(error)).toBe(expected))

test.each<[string, object, boolean]>([
  ['a refused connection, wrapped', { message: 'No', cause: { code: 'ECONNREFUSED' } }, true],
  ['the driver’s own name', { name: 'MongoServerSelectionError' }, true],
  ['an operation that waited for a connection', { message: 'Operation `x` buffering timed out after 10000ms' }, true],
  ['a fault of ours', new TypeError('x is not a function'), false],
])('out of reach or not: %s', (_, error, expected) => expect(isUnreachable(error)).toBe(expected))

test('problems and work that was given up', () => {
  expect(isProblem(asBuilt(new Problem('limit', [], 60)))).toBe(true)
  for (const other of [null, {}, { kind: 'toString', issues: [] }, new Error('limit')])
    expect(isProblem(other)).toBe(false)
  expect(isGivenUp(asBuilt(new AbortedError()))).toBe(true)
  expect(isGivenUp(new Error('given up'))).toBe(false)
})

describe('what the editor is answered', () => {
  const hook = answerFromError(['members'])
  const t = (key: string) => `[${key}]`
  const answer = (error: Error, said: object, slug = 'members') =>
    hook({ collection: { slug }, error, req: { t }, result: { errors: [said] } } as never)
  const unknown = { message: 'An unknown error occurred.' }
  const first = { errors: [{ path: 'headline', message: 'Manca' }] }

  test.each<[string, Error, object]>([
    ['a refusal without data', new APIError('Prima nel cestino', 409, null, true), { message: 'Prima nel cestino' }],
    ['what Payload says by itself', new NotFound(), { message: 'Not Found' }],
    ['what nobody may', new Forbidden(), { message: 'You are not allowed to perform this action.' }],
    [
      'a refusal with data',
      new APIError('Serve un motivo', 422, { field: 'reason' }, true),
      { name: 'APIError', data: { field: 'reason' }, message: 'Serve un motivo' },
    ],
    [
      'refused fields',
      new ValidationError({ ...first, collection: 'members' }),
      {
        name: 'ValidationError',
        data: { ...first, collection: 'members' },
        message: 'The following field is invalid: headline',
      },
    ],
  ])('%s', (_, error, expected) => {
    const built = asBuilt(error)
    for (const said of [unknown, { message: error.message }])
      expect(answer(built, said)).toEqual({ response: { errors: [expected] } })
  })

  test('a fault keeps its words to itself, and says so in the editor’s language', () => {
    const fault = new TypeError('x is not a function')
    for (const said of [unknown, { message: 'Something went wrong.' }])
      expect(answer(fault, said)).toEqual({ response: { errors: [{ message: '[error:unknown]' }] } })
    expect(publicErrorOf(asBuilt(new APIError('segreto', 500)))).toBeNull()
  })

  test('other collections, and what a site’s own hook has said, are left alone', () => {
    const refusal = new APIError('Prima nel cestino', 409, null, true)
    expect(answer(refusal, unknown, 'posts')).toBeUndefined()
    expect(answer(refusal, { message: 'Chiedi alla segreteria' })).toBeUndefined()
  })
})
