// The layout of every mail, as plain text and as one column of HTML without remote pictures.

import type { MailContent } from '../definitions/mail.js'
import { fallbackLanguage, pick } from '../i18n/localized.js'
import type { ResolvedOptions } from '../options/index.js'
import { escapeHtml } from './escape.js'

interface Closing {
  /** Under the action, for clients that do not open buttons. */
  address: string
  /** What the network asks of people: nothing. */
  free: (name: string) => string
  contact: (email: string, phone: string | undefined) => string
}

const closings: { it: Closing; en: Closing } = {
  it: {
    address: 'Se il pulsante non si apre, copia questo indirizzo nel browser:',
    free: (name) => `${name} non chiede nulla a chi cerca o a chi si presta. Prezzi e accordi restano tra le persone.`,
    contact: (email, phone) => `Per scriverci basta rispondere, o ${email}${phone ? ` · ${phone}` : ''}`,
  },
  en: {
    address: 'If the button does not open, copy this address into your browser:',
    free: (name) =>
      `${name} asks for nothing, neither from those who look nor from those who work. Prices and agreements stay between the people.`,
    contact: (email, phone) => `To write to us just answer, or ${email}${phone ? ` · ${phone}` : ''}`,
  },
}

const closingOf = (lang: string): Closing => pick(lang, closings)

/** Plain text: the same words in the same order, with the whole address of the action. */
export function mailText(content: MailContent, options: ResolvedOptions, lang: string): string {
  const closing = closingOf(lang)
  const { organisation } = options
  const blocks = [
    content.greeting,
    ...content.paragraphs,
    content.facts?.map(({ label, value }) => `${label}: ${value}`).join('\n'),
    content.action ? `${content.action.label}:\n${content.action.url}` : undefined,
    ...(content.footer ?? []),
    ['-- ', organisation.name, closing.free(organisation.name), contactLine(content, options, closing)]
      .filter((line) => line !== null)
      .join('\n'),
  ]
  return `${blocks.filter((block) => block !== undefined && block !== '').join('\n\n')}\n`
}

/** A relayed mail answers to a person, not to the desk: then the closing names only the desk's own address. */
function contactLine(content: MailContent, { organisation }: ResolvedOptions, closing: Closing): string | null {
  return content.replyTo ? organisation.email : closing.contact(organisation.email, organisation.phone)
}

/** HTML of the mail; everything that comes from people is escaped. Colours hold on light and dark. */
export function mailHtml(content: MailContent, options: ResolvedOptions, lang: string): string {
  const closing = closingOf(lang)
  const { organisation } = options
  const parts = [
    content.greeting === undefined ? '' : paragraph(content.greeting),
    ...content.paragraphs.map((text) => paragraph(text)),
    content.facts && content.facts.length > 0 ? facts(content.facts) : '',
    content.action ? button(content.action, closing) : '',
    ...(content.footer ?? []).map((text) => small(text)),
  ]
  const contact = contactLine(content, options, closing)
  return `<!doctype html>
<html lang="${fallbackLanguage(lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(content.subject)}</title>
<style>
:root { color-scheme: light dark; }
body { margin: 0; padding: 0; background: #ffffff; color: #1d2625; }
a { color: #0b6b63; }
.line { border-color: #d5dcda; }
.quiet { color: #56625f; }
@media (prefers-color-scheme: dark) {
  body, .page { background: #161c1b !important; color: #e8eeec !important; }
  a { color: #6fd0c4 !important; }
  .button a { color: #ffffff !important; }
  .line { border-color: #3a4644 !important; }
  .quiet { color: #a9b6b3 !important; }
}
</style>
</head>
<body>
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center" style="padding:24px 16px">
<table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0" style="width:100%;max-width:600px;font:16px/1.5 -apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif;text-align:left"><tr><td>
<p class="quiet" style="margin:0 0 24px;font-size:14px">${escapeHtml(organisation.name)}</p>
${parts.filter((part) => part !== '').join('\n')}
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td class="line quiet" style="border-top:1px solid #d5dcda;padding-top:16px;font-size:14px">${escapeHtml(closing.free(organisation.name))}${contact === null ? '' : `<br>${escapeHtml(contact)}`}</td></tr></table>
</td></tr></table>
</td></tr></table>
</body>
</html>
`
}

const lines = (text: string): string => escapeHtml(text).replace(/\r\n|\r|\n/g, '<br>')

const paragraph = (text: string): string => `<p style="margin:0 0 16px;overflow-wrap:anywhere">${lines(text)}</p>`

const small = (text: string): string =>
  `<p class="quiet" style="margin:0 0 16px;font-size:14px;overflow-wrap:anywhere">${lines(text)}</p>`

function facts(rows: NonNullable<MailContent['facts']>): string {
  const cells = rows.map(
    ({ label, value, url }) =>
      `<tr><th class="line quiet" scope="row" align="left" valign="top" style="border-bottom:1px solid #d5dcda;padding:8px 16px 8px 0;font-weight:normal;font-size:14px">${lines(label)}</th><td class="line" style="border-bottom:1px solid #d5dcda;padding:8px 0;overflow-wrap:anywhere">${url === undefined ? lines(value) : `<a href="${escapeHtml(url)}">${lines(value)}</a>`}</td></tr>`,
  )
  return `<table width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 24px">${cells.join('')}</table>`
}

function button({ label, url }: { label: string; url: string }, closing: Closing): string {
  const address = escapeHtml(url)
  return `<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:8px 0 16px"><tr><td class="button" style="background:#0b6b63;border-radius:10px"><a href="${address}" style="display:inline-block;padding:12px 20px;color:#ffffff;text-decoration:none;font-weight:600">${escapeHtml(label)}</a></td></tr></table>
<p class="quiet" style="margin:0 0 24px;font-size:14px">${escapeHtml(closing.address)}<br><a href="${address}" style="overflow-wrap:anywhere;word-break:break-all">${address}</a></p>`
}
