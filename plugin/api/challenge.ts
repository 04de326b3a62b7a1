// Proof of work (ALTCHA v2) that every public form carries: issued, verified, spent once.
import { createHmac } from 'node:crypto'
import { type Challenge, createChallenge, randomInt, verifySolution } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import type { Payload } from 'payload'
import { z } from 'zod'
import { throwIfAborted } from '../database/cancellation.js'
import { keysFor } from '../database/keys.js'
import { slugOf } from '../runtime.js'
import { isDuplicate } from '../values/error-kinds.js'
import { Problem } from './problem.js'

const algorithm = 'PBKDF2/SHA-256'
/** Rounds of one derivation; with up to `maxCounter` of them a browser takes ≤ 0.3 s. */
const cost = 1000
const maxCounter = 2000
const minutes = 30

/** What `GET /challenge` answers. */
export const challengeDto = z.object({
  parameters: z.object({
    algorithm: z.literal(algorithm),
    nonce: z.string(),
    salt: z.string(),
    cost: z.number().int(),
    keyLength: z.number().int(),
    keyPrefix: z.string(),
    keySignature: z.string().optional(),
    expiresAt: z.number().int(),
    data: z.object({ weight: z.number().int() }),
  }),
  signature: z.string(),
})

const solved = z.object({
  challenge: z.object({
    parameters: z.looseObject({
      nonce: z.string().max(64),
      expiresAt: z.number(),
      data: z.object({ weight: z.number() }).optional(),
    }),
    signature: z.string().max(128),
  }),
  solution: z.looseObject({ counter: z.number(), derivedKey: z.string().max(128) }),
})

/** A signature of a challenge is good for nothing else, nor one of its solution. */
function secretsOf(key: Buffer): { hmacSignatureSecret: string; hmacKeySignatureSecret: string } {
  const secret = (use: string) => createHmac('sha256', key).update(use).digest('hex')
  return { hmacSignatureSecret: secret('challenge'), hmacKeySignatureSecret: secret('solution') }
}

/** @param weight how many times the usual work; it costs us no more */
export const issueChallenge = (payload: Payload, weight: number): Promise<Challenge> =>
  createChallenge({
    algorithm,
    cost,
    counter: randomInt(maxCounter * weight),
    data: { weight },
    deriveKey,
    expiresAt: new Date(Date.now() + minutes * 60_000),
    ...secretsOf(keysFor(payload, 'challenges')[0]),
  })

interface SpentChallenge extends SolvedChallenge {
  id: string
  sent?: string | null
  answer?: unknown
}

export interface SolvedChallenge {
  nonce: string
  expiresAt: Date
}

/**
 * Checks a solved challenge without spending it.
 * @param answer base64url of JSON `{challenge, solution}`
 * @throws Problem `challenge`
 */
export async function verifyChallenge(
  payload: Payload,
  answer: string | undefined,
): Promise<SolvedChallenge & { weight: number }> {
  if (!answer) throw refusal('challenge.missing')
  const parsed = solved.safeParse(decode(answer))
  if (!parsed.success) throw refusal('challenge.invalid')
  const { challenge, solution } = parsed.data
  let result: Awaited<ReturnType<typeof verifySolution>> | null = null
  for (const key of keysFor(payload, 'challenges')) {
    result = await verifySolution({
      challenge: challenge as unknown as Challenge,
      solution: solution as unknown as Parameters<typeof verifySolution>[0]['solution'],
      deriveKey,
      ...secretsOf(key),
    }).catch(() => null)
    if (result?.verified) break
  }
  if (result?.expired) throw refusal('challenge.spent')
  if (!result?.verified) throw refusal('challenge.invalid')
  const { nonce, expiresAt, data } = challenge.parameters
  return { nonce, expiresAt: new Date(expiresAt * 1000), weight: data?.weight ?? 1 }
}

/**
 * Spends a challenge: of any number that try at once, in any process, one wins.
 * @param sent what it is spent on, in few characters
 * @throws Problem `challenge` when it was spent before; with the answer, when it was spent on the same
 */
export async function spendChallenge(
  payload: Payload,
  { nonce, expiresAt }: SolvedChallenge,
  sent: string,
): Promise<void> {
  const collection = slugOf(payload, 'challenges')
  // Looking first keeps repeats from writing; and where the database is gone, it is the look that waits for it.
  const spent = await payload.db.findOne<SpentChallenge>({ collection, where: { nonce: { equals: nonce } } })
  if (spent) throw refusal('challenge.spent', spent.sent === sent ? (spent.answer ?? undefined) : undefined)
  throwIfAborted()
  try {
    await payload.db.create({
      collection,
      data: { nonce, expiresAt: expiresAt.toISOString() },
      returning: false,
    })
  } catch (error) {
    if (isDuplicate(error)) throw refusal('challenge.spent')
    throw error
  }
}

/** Whoever lost the answer on its way, and sends the same again, is told it once more. */
export const keepAnswer = (payload: Payload, { nonce }: SolvedChallenge, sent: string, answer: unknown) =>
  payload.db.updateOne({
    collection: slugOf(payload, 'challenges'),
    where: { nonce: { equals: nonce } },
    data: { sent, answer },
    returning: false,
  })

/** A challenge that was spent on nothing can be sent again. */
export const releaseChallenge = (payload: Payload, { nonce }: SolvedChallenge): Promise<void> =>
  payload.db.deleteMany({ collection: slugOf(payload, 'challenges'), where: { nonce: { equals: nonce } } })

/** For a challenge that is good for nothing any more: who sent it asks for another. */
export const spentChallenge = (): Problem => refusal('challenge.spent')

const refusal = (code: string, answer?: unknown): Problem =>
  new Problem('challenge', [{ pointer: '/challenge', code }], undefined, answer)

function decode(answer: string): unknown {
  try {
    return JSON.parse(Buffer.from(answer, 'base64url').toString('utf8'))
  } catch {
    return null
  }
}
