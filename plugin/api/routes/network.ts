// GET /network: what a widget must know of the network before it draws a form.
import { z } from 'zod'
import { networkDto } from '../../contract/dto.js'
import { mokor } from '../../runtime.js'
import { networkFacts } from '../network.js'
import { readRoute } from '../route.js'

export const network = readRoute({
  path: '/network',
  features: [],
  summary: 'Name, languages, features, addresses and notes of the network',
  query: z.object({}),
  answer: networkDto,
  handle: async ({ req, lang }) => ({ body: networkFacts(mokor(req.payload).options, lang) }),
})
