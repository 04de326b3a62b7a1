// Performs one transition of a member: status and timeline.
import type { PayloadRequest } from 'payload'
import { withoutValidation } from '../../plugin/collection/skip-validation.js'
import { type TransitionCause, transitionContext } from '../../plugin/lifecycle/timeline.js'
import { slugOf } from '../../plugin/runtime.js'
import type { DocumentId, Member, MemberStatus } from './member.js'

export async function transition(
  req: PayloadRequest,
  id: DocumentId,
  status: MemberStatus,
  cause: TransitionCause,
  more: Partial<Member> = {},
): Promise<void> {
  const save = () =>
    req.payload.update({
      collection: slugOf(req.payload, 'members'),
      id,
      data: { status, ...more },
      depth: 0,
      overrideAccess: true,
      // The calendar moves files in the trash too; whoever presses a button finds only those that are not.
      trash: true,
      req,
      context: transitionContext(cause),
    })
  // Only what may be shown must be right in every field.
  await (status === 'active' ? save() : withoutValidation(req, save))
}
