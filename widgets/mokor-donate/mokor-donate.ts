// A donation by bank transfer: how much, how often, who; then the slip to copy into one's own bank.
import type { PropertyValues } from 'lit'
import { donationFields } from '../../collections/donations/form/fields.js'
import type { Field } from '../../plugin/contract/form/field.js'
import { MokorForm } from '../core/form/form.js'
import type { FormRest } from '../core/form/form-host.js'
import { donateStyles } from './mokor-donate.styles.js'

/**
 * The donation form of the network. Nothing is paid here: it prepares the details of a bank transfer.
 *
 * @tagname mokor-donate
 * @slot - What is shown before the script runs and when the network does not answer, e.g. a link to the network's page.
 * @event mokor-submit - Before sending, with the body. Cancelling it stops the sending.
 * @event mokor-success - The pledge is taken; the answer holds reference, IBAN and QR.
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
 * @cssproperty [--mokor-room=58rem] - Height kept until the form is there.
 */
export class MokorDonate extends MokorForm {
  static override properties = { ...MokorForm.properties, amounts: { type: String } }

  static override styles = [...MokorForm.styles, donateStyles]

  static override vocabulary = {
    it: () => import('../../collections/donations/form/it.js'),
    en: () => import('../../collections/donations/form/en.js'),
  }

  /** Whole euros offered as large choices, e.g. `10 25 50 100`. */
  declare amounts: string

  readonly feature = 'donations'
  readonly purpose = 'give'
  fields: readonly Field[] = []

  constructor() {
    super()
    this.amounts = '10 25 50 100'
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('amounts')) this.fields = donationFields(this.amounts.match(/\d+/g) ?? [])
    super.willUpdate(changed)
  }

  rest(): Promise<FormRest> {
    return import('./sent.js').then(({ restOf }) => restOf(this))
  }
}
