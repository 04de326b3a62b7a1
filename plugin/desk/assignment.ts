// The desk's steps on a document that change nothing for the person: taking it on, leaving it, passing it on, a note, a reminder.
import { randomBytes } from 'node:crypto'
import type { Endpoint, PayloadRequest } from 'payload'
import { hasRole, moderators, type Role } from '../access/index.js'
import { Refusal } from '../collection/errors.js'
import { lockOn } from '../database/lock.js'
import { inTransaction } from '../database/transaction.js'
import { writeFields } from '../database/write-fields.js'
import { type Localized, localized, pickFor } from '../i18n/localized.js'
import { type Assigned, type DeskNote, userIdOf } from '../lifecycle/assignment.js'
import { readAfterStep, readAsEditor, rightsOn } from '../lifecycle/document-rights.js'
import { editorOf } from '../lifecycle/timeline.js'
import type { CollectionKey } from '../options/index.js'
import { mokor, slugOf } from '../runtime.js'
import { cleanText } from '../values/clean-text.js'
import { dayInItaly } from '../values/dates.js'
import type { DocumentId } from '../values/document-id.js'
import { maxReasonLength } from '../values/text-limits.js'
import { onDeskDay } from '../values/working-days.js'
import { type Colleague, colleaguesOn } from './colleagues.js'
import { isJustNow } from './twice.js'

/** What a document's view says of who has it. */
export interface AssignmentView {
  /** Null where nobody who is there has it. */
  editor: { id: DocumentId; name: string; mine: boolean } | null
  /** Who has it but is away. */
  formerEditor: { name: string; awayUntil: string } | null
  notes: DeskNote[]
  remindAt: string | null
  /** Whether this reader may take it on, note and pass it on. */
  assignable: boolean
  /** To whom it can be passed. */
  colleagues: Colleague[]
}

type Doc = Assigned & { id: DocumentId }

const dayMs = 86_400_000
/** A reminder later than this is a typing mistake. */
const furthestDays = 730
const maxNotes = 200

const sentences = {
  role: localized('Questo spetta a un altro ruolo.', 'This belongs to another role.'),
  taken: (name: string) =>
    localized(
      `Ce l’ha già ${name}. Puoi lasciare una nota, o chiedere che passi a te.`,
      `${name} has it already. Leave a note, or ask them to pass it to you.`,
    ),
  unsigned: localized('Accedi con il tuo utente della redazione.', 'Sign in with your own account of the desk.'),
  colleague: localized(
    'Scegli una persona della redazione che può fare questi passi.',
    'Choose somebody of the desk who may take these steps.',
  ),
  away: (name: string) =>
    localized(`${name} ora è via: scegli un’altra persona.`, `${name} is away now: choose somebody else.`),
  empty: localized('Scrivi la nota.', 'Write the note.'),
  long: (length: number) =>
    localized(
      `La nota è di ${length} caratteri: al massimo ${maxReasonLength}, accorciala.`,
      `The note has ${length} characters: shorten it to ${maxReasonLength} at most.`,
    ),
  full: localized(
    `Qui ci sono già ${maxNotes} note: scrivi il resto altrove.`,
    `There are ${maxNotes} notes here already: write the rest elsewhere.`,
  ),
  day: localized(
    'Scegli un giorno da domani a due anni, come 2026-12-03.',
    'Choose a day from tomorrow within two years, such as 2026-12-03.',
  ),
}

const refuse = (req: PayloadRequest, words: Localized, status: number, field?: string): never => {
  throw new Refusal(pickFor(req, words), status, field === undefined ? null : { field })
}

const same = (a: DocumentId | null | undefined, b: DocumentId | null | undefined): boolean =>
  a !== null && a !== undefined && b !== null && b !== undefined && String(a) === String(b)

type Body = Record<string, unknown>
type Step = (asked: { req: PayloadRequest; doc: Doc; body: Body; colleagues: Colleague[] }) => Assigned

/** What a colleague who is there has in hand stays theirs until they pass it on. */
function refuseOthers(req: PayloadRequest, { editor }: Doc, colleagues: readonly Colleague[]): void {
  const holder = colleagues.find(({ id }) => same(id, editor))
  if (holder && !holder.awayUntil && !same(holder.id, userIdOf(req))) refuse(req, sentences.taken(holder.name), 409)
}

/** For a step by which a document is taken on. @throws a Refusal (409) that names the colleague who is there and has it */
export async function refuseOthersItem(
  req: PayloadRequest,
  key: CollectionKey,
  roles: readonly Role[],
  doc: Doc,
): Promise<void> {
  if (doc.editor) refuseOthers(req, doc, await colleaguesOn(req, key, roles, doc))
}

const steps: Record<string, Step> = {
  'take-on': ({ req, doc, colleagues }) => {
    const me = userIdOf(req) ?? refuse(req, sentences.unsigned, 403)
    refuseOthers(req, doc, colleagues)
    return { editor: me }
  },
  release: ({ req, doc, colleagues }) => {
    refuseOthers(req, doc, colleagues)
    return { editor: null }
  },
  pass: ({ req, doc, body, colleagues }) => {
    // Of who fell ill somebody has to pass it on.
    if (!hasRole(req, moderators)) refuseOthers(req, doc, colleagues)
    const to = colleagues.find(({ id }) => String(id) === String(body.to))
    if (!to) return refuse(req, sentences.colleague, 422, 'to')
    if (to.awayUntil) refuse(req, sentences.away(to.name), 422, 'to')
    return { editor: to.id }
  },
  note: ({ req, doc, body }) => {
    const text = typeof body.text === 'string' ? cleanText(body.text) : ''
    if (text === '') refuse(req, sentences.empty, 422, 'text')
    if (text.length > maxReasonLength) refuse(req, sentences.long(text.length), 422, 'text')
    const notes = doc.deskNotes ?? []
    const by = editorOf(req)
    if (notes.some((note) => note.by === by && note.text === text && isJustNow(note.at))) return {}
    if (notes.length >= maxNotes) refuse(req, sentences.full, 422, 'text')
    // With an id, as Payload gives rows of lists one before it hands them to the database.
    return { deskNotes: [...notes, { id: randomBytes(12).toString('hex'), at: new Date().toISOString(), by, text }] }
  },
  remind: ({ req, body }) => ({ remindAt: body.on === null ? null : reminderOf(req, body.on) }),
}

/** Early on that day, or the next on which somebody is there, before the desk looks at its queue. */
function reminderOf(req: PayloadRequest, on: unknown): string {
  const written = typeof on === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(on) ? on : ''
  const at = new Date(`${written}T05:00:00.000Z`)
  const valid =
    !Number.isNaN(at.getTime()) &&
    at.toISOString().startsWith(written) &&
    written > dayInItaly(new Date()) &&
    at.getTime() < Date.now() + furthestDays * dayMs
  if (!valid) return refuse(req, sentences.day, 422, 'on')
  return onDeskDay(at, mokor(req.payload).options.deskDays).toISOString()
}

/** `POST /:id/mokor/{take-on|release|pass {to}|note {text}|remind {on: 'YYYY-MM-DD' | null}}` → {doc}, each by whoever may take a step of the collection. */
export const assignmentEndpoints = (key: CollectionKey, roles: readonly Role[]): Omit<Endpoint, 'root'>[] =>
  Object.entries(steps).map(([name, step]) => ({
    path: `/:id/mokor/${name}`,
    method: 'post',
    handler: async (req) => {
      const id = String(req.routeParams?.id)
      const body = ((await req.json?.().catch(() => null)) ?? {}) as Body
      const doc = await inTransaction(
        req.payload,
        async (inner) => {
          // First of all: a lock is a row, and strangers write none.
          const asked = await readAsEditor<Doc>(inner, key, id)
          if (!(await rightsOn(inner, key, asked))(roles)) refuse(inner, sentences.role, 403)
          // Two notes at once would each overwrite the other.
          await lockOn(inner, `desk:${key}:${asked.id}`)
          const found = await readAsEditor<Doc>(inner, key, asked.id)
          const colleagues = await colleaguesOn(inner, key, roles, found)
          const data = step({ req: inner, doc: found, body, colleagues })
          // Past the hooks: what the desk notes beside a document is no other version of it.
          if (Object.keys(data).length > 0) await writeFields(inner, slugOf(inner.payload, key), found.id, { ...data })
          return (await readAfterStep<Doc>(inner, key, found)) ?? { id: found.id }
        },
        req,
      )
      return Response.json({ doc })
    },
  }))

/** What the view adds. */
export async function assignmentView(
  req: PayloadRequest,
  key: CollectionKey,
  roles: readonly Role[],
  doc: Doc,
): Promise<AssignmentView> {
  const colleagues = await colleaguesOn(req, key, roles, doc)
  const holder = colleagues.find(({ id }) => same(id, doc.editor)) ?? null
  const assignable = (await rightsOn(req, key, doc))(roles)
  return {
    editor:
      holder && !holder.awayUntil ? { id: holder.id, name: holder.name, mine: same(holder.id, userIdOf(req)) } : null,
    formerEditor: holder?.awayUntil ? { name: holder.name, awayUntil: holder.awayUntil } : null,
    notes: doc.deskNotes ?? [],
    remindAt: doc.remindAt ?? null,
    assignable,
    colleagues: assignable ? colleagues : [],
  }
}
