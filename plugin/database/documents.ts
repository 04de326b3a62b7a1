// Documents of one collection as the site's own code reads and writes them: typed by the collection's key, without relations,
// whoever asks, in the caller's transaction.
import type { PayloadRequest, Where } from 'payload'
import type { CollectionKey, DocumentOf } from '../definitions/rooms.js'
import { slugOf } from '../runtime.js'
import { type DocumentId, databaseId } from '../values/document-id.js'

interface WithTrash {
  /** Those in the trash too. @default false */
  trash?: boolean
}

interface Found extends WithTrash {
  /** @default 0: all */
  limit?: number
  sort?: string
  /** Fields that editors do not see too. @default false */
  showHiddenFields?: boolean
}

export interface Documents<Doc> {
  /** Null where there is none. */
  byId(id: DocumentId, how?: WithTrash): Promise<Doc | null>
  find(where: Where, how?: Found): Promise<Doc[]>
  count(where: Where, how?: WithTrash): Promise<number>
  create(data: Record<string, unknown>, context?: Record<string, unknown>): Promise<Doc>
  /** For good. */
  delete(id: DocumentId): Promise<void>
}

export function documents<K extends CollectionKey>(req: PayloadRequest, key: K): Documents<DocumentOf<K>> {
  type Doc = DocumentOf<K>
  const { payload } = req
  const own = { collection: slugOf(payload, key), depth: 0, overrideAccess: true, req }
  return {
    async byId(given, { trash = false } = {}) {
      const id = databaseId(payload, given)
      // A word where ids are numbers is nobody's.
      if (Number.isNaN(id)) return null
      return (await payload.findByID({ ...own, id, trash, disableErrors: true })) as unknown as Doc | null
    },
    async find(where, { limit = 0, ...how } = {}) {
      const { docs } = await payload.find({ ...own, ...how, where, limit, pagination: false })
      return docs as unknown as Doc[]
    },
    async count(where, how = {}) {
      return (await payload.count({ ...own, ...how, where })).totalDocs
    },
    async create(data, context = {}) {
      return (await payload.create({ ...own, data, context })) as unknown as Doc
    },
    async delete(id) {
      await payload.delete({ ...own, id, trash: true })
    },
  }
}
