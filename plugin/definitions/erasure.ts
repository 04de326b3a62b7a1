// Type of an erasure that the erasure log can ask for once more: a backup that was restored had brought the document back.
import type { PayloadRequest } from 'payload'
import type { CollectionKey } from './rooms.js'

export interface ErasureDefinition {
  /** Collection of the document. */
  document: CollectionKey
  /** Whether the document goes or is emptied as a whole: what is known of it elsewhere goes with it then. */
  whole: boolean
  /** Erases one document, and says whether anything was there to erase; `dry` only says it. */
  erase(req: PayloadRequest, id: string, how: { dry: boolean }): Promise<boolean>
}
