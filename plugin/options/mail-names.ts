// Names of the mails that a site may rewrite, so that a misspelt one does not compile.

export const mailNames = [
  'member-confirm',
  'member-reminder',
  'member-known',
  'member-received',
  'member-changes',
  'member-active',
  'member-refused',
  'member-paused',
  'member-suspended',
  'member-lifted',
  'member-let-go',
  'member-link',
  'member-again',
  'message-confirm',
  'message-relay',
  'message-delivered',
  'message-returned',
  'member-held',
  'commission-confirm',
  'commission-reminder',
  'commission-received',
  'commission-link',
  'commission-closed',
  'commission-withdrawn',
  'commission-declined',
  'commission-expired',
  'commission-desk',
  'donation-thanks',
] as const

export type MailName = (typeof mailNames)[number]
