// Every Italian text of the admin, for sites that take the words from the package; a test holds it against what the rooms bring.
import { it as commissions } from '../../collections/commissions/admin/it.js'
import { it as donations } from '../../collections/donations/admin/it.js'
import { it as members } from '../../collections/members/admin/it.js'
import { it as skills } from '../../collections/skills/admin/it.js'
import { it as teams } from '../../collections/teams/admin/it.js'
import { it as own } from '../translations/own.it.js'

export const it = { ...own, ...members, ...skills, ...commissions, ...teams, ...donations }
