// Makes a unique slug from a name, with four random characters.
import type { PayloadRequest } from 'payload'
import type { CollectionKey } from '../options/index.js'
import { slugOf } from '../runtime.js'
import { randomCode } from '../values/short-code.js'
import { slugify } from '../values/slugify.js'

/**
 * @param key of a collection whose documents have a `slug`
 * @param otherwise where the name holds no Latin letter or digit
 */
export async function uniqueSlug(
  req: PayloadRequest,
  key: CollectionKey,
  name: string,
  otherwise: string,
): Promise<string> {
  const base = slugify(name, 60) || otherwise
  for (;;) {
    const slug = `${base}-${randomCode(4).toLowerCase()}`
    const { totalDocs } = await req.payload.count({
      collection: slugOf(req.payload, key),
      where: { slug: { equals: slug } },
      trash: true,
      overrideAccess: true,
      req,
    })
    if (totalDocs === 0) return slug
  }
}
