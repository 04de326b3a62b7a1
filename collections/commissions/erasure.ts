// Erases requests: those that nobody confirmed, and those that a restored backup brought back.
import type { PayloadRequest } from 'payload'
import { slugOf } from '../../plugin/runtime.js'
import { databaseId } from '../../plugin/values/document-id.js'
import type { Commission } from './types.js'

/** As it stands now, in the trash too: what lies there is erased in its time as well. */
export async function readWithTrash(req: PayloadRequest, target: string): Promise<Commission | null> {
  const { docs } = await req.payload.find({
    collection: slugOf(req.payload, 'commissions'),
    where: { id: { equals: databaseId(req.payload, target) } },
    trash: true,
    depth: 0,
    overrideAccess: true,
    req,
  })
  return (docs[0] as unknown as Commission | undefined) ?? null
}

/** Of a backup that was restored; whatever it stood at then. */
export async function eraseCommissionAgain(
  req: PayloadRequest,
  target: string,
  { dry }: { dry: boolean },
): Promise<boolean> {
  const commission = await readWithTrash(req, target)
  if (commission && !dry) await deleteCommission(req, commission)
  return commission !== null
}

export const deleteCommission = (req: PayloadRequest, { id }: Commission): Promise<unknown> =>
  req.payload.delete({ collection: slugOf(req.payload, 'commissions'), id, trash: true, overrideAccess: true, req })
