// What a room shows beside a document of its own at the desk, and what editors may do there: the parts that a lifecycle's steps have no place for.
import type { PayloadRequest } from 'payload'
import type { Role } from '../../access/index.js'
import type { MailContent } from '../../definitions/mail.js'
import type { Feature } from '../../options/index.js'
import type { PanelContent } from './dto.js'

export interface PanelQuestion<Doc> {
  req: PayloadRequest
  doc: Doc
  /** Keys of the groups that the reader has unfolded. */
  open: ReadonlySet<string>
  /** Answers to the panel's `search`, by the field's name; empty at first. */
  asked: Readonly<Record<string, string>>
}

export interface PanelStep<Doc> {
  req: PayloadRequest
  /** Read in the transaction of the step. */
  doc: Doc
  /** What the button and its form sent. Anybody may send anything: check it. Texts come clean. */
  values: Readonly<Record<string, unknown>>
  /** Ids of the entries that were chosen, in their order, each once. */
  picks: readonly string[]
}

/** A mail as an act would send it. */
export interface PanelMail {
  template: string
  lang: string
  content: MailContent
}

export interface PanelAct<Doc> {
  /** Who may take it, where that is not who sees the panel. */
  roles?: readonly Role[]
  /**
   * In a transaction, whose `req` it gets.
   * @returns the sentence that the editor reads
   * @throws a Refusal that says what to do, with `{field}` where a field of the form is at fault
   */
  run(step: PanelStep<Doc>): Promise<string>
  /**
   * The mails that would leave now, for buttons that show them. Writes nothing; where something stands in the way there are none.
   * @param link where a link will stand that only the mail itself will carry
   */
  preview?(step: PanelStep<Doc>, link: string): Promise<PanelMail[]>
}

export interface DeskPanel<Doc = object> {
  /** Part of its address, unlike the others' of the collection. */
  name: string
  feature?: Feature
  /** Who sees it. */
  roles: readonly Role[]
  /** Statuses of the documents that it is shown with; with all where none are named. */
  statuses?: readonly string[]
  /** Null where there is nothing to show. Read with the document, at every look: what takes long belongs into a folded group. */
  read(question: PanelQuestion<Doc>): Promise<PanelContent | null>
  acts: Readonly<Record<string, PanelAct<Doc>>>
}
