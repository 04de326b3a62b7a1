// Every public route, in the order in which they are matched: the busiest first.

import { commissions } from '../../../collections/commissions/route.js'
import { donations, donationsSummary } from '../../../collections/donations/routes.js'
import { members } from '../../../collections/members/directory/list-route.js'
import { member } from '../../../collections/members/directory/profile-route.js'
import { join } from '../../../collections/members/joining/route.js'
import { contact } from '../../../collections/members/relay/route.js'
import { memberPicture } from '../../../collections/pictures/route.js'
import { skills } from '../../../collections/skills/route.js'
import { team } from '../../../collections/teams/route.js'
import type { Route } from '../route.js'
import { challenge } from './challenge.js'
import { network } from './network.js'
import { openapi } from './openapi.js'
import { places } from './places.js'
import { brotliWidgets, widgets } from './widgets.js'

const described: Route[] = [
  members,
  member,
  memberPicture,
  skills,
  places,
  network,
  widgets,
  brotliWidgets,
  challenge,
  join,
  contact,
  commissions,
  donations,
  donationsSummary,
  team,
]

export const routes: Route[] = [...described, openapi(described)]
