// A request for work: what is needed, where, when, and how to answer.
import { css, html } from 'lit'
import { commissionFields } from '../../collections/commissions/form/fields.js'
import { MokorForm } from '../core/form/form.js'
import type { FormRest } from '../core/form/form-host.js'

/**
 * The request form of the network: a client describes a job, confirms it by e-mail, and the network answers.
 *
 * @tagname mokor-commission-form
 * @slot - What is shown before the script runs and when the network does not answer, e.g. a link to the network's page.
 * @event mokor-submit - Before sending, with the body. Cancelling it stops the sending.
 * @event mokor-success - The request waits for its confirmation by e-mail; the answer holds its reference.
 * @event mokor-error - Refused, or nobody answered.
 * @csspart form - The form.
 * @csspart field - Each question.
 * @csspart button - The button that sends.
 * @csspart summary - The list of what is missing.
 * @csspart done - What stands in the form's place afterwards.
 * @cssproperty --mokor-accent - Colour of choices and of the main button.
 * @cssproperty --mokor-radius - Corners of fields and buttons.
 * @cssproperty [--mokor-on-accent=#fff] - Text upon the accent.
 * @cssproperty [--mokor-space=4px] - Grid of all distances.
 * @cssproperty --mokor-line - Hairlines; the text colour at 16 % by default.
 * @cssproperty --mokor-surface - Calm tint of notices and of what the pointer is on.
 * @cssproperty --mokor-muted - Text of second rank.
 * @cssproperty [--mokor-panel=Canvas] - Ground of lists that open.
 * @cssproperty [--mokor-panel-text=CanvasText] - Text of lists that open.
 * @cssproperty [--mokor-room=80rem] - Height kept until the form is there.
 */
export class MokorCommissionForm extends MokorForm {
  static override properties = { ...MokorForm.properties, member: { type: String } }

  static override styles = [
    ...MokorForm.styles,
    css`
      :host {
        --_room: 80rem;
      }
    `,
  ]

  static override vocabulary = {
    it: () => import('../../collections/commissions/form/it.js'),
    en: () => import('../../collections/commissions/form/en.js'),
  }

  /** Slug of the profile it was opened from. */
  declare member: string | null

  readonly feature = 'commissions'
  readonly purpose = 'ask'
  readonly fields = commissionFields

  constructor() {
    super()
    this.member = null
  }

  /** @internal What was begun for one person is not sent to another. */
  override get draftKey(): string {
    return this.member ? `${super.draftKey} ${this.member}` : super.draftKey
  }

  rest(): Promise<FormRest> {
    return import('./sent.js').then(({ restOf }) => restOf(this))
  }

  override renderHead(): unknown {
    return this.member ? html`<p>${this.words.member}</p>` : ''
  }
}
