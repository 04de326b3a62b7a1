// The type of what a room says of a collection for the admin.
import type { Field } from 'payload'
import type { HintsFor } from '../lifecycle/actions.js'
import type { MokorRuntime } from '../runtime.js'
import type { FieldDecorator } from './components.js'
import type { StatusColor, StatusColors } from './status.js'

/** Colours of the statuses that a collection has, and of no other. */
export type StatusColorsOf<Status extends string> = Partial<Record<Status, StatusColor>>

export interface CollectionAdmin {
  /** Colour of each status; one that is not named is muted. Null for documents without a status. */
  statusColors: StatusColors | null
  /** Which field says since when a document stands as it does, by status, where that is not `since`. */
  sinceFields: Record<string, string>
  /** Steps that editors may take for several documents at once. */
  bulk: readonly string[]
  /** What wants a look in its documents before somebody decides: a column of their list. Null where nothing does. */
  hints: HintsFor | null
  /** At the top of a document: its status and steps, beside the public card where it has one; or its hints alone. */
  head: 'steps' | 'steps and card' | 'hints' | 'none'
  /** Further fields at the top, that only show. */
  headFields: readonly Field[]
  /** Cells of lists, row labels, and fields that read better as something else than a form: by the field's path. */
  fields(runtime: MokorRuntime): Record<string, FieldDecorator>
}

/** A collection that editors see as Payload draws it. */
export const plainAdmin: CollectionAdmin = {
  statusColors: null,
  sinceFields: {},
  bulk: [],
  hints: null,
  head: 'none',
  headFields: [],
  fields: () => ({}),
}
