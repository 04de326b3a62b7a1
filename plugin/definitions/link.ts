// Types of a mail link’s page: GET shows it, POST of a button acts.
import type { PayloadRequest } from 'payload'
import type { CollectionKey } from './rooms.js'

export interface LinkButton {
  /** Which button was pressed, as `act` hears it. */
  name: string
  label: string
  /** Beside others that matter as much: nothing on the page is the one thing to do. */
  secondary?: boolean
  /** Fields that the button's form carries, e.g. a choice of reason. */
  fields?: {
    name: string
    label: string
    value?: string
    multiline?: boolean
  }[]
  /** What cannot be undone stands apart, folded, with a box that must be ticked first; its fields come before the box. */
  destructive?: { heading: string; text: string; tick: string }
}

export interface LinkView {
  title: string
  /** Whose or what it is, in one line under the title. Left out past the link's term, as `facts` are. */
  about?: string
  paragraphs: string[]
  /** A value that is an address of ours can be opened. */
  facts?: { label: string; value: string; url?: string }[]
  /** Empty when there is nothing to press (already done, or only a status). */
  buttons: LinkButton[]
  /** Where to go from here. */
  link?: { label: string; url: string }
  /** What the link was for is done: a new one would bring nothing more. */
  completed?: boolean
}

export interface LinkDefinition {
  /** Collection of the document whose id is the link's target: the link goes when it is erased. */
  document: CollectionKey
  /** A link that is spent by its POST, or a lasting one that can be revoked. */
  reusable: boolean
  /** Days until it expires. */
  days: number
  /** What the page shows before anything happens. Null when the target is gone. */
  view(context: LinkContext): Promise<LinkView | null>
  /** What a button of the view does; called once inside a retried transaction. Absent on links that only show. */
  act?(context: LinkContext & { button: string; form: Record<string, string> }): Promise<LinkView>
  /** Asked for a new mail from an expired or used link; sends it when that makes sense. */
  renew?(context: LinkContext): Promise<void>
}

export interface LinkContext {
  req: PayloadRequest
  target: string
  lang: string
}
