// GET /members/:slug/picture: the photograph of a published profile, and of no other.
import { z } from 'zod'
import { publicLoad } from '../../plugin/api/concurrency.js'
import { Problem } from '../../plugin/api/problem.js'
import { readRoute } from '../../plugin/api/route.js'
import { directoryOf } from '../../plugin/directory/index.js'
import { pictureBytes } from './public-picture.js'

export const memberPicture = readRoute({
  path: '/members/:slug/picture',
  features: ['directory', 'pictures'],
  summary: 'Photograph of a published member, WebP, 320 or 640 pixels square',
  query: z.object({ size: z.enum(['320', '640']).optional() }),
  answer: null,
  contentType: 'image/webp',
  handle: async ({ req, params, query, ifNoneMatch }) => {
    const directory = directoryOf(req.payload)
    // The engine may keep rows in memory: the version brings them up to date.
    await directory.version()
    const { reads } = publicLoad(req.payload)
    const shown = (await reads.run(() => directory.row(params.slug ?? '')))?.picture
    if (!shown) throw new Problem('not-found')
    const width = query.size === '640' ? 640 : 320
    const etag = `${shown.digest}-${width}`
    if (etag === ifNoneMatch) return { body: null, etag }
    const picture = await reads.run(() => pictureBytes(req, shown.id, width))
    if (!picture) throw new Problem('not-found')
    // Always asked again (the default): kept by a browser, a withdrawn member's face would stay.
    return { body: picture.bytes, contentType: picture.contentType, etag: `${picture.digest}-${width}` }
  },
})
