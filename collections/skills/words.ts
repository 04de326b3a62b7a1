// Names and synonyms of skills, for the search index and as labels.
import type { PayloadRequest, Where } from 'payload'
import { documents } from '../../plugin/database/documents.js'
import { boundedCollectionOf, isMongo } from '../../plugin/database/mongo.js'
import type { SkillWords } from '../../plugin/directory/row.js'
import { slugOf } from '../../plugin/runtime.js'
import type { DocumentId } from '../../plugin/values/document-id.js'

export interface Skill {
  id: number | string
  slug: string
  names: Record<string, string | null | undefined>
  synonyms?: Record<string, string[] | null | undefined> | null
  sector: string
  regulated?: boolean | null
  regulatedNote?: Record<string, string | null | undefined> | null
  escoUri?: string | null
  active?: boolean | null
  /** The trade that this one was merged into: its code leads there. */
  mergedInto?: DocumentId | null
  updatedAt: string
}

interface SkillLabel {
  names: Record<string, string>
  sector: string
  regulated: boolean
}

/** Every word by which people may look for these skills, in all languages. */
export async function skillWords(req: PayloadRequest, slugs: readonly string[]): Promise<SkillWords[]> {
  if (slugs.length === 0) return []
  const skills = await readSkills(req, { slug: { in: [...slugs] } }, slugs.length)
  return skills.map((skill) => ({ slug: skill.slug, words: wordsOf(skill) }))
}

export function wordsOf(skill: Pick<Skill, 'names' | 'synonyms'>): string[] {
  const names = Object.values(skill.names ?? {})
  const synonyms = Object.values(skill.synonyms ?? {}).flatMap((list) => list ?? [])
  return [...new Set([...names, ...synonyms].flatMap((word) => word?.trim() || []))]
}

/** Skills by id or slug, without following anything. */
export const readSkills = (req: PayloadRequest, where: Where, limit: number): Promise<Skill[]> =>
  documents(req, 'skills').find(where, { limit })

/** Every skill as public questions read them, past hooks: on MongoDB by the driver, so that a question given up ends there too. */
export async function publicSkills({ payload }: PayloadRequest): Promise<Omit<Skill, 'id'>[]> {
  const collection = slugOf(payload, 'skills')
  if (isMongo(payload)) return boundedCollectionOf(payload, collection).find<Omit<Skill, 'id'>>({}).toArray()
  return (await payload.db.find<Skill>({ collection, limit: 0, pagination: false })).docs
}

interface Labels {
  version: string
  labels: Map<string, SkillLabel>
}

/** Last labels of each Payload instance; a look at the newest edit tells whether they still hold. */
const known = new WeakMap<object, Labels>()

/**
 * Changes whenever any skill does, in whatever process: who is newest, since when, and how many there are.
 * Mix it into validators of answers that hold labels.
 */
async function skillsVersion(req: PayloadRequest): Promise<string> {
  const { docs, totalDocs } = await req.payload.find({
    collection: slugOf(req.payload, 'skills'),
    // Without a condition MongoDB would estimate the total, which it refuses inside a transaction.
    where: { slug: { exists: true } },
    sort: '-updatedAt',
    limit: 1,
    depth: 0,
    select: { updatedAt: true },
    overrideAccess: true,
    req,
  })
  const [newest] = docs as unknown as Skill[]
  return newest ? `${newest.id}:${newest.updatedAt}:${totalDocs}` : '0'
}

/** Labels of all skills by slug, as they are now. */
export async function skillLabels(req: PayloadRequest): Promise<Map<string, SkillLabel>> {
  const version = await skillsVersion(req)
  const held = known.get(req.payload)
  if (held?.version === version) return held.labels
  const skills = await publicSkills(req)
  const labels = new Map(
    skills.map((skill) => [
      skill.slug,
      {
        names: Object.fromEntries(
          Object.entries(skill.names ?? {}).flatMap(([lang, name]) => (name ? [[lang, name]] : [])),
        ),
        sector: skill.sector,
        regulated: Boolean(skill.regulated),
      },
    ]),
  )
  known.set(req.payload, { version, labels })
  return labels
}
