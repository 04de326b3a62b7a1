// Payload, Next and React stay optional for whoever installs the package for its widgets alone: a site is told at its start which it lacks.
import fs from 'node:fs'
import path from 'node:path'
import type { Payload } from 'payload'

/** From version, below major: as `peerDependencies` has them. Of the optional ones, what is there must fit. */
export const peers = {
  payload: { from: '3.90.0', below: 4, needed: true },
  '@payloadcms/ui': { from: '3.90.0', below: 4, needed: true },
  '@payloadcms/next': { from: '3.90.0', below: 4, needed: false },
  next: { from: '16.3.3', below: 17, needed: true },
  react: { from: '19.0.0', below: 20, needed: true },
  'react-dom': { from: '19.0.0', below: 20, needed: true },
  '@payloadcms/db-mongodb': { from: '3.90.0', below: 4, needed: false },
  mongoose: { from: '8.24.0', below: 9, needed: false },
  sharp: { from: '0.33.0', below: null, needed: false },
} as const

type Peer = keyof typeof peers

const isOlder = (version: string, than: string): boolean =>
  version.replace(/[-+].*/, '').localeCompare(than, 'en', { numeric: true }) < 0

const rangeOf = (peer: Peer): string => {
  const { from, below } = peers[peer]
  return below === null ? `>=${from}` : `>=${from} <${below}`
}

/** One line for each package that is missing or does not fit, with what mends it. */
export function peerProblems(versions: ReadonlyMap<string, string>): string[] {
  return (Object.keys(peers) as Peer[]).flatMap((peer) => {
    const { from, below, needed } = peers[peer]
    const version = versions.get(peer)
    if (version === undefined && !needed) return []
    const fits = version && !isOlder(version, from) && (below === null || Number.parseInt(version, 10) < below)
    const has = version ? `the site has ${version}` : 'the site has none'
    return fits
      ? []
      : `payload-plugin-mokor needs ${peer} ${rangeOf(peer)}, ${has}: npm install "${peer}@${rangeOf(peer)}"`
  })
}

/** Version of a package as the site's folder sees it: its own, or that of a folder above. */
function versionAt(folder: string, name: string): string | undefined {
  try {
    return JSON.parse(fs.readFileSync(path.join(folder, 'node_modules', name, 'package.json'), 'utf8')).version
  } catch {
    const above = path.dirname(folder)
    return above === folder ? undefined : versionAt(above, name)
  }
}

/**
 * A built site carries its packages inside: what is asked here was asked when it was made. Where Payload itself is not
 * found, packages are kept in another way, and nothing can be said of the rest.
 */
export function warnOfPeers(payload: Payload, folder = /* turbopackIgnore: true */ process.cwd()): void {
  const versions = new Map<string, string>()
  for (const name of Object.keys(peers)) {
    const version = versionAt(folder, name)
    if (version) versions.set(name, version)
  }
  if (process.env.NODE_ENV === 'production' || !versions.has('payload')) return
  for (const problem of peerProblems(versions)) payload.logger.warn(problem)
}
