// Takes documents along their lifecycle: one save with its timeline entry, then what the transition owes, all in the caller's
// transaction. Also gives the hooks that keep every other save on the table, and the editors' buttons.
import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import { throwConflict } from '../collection/errors.js'
import { choiceLabel } from '../collection/field-labels.js'
import { withoutValidation } from '../collection/skip-validation.js'
import { databaseNow } from '../database/clock.js'
import { type Localized, localized } from '../i18n/localized.js'
import type { CollectionKey } from '../options/index.js'
import { slugOf } from '../runtime.js'
import type { EditorAction } from './actions.js'
import { transitionRefused } from './refused.js'
import { isRehearsed, rehearseDocument } from './rehearsal.js'
import type { Lifecycle } from './state-machine.js'
import { duringStep, newMark } from './step.js'
import {
  appendTimeline,
  causeOf,
  editorOf,
  lastEntry,
  type TimelineEntry,
  type TransitionCause,
  transitionContext,
} from './timeline.js'

interface Stored<Status extends string> {
  id: number | string
  status: Status
  timeline?: TimelineEntry<Status>[] | null
}

/** What a room adds to its table: what else a transition writes, and what follows from it. */
export interface Behaviour<Doc, Name extends string> {
  collection: CollectionKey
  /** Transitions after which the document must be right in every field. All others save it as it is: rules may have changed since it was stored, and whoever presses a button has not touched its fields. @default none */
  validated?: readonly Name[]
  /** Further fields that a transition writes. */
  changes?: Partial<Record<Name, (req: PayloadRequest, doc: Doc, cause: TransitionCause) => Partial<Doc>>>
  /** What a transition owes: mails, scheduled jobs. `doc` is as saved. */
  effects?: Partial<Record<Name, (req: PayloadRequest, doc: Doc, cause: TransitionCause) => Promise<void>>>
  /** After every transition. */
  afterEach?(req: PayloadRequest, doc: Doc): Promise<void>
}

export interface Transit<Doc, Name extends string> {
  /** @throws a Refusal (409) where the transition does not start from the document's status */
  (req: PayloadRequest, doc: Doc, name: Name, cause: TransitionCause): Promise<Doc>
  /** Takes the last step back, if it is one that can be; `doc` as stored. Mails are the caller's affair. */
  undo(req: PayloadRequest, doc: Doc, cause: TransitionCause): Promise<Doc>
}

const byButtons = (from: string, to: string): Localized =>
  localized(
    `Lo stato cambia con i pulsanti: da «${from}» a «${to}» così non si passa. Ricarica la pagina se qualcuno l’ha cambiato nel frattempo.`,
    `The status changes by the buttons: “${from}” cannot become “${to}” this way. Reload the page if somebody changed it meanwhile.`,
  )

/** The one function by which a room's documents change status. */
export function transitions<Status extends string, Name extends string, Doc extends Stored<Status>>(
  lifecycle: Lifecycle<Status, Name>,
  { collection, validated = [], changes, effects, afterEach }: Behaviour<Doc, Name>,
): Transit<Doc, Name> {
  const checked: ReadonlySet<string | undefined> = new Set(validated)
  const save = async (req: PayloadRequest, id: Doc['id'], data: object, to: Status, cause: TransitionCause) => {
    const update = () =>
      req.payload.update({
        collection: slugOf(req.payload, collection),
        id,
        data: { ...data, status: to },
        depth: 0,
        overrideAccess: true,
        // Scheduled jobs move documents in the trash too; editors' buttons find only those that are not.
        trash: true,
        req,
        context: transitionContext(cause),
      })
    return (await (checked.has(cause.step) ? update() : withoutValidation(req, update))) as unknown as Doc
  }

  const transit = async (req: PayloadRequest, doc: Doc, name: Name, given: TransitionCause): Promise<Doc> => {
    const { to, by, undo = false } = lifecycle.transitions[name]
    // What can be taken back is dated by the clock by which its mails leave.
    const cause = undo && given.mark ? { ...given, at: await databaseNow(req.payload, req) } : given
    // A term that has passed reads as its status before a scheduled job writes it down.
    const isOverdue = by.includes('calendar') && doc.status === to
    if (!isOverdue && !lifecycle.starts(name, doc.status)) throw transitionRefused(req, collection, doc)
    const data = changes?.[name]?.(req, doc, cause) ?? {}
    const { mark, ...plain } = cause
    if (isRehearsed(req)) return rehearsed(req, doc, name, { ...data, status: to } as Partial<Doc>, plain)
    const run = async (own: TransitionCause) => {
      const saved = await save(req, doc.id, data, to, { ...own, step: name })
      await effects?.[name]?.(req, saved, own)
      await afterEach?.(req, saved)
      return saved
    }
    if (!undo || !mark) return run(plain)
    return duringStep(req, mark, () => run({ ...cause, was: overwritten(doc, ['since', ...Object.keys(data)]) }))
  }

  async function rehearsed(req: PayloadRequest, doc: Doc, name: Name, data: Partial<Doc>, cause: TransitionCause) {
    const entry = { at: cause.at.toISOString(), by: cause.by, from: doc.status, to: data.status, step: name }
    const standing = { ...doc, ...data, timeline: [...(doc.timeline ?? []), entry] } as Doc
    rehearseDocument(req, slugOf(req.payload, collection), standing)
    await effects?.[name]?.(req, standing, cause)
    return standing
  }

  const undo: Transit<Doc, Name>['undo'] = (req, doc, cause) => {
    const { from, mark, was } = lastEntry(doc.timeline) ?? {}
    if (!from || !mark) throw transitionRefused(req, collection, doc)
    const { since, ...data } = (was ?? {}) as { since?: string | null }
    return save(req, doc.id, data, from, { ...cause, step: 'undo', mark, since: since ?? null })
  }

  return Object.assign(transit, { undo })
}

const overwritten = (doc: object, fields: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(fields.map((field) => [field, (doc as Record<string, unknown>)[field] ?? null]))

interface Guard<Status extends string> {
  collection: CollectionKey
  /** Where a document that an editor creates begins, and what is said to whoever tries another status. */
  created: { status: Status; sentence: Localized }
  /** Whether documents keep a timeline. */
  timeline: boolean
}

/** Saves follow the table; over HTTP the status changes by the editors' buttons alone. */
export function enforceLifecycle<Status extends string, Name extends string>(
  { leads, returns }: Lifecycle<Status, Name>,
  { collection, created, timeline }: Guard<Status>,
): CollectionBeforeChangeHook {
  return ({ data, originalDoc, operation, req }) => {
    const local = req.payloadAPI === 'local'
    const before = operation === 'update' ? (originalDoc as Stored<Status>) : undefined
    const next = data.status as Status
    if (!before && !local && next !== created.status) throwConflict(req, created.sentence)
    const follows = causeOf(req)?.step === 'undo' ? returns : leads
    if (before && next !== before.status && !(local && follows(before.status, next))) {
      const label = (status: string) => choiceLabel(req, collection, 'status', status)
      throwConflict(req, byButtons(label(before.status), label(next)))
    }
    return timeline ? Object.assign(data, appendTimeline(req, before, next)) : data
  }
}

type ButtonOf<Doc> = Partial<Omit<EditorAction<Doc>, 'from' | 'roles'>>

/** The editors' buttons of a table. @param more what a button asks or does beside its transition */
export function editorActions<Status extends string, Name extends string, Doc extends Stored<Status>>(
  lifecycle: Lifecycle<Status, Name>,
  transit: Transit<Doc, Name>,
  more: Partial<Record<Name, ButtonOf<Doc>>> = {},
): Record<string, EditorAction<Doc>> {
  return Object.fromEntries(
    lifecycle.namesFor('editor').map((name): [Name, EditorAction<Doc>] => {
      const {
        from,
        roles = [],
        reason = false,
        destructive = false,
        confirm = destructive,
        undo = false,
      } = lifecycle.transitions[name]
      const perform: EditorAction<Doc>['run'] = ({ req, doc, reason: why }) =>
        transit(req, doc, name, editorCause(req, why))
      return [name, { from, roles, reason, destructive, confirm, undo, run: perform, ...more[name] }]
    }),
  )
}

/** Who presses a button, now, and with which words. */
export function editorCause(req: PayloadRequest, why: string): TransitionCause {
  const mark = newMark(req)
  return { by: editorOf(req), at: new Date(), ...(mark ? { mark } : {}), ...(why ? { why } : {}) }
}

/** A restored version brings texts back, not decisions: these fields stay as they are today. */
export function keepOnRestore(
  req: PayloadRequest,
  data: Record<string, unknown>,
  today: object | undefined,
  fields: readonly string[],
): boolean {
  if (!req.context.isRestoringVersion || !today) return false
  for (const field of fields) data[field] = (today as Record<string, unknown>)[field]
  return true
}
