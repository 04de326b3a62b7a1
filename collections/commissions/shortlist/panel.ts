// The desk's panel of a request: who could do the work, why, and in which order; and whoever else is looked for by name.
import type { CollectionSlug, PayloadRequest, Where } from 'payload'
import { editors } from '../../../plugin/access/index.js'
import { asOverview } from '../../../plugin/collection/overview.js'
import { type DeskPanel, type PanelEntry, type PanelGroup, placeName } from '../../../plugin/desk/index.js'
import { editorLanguage, localized, pick } from '../../../plugin/i18n/localized.js'
import type { RosterRow } from '../../../plugin/roster/index.js'
import { slugOf } from '../../../plugin/runtime.js'
import { couldBeId, databaseId } from '../../../plugin/values/document-id.js'
import type { Commission } from '../types.js'
import { proposalActs, proposalButtons } from './acts.js'
import { candidatesByHand, parametersOf, type ReadShortlist, readShortlist, type ShortlistMode } from './read.js'
import { type Reason, reasonTone, reasonWords } from './reasons.js'
import { type GroupCode, reasonsOf } from './shortlist.js'

const words = {
  title: localized('Chi potrebbe farlo', 'Who could do it'),
  order: localized(
    'L’ordine viene dai motivi; a parità decide il giro. Chi proporre lo decidi tu.',
    'The order follows from the reasons; where they are alike, the turn decides. Whom to propose is up to you.',
  ),
  noTrade: localized(
    'Qui non c’è ancora un mestiere dell’elenco: scegline uno nella scheda intera, e compare chi lo fa.',
    'There is no trade of the list here yet: choose one in the whole document, and whoever has it appears.',
  ),
  noPlace: localized(
    'Manca il comune: senza, si propone solo chi lavora a distanza.',
    'The municipality is missing: without it only who works remotely is proposed.',
  ),
  nobody: localized(
    'Nessuno con questo mestiere arriva fin lì. Guarda i mestieri vicini, o cerca una persona per nome.',
    'Nobody with this trade gets there. Look at the trades beside it, or search for somebody by name.',
  ),
  nobodyElse: localized(
    'Nessun altro con questo mestiere arriva fin lì: chi poteva è già stato sentito. Guarda i mestieri vicini, o cerca una persona per nome.',
    'Nobody else with this trade gets there: whoever could has been asked. Look at the trades beside it, or search for somebody by name.',
  ),
  notNow: (n: number) =>
    n === 1
      ? localized(
          'Un’altra persona ha il mestiere, ma ora non prende lavori.',
          'One more has the trade, but takes no work now.',
        )
      : localized(
          `Altre ${n} persone hanno il mestiere, ma ora non prendono lavori.`,
          `${n} more have the trade, but take no work now.`,
        ),
  search: localized('Un’altra persona, per nome', 'Somebody else, by name'),
  find: localized('Cerca', 'Search'),
  found: (q: string) => localized(`Persone attive trovate con «${q}»`, `Active people found by “${q}”`),
  notFound: localized('Nessuna persona attiva con questo nome.', 'No active person of this name.'),
  complementary: localized(
    'Che cos’altro può servire: mestieri che vanno insieme',
    'What else may be needed: trades that go together',
  ),
  useful: localized('Stesso settore, vicino', 'Same sector, near'),
  noOthers: localized('Nessuno, qui intorno.', 'Nobody around here.'),
  company: localized('azienda', 'company'),
  first: (shown: number, total: number) =>
    localized(`I primi ${shown} di ${total}.`, `The first ${shown} of ${total}.`),
}

const groupWords: Record<Exclude<GroupCode, 'not-now'>, ReturnType<typeof localized>> = {
  wanted: localized('Chiesta da chi scrive', 'Named by the client'),
  fitting: localized('Fa questo mestiere e ci arriva', 'Has the trade and gets there'),
  declared: localized('Dichiara l’abilitazione', 'Declares the qualification'),
  undeclared: localized('Fa questo mestiere, abilitazione non dichiarata', 'Has the trade, qualification not declared'),
  beyond: localized(
    'Fa questo mestiere, ma di solito non arriva fin lì',
    'Has the trade, but usually does not get there',
  ),
  full: localized('Ha già abbastanza lavori', 'Has enough jobs already'),
}

/** Folded until somebody wants to see them. */
const foldedGroups: readonly GroupCode[] = ['full']
const mostFound = 10

interface Told {
  lang: string
  rows: ReadonlyMap<string, RosterRow>
}

function entryOf(
  group: string,
  { id, reasons }: { id: string; reasons: readonly Reason[] },
  told: Told & { members: string },
): PanelEntry[] {
  const { lang, rows, members } = told
  const row = rows.get(id)
  if (!row) return []
  return [
    {
      key: `${group}:${id}`,
      title: row.name,
      subtitle: placeName(row),
      document: { slug: members, id },
      pick: { id, name: row.name },
      ...(row.company && { tags: [{ text: pick(lang, words.company) }] }),
      lines: reasons.map(({ code, params }) => ({ text: reasonWords(code, params, lang), tone: reasonTone(code) })),
    },
  ]
}

/** Of these members the ones that this editor may read. */
export async function readable(req: PayloadRequest, where: Where, limit: number): Promise<Set<string>> {
  const { docs } = await asOverview(() =>
    req.payload.find({
      collection: slugOf(req.payload, 'members') as CollectionSlug,
      where,
      limit,
      pagination: false,
      depth: 0,
      select: { slug: true },
      user: req.user,
      overrideAccess: false,
      req,
    }),
  ).catch((error: { status?: unknown }) => {
    // By its status: Next may load Payload twice, and the other copy has a class of its own.
    if (error.status !== 403) throw error
    return { docs: [] as { id: number | string }[] }
  })
  return new Set(docs.map(({ id }) => String(id)))
}

export const withIds = (req: PayloadRequest, ids: readonly string[]): Where => ({
  // Rows may bear ids that no file of this database ever had.
  id: { in: ids.filter((id) => couldBeId(req.payload, id)).map((id) => databaseId(req.payload, id)) },
})

/** Only people whom this editor may read. */
async function groupsOf(
  req: PayloadRequest,
  { groups, rows }: ReadShortlist,
  mode: ShortlistMode,
): Promise<{ shown: PanelGroup[]; notNow: number }> {
  const lang = editorLanguage(req)
  const ids = groups.flatMap(({ people }) => people.map(({ id }) => id))
  const known = ids.length === 0 ? new Set<string>() : await readable(req, withIds(req, ids), ids.length)
  const told = { lang, rows, members: slugOf(req.payload, 'members') }
  const shown = groups.flatMap(({ code, people, total }): PanelGroup[] => {
    if (code === 'not-now') return []
    const entries = people
      .filter(({ id }) => known.has(id))
      .flatMap((person) => entryOf(`${mode}-${code}`, person, told))
    if (entries.length === 0) return []
    const note = total > entries.length ? pick(lang, words.first(entries.length, total)) : null
    return [{ key: `${mode}-${code}`, title: pick(lang, groupWords[code]), note, entries }]
  })
  return { shown, notNow: groups.find(({ code }) => code === 'not-now')?.total ?? 0 }
}

/** People of one of the wider circles, in one list; null while nobody asked. */
async function widerGroup(
  req: PayloadRequest,
  commission: Commission,
  mode: 'complementary' | 'useful',
  open: ReadonlySet<string>,
): Promise<PanelGroup> {
  const lang = editorLanguage(req)
  const group = { key: mode, title: pick(lang, words[mode]), empty: pick(lang, words.noOthers) }
  if (!open.has(mode)) return { ...group, entries: null }
  const { shown } = await groupsOf(req, await readShortlist(req, commission, mode), mode)
  return { ...group, entries: shown.flatMap(({ entries }) => entries ?? []) }
}

async function foundGroup(req: PayloadRequest, commission: Commission, q: string): Promise<PanelGroup> {
  const lang = editorLanguage(req)
  const parts = q.split(/\s+/).filter(Boolean).slice(0, 6)
  const where: Where = {
    and: [{ status: { equals: 'active' } }, ...parts.map((part): Where => ({ searchKey: { like: part } }))],
  }
  const ids = [...(await readable(req, where, mostFound))]
  const { request, candidates } = await candidatesByHand(req, commission, ids)
  const rows = new Map(candidates.map(({ row }) => [row.id, row]))
  const told = { lang, rows, members: slugOf(req.payload, 'members') }
  const entries = candidates.flatMap((one) =>
    entryOf('found', { id: one.row.id, reasons: reasonsOf(one, request, parametersOf(req)) }, told),
  )
  return { key: 'found', title: pick(lang, words.found(q)), entries, empty: pick(lang, words.notFound) }
}

export const shortlistPanel: DeskPanel<Commission> = {
  name: 'shortlist',
  roles: editors,
  statuses: ['received', 'triage', 'offered'],
  acts: proposalActs,
  async read({ req, doc, open, asked }) {
    const lang = editorLanguage(req)
    const read = await readShortlist(req, doc, 'fitting')
    const { shown, notNow } = await groupsOf(req, read, 'fitting')
    const hasTrade = read.request.trades.length > 0
    const placed = doc.mode === 'remote' || Boolean(doc.place?.municipality || doc.place?.province)
    const q = (asked.q ?? '').slice(0, 80)
    const wereAsked = read.request.asked.length > 0
    const folded = (group: PanelGroup): PanelGroup =>
      foldedGroups.some((code) => group.key === `fitting-${code}`) && !open.has(group.key)
        ? { ...group, title: `${group.title} (${group.entries?.length ?? 0})`, note: null, entries: null }
        : group
    return {
      title: pick(lang, words.title),
      notes: [
        pick(lang, hasTrade ? words.order : words.noTrade),
        ...(placed ? [] : [pick(lang, words.noPlace)]),
        ...(hasTrade && shown.length === 0 ? [pick(lang, wereAsked ? words.nobodyElse : words.nobody)] : []),
        ...(notNow > 0 ? [pick(lang, words.notNow(notNow))] : []),
      ],
      groups: [
        ...(q === '' ? [] : [await foundGroup(req, doc, q)]),
        ...shown.map(folded),
        ...(hasTrade
          ? [await widerGroup(req, doc, 'complementary', open), await widerGroup(req, doc, 'useful', open)]
          : []),
      ],
      buttons: proposalButtons(req),
      search: {
        fields: [{ name: 'q', label: pick(lang, words.search), kind: 'text', maxLength: 80 }],
        label: pick(lang, words.find),
      },
    }
  },
}
