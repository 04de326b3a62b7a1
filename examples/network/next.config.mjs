// Next's settings for the demo network.
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { withPayload } from '@payloadcms/next/withPayload'

const here = path.dirname(fileURLToPath(import.meta.url))

/** Browsers that take brotli get the widgets as they were compressed at build time; Next itself only knows gzip. */
const brotliWidgets = {
  source: '/api/mokor/v1/widgets/:file',
  has: [{ type: 'header', key: 'accept-encoding', value: '.*\\bbr\\b.*' }],
}

/** @type {import('next').NextConfig} */
const config = {
  // TypeScript 7 has no JavaScript API for Next to call; `npm run types` checks this folder with the rest.
  typescript: { ignoreBuildErrors: true },
  // The plugin is a workspace: its files stand two folders up.
  turbopack: { root: path.join(here, '..', '..') },
  outputFileTracingRoot: path.join(here, '..', '..'),
  poweredByHeader: false,
  rewrites: async () => ({
    beforeFiles: [{ ...brotliWidgets, destination: '/api/mokor/v1/widgets/br/:file' }],
  }),
  headers: async () => [{ ...brotliWidgets, headers: [{ key: 'Content-Encoding', value: 'br' }] }],
}

export default withPayload(config)
