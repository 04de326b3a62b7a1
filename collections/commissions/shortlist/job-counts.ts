// What the offers and jobs of members come to, for the roster.
import type { PayloadRequest } from 'payload'
import type { JobCounts } from '../../../plugin/roster/index.js'

/** By id of the member; who was never asked is left out. */
export async function jobCounts(
  _req: PayloadRequest,
  _ids: readonly string[],
): Promise<ReadonlyMap<string, JobCounts>> {
  return new Map()
}
