// Why somebody fits a request, in the words that its client may read.
import type { PayloadRequest } from 'payload'
import type { DocumentId } from '../../../plugin/values/document-id.js'
import type { Commission } from '../types.js'
import { candidatesByHand, parametersOf } from './read.js'
import { publicReasons, reasonWords } from './reasons.js'
import { reasonsOf } from './shortlist.js'

/** None of who is not in the roster: paused, or gone. */
export async function publicReasonsOf(
  req: PayloadRequest,
  commission: Commission,
  { id }: { id: DocumentId },
  lang: string,
): Promise<string[]> {
  const { request, candidates } = await candidatesByHand(req, commission, [String(id)])
  const reasons = candidates.flatMap((one) => reasonsOf(one, request, parametersOf(req)))
  return publicReasons(reasons).map(({ code, params }) => reasonWords(code, params, lang))
}
