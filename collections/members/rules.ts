// What must be true of every saved file, however it is saved: steps, places, names, consents.
import {
  APIError,
  type CollectionBeforeChangeHook,
  type CollectionBeforeValidateHook,
  type FieldHook,
  type PayloadRequest,
  ValidationError,
} from 'payload'
import { type Consent, keepConsents } from '../../plugin/consents.js'
import { municipalitiesNamed, municipality, province } from '../../plugin/geo/index.js'
import { mokor, slugOf } from '../../plugin/runtime.js'
import { inLanguage, type Words } from '../../plugin/words.js'
import { nationalDigits } from './leaks.js'
import { canStep } from './lifecycle.js'
import type { Member } from './member.js'
import { severalPlaces, skillOrWords, startSentence, statusSentence, unknownPlace, unknownProvince } from './words.js'

/** What a restored version must not bring back: today's decisions stand. */
const decidedToday = [
  'status',
  'since',
  'reach',
  'consents',
  'displayAs',
  'phone',
  'phonePublic',
  'picture',
  'slug',
  'expiresAt',
  'deletedAt',
] as const

/** Texts may go back in time; what people let others see of them may not. */
export const keepDecisions: CollectionBeforeValidateHook = ({ data, originalDoc, req }) => {
  if (!req.context.isRestoringVersion || !data) return data
  for (const field of decidedToday) data[field] = originalDoc?.[field]
  return data
}

/** New files start at the beginning; later steps follow the table, and over HTTP only through the actions. */
export const checkStep: CollectionBeforeChangeHook = ({ data, originalDoc, operation, req }) => {
  const local = req.payloadAPI === 'local'
  if (operation === 'create') {
    if (!local && data.status !== 'pending') refuse(req, startSentence)
    if (!local) data.slug = null
    data.since = new Date().toISOString()
    return data
  }
  const before = originalDoc as Member
  const next = data.status as Member['status']
  if (next !== before.status && !(local && canStep(before.status, next)))
    refuse(req, statusSentence(before.status, next))
  data.since = next === before.status ? before.since : new Date().toISOString()
  if (before.slug || !local) data.slug = before.slug ?? null
  return data
}

function refuse(req: PayloadRequest, words: Words): never {
  throw new APIError(inLanguage(req, words), 409, null, true)
}

/** Works out what follows from what was written. */
export const fillIn: CollectionBeforeValidateHook = ({ data, originalDoc, operation, req }) => {
  if (!data) return data
  const before = originalDoc as Member | undefined
  const member = { ...before, ...data } as Partial<Member>
  if (member.status === 'left') return data
  data.title = titleOf(member)
  data.email = member.email?.trim().toLowerCase() || null
  data.phone = member.phone?.trim() || null
  data.phoneDigits = nationalDigits(member.phone) || null
  data.place = placeOf(req, member.place)
  for (const [index, skill] of (member.skills ?? []).entries())
    if (!skill.skill && !skill.own?.trim()) invalid(req, `skills.${index}.skill`, skillOrWords)
  if (!req.context.isRestoringVersion)
    data.consents = consentsOf(req, before, data.consents ?? before?.consents, operation)
  return data
}

function titleOf(member: Partial<Member>): string {
  const name = `${member.firstName ?? ''} ${member.lastName ?? ''}`.trim()
  const shown = member.kind === 'company' && member.companyName ? member.companyName : name
  return [shown, member.headline?.slice(0, 60)].filter(Boolean).join(' · ')
}

function placeOf(
  req: PayloadRequest,
  place: Member['place'],
): { municipality: string | null; province: string | null } {
  const written = place?.municipality?.trim()
  if (!written) return { municipality: null, province: provinceOf(req, place?.province?.trim()) }
  const byCode = municipality(written)
  if (byCode) return { municipality: byCode.code, province: byCode.province }
  const named = municipalitiesNamed(written)
  if (named.length > 1)
    invalid(req, 'place.municipality', severalPlaces(named.map((one) => `${one.name} (${one.province})`).join(', ')))
  const [only] = named
  if (!only) return invalid(req, 'place.municipality', unknownPlace)
  return { municipality: only.code, province: only.province }
}

function provinceOf(req: PayloadRequest, written: string | undefined): string | null {
  if (!written) return null
  return province(written)?.sigla ?? invalid(req, 'place.province', unknownProvince)
}

/** Consents are a record: those given stay, an editor's new rows say who wrote them. Local code may set them whole. */
function consentsOf(
  req: PayloadRequest,
  before: Member | undefined,
  saved: Partial<Consent>[] | null | undefined,
  operation: 'create' | 'update',
): Consent[] {
  const { user } = req
  if (!user && operation === 'create') return (saved ?? []) as Consent[]
  return keepConsents(before?.consents ?? [], saved ?? [], {
    version: mokor(req.payload).options.organisation.consentVersion,
    at: new Date().toISOString(),
    language: String(req.i18n?.language ?? 'it').slice(0, 2),
    how: 'desk',
    ...(user && 'email' in user && typeof user.email === 'string' ? { by: user.email } : {}),
  })
}

function invalid(req: PayloadRequest, path: string, words: Words): never {
  throw new ValidationError(
    { collection: slugOf(req.payload, 'members'), errors: [{ path, message: inLanguage(req, words) }], req },
    req.t,
  )
}

/** Name of the municipality beside its code, for editors. */
export const placeName: FieldHook = ({ siblingData }) => {
  const found = municipality(String(siblingData?.municipality ?? ''))
  return found ? `${found.name} (${found.province})` : null
}
