// Registers <mokor-member>.
import { define } from './core/define.js'
import { MokorMember } from './mokor-member/mokor-member.js'

export type { MokorEventDetails } from './core/events.js'
export { MokorMember }

define('mokor-member', MokorMember)

declare global {
  interface HTMLElementTagNameMap {
    'mokor-member': MokorMember
  }
}
