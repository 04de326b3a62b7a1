// POST /members: someone wants to join; a mail asks to confirm, then an editor approves.
import { joinIssues, joinNetwork } from '../../../collections/members/index.js'
import { confirmEnd } from '../../term.js'
import { joinInput, unconfirmedDto } from '../dto.js'
import { writeRoute } from '../route.js'

export const join = writeRoute({
  path: '/members',
  features: ['join'],
  summary: 'Join the network; the answer is the same whether or not the address is known',
  body: joinInput,
  answer: unconfirmedDto,
  success: 202,
  emails: ({ email, helper }) => [email, helper?.email].filter((one) => one !== undefined),
  answersEvenly: true,
  check: (sketch) => joinIssues(sketch),
  decoy: () => ({ status: 'unconfirmed', expiresAt: confirmEnd(new Date()).toISOString() }),
  async handle({ req, body, facts }) {
    const { expiresAt } = await joinNetwork(req.payload, body, facts)
    return { status: 'unconfirmed', expiresAt }
  },
})
