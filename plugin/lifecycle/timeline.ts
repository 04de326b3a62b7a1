// What happened to a document, step by step: written by the steps themselves, append-only, never public.
import type { ArrayField, OptionObject, PayloadRequest } from 'payload'
import { neverPublic, say } from '../i18n/localized.js'

export interface TimelineEntry<Status extends string> {
  id?: string | null
  at: string
  /** E-mail of the editor; `client` or `member` for the person's own link, `network` for the calendar and the site's code. */
  by: string
  from?: Status | null
  to: Status
  why?: string | null
}

/** Who takes a step and why. */
export interface Occasion {
  by: string
  why?: string
  at: Date
}

/** Key in a request's context under which the hook that writes the timeline finds the occasion of a step. */
const occasionKey = 'mokorOccasion'

/** Context for an update that is a step. */
export const occasioned = (occasion: Occasion): Record<string, unknown> => ({ [occasionKey]: occasion })

/** An occasion is good for one save. */
function takeOccasion(req: PayloadRequest): Occasion | undefined {
  const occasion = req.context[occasionKey] as Occasion | undefined
  delete req.context[occasionKey]
  return occasion
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
export function grown<Status extends string>(
  req: PayloadRequest,
  before: Saved<Status> | undefined,
  next: Status,
): { since: string; timeline: TimelineEntry<Status>[] } {
  const occasion = takeOccasion(req)
  const past = before?.timeline ?? []
  const last = before ? (past.at(-1)?.to ?? before.status) : null
  const moved = next !== last
  const lapsed = moved && next === 'expired'
  const at = (occasion?.at ?? new Date((lapsed && before?.expiresAt) || Date.now())).toISOString()
  const entry: TimelineEntry<Status> = {
    at,
    by: occasion?.by ?? (lapsed ? 'network' : editorOf(req)),
    from: last,
    to: next,
    why: occasion?.why ?? null,
  }
  return {
    since: moved ? at : (before?.since ?? at),
    timeline: [...past, ...(moved || occasion ? [entry] : [])],
  }
}

export const timelineField = (statusOptions: OptionObject[]): ArrayField => ({
  name: 'timeline',
  type: 'array',
  label: say('Che cosa è successo', 'What happened'),
  labels: { singular: say('Passaggio', 'Step'), plural: say('Passaggi', 'Steps') },
  admin: {
    readOnly: true,
    initCollapsed: true,
    description: neverPublic('Si scrive da sé; nulla si toglie.', 'Writes itself; nothing is taken out.'),
  },
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'at',
          type: 'date',
          required: true,
          label: say('Quando', 'When'),
          admin: { date: { pickerAppearance: 'dayAndTime' } },
        },
        { name: 'by', type: 'text', required: true, label: say('Chi', 'Who') },
        { name: 'from', type: 'select', label: say('Da', 'From'), options: statusOptions },
        { name: 'to', type: 'select', required: true, label: say('A', 'To'), options: statusOptions },
      ],
    },
    { name: 'why', type: 'text', label: say('Perché', 'Why') },
  ],
})
