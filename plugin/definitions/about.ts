// Types of what a mail or a job is about: the document whose id stands beside it in the outbox.
import type { PayloadRequest } from 'payload'
import type { CollectionKey } from './rooms.js'

export interface About {
  /** Collection of the document: what waits in the outbox about it goes when it is erased. */
  document: CollectionKey
  /** What editors open to put things right, where that is not the document itself; null where they may open nothing. */
  opens?: ((req: PayloadRequest, target: string) => Promise<{ document: CollectionKey; id: string } | null>) | null
}
