// Merges one trade into another: it can no longer be chosen, its code leads to the other, what people call it finds the other too, and
// every file follows.
import type { PayloadRequest } from 'payload'
import type { MergePreview } from '../../../plugin/admin/own-words/dto.js'
import { Refusal } from '../../../plugin/collection/errors.js'
import { documents } from '../../../plugin/database/documents.js'
import { skillNameIn } from '../../../plugin/directory/index.js'
import { editorLanguage, type Localized, localized, pickFor } from '../../../plugin/i18n/localized.js'
import { mokor, slugOf } from '../../../plugin/runtime.js'
import type { DocumentId } from '../../../plugin/values/document-id.js'
import { fold } from '../../../plugin/values/fold.js'
import type { Skill } from '../words.js'
import { holders } from './holders.js'
import { rewriteFiles } from './rewrite-files.js'

/** Words by which one trade is called, in one language: more would make every search a wide one. */
export const mostSynonyms = 60

const sentences = {
  itself: localized(
    'Una capacità non si unisce a sé stessa: scegline un’altra.',
    'A skill is not merged into itself: choose another.',
  ),
  missing: localized('Questa capacità non c’è più: ricarica la pagina.', 'This skill is gone: reload the page.'),
  merged: (into: string): Localized => localized(`È già unita a «${into}».`, `It is merged into “${into}” already.`),
  off: localized(
    'La capacità in cui unire è spenta: riaccendi prima «Si può scegliere».',
    'The skill to merge into is off: switch “Can be chosen” on first.',
  ),
  many: (lang: string): Localized =>
    localized(
      `Insieme avrebbero più di ${mostSynonyms} parole (${lang}): togline prima qualcuna da «Come la chiama la gente».`,
      `Together they would have more than ${mostSynonyms} words (${lang}): take some out of “What people call it” first.`,
    ),
  regulated: localized(
    'Una delle due è un mestiere regolato e l’altra no: controlla che siano davvero la stessa cosa.',
    'One of the two is a regulated trade and the other is not: make sure that they are the same.',
  ),
}

const refuse = (req: PayloadRequest, words: Localized, status = 409): never => {
  throw new Refusal(pickFor(req, words), status)
}

async function pair(req: PayloadRequest, from: DocumentId, into: DocumentId): Promise<[Skill, Skill]> {
  if (String(from) === String(into)) refuse(req, sentences.itself)
  const skills = documents(req, 'skills')
  const [one, other] = [await skills.byId(from), await skills.byId(into)]
  if (!one || !other) throw new Refusal(pickFor(req, sentences.missing), 404)
  for (const skill of [one, other]) {
    const target = skill.mergedInto && (await skills.byId(skill.mergedInto))
    if (target) refuse(req, sentences.merged(skillNameIn(target, editorLanguage(req))))
  }
  if (other.active === false) refuse(req, sentences.off)
  return [one, other]
}

/** @throws a Refusal (409) where they would have more words than a trade may */
export function synonymsOf(
  req: PayloadRequest,
  skill: Skill,
  more: Record<string, readonly string[]>,
): Record<string, string[]> {
  const { languages } = mokor(req.payload).options
  return Object.fromEntries(
    languages.map((lang) => {
      const known = new Set([skill.names[lang] ?? '', ...(skill.synonyms?.[lang] ?? [])].map(fold))
      const added = (more[lang] ?? []).filter((word) => {
        const key = fold(word)
        return key !== '' && !known.has(key) && known.add(key)
      })
      const all = [...(skill.synonyms?.[lang] ?? []), ...added]
      if (added.length > 0 && all.length > mostSynonyms) refuse(req, sentences.many(lang))
      return [lang, all]
    }),
  )
}

const wordsIn = ({ names, synonyms }: Skill): Record<string, string[]> =>
  Object.fromEntries(
    [...new Set([...Object.keys(names ?? {}), ...Object.keys(synonyms ?? {})])].map((lang) => [
      lang,
      [names?.[lang] ?? '', ...(synonyms?.[lang] ?? [])].filter(Boolean),
    ]),
  )

export async function previewMerge(req: PayloadRequest, from: DocumentId, into: DocumentId): Promise<MergePreview> {
  const [one, other] = await pair(req, from, into)
  synonymsOf(req, other, wordsIn(one))
  const lang = editorLanguage(req)
  const count = (holder: (typeof holders)[number]) =>
    documents(req, holder).count({ 'skills.skill': { equals: one.id } }, { trash: true })
  return {
    from: { id: String(one.id), name: skillNameIn(one, lang) },
    into: { id: String(other.id), name: skillNameIn(other, lang) },
    in: await Promise.all(
      holders.map(async (holder) => ({ slug: slugOf(req.payload, holder), count: await count(holder) })),
    ),
    notes: Boolean(one.regulated) === Boolean(other.regulated) ? [] : [pickFor(req, sentences.regulated)],
  }
}

/** In the caller's transaction; the files follow in batches. */
export async function merge(req: PayloadRequest, from: DocumentId, into: DocumentId): Promise<void> {
  const [one, other] = await pair(req, from, into)
  const save = (id: DocumentId, data: object) =>
    req.payload.update({ collection: slugOf(req.payload, 'skills'), id, data, depth: 0, overrideAccess: true, req })
  // Whoever was merged into the first follows it.
  for (const { id } of await documents(req, 'skills').find({ mergedInto: { equals: one.id } }))
    await save(id, { mergedInto: other.id })
  await save(one.id, { active: false, mergedInto: other.id })
  await save(other.id, { synonyms: synonymsOf(req, other, wordsIn(one)) })
  await rewriteFiles(req, { merged: one.id }, other.id)
}

/** Trades that were merged, by their own id and code, with the trade they lead to. */
export async function mergedSkills(req: PayloadRequest): Promise<{ id: DocumentId; slug: string; into: Skill }[]> {
  const merged = await documents(req, 'skills').find({ mergedInto: { exists: true } })
  const wanted = merged.flatMap(({ mergedInto }) => mergedInto ?? [])
  if (wanted.length === 0) return []
  const targets = await documents(req, 'skills').find({ id: { in: wanted } })
  return merged.flatMap(({ id, slug, mergedInto }) => {
    const into = targets.find((one) => String(one.id) === String(mergedInto))
    return into ? [{ id, slug, into }] : []
  })
}

/** Rows of a file, e.g. of an old version, with the trades that theirs were merged into. */
export async function withoutMerged<Row extends { skill?: DocumentId | null }>(
  req: PayloadRequest,
  rows: readonly Row[] | null | undefined,
): Promise<Row[]> {
  const merged = new Map((await mergedSkills(req)).map(({ id, into }) => [String(id), into.id]))
  const seen = new Set<string>()
  return (rows ?? []).flatMap((row) => {
    const skill = row.skill ? (merged.get(String(row.skill)) ?? row.skill) : row.skill
    if (skill && seen.has(String(skill))) return []
    if (skill) seen.add(String(skill))
    return [{ ...row, skill }]
  })
}
