// Every public route and page, as the plugin assembles them.
import { routesOf } from '../../plugin/api/index.js'
import { rooms } from './rooms.js'

export const routes = routesOf(rooms)
export const pages = rooms.flatMap((room) => room.pages)
