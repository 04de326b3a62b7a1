// Answering from the desk: an editor writes to the person of a document, the mail leaves for the address on it, answers go to the
// desk's, and what was written stands in the history; so does what the person said by another way.
import type { PayloadRequest } from 'payload'
import type { Role } from '../access/index.js'
import { Refusal } from '../collection/errors.js'
import type { Mailbox, MailDefinition } from '../definitions/mail.js'
import type { CollectionKey } from '../definitions/rooms.js'
import { type Localized, localized, pick, pickFor } from '../i18n/localized.js'
import type { EditorAction } from '../lifecycle/actions.js'
import { type KeyWithTimeline, writeAside } from '../lifecycle/aside.js'
import { isRehearsed } from '../lifecycle/rehearsal.js'
import { undoMs } from '../lifecycle/step.js'
import { type Aside, editorOf, roundOf, type TimelineEntry } from '../lifecycle/timeline.js'
import { enqueue } from '../outbox/index.js'
import { mokor } from '../runtime.js'
import type { DocumentId } from '../values/document-id.js'
import { isJustNow } from './twice.js'

/** Whom the desk writes to about a document. */
export interface Correspondent {
  to: Mailbox
  lang: string
  /** As a greeting calls them; empty where their name says too much. */
  name: string
  hello: Localized
  reference: string | null
  /** @param network its name */
  subject(network: string): Localized
}

/** Null for who has no address, or one that is not known to be theirs. */
export type CorrespondentOf<Doc> = (doc: Doc) => Correspondent | null

export interface Answering<Doc> {
  key: KeyWithTimeline
  /** Name of the mail. */
  template: string
  correspondentOf: CorrespondentOf<Doc>
}

interface Document {
  id: DocumentId
  status: string
  timeline?: TimelineEntry<string>[] | null
}

const isWrittenTwice = (req: PayloadRequest, { timeline }: Document, aside: Aside, text: string): boolean =>
  (timeline ?? []).some(
    ({ at, by, step, why }) => step === aside && by === editorOf(req) && (why ?? '') === text && isJustNow(at),
  )

const nobody = localized(
  'Qui non c’è un indirizzo a cui scrivere, o non è ancora confermato: se hai un numero, telefona.',
  'There is no address to write to here, or it is not confirmed yet: call, if you have a number.',
)

/** Steps beside those of the lifecycle; their text comes as `reason` or `text`. */
export function answerActions<Doc extends Document>(
  { key, template, correspondentOf }: Answering<Doc>,
  statuses: readonly string[],
  roles: readonly Role[],
): Record<'answer' | 'heard', EditorAction<Doc>> {
  const step = { from: statuses, roles, unlisted: true } as const
  return {
    answer: {
      ...step,
      reason: true,
      // To one person at a time.
      confirm: true,
      async run({ req, doc, reason }) {
        const found = correspondentOf(doc)
        if (!found) throw new Refusal(pickFor(req, nobody), 409)
        if (isWrittenTwice(req, doc, 'answer', reason)) return
        const target = String(doc.id)
        await enqueue(req, {
          key: `${template}:${target}:${roundOf(doc)}`,
          template,
          target,
          lang: found.lang,
          words: { reason },
          afterMs: undoMs(req),
        })
        if (!isRehearsed(req)) await writeAside(req, key, doc.id, { step: 'answer', why: reason })
      },
    },
    heard: {
      ...step,
      reason: false,
      confirm: true,
      async run({ req, doc, reason }) {
        if (isRehearsed(req) || isWrittenTwice(req, doc, 'heard', reason)) return
        await writeAside(req, key, doc.id, { step: 'heard', why: reason })
      },
    },
  }
}

const greets = /^(ciao|buon|gentil|salve|car[aoie]\b|egregi|hello|hi\b|dear|good )/i

/** The mail of an answer: the editor's words, under a greeting where they begin without one. */
export const answerMail = <Doc>(
  document: CollectionKey,
  read: (req: PayloadRequest, target: string) => Promise<Doc | null>,
  correspondentOf: CorrespondentOf<Doc>,
): MailDefinition => ({
  document,
  async render({ req, target, lang, words }) {
    const doc = await read(req, target)
    const found = doc && correspondentOf(doc)
    const text = words.reason ?? ''
    if (!found || text === '') return null
    const { organisation } = mokor(req.payload).options
    const hello = pick(lang, found.hello)
    return {
      to: found.to,
      subject: pick(lang, found.subject(organisation.name)),
      ...(greets.test(text) ? {} : { greeting: found.name ? `${hello} ${found.name},` : `${hello},` }),
      paragraphs: text.split(/\n{2,}/),
      footer: [
        pick(lang, {
          it: 'Per rispondere basta rispondere a questa mail: la legge la redazione.',
          en: 'To answer, just answer this mail: the desk reads it.',
        }),
      ],
    }
  },
})
