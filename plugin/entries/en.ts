// Every English text of the admin, for sites that take the words from the package; a test holds it against what the rooms bring.
import { en as commissions } from '../../collections/commissions/admin/en.js'
import { en as donations } from '../../collections/donations/admin/en.js'
import { en as members } from '../../collections/members/admin/en.js'
import { en as skills } from '../../collections/skills/admin/en.js'
import { en as teams } from '../../collections/teams/admin/en.js'
import { en as own } from '../translations/own.en.js'

export const en = { ...own, ...members, ...skills, ...commissions, ...teams, ...donations }
