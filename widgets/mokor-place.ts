// Registers <mokor-place>.
import { define } from './core/define.js'
import { MokorPlace } from './mokor-place/mokor-place.js'

define('mokor-place', MokorPlace)

export type { MokorEventDetails } from './core/events.js'
export { MokorPlace }

declare global {
  interface HTMLElementTagNameMap {
    'mokor-place': MokorPlace
  }
}
