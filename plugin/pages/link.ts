// The shape of what a mail link shows and does: a GET shows it, only the button's POST acts.
import type { PayloadRequest } from 'payload'

export interface LinkView {
  title: string
  paragraphs: string[]
  facts?: { label: string; value: string }[]
  /** Null when there is nothing to press (already done, or only a status). */
  button: string | null
  /** Further fields the button's form carries, e.g. a choice of reason. */
  fields?: {
    name: string
    label: string
    value?: string
    multiline?: boolean
  }[]
}

export interface LinkDefinition {
  /** A link that is spent by its POST, or a lasting one that can be revoked. */
  reusable: boolean
  /** Days until it expires. */
  days: number
  /** What the page shows before anything happens. Null when the target is gone. */
  view(context: LinkContext): Promise<LinkView | null>
  /** What the button does; called once inside a retried transaction. Absent on links that only show. */
  act?(context: LinkContext & { form: Record<string, string> }): Promise<LinkView>
  /** Asked for a new mail from an expired or used link; sends it when that makes sense. */
  renew?(context: LinkContext): Promise<void>
}

export interface LinkContext {
  req: PayloadRequest
  target: string
  lang: string
}
