// Serves the widgets to partner sites: the loader, kept shortly, and its hashed chunks, kept for ever; compressed at build time.
import fs from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { Problem } from '../problem.js'
import { type Answer, readRoute } from '../route.js'

interface Manifest {
  loader: string
  files: Record<string, { etag: string }>
}

interface Build {
  folder: string
  manifest: Manifest
  /** Tells one build from the next while a site under development runs. */
  mtimeMs: number
}

const encodings = [
  { name: 'br', extension: '.br' },
  { name: 'gzip', extension: '.gz' },
] as const

export const widgets = readRoute({
  path: '/widgets/:file',
  features: ['widgets'],
  summary: 'The loader script and the chunks of the widgets, precompressed.',
  query: z.object({}),
  answer: null,
  contentType: 'text/javascript',
  handle: ({ req, params }) => {
    const accepted = inNext(req)
      ? undefined
      : encodings.find((one) => accepts(req.headers.get('accept-encoding'), one.name))
    return serve(req, params.file ?? '', accepted)
  },
})

export const brotliWidgets = readRoute({
  path: '/widgets/br/:file',
  features: ['widgets'],
  summary: 'The same in brotli, for sites whose server rewrites to it and sets Content-Encoding by itself.',
  query: z.object({}),
  answer: null,
  contentType: 'text/javascript',
  handle: ({ req, params }) => serve(req, params.file ?? '', encodings[0]),
})

async function serve(
  { payload }: PayloadRequest,
  name: string,
  encoding: (typeof encodings)[number] | undefined,
): Promise<Answer> {
  const build = await currentBuild()
  if (!build) {
    payload.logger.error('payload-plugin-mokor: the widgets are not built; run `npm run build` in the package')
    throw new Problem('unavailable', [], 60)
  }
  // The manifest is the list of what may be served: no other name reaches the disk.
  const known = Object.hasOwn(build.manifest.files, name) ? build.manifest.files[name] : undefined
  if (!known) throw new Problem('not-found')
  return {
    body: await bytesOf(build, name + (encoding?.extension ?? '')),
    contentType: 'text/javascript; charset=utf-8',
    etag: encoding ? `${known.etag}-${encoding.name}` : known.etag,
    cacheControl:
      name === build.manifest.loader ? 'public, max-age=60, must-revalidate' : 'public, max-age=31536000, immutable',
    headers: {
      Vary: 'Accept-Encoding',
      'Cross-Origin-Resource-Policy': 'cross-origin',
      'Timing-Allow-Origin': '*',
      ...(encoding ? { 'Content-Encoding': encoding.name } : {}),
    },
  }
}

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

let found: Build | null = null

async function currentBuild(): Promise<Build | null> {
  for (const folder of found ? [found.folder] : folders()) {
    const file = path.join(folder, 'manifest.json')
    const stat = await fs.stat(file).catch(() => null)
    if (!stat) continue
    if (found?.mtimeMs === stat.mtimeMs) return found
    found = { folder, manifest: JSON.parse(await fs.readFile(file, 'utf8')) as Manifest, mtimeMs: stat.mtimeMs }
    kept.clear()
    return found
  }
  return null
}

/** Beside the built plugin, beside its sources, or where the site's own node_modules keep the package. */
function folders(): string[] {
  const here = path.dirname(fileURLToPath(import.meta.url))
  const candidates = [path.join(here, '../../../widgets/cdn'), path.join(here, '../../../dist/widgets/cdn')]
  try {
    // A bundler may have moved this module away from its package.
    const site = createRequire(path.join(process.cwd(), 'package.json'))
    candidates.push(path.join(path.dirname(site.resolve('payload-plugin-mokor/package.json')), 'dist/widgets/cdn'))
  } catch {
    // The site does not have us in its node_modules: the folders above must do.
  }
  return candidates
}

const kept = new Map<string, Promise<Uint8Array<ArrayBuffer>>>()

function bytesOf(build: Build, file: string): Promise<Uint8Array<ArrayBuffer>> {
  const ready = kept.get(file)
  if (ready) return ready
  const reading = fs.readFile(path.join(build.folder, file)).then((bytes) => new Uint8Array(bytes))
  kept.set(file, reading)
  reading.catch(() => kept.delete(file))
  return reading
}
