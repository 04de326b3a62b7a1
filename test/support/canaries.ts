// A canary in every private field of a member: whatever holds one of these has told what nobody may know.
import type { Payload } from 'payload'
import { transitionContext } from '../../plugin/lifecycle/timeline.js'
import { slugOf } from '../../plugin/runtime.js'

/** Private values that a search for `canarino` finds wherever they leak. */
export function privately(seed: number): Record<string, unknown> {
  return {
    lastName: `Canarino${seed}`,
    companyName: `Canarino Segreta ${seed} srl`,
    email: `canarino${seed}@segreto.example`,
    phone: `+39 0777 ${String(seed).padStart(6, '0')}`,
    phonePublic: false,
    helper: { name: `Canarino Aiuto ${seed}`, email: `canarino.aiuto${seed}@segreto.example`, consent: true },
    channel: seed % 2 === 0 ? 'phone' : 'paper',
    notes: `Nota: canarino ${seed}`,
    deskNotes: [
      { at: '2026-01-11T09:00:00.000Z', by: `canarino${seed}@segreto.example`, text: `Canarino ${seed} chiamato` },
    ],
    remindAt: '2030-01-10T05:00:00.000Z',
    maxOpenJobs: (seed % 5) + 1,
    smallJobs: seed % 3 === 0,
    consents: ['adult', 'rules', 'publish', 'assisted'].map((what) => ({
      what,
      version: `canarino${seed}`,
      at: new Date(1_700_000_000_000 + seed * 60_000).toISOString(),
      language: 'it',
      how: seed % 2 === 0 ? 'phone' : 'paper',
      page: `https://canarino${seed}.example/`,
    })),
  }
}

/** One of the kinds that the public reads as occasional. */
export const whyOccasional = (seed: number): string =>
  ['occasional', 'unemployed', 'never-employed', 'underemployed'][seed % 4] ?? 'occasional'

/** What was declared about a qualification. */
export const qualified = (seed: number): string | null => ['yes', 'no', 'unknown', null][seed % 4] ?? null

/** Steps of the desk that leave their words in the file's timeline. */
export async function privateSteps(payload: Payload, id: number | string, seed: number): Promise<void> {
  for (const status of ['suspended', 'active']) {
    const cause = { by: `canarino${seed}@segreto.example`, at: new Date(), why: `Canarino sospeso ${seed}` }
    const collection = slugOf(payload, 'members')
    await payload.update({ collection, id, data: { status }, context: transitionContext(cause) })
  }
}
