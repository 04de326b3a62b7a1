// Keys for each use, and how one is changed without shutting what was made before.
import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import type { Payload } from 'payload'
import { issueChallenge, verifyChallenge } from '../../plugin/api/challenge.js'
import { keysFor } from '../../plugin/database/keys.js'
import { issueToken, readToken } from '../../plugin/forms/token.js'
import type { KeyUse } from '../../plugin/options/keys.js'

/** A site as far as keys look at it. */
const siteWith = (secret: string, keys: Partial<Record<KeyUse, string[]>> = {}): Payload =>
  ({ secret, config: { custom: { mokor: { options: { keys } } } } }) as unknown as Payload

const former = 'the-secret-of-last-year'
const before = siteWith(former)
const changed = siteWith('the-secret-of-this-year')
const both = siteWith('the-secret-of-this-year', { challenges: ['a-secret-of-their-own', former] })

test('each use has a key of its own, and none is the secret', () => {
  const keys = (['links', 'challenges', 'limits'] as const).map((use) => keysFor(before, use)[0].toString('hex'))
  expect(new Set(keys).size).toBe(3)
  expect(keys.join()).not.toContain(Buffer.from(former).toString('hex'))
  expect(keysFor(both, 'challenges')).toHaveLength(3)
  expect(keysFor(both, 'links')).toHaveLength(1)
})

test('a page drawn before the change is taken while the former secret is named', () => {
  const token = issueToken(before, 'ask')
  expect(readToken(both, 'ask', token)).not.toBeNull()
  expect(readToken(changed, 'ask', token)).toBeNull()
  expect(readToken(changed, 'ask', issueToken(both, 'ask'))).toBeNull()
  expect(readToken(both, 'give', token)).toBeNull()
})

test('so is a solved challenge', async () => {
  const challenge = await issueChallenge(before, 1)
  const solution = await solveChallenge({ challenge, deriveKey })
  const answer = Buffer.from(JSON.stringify({ challenge, solution })).toString('base64url')
  expect(await verifyChallenge(both, answer)).toMatchObject({ weight: 1 })
  await expect(verifyChallenge(changed, answer)).rejects.toMatchObject({ kind: 'challenge' })
})
