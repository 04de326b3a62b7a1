// The client's page of a request that has parts: where each of them stands.
import { localized, pick } from '../../../plugin/i18n/localized.js'
import type { PagePart } from '../job/part.js'
import { canWithdraw } from '../lifecycle.js'
import { phraseFrom } from '../types.js'
import { statusWords } from '../words.js'
import { partsOf, rootOf } from './family.js'

const words = {
  heading: localized('Le altre parti', 'The other parts'),
  intro: localized(
    'La redazione ha diviso il lavoro: ogni parte va avanti per conto suo.',
    'The desk has divided the work: each part goes its own way.',
  ),
  together: localized(
    'Se ritiri questa richiesta, si ritirano anche le sue parti.',
    'If you take this request back, its parts are taken back too.',
  ),
}

export const clientFamily: PagePart = {
  async sections({ req, lang }, commission) {
    const root = await rootOf(req, commission)
    const family = [root, ...(await partsOf(req, root.id))]
    const others = family.filter(({ id, deletedAt }) => String(id) !== String(commission.id) && !deletedAt)
    if (others.length === 0) return []
    const isRoot = String(root.id) === String(commission.id)
    return [
      {
        heading: pick(lang, words.heading),
        paragraphs: [
          pick(lang, words.intro),
          ...(isRoot && canWithdraw(commission.status) ? [pick(lang, words.together)] : []),
        ],
        items: others.map(({ reference, description, status }) => ({
          title: reference,
          lines: [phraseFrom(description), pick(lang, statusWords[status])],
        })),
      },
    ]
  },
  acts: {},
}
