// Makes the request body of a form, and maps the API’s pointers back to fields.

import { isEmpty, isShown } from './condition.js'
import type { Draft } from './draft.js'
import type { Field } from './field.js'
import { sent } from './kinds.js'
import type { SkillValue, Values } from './values.js'

interface Body {
  [key: string]: unknown
}

/** Words typed where skills are asked, and never chosen, count as the visitor's own, as long as there is room. */
export function withOwnWords(
  fields: readonly Field[],
  { values, pending }: Pick<Draft, 'values' | 'pending'>,
): Pick<Draft, 'values' | 'pending'> {
  for (const { kind, name, most = 1 } of fields) {
    const own = pending[name]?.trim()
    const chosen = (values[name] ?? []) as readonly SkillValue[]
    if (kind !== 'skills' || !own || chosen[most - 1]) continue
    values = { ...values, [name]: [...chosen, { name: own }] }
    pending = { ...pending, [name]: '' }
  }
  return { values, pending }
}

/** Under which a consent is recorded: the version of the network's texts, and which text of this consent it is. */
export const versionWith = (consentVersion: string, edition: string | undefined): string =>
  edition ? `${consentVersion}-${edition}` : consentVersion

/**
 * The body of a write: every field that is asked and not empty, at its pointer.
 * @param isAsked on a page that shows every question, others than those whose condition holds
 */
export function bodyOf(
  fields: readonly Field[],
  values: Values,
  consentVersion: string,
  isAsked: (field: Field, values: Values) => boolean = isShown,
): Body {
  const body: Body = {}
  const consents: { what: string; version: string }[] = []
  for (const field of fields) {
    const { name, kind, at, consent, edition, needed, shown } = field
    const value = values[name] ?? null
    const empty = isEmpty(value)
    // Of an answer that is always needed the way to it is sent, so that the network names what is missing.
    if (!isAsked(field, values) || (empty && (shown || needed !== true))) continue
    if (consent && !empty) consents.push({ what: consent, version: versionWith(consentVersion, edition) })
    if (!at) continue
    const path = at.slice(1).split('/')
    const last = path.pop() as string
    let into = body
    for (const key of path) {
      into[key] ??= {}
      into = into[key] as Body
    }
    const send = sent[kind]
    if (!empty) into[last] = send ? send(value) : typeof value === 'string' ? value.trim() : value
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
  return best.details && /\/(origin|years|qualified)$/.test(part) ? best.name + part : best.name
}
