// The answers to a step that comes too late: the document does not stand any more where the editor saw it. They say who was quicker.
import type { PayloadRequest } from 'payload'
import { Refusal } from '../collection/errors.js'
import { choiceLabel } from '../collection/field-labels.js'
import { localized, pickFor } from '../i18n/localized.js'
import type { CollectionKey } from '../options/index.js'
import { formatMoment } from '../values/dates.js'
import { editorOf, lastEntry, type TimelineEntry } from './timeline.js'

interface Standing {
  status: string
  timeline?: TimelineEntry<string>[] | null
}

/** Changes whenever the document takes a step, one that leads back to the same status too. */
export const revisionOf = ({ status, timeline }: Standing): string => `${status}:${timeline?.length ?? 0}`

/** People without a name for editors, and the site itself. */
const nobodyAtTheDesk: readonly string[] = ['client', 'member', 'network']

/** The colleague whose step was the last, in a sentence; empty where it was nobody's, or this editor's own. */
function colleagueBefore(req: PayloadRequest, last: TimelineEntry<string> | undefined): { it: string; en: string } {
  if (!last || nobodyAtTheDesk.includes(last.by) || last.by === editorOf(req)) return { it: '', en: '' }
  return {
    it: `Ci ha già pensato ${last.by} (${formatMoment(last.at, 'it')}). `,
    en: `${last.by} has seen to it already (${formatMoment(last.at, 'en')}). `,
  }
}

/** A 409 that names today's status as the admin does, and who brought the document there. */
export function transitionRefused(req: PayloadRequest, collection: CollectionKey, doc: Standing): Refusal {
  const label = choiceLabel(req, collection, 'status', doc.status)
  const who = colleagueBefore(req, lastEntry(doc.timeline))
  const words = localized(
    `${who.it}Ora non si può: lo stato è «${label}». Ricarica la pagina per vedere i passi possibili.`,
    `${who.en}Not possible now: the status is “${label}”. Reload the page to see the possible steps.`,
  )
  return new Refusal(pickFor(req, words), 409, { status: doc.status, revision: revisionOf(doc) })
}

/** A 409 for a step that would be possible still, but is another's already: the person would hear of it twice. */
export function movedMeanwhile(req: PayloadRequest, doc: Standing): Refusal {
  const who = colleagueBefore(req, doc.timeline?.at(-1))
  const words = localized(
    `${who.it}Nel frattempo qualcosa è successo: guarda la storia e ripeti il passo solo se serve ancora.`,
    `${who.en}Something happened meanwhile: look at the history and repeat the step only if it is still needed.`,
  )
  return new Refusal(pickFor(req, words), 409, { status: doc.status, revision: revisionOf(doc) })
}
