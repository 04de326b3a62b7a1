// Double opt-in: what a form brought waits until its person presses the link of a mail. One table a form gives the mail, its
// reminder, the end of the term, a new mail on request, the link's page, and erasure of what nobody confirmed.
import type { PayloadRequest } from 'payload'
import type { HeldMail } from '../contract/write-facts.js'
import type { JobDefinition } from '../definitions/job.js'
import type { LinkContext, LinkDefinition, LinkView } from '../definitions/link.js'
import { confirmationDays, erasureMs, expiryKey } from '../lifecycle/expiry.js'
import { enqueue, isOverdue, isQueued, together } from '../outbox/index.js'

interface Waiting {
  id: number | string
  status: string
  /** Until when the link confirms. */
  expiresAt?: string | null
}

interface Asking {
  at: Date
  held?: HeldMail
  /** Set where the mail is asked for once more within the same term. */
  again?: boolean
}

interface ConfirmationTable<Doc> extends Pick<JobDefinition, 'document' | 'opens'> {
  /** Purpose of the mail's link. */
  link: string
  /** The mail that asks; the reminder has the same link, and leaves once for ever. */
  mail: string
  reminder?: { mail: string; afterHours: number }
  /** Job at the end of the term. */
  expire: string
  /** Job that erases; where it is `expire` too, its words tell the two apart. */
  forget: string
  /** What tells a row of the outbox from the earlier ones of its template, in keys that stand in databases: nothing, or a word. */
  rounds: {
    mail(doc: Doc, asking: Asking): string | null
    /** Null where the term is never renewed. */
    expire(doc: Doc): string | null
    forget(doc: Doc): string
  }
  langOf(doc: Doc): string
}

interface Endings<Doc> {
  /** As it stands now, in the trash too: what lies there is erased in its time as well. */
  read(req: PayloadRequest, target: string): Promise<Doc | null>
  /** Its term has passed unconfirmed. @returns the document as it is then */
  lapse(req: PayloadRequest, doc: Doc): Promise<Doc>
  /** Whether it goes once it has waited for a second thought. */
  isErasable(doc: Doc): boolean
  erase(req: PayloadRequest, doc: Doc): Promise<unknown>
}

interface Pages<Doc> {
  read(context: LinkContext): Promise<Doc | null>
  /** While it waits: with the button, or, without one, what stands in its way. */
  question(context: LinkContext, doc: Doc): Promise<LinkView> | LinkView
  /** In every other status. */
  answer(context: LinkContext, doc: Doc): Promise<LinkView> | LinkView
  thanks(context: LinkContext, doc: Doc): Promise<LinkView> | LinkView
  gone(lang: string): LinkView
  /** Keys of the mails that its person's confirmation owes; none for a document that they did not just confirm. */
  owes(doc: Doc): readonly string[]
  /** Confirmed by its person, once or, after a crash that came before the mails were queued, once more. @returns the document then, or a page that says why not */
  confirm(context: LinkContext, doc: Doc, at: Date): Promise<Doc | { page: LinkView }>
  /** The mail was asked for once more, while it can still be confirmed or has expired. */
  renew(req: PayloadRequest, doc: Doc, at: Date): Promise<unknown>
}

export interface Confirmation<Doc> {
  /** Queues the mail, its reminder, and the job at the end of the document's term. */
  ask(req: PayloadRequest, doc: Doc, asking: Asking): Promise<void>
  /** Queues the job alone, for what is asked by another way. */
  scheduleExpiry(req: PayloadRequest, doc: Doc): Promise<void>
  /** Sets the day on which a document goes, unless it is given a new term before. */
  scheduleErasure(req: PayloadRequest, doc: Doc): Promise<void>
  jobs(endings: Endings<Doc>): Record<string, JobDefinition>
  page(pages: Pages<Doc>): LinkDefinition
}

const hourMs = 3_600_000

export function defineConfirmation<Doc extends Waiting>(table: ConfirmationTable<Doc>): Confirmation<Doc> {
  const { document, opens, link, reminder, rounds } = table
  const row = (doc: Doc, template: string, round: string | null = null) => ({
    key: [template, doc.id, ...(round === null ? [] : [round])].join(':'),
    template,
    target: String(doc.id),
    lang: table.langOf(doc),
  })

  async function ask(req: PayloadRequest, doc: Doc, asking: Asking): Promise<void> {
    const { held } = asking
    await enqueue(req, { ...row(doc, table.mail, rounds.mail(doc, asking)), ...held, link })
    if (reminder)
      await enqueue(req, {
        ...row(doc, reminder.mail),
        ...together(held),
        link,
        afterMs: reminder.afterHours * hourMs,
      })
    await scheduleExpiry(req, doc)
  }

  const scheduleExpiry = (req: PayloadRequest, doc: Doc): Promise<void> =>
    enqueue(req, { ...row(doc, table.expire, rounds.expire(doc)), dueAt: new Date(expiryKey(doc)) })

  const scheduleErasure = (req: PayloadRequest, doc: Doc): Promise<void> =>
    enqueue(req, {
      ...row(doc, table.forget, rounds.forget(doc)),
      // A document that is given a new term meanwhile waits for the day of that one.
      words: { round: expiryKey(doc), ...(table.forget === table.expire && { last: 'yes' }) },
      afterMs: erasureMs,
    })

  function jobs({ read, lapse, isErasable, erase }: Endings<Doc>): Record<string, JobDefinition> {
    const expire: JobDefinition['run'] = async (req, target) => {
      const doc = await read(req, target)
      if (!doc) return
      // A term that is never renewed is over when its job comes due; of another only the document knows.
      const isOver =
        rounds.expire(doc) === null ? doc.status === 'unconfirmed' : await isOverdue(req.payload, 'unconfirmed', doc)
      const ended = isOver ? await lapse(req, doc) : doc
      if (isErasable(ended)) await scheduleErasure(req, ended)
    }
    const forget: JobDefinition['run'] = async (req, target, { round }) => {
      const doc = await read(req, target)
      if (doc && isErasable(doc) && (!round || round === expiryKey(doc))) await erase(req, doc)
    }
    const about = { document, ...(opens !== undefined && { opens }) }
    if (table.expire === table.forget)
      return {
        [table.expire]: { ...about, run: (req, target, words) => (words.last ? forget : expire)(req, target, words) },
      }
    return { [table.expire]: { ...about, run: expire }, [table.forget]: { ...about, run: forget } }
  }

  function page(pages: Pages<Doc>): LinkDefinition {
    const isOwing = async (req: PayloadRequest, doc: Doc): Promise<boolean> => {
      for (const key of pages.owes(doc)) if (!(await isQueued(req, key))) return true
      return false
    }
    const show = async (context: LinkContext, doc: Doc): Promise<LinkView> =>
      doc.status === 'unconfirmed' || (await isOwing(context.req, doc))
        ? pages.question(context, doc)
        : pages.answer(context, doc)
    return {
      document,
      reusable: false,
      days: confirmationDays,
      async view(context) {
        const doc = await pages.read(context)
        return doc && show(context, doc)
      },
      async act(context) {
        const doc = await pages.read(context)
        if (!doc) return pages.gone(context.lang)
        const shown = await show(context, doc)
        // Pressed on an old page: what the document's state does not offer is not done.
        if (shown.buttons.length === 0) return shown
        const confirmed = await pages.confirm(context, doc, new Date())
        return 'page' in confirmed ? confirmed.page : pages.thanks(context, confirmed)
      },
      async renew(context) {
        const doc = await pages.read(context)
        if (doc && (doc.status === 'unconfirmed' || doc.status === 'expired'))
          await pages.renew(context.req, doc, new Date())
      },
    }
  }

  return { ask, scheduleExpiry, scheduleErasure, jobs, page }
}
