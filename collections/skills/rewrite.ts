// Rewrites the published rows of a renamed skill in small batches, each queued by the one before.
import type { PayloadRequest } from 'payload'
import type { JobDefinition } from '../../plugin/definitions/job.js'
import { enqueue } from '../../plugin/outbox/index.js'
import { mokor } from '../../plugin/runtime.js'
import { databaseId } from '../../plugin/values/document-id.js'
import { readSkills, type Skill } from './words.js'

const batch = 100

/** Rewrites every row that shows this skill: the first batch with the rename itself, the rest from the outbox. */
export const rewriteRows = (req: PayloadRequest, skill: Skill): Promise<void> => rewriteBatch(req, skill, '')

async function rewriteBatch(req: PayloadRequest, skill: Skill, after: string): Promise<void> {
  const { profiles } = mokor(req.payload)
  const ids = await profiles.idsWithSkill(req, skill.id, after, batch)
  if (ids.length === 0) return
  await profiles.refresh(req, ids)
  const last = ids.at(-1)
  if (ids.length === batch && last) await queueBatch(req, skill, last)
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
export const rewriteJob: JobDefinition = {
  document: 'skills',
  async run(req, target, words) {
    const id = databaseId(req.payload, target)
    const [skill] = await readSkills(req, { id: { equals: id } }, 1)
    if (skill) await rewriteBatch(req, skill, words.after ?? '')
  },
}
