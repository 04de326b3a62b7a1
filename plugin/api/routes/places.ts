// GET /places: municipalities as somebody types, bigger towns first.
import { z } from 'zod'
import { municipality, searchMunicipalities } from '../../geo/index.js'
import { placeSuggestionsDto } from '../dto.js'
import { readRoute } from '../route.js'

const suggestions = 10

/** An ISTAT code is a whole answer: how whoever holds one, e.g. from `near`, learns what the place is called. */
const placesLike = (q: string) =>
  /^\d{6}$/.test(q) ? [municipality(q)].flatMap((town) => town ?? []) : searchMunicipalities(q, suggestions)

export const places = readRoute({
  path: '/places',
  features: [],
  summary: 'Italian municipalities whose name begins like `q`, or the one whose ISTAT code it is',
  query: z.object({ q: z.string().max(80, 'too-long').default('') }),
  answer: placeSuggestionsDto,
  // Italy's towns change once a year, and nobody can be seen in them.
  handle: async ({ query }) => ({
    cacheControl: 'public, max-age=86400',
    body: {
      places: placesLike(query.q.trim()).map(({ code, name, province, provinceName, region }) => ({
        code,
        name,
        province: { code: province, name: provinceName },
        region,
      })),
    },
  }),
})
