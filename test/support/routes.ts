// Every public route and page, as the plugin assembles them.
import { rooms } from '../../collections/index.js'
import { routesOf } from '../../plugin/api/index.js'
import { systemRooms } from '../../plugin/system.js'

const all = [...rooms, ...systemRooms]

export const routes = routesOf(all)
export const pages = all.flatMap((room) => room.pages)
