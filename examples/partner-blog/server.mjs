// The partner blog's own small server: plain files, `<!--#include -->` as web servers have it, and the strictest policy.
import fs from 'node:fs/promises'
import http from 'node:http'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const site = path.join(path.dirname(fileURLToPath(import.meta.url)), 'site')
const types = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/** Everything the widgets need of a page, and nothing more. */
const policyOf = (network) =>
  [
    "default-src 'none'",
    `script-src 'self' ${network}`,
    "style-src 'self'",
    `connect-src ${network}`,
    `img-src 'self' ${network}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ].join('; ')

/** @returns {string | null} the file behind an address, or null where there is none of ours */
function fileOf(address) {
  let name
  try {
    name = decodeURIComponent(new URL(address, 'http://blog').pathname)
  } catch {
    return null
  }
  const file = path.join(site, name.endsWith('/') ? `${name}index.html` : name)
  const ours = file.startsWith(site + path.sep) && !file.startsWith(path.join(site, 'parts'))
  return ours && path.extname(file) in types ? file : null
}

async function read(file, network) {
  const text = await fs.readFile(file, 'utf8')
  if (path.extname(file) !== '.html') return text
  const parts = [...text.matchAll(/<!--#include virtual="\/parts\/([a-z-]+\.(?:html|svg))" -->/g)]
  const contents = await Promise.all(parts.map(([, name]) => fs.readFile(path.join(site, 'parts', name), 'utf8')))
  return parts
    .reduce((page, [mark], index) => page.replace(mark, () => contents[index]), text)
    .replaceAll('{{network}}', network)
}

/**
 * @param {{ network: string, port: number }} options `network` is the origin of the network's site
 * @returns {Promise<{ origin: string, close(): Promise<void> }>}
 */
export async function startBlog({ network, port }) {
  const server = http.createServer(async (request, response) => {
    const send = (status, type, body) =>
      response
        .writeHead(status, {
          'Content-Type': type,
          'Content-Security-Policy': policyOf(network),
          'Referrer-Policy': 'strict-origin-when-cross-origin',
          'X-Content-Type-Options': 'nosniff',
          'Cache-Control': 'no-cache',
        })
        .end(request.method === 'HEAD' ? undefined : body)
    const file = fileOf(request.url ?? '/')
    const body = file && (await read(file, network).catch(() => null))
    if (body) send(200, types[path.extname(file)], body)
    else send(404, types['.html'], await read(path.join(site, 'non-trovata.html'), network))
  })
  await new Promise((resolve, reject) => server.once('error', reject).listen(port, resolve))
  return {
    origin: `http://localhost:${server.address().port}`,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const network = new URL(process.env.NETWORK_URL ?? 'http://localhost:3000').origin
  const blog = await startBlog({ network, port: Number(process.env.BLOG_PORT ?? 3001) })
  console.log(`Filo & Pietra: ${blog.origin}, with the widgets of ${network}`)
  const stop = () => blog.close().then(() => process.exit(0))
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}
