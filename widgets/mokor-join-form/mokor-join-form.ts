// Joining the network: who you are, what you can do, how to find you.
import { html, nothing } from 'lit'
import { firstFields } from '../../collections/members/joining/form/fields.js'
import { MokorForm } from '../core/form/form.js'
import type { FormRest } from '../core/form/form-host.js'
import { heading } from '../core/heading.js'
import { joinStyles } from './mokor-join-form.styles.js'

const steps = ['who', 'what', 'where'] as const

/**
 * The join form of the network, in three short steps, also for somebody who fills it in for another.
 *
 * @tagname mokor-join-form
 * @slot - What is shown before the script runs and when the network does not answer, e.g. a link to the network's page.
 * @event mokor-submit - Before sending, with the body. Cancelling it stops the sending.
 * @event mokor-success - The profile waits for its confirmation.
 * @event mokor-error - Refused, or nobody answered.
 * @csspart form - The form.
 * @csspart progress - The three steps.
 * @csspart field - Each question.
 * @csspart button - The button that goes on or sends.
 * @csspart summary - The list of what is missing.
 * @csspart done - What stands in the form's place afterwards.
 * @cssproperty --mokor-accent - Colour of choices, of the step at hand and of the main button.
 * @cssproperty --mokor-radius - Corners of fields and buttons.
 * @cssproperty [--mokor-on-accent=#fff] - Text upon the accent.
 * @cssproperty [--mokor-space=4px] - Grid of all distances.
 * @cssproperty --mokor-line - Hairlines; the text colour at 16 % by default.
 * @cssproperty --mokor-surface - Calm tint of notices and of what the pointer is on.
 * @cssproperty --mokor-muted - Text of second rank.
 * @cssproperty [--mokor-panel=Canvas] - Ground of lists that open.
 * @cssproperty [--mokor-panel-text=CanvasText] - Text of lists that open.
 * @cssproperty [--mokor-room=48rem] - Height kept until the form is there.
 */
export class MokorJoinForm extends MokorForm {
  static override styles = [...MokorForm.styles, joinStyles]

  static override vocabulary = {
    it: () => import('../../collections/members/joining/form/it.js'),
    en: () => import('../../collections/members/joining/form/en.js'),
  }

  readonly feature = 'join'
  readonly purpose = 'join'
  readonly fields = firstFields
  override readonly lastStep = 2

  rest(): Promise<FormRest> {
    return import('./sent.js').then(({ restOf }) => restOf(this))
  }

  override renderHead(): unknown {
    const { words } = this
    const { step } = this.state
    return html`<div class="steps">
      <ol class="progress small" part="progress">${steps.map(
        (name, i) => html`<li aria-current=${i === step ? 'step' : nothing}>${words[name]}</li>`,
      )}</ol>
      ${heading(this.headingLevel, html`${words[steps[step] ?? 'who']} <span class="muted small">${step + 1}/3</span>`)}
    </div>`
  }
}
