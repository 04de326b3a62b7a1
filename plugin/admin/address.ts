// Builds addresses of admin pages and of the API, for any admin route, API route and base path.
import { formatAdminURL } from 'payload/shared'

type Route = `/${string}`

/** For Next's own links and for mails; a plain `<a>` in a page wants `includeBasePath`. */
export const adminAddress = (admin: string, path: Route, includeBasePath = false): string =>
  formatAdminURL({ adminRoute: admin as Route, path, includeBasePath })

/** @param id of a document; its page in the trash where it is there */
export const documentAddress = (admin: string, slug: string, id: unknown, trashed = false): string =>
  adminAddress(admin, `/collections/${slug}/${trashed ? 'trash/' : ''}${id}`)

export const apiAddress = (
  { serverURL, routes }: { serverURL: string; routes: { api: string } },
  path: Route,
): string => formatAdminURL({ apiRoute: routes.api as Route, serverURL, path })
