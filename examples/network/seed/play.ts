// Plays a request of the demo the way people do: the desk proposes from its shortlist, everybody else presses the buttons of their page.
import type { PayloadRequest } from 'payload'
import { jobLink } from '../../../collections/commissions/job/executor-page.js'
import { commissionLinks } from '../../../collections/commissions/links.js'
import { followAnswers } from '../../../collections/commissions/offers/agree.js'
import { offerLink } from '../../../collections/commissions/offers/link.js'
import { propose } from '../../../collections/commissions/offers/propose.js'
import { offersOf } from '../../../collections/commissions/offers/read.js'
import { settleOffers } from '../../../collections/commissions/offers/settle.js'
import { offerTransition } from '../../../collections/commissions/offers/transition.js'
import type { Offer, OutsideCompany, ProposalWay } from '../../../collections/commissions/offers/types.js'
import { readCommission } from '../../../collections/commissions/reading.js'
import { readShortlist } from '../../../collections/commissions/shortlist/read.js'
import type { Commission } from '../../../collections/commissions/types.js'
import { documents } from '../../../plugin/database/documents.js'
import { writeFields } from '../../../plugin/database/write-fields.js'
import type { LinkDefinition, SentPhoto } from '../../../plugin/definitions/link.js'
import { slugOf } from '../../../plugin/runtime.js'
import { databaseId } from '../../../plugin/values/document-id.js'
import { type Photographed, photograph } from './photographs.js'

const hour = 3_600_000
/** The last thing that happened to it. */
const lastHoursAgo = 3

export class Play {
  constructor(
    private readonly req: PayloadRequest,
    private readonly id: Commission['id'],
    /** Whoever the desk has asked for other jobs of the demo. */
    private readonly busy: Set<string>,
  ) {}

  async propose(way: ProposalWay, people: number, why?: string): Promise<void> {
    const commission = await this.commission()
    const { groups } = await readShortlist(this.req, commission, 'fitting')
    const listed = groups.filter(({ code }) => code !== 'not-now').flatMap((group) => group.people)
    const free = listed.filter(({ id }) => !this.busy.has(id))
    const chosen = [...free, ...(await this.anybody(people, listed))].slice(0, people)
    for (const { id } of chosen) this.busy.add(id)
    await propose(this.req, commission, {
      way: chosen.length === 1 ? 'one' : way,
      members: chosen.map(({ id, reasons }) => ({ id: databaseId(this.req.payload, id), reasons })),
      alternatives: free.slice(people, people + 5).map(({ id, reasons }) => ({ member: id, reasons })),
      ...(why ? { why } : {}),
    })
  }

  /** In a network of a few dozen nobody may have the trade: the desk asks somebody whom it knows. */
  private async anybody(count: number, listed: { id: string }[]): Promise<{ id: string; reasons: [] }[]> {
    const not = [...this.busy, ...listed.map(({ id }) => id)].map((id) => databaseId(this.req.payload, id))
    const members = await documents(this.req, 'members').find(
      { and: [{ status: { equals: 'active' } }, { reach: { equals: 'public' } }, { id: { not_in: not } }] },
      { limit: count, sort: 'createdAt' },
    )
    return members.map(({ id }) => ({ id: String(id), reasons: [] }))
  }

  async proposeTeam(): Promise<void> {
    const [team] = await documents(this.req, 'teams').find({ status: { equals: 'active' } }, { limit: 1 })
    if (!team) throw new Error('no team stands')
    await propose(this.req, await this.commission(), { way: 'team', team: team.id })
  }

  async refer(company: OutsideCompany): Promise<void> {
    await propose(this.req, await this.commission(), { way: 'referral', company })
  }

  /** @param nth in the order in which they were asked */
  async member(nth: number, button: string, form: Record<string, string>): Promise<void> {
    await this.press(offerLink, String((await this.offer(nth)).id), button, form)
  }

  async expire(nth: number): Promise<void> {
    const cause = { by: 'network', at: new Date() }
    await offerTransition(this.req, await this.offer(nth), 'expire', cause)
    await followAnswers(this.req, this.id, cause)
  }

  client(button: string, form: Record<string, string> = {}): Promise<void> {
    return this.press(commissionLinks['request-status'], String(this.id), button, form)
  }

  async clientChooses(nth: number): Promise<void> {
    await this.client('choose', { of: String((await this.offer(nth)).id) })
  }

  async clientAnswers(answer: string): Promise<void> {
    const { questions } = await this.commission()
    await this.client('answer-question', { of: String(questions?.at(-1)?.id), answer })
  }

  executor(button: string, form: Record<string, string> = {}): Promise<void> {
    return this.press(jobLink, String(this.id), button, form)
  }

  async photograph(of: Photographed): Promise<void> {
    const photo = { bytes: await photograph(of) }
    await this.press(commissionLinks['request-status'], String(this.id), 'add-photo', {}, photo)
  }

  /** All of it has happened just now: over the days since the request came is more like a network’s week. */
  async end(): Promise<void> {
    const commission = await this.commission()
    await settleOffers(this.req, commission)
    const from = new Date(commission.createdAt).getTime()
    const to = Date.now() - lastHoursAgo * hour
    const entries = commission.timeline ?? []
    const timeline = entries.map((entry, n) => ({
      ...entry,
      at: new Date(from + ((to - from) * n) / Math.max(1, entries.length - 1)).toISOString(),
    }))
    const since = timeline.at(-1)?.at
    await writeFields(this.req, slugOf(this.req.payload, 'commissions'), this.id, { timeline, since })
  }

  private async commission(): Promise<Commission> {
    const commission = await readCommission(this.req, this.id)
    if (!commission) throw new Error(`no request ${this.id}`)
    return commission
  }

  private async offer(nth: number): Promise<Offer> {
    const offers = await offersOf(this.req, this.id)
    const offer = offers[Math.min(nth, offers.length - 1)]
    if (!offer) throw new Error(`nobody was asked about ${this.id}`)
    return offer
  }

  private async press(
    link: LinkDefinition | undefined,
    target: string,
    button: string,
    form: Record<string, string>,
    photo: SentPhoto | null = null,
  ): Promise<void> {
    const view = await link?.act?.({ req: this.req, target, lang: 'it', button, form, photo })
    if (!view || view.problem) throw new Error(`«${button}»: ${view?.problem ?? 'no such page'}`)
  }
}
