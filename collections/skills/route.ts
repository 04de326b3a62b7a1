// GET /skills: trades and skills as somebody types, by name or by what people call them.
import { z } from 'zod'
import { readRoute } from '../../plugin/api/route.js'
import { directoryOf, skillNameIn } from '../../plugin/directory/index.js'
import { sectorIn } from './catalogue/sectors.js'
import { skillSuggestionsDto } from './dto.js'
import { suggestableSkills, suggestSkills } from './suggest.js'

const suggestions = 10

export const skills = readRoute({
  path: '/skills',
  features: [],
  summary: 'Skills whose name or synonym begins like `q`',
  query: z.object({ q: z.string().max(80, 'too-long').default('') }),
  answer: skillSuggestionsDto,
  handle: async ({ req, query, lang, ifNoneMatch }) => {
    const directory = directoryOf(req.payload)
    const version = await directory.version()
    const etag = directory.etag(version, '', ['skills', query.q, lang])
    if (etag === ifNoneMatch) return { body: null, etag }
    const known = await directory.remember('suggestions', version, () => suggestableSkills(req))
    const found = suggestSkills(known, query.q, lang, suggestions).map((skill) => ({
      slug: skill.slug,
      name: skillNameIn(skill, lang),
      sector: sectorIn(skill.sector, lang),
      regulated: skill.regulated,
    }))
    return { body: { skills: found }, etag }
  },
})
