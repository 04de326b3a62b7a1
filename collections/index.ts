// Every room of the network, in the order in which the admin lists them: the one file that knows them all.
import type { ProfileSource, RowSource } from '../plugin/directory/source.js'
import type { Room } from '../plugin/room.js'
import type { RosterSource } from '../plugin/roster/index.js'
import { commissionsRoom, jobCounts } from './commissions/index.js'
import { donationsRoom } from './donations/index.js'
import { activeMembers, memberProfiles, membersRoom } from './members/index.js'
import { picturesRoom } from './pictures/index.js'
import { repliesRoom } from './replies/index.js'
import { skillsRoom } from './skills/index.js'
import { teamRows, teamsRoom } from './teams/index.js'

// The stored documents. Also by these lines the rooms' names are known wherever the package's declarations are read.
export type { Commission } from './commissions/index.js'
export type { Donation } from './donations/index.js'
export type { Member } from './members/index.js'
export type { Picture } from './pictures/index.js'
export type { Reply } from './replies/index.js'
export type { Skill } from './skills/index.js'
export type { Team } from './teams/index.js'

/** Where the read models find what ought to stand in them. */
export const sources: { profiles: ProfileSource; rowSources: readonly RowSource[]; roster: RosterSource } = {
  rowSources: [teamRows],
  profiles: memberProfiles,
  roster: { ...activeMembers, counts: jobCounts },
}

export const rooms: readonly Room[] = [
  membersRoom,
  skillsRoom,
  commissionsRoom,
  teamsRoom,
  donationsRoom,
  picturesRoom,
  repliesRoom,
]
