// Stores a request of the demo: as its client's form does, or as one that came days ago and an editor has begun with.
import type { Payload, PayloadRequest } from 'payload'
import { type CommissionInput, commissionInput } from '../../../collections/commissions/dto.js'
import { createCommission } from '../../../collections/commissions/service.js'
import { shareVersion } from '../../../collections/commissions/share/consent.js'
import { transition } from '../../../collections/commissions/transition.js'
import type { Commission } from '../../../collections/commissions/types.js'
import { documents } from '../../../plugin/database/documents.js'
import { inTransaction } from '../../../plugin/database/transaction.js'
import { recordConsents } from '../../../plugin/fields/consents.js'
import { transitionContext } from '../../../plugin/lifecycle/timeline.js'
import { mokor, slugOf } from '../../../plugin/runtime.js'

const hour = 3_600_000

export interface DemoRequest {
  client: CommissionInput['client']
  description: string
  /** Slugs of trades. */
  skills: string[]
  /** ISTAT code; absent when the work is done from afar. */
  place?: string
  soon?: 'soon' | 'no-hurry'
  choice?: 'client'
  micro?: true
  hoursAgo: number
  /** How far it has come. @default 'unconfirmed' */
  steps?: ('take' | 'close' | 'decline')[]
  received?: true
  channel?: 'phone' | 'paper'
  why?: string
}

export const person = (name: string, mail: string): CommissionInput['client'] => ({
  kind: 'person',
  name,
  email: `${mail}@posta.example`,
  contactBy: 'email',
})

type Skills = Map<string, number | string>

function inputOf(payload: Payload, request: DemoRequest) {
  const at = new Date(Date.now() - request.hoursAgo * hour)
  const data = commissionInput.parse({
    client: request.client,
    description: request.description,
    skills: request.skills.map((skill) => ({ skill })),
    mode: request.place ? 'onsite' : 'remote',
    ...(request.place ? { place: { municipality: request.place } } : {}),
    when: { soon: request.soon ?? 'no-hurry' },
    choice: request.choice ?? 'network',
    micro: request.micro ?? false,
    consents: [{ what: 'share', version: shareVersion({ payload }) }],
  } satisfies CommissionInput)
  return { data, at, facts: { lang: 'it', page: null, how: 'web', at } as const }
}

/** @param skills ids of trades by slug */
export async function saveRequest(payload: Payload, request: DemoRequest, skills: Skills): Promise<void> {
  if (request.received || request.steps) {
    await inTransaction(payload, (req) => receivedRequest(req, request, skills))
    return
  }
  const { data, facts } = inputOf(payload, request)
  const { reference, expiresAt } = await createCommission(payload, data, facts)
  const at = new Date(expiresAt)
  if (at > new Date()) return
  // Its client never confirmed it; a scheduled job would say so a moment later.
  await inTransaction(payload, async (req) => {
    const [commission] = await documents(req, 'commissions').find({ reference: { equals: reference } })
    if (commission) await transition(req, commission, 'expire', { by: 'network', at })
  })
}

/** One that its client confirmed when it came. */
export async function receivedRequest(req: PayloadRequest, request: DemoRequest, skills: Skills): Promise<Commission> {
  const { payload } = req
  const { data, facts, at } = inputOf(payload, request)
  const { client, description, mode, place, when, choice, micro } = data
  let commission = (await payload.create({
    collection: slugOf(payload, 'commissions'),
    req,
    depth: 0,
    context: transitionContext({ by: 'client', at }),
    data: {
      status: 'received',
      client: { ...client, lang: 'it' },
      description,
      skills: request.skills.map((slug) => ({ skill: skills.get(slug) })),
      mode,
      place: place ?? {},
      when,
      choice,
      micro,
      channel: request.channel ?? 'web',
      consents: recordConsents(data.consents, facts),
      createdAt: at.toISOString(),
    },
  })) as unknown as Commission
  for (const [index, step] of (request.steps ?? []).entries())
    commission = await transition(req, commission, step, {
      by: mokor(payload).options.organisation.email,
      at: new Date(at.getTime() + (index + 1) * 20 * hour),
      ...(request.why ? { why: request.why } : {}),
    })
  return commission
}
