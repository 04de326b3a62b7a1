// Helps rooms to write what an editor judges by: fields in the words of the admin's own forms.
import type { PayloadRequest } from 'payload'
import { choiceLabel, fieldAt, fieldLabel } from '../collection/field-labels.js'
import { municipality, province } from '../geo/index.js'
import { editorLanguage, localized, pickFor } from '../i18n/localized.js'
import type { CollectionKey } from '../options/index.js'
import { formatDate } from '../values/dates.js'
import type { DeskSheet } from './dto.js'

type Place = { municipality?: string | null; province?: string | null } | null | undefined

/** E.g. «Monza (MB)»; null where nothing is known. */
export function placeName(place: Place): string | null {
  const town = municipality(place?.municipality ?? '')
  if (town) return `${town.name} (${town.province})`
  return (place?.province && (province(place.province)?.name ?? place.province)) || null
}

/** Fields that hold language codes. */
const languageFields = /(^|\.)lang(uages)?$/

const languageName = (code: string, lang: string): string =>
  new Intl.DisplayNames(lang, { type: 'language', fallback: 'code' }).of(code) ?? code

const yes = localized('sì', 'yes')
const no = localized('no', 'no')

const at = (doc: object, path: string): unknown =>
  path.split('.').reduce<unknown>((value, part) => (value as Record<string, unknown> | null | undefined)?.[part], doc)

/** The fields of these paths that hold something, each under its label in the form. */
export function factsOf(
  req: PayloadRequest,
  key: CollectionKey,
  doc: object,
  paths: readonly string[],
): DeskSheet['facts'] {
  return paths.flatMap((path) => {
    const value = inWords(req, key, path, at(doc, path))
    return value === null ? [] : [{ label: fieldLabel(req, key, path), value }]
  })
}

function inWords(req: PayloadRequest, key: CollectionKey, path: string, value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null
  if (Array.isArray(value)) {
    const each = value.flatMap((one) => inWords(req, key, path, one) ?? [])
    return each.length > 0 ? each.join(', ') : null
  }
  if (typeof value === 'boolean') return pickFor(req, value ? yes : no)
  if (languageFields.test(path)) return languageName(String(value), editorLanguage(req))
  const field = fieldAt(req, key, path)
  if (field?.type === 'select') return choiceLabel(req, key, path, String(value))
  if (field?.type === 'date') return formatDate(String(value), editorLanguage(req))
  return typeof value === 'object' ? null : String(value)
}

/** The fields of these paths that hold words, as the person wrote them. */
export function textsOf(
  req: PayloadRequest,
  key: CollectionKey,
  doc: object,
  paths: readonly string[],
): DeskSheet['texts'] {
  return paths.flatMap((path) => {
    const text = at(doc, path)
    return typeof text === 'string' && text.trim() !== '' ? [{ label: fieldLabel(req, key, path), text }] : []
  })
}
