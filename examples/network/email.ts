// Sends the site's mail by SMTP when SMTP_URL is set.
import { createTransport } from 'nodemailer'
import type { EmailAdapter } from 'payload'

export function smtp(url: string, from: { name: string; address: string }): EmailAdapter {
  const transport = createTransport(url)
  return () => ({
    name: 'smtp',
    defaultFromName: from.name,
    defaultFromAddress: from.address,
    sendEmail: (message) => transport.sendMail({ from, ...message }),
  })
}
