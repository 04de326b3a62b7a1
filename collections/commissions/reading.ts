// Reads a request as it stands now.
import type { PayloadRequest } from 'payload'
import { documents } from '../../plugin/database/documents.js'
import type { Commission, DocumentId } from './types.js'

export const readCommission = (req: PayloadRequest, id: DocumentId): Promise<Commission | null> =>
  documents(req, 'commissions').byId(id)
