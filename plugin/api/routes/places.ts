// GET /places: municipalities as somebody types, bigger towns first.
import { z } from 'zod'
import { placeSuggestionsDto } from '../../contract/dto.js'
import { searchMunicipalities } from '../../geo/index.js'
import { readRoute } from '../route.js'

const suggestions = 10

export const places = readRoute({
  path: '/places',
  features: [],
  summary:
    'Italian municipalities whose name, today’s or former, in any language, begins like `q`; those of a CAP; the one of an ISTAT code',
  query: z.object({ q: z.string().max(80, 'too-long').default('') }),
  answer: placeSuggestionsDto,
  // Italy's towns change once a year, and nobody can be seen in them.
  handle: async ({ query }) => ({
    cacheControl: 'public, max-age=86400',
    body: {
      places: searchMunicipalities(query.q, suggestions).map(({ code, name, province, provinceName, region }) => ({
        code,
        name,
        province: { code: province, name: provinceName },
        region,
      })),
    },
  }),
})
