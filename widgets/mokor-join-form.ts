// Registers <mokor-join-form>.
import { define } from './core/define.js'
import { MokorJoinForm } from './mokor-join-form/mokor-join-form.js'

define('mokor-join-form', MokorJoinForm)

export type { MokorEventDetails } from './core/events.js'
export { MokorJoinForm }

declare global {
  interface HTMLElementTagNameMap {
    'mokor-join-form': MokorJoinForm
  }
}
