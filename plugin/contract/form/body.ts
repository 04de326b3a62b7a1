// Makes the request body of a form, and maps the API’s pointers back to fields.

import { isEmpty, isShown } from './check.js'
import type { Draft } from './draft.js'
import type { Field } from './field.js'
import type { SkillValue, Values } from './values.js'

interface Body {
  [key: string]: unknown
}

/** Words typed where skills are asked, and never chosen, count as the visitor's own, as long as there is room. */
export function withOwnWords(
  fields: readonly Field[],
  { values, pending }: Pick<Draft, 'values' | 'pending'>,
): Pick<Draft, 'values' | 'pending'> {
  for (const { kind, name, max = 1 } of fields) {
    const own = pending[name]?.trim()
    const chosen = (values[name] ?? []) as readonly SkillValue[]
    if (kind !== 'skills' || !own || chosen[max - 1]) continue
    values = { ...values, [name]: [...chosen, { name: own }] }
    pending = { ...pending, [name]: '' }
  }
  return { values, pending }
}

/** The body of a write: every shown field that is not empty, at its pointer. */
export function bodyOf(fields: readonly Field[], values: Values, consentVersion: string): Body {
  const body: Body = {}
  const consents: { what: string; version: string }[] = []
  for (const field of fields) {
    const value = values[field.name]
    if (value === undefined || !isShown(field, values) || isEmpty(value)) continue
    if (field.consent) consents.push({ what: field.consent, version: consentVersion })
    if (!field.at) continue
    const path = field.at.slice(1).split('/')
    const last = path.pop() as string
    let into = body
    for (const key of path) {
      into[key] ??= {}
      into = into[key] as Body
    }
    into[last] = field.send ? field.send(value) : typeof value === 'string' ? value.trim() : value
  }
  return { ...body, consents }
}

/**
 * The key under which a server's error is shown: a field's name, or `name/rest` for a part of its value
 * (`skills/0/origin`); null when no field of the form answers for it.
 */
export function keyOf(fields: readonly Field[], { pointer = '' }: { pointer?: string | undefined }): string | null {
  let best = fields.find(({ consent }) => pointer === `/consents/${consent}`)
  for (const field of fields)
    if (field.at && `${pointer}/`.startsWith(`${field.at}/`) && field.at.length > (best?.at?.length ?? 0)) best = field
  // `/place` speaks of the field that sends `/place/municipality`.
  best ??= pointer ? fields.find(({ at }) => at?.startsWith(`${pointer}/`)) : undefined
  if (!best) return null
  const part = pointer.slice(best.at?.length)
  return best.checkParts && /\/(origin|years|qualified)$/.test(part) ? best.name + part : best.name
}
