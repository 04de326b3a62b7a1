// Erases requests: those that nobody confirmed, and those that a restored backup brought back.
import type { PayloadRequest } from 'payload'
import { documents } from '../../plugin/database/documents.js'
import type { Commission } from './types.js'

/** As it stands now, in the trash too: what lies there is erased in its time as well. */
export const readWithTrash = (req: PayloadRequest, target: string): Promise<Commission | null> =>
  documents(req, 'commissions').byId(target, { trash: true })

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

export const deleteCommission = (req: PayloadRequest, { id }: Commission): Promise<void> =>
  documents(req, 'commissions').delete(id)
