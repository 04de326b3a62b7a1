// The editors' work view with five thousand open items, beside the plain list of one collection.
import { slugOf } from '../../plugin/runtime.js'
import { carpenter } from '../support/people.js'
import { type Site, startSite } from '../support/site.js'
import { oneByOne } from './measure.js'
import { table, verdictOf } from './report.js'

type Queue = 'members' | 'commissions' | 'donations' | 'outbox'

/** Five thousand in all, most of them where most come. */
const items: Record<Queue, number> = { members: 2400, commissions: 2000, donations: 400, outbox: 200 }
const atOnce = 20
const looks = 40
/** What the view may take on two cores. */
const mostMs = 300

const hourMs = 3_600_000
const hoursFrom = (n: number): string => new Date(Date.now() + n * hourMs).toISOString()

const samples: Record<Queue, (n: number) => Record<string, unknown>> = {
  members: (n) => ({
    ...carpenter({ firstName: `Persona ${n}`, title: `Persona ${n}`, email: `p${n}@posta.example` }),
    since: hoursFrom(-n / 10),
  }),
  commissions: (n) => ({
    reference: `T${n}`,
    title: `Richiesta ${n}`,
    status: n % 4 === 0 ? 'triage' : 'received',
    client: { kind: 'person', name: `Cliente ${n}`, email: `c${n}@posta.example`, contactBy: 'email', lang: 'it' },
    description: 'Riparare una persiana di legno che non chiude più.',
    skills: [{ own: 'falegname' }],
    mode: 'onsite',
    place: { municipality: '015146', province: 'MI' },
    when: { soon: 'no-hurry' },
    choice: 'network',
    channel: 'web',
    since: hoursFrom(-n / 10),
    answerBy: hoursFrom((n - 600) / 10),
  }),
  donations: (n) => ({
    reference: `RF${n}`,
    status: 'pledged',
    amountCents: 2500,
    currency: 'EUR',
    frequency: 'once',
    method: 'bank-transfer',
    donor: { type: 'person', name: `Persona ${n}`, lang: 'it' },
    channel: 'desk',
    expiresAt: hoursFrom(24 + n),
  }),
  outbox: (n) => ({
    key: `bench:${n}`,
    template: 'member-active',
    target: '1',
    about: `Persona ${n}`,
    lang: 'it',
    status: 'failed',
    attempts: 8,
    dueAt: hoursFrom(-n),
  }),
}

async function fill({ payload }: Site): Promise<void> {
  for (const key of Object.keys(items) as Queue[])
    for (let from = 0; from < items[key]; from += atOnce)
      await Promise.all(
        Array.from({ length: atOnce }, (_, n) =>
          payload.db.create({ collection: slugOf(payload, key), data: samples[key](from + n) }),
        ),
      )
}

export async function deskView(): Promise<void> {
  const site = await startSite({ database: 'mongo' })
  const headers = await site.as('owner@rete.example', ['owner'])
  await fill(site)
  const ask = async (path: string): Promise<string> => {
    const response = await site.fetch(path, { headers })
    const body = await response.text()
    if (response.status !== 200) throw new Error(`${path}: ${response.status} ${body.slice(0, 300)}`)
    return body
  }
  const idle = async () => undefined
  const time = (path: string) => oneByOne(looks, idle, () => ask(path))
  const first = '/api/mokor/desk'
  const { next, rows } = JSON.parse(await ask(first)) as { next: string; rows: { collection: string; id: string }[] }
  const [row] = rows as [(typeof rows)[number]]
  // Warm, as a site is of an evening.
  await time(first)
  const figures = {
    'the desk: a page, every count': await time(first),
    'the desk: the page after': await time(`${first}?after=${next}`),
    'the desk: what is late': await time(`${first}?view=overdue`),
    'the desk: one item, whole': await time(`${first}/${row.collection}/${row.id}`),
    'plain list of requests': await time(
      `/api/${slugOf(site.payload, 'commissions')}?where[status][in]=received,triage&sort=answerBy&limit=30&depth=0`,
    ),
  }
  table('The desk with 5,000 open items (one at a time)', figures)
  const slowest = Math.max(...Object.values(figures).map(({ p50 }) => p50))
  verdictOf(
    `the desk answers within ${mostMs} ms at 5,000 open items: half of the looks within ${slowest.toFixed(0)} ms`,
    slowest <= mostMs,
  )
  await site.close()
}
