// Where a document's page for printing stands in the admin.

export const printPath = '/mokor/print/:collection/:id'

/** @param collection its key, as the desk names it */
export const printAddress = (collection: string, id: number | string): `/${string}` =>
  `/mokor/print/${collection}/${encodeURIComponent(String(id))}`
