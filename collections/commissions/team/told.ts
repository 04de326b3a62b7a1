// What the people of a team hear of a job: that it was offered to them, that it goes no further, that it is theirs. One of them, who keeps
// in touch, answers for all.
import type { PayloadRequest } from 'payload'
import { undoMs } from '../../../plugin/lifecycle/step.js'
import { enqueue } from '../../../plugin/outbox/index.js'
import type { DocumentId } from '../../../plugin/values/document-id.js'
import { databaseId } from '../../../plugin/values/document-id.js'
import { type TeamAgreement, teamFor } from '../../teams/index.js'
import { mailboxOf, membersOf } from '../job/people.js'
import type { Offer } from '../offers/types.js'
import type { Commission } from '../types.js'

/** Everybody but who answers for them. */
export const othersIn = (
  { payload }: PayloadRequest,
  { people }: TeamAgreement,
  referent: DocumentId | null | undefined,
): DocumentId[] =>
  people.flatMap(({ member, accepted }) =>
    accepted && member !== String(referent) ? [databaseId(payload, member)] : [],
  )

/** Whether the team of an offer, if it is for one, is still agreed on its terms: an editor may have changed them meanwhile. */
export const teamStands = async (req: PayloadRequest, { team }: Pick<Offer, 'team'>): Promise<boolean> =>
  !team || ((await teamFor(req, team, 'it'))?.agreed ?? false)

/** The others of the team that an offer is for. */
export async function tellTeam(
  req: PayloadRequest,
  offer: Offer,
  template: 'offer-team' | 'offer-team-over',
  round: string,
): Promise<void> {
  const team = offer.team ? await teamFor(req, offer.team, 'it') : null
  if (!team) return
  for (const member of await membersOf(req, othersIn(req, team, offer.member)))
    if (mailboxOf(member))
      await enqueue(req, {
        key: `${template}:${offer.id}:${round}:${member.id}`,
        template,
        target: String(offer.id),
        lang: member.lang,
        words: { member: String(member.id) },
        // An editor who was wrong recalls it before it leaves.
        ...(template === 'offer-team' && { afterMs: undoMs(req) }),
      })
}

/** The others of the team that has the job, each with the page of it. */
export async function tellTeamOfJob(req: PayloadRequest, commission: Commission, offer: Offer): Promise<void> {
  if (!commission.team) return
  for (const member of await membersOf(req, commission.partners ?? []))
    if (mailboxOf(member))
      await enqueue(req, {
        key: `job-team:${commission.id}:${offer.id}:${member.id}`,
        template: 'job-team',
        target: String(commission.id),
        lang: member.lang,
        link: 'job',
        words: { member: String(member.id) },
      })
}
