// What an editor does with people chosen in the shortlist: the ways to propose a request, with the reasons and alternatives kept.
import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { Refusal } from '../../../plugin/collection/errors.js'
import type { PanelAct, PanelButton, PanelField, PanelMail, PanelStep } from '../../../plugin/desk/index.js'
import { editorLanguage, type Localized, localized, pick, pickFor } from '../../../plugin/i18n/localized.js'
import { mokor } from '../../../plugin/runtime.js'
import { dayInItaly } from '../../../plugin/values/dates.js'
import { couldBeId, databaseId } from '../../../plugin/values/document-id.js'
import { atHourInItaly } from '../../../plugin/values/working-days.js'
import { readMember } from '../../members/index.js'
import { offerPreview } from '../offers/mails.js'
import { type Proposal, propose } from '../offers/propose.js'
import { evening, offerTerm } from '../offers/terms.js'
import type { ProposalWay } from '../offers/types.js'
import type { Commission } from '../types.js'
import { candidatesByHand, parametersOf, readShortlist } from './read.js'
import type { Reason } from './reasons.js'
import { reasonsOf } from './shortlist.js'

const words = {
  until: localized('Rispondono entro il', 'They answer by'),
  untilHelp: localized(
    'Vuoto: secondo l’urgenza e i giorni in cui c’è qualcuno.',
    'Empty: by how urgent it is and the days on which somebody is there.',
  ),
  why: localized('Perché (resta nella storia)', 'Why (it stays in the history)'),
  name: localized('Nome dell’azienda', 'Name of the company'),
  email: localized('E-mail', 'E-mail'),
  phone: localized('Telefono', 'Phone'),
  url: localized('Sito', 'Website'),
  whyCompany: localized('Perché proprio questa: lo legge chi ha chiesto', 'Why this one: the client reads it'),
  outside: localized('Indirizza a un’azienda fuori dalla rete', 'Refer to a company outside the network'),
  done: localized('Proposta partita: la mail esce fra poco.', 'Proposed: the mail leaves shortly.'),
  referred: localized(
    'Segnalata a chi ha chiesto, con i recapiti dell’azienda.',
    'The client is told, with the company’s contacts.',
  ),
  badDay: localized('Scrivi il giorno così: 2026-12-03.', 'Write the day like this: 2026-12-03.'),
}

interface Way {
  way: Exclude<ProposalWay, 'team'>
  label: Localized
  picks: NonNullable<PanelButton['picks']>
  style?: NonNullable<PanelButton['style']>
}

const ways: readonly Way[] = [
  {
    way: 'one',
    label: localized('Proponi a lei o a lui', 'Propose to them'),
    picks: { least: 1, most: 1 },
    style: 'primary',
  },
  {
    way: 'order',
    label: localized('Proponi in quest’ordine', 'Propose in this order'),
    picks: { least: 2, most: 5, ordered: true },
  },
  {
    way: 'several',
    label: localized('Chiedi a tutti, poi si sceglie', 'Ask all, then choose'),
    picks: { least: 2, most: 10 },
  },
  {
    way: 'first',
    label: localized('A chi accetta per primo', 'To the first who accepts'),
    picks: { least: 2, most: 20 },
  },
  {
    way: 'direct',
    label: localized('Chiamata diretta', 'Call directly'),
    picks: { least: 1, most: 5 },
    style: 'quiet',
  },
  {
    way: 'referral',
    label: localized('Indirizza a quest’azienda', 'Refer to this company'),
    picks: { least: 1, most: 1 },
    style: 'quiet',
  },
]

const text = (name: string, label: string, maxLength: number, more: Partial<PanelField> = {}): PanelField => ({
  name,
  label,
  kind: 'text',
  maxLength,
  ...more,
})

/** Until when they answer, and why them. */
export function proposalFields(req: PayloadRequest): PanelField[] {
  return [
    {
      name: 'until',
      kind: 'date',
      label: pickFor(req, words.until),
      help: pickFor(req, words.untilHelp),
      min: dayInItaly(new Date()),
    },
    { name: 'why', kind: 'textarea', label: pickFor(req, words.why), maxLength: 1000 },
  ]
}

/** @throws a Refusal where the day is none */
export const proposalGiven = (
  req: PayloadRequest,
  { until, why }: Readonly<Record<string, unknown>>,
): Pick<Proposal, 'until' | 'why'> => ({ until: untilOf(req, until), why: said(why, 1000) })

/** The buttons under those who were chosen, and that for a company outside. */
export function proposalButtons(req: PayloadRequest): PanelButton[] {
  const lang = editorLanguage(req)
  const { firstAccept } = mokor(req.payload).options.organisation
  return [
    ...ways
      .filter(({ way }) => way !== 'first' || firstAccept)
      .map(
        ({ way, label, picks, style }): PanelButton => ({
          act: 'propose',
          label: pick(lang, label),
          values: { way },
          fields: proposalFields(req),
          previews: true,
          picks,
          ...(style && { style }),
        }),
      ),
    {
      act: 'refer',
      label: pick(lang, words.outside),
      style: 'quiet',
      fields: [
        text('name', pick(lang, words.name), 120, { required: true }),
        text('email', pick(lang, words.email), 254),
        text('phone', pick(lang, words.phone), 40),
        text('url', pick(lang, words.url), 400),
        { name: 'why', kind: 'textarea', label: pick(lang, words.whyCompany), maxLength: 500, required: true },
      ],
    },
  ]
}

const mostAlternatives = 50

/** Why each of them was named, as the shortlist says it now; and who else it names. */
async function keptReasons(
  req: PayloadRequest,
  commission: Commission,
  picks: readonly string[],
): Promise<Pick<Proposal, 'members' | 'alternatives'>> {
  const { groups } = await readShortlist(req, commission, 'fitting')
  const people = groups.flatMap((group) => (group.code === 'not-now' ? [] : group.people))
  const known = new Map<string, Reason[]>(people.map(({ id, reasons }) => [id, reasons]))
  const others = picks.filter((id) => !known.has(id))
  const { request, candidates } = await candidatesByHand(req, commission, others)
  for (const one of candidates) known.set(one.row.id, reasonsOf(one, request, parametersOf(req)))
  return {
    members: picks.map((id) => ({ id: databaseId(req.payload, id), reasons: known.get(id) ?? [] })),
    alternatives: people
      .filter(({ id }) => !picks.includes(id))
      .slice(0, mostAlternatives)
      .map(({ id, reasons }) => ({ member: id, reasons })),
  }
}

function untilOf(req: PayloadRequest, given: unknown): Date | null {
  if (given === undefined || given === null || given === '') return null
  if (!z.iso.date().safeParse(given).success) throw new Refusal(pickFor(req, words.badDay), 422, { field: 'until' })
  return atHourInItaly(String(given), evening)
}

const said = (value: unknown, most: number): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, most) : undefined

/** More are the same but for whom they greet. */
const mostPreviews = 3

/** To those who would be asked now; of an order that is the first. */
async function previewProposal({ req, doc, values, picks }: PanelStep<Commission>, link: string): Promise<PanelMail[]> {
  const { deskDays, organisation } = mokor(req.payload).options
  const until = untilOf(req, values.until) ?? offerTerm(doc, new Date(), { deskDays, ...organisation })
  const together = values.way === 'order' ? 1 : picks.length
  const mails: PanelMail[] = []
  for (const id of picks.slice(0, Math.min(together, mostPreviews))) {
    const member = couldBeId(req.payload, id) ? await readMember(req, id) : null
    if (member?.status === 'active')
      mails.push(...(await offerPreview(req, doc, member, { until, others: together - 1, link })))
  }
  return mails
}

export const proposalActs: Record<'propose' | 'refer', PanelAct<Commission>> = {
  propose: {
    async run({ req, doc, values, picks }: PanelStep<Commission>) {
      const way = ways.find((one) => one.way === values.way)?.way ?? 'one'
      const kept = await keptReasons(req, doc, picks)
      await propose(req, doc, { way, ...kept, ...proposalGiven(req, values) })
      return pickFor(req, words.done)
    },
    preview: previewProposal,
  },
  refer: {
    async run({ req, doc, values }: PanelStep<Commission>) {
      const company = {
        name: said(values.name, 120) ?? null,
        email: said(values.email, 254) ?? null,
        phone: said(values.phone, 40) ?? null,
        url: said(values.url, 400) ?? null,
        why: said(values.why, 500) ?? null,
      }
      const { alternatives } = await keptReasons(req, doc, [])
      await propose(req, doc, { way: 'referral', company, alternatives })
      return pickFor(req, words.referred)
    },
  },
}
