// A team that no longer stands: what was offered to it is taken back, and of a job that it has the desk hears.
import type { PayloadRequest } from 'payload'
import { documents } from '../../../plugin/database/documents.js'
import type { Team } from '../../teams/index.js'
import { tellDesk } from '../job/changes.js'
import { underWay } from '../lifecycle.js'
import { followAnswers } from '../offers/agree.js'
import { openStatuses } from '../offers/lifecycle.js'
import { offerTransition } from '../offers/transition.js'

export async function followTeam(req: PayloadRequest, { id, status }: Team): Promise<void> {
  if (status === 'active') return
  const cause = { by: 'network', at: new Date() }
  const theirs = { team: { equals: id } }
  const offers = await documents(req, 'offers').find({ and: [theirs, { status: { in: [...openStatuses] } }] })
  for (const offer of offers) {
    await offerTransition(req, offer, 'recall', cause)
    await followAnswers(req, offer.commission, cause)
  }
  const jobs = await documents(req, 'commissions').find({
    and: [theirs, { status: { in: [...underWay] } }],
  })
  for (const job of jobs) await tellDesk(req, job, 'team-changed')
}
