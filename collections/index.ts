// Every room of the network, in the order in which the admin lists them: the one file that knows them all.
import type { Room } from '../plugin/room.js'
import { commissionsRoom } from './commissions/index.js'
import { donationsRoom } from './donations/index.js'
import { membersRoom } from './members/index.js'
import { picturesRoom } from './pictures/index.js'
import { skillsRoom } from './skills/index.js'
import { teamsRoom } from './teams/index.js'

export { memberProfiles } from './members/index.js'

export const rooms: readonly Room[] = [membersRoom, skillsRoom, commissionsRoom, teamsRoom, donationsRoom, picturesRoom]
