// Registers <mokor-donate>.
import { define } from './core/define.js'
import { MokorDonate } from './mokor-donate/mokor-donate.js'

define('mokor-donate', MokorDonate)

export type { MokorEventDetails } from './core/events.js'
export { MokorDonate }

declare global {
  interface HTMLElementTagNameMap {
    'mokor-donate': MokorDonate
  }
}
