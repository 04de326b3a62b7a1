// What editors do with offers over HTTP: propose a request, read whom it was offered to, and take an offer's steps.
import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import { editors } from '../../../plugin/access/index.js'
import { Refusal } from '../../../plugin/collection/errors.js'
import { inTransaction } from '../../../plugin/database/transaction.js'
import { localized, pickFor } from '../../../plugin/i18n/localized.js'
import { readAfterStep, readAsEditor, rightsOn } from '../../../plugin/lifecycle/document-rights.js'
import { movedMeanwhile, revisionOf } from '../../../plugin/lifecycle/refused.js'
import { cleanTexts } from '../../../plugin/values/clean-text.js'
import type { Commission } from '../types.js'
import { type OfferStep, offerSteps, takeOfferStep } from './desk-steps.js'
import { propose } from './propose.js'
import { offersOf } from './read.js'
import { proposalWays } from './types.js'

const text = (length: number) => z.string().trim().max(length)
const id = z.union([z.string().max(64), z.number()])
const reason = z.object({ code: z.string().max(60), params: z.record(z.string(), z.unknown()).nullish() })

const proposal = z.object({
  way: z.enum(proposalWays),
  members: z
    .array(z.object({ id, reasons: z.array(reason).max(20).optional() }))
    .max(20)
    .optional(),
  team: id.nullish(),
  company: z
    .object({
      name: text(120),
      email: text(254).nullish(),
      phone: text(40).nullish(),
      url: text(400).nullish(),
      why: text(500),
    })
    .nullish(),
  until: z.iso.datetime({ offset: true }).nullish(),
  alternatives: z
    .array(z.object({ member: z.string().max(64), reasons: z.array(reason).max(20) }))
    .max(50)
    .optional(),
  why: text(1000).optional(),
  seen: z.string().nullish(),
})

const sentences = {
  broken: (field: string) =>
    localized(
      `Questa proposta non si legge: controlla «${field}» e riprova.`,
      `This offer cannot be read: check “${field}” and try again.`,
    ),
  role: localized('Questo passo spetta a un altro ruolo.', 'This step belongs to another role.'),
  unknown: localized('Questo passo non c’è.', 'There is no such step.'),
}

async function asEditor(req: PayloadRequest, seen: string | null | undefined): Promise<Commission> {
  const doc = await readAsEditor<Commission>(req, 'commissions', String(req.routeParams?.id))
  if (!(await rightsOn(req, 'commissions', doc))(editors)) throw new Refusal(pickFor(req, sentences.role), 403)
  if (seen && seen !== revisionOf(doc)) throw movedMeanwhile(req, doc)
  return doc
}

async function bodyOf<T extends z.ZodType>(req: PayloadRequest, schema: T): Promise<z.output<T>> {
  const given = cleanTexts((await req.json?.().catch(() => null)) ?? {})
  const read = schema.safeParse(given)
  if (read.success) return read.data
  const field = String(read.error.issues[0]?.path[0] ?? 'way')
  throw new Refusal(pickFor(req, sentences.broken(field)), 422, { field })
}

/** `POST /:id/mokor/propose` {way, members?, team?, company?, until?, alternatives?, why?, seen?} → {doc} */
const proposeEndpoint: Omit<Endpoint, 'root'> = {
  path: '/:id/mokor/propose',
  method: 'post',
  handler: async (req) => {
    const { seen, until, ...given } = await bodyOf(req, proposal)
    const answer = await inTransaction(
      req.payload,
      async (inner) => {
        const asked = Object.assign(inner, { routeParams: req.routeParams })
        const doc = await asEditor(asked, seen)
        await propose(inner, doc, { ...given, until: until ? new Date(until) : null })
        return { doc: (await readAfterStep<Commission>(inner, 'commissions', doc)) ?? { id: doc.id } }
      },
      req,
    )
    return Response.json(answer)
  },
}

/** `GET /:id/mokor/offers` → {offers}: whom the request was offered to, in their order. */
const listEndpoint: Omit<Endpoint, 'root'> = {
  path: '/:id/mokor/offers',
  method: 'get',
  handler: async (req) => {
    const doc = await asEditor(req, null)
    return Response.json({ offers: await offersOf(req, doc.id) }, { headers: { 'Cache-Control': 'private, no-store' } })
  },
}

const stepBody = z.object({
  taxMode: z.string().max(20).nullish(),
  show: z.boolean().nullish(),
  code: z.string().max(30).nullish(),
  note: text(2000).nullish(),
  until: z.iso.date().nullish(),
  suggested: text(2000).nullish(),
  why: text(2000).nullish(),
  seen: z.string().nullish(),
})

/** `POST /:id/mokor/offers/:offer/:step` → {doc}: recall, ask, choose, accepted, declined. */
const stepEndpoint: Omit<Endpoint, 'root'> = {
  path: '/:id/mokor/offers/:offer/:step',
  method: 'post',
  handler: async (req) => {
    const body = await bodyOf(req, stepBody)
    const step = offerSteps.find((one) => one === req.routeParams?.step)
    if (!step) throw new Refusal(pickFor(req, sentences.unknown), 404)
    const answer = await inTransaction(
      req.payload,
      async (inner) => {
        const asked = Object.assign(inner, { routeParams: req.routeParams })
        const doc = await asEditor(asked, body.seen)
        await takeOfferStep(inner, doc, String(req.routeParams?.offer), step satisfies OfferStep, body)
        return { doc: (await readAfterStep<Commission>(inner, 'commissions', doc)) ?? { id: doc.id } }
      },
      req,
    )
    return Response.json(answer)
  },
}

export const offerEndpoints = [proposeEndpoint, listEndpoint, stepEndpoint]
