// Labels of fields and options in the reader’s language, for sentences that name them.
import type { FlattenedField, PayloadRequest } from 'payload'
import type { CollectionKey } from '../options/index.js'
import { slugOf } from '../runtime.js'

/** A label in the reader's language; `code` where there is none. */
export function inWords({ i18n }: PayloadRequest, label: unknown, code: string): string {
  if (typeof label === 'string') return label
  if (!label || typeof label !== 'object') return code
  const words = label as Record<string, string>
  return words[i18n.language] ?? words.en ?? code
}

/** What the admin calls a place such as `place.municipality` or `skills.0.note`: the labels along its path. */
export function pathLabel(req: PayloadRequest, key: CollectionKey, path: string): string {
  let level = req.payload.collections[slugOf(req.payload, key)]?.config.flattenedFields ?? []
  const found = path.split('.').flatMap((part) => {
    if (/^\d+$/.test(part)) return String(Number(part) + 1)
    const field = level.find((one) => one.name === part)
    level = field && 'flattenedFields' in field ? field.flattenedFields : []
    if (!field || !('label' in field) || !field.label) return []
    const label = inWords(req, field.label, part)
    return field.type === 'group' ? `${label}:` : label
  })
  return found.join(' ').replace(/:$/, '') || path
}

/** The field at a path such as `client.phone`. */
export function fieldAt({ payload }: PayloadRequest, key: CollectionKey, path: string): FlattenedField | undefined {
  let level = payload.collections[slugOf(payload, key)]?.config.flattenedFields ?? []
  let found: FlattenedField | undefined
  for (const part of path.split('.')) {
    found = level.find(({ name }) => name === part)
    level = found && 'flattenedFields' in found ? found.flattenedFields : []
  }
  return found
}

/** The label of the field at the end of a path, without those that lead to it. */
export function fieldLabel(req: PayloadRequest, key: CollectionKey, path: string): string {
  const field = fieldAt(req, key, path)
  return inWords(req, field && 'label' in field && field.label, path)
}

/** What a select field calls a value. @param path of the field */
export function choiceLabel(req: PayloadRequest, key: CollectionKey, path: string, value: string): string {
  const field = fieldAt(req, key, path)
  const options = field?.type === 'select' ? field.options : []
  const option = options.find((one) => typeof one === 'object' && one.value === value)
  return inWords(req, typeof option === 'object' && option.label, value)
}
