// Puts a request to people, in the way that an editor chose; whom, in which order, and who else there was is kept with the offers.
import type { PayloadRequest } from 'payload'
import { throwRefusal } from '../../../plugin/collection/errors.js'
import { documents } from '../../../plugin/database/documents.js'
import { lockOn } from '../../../plugin/database/lock.js'
import { hasConsent } from '../../../plugin/fields/consents.js'
import { localized, pickFor } from '../../../plugin/i18n/localized.js'
import { takenOn } from '../../../plugin/lifecycle/assignment.js'
import { editorOf, type TransitionCause, transitionContext } from '../../../plugin/lifecycle/timeline.js'
import { recount } from '../../../plugin/roster/index.js'
import { mokor } from '../../../plugin/runtime.js'
import { couldBeId, type DocumentId, databaseId } from '../../../plugin/values/document-id.js'
import { maxReasonLength } from '../../../plugin/values/text-limits.js'
import { type Member, publicName, readMember } from '../../members/index.js'
import { teamFor } from '../../teams/index.js'
import { readCommission } from '../reading.js'
import { hasCurrentShare } from '../share/consent.js'
import { transition } from '../transition.js'
import type { Commission } from '../types.js'
import { tellClient } from './mails-owed.js'
import { offersOf } from './read.js'
import { beginTerm, moveOffer, sendOffer, writeOffer } from './transition.js'
import type { Alternative, Offer, OfferReason, OutsideCompany, ProposalWay } from './types.js'
import { wayWords } from './words.js'

export interface Proposal {
  way: ProposalWay
  /** Whom, in their order. */
  members?: readonly { id: DocumentId; reasons?: readonly OfferReason[] | undefined }[] | undefined
  team?: DocumentId | null | undefined
  /** Outside the network; the client gets its contacts, it gets nobody's. */
  company?: OutsideCompany | null | undefined
  /** Until when whoever is asked first answers; by the network's terms otherwise. */
  until?: Date | null | undefined
  /** Who else there was. */
  alternatives?: readonly Alternative[] | undefined
  /** The editor's words on why. */
  why?: string | undefined
  /** Who decided on it, where no editor does now. */
  by?: 'member' | undefined
}

const most: Record<ProposalWay, number> = { one: 1, order: 5, several: 10, first: 20, team: 0, referral: 1, direct: 5 }
const least: Record<ProposalWay, number> = { one: 1, order: 2, several: 2, first: 2, team: 0, referral: 0, direct: 1 }

const sentences = {
  consent: localized(
    'Prima serve il sì di chi ha chiesto a mostrare la richiesta: scrivigli, o segnalo nella scheda se te l’ha detto.',
    'First the client has to agree that the request is shown: write to them, or note it in the document if they told you.',
  ),
  newConsent: localized(
    'A una squadra si propone quando chi ha chiesto ha detto sì al nuovo testo del consenso: gli abbiamo scritto, o segnalo se te l’ha detto.',
    'A team is asked once the client has agreed to the new text: we have written to them, or note it if they told you.',
  ),
  first: localized(
    '«La prima che accetta» è spenta su questa rete: si accende con `organisation.firstAccept`.',
    '“The first who accepts” is off on this network: `organisation.firstAccept` switches it on.',
  ),
  number: (way: ProposalWay) =>
    localized(
      `«${wayWords[way].it}»: scegli da ${least[way]} a ${most[way]} persone.`,
      `“${wayWords[way].en}”: choose ${least[way]} to ${most[way]} people.`,
    ),
  who: localized(
    'Una delle persone scelte ora non prende lavori: la sua scheda non è attiva. Ricarica l’elenco.',
    'One of the people chosen takes no work now: their profile is not active. Reload the list.',
  ),
  open: (name: string) =>
    localized(
      `A ${name} l’abbiamo già chiesto, e aspettiamo la risposta.`,
      `We have asked ${name} already, and wait for the answer.`,
    ),
  running: localized(
    'C’è già una proposta aperta fatta in un altro modo: ritirala, o aspetta che finisca.',
    'There is an open offer made in another way already: recall it, or wait for its end.',
  ),
  until: localized(
    'Il termine è già passato: scegline uno che viene.',
    'The term has passed already: choose one to come.',
  ),
  far: localized('Il termine è troppo lontano: al più 60 giorni.', 'The term is too far away: 60 days at most.'),
  company: localized(
    'Scrivi il nome dell’azienda e almeno un recapito.',
    'Write the company’s name and one contact at least.',
  ),
  companyWhy: localized(
    'Scrivi perché proprio questa: lo legge chi ha chiesto.',
    'Write why this one: the client reads it.',
  ),
  team: localized(
    'Scegli una squadra con una persona che tiene i contatti.',
    'Choose a team with somebody who keeps in touch.',
  ),
  teamStands: localized(
    'Si propone a una squadra quando tutti hanno detto di sì alle sue condizioni: chiediglielo dalla pagina della squadra.',
    'A team is asked once all of its people have said yes to its terms: ask them on the team’s page.',
  ),
  teamBusy: localized(
    'Questa squadra è stata composta per un’altra richiesta.',
    'This team was put together for another request.',
  ),
  now: localized('Adesso questa richiesta non si può proporre.', 'This request cannot be offered now.'),
}

const dayMs = 86_400_000

/**
 * In a transaction.
 * @returns the request as it is then
 * @throws a Refusal that says what to do
 */
export async function propose(
  req: PayloadRequest,
  { id }: Pick<Commission, 'id'>,
  proposal: Proposal,
): Promise<Commission> {
  // Two editors at once would ask different people.
  await lockOn(req, `offers:${id}`)
  const commission = await readCommission(req, id)
  if (!commission || !['received', 'triage', 'offered'].includes(commission.status) || commission.claim)
    return throwRefusal(req, sentences.now)
  if (!hasConsent(commission.consents, 'share')) throwRefusal(req, sentences.consent)
  checkUntil(req, proposal)
  if (proposal.way === 'referral' && proposal.company) return refer(req, commission, proposal, proposal.company)
  if (proposal.way === 'team' && !hasCurrentShare(commission)) throwRefusal(req, sentences.newConsent)
  if (proposal.way === 'first' && !mokor(req.payload).options.organisation.firstAccept)
    throwRefusal(req, sentences.first, 'way')
  const people = proposal.way === 'team' ? [await referentOf(req, id, proposal)] : await peopleOf(req, proposal)
  return ask(req, commission, proposal, people)
}

function checkUntil(req: PayloadRequest, { until }: Proposal): void {
  if (!until) return
  if (Number.isNaN(until.getTime()) || until <= new Date()) throwRefusal(req, sentences.until, 'until')
  if (until.getTime() > Date.now() + 60 * dayMs) throwRefusal(req, sentences.far, 'until')
}

interface Asked {
  member: Member
  reasons: readonly OfferReason[]
}

async function peopleOf(req: PayloadRequest, { way, members = [] }: Proposal): Promise<Asked[]> {
  const distinct = new Map(members.map((one) => [String(one.id), one]))
  if (distinct.size < Math.max(1, least[way]) || distinct.size > most[way] || distinct.size !== members.length)
    throwRefusal(req, sentences.number(way), 'members')
  const found: Asked[] = []
  for (const { id, reasons = [] } of distinct.values()) found.push({ member: await activeMember(req, id), reasons })
  return found
}

async function activeMember(req: PayloadRequest, id: DocumentId): Promise<Member> {
  const member = couldBeId(req.payload, id) ? await readMember(req, id) : null
  return member?.status === 'active' && !member.deletedAt ? member : throwRefusal(req, sentences.who, 'members')
}

async function referentOf(req: PayloadRequest, commission: DocumentId, { team }: Proposal): Promise<Asked> {
  const found = team && couldBeId(req.payload, team) ? await documents(req, 'teams').byId(team) : null
  if (!found?.referent) return throwRefusal(req, sentences.team, 'team')
  if (found.commission && String(found.commission) !== String(commission)) throwRefusal(req, sentences.teamBusy, 'team')
  if (!(await teamFor(req, found.id, 'it'))?.agreed) throwRefusal(req, sentences.teamStands, 'team')
  return { member: await activeMember(req, found.referent), reasons: [] }
}

async function ask(
  req: PayloadRequest,
  commission: Commission,
  proposal: Proposal,
  people: Asked[],
): Promise<Commission> {
  const { way } = proposal
  const known = await offersOf(req, commission.id)
  const open = known.filter(({ status }) => ['waiting', 'sent', 'accepted'].includes(status))
  if (open.some((offer) => offer.way !== way)) throwRefusal(req, sentences.running)
  for (const { member } of people)
    if (open.some((offer) => String(offer.member) === String(member.id)))
      throwRefusal(req, sentences.open(publicName(member)))
  const at = new Date()
  const names = people.map(({ member }) => publicName(member))
  const offered = await transition(req, commission, 'offer', {
    by: proposal.by ?? editorOf(req),
    at,
    why: [`${pickFor(req, wayWords[way])}: ${names.join(', ')}`, proposal.why]
      .filter(Boolean)
      .join('\n')
      .slice(0, maxReasonLength),
  })
  // Behind whoever of the same order is still to be asked.
  const from = open.length === 0 ? 0 : Math.max(...open.map(({ rank }) => rank)) + 1
  for (const [place, asked] of people.entries()) {
    const waits = way === 'order' && from + place > 0
    await makeOffer(req, offered, known, { proposal, asked, rank: from + place, waits, at })
  }
  await tellClient(req, offered, 'offered')
  return offered
}

interface Making {
  proposal: Proposal
  asked: Asked
  rank: number
  waits: boolean
  at: Date
}

async function makeOffer(
  req: PayloadRequest,
  commission: Commission,
  known: readonly Offer[],
  { proposal, asked: { member, reasons }, rank, waits, at }: Making,
): Promise<void> {
  const { way, team = null, until = null, alternatives = [] } = proposal
  const cause: TransitionCause = {
    by: proposal.by ?? editorOf(req),
    at,
    ...(proposal.why ? { why: proposal.why } : {}),
  }
  const facts = {
    way,
    rank,
    team: way === 'team' && team ? databaseId(req.payload, team) : null,
    reasons: [...reasons],
    alternatives: [...alternatives],
  }
  const term = waits
    ? { askedAt: null, answerBy: null }
    : await beginTerm(req, { commission: commission.id } as Offer, until, at)
  const before = known.find((offer) => String(offer.member) === String(member.id))
  if (before) {
    await writeOffer(req, before, {
      ...facts,
      ...term,
      taxMode: null,
      responsible: null,
      showToClient: false,
      suggested: null,
      answeredBy: null,
      chosenBy: null,
      decline: { code: null, note: null, until: null },
    })
    await moveOffer(req, { ...before, ...term }, waits ? 'queue' : 'ask-again', cause)
    return
  }
  const made = await documents(req, 'offers').create(
    {
      ...facts,
      ...term,
      title: `${commission.reference} · ${rank + 1}`,
      key: `${commission.id}:${member.id}`,
      commission: commission.id,
      member: member.id,
      status: waits ? 'waiting' : 'sent',
    },
    transitionContext(cause),
  )
  if (!waits) await sendOffer(req, made)
  await recount(req, member.id)
}

/** To a company outside: the client reads its contacts and why this one; the company learns of nobody. */
async function refer(
  req: PayloadRequest,
  commission: Commission,
  proposal: Proposal,
  company: OutsideCompany,
): Promise<Commission> {
  if (!company.name?.trim() || !(company.email || company.phone || company.url))
    throwRefusal(req, sentences.company, 'company')
  if (!company.why?.trim()) throwRefusal(req, sentences.companyWhy, 'why')
  const at = new Date()
  const cause: TransitionCause = { by: editorOf(req), at, why: `${company.name}: ${company.why}` }
  const referred = await transition(req, { ...commission, ...takenOn(req) }, 'refer', cause)
  const made = await documents(req, 'offers').create(
    {
      title: `${commission.reference} · ${company.name}`,
      key: `${commission.id}:company:${at.getTime()}`,
      commission: commission.id,
      company,
      way: 'referral',
      rank: 0,
      status: 'chosen',
      chosenBy: 'network',
      alternatives: [...(proposal.alternatives ?? [])],
    },
    transitionContext(cause),
  )
  await tellClient(req, referred, 'referred', String(made.id))
  return referred
}
