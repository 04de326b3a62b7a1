// The statuses of a message to a member and the transitions between them: links, mails and the desk's buttons ask one table.
import { editors } from '../../../plugin/access/index.js'
import { defineLifecycle } from '../../../plugin/lifecycle/state-machine.js'

export const messageLifecycle = defineLifecycle({
  document: 'messages',
  /** `held`: no mail brings it to the member, so the desk has it. `returned`: the member could not be reached. */
  statuses: ['unconfirmed', 'confirmed', 'held', 'delivered', 'returned'],
  initial: ['unconfirmed'],
  final: ['delivered', 'returned'],
  transitions: {
    /** Told by voice. */
    tell: { from: ['held'], to: 'delivered', by: ['editor'], roles: editors, undo: true },
    /** The member has an address by now, or one that was corrected. */
    'relay-again': { from: ['held'], to: 'confirmed', by: ['editor'], roles: editors },
    'give-back': {
      from: ['held'],
      to: 'returned',
      by: ['editor'],
      roles: editors,
      reason: true,
      destructive: true,
      undo: true,
    },
    confirm: { from: ['unconfirmed'], to: 'confirmed', by: ['client'] },
    'hand-over': { from: ['unconfirmed', 'confirmed'], to: 'held', by: ['client', 'network'] },
    deliver: { from: ['confirmed'], to: 'delivered', by: ['network'] },
    /** The member is out of sight, nobody at the desk came to it, or its mail was given up. */
    return: { from: ['confirmed', 'held'], to: 'returned', by: ['network', 'calendar'] },
  },
})

export type MessageStatus = (typeof messageLifecycle.statuses)[number]
export type MessageTransition = keyof typeof messageLifecycle.transitions
