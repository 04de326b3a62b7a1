// The desk's panel of a small job: the others that wait in the same town, so that one person can be asked for several.
import type { PayloadRequest } from 'payload'
import { editors } from '../../../plugin/access/index.js'
import { documents } from '../../../plugin/database/documents.js'
import { type DeskPanel, placeName } from '../../../plugin/desk/index.js'
import type { PanelEntry } from '../../../plugin/desk/panels/dto.js'
import { editorLanguage, localized, pickFor } from '../../../plugin/i18n/localized.js'
import { slugOf } from '../../../plugin/runtime.js'
import { commissionAdmin } from '../admin/index.js'
import type { Commission } from '../types.js'
import { statusWords, whenWords } from '../words.js'

const words = {
  title: (town: string) => localized(`Altri lavoretti a ${town}`, `Other small jobs in ${town}`),
  note: localized(
    'Una persona sola può farne più d’uno nello stesso giro: proponili alla stessa.',
    'One person can do several in one round: offer them to the same.',
  ),
}

/** For which somebody is still looked for. */
const waiting = ['received', 'triage']
const most = 20

const othersNear = (req: PayloadRequest, { id, place }: Commission): Promise<Commission[]> =>
  documents(req, 'commissions').find(
    {
      and: [
        { micro: { equals: true } },
        { 'place.municipality': { equals: place?.municipality } },
        { status: { in: waiting } },
        { id: { not_equals: id } },
      ],
    },
    { limit: most, sort: 'answerBy' },
  )

const entryOf = (req: PayloadRequest, commission: Commission): PanelEntry => ({
  key: String(commission.id),
  title: commission.title,
  subtitle: commission.reference,
  document: { slug: slugOf(req.payload, 'commissions'), id: commission.id },
  status: {
    text: pickFor(req, statusWords[commission.status]),
    tone: commissionAdmin.statusColors?.[commission.status] ?? 'muted',
  },
  lines: [{ text: whenWords(commission, editorLanguage(req)) }],
})

export const microPanel: DeskPanel<Commission> = {
  name: 'small-jobs',
  feature: 'offers',
  roles: editors,
  statuses: waiting,
  async read({ req, doc }) {
    const town = placeName(doc.place)
    if (!doc.micro || !doc.place?.municipality || !town) return null
    const others = await othersNear(req, doc)
    if (others.length === 0) return null
    return {
      title: pickFor(req, words.title(town)),
      notes: [pickFor(req, words.note)],
      groups: [{ key: 'near', title: null, entries: others.map((one) => entryOf(req, one)) }],
    }
  },
  acts: {},
}
