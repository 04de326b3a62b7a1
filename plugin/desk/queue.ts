// What a room tells the desk: which of its documents wait for an editor, by when, and what is shown of them.
import type { PayloadRequest, SelectType, Where } from 'payload'
import type { Role } from '../access/index.js'
import type { CollectionKey, Feature, ResolvedOptions } from '../options/index.js'
import type { DeskLine, DeskSheet } from './dto.js'
import type { DeskPanel } from './panels/definition.js'

declare module '../runtime.js' {
  interface MokorRuntime {
    /** Every room's queues, in the order in which the desk names them. */
    desk: readonly DeskQueue[]
  }
}

/** By when a document wants an answer. */
export interface DeskTerm {
  /** The date field whose order is that of the terms; indexed beside the status. */
  field: string
  /** The term that follows from the field, where it is not the term itself. A later date never gives an earlier term. */
  promised?(at: Date, options: ResolvedOptions): Date
}

/** One collection whose documents wait for editors. Everything the desk counts, orders and draws of it stands here. */
export interface DeskQueue<Doc = object> {
  collection: CollectionKey
  /** Without it nothing comes to this queue. */
  feature?: Feature
  /** Shown only while something waits in it. */
  seldom?: boolean
  /** Nobody changes its documents by hand: who reads them may take their steps, unless the site says who updates them. */
  unedited?: boolean
  /** Statuses of the documents at the desk: nobody has begun with them · somebody has · they wait for somebody who is no editor. */
  statuses: Record<'fresh' | 'begun' | 'waiting', readonly string[]>
  /** What else must hold of them. */
  where?(now: Date): Where
  term: DeskTerm
  /** The date field that says since when a document has waited. */
  since: string
  /** Fields that a line of the queue is made from, beside its status and dates. */
  select: SelectType
  line(doc: Doc, req: PayloadRequest): DeskLine
  /** What an editor judges by, beside hints and preview. */
  sheet(doc: Doc, req: PayloadRequest): DeskSheet | Promise<DeskSheet>
  /** What else stands beside a document, here and on its own page, in this order. */
  panels?: readonly DeskPanel<Doc>[]
  /** The colour of each status, as the collection's own pages have them. */
  statusColors: Readonly<Record<string, string>>
  /** Statuses into which documents come without the desk's doing, and the date field that says when. */
  news: Readonly<Record<string, string>>
  /** Every step there is, in the order in which letters are given to them. */
  actions: Readonly<
    Record<string, { roles: readonly Role[]; reason: boolean | ((doc: never) => boolean); destructive?: boolean }>
  >
}

const dayMs = 86_400_000
/** Nothing is promised for longer. */
const longestPromiseDays = 400

/** The latest date in the term's field whose term has passed. */
export function passedUntil({ promised }: DeskTerm, now: Date, options: ResolvedOptions): Date {
  if (!promised) return now
  let [passed, ahead] = [now.getTime() - longestPromiseDays * dayMs, now.getTime()]
  while (ahead - passed > 1) {
    const middle = Math.floor((passed + ahead) / 2)
    if (promised(new Date(middle), options) <= now) passed = middle
    else ahead = middle
  }
  return new Date(passed)
}

/** The term of a document whose field holds this date. */
export function termOf({ promised }: DeskTerm, date: unknown, options: ResolvedOptions): string | null {
  if (typeof date !== 'string' && !(date instanceof Date)) return null
  const at = new Date(date)
  return (promised ? promised(at, options) : at).toISOString()
}
