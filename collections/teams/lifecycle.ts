// The states of a team and the transitions between them: one table for links, editors' buttons and scheduled jobs.
import { editors } from '../../plugin/access/index.js'
import { defineLifecycle } from '../../plugin/lifecycle/state-machine.js'

export const teamStatuses = ['proposed', 'forming', 'active', 'closed'] as const
export type TeamStatus = (typeof teamStatuses)[number]

/** A team at the desk is `proposed`; `forming` while its people are asked; `active` when all of them have said yes. */
export const teamLifecycle = defineLifecycle({
  document: 'teams',
  statuses: teamStatuses,
  initial: ['proposed'],
  final: ['closed'],
  transitions: {
    /** Teams of before anybody could be asked are asked from where they stand. */
    ask: {
      from: ['proposed', 'forming', 'active'],
      to: 'forming',
      by: ['editor'],
      roles: editors,
      confirm: true,
      undo: true,
    },
    /** Somebody said yes, and others have not answered yet. */
    accept: { from: ['forming'], to: 'forming', by: ['member', 'network'] },
    /** The last one said yes; or the site's own code knows that all have. */
    complete: { from: ['proposed', 'forming'], to: 'active', by: ['member', 'network'] },
    /** Back to the desk, as are the two that follow: somebody else may be found. */
    decline: { from: ['proposed', 'forming'], to: 'proposed', by: ['member', 'network'] },
    leave: { from: ['proposed', 'forming', 'active'], to: 'proposed', by: ['member', 'network'] },
    lapse: { from: ['forming'], to: 'proposed', by: ['calendar'] },
    /** What was agreed is not what is written any more. */
    'change-terms': { from: ['forming', 'active'], to: 'forming', by: ['network'] },
    close: {
      from: ['proposed', 'forming', 'active'],
      to: 'closed',
      // The job that it was put together for is over.
      by: ['editor', 'network'],
      roles: editors,
      destructive: true,
      undo: true,
    },
    reopen: { from: ['closed'], to: 'proposed', by: ['editor'], roles: editors, undo: true },
  },
})

export type TeamTransition = keyof typeof teamLifecycle.transitions
