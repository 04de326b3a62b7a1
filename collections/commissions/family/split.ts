// Splits a part off a request, and makes a request smaller or larger: what an editor decides, written down in its history.
import type { PayloadRequest } from 'payload'
import { throwRefusal } from '../../../plugin/collection/errors.js'
import { withoutValidation } from '../../../plugin/collection/skip-validation.js'
import { documents } from '../../../plugin/database/documents.js'
import { lockOn } from '../../../plugin/database/lock.js'
import { localized, pickFor } from '../../../plugin/i18n/localized.js'
import { editorOf, transitionContext } from '../../../plugin/lifecycle/timeline.js'
import { slugOf } from '../../../plugin/runtime.js'
import type { CommissionStatus } from '../lifecycle.js'
import { type Commission, phraseFrom } from '../types.js'
import { mostParts, partReference, partsOf, rootOf } from './family.js'

/** States in which there is still something to divide. */
const divisible: readonly CommissionStatus[] = ['received', 'triage', 'offered', 'agreed', 'in-progress']
/** States in which nobody counts yet on what it is. */
const resizable: readonly CommissionStatus[] = ['received', 'triage', 'offered']

export const canSplit = ({ status }: Commission): boolean => divisible.includes(status)
export const canResize = ({ status }: Commission): boolean => resizable.includes(status)

const sentences = {
  late: localized('Intanto qualcosa è cambiato: ricarica la pagina.', 'Something changed meanwhile: reload the page.'),
  short: localized(
    'Scrivi che lavoro è questa parte, in una frase almeno.',
    'Write what work this part is, in a sentence at least.',
  ),
  many: localized(
    `Una richiesta ha al più ${mostParts + 1} parti, lei compresa.`,
    `A request has ${mostParts + 1} parts at most, itself included.`,
  ),
  root: (reference: string) => localized(`Parte della richiesta ${reference}.`, `Part of request ${reference}.`),
}

export interface Part {
  description: string
  /** In the editor's words. */
  trade: string
  micro: boolean
}

/**
 * In a transaction. The part is a request of its own, for the same client, and goes its own way from the desk on.
 * @throws a Refusal that says what to do
 */
export async function splitOff(
  req: PayloadRequest,
  commission: Commission,
  { description, trade, micro }: Part,
): Promise<Commission> {
  const root = await rootOf(req, commission)
  if (!canSplit(commission) || root.deletedAt) throwRefusal(req, sentences.late)
  if (description.length < 10) throwRefusal(req, sentences.short, 'description')
  // Two editors at once would give two parts one number.
  await lockOn(req, `family:${root.id}`)
  const number = Math.max(1, ...(await partsOf(req, root.id, { trash: true })).map(({ part }) => part ?? 1)) + 1
  if (number > mostParts + 1) throwRefusal(req, sentences.many)
  const at = new Date()
  const made = await withoutValidation(req, () =>
    documents(req, 'commissions').create(
      {
        ...inherited(root),
        status: 'received',
        parent: root.id,
        part: number,
        description,
        skills: trade ? [{ own: trade }] : [],
        micro,
      },
      transitionContext({ by: editorOf(req), at, why: pickFor(req, sentences.root(root.reference)) }),
    ),
  )
  const reference = partReference(root.reference, number)
  await note(req, root, 'split', { why: `${reference}: ${phraseFrom(description)}` })
  return made
}

/** What a part has of the whole: who asks, where, when, what they agreed to. */
const inherited = (root: Commission): Partial<Commission> => ({
  source: root.source ?? 'network',
  broughtBy: root.broughtBy ?? null,
  client: { ...root.client },
  consents: (root.consents ?? []).map(({ id: _, ...consent }) => consent),
  mode: root.mode,
  place: { municipality: root.place?.municipality ?? null, province: root.place?.province ?? null },
  placeNote: root.placeNote ?? null,
  when: { soon: root.when.soon, by: root.when.by ?? null },
  urgent: root.urgent ?? false,
  choice: root.choice,
  channel: root.channel,
})

/** In a transaction: a small job that is none, or a job that turns out to be one. */
export async function resize(req: PayloadRequest, commission: Commission, micro: boolean, why: string): Promise<void> {
  if (!canResize(commission) || Boolean(commission.micro) === micro) throwRefusal(req, sentences.late)
  await note(req, commission, micro ? 'smaller' : 'larger', { data: { micro }, why })
}

/** A step that leaves the state as it is. */
async function note(
  req: PayloadRequest,
  { id }: Commission,
  step: 'split' | 'smaller' | 'larger',
  { data = {}, why }: { data?: Partial<Commission>; why: string },
): Promise<void> {
  await withoutValidation(req, () =>
    req.payload.update({
      collection: slugOf(req.payload, 'commissions'),
      id,
      data,
      depth: 0,
      overrideAccess: true,
      req,
      context: transitionContext({ by: editorOf(req), at: new Date(), step, ...(why ? { why } : {}) }),
    }),
  )
}
