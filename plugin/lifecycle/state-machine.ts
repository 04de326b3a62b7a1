// Defines a document's states and transitions as one table, checked when it is defined. Pure: buttons, hooks, links and
// scheduled jobs all ask it.
import type { Role } from '../access/index.js'

/** Who takes a transition: an editor's button, a person's own link, time, or the site's own code. */
export type Actor = 'editor' | 'client' | 'member' | 'executor' | 'calendar' | 'network'

export interface Transition<Status extends string> {
  from: readonly Status[]
  to: Status
  /** At least one. */
  by: readonly Actor[]
  /** Editors' roles that may take it; given exactly when `by` holds `editor`. */
  roles?: readonly Role[]
  /** Whether it needs words for the person. @default false */
  reason?: boolean
  /** What hurts: shown apart in red, and confirmed. @default false */
  destructive?: boolean
  /** Confirmed before it is taken, e.g. because a mail leaves. @default destructive */
  confirm?: boolean
  /** An editor who took it may take it back for as long as its mails wait: the document stands where it came from. @default false */
  undo?: boolean
}

interface Table<Status extends string, Name extends string> {
  /** What the document is, for errors: `commissions`. */
  document: string
  statuses: readonly Status[]
  /** Where a document may begin. */
  initial: readonly Status[]
  /** Where it may stay for ever. */
  final: readonly Status[]
  transitions: Record<Name, Transition<NoInfer<Status>>>
}

export interface Lifecycle<Status extends string, Name extends string> extends Table<Status, Name> {
  transitions: Record<Name, Transition<Status>>
  /** Whether some transition leads from one status to the other. */
  leads(from: Status, to: Status): boolean
  /** Whether this transition starts from the status. */
  starts(name: Name, from: Status): boolean
  /** Whether some transition that led from the one status to the other can be taken back. */
  returns(from: Status, to: Status): boolean
  /** Names of the transitions that this actor may take, in the order of the table. */
  namesFor(actor: Actor): Name[]
}

/** A table that cannot work; thrown while the room's module loads, so that no site starts with it. */
export class LifecycleError extends Error {
  constructor(document: string, what: string) {
    super(`payload-plugin-mokor: lifecycle of ${document}: ${what}`)
  }
}

/**
 * @throws LifecycleError on an unknown status, a status that nothing reaches, a dead end that is not final, an `undo` that no
 * editor could ask for, and roles without an editor (or an editor without roles)
 */
export function defineLifecycle<const Status extends string, const Name extends string>(
  table: Table<Status, Name>,
): Lifecycle<Status, Name> {
  const all = Object.entries(table.transitions) as [Name, Transition<Status>][]
  const fault = faultIn(table, all)
  if (fault) throw new LifecycleError(table.document, fault)
  return {
    ...table,
    leads: (from, to) => all.some(([, known]) => known.to === to && known.from.includes(from)),
    returns: (from, to) => all.some(([, known]) => known.undo && known.to === from && known.from.includes(to)),
    starts: (name, from) => (table.transitions[name].from as readonly Status[]).includes(from),
    namesFor: (actor) => all.flatMap(([name, { by }]) => (by.includes(actor) ? [name] : [])),
  }
}

function faultIn<Status extends string, Name extends string>(
  { statuses, initial, final }: Table<Status, Name>,
  all: [Name, Transition<Status>][],
): string | undefined {
  const known: ReadonlySet<string> = new Set(statuses)
  const named = [...initial, ...final, ...all.flatMap(([, { from, to }]) => [...from, to])]
  const unknown = named.find((status) => !known.has(status))
  if (unknown !== undefined) return `«${unknown}» is not among its statuses`

  for (const [name, { from, by, roles = [], undo }] of all) {
    if (from.length === 0) return `«${name}» starts nowhere`
    if (by.length === 0) return `nobody takes «${name}»`
    if (by.includes('editor') !== roles.length > 0) return `«${name}» needs roles exactly when an editor takes it`
    if (undo && !by.includes('editor') && !by.includes('network')) return `nobody at the desk could take «${name}» back`
  }

  const reached = reachedFrom(initial, all)
  const unreached = statuses.find((status) => !reached.has(status))
  if (unreached !== undefined) return `nothing leads to «${unreached}»`

  const deadEnd = statuses.find(
    (status) => !final.includes(status) && !all.some(([, { from, to }]) => from.includes(status) && to !== status),
  )
  return deadEnd === undefined ? undefined : `nothing leads on from «${deadEnd}», and it is not final`
}

function reachedFrom<Status extends string>(
  initial: readonly Status[],
  all: readonly [string, Transition<Status>][],
): ReadonlySet<Status> {
  const reached = new Set(initial)
  for (let before = -1; before !== reached.size; ) {
    before = reached.size
    for (const [, { from, to }] of all) if (from.some((status) => reached.has(status))) reached.add(to)
  }
  return reached
}
