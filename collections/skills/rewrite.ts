// A renamed skill reaches the published rows in small batches, each queued by the one before: crash-safe, and no giant transaction.
import type { PayloadRequest } from 'payload'
import { publish } from '../../plugin/directory/index.js'
import type { PublicProfile } from '../../plugin/directory/row.js'
import { databaseId } from '../../plugin/ids.js'
import { effect } from '../../plugin/outbox/effect.js'
import { enqueue } from '../../plugin/outbox/index.js'
import { mokor } from '../../plugin/runtime.js'
import { readSkills, type Skill, skillWords } from './words.js'

const batch = 100

/** Rewrites every row that shows this skill: the first batch with the rename itself, the rest from the outbox. */
export const rewriteRows = (req: PayloadRequest, skill: Skill): Promise<void> => rewriteBatch(req, skill, '')

async function rewriteBatch(req: PayloadRequest, skill: Skill, after: string): Promise<void> {
  const profiles = await mokor(req.payload).profiles.withSkill(req, skill.id, after, batch)
  if (profiles.length === 0) return
  await publish(req, { profiles, withdrawn: [], skills: await skillWords(req, slugsOf(profiles)) })
  const last = profiles.at(-1)
  if (profiles.length === batch && last) await queueBatch(req, skill, last.id)
}

const queueBatch = (req: PayloadRequest, skill: Skill, after: string): Promise<void> =>
  enqueue(req, {
    key: `skill-words:${skill.id}:${skill.updatedAt}:${after}`,
    template: 'skill-words',
    target: String(skill.id),
    lang: mokor(req.payload).options.languages[0] ?? 'it',
    words: { after },
  })

/** The next batch, when its turn comes. */
export const rewriteEffect = effect(async (req, target, words) => {
  const id = databaseId(req.payload, target)
  const [skill] = await readSkills(req, { id: { equals: id } }, 1)
  if (skill) await rewriteBatch(req, skill, words.after ?? '')
})

const slugsOf = (profiles: readonly PublicProfile[]): string[] => [
  ...new Set(profiles.flatMap(({ skills }) => skills.flatMap(({ slug }) => slug ?? []))),
]
