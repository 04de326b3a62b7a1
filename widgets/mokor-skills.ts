// Registers <mokor-skills>.
import { define } from './core/define.js'
import { MokorSkills } from './mokor-skills/mokor-skills.js'

define('mokor-skills', MokorSkills)

export type { MokorEventDetails } from './core/events.js'
export { MokorSkills }

declare global {
  interface HTMLElementTagNameMap {
    'mokor-skills': MokorSkills
  }
}
