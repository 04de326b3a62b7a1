// What one user has chosen for their desk, kept in Payload's preferences.
import type { PayloadRequest } from 'payload'
import { preferencesKey } from './preferences-key.js'

export interface DeskPreferences {
  /** Whether single keys do something. */
  letters: boolean
}

export async function deskPreferences({ payload, user }: PayloadRequest): Promise<DeskPreferences> {
  if (!user) return { letters: false }
  const { docs } = await payload.find({
    collection: 'payload-preferences',
    where: {
      and: [
        { key: { equals: preferencesKey } },
        { 'user.relationTo': { equals: user.collection } },
        { 'user.value': { equals: user.id } },
      ],
    },
    limit: 1,
    pagination: false,
    depth: 0,
  })
  const { letters } = ((docs[0] as { value?: Partial<DeskPreferences> } | undefined)?.value ??
    {}) as Partial<DeskPreferences>
  return { letters: letters === true }
}
