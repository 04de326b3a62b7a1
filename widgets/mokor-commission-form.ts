// Registers <mokor-commission-form>.
import { define } from './core/define.js'
import { MokorCommissionForm } from './mokor-commission-form/mokor-commission-form.js'

define('mokor-commission-form', MokorCommissionForm)

export type { MokorEventDetails } from './core/events.js'
export { MokorCommissionForm }

declare global {
  interface HTMLElementTagNameMap {
    'mokor-commission-form': MokorCommissionForm
  }
}
