// The mails that a step would send, written as they would leave, without sending or storing anything: no link is made either.
import type { Endpoint, PayloadRequest } from 'payload'
import type { MailContent } from '../definitions/mail.js'
import { pickFor } from '../i18n/localized.js'
import { checkedReason, chosenAction, type EditorAction, type EditorView, needsWords } from '../lifecycle/actions.js'
import { type RehearsedMail, rehearse } from '../lifecycle/rehearsal.js'
import { mailText } from '../mail/layout.js'
import type { CollectionKey } from '../options/index.js'
import { apiBase, mokor } from '../runtime.js'

export interface MailPreview {
  template: string
  to: { name: string; address: string }
  subject: string
  text: string
  /** The editor's own words stand in it. */
  open: boolean
}

/** A reminder of tomorrow is no mail of this step. */
const soonMs = 3_600_000

/** Where a link will stand that only the mail itself will carry. */
export const linkSample = (req: PayloadRequest): string => `${apiBase(mokor(req.payload).options)}/pages/link/…`

async function writtenMail(
  req: PayloadRequest,
  { template, target, lang, link, words = {} }: RehearsedMail,
): Promise<MailPreview[]> {
  const { mails, options } = mokor(req.payload)
  const mail = Object.hasOwn(mails, template) ? mails[template] : undefined
  if (!mail) return []
  const context = { req, target, lang, link: link === undefined ? null : linkSample(req), words }
  const rendered = await mail.render(context)
  const content = rendered && ((await options.mails[template]?.(rendered, context)) ?? rendered)
  if (!content) return []
  return [previewOf(req, template, lang, content, words)]
}

/** As an editor reads it before it leaves. */
export function previewOf(
  { payload }: PayloadRequest,
  template: string,
  lang: string,
  content: MailContent,
  words: Record<string, string> = {},
): MailPreview {
  const { to, subject } = content
  const text = mailText(content, mokor(payload).options, lang)
  // What a mail may leave out of the words that come with it is not theirs to read.
  const open = Boolean(words.reason && text.includes(words.reason))
  return { template, to: { name: to.name ?? '', address: to.address }, subject, text, open }
}

const ownWords = { it: '[le tue parole]', en: '[your words]' }

const isSoon = ({ dueAt, afterMs = 0 }: RehearsedMail): boolean =>
  (dueAt ? dueAt.getTime() - Date.now() : afterMs) < soonMs

async function mailsOf<Doc>(
  req: PayloadRequest,
  { run }: EditorAction<Doc>,
  doc: Doc,
  reason: string,
): Promise<MailPreview[]> {
  return rehearse(
    req,
    () => run({ req, doc, reason }),
    async (queued) => {
      const now = queued.filter(isSoon)
      return (await Promise.all(now.map((mail) => writtenMail(req, mail)))).flat()
    },
  )
}

/**
 * The mails of those steps of a view that are taken at once, without a question that would show them; by the step's name, those that
 * send none left out.
 */
export async function previewsAtOnce<Doc>(
  req: PayloadRequest,
  actions: Record<string, EditorAction<Doc>>,
  doc: Doc,
  { actions: offered }: EditorView,
): Promise<Record<string, MailPreview[]>> {
  const previews: Record<string, MailPreview[]> = {}
  // One after the other: a request goes through one step at a time.
  for (const { name, blocked, confirm, reason } of offered) {
    const action = actions[name]
    if (!action || blocked || confirm || reason) continue
    // What stands in the way of the step is said when it is taken.
    const mails = await mailsOf(req, action, doc, '').catch(() => [])
    if (mails.length > 0) previews[name] = mails
  }
  return previews
}

/** `GET /:id/mokor/preview?action=…&reason=…` → {mails}: refused where the step itself would be. */
export const previewEndpoint = <Doc extends { id: number | string; status: string }>(
  key: CollectionKey,
  actions: Record<string, EditorAction<Doc>>,
): Omit<Endpoint, 'root'> => ({
  path: '/:id/mokor/preview',
  method: 'get',
  handler: async (req) => {
    const { doc, action } = await chosenAction(req, key, actions, String(req.routeParams?.id), String(req.query.action))
    const reason = checkedReason(req, req.query.reason) || (needsWords(action, doc) ? pickFor(req, ownWords) : '')
    const mails = await mailsOf(req, action, doc, reason)
    return Response.json({ mails })
  },
})
