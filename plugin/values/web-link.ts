// Links that people give of their own sites: each leads to a named site on the open web, and looks like what it is. Pure.
import { isIP } from 'node:net'
import { domainToUnicode } from 'node:url'

/** Names of networks that a stranger's browser cannot reach, or that are its own machine. */
const closed =
  /(?:^|\.)(?:localhost|localdomain|local|internal|intranet|lan|home|corp|private|invalid|onion|home\.arpa)$|\.arpa$/

/** Letters that can be taken for Latin ones. */
const alike =
  /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}\p{Script=Coptic}\p{Script=Lisu}]/u
const latin = /\p{Script=Latin}/u

export type LinkFault = 'link.https' | 'link.user' | 'link.number' | 'link.closed' | 'link.port' | 'link.letters'

/** What is wrong with a link, as a key of the visitors' messages; null for one that may be shown. */
export function linkFault(url: string): LinkFault | null {
  // `https:///a` and `https:a` parse too, each as something else than it looks like.
  const parsed = /^https:\/\/[^/\\?#\s]/i.test(url) ? parseUrl(url) : null
  if (!parsed) return 'link.https'
  const { username, password, hostname, port } = parsed
  if (username !== '' || password !== '' || /^https:\/\/[^/\\?#]*@/i.test(url)) return 'link.user'
  if (port !== '') return 'link.port'
  const host = hostname.replace(/\.+$/, '')
  // Numbers in whatever spelling are four parts by now.
  if (host.startsWith('[') || isIP(host) !== 0) return 'link.number'
  if (!host.includes('.') || closed.test(host)) return 'link.closed'
  return host.split('.').some(isMixed) ? 'link.letters' : null
}

/** Not by `URL.canParse`: once Node 20 has optimised it, it takes no address with Latin letters beyond ASCII (`città.it`). */
export function parseUrl(url: string): URL | null {
  try {
    return new URL(url)
  } catch {
    return null
  }
}

/** Whether a part of a host's name mixes Latin letters with others that look the same. */
function isMixed(part: string): boolean {
  const letters = domainToUnicode(part)
  return latin.test(letters) && alike.test(letters)
}

/** The host as people read it beside what a browser really asks for; null where the two are one. */
export function disguisedHost(url: string): { seen: string; real: string } | null {
  const real = parseUrl(url)?.hostname
  if (real === undefined) return null
  const seen = domainToUnicode(real)
  return seen === real || seen === '' ? null : { seen, real }
}
