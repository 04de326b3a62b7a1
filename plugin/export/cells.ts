// What a list's cell shows, as words in a file: choices by name, dates and places as people write them, what a document points to by
// its title. What its reader may not read is left out.
import type { CollectionSlug, Field, PayloadRequest } from 'payload'
import { inWords } from '../collection/field-labels.js'
import { asOverview } from '../collection/overview.js'
import { editorLanguage, languageTag } from '../i18n/localized.js'
import type { Hint } from '../lifecycle/actions.js'
import { formatMoment } from '../values/dates.js'
import type { DocumentId } from '../values/document-id.js'
import { euroText } from '../values/money.js'
import type { Column } from './columns.js'
import type { Cell } from './csv.js'

export type Doc = { id: DocumentId } & Record<string, unknown>

/** What the documents of a page need besides themselves. */
export interface Beside {
  /** Titles by collection and id; of those that the reader may read. */
  titles: ReadonlyMap<string, string>
  hints: ReadonlyMap<string, Hint[]>
  hintSentence(hint: Hint): string
}

const at = (doc: object, path: string): unknown =>
  path.split('.').reduce<unknown>((value, part) => (value as Record<string, unknown> | null | undefined)?.[part], doc)

const say = ({ t }: PayloadRequest, key: string, values?: Record<string, unknown>): string =>
  (t as unknown as (key: string, values?: Record<string, unknown>) => string)(`mokor:${key}`, values)

const text = (value: string): Cell => ({ text: value })

/** Cells of ours, by the name of the component that draws them. */
const ours: Record<string, (req: PayloadRequest, value: unknown, doc: Doc, beside: Beside) => Cell> = {
  MoneyCell: (req, value) =>
    typeof value === 'number' ? { number: euroText(value, languageTag(req.i18n.language)) } : text(''),
  LanguageCell: (req, value) => {
    const names = new Intl.DisplayNames(editorLanguage(req), { type: 'language' })
    const codes = [value ?? []].flat().map(String)
    return text(codes.map((code) => (/^[a-z]{2}$/.test(code) ? names.of(code) : code)).join(', '))
  },
  RadiusCell: (req, value) => {
    if (typeof value !== 'number') return text(say(req, 'radius-all'))
    return text(value === 0 ? say(req, 'radius-home') : say(req, 'radius-km', { km: value }))
  },
  PlaceCell: (_, value, { place }) => text(String((place as { name?: string | null } | null)?.name ?? value ?? '')),
  TradesCell: (_, value, __, { titles }) => {
    const rows = (value ?? []) as { skill?: DocumentId | null; own?: string | null }[]
    return text(rows.flatMap(({ skill, own }) => titles.get(`skill:${skill}`) ?? own ?? []).join(', '))
  },
  HintsCell: (_, __, { id }, { hints, hintSentence }) =>
    text((hints.get(String(id)) ?? []).map(hintSentence).join(' ')),
}

/** The component that draws the field in a list, where it is one of ours. */
export function cellName(field: Field): string | undefined {
  const cell = (field.admin as { components?: { Cell?: unknown } } | undefined)?.components?.Cell
  const path = typeof cell === 'string' ? cell : (cell as { path?: string } | undefined)?.path
  return path?.startsWith('payload-plugin-mokor/') ? path.split('#')[1] : undefined
}

export function cellOf(req: PayloadRequest, { field, path }: Column, doc: Doc, beside: Beside): Cell {
  const value = at(doc, path)
  const own = ours[cellName(field) ?? '']
  return own ? own(req, value, doc, beside) : plain(req, field, value, beside)
}

function plain(req: PayloadRequest, field: Field, value: unknown, beside: Beside): Cell {
  if (field.type === 'checkbox') return text(say(req, value ? 'yes' : 'no'))
  if (value === null || value === undefined || value === '') return text('')
  if (field.type === 'array' || field.type === 'blocks')
    return { number: String(Array.isArray(value) ? value.length : value) }
  if (Array.isArray(value)) {
    const each = value.map((one) => plain(req, field, one, beside))
    return text(each.map((one) => ('text' in one ? one.text : one.number)).join(', '))
  }
  if (field.type === 'number' && typeof value === 'number') return { number: numberText(req, value) }
  if (field.type === 'select' || field.type === 'radio') return text(choice(req, field.options, String(value)))
  if (field.type === 'date') return text(dateText(req, field, String(value)))
  if (field.type === 'relationship' || field.type === 'upload')
    return text(beside.titles.get(`${field.relationTo}:${value}`) ?? '')
  return text(typeof value === 'object' ? '' : String(value))
}

const numberText = (req: PayloadRequest, value: number): string =>
  new Intl.NumberFormat(languageTag(req.i18n.language), { useGrouping: false, maximumFractionDigits: 10 }).format(value)

function choice(req: PayloadRequest, options: readonly unknown[], value: string): string {
  const option = options.find((one) => (one as { value?: unknown }).value === value) as { label?: unknown } | undefined
  return inWords(req, option?.label, value)
}

/** Without the comma before the hour a spreadsheet takes it for a date. */
function dateText(req: PayloadRequest, field: Field, value: string): string {
  const moment = formatMoment(value, editorLanguage(req))
  const picker = (field.admin as { date?: { pickerAppearance?: string } } | undefined)?.date?.pickerAppearance
  const timed = picker === 'dayAndTime' || ('name' in field && /^(?:updated|created)At$/.test(field.name))
  return timed ? moment.replace(',', '') : (moment.split(',')[0] ?? moment)
}

/** Where a relation of a list leads, with the ids that these documents hold. */
function pointedTo(columns: readonly Column[], docs: readonly Doc[], skills: string): Map<string, Set<DocumentId>> {
  const wanted = new Map<string, Set<DocumentId>>()
  const want = (collection: string, ids: readonly unknown[]) => {
    const known = wanted.get(collection) ?? new Set<DocumentId>()
    for (const id of ids) if (typeof id === 'string' || typeof id === 'number') known.add(id)
    wanted.set(collection, known)
  }
  for (const { field, path } of columns)
    for (const doc of docs) {
      const value = at(doc, path)
      if ((field.type === 'relationship' || field.type === 'upload') && typeof field.relationTo === 'string')
        want(field.relationTo, [value ?? []].flat())
      if (cellName(field) === 'TradesCell')
        want(
          skills,
          ((value ?? []) as { skill?: unknown }[]).map(({ skill }) => skill),
        )
    }
  return wanted
}

/** Titles of what the documents point to, read as the user. @param skills slug of the trades */
export async function titlesFor(
  req: PayloadRequest,
  columns: readonly Column[],
  docs: readonly Doc[],
  skills: string,
): Promise<Map<string, string>> {
  const titles = new Map<string, string>()
  for (const [slug, ids] of pointedTo(columns, docs, skills)) {
    if (ids.size === 0) continue
    const title = req.payload.collections[slug]?.config.admin.useAsTitle ?? 'id'
    const found = await asOverview(() =>
      req.payload.find({
        collection: slug as CollectionSlug,
        where: { id: { in: [...ids] } },
        limit: ids.size,
        pagination: false,
        depth: 0,
        trash: true,
        user: req.user,
        overrideAccess: false,
        req,
      }),
    ).catch((error: { status?: unknown }) => {
      if (error.status !== 403) throw error
      return { docs: [] }
    })
    for (const doc of found.docs as unknown as Doc[]) {
      const said = String(doc[title] ?? doc.name ?? doc.email ?? '')
      titles.set(`${slug}:${doc.id}`, said)
      if (slug === skills) titles.set(`skill:${doc.id}`, said)
    }
  }
  return titles
}
