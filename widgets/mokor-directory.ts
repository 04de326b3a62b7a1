// Registers <mokor-directory>.
import { define } from './core/define.js'
import { MokorDirectory } from './mokor-directory/mokor-directory.js'

export type { MokorEventDetails } from './core/events.js'
export { MokorDirectory }

define('mokor-directory', MokorDirectory)

declare global {
  interface HTMLElementTagNameMap {
    'mokor-directory': MokorDirectory
  }
}
