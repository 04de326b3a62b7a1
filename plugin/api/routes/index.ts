// The public routes that belong to no room: the network itself, its places, the widgets and the proof of work.
import type { Route } from '../route.js'
import { challenge } from './challenge.js'
import { network } from './network.js'
import { places } from './places.js'
import { brotliWidgets, widgets } from './widgets.js'

export const ownRoutes: readonly Route[] = [places, network, widgets, brotliWidgets, challenge]
