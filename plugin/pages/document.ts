// The HTML document around every page: language, header, footer.

import { fallbackLanguage, pick } from '../i18n/localized.js'
import type { ResolvedOptions } from '../options/index.js'
import { Html, html, telephone } from './html.js'
import { style } from './style.js'

export interface PageContent {
  title: string
  body: Html
  /** @default 200 */
  status?: number
  /** Seconds, where it may be sent again later. */
  retryAfter?: number
}

export interface Frame {
  options: ResolvedOptions
  lang: string
  /** Path under the API's base, e.g. `/pages/ask`; for the switch of language. */
  path: string
  search: URLSearchParams
  /** Where that is not: its address on the site. */
  address?: string
  /** Not for search engines. */
  hidden: boolean
}

const words = {
  it: {
    skip: 'Vai al contenuto',
    report: 'Segnala un abuso',
    privacy: 'Privacy',
    rules: 'Regole',
    ranking: 'Come è ordinato l’elenco',
  },
  en: {
    skip: 'Go to the content',
    report: 'Report abuse',
    privacy: 'Privacy',
    rules: 'Rules',
    ranking: 'How people are ordered',
  },
}

const languageNames: Record<string, string> = { it: 'Italiano', en: 'English' }

/** Links between pages are relative to the API, wherever a proxy shows it. */
export const pathTo = (options: ResolvedOptions, path: string): string =>
  `${options.basePath}${options.apiRoute}/mokor/v1${path}`

export function documentOf(content: PageContent, frame: Frame): string {
  const { options, lang, path, search, hidden, address = pathTo(options, path) } = frame
  const { organisation } = options
  const text = pick(lang, words)
  const page = html`<!doctype html>
<html lang="${fallbackLanguage(lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${hidden && html`<meta name="robots" content="noindex">`}
<link rel="icon" href="${iconOf(organisation.name)}">
<title>${content.title} · ${organisation.name}</title>
<style>${new Html(style)}</style>
</head>
<body>
<a class="skip" href="#content">${text.skip}</a>
<header class="column">
${options.features.pages ? html`<a class="name" href="${pathTo(options, '/pages')}?lang=${lang}">${organisation.name}</a>` : html`<span class="name">${organisation.name}</span>`}
${languages(options, lang, address, search)}
</header>
<main class="column" id="content">
<h1>${content.title}</h1>
${content.body}
</main>
<footer class="column">
<p>${[organisation.name, pick(lang, organisation.legalForm), organisation.fiscalCode && `C.F.\u00a0${organisation.fiscalCode}`].filter(Boolean).join(' · ')}</p>
<p class="ways"><a href="mailto:${organisation.email}">${organisation.email}</a>${organisation.phone && html` ${telephone(organisation.phone)}`}</p>
<nav aria-label="${organisation.name}">
${organisation.privacyUrl && html`<a href="${organisation.privacyUrl}">${text.privacy}</a>`}
${organisation.rulesUrl && html`<a href="${organisation.rulesUrl}">${text.rules}</a>`}
${options.pages.includes('report') && html`<a href="${pathTo(options, '/pages/report')}?lang=${lang}">${text.report}</a>`}
${options.pages.includes('ranking') && html`<a href="${pathTo(options, '/pages/ranking')}?lang=${lang}">${text.ranking}</a>`}
</nav>
</footer>
</body>
</html>
`
  return page.text
}

/** The network's initial on its colour: browsers ask for an icon, and a site may have none. */
function iconOf(name: string): string {
  const picture = html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#0b6b63"/><text x="16" y="23" text-anchor="middle" font-family="system-ui,sans-serif" font-size="20" font-weight="600" fill="#fff">${[...name][0]}</text></svg>`
  return `data:image/svg+xml,${encodeURIComponent(picture.text)}`
}

/** The same page in the other languages we have words for. */
function languages(options: ResolvedOptions, lang: string, address: string, search: URLSearchParams): Html | false {
  const others = options.languages.filter((code) => code !== lang && Object.hasOwn(languageNames, code))
  if (others.length === 0) return false
  const links = others.map((code) => {
    const query = new URLSearchParams(search)
    query.set('lang', code)
    return html`<a href="${address}?${query.toString()}" hreflang="${code}" lang="${code}">${languageNames[code]}</a>`
  })
  return html`<nav aria-label="${pick(lang, { it: 'Lingua', en: 'Language' })}">${links}</nav>`
}
