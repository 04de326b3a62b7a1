// GET /teams/:slug: a public team, with those of its people who are public.
import { z } from 'zod'
import { publicLoad } from '../../plugin/api/concurrency.js'
import { Problem } from '../../plugin/api/problem.js'
import { readRoute } from '../../plugin/api/route.js'
import { teamDto } from './dto.js'
import { publicTeam } from './public-team.js'

export const team = readRoute({
  path: '/teams/:slug',
  features: ['directory', 'teams'],
  summary: 'A public team',
  query: z.object({}),
  answer: teamDto,
  async handle({ req, params, lang }) {
    const found = await publicLoad(req.payload).reads.run(() => publicTeam(req, params.slug ?? '', lang))
    if (!found) throw new Problem('not-found')
    return { body: { team: found } }
  },
})
