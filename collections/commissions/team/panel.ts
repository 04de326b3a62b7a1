// The desk's panel of a request that needs several trades: the smallest team of people who are free, who else could stand in, and
// the button that makes a team of them. Nobody hears of it before an editor asks them on the team's own page.
import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { editors } from '../../../plugin/access/index.js'
import { Refusal } from '../../../plugin/collection/errors.js'
import { documents } from '../../../plugin/database/documents.js'
import type { DeskPanel, PanelEntry, PanelGroup } from '../../../plugin/desk/index.js'
import { editorLanguage, type Localized, localized, pick, pickFor } from '../../../plugin/i18n/localized.js'
import { slugOf } from '../../../plugin/runtime.js'
import { couldBeId, databaseId } from '../../../plugin/values/document-id.js'
import { composeTeam } from '../../teams/index.js'
import { propose } from '../offers/propose.js'
import { proposalFields, proposalGiven } from '../shortlist/acts.js'
import { readable, withIds } from '../shortlist/panel.js'
import type { Commission } from '../types.js'
import { type Needs, readNeeds, wantsTeam } from './needs.js'

const words = {
  title: localized('Componi una squadra', 'Compose a team'),
  note: localized(
    'Il minor numero di persone libere che copre i mestieri; a parità decide il giro. Nessuno lo sa finché non chiedi dalla pagina della squadra.',
    'The smallest number of free people who cover the trades; where teams are alike, the turn decides. Nobody hears of it before you ask on the team’s page.',
  ),
  wanted: localized('Chi è stato sentito dice che serve una squadra.', 'Whoever was asked says that it needs a team.'),
  noTrade: localized(
    'Scegli nella scheda intera i mestieri che servono: qui compare chi li ha.',
    'Choose the trades that are needed in the whole document: whoever has them appears here.',
  ),
  propose: localized('Proponi a questa squadra', 'Offer it to this team'),
  proposed: localized(
    'Proposta partita: la mail va a chi tiene i contatti, e gli altri lo sanno.',
    'Offered: the mail goes to who keeps in touch, and the others are told.',
  ),
  forming: localized(
    'Non hanno ancora detto tutti di sì: chiediglielo dalla pagina della squadra.',
    'Not all of them have said yes: ask them on the team’s page.',
  ),
  shut: localized('La squadra è chiusa.', 'The team is closed.'),
  places: (trade: string): Localized => localized(`${trade}: quante persone`, `${trade}: how many people`),
  compose: localized('Componi', 'Compose'),
  people: localized('La squadra', 'The team'),
  nobody: localized('Nessuno di libero ha questi mestieri.', 'Nobody who is free has these trades.'),
  instead: (names: string): Localized => localized(`Al suo posto: ${names}`, `In their place: ${names}`),
  make: localized('Prepara questa squadra', 'Prepare this team'),
  missing: localized('Resta scoperto', 'Not covered'),
  short: (places: number): Localized =>
    places === 1
      ? localized('Manca una persona', 'One person is missing')
      : localized(`Mancano ${places} persone`, `${places} people are missing`),
  near: (names: string): Localized => localized(`Ci vanno più vicino: ${names}`, `Nearest: ${names}`),
  firms: (names: string): Localized =>
    localized(`Aziende a cui rivolgersi: ${names}`, `Companies to refer to: ${names}`),
  tooMany: localized(
    'Sono troppi posti per provarli tutti: chiedi meno persone, o componi in due volte.',
    'Too many places to try them all: ask for fewer people, or compose in two goes.',
  ),
  made: localized('Squadre per questa richiesta', 'Teams for this request'),
  done: localized(
    'Squadra preparata: aprila, guarda le condizioni, poi chiedi a tutti.',
    'The team is prepared: open it, look at its terms, then ask everybody.',
  ),
  changed: localized(
    'Una di queste persone non si può più aggiungere: componi di nuovo.',
    'One of these people cannot be added any more: compose again.',
  ),
}

/** Of one trade, at most. */
const mostPlaces = 9

/** One of each; of a single trade two, or it is no team. */
const firstPlaces = ({ trades }: Needs): number => (trades.length === 1 ? 2 : 1)

function placesAsked(needs: Needs, asked: Readonly<Record<string, string>>): { trade: string; places: number }[] {
  return needs.trades.map(({ slug }) => {
    const given = Math.trunc(Number(asked[`places-${slug}`] ?? firstPlaces(needs)))
    return { trade: slug, places: Math.min(mostPlaces, Math.max(0, Number.isFinite(given) ? given : 1)) }
  })
}

async function teamsMade(req: PayloadRequest, { id }: Commission): Promise<PanelGroup[]> {
  const found = await documents(req, 'teams').find({ commission: { equals: id } })
  if (found.length === 0) return []
  const slug = slugOf(req.payload, 'teams')
  const entries = found.map(
    (team): PanelEntry => ({
      key: `team:${team.id}`,
      title: team.name,
      document: { slug, id: team.id },
      ...(team.status === 'active'
        ? {
            buttons: [
              {
                act: 'propose',
                label: pickFor(req, words.propose),
                style: 'primary' as const,
                values: { team: String(team.id) },
                fields: proposalFields(req),
              },
            ],
          }
        : {
            lines: [
              { text: pickFor(req, team.status === 'closed' ? words.shut : words.forming), tone: 'muted' as const },
            ],
          }),
    }),
  )
  return [{ key: 'teams', title: pickFor(req, words.made), entries }]
}

async function composedGroups(
  req: PayloadRequest,
  needs: Needs,
  asked: Readonly<Record<string, string>>,
): Promise<{ groups: PanelGroup[]; people: string[]; note: string | null }> {
  const lang = editorLanguage(req)
  const ids = needs.candidates.map(({ id }) => id)
  const known = ids.length > 0 ? await readable(req, withIds(req, ids), ids.length) : new Set<string>()
  const composed = composeTeam(
    placesAsked(needs, asked),
    needs.candidates.filter(({ id }) => known.has(id)),
  )
  if (composed.outcome === 'too-many') return { groups: [], people: [], note: pick(lang, words.tooMany) }
  const nameOf = (id: string) => needs.names.get(id) ?? '—'
  const tradeName = (slug: string) =>
    pick(lang, needs.trades.find((one) => one.slug === slug) ?? { it: slug, en: slug })
  const people = composed.people.map(
    ({ id, trades, instead }): PanelEntry => ({
      key: id,
      title: nameOf(id),
      subtitle: trades.map(tradeName).join(', '),
      document: { slug: slugOf(req.payload, 'members'), id },
      lines:
        instead.length > 0 ? [{ text: pick(lang, words.instead(instead.map(nameOf).join(', '))), tone: 'muted' }] : [],
    }),
  )
  const uncovered = composed.uncovered.map(
    ({ trade, places, nearest, companies }): PanelEntry => ({
      key: `missing:${trade}`,
      title: tradeName(trade),
      status: { text: pick(lang, words.short(places)), tone: 'pending' },
      lines: [
        ...(nearest.length > 0 ? [{ text: pick(lang, words.near(nearest.map(nameOf).join(', '))) }] : []),
        ...(companies.length > 0 ? [{ text: pick(lang, words.firms(companies.map(nameOf).join(', '))) }] : []),
      ],
    }),
  )
  return {
    groups: [
      { key: 'composed', title: pick(lang, words.people), entries: people, empty: pick(lang, words.nobody) },
      ...(uncovered.length > 0 ? [{ key: 'uncovered', title: pick(lang, words.missing), entries: uncovered }] : []),
    ],
    people: composed.people.map(({ id, trades }) =>
      JSON.stringify([id, trades.map(tradeName).join(', ').slice(0, 80)]),
    ),
    note: null,
  }
}

export const teamPanel: DeskPanel<Commission> = {
  name: 'team',
  feature: 'teams',
  roles: editors,
  statuses: ['received', 'triage', 'offered'],
  async read({ req, doc, asked }) {
    const wanted = await wantsTeam(req, doc)
    const needs = await readNeeds(req, doc, wanted ? 1 : 2)
    const made = await teamsMade(req, doc)
    if (!wanted && needs.trades.length < 2 && made.length === 0) return null
    const lang = editorLanguage(req)
    const say = (text: Localized) => pick(lang, text)
    const { groups, people, note } = await composedGroups(req, needs, asked)
    return {
      title: say(words.title),
      notes: [
        ...(wanted ? [say(words.wanted)] : []),
        say(needs.trades.length > 0 ? words.note : words.noTrade),
        ...(note ? [note] : []),
      ],
      groups: [...groups, ...made],
      search: {
        label: say(words.compose),
        fields: needs.trades.map((trade) => ({
          name: `places-${trade.slug}`,
          label: say(words.places(pick(lang, trade))),
          kind: 'number' as const,
          value: firstPlaces(needs),
          min: 0,
          max: mostPlaces,
        })),
      },
      buttons:
        people.length > 1
          ? [
              {
                act: 'make',
                label: say(words.make),
                style: 'primary',
                values: { people: `[${people.join()}]`, places: JSON.stringify(placesAsked(needs, asked)) },
              },
            ]
          : [],
    }
  },
  acts: {
    propose: {
      async run({ req, doc, values }) {
        const { until, why } = proposalGiven(req, values)
        await propose(req, doc, { way: 'team', team: String(values.team ?? ''), until, why })
        return pickFor(req, words.proposed)
      },
    },
    make: {
      async run({ req, doc, values }) {
        const members = peopleGiven(values.people).flatMap(([id, role]) =>
          couldBeId(req.payload, id) ? [{ member: databaseId(req.payload, id), role }] : [],
        )
        const ids = members.map(({ member }) => String(member))
        const known =
          ids.length > 0
            ? await readable(req, { and: [withIds(req, ids), { status: { equals: 'active' } }] }, ids.length)
            : new Set()
        if (members.length === 0 || known.size < new Set(ids).size) throw new Refusal(pickFor(req, words.changed), 409)
        const { trades } = await readNeeds(req, doc, 1)
        const places = placesGiven(values.places)
        await documents(req, 'teams').create({
          name: doc.title.slice(0, 120),
          purpose: doc.title.slice(0, 120),
          status: 'proposed',
          commission: doc.id,
          referent: members[0]?.member,
          members,
          needs: trades.flatMap(({ id, slug }) => {
            const count = places.get(slug) ?? 1
            return count > 0 ? [{ trade: id, places: Math.min(mostPlaces, count) }] : []
          }),
        })
        return pickFor(req, words.done)
      },
    },
  },
}

const givenPlaces = z.array(z.object({ trade: z.string(), places: z.number().int().min(0) })).max(50)

/** How many people were asked for, by trade; nothing where something else was sent. */
function placesGiven(value: unknown): ReadonlyMap<string, number> {
  try {
    return new Map(givenPlaces.parse(JSON.parse(String(value))).map(({ trade, places }) => [trade, places]))
  } catch {
    return new Map()
  }
}

const given = z.array(z.tuple([z.string(), z.string().max(80)])).max(50)

/** Pairs of a member's id and what they do; nobody where something else was sent. */
function peopleGiven(value: unknown): [string, string][] {
  try {
    return given.parse(JSON.parse(String(value)))
  } catch {
    return []
  }
}
