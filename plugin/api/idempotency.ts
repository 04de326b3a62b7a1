// Accepts a form once: spends its challenge or page token, counts it, runs its service, keeps the answer.
import { createHash } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import type { WriteFacts } from '../contract/write-facts.js'
import { throwIfAborted } from '../database/cancellation.js'
import type { ResolvedOptions } from '../options/index.js'
import { keepAnswer, releaseChallenge, type SolvedChallenge, spendChallenge } from './challenge.js'
import { countForm } from './limits.js'
import { isProblem } from './problem.js'
import type { ProblemKind } from './problem-kinds.js'

interface Form {
  /** A solved challenge of a widget, or the seal of a page. */
  challenge: SolvedChallenge
  /** Addresses whose daily limit the form counts against. */
  emails: string[]
  /** What the form says, challenge aside. */
  sent: unknown
  facts: WriteFacts
}

/**
 * Spent before it is counted: sending one challenge again and again closes no limit for others.
 * @throws Problem `challenge` (with the answer, where the same form was taken before), `limit`, and whatever `work` throws
 */
export async function acceptOnce<T>(
  req: PayloadRequest,
  options: ResolvedOptions,
  { challenge, emails, sent, facts }: Form,
  work: (facts: WriteFacts) => Promise<T>,
): Promise<T> {
  const hash = createHash('sha256').update(JSON.stringify(sent)).digest('base64url')
  await spendChallenge(req.payload, challenge, hash)
  const answer = await accepted().catch(async (error: unknown) => {
    if (mayBeSentAgain(error, facts)) await releaseChallenge(req.payload, challenge)
    throw error
  })
  // What was taken stays so, whether or not its answer can be kept.
  await keepAnswer(req.payload, challenge, hash, answer).catch((err: unknown) =>
    req.payload.logger.warn({ err, msg: 'payload-plugin-mokor: the answer to a form could not be kept' }),
  )
  return answer

  async function accepted(): Promise<T> {
    throwIfAborted()
    const held = await countForm(req, options, emails, facts)
    throwIfAborted()
    return work(held ? { ...facts, held } : facts)
  }
}

/**
 * What failed by no fault of the form can be sent as it is. Over a limit, or to be mended, only a page's seal is: a widget gets
 * a new challenge unseen, while the visitor of a page would be told that the form had arrived.
 */
const mayBeSentAgain = (error: unknown, { how }: WriteFacts): boolean =>
  !isProblem(error) || error.kind === 'unavailable' || (storedNothing.includes(error.kind) && how === 'page')

const storedNothing: readonly ProblemKind[] = ['limit', 'invalid']
