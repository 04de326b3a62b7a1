// GET /challenge: the proof of work a form sends along; also where a form learns that its site is not admitted.
import { z } from 'zod'
import { mokor } from '../../runtime.js'
import { challengeDto, issueChallenge } from '../challenge.js'
import { publicLoad } from '../concurrency.js'
import { countChallenge, weightNow } from '../limits.js'
import { forOrigin, isAdmitted } from '../origin.js'
import { Problem } from '../problem.js'
import { readRoute } from '../route.js'

export const challenge = readRoute({
  path: '/challenge',
  features: [],
  summary: 'Proof of work for one form; 403 where the site is not admitted',
  query: z.object({}),
  answer: challengeDto,
  neverTheSame: true,
  admittedOnly: true,
  async handle({ req }) {
    const { options } = mokor(req.payload)
    const origin = req.headers.get('origin')
    // Browsers send no Origin with a GET to their own site. The refusal stays readable to everybody: it is how a form
    // can say at once that its site is not admitted.
    if (origin !== null && !isAdmitted(origin, options)) throw new Problem('origin')
    const body = await publicLoad(req.payload).challenges.run(async () => {
      await countChallenge(req)
      return issueChallenge(req.payload, await weightNow(req, options))
    })
    return {
      body,
      headers: origin === null ? { Vary: 'Origin' } : forOrigin(origin),
    }
  },
})
