// The desk's panel of a request's parts: where each stands, and the steps that divide it or change its size.
import type { PayloadRequest } from 'payload'
import { editors } from '../../../plugin/access/index.js'
import type { DeskPanel } from '../../../plugin/desk/index.js'
import type { PanelButton, PanelEntry } from '../../../plugin/desk/panels/dto.js'
import { localized, pickFor } from '../../../plugin/i18n/localized.js'
import { slugOf } from '../../../plugin/runtime.js'
import { commissionAdmin } from '../admin/index.js'
import { isOver } from '../lifecycle.js'
import type { Commission } from '../types.js'
import { statusWords } from '../words.js'
import { partsOf, rootOf } from './family.js'
import { canResize, canSplit, resize, splitOff } from './split.js'

const words = {
  title: localized('Grandezza e parti', 'Size and parts'),
  over: localized(
    'Le altre parti sono tutte finite: quando lo è anche questa, chiudila.',
    'All other parts are over: close this one when it is too.',
  ),
  split: localized('Dividi: aggiungi una parte', 'Divide: add a part'),
  description: localized('Che lavoro è questa parte', 'What work this part is'),
  help: localized(
    'Lo legge anche chi ha chiesto: riceve una mail con il riferimento della parte.',
    'The client reads it too: they get a mail with the part’s reference.',
  ),
  trade: localized('Mestiere, con parole tue', 'Trade, in your own words'),
  micro: localized('Un lavoretto, meno di due ore', 'A small job, less than two hours'),
  done: (reference: string) => localized(`Fatto: c’è la parte ${reference}.`, `Done: there is part ${reference}.`),
  smaller: localized('È un lavoretto', 'It is a small job'),
  larger: localized('Non è un lavoretto', 'It is no small job'),
  why: localized('Perché', 'Why'),
  resized: localized('Segnato.', 'Noted.'),
}

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

const entryOf = (req: PayloadRequest, { id, reference, title, status }: Commission): PanelEntry => ({
  key: String(id),
  title: reference,
  subtitle: title,
  document: { slug: slugOf(req.payload, 'commissions'), id },
  status: { text: pickFor(req, statusWords[status]), tone: commissionAdmin.statusColors?.[status] ?? 'muted' },
})

function buttonsOf(req: PayloadRequest, doc: Commission): PanelButton[] {
  const split: PanelButton = {
    act: 'split',
    label: pickFor(req, words.split),
    fields: [
      {
        name: 'description',
        label: pickFor(req, words.description),
        help: pickFor(req, words.help),
        kind: 'textarea',
        required: true,
        maxLength: 2000,
      },
      { name: 'trade', label: pickFor(req, words.trade), kind: 'text', maxLength: 80 },
      { name: 'micro', label: pickFor(req, words.micro), kind: 'checkbox' },
    ],
  }
  const size: PanelButton = {
    act: 'resize',
    label: pickFor(req, doc.micro ? words.larger : words.smaller),
    style: 'quiet',
    values: { micro: !doc.micro },
    fields: [{ name: 'why', label: pickFor(req, words.why), kind: 'text', maxLength: 500 }],
  }
  return [...(canSplit(doc) ? [split] : []), ...(canResize(doc) ? [size] : [])]
}

export const familyPanel: DeskPanel<Commission> = {
  name: 'family',
  roles: editors,
  async read({ req, doc }) {
    const root = await rootOf(req, doc)
    const family = [root, ...(await partsOf(req, root.id))].filter(({ deletedAt }) => !deletedAt)
    const others = family.filter(({ id }) => String(id) !== String(doc.id))
    const buttons = buttonsOf(req, doc)
    if (others.length === 0 && buttons.length === 0) return null
    const isLast = others.length > 0 && others.every(({ status }) => isOver(status)) && !isOver(doc.status)
    return {
      title: pickFor(req, words.title),
      notes: isLast ? [pickFor(req, words.over)] : [],
      groups:
        others.length > 0 ? [{ key: 'family', title: null, entries: family.map((one) => entryOf(req, one)) }] : [],
      buttons,
    }
  },
  acts: {
    split: {
      async run({ req, doc, values }) {
        const part = await splitOff(req, doc, {
          description: text(values.description).slice(0, 2000),
          trade: text(values.trade).slice(0, 80),
          micro: values.micro === true,
        })
        return pickFor(req, words.done(part.reference))
      },
    },
    resize: {
      async run({ req, doc, values }) {
        await resize(req, doc, values.micro === true, text(values.why).slice(0, 500))
        return pickFor(req, words.resized)
      },
    },
  },
}
