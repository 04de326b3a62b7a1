// GET /members/:slug: one published profile; hidden and unknown ones give the same 404.
import { z } from 'zod'
import { publicLoad } from '../../../plugin/api/concurrency.js'
import { Problem } from '../../../plugin/api/problem.js'
import { readRoute } from '../../../plugin/api/route.js'
import { memberAnswerDto } from '../../../plugin/directory/dto.js'
import { directoryOf, memberProfile } from '../../../plugin/directory/index.js'
import { mokor } from '../../../plugin/runtime.js'
import { dayInItaly } from '../../../plugin/values/dates.js'
import { skillLabels } from '../../skills/index.js'

export const member = readRoute({
  path: '/members/:slug',
  features: ['directory'],
  summary: 'One published member, with all skills, experience and links',
  query: z.object({}),
  answer: memberAnswerDto,
  handle: async ({ req, params, lang, ifNoneMatch }) => {
    const directory = directoryOf(req.payload)
    const slug = params.slug ?? ''
    const day = dayInItaly(new Date())
    const version = await directory.version()
    const etag = directory.etag(version, day, ['member', slug, lang])
    if (etag === ifNoneMatch) return { body: null, etag }
    const { reads } = publicLoad(req.payload)
    const body = await directory.answer(etag, async () => {
      const row = await reads.run(() => directory.row(slug))
      if (row?.type !== 'member') throw new Problem('not-found')
      const skills = await directory.remember('skills', version, () => skillLabels(req))
      return JSON.stringify({ member: memberProfile(row, { options: mokor(req.payload).options, lang, skills, day }) })
    })
    return { body, etag }
  },
})
