// People for tests: a complete file that may be approved, with what a test wants changed.
import type { Payload } from 'payload'
import sharp from 'sharp'
import { slugOf } from '../../plugin/runtime.js'

const at = '2026-01-10T09:00:00.000Z'
export const consent = (what: string) => ({ what, version: '1', at, language: 'it', how: 'web' })

/** Data of a carpenter in Milano who wants to be public. */
export const carpenter = (more: Record<string, unknown> = {}): Record<string, unknown> => ({
  status: 'pending',
  reach: 'public',
  kind: 'professional',
  firstName: 'Maria',
  lastName: 'Colnaghi',
  displayAs: 'initial',
  headline: 'Restauro mobili e infissi',
  experience: 'Dodici anni di bottega.',
  lang: 'it',
  skills: [{ own: 'falegname', origin: 'practised', years: 12 }],
  place: { municipality: '015146' },
  radiusKm: 25,
  modes: ['onsite'],
  availability: { state: 'now' },
  languages: ['it'],
  email: 'maria.colnaghi@posta.example',
  phone: '+39 333 123 4567',
  channel: 'web',
  consents: [consent('adult'), consent('rules'), consent('publish')],
  ...more,
})

export interface Saved {
  id: number | string
  slug: string | null
  status: string
  reach: string
  [field: string]: unknown
}

/** Saves a person through the Local API, as the host's own code would. */
export async function addMember(payload: Payload, more: Record<string, unknown> = {}): Promise<Saved> {
  return (await payload.create({
    collection: slugOf(payload, 'members'),
    data: carpenter(more),
    depth: 0,
  })) as unknown as Saved
}

/** A person as everybody can see them. */
export const addPublicMember = (payload: Payload, more: Record<string, unknown> = {}): Promise<Saved> =>
  addMember(payload, { status: 'active', ...more })

/** A photograph, of which some member's file may show the id. */
export async function addPicture(payload: Payload): Promise<{ id: number | string; filename?: string }> {
  const data = await sharp({ create: { width: 64, height: 64, channels: 3, background: 'navy' } })
    .png()
    .toBuffer()
  const file = { name: 'volto.png', data, mimetype: 'image/png', size: data.length }
  return payload.create({ collection: slugOf(payload, 'pictures'), data: {}, file })
}

export async function readMember(payload: Payload, id: number | string): Promise<Saved> {
  return (await payload.findByID({
    collection: slugOf(payload, 'members'),
    id,
    depth: 0,
    trash: true,
    showHiddenFields: true,
  })) as unknown as Saved
}

/** The published row of a member, or null. */
export async function rowOf(payload: Payload, id: number | string): Promise<Record<string, unknown> | null> {
  const { docs } = await payload.db.find({
    collection: slugOf(payload, 'directory'),
    where: { id: { equals: String(id) } },
    limit: 1,
    pagination: false,
  })
  return (docs[0] as Record<string, unknown> | undefined) ?? null
}
