// Reads one donation for mails and jobs, whoever asks.
import type { PayloadRequest } from 'payload'
import { slugOf } from '../../plugin/runtime.js'
import type { Donation } from './types.js'

export async function readDonation(req: PayloadRequest, id: string): Promise<Donation | null> {
  const donation = await req.payload.findByID({
    collection: slugOf(req.payload, 'donations'),
    id,
    depth: 0,
    overrideAccess: true,
    disableErrors: true,
    req,
  })
  return donation as unknown as Donation | null
}
