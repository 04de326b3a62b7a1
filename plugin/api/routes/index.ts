// Every public route, in the order in which they are matched: the busiest first.
import type { Route } from '../route.js'
import { challenge } from './challenge.js'
import { commissions } from './commissions.js'
import { contact } from './contact.js'
import { donations, donationsSummary } from './donations.js'
import { join } from './join.js'
import { member } from './member.js'
import { memberPicture } from './member-picture.js'
import { members } from './members.js'
import { network } from './network.js'
import { openapi } from './openapi.js'
import { places } from './places.js'
import { skills } from './skills.js'
import { team } from './team.js'
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
