// A process of its own that sends the outbox and dies by SIGKILL on the way; started by test/api/killed.test.ts.
import nodemailer from 'nodemailer'
import { drainOutbox, enqueue } from '../../plugin/outbox/index.js'
import { mokor } from '../../plugin/runtime.js'
import { inTransaction } from '../../plugin/transaction.js'
import { type Database, startSite } from './site.js'

const [databaseUrl = '', database = 'sqlite', port = '0', step = ''] = process.argv.slice(2)
const die = () => process.kill(process.pid, 'SIGKILL')

const transport = nodemailer.createTransport({ host: '127.0.0.1', port: Number(port), ignoreTLS: true })
const site = await startSite({
  database: database as Database,
  databaseUrl,
  config: (base) => ({
    ...base,
    email: () => ({
      name: 'dying',
      defaultFromAddress: 'rete@rete.example',
      defaultFromName: 'Rete di prova',
      async sendEmail(message) {
        if (step === 'leased') die()
        await transport.sendMail(message as Parameters<typeof transport.sendMail>[0])
        if (step === 'sent') die()
      },
    }),
  }),
})
mokor(site.payload).mails['test-hello'] = {
  render: async ({ target }) => ({
    to: { address: `${target}@people.example` },
    subject: 'Ciao',
    paragraphs: ['Prova'],
  }),
}
if (step === 'queued')
  await inTransaction(site.payload, async (req) => {
    await enqueue(req, { key: 'queued', template: 'test-hello', target: 'queued', lang: 'it' })
    die()
  })
await drainOutbox(site.payload)
process.exit(0)
