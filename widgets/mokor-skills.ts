// Registers <mokor-skills>.
import { define } from './core/define.js'
import { MokorSkills } from './mokor-skills/mokor-skills.js'

define('mokor-skills', MokorSkills)

export { MokorSkills }

declare global {
  interface HTMLElementTagNameMap {
    'mokor-skills': MokorSkills
  }
}
