// Every public route, in the order in which they are matched: the busiest first.
import type { Route } from '../route.js'
import { network } from './network.js'
import { widgets } from './widgets.js'

export const routes: Route[] = [network, widgets]
