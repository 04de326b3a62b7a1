// Types of a mail link’s page: GET shows it, POST of a button acts.
import type { PayloadRequest } from 'payload'
import type { Paper } from './paper.js'
import type { CollectionKey } from './rooms.js'

/** A link by its purpose and what it opens. */
export interface SentLink {
  purpose: string
  target: string
}

export interface LinkField {
  name: string
  label: string
  value?: string
  multiline?: boolean
  /** Anything else than words: one of the options · a box to tick, which is heard as `yes` · a day · a photograph, which `act` gets as `photo`. */
  kind?: 'one' | 'tick' | 'date' | 'photo'
  /** Of `one`. */
  options?: { value: string; label: string }[]
  /** The button does nothing without it. @default false */
  needed?: boolean
  /** Help below the label. */
  hint?: string
}

export interface LinkButton {
  /** Which button was pressed, as `act` hears it. */
  name: string
  /** Which of several alike, e.g. whose: `act` hears it as `of`. */
  of?: string
  label: string
  /** Beside others that matter as much: nothing on the page is the one thing to do. */
  secondary?: boolean
  /** Fields that the button's form carries, e.g. a choice of reason. */
  fields?: LinkField[]
  /** Shown folded under these words: what is seldom needed, or asks much. */
  folded?: string
  /** Unfolded: somebody has pressed it, and something was missing. */
  isOpen?: boolean
  /** What cannot be undone stands apart, folded, with a box that must be ticked first; its fields come before the box. */
  destructive?: { heading: string; text: string; tick: string }
}

export interface LinkFact {
  label: string
  value: string
  /** An address of ours, a phone (`tel:`) or a mailbox (`mailto:`) that the value opens. */
  url?: string
}

/** One of several in a section: a person, a question. */
export interface LinkItem {
  title: string
  lines: string[]
  facts?: LinkFact[]
  buttons?: LinkButton[]
}

/** A part of the page with a heading of its own: people to choose from, questions, photographs. */
export interface LinkSection {
  heading: string
  paragraphs?: string[]
  facts?: LinkFact[]
  items?: LinkItem[]
  /** By the name under which the definition's `picture` gives their bytes. */
  pictures?: { name: string; alt: string; button?: LinkButton }[]
  /** To keep or to print, by the name under which the definition's `paper` gives them. */
  papers?: { name: string; label: string }[]
  buttons?: LinkButton[]
}

export interface LinkView {
  title: string
  /** What a button has just done, or why it has done nothing: then what was typed stays in its fields. */
  notice?: string
  problem?: string
  /** Whose or what it is, in one line under the title. Left out past the link's term, as `facts` and `sections` are. */
  about?: string
  paragraphs: string[]
  facts?: LinkFact[]
  /** Empty when there is nothing to press (already done, or only a status). */
  buttons: LinkButton[]
  sections?: LinkSection[]
  /** Where to go from here. */
  link?: { label: string; url: string }
  /** What the link was for is done: a new one would bring nothing more. */
  completed?: boolean
}

/** A file as it was sent; nothing about it is believed. */
export interface SentPhoto {
  bytes: Buffer
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
  act?(context: LinkAct): Promise<LinkView>
  /** Takes photographs: its forms may be sent with a file. @default false */
  photos?: boolean
  /** Bytes of a picture that the view shows, by its name; null where there is none of this name. */
  picture?(context: LinkContext, name: string): Promise<Buffer | null>
  /** A paper that the view names; null where there is none of this name, or none yet. */
  paper?(context: LinkContext, name: string): Promise<Paper | null>
  /** Asked for a new mail from an expired or used link; sends it when that makes sense. */
  renew?(context: LinkContext): Promise<void>
}

export interface LinkContext {
  req: PayloadRequest
  target: string
  lang: string
}

export interface LinkAct extends LinkContext {
  button: string
  /** Values of the button's fields; `of` tells which of several buttons alike. */
  form: Record<string, string>
  photo?: SentPhoto | null
}

/** What a button has done, or why it has done nothing, in a sentence; facts may come with it. */
export type LinkOutcome = { notice: string; facts?: LinkFact[] } | { problem: string }

/** A part of a link's page that its owner does not write itself: what it shows of a document, and what its buttons do. */
export interface LinkPart<Doc> {
  /** None where there is nothing to show or to press. */
  sections(context: LinkContext, doc: Doc): Promise<LinkSection[]>
  /** By the button's name. Pressed on an old page, a button does what its section would offer now, or nothing. */
  acts: Record<string, (context: LinkAct, doc: Doc) => Promise<LinkOutcome>>
}
