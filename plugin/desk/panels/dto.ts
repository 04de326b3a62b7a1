// What a room's panel beside a document holds, as plain data that the desk and the document's own page draw alike.
import type { DocumentId } from '../../values/document-id.js'

/** Colours as statuses have them. */
export type PanelTone = 'muted' | 'pending' | 'active' | 'success' | 'danger'

export interface PanelField {
  /** Under which its value is sent. */
  name: string
  label: string
  /** A `checkbox` sends true or false, a `number` a number or null, the others their text. */
  kind: 'text' | 'textarea' | 'number' | 'date' | 'datetime-local' | 'checkbox' | 'select' | 'radio'
  /** Of `select` and `radio`. */
  options?: { value: string; label: string }[]
  value?: string | number | boolean | null
  help?: string
  required?: boolean
  maxLength?: number
  min?: string | number
  max?: string | number
}

export interface PanelButton {
  /** Name of the act it takes. */
  act: string
  label: string
  /** @default 'secondary' */
  style?: 'primary' | 'secondary' | 'quiet' | 'danger'
  /** Sent along as they are. */
  values?: Record<string, string | number | boolean | null>
  /** Asked before, in a small form that the button opens. */
  fields?: PanelField[]
  /** What follows, said before it is done; the button then asks once more. */
  sure?: string
  /** Its form shows the mails that would leave: the act's `preview`. */
  previews?: true
  /** It is about entries that were chosen in the panel: how many, and whether their order says something. */
  picks?: { least: number; most: number; ordered?: boolean }
}

export interface PanelText {
  label: string
  text: string
  /** Offers to copy it. */
  copy?: boolean
}

/** What may stand in a panel and in each of its entries. */
export interface PanelParts {
  texts?: PanelText[]
  pictures?: { url: string; alt: string }[]
  links?: { label: string; href: string }[]
  buttons?: PanelButton[]
}

/** An entry that can be chosen. */
export interface PanelPick {
  id: string
  name: string
}

export interface PanelEntry extends PanelParts {
  /** Unlike the others' of the panel. */
  key: string
  title: string
  /** Behind the title, e.g. a place. */
  subtitle?: string | null
  /** Whose page in the admin the title leads to: `slugOf` its collection. */
  document?: { slug: string; id: DocumentId }
  status?: { text: string; tone: PanelTone }
  /** Short words, each in a frame. */
  tags?: { text: string; tone?: PanelTone }[]
  /** A sentence each, e.g. reasons. */
  lines?: { text: string; tone?: PanelTone }[]
  /** It can be chosen, for buttons that ask for `picks`. */
  pick?: PanelPick
}

export interface PanelGroup {
  /** Unlike the others' of the panel; what the panel is asked with when the group is unfolded. */
  key: string
  /** Null where the panel's own title says enough. */
  title: string | null
  note?: string | null
  /** Null while it is folded: it is read when somebody unfolds it. */
  entries: PanelEntry[] | null
  /** Said where there are no entries. */
  empty?: string
}

export interface PanelContent extends PanelParts {
  title: string
  /** Sentences under the title. */
  notes?: string[]
  /** Asked for in the panel itself, which is then read again with the answers. */
  search?: { fields: PanelField[]; label: string }
  groups?: PanelGroup[]
}

/** As the view of a document brings it. */
export interface PanelDto extends PanelContent {
  name: string
}
