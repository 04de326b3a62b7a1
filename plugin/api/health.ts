// GET /health: whether the site can work; whoever runs it reads more.
import type { Endpoint, Payload, PayloadRequest, Where } from 'payload'
import { hasRole } from '../access/index.js'
import { unsaid } from '../collection/start-check.js'
import { version } from '../collection/version.js'
import { databaseNow } from '../database/clock.js'
import { databaseAnswers, prepareProbe } from '../database/probe.js'
import { levelsOfForms } from '../limits/ceilings.js'
import type { ResolvedOptions } from '../options/index.js'
import type { OutboxRow } from '../outbox/row.js'
import { mokor, slugOf } from '../runtime.js'
import { answerResponse, withoutBody } from './respond.js'
import { isBearer } from './secret.js'

const noStore = { 'Cache-Control': 'no-store' }

/** Nothing of it is cached, and nothing waits long: a monitor asks again in a minute. */
const patienceMs = 1000

export function healthEndpoints(options: ResolvedOptions): Omit<Endpoint, 'root'>[] {
  const path = '/mokor/v1/health'
  const handler = (req: PayloadRequest) => health(req, options)
  return [
    { path, method: 'get', handler },
    // Some monitors ask for the head alone.
    { path, method: 'head', handler: async (req) => withoutBody(await handler(req)) },
  ]
}

async function health(req: PayloadRequest, options: ResolvedOptions): Promise<Response> {
  prepareProbe(req.payload)
  const answers = await inTime(databaseAnswers(req.payload), false)
  const told = answers && mayRead(req, options) ? await inTime(details(req.payload), null) : {}
  const ok = answers && told !== null
  return answerResponse(
    { status: ok ? 200 : 503, body: { status: ok ? 'ok' : 'unavailable', ...told } },
    { ...noStore, ...(ok ? {} : { 'Retry-After': '10' }) },
  )
}

const mayRead = (req: PayloadRequest, { outbox }: ResolvedOptions): boolean =>
  isBearer(req, outbox.cronSecret) || hasRole(req, ['owner'])

/** What a question gives, or `otherwise` where it fails or takes too long. */
async function inTime<Given, Otherwise>(question: Promise<Given>, otherwise: Otherwise): Promise<Given | Otherwise> {
  const late = new Promise<Otherwise>((resolve) => {
    setTimeout(() => resolve(otherwise), patienceMs).unref()
  })
  return Promise.race([question.catch(() => otherwise), late])
}

/** Counts and ages; nothing of anybody. */
async function details(payload: Payload) {
  const started = performance.now()
  const now = await databaseNow(payload)
  const answeredMs = Math.round(performance.now() - started)
  const { outbox, features } = mokor(payload).options
  return {
    version,
    database: { name: payload.db.name, answeredMs, clockOffsetMs: Date.now() - now.getTime() },
    outbox: { worker: outbox.worker, ...(await outboxState(payload, now)) },
    forms: await levelsOfForms(payload),
    features,
    unsaid: unsaid(payload),
    process: { uptimeSeconds: Math.round(process.uptime()), memoryBytes: process.memoryUsage().rss },
  }
}

async function outboxState(payload: Payload, now: Date) {
  const collection = slugOf(payload, 'outbox')
  const due: Where = { and: [{ status: { equals: 'queued' } }, { dueAt: { less_than_equal: now.toISOString() } }] }
  const count = async (status: string) =>
    (await payload.db.count({ collection, where: { status: { equals: status } } })).totalDocs
  const { docs } = await payload.db.find<OutboxRow>({
    collection,
    where: due,
    sort: 'dueAt',
    limit: 1,
    pagination: false,
  })
  const [oldest] = docs
  return {
    due: (await payload.db.count({ collection, where: due })).totalDocs,
    /** Seconds that the mail that has waited longest has been due; null where none is. */
    oldestSeconds: oldest ? Math.round((now.getTime() - Date.parse(oldest.dueAt)) / 1000) : null,
    leased: await count('leased'),
    failed: await count('failed'),
    sent: await count('sent'),
  }
}
