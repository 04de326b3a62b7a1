// The timeline field: an append-only history of status changes, never public.
import type { ArrayField, Field, OptionObject, PayloadRequest } from 'payload'
import { localized, privateDescription } from '../i18n/localized.js'

export interface TimelineEntry<Status extends string> {
  id?: string | null
  at: string
  /** E-mail of the editor; `client` or `member` for the person's own link, `network` for the calendar and the site's code. */
  by: string
  from?: Status | null
  to: Status
  why?: string | null
  /** Name of the transition; `undo` where the one of the same mark was taken back; or an aside. */
  step?: string | null
  /** Tells a step that can be taken back from all others: what it queued bears it too. */
  mark?: string | null
  /** What the step overwrote, for who takes it back. */
  was?: Record<string, unknown> | null
}

/** Entries that moved nothing: the desk wrote, they answered, a mail was stopped. */
const asides = ['answer', 'heard', 'stop'] as const
export type Aside = (typeof asides)[number]
const isAside = (step: string): boolean => (asides as readonly string[]).includes(step)

interface Marked {
  step?: string | null
  mark?: string | null
}

/** A history without what was taken back, and without its taking back. */
export function withoutUndone<Entry extends Marked>(timeline: readonly Entry[] | null | undefined): Entry[] {
  const undone = new Set((timeline ?? []).flatMap(({ step, mark }) => (step === 'undo' && mark ? mark : [])))
  return (timeline ?? []).filter(({ mark }) => !mark || !undone.has(mark))
}

/** The last entry that moved something, a taking back too. */
export const lastEntry = <Entry extends Marked>(timeline: readonly Entry[] | null | undefined): Entry | undefined =>
  timeline?.findLast(({ step }) => !step || !isAside(step))

/** The step that brought a document where it stands. */
export const lastStep = <Entry extends Marked>(timeline: readonly Entry[] | null | undefined): Entry | undefined =>
  lastEntry(withoutUndone(timeline))

/** Who takes a step and why. */
export interface TransitionCause {
  by: string
  why?: string
  at: Date
  step?: string
  /** Given by who may take the step back: see `lifecycle/step.ts`. */
  mark?: string
  was?: Record<string, unknown>
  /** Since when the document stands where it stands now, if not since `at`. */
  since?: string | null
}

/** Key in a request's context under which the hook that writes the timeline finds the occasion of a step. */
const causeKey = 'mokorOccasion'

/** Context for an update that is a step. */
export const transitionContext = (cause: TransitionCause): Record<string, unknown> => ({ [causeKey]: cause })

/** The occasion of the save that runs now. */
export const causeOf = ({ context }: PayloadRequest): TransitionCause | undefined =>
  context[causeKey] as TransitionCause | undefined

/** An occasion is good for one save. */
function takeCause(req: PayloadRequest): TransitionCause | undefined {
  const cause = causeOf(req)
  delete req.context[causeKey]
  return cause
}

/** How records name whoever is signed in: by e-mail, or by user name on sites that sign in by it. The site's own code is the network. */
export function editorOf({ user }: PayloadRequest): string {
  const { email, username } = (user ?? {}) as { email?: string | null; username?: string | null }
  return email || username || 'network'
}

interface Saved<Status extends string> {
  status: Status
  since?: string | null
  expiresAt?: string | null
  timeline?: TimelineEntry<Status>[] | null
}

/**
 * Timeline and `since` after a save. What the save brought along is never believed: the stored timeline only grows, by a step
 * of the status or by an occasion. Time may have moved the status since the last save: the timeline tells where it stood then.
 */
export function appendTimeline<Status extends string>(
  req: PayloadRequest,
  before: Saved<Status> | undefined,
  next: Status,
): { since: string; timeline: TimelineEntry<Status>[] } {
  const cause = takeCause(req)
  const past = before?.timeline ?? []
  const last = before ? (past.at(-1)?.to ?? before.status) : null
  const moved = next !== last
  const expired = moved && next === 'expired'
  const at = (cause?.at ?? new Date((expired && before?.expiresAt) || Date.now())).toISOString()
  const entry: TimelineEntry<Status> = {
    at,
    by: cause?.by ?? (expired ? 'network' : editorOf(req)),
    from: last,
    to: next,
    why: cause?.why ?? null,
    step: cause?.step ?? null,
    mark: cause?.mark ?? null,
    was: cause?.was ?? null,
  }
  return {
    since: moved ? (cause?.since ?? at) : (before?.since ?? at),
    timeline: [...past, ...(moved || cause ? [entry] : [])],
  }
}

/** What every dated entry begins with. Made anew each time: Payload completes the fields it is given. */
export const whenAndWho = (): Field[] => [
  {
    name: 'at',
    type: 'date',
    required: true,
    label: localized('Quando', 'When'),
    admin: { date: { pickerAppearance: 'dayAndTime' } },
  },
  { name: 'by', type: 'text', required: true, label: localized('Chi', 'Who') },
]

export const timelineField = (statusOptions: OptionObject[]): ArrayField => ({
  name: 'timeline',
  type: 'array',
  label: localized('Che cosa è successo', 'What happened'),
  labels: { singular: localized('Passaggio', 'Step'), plural: localized('Passaggi', 'Steps') },
  admin: {
    readOnly: true,
    initCollapsed: true,
    description: privateDescription('Si scrive da sé; nulla si toglie.', 'Writes itself; nothing is taken out.'),
  },
  fields: [
    {
      type: 'row',
      fields: [
        ...whenAndWho(),
        { name: 'from', type: 'select', label: localized('Da', 'From'), options: statusOptions },
        { name: 'to', type: 'select', required: true, label: localized('A', 'To'), options: statusOptions },
      ],
    },
    { name: 'why', type: 'textarea', label: localized('Perché', 'Why') },
    { name: 'step', type: 'text', admin: { hidden: true } },
    { name: 'mark', type: 'text', admin: { hidden: true } },
    { name: 'was', type: 'json', admin: { hidden: true } },
  ],
})

/** Tells one turn of a document from the next: it may come to the same status twice. */
export const roundOf = ({ timeline }: { timeline?: readonly unknown[] | null }): string => String(timeline?.length ?? 0)
