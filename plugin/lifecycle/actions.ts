// Editor actions: named steps from known statuses, as endpoints that check role, status and reason.
import type { Endpoint, PayloadRequest } from 'payload'
import type { Role } from '../access/index.js'
import { Refusal } from '../collection/errors.js'
import { inTransaction } from '../database/transaction.js'
import { localized, pickFor } from '../i18n/localized.js'
import type { CollectionKey } from '../options/index.js'
import { slugOf } from '../runtime.js'
import { cleanText } from '../values/clean-text.js'
import type { DocumentId } from '../values/document-id.js'
import { publicErrorOf } from '../values/error-kinds.js'
import { maxReasonLength } from '../values/text-limits.js'
import { readAfterStep, readAsEditor, rightsOn } from './document-rights.js'
import { movedMeanwhile, revisionOf, transitionRefused } from './refused.js'
import type { TimelineEntry } from './timeline.js'

export interface EditorAction<Doc> {
  /** States it starts from. */
  from: readonly string[]
  /** Who may take it. */
  roles: readonly Role[]
  /** Whether it needs words for the person. */
  reason: boolean | ((doc: Doc) => boolean)
  /** What hurts: shown apart in red, asked twice. */
  destructive?: boolean
  /** Harmless, but asked twice: somebody gets a mail, or there is no way back. */
  confirm?: boolean
  /** Words for the person that an editor may begin with. */
  prefill?(req: PayloadRequest, doc: Doc): Promise<string>
  /** It can be taken back for as long as its mails wait. */
  undo?: boolean
  /** Asked twice, and still for several documents at once. */
  bulk?: boolean
  /** What in the document wants a second look first: it is asked once more then, and not taken among several. */
  reviewPoints?(req: PayloadRequest, doc: Doc): Promise<Hint[]>
  /** What in the document stands in the way: the step would be refused. */
  blocked?(doc: Doc): Hint[]
  /** No button of its own: the view tells of it in another way. */
  unlisted?: boolean
  /** It does nothing but send mails, and is no transition of the lifecycle. */
  mailsAlone?: boolean
  /** Whoever asks for it says which state of the document they mean: `seen` is required. */
  needsSeen?: boolean
  /** Further condition on the document; the button is hidden when false. */
  isAvailable?(doc: Doc, req: PayloadRequest): boolean | Promise<boolean>
  run(step: { req: PayloadRequest; doc: Doc; reason: string }): Promise<unknown>
}

/** Something about a document; its text is the translation `mokor:hint-<code>`. */
export interface Hint {
  code: string
  /** In the way of the next step · wants a look before it · good to know. */
  tone: 'blocking' | 'warning' | 'info'
  values: Record<string, string>
}

/** What wants a look in each of several documents, by id; those in which nothing does may be left out. */
export type HintsFor = (req: PayloadRequest, ids: readonly DocumentId[]) => Promise<ReadonlyMap<string, Hint[]>>

/** What a document's panel in the admin draws. */
export interface EditorView {
  status: string
  /** Sent along with a step as `seen`, so that it is not taken twice: see `movedMeanwhile`. */
  revision: string
  actions: {
    name: string
    reason: boolean
    destructive: boolean
    confirm: boolean
    needsReview: boolean
    blocked: boolean
    /** Words to begin with, where it asks for some. */
    prefill: string
    /** Whether it can be taken back for a while. */
    undo: boolean
  }[]
  hints: Hint[]
}

/** A document that a step for several left as it was. */
export interface SkippedDocument {
  id: number | string
  /** What editors call it; null where this editor may not read it. */
  title: string | null
  message: string
  /** What stands in the way in it, or wants a look first. */
  hints: Hint[]
}

type Document = { id: number | string; status: string; timeline?: TimelineEntry<string>[] | null }

/** Documents that one call may take a step for. */
const maxBulk = 200

const sentences = {
  unknown: (name: string) =>
    localized(`«${name}» non è un passo di questo documento.`, `“${name}” is not a step of this document.`),
  role: localized('Questo passo spetta a un altro ruolo.', 'This step belongs to another role.'),
  singly: localized(
    'Questo passo si fa una scheda alla volta, dalla sua pagina.',
    'This step is taken for one document at a time, on its own page.',
  ),
  reason: localized('Mancano le tue parole: vanno nella mail.', 'Your words are missing: they go into the mail.'),
  stopped: localized(
    'Qualcosa si è interrotto: ricarica la pagina e riprova con queste.',
    'Something broke off: reload the page and try again with these.',
  ),
  seen: localized(
    'Manca «seen», lo stato che hai visto: si trova nella vista del documento.',
    'Missing: `seen`, the state that you saw; the document’s view has it.',
  ),
  long: (length: number) =>
    localized(
      `Il testo è di ${length} caratteri: al massimo ${maxReasonLength}, accorcialo.`,
      `The text has ${length} characters: shorten it to ${maxReasonLength} at most.`,
    ),
  careful: localized(
    'C’è qualcosa da guardare prima: il passo si fa dalla pagina della scheda.',
    'Something wants a look first: open it and take the step on its own page.',
  ),
  many: localized(
    `Al massimo ${maxBulk} documenti per volta: scegline di meno, poi ripeti con gli altri.`,
    `At most ${maxBulk} documents at a time: choose fewer, then repeat with the others.`,
  ),
}

async function possible<Doc extends Document>(
  { from, isAvailable }: EditorAction<Doc>,
  doc: Doc,
  req: PayloadRequest,
): Promise<boolean> {
  return from.includes(doc.status) && ((await isAvailable?.(doc, req)) ?? true)
}

/** Whether the step asks for the editor's words. */
export const needsWords = <Doc>({ reason }: Pick<EditorAction<Doc>, 'reason'>, doc: Doc): boolean =>
  typeof reason === 'function' ? reason(doc) : reason

/**
 * The document as this editor reads it, and the step they want to take on it.
 * @throws a Refusal that says why it is not theirs, or not possible now
 */
export async function chosenAction<Doc extends Document>(
  req: PayloadRequest,
  key: CollectionKey,
  actions: Record<string, EditorAction<Doc>>,
  id: number | string,
  name: string,
): Promise<{ doc: Doc; action: EditorAction<Doc> }> {
  const doc = await readAsEditor<Doc>(req, key, id)
  const action = Object.hasOwn(actions, name) ? actions[name] : undefined
  if (!action) throw new Refusal(pickFor(req, sentences.unknown(name)), 404)
  const may = await rightsOn(req, key, doc)
  if (!may(action.roles)) throw new Refusal(pickFor(req, sentences.role), 403)
  if (!(await possible(action, doc, req))) throw transitionRefused(req, key, doc)
  return { doc, action }
}

/**
 * Endpoints of one collection:
 * `GET /:id/mokor` → EditorView (+ what `more` adds) · `POST /:id/mokor/:action` {reason?, seen?} → {doc} (+ what `after` adds; of a
 * document that the step took out of the editor's sight its id alone) · `POST /mokor/:action` {ids, reason?, seen?: by id} → {done:
 * id[], taken: {id} (+ what `after` adds) of each, failed: SkippedDocument[]}
 */
export function actionEndpoints<Doc extends Document>(
  key: CollectionKey,
  actions: Record<string, EditorAction<Doc>>,
  more: (req: PayloadRequest, doc: Doc, view: EditorView) => Promise<object> = async () => ({}),
  after: (req: PayloadRequest, doc: Doc) => Promise<object> = async () => ({}),
): Omit<Endpoint, 'root'>[] {
  const read = (req: PayloadRequest, id: number | string): Promise<Doc> => readAsEditor<Doc>(req, key, id)

  /** Names what stayed as it was, and why; what cannot be read now must not break the answer. */
  async function leftOut(
    req: PayloadRequest,
    id: number | string,
    { message, data }: { message: string; data?: unknown },
    action?: EditorAction<Doc>,
  ): Promise<SkippedDocument> {
    const field = req.payload.collections[slugOf(req.payload, key)]?.config.admin.useAsTitle ?? 'id'
    const doc = await read(req, id).catch(() => null)
    const title = doc && String((doc as unknown as Record<string, unknown>)[field] ?? '')
    const { looks } = (data ?? {}) as { looks?: Hint[] }
    return { id, title: title || null, message, hints: looks ?? (doc && action?.blocked?.(doc)) ?? [] }
  }

  /** @param how `seen` as the view gave its `revision`; `among` others nobody looks at this document by itself */
  async function perform(
    req: PayloadRequest,
    id: number | string,
    name: string,
    { reason, seen = null, among = false }: { reason: string; seen?: string | null; among?: boolean },
  ): Promise<{ id: Doc['id']; doc: Doc | null }> {
    return inTransaction(
      req.payload,
      async (inner) => {
        const { doc, action } = await chosenAction(inner, key, actions, id, name)
        if (action.needsSeen && seen === null) throw new Refusal(pickFor(inner, sentences.seen), 422, { field: 'seen' })
        if (seen !== null && seen !== revisionOf(doc)) throw movedMeanwhile(inner, doc)
        const looks = (among && (await action.reviewPoints?.(inner, doc))) || []
        if (looks.length > 0) throw new Refusal(pickFor(inner, sentences.careful), 409, { looks })
        if (needsWords(action, doc) && reason === '')
          throw new Refusal(pickFor(inner, sentences.reason), 422, { field: 'reason' })
        await action.run({ req: inner, doc, reason })
        return { id: doc.id, doc: await readAfterStep<Doc>(inner, key, doc) }
      },
      req,
    )
  }

  return [
    {
      path: '/:id/mokor',
      method: 'get',
      handler: async (req) => {
        const doc = await read(req, String(req.routeParams?.id))
        const may = await rightsOn(req, key, doc)
        const view: EditorView = { status: doc.status, revision: revisionOf(doc), actions: [], hints: [] }
        for (const [name, action] of Object.entries(actions)) {
          if (action.unlisted || !may(action.roles) || !(await possible(action, doc, req))) continue
          const { destructive = false, confirm = destructive } = action
          const blocked = (action.blocked?.(doc) ?? []).length > 0
          const needsReview = !blocked && ((await action.reviewPoints?.(req, doc)) ?? []).length > 0
          view.actions.push({
            name,
            reason: needsWords(action, doc),
            destructive,
            confirm: confirm || needsReview,
            needsReview,
            blocked,
            prefill: (await action.prefill?.(req, doc)) ?? '',
            undo: action.undo ?? false,
          })
        }
        return Response.json({ ...view, ...(await more(req, doc, view)) })
      },
    },
    {
      path: '/:id/mokor/:action',
      method: 'post',
      handler: async (req) => {
        const { reason, seen } = await readBody(req)
        const { id, action } = req.routeParams ?? {}
        const taken = await perform(req, String(id), String(action), {
          reason,
          seen: typeof seen === 'string' ? seen : null,
        })
        if (!taken.doc) return Response.json({ doc: { id: taken.id } })
        return Response.json({ doc: taken.doc, ...(await after(req, taken.doc)) })
      },
    },
    {
      path: '/mokor/:action',
      method: 'post',
      handler: async (req) => {
        // Whoever reads none of these documents is told once, before any of them is looked for.
        const access = req.payload.collections[slugOf(req.payload, key)]?.config.access
        if (!req.user || !(await access?.read({ req }))) throw new Refusal(pickFor(req, sentences.role), 403)
        const name = String(req.routeParams?.action)
        // What cannot be undone is looked at one by one, whoever asks.
        const action = Object.hasOwn(actions, name) ? actions[name] : undefined
        if ((action?.destructive || action?.confirm) && !action.bulk)
          throw new Refusal(pickFor(req, sentences.singly), 403)
        const { ids, reason, seen } = await readBody(req)
        const seenOf = (id: number | string) => (typeof seen === 'object' ? (seen?.[id] ?? null) : null)
        const done: (number | string)[] = []
        const taken: object[] = []
        const failed: SkippedDocument[] = []
        for (const [at, id] of ids.entries()) {
          try {
            const { doc } = await perform(req, id, name, { reason, seen: seenOf(id), among: true })
            done.push(id)
            taken.push({ id, ...(doc && (await after(req, doc))) })
          } catch (error) {
            const refusal = publicErrorOf(error)
            if (refusal) {
              failed.push(
                await leftOut(req, id, { message: refusal.message, data: (error as { data?: unknown }).data }, action),
              )
              continue
            }
            // What broke would break the rest too; what is done is done, and has to be said.
            req.payload.logger.error({ err: error, msg: `payload-plugin-mokor: ${name} stopped at ${id}` })
            const message = pickFor(req, sentences.stopped)
            for (const left of ids.slice(at)) failed.push(await leftOut(req, left, { message }))
            break
          }
        }
        return Response.json({ done, taken, failed })
      },
    },
  ]
}

/** @throws a Refusal (422) for one that is too long: cut, the person would read half a sentence */
export function checkedReason(req: PayloadRequest, given: unknown): string {
  const reason = typeof given === 'string' ? cleanText(given) : ''
  if (reason.length > maxReasonLength)
    throw new Refusal(pickFor(req, sentences.long(reason.length)), 422, { field: 'reason' })
  return reason
}

async function readBody(
  req: PayloadRequest,
): Promise<{ reason: string; seen: string | Record<string, string> | null; ids: (number | string)[] }> {
  const body = (await req.json?.().catch(() => null)) as {
    reason?: unknown
    /** As answers call it. */
    text?: unknown
    seen?: unknown
    ids?: unknown
  } | null
  const ids = Array.isArray(body?.ids) ? body.ids.filter((id) => typeof id === 'string' || typeof id === 'number') : []
  if (ids.length > maxBulk) throw new Refusal(pickFor(req, sentences.many), 422, { field: 'ids' })
  const reason = checkedReason(req, body?.reason ?? body?.text)
  return { reason, seen: seenIn(body?.seen), ids }
}

/** One revision, or one for each of several documents. */
function seenIn(given: unknown): string | Record<string, string> | null {
  if (typeof given === 'string') return given
  if (typeof given !== 'object' || given === null) return null
  const known = Object.entries(given).filter((one): one is [string, string] => typeof one[1] === 'string')
  return Object.fromEntries(known)
}
