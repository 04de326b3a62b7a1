// Serves the widgets to partner sites: the loader, kept shortly, and its hashed chunks, kept for ever; compressed at build time.
import { promisify } from 'node:util'
import { brotliDecompress, gzip } from 'node:zlib'
import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { Problem } from '../problem.js'
import { type Answer, readRoute } from '../route.js'

type Build = typeof import('#served-widgets').default
type Encoding = 'br' | 'gzip'

export const widgets = readRoute({
  path: '/widgets/:file',
  features: ['widgets'],
  summary: 'The loader script and the chunks of the widgets, precompressed.',
  query: z.object({}),
  answer: null,
  contentType: 'text/javascript',
  handle: ({ req, params }) => {
    const accepted = (encoding: Encoding) => accepts(req.headers.get('accept-encoding'), encoding)
    return serve(req, params.file ?? '', inNext(req) ? undefined : (['br', 'gzip'] as const).find(accepted))
  },
})

export const brotliWidgets = readRoute({
  path: '/widgets/br/:file',
  features: ['widgets'],
  summary: 'The same in brotli, for sites whose server rewrites to it and sets Content-Encoding by itself.',
  query: z.object({}),
  answer: null,
  contentType: 'text/javascript',
  encoding: 'br',
  handle: ({ req, params }) => serve(req, params.file ?? '', 'br'),
})

async function serve({ payload }: PayloadRequest, name: string, encoding: Encoding | undefined): Promise<Answer> {
  const build = await served()
  if (!build) {
    payload.logger.error('payload-plugin-mokor: the widgets are not built; run `npm run build` in the package')
    throw new Problem('unavailable', [], 60)
  }
  const known = Object.hasOwn(build.files, name) ? build.files[name] : undefined
  if (!known) throw new Problem('not-found')
  return {
    body: await bytesOf(name, known.br, encoding),
    contentType: 'text/javascript; charset=utf-8',
    etag: encoding ? `${known.etag}-${encoding}` : known.etag,
    cacheControl: name === build.loader ? 'public, max-age=60, must-revalidate' : 'public, max-age=31536000, immutable',
    headers: {
      Vary: 'Accept-Encoding',
      'Cross-Origin-Resource-Policy': 'cross-origin',
      'Timing-Allow-Origin': '*',
      ...(encoding ? { 'Content-Encoding': encoding } : {}),
    },
  }
}

/**
 * A module rather than files: a site that is built into a folder of its own (`output: 'standalone'`, a function of a cloud) takes
 * along what is imported, not what would be read from the disk. Loaded when first asked for: 70 KB, about 2 ms.
 */
const served = (): Promise<Build | null> =>
  import('#served-widgets').then(({ default: build }) => build).catch(() => null)

/**
 * Next takes `Content-Encoding` off what a route answers, and would leave the bytes compressed: there we answer plain and
 * let Next compress. A site's next.config that sets the header itself rewrites to `/widgets/br/`.
 */
const inNext = (req: object): boolean => Boolean(process.env.NEXT_RUNTIME) || 'nextUrl' in req

/** Whether the header names the encoding and does not refuse it with `q=0`. */
function accepts(header: string | null, encoding: string): boolean {
  return (header ?? '').split(',').some((part) => {
    const [name = '', ...parameters] = part
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/)
    return name === encoding && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter))
  })
}

const kept = new Map<string, Promise<Uint8Array<ArrayBuffer>>>()

function bytesOf(name: string, br: string, encoding: Encoding | undefined): Promise<Uint8Array<ArrayBuffer>> {
  const key = `${name} ${encoding}`
  const bytes = kept.get(key) ?? encoded(br, encoding).then((made) => new Uint8Array(made))
  kept.set(key, bytes)
  return bytes
}

async function encoded(br: string, encoding: Encoding | undefined): Promise<Buffer> {
  const bytes = Buffer.from(br, 'base64')
  if (encoding === 'br') return bytes
  const plain = await promisify(brotliDecompress)(bytes)
  return encoding === 'gzip' ? promisify(gzip)(plain, { level: 9 }) : plain
}
