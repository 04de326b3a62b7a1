// Registers <mokor-team>.
import { define } from './core/define.js'
import { MokorTeam } from './mokor-team/mokor-team.js'

export type { MokorEventDetails } from './core/events.js'
export { MokorTeam }

define('mokor-team', MokorTeam)

declare global {
  interface HTMLElementTagNameMap {
    'mokor-team': MokorTeam
  }
}
