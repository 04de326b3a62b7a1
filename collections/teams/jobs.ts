// Scheduled jobs of teams: whoever has not answered by the term brings the team back to the desk.
import type { JobDefinition } from '../../plugin/definitions/job.js'
import { readTeam } from './people.js'
import { termsKey } from './terms.js'
import { transition } from './transition.js'

export const teamJobs: Record<'team-lapse', JobDefinition> = {
  'team-lapse': {
    document: 'teams',
    async run(req, target, words) {
      const team = await readTeam(req, target)
      if (team?.status !== 'forming' || words.terms !== termsKey(team)) return
      // Asked once more meanwhile: that has a term of its own.
      if (!team.answerBy || new Date(team.answerBy).toISOString() !== words.term) return
      await transition(req, team, 'lapse', { by: 'network', at: new Date() })
    },
  },
}
