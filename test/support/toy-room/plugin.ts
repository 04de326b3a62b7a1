// The plugin with the toy room, for a site that was built without it.
import { pluginWith } from '../rooms.js'
import { toyRoom } from './index.js'

export const mokorPlugin = pluginWith([toyRoom])
