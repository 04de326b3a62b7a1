// Next's settings for the demo network.
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { withPayload } from '@payloadcms/next/withPayload'

const here = path.dirname(fileURLToPath(import.meta.url))

/** Browsers that take brotli get the widgets as they were compressed at build time; Next itself only knows gzip. */
const brotliWidgets = {
  source: '/api/mokor/v1/widgets/:file',
  // Among others, and not refused by `q=0`.
  has: [
    {
      type: 'header',
      key: 'accept-encoding',
      value: '(?:.*,)?\\s*br\\s*(?:;(?!\\s*q=0(?:\\.0*)?\\s*(?:,|$)).*)?(?:,.*)?',
    },
  ],
}

/** The plugin's answers and pages bring their own, stricter ones: theirs would not stand beside these. */
const ownPages = [
  {
    key: 'Content-Security-Policy',
    value: "frame-ancestors 'self'; base-uri 'self'; form-action 'self'; object-src 'none'",
  },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'X-Frame-Options', value: 'SAMEORIGIN' },
]
const everywhere = [
  { key: 'Strict-Transport-Security', value: 'max-age=31536000' },
  { key: 'X-Content-Type-Options', value: 'nosniff' },
]

/** @type {import('next').NextConfig} */
const config = {
  // A folder that runs by itself, without the project around it.
  output: 'standalone',
  // TypeScript 7 has no JavaScript API for Next to call; `npm run types` checks this folder with the rest.
  typescript: { ignoreBuildErrors: true },
  // The plugin is a workspace: its files stand two folders up.
  turbopack: { root: path.join(here, '..', '..') },
  outputFileTracingRoot: path.join(here, '..', '..'),
  poweredByHeader: false,
  rewrites: async () => ({
    beforeFiles: [{ ...brotliWidgets, destination: '/api/mokor/v1/widgets/br/:file' }],
  }),
  headers: async () => [
    { ...brotliWidgets, headers: [{ key: 'Content-Encoding', value: 'br' }] },
    { source: '/:path*', headers: everywhere },
    { source: '/((?!api/).*)', headers: ownPages },
  ],
}

export default withPayload(config)
