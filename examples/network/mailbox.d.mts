// Types of the mailbox, for the tests.
export function startMailbox(options: {
  folder: string
  port: number
  smtpPort: number
}): Promise<{ origin: string; smtp: string; close(): Promise<void> }>
