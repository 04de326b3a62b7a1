// Writes what the job's life keeps in a request beside its steps: no status moves, no rule of its fields is asked.
import type { PayloadRequest } from 'payload'
import { withoutValidation } from '../../../plugin/collection/skip-validation.js'
import { slugOf } from '../../../plugin/runtime.js'
import type { Commission } from '../types.js'
import type { Job } from './types.js'

type Kept = Partial<Job> & Partial<Pick<Commission, 'consents' | 'shareAsked'>>

export const keep = async (req: PayloadRequest, { id }: Commission, data: Kept): Promise<Commission> =>
  (await withoutValidation(req, () =>
    req.payload.update({
      collection: slugOf(req.payload, 'commissions'),
      id,
      data,
      depth: 0,
      overrideAccess: true,
      trash: true,
      req,
    }),
  )) as unknown as Commission
