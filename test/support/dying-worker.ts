// A process of its own that sends the outbox: it dies by SIGKILL on the way, or goes by a wrong clock; started by test/api/killed.test.ts.
import { setTimeout as pause } from 'node:timers/promises'
import nodemailer from 'nodemailer'
import { inTransaction } from '../../plugin/database/transaction.js'
import { drainOutbox, enqueue } from '../../plugin/outbox/index.js'
import { mokor } from '../../plugin/runtime.js'
import { dieBefore } from './die-before.js'
import { type Database, startSite } from './site.js'
import { setClockWrong } from './wrong-clock.js'

const [databaseUrl = '', database = 'sqlite', port = '0', step = ''] = process.argv.slice(2)
if (step.startsWith('clock')) setClockWrong(Number(step.slice(5)))
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
        // Long enough that the other worker looks at rows that this one holds.
        if (step.startsWith('clock')) await pause(100)
        await transport.sendMail(message as Parameters<typeof transport.sendMail>[0])
        if (step === 'sent') die()
      },
    }),
  }),
})
mokor(site.payload).mails['test-hello'] = {
  document: 'messages',
  opens: null,
  render: async ({ target }) => ({
    to: { address: `${target}@people.example` },
    subject: 'Ciao',
    paragraphs: ['Prova'],
  }),
}
if (step.startsWith('accept')) await accept(...(step.split(' ').slice(1) as [string, string]))
if (step.startsWith('undo')) await takeBack(...(step.split(' ').slice(1) as [string, string, string]))
if (step === 'queued')
  await inTransaction(site.payload, async (req) => {
    await enqueue(req, { key: 'queued', template: 'test-hello', target: 'queued', lang: 'it' })
    die()
  })
if (step.startsWith('write')) dieAtWrite(Number(step.slice(5)))
await drainOutbox(site.payload)
process.exit(0)

/** Says yes to an offer as a member does by their link, and dies before the n-th write of it; ends by itself once there are no more. */
async function accept(nth: string, page: string): Promise<void> {
  dieBefore(site.payload, Number(nth))
  const answer = await site.fetch(page, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Site': 'same-origin' },
    body: new URLSearchParams({ do: 'accept', taxMode: 'vat', responsible: 'yes' }).toString(),
  })
  process.exit(answer.status === 200 ? 0 : 1)
}

/** Dies when it begins to write the n-th member's file. */
function dieAtWrite(nth: number): void {
  const { db } = site.payload
  const real = db.updateOne.bind(db)
  let files = 0
  db.updateOne = (args) => {
    if (args.collection === 'members' && ++files === nth) die()
    return real(args)
  }
}

/** Dies when a write of this kind begins. */
async function takeBack(write: string, collection: string, id: string): Promise<void> {
  const headers = await site.as('owner@rete.example')
  const db = site.payload.db as unknown as Record<string, (args: { collection?: string }) => unknown>
  const real = db[write]?.bind(site.payload.db)
  db[write] = (args) => {
    if (args.collection === collection) die()
    return real?.(args)
  }
  const view = await site.fetch(`/api/members/${id}/mokor`, { headers })
  const { revision: seen } = (await view.json()) as { revision: string }
  await site.fetch(`/api/members/${id}/mokor/undo`, {
    method: 'POST',
    headers: { ...headers, 'Content-Type': 'application/json' },
    body: JSON.stringify({ seen }),
  })
}
