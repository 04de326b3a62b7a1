// An evening at the desk, begun already: a colleague has something in hand, a note waits, a mail has not left, two messages are to
// be passed on.
import { randomBytes } from 'node:crypto'
import type { Payload } from 'payload'
import { handOver } from '../../../collections/members/relay/service.js'
import { documents } from '../../../plugin/database/documents.js'
import { inTransaction } from '../../../plugin/database/transaction.js'
import { writeFields } from '../../../plugin/database/write-fields.js'
import { confirmationDeadline } from '../../../plugin/lifecycle/expiry.js'
import { transitionContext } from '../../../plugin/lifecycle/timeline.js'
import { slugOf } from '../../../plugin/runtime.js'

const colleague = 'marta.lai@rete.example'
const day = 24 * 3_600_000

type Found = { id: number | string } | undefined

/** Nothing is done twice: the colleague tells that it was done. */
export async function fillHands(payload: Payload): Promise<void> {
  const known = await payload.count({ collection: 'users', where: { email: { equals: colleague } } })
  // The first user of all would be the owner.
  const anybody = await payload.count({ collection: 'users' })
  if (known.totalDocs > 0 || anybody.totalDocs === 0) return
  // Nobody signs in as her until an owner gives her a password.
  const password = randomBytes(24).toString('base64url')
  const { id: editor } = await payload.create({
    collection: 'users',
    data: { email: colleague, password, mokorRoles: ['editor'] } as never,
  })
  const commissions = slugOf(payload, 'commissions')
  const withStatus = async (status: string): Promise<Found[]> =>
    (
      await payload.find({
        collection: commissions,
        where: { status: { equals: status } },
        sort: 'createdAt',
        depth: 0,
      })
    ).docs
  const note = (text: string, daysAgo: number) => ({
    id: randomBytes(12).toString('hex'),
    at: new Date(Date.now() - daysAgo * day).toISOString(),
    by: colleague,
    text,
  })
  const [hers, aside] = await withStatus('triage')
  const [oldest] = await withStatus('received')
  const change = async (doc: Found, data: object): Promise<void> => {
    if (doc) await inTransaction(payload, (req) => writeFields(req, commissions, doc.id, { ...data }))
  }
  await change(hers, { editor, deskNotes: [note('Sentita una service di Modena: risponde giovedì.', 1)] })
  await change(aside, { editor, remindAt: new Date(Date.now() + 3 * day).toISOString() })
  await change(oldest, { deskNotes: [note('Ha richiamato: va bene anche in primavera, la pietra non scappa.', 2)] })
  await fillMessages(payload)
  const members = slugOf(payload, 'members')
  const { docs } = await payload.find({
    collection: members,
    where: { and: [{ status: { equals: 'active' } }, { email: { exists: true } }] },
    limit: 1,
    depth: 0,
  })
  const [member] = docs as unknown as { id: number | string; title?: string; lang?: string }[]
  if (!member) return
  await payload.db.create({
    collection: slugOf(payload, 'outbox'),
    data: {
      key: `member-active:${member.id}:demo`,
      template: 'member-active',
      target: String(member.id),
      about: member.title ?? null,
      lang: member.lang ?? 'it',
      status: 'failed',
      attempts: 8,
      dueAt: new Date(Date.now() - day).toISOString(),
      lastError: '550 5.1.1 mailbox unavailable',
    },
  })
}

/** One to somebody who has only a phone, one whose mail came back. */
async function fillMessages(payload: Payload): Promise<void> {
  const members = slugOf(payload, 'members')
  const { docs } = await payload.find({
    collection: members,
    where: { and: [{ status: { equals: 'active' } }, { reach: { equals: 'public' } }, { email: { exists: true } }] },
    sort: '-createdAt',
    limit: 2,
    depth: 0,
  })
  const [byPhone, byMail] = docs
  if (!byPhone || !byMail) return
  await payload.update({
    collection: members,
    id: byPhone.id,
    data: { email: null, phone: '+39 300 555 0133', channel: 'phone' },
  })
  const texts = [
    {
      to: byPhone.id,
      name: 'Lucia Fanti',
      text: 'Buongiorno, ho letto la sua scheda: avrei un lavoro piccolo, per una mattina, quando le è comodo. Può chiamarmi dopo le sei.',
      hoursAgo: 28,
      failure: null,
    },
    {
      to: byMail.id,
      name: 'Teo Basile',
      text: 'Ciao, un amico mi ha parlato di te. Sei libero la prima settimana di dicembre? È a due passi dalla stazione.',
      hoursAgo: 5,
      failure: '550 5.1.1 mailbox unavailable',
    },
  ]
  for (const { to, name, text, hoursAgo, failure } of texts)
    await inTransaction(payload, async (req) => {
      const at = new Date(Date.now() - hoursAgo * 3_600_000)
      const message = await documents(req, 'messages').create(
        {
          member: String(to),
          name,
          email: `${name.toLowerCase().replace(' ', '.')}@posta.example`,
          phone: '+39 300 555 0177',
          text,
          lang: 'it',
          status: 'unconfirmed',
          expiresAt: confirmationDeadline(at).toISOString(),
        },
        transitionContext({ by: 'client', at }),
      )
      await handOver(req, { ...message, failure }, { by: failure ? 'network' : 'client', at })
    })
}
