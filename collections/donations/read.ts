// Reads one donation for mails and jobs, whoever asks.
import type { PayloadRequest } from 'payload'
import { documents } from '../../plugin/database/documents.js'
import type { Donation } from './types.js'

export const readDonation = (req: PayloadRequest, id: string): Promise<Donation | null> =>
  documents(req, 'donations').byId(id)
