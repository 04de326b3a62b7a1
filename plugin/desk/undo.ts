// Taking the last step back while its mails still wait: their rows and links go, the document stands where it came from, and the
// history says so. Where a worker holds one of the mails already, nothing is taken back.
import { randomUUID } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import type { Role } from '../access/index.js'
import { Refusal } from '../collection/errors.js'
import { databaseNow } from '../database/clock.js'
import { onFailure } from '../database/compensation.js'
import { type Localized, localized, pickFor } from '../i18n/localized.js'
import type { EditorAction } from '../lifecycle/actions.js'
import { rightsOn } from '../lifecycle/document-rights.js'
import { revisionOf } from '../lifecycle/refused.js'
import type { Lifecycle } from '../lifecycle/state-machine.js'
import { undoUntil } from '../lifecycle/step.js'
import { editorOf, lastEntry, type TimelineEntry } from '../lifecycle/timeline.js'
import type { Transit } from '../lifecycle/transition.js'
import type { CollectionKey } from '../options/index.js'
import { leaseMs, type OutboxRow } from '../outbox/row.js'
import { mokor, slugOf } from '../runtime.js'
import { formatMoment } from '../values/dates.js'

interface Document {
  id: number | string
  status: string
  timeline?: TimelineEntry<string>[] | null
}

export interface UndoView {
  /** Name of the step that can be taken back, and who took it. */
  step: string
  by: string
  /** Its mails leave then, by the database's clock. */
  until: string
  /** Seconds until then as of this answer: the clock of whoever reads it may be wrong. */
  secondsLeft: number
  /** Sent along, so that a colleague's later step is not taken back instead. */
  seen: string
}

const sentences = {
  nothing: localized('Qui non c’è un passo da annullare.', 'There is no step to take back here.'),
  twice: (by: string, at: string) =>
    localized(
      `È già annullato: l’ha fatto ${by} (${formatMoment(at, 'it')}).`,
      `It is taken back already, by ${by} (${formatMoment(at, 'en')}).`,
    ),
  sent: localized(
    'Troppo tardi: la mail è partita, o sta partendo. Il passo resta, e nella storia si legge quale.',
    'Too late: the mail has left, or is leaving. The step stays, and the history says which.',
  ),
  late: localized('Troppo tardi per annullare: il tempo è passato.', 'Too late to take it back: its time is over.'),
  role: localized('Annullare questo passo spetta a un altro ruolo.', 'Taking this step back belongs to another role.'),
}

const refuse = (req: PayloadRequest, words: Localized, status = 409): never => {
  throw new Refusal(pickFor(req, words), status)
}

async function rowsOf(req: PayloadRequest, mark: string): Promise<OutboxRow[]> {
  const { docs } = await req.payload.db.find<OutboxRow>({
    collection: slugOf(req.payload, 'outbox'),
    where: { step: { equals: mark } },
    pagination: false,
    req,
  })
  return docs
}

const waits = ({ status, attempts }: OutboxRow): boolean => status === 'queued' && attempts === 0

/** One that was stopped reaches nobody. */
const hasNotLeft = (row: OutboxRow): boolean => waits(row) || row.status === 'dropped'

/** Why a step cannot be taken back now; null when it can. */
async function obstacle(req: PayloadRequest, last: TimelineEntry<string> | undefined): Promise<Localized | null> {
  if (last?.step === 'undo') return sentences.twice(last.by, last.at)
  if (!last?.mark) return sentences.nothing
  const rows = await rowsOf(req, last.mark)
  if (!rows.every(hasNotLeft)) return sentences.sent
  const { mails } = mokor(req.payload)
  // A mail that waits says for itself that it is not too late.
  if (rows.some(({ template }) => Object.hasOwn(mails, template))) return null
  return undoUntil(req, new Date(last.at)) < (await databaseNow(req.payload, req)) ? sentences.late : null
}

/** Until when the last step can be taken back, by whoever may take it; null when it cannot. */
export async function undoView(req: PayloadRequest, doc: Document): Promise<UndoView | null> {
  const last = lastEntry(doc.timeline)
  if (!last?.mark || !last.step || (await obstacle(req, last))) return null
  const until = undoUntil(req, new Date(last.at))
  const secondsLeft = Math.max(0, (until.getTime() - (await databaseNow(req.payload, req)).getTime()) / 1000)
  return { step: last.step, by: last.by, until: until.toISOString(), secondsLeft, seen: revisionOf(doc) }
}

/** Holds the rows, so that nobody sends them; of two who want one, the other is told. */
async function hold(req: PayloadRequest, rows: readonly OutboxRow[], leasedBy: string): Promise<void> {
  const { db } = req.payload
  const collection = slugOf(req.payload, 'outbox')
  const leasedUntil = new Date((await databaseNow(req.payload, req)).getTime() + leaseMs).toISOString()
  for (const row of rows) {
    const held = await db.updateOne({
      collection,
      where: { and: [{ id: { equals: row.id } }, { status: { equals: 'queued' } }, { attempts: { equals: 0 } }] },
      data: { status: 'leased', leasedBy, leasedUntil },
      req,
    })
    if (!held) refuse(req, sentences.sent)
  }
}

async function letGo({ payload }: PayloadRequest, leasedBy: string): Promise<void> {
  await payload.db.updateMany({
    collection: slugOf(payload, 'outbox'),
    where: { leasedBy: { equals: leasedBy } },
    data: { status: 'queued', leasedBy: null, leasedUntil: null },
    returning: false,
  })
}

async function erase(req: PayloadRequest, rows: readonly OutboxRow[]): Promise<void> {
  const { db } = req.payload
  const links = rows.flatMap(({ link }) => link ?? [])
  if (links.length > 0)
    await db.deleteMany({ collection: slugOf(req.payload, 'links'), where: { hash: { in: links } }, req })
  if (rows.length > 0)
    await db.deleteMany({
      collection: slugOf(req.payload, 'outbox'),
      where: { id: { in: rows.map(({ id }) => id) } },
      req,
    })
}

/** The action `undo` of a collection, beside its steps: for one document, or for what a step for several has done. */
export function undoAction<Status extends string, Name extends string, Doc extends Document>(
  key: CollectionKey,
  { statuses, transitions }: Lifecycle<Status, Name>,
  transit: Pick<Transit<Doc, Name>, 'undo'>,
  roles: readonly Role[],
): EditorAction<Doc> {
  return {
    from: statuses,
    roles,
    reason: false,
    unlisted: true,
    needsSeen: true,
    async run({ req, doc }) {
      const last = lastEntry(doc.timeline)
      const inTheWay = await obstacle(req, last)
      if (inTheWay) refuse(req, inTheWay)
      const { roles: own = roles } = transitions[last?.step as Name] ?? {}
      if (!(await rightsOn(req, key, doc))(own)) refuse(req, sentences.role, 403)
      const rows = await rowsOf(req, last?.mark ?? '')
      const leasedBy = randomUUID()
      onFailure(req, 'held mails', () => letGo(req, leasedBy))
      await hold(req, rows.filter(waits), leasedBy)
      await transit.undo(req, doc, { by: editorOf(req), at: new Date() })
      await erase(req, rows)
    },
  }
}
