// A paper as a page to print, and as a file: for whoever holds a link to it, and for editors.
import type { PayloadRequest } from 'payload'
import { languageOf } from '../api/language.js'
import type { Paper, PaperPart } from '../definitions/paper.js'
import { pick } from '../i18n/localized.js'
import type { ResolvedOptions } from '../options/index.js'
import { documentOf, type PageContent } from './document.js'
import { type Html, html, lines } from './html.js'
import { contentSecurityPolicy } from './style.js'

const words = {
  it: {
    print: 'Si può stampare da qui, con la stampa del browser, o tenere come file.',
    pdf: 'Scarica il PDF',
    back: 'Torna alla pagina',
    select: 'Tocca il testo: si seleziona tutto. Poi copialo.',
  },
  en: {
    print: 'It can be printed from here, by the browser, or kept as a file.',
    pdf: 'Download the PDF',
    back: 'Back to the page',
    select: 'Touch the text: all of it is selected. Then copy it.',
  },
}

/** @param address the paper's own, without query; the PDF's is the same with `.pdf` */
export const paperLinks = (label: string, address: string, lang: string): Html =>
  html`<p class="ways"><a href="${address}?lang=${lang}">${label}</a> <a href="${address}.pdf?lang=${lang}">${pick(lang, words).pdf}</a></p>`

interface Around {
  address: string
  /** The page it was come to from. */
  from?: string
}

export function paperContent(paper: Paper, { address, from }: Around): PageContent {
  const { title, about, lang, parts } = paper
  const text = pick(lang, words)
  return {
    title,
    body: html`<p class="muted">${about}</p>
<p class="screen">${text.print} <a href="${address}.pdf?lang=${lang}">${text.pdf}</a></p>
${parts.map((part) => partOf(part, text.select))}${from && html`<p class="screen"><a href="${from}">${text.back}</a></p>`}`,
  }
}

const partOf = ({ heading, facts = [], paragraphs = [], copy }: PaperPart, select: string): Html =>
  html`${heading && html`<h2>${heading}</h2>`}
${facts.length > 0 && html`<dl>${facts.map(({ label, value }) => html`<div><dt>${label}</dt><dd>${lines(value)}</dd></div>`)}</dl>`}
${paragraphs.map((paragraph) => html`<p>${lines(paragraph)}</p>`)}${
  copy &&
  html`<p>${copy.label} <span class="muted screen">${select}</span></p>
<pre class="copy">${copy.text}</pre>`
}
`

/** Kept nowhere on its way: whoever may no longer see it must not find it in a cache. */
const secret = {
  'X-Content-Type-Options': 'nosniff',
  'X-Robots-Tag': 'noindex',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
}

export async function pdfResponse(paper: Paper, { organisation }: ResolvedOptions): Promise<Response> {
  const { pdfOf } = await import('../paper/pdf.js')
  const bytes = await pdfOf(paper, organisation.name)
  return new Response(new Uint8Array(bytes), {
    headers: {
      ...secret,
      'Content-Type': 'application/pdf',
      'Content-Disposition': `inline; filename="${paper.file}.pdf"`,
      'Cache-Control': 'private, no-store',
    },
  })
}

/** For an endpoint of the desk, whose user may read it: a page at `address`, or a file where `.pdf` was asked for. */
export async function paperResponse(
  req: PayloadRequest,
  options: ResolvedOptions,
  address: string,
  paperIn: (lang: string) => Promise<Paper | null>,
): Promise<Response | null> {
  const search = new URL(req.url ?? '', 'http://localhost').searchParams
  const lang = languageOf(search.get('lang'), req.headers, options)
  const asPdf = new URL(req.url ?? '', 'http://localhost').pathname.endsWith('.pdf')
  const paper = await paperIn(lang)
  if (!paper) return null
  if (asPdf) return pdfResponse(paper, options)
  const frame = { options, lang, path: '', address, search, hidden: true }
  return new Response(documentOf(paperContent(paper, { address }), frame), {
    headers: {
      ...secret,
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': contentSecurityPolicy,
      'Cache-Control': 'private, no-store',
    },
  })
}
