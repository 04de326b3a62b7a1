// GET /members: the directory's list, with totals and facets on its first page.
import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { publicLoad } from '../../../plugin/api/concurrency.js'
import { Problem } from '../../../plugin/api/problem.js'
import { readRoute } from '../../../plugin/api/route.js'
import { modes, publicKinds } from '../../../plugin/contract/dto.js'
import { type FacetsDto, type MembersPageDto, membersPageDto } from '../../../plugin/directory/dto.js'
import type { Counts, Page } from '../../../plugin/directory/engines/engine.js'
import { type Directory, directoryOf, listedCard, type Reading } from '../../../plugin/directory/index.js'
import { facetLabel, type SkillNames, totalLabel } from '../../../plugin/directory/labels.js'
import { cursorOf, type Position, positionOf } from '../../../plugin/directory/position.js'
import { type DirectoryQuery, type FacetName, facetNames, queryHash, travels } from '../../../plugin/directory/query.js'
import { rotationStart } from '../../../plugin/directory/rotation.js'
import { wordsAsked } from '../../../plugin/directory/sigla.js'
import type { AskedWord, WordsAsked } from '../../../plugin/directory/words.js'
import { province } from '../../../plugin/geo/index.js'
import { mokor } from '../../../plugin/runtime.js'
import { dayInItaly } from '../../../plugin/values/dates.js'
import { mergedSkills, skillLabels } from '../../skills/index.js'
import { placeNear } from './near.js'

/** Values of one filter at most; more is no question a person asks. */
const mostValues = 20
const mostWords = 12
/** Totals are exact up to here. */
const exactTotal = 10_000
const facetSkills = 50

/** An empty parameter is one that was not filled in. */
const filled = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional())

const listOf = <T extends z.ZodType<string>>(item: T) =>
  z
    .preprocess(
      (value) => [value].flat().filter((one) => one !== ''),
      z
        .array(item)
        .max(mostValues, 'too-many')
        .transform((values) => [...new Set(values)].sort()),
    )
    .default([])

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine((value) => value >= least && value <= most, 'range')

const membersQuery = z.object({
  q: filled(z.string().max(200, 'too-long')),
  skill: listOf(
    z
      .string()
      .max(80)
      .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
  ),
  province: listOf(
    z
      .string()
      .regex(/^[a-z]{2}$/i)
      .transform((sigla) => province(sigla)?.sigla ?? '')
      .refine((sigla) => sigla !== ''),
  ),
  kind: listOf(z.enum(publicKinds)),
  mode: listOf(z.enum(modes)),
  speaks: listOf(z.string().regex(/^[a-z]{2}$/)),
  near: filled(z.string().max(80, 'too-long')),
  radius: filled(
    z
      .string()
      .regex(/^\d{1,3}(\.\d{1,3})?$/)
      .transform(Number)
      .refine((km) => km > 0 && km <= 500, 'range'),
  ),
  travels: filled(z.enum(travels)),
  available: filled(z.enum(['0', '1'])),
  limit: filled(wholeNumber(1, 50)),
  cursor: filled(z.string().max(400)),
  facets: filled(z.enum(['0', '1'])),
})

const nearestKm = 25
const pageSize = 20

export const members = readRoute({
  path: '/members',
  features: ['directory'],
  summary:
    'Published members: search, filters, nearest first, in fair rotation; behind them who travels as far as the place',
  query: membersQuery,
  answer: membersPageDto,
  handle: async ({ req, lang, query, ifNoneMatch }) => {
    const directory = directoryOf(req.payload)
    const day = dayInItaly(new Date())
    const version = await directory.version()
    const { words, question, hash } = asQuestion(await withoutMergedCodes(req, directory, query, version), day)
    const limit = query.limit ?? pageSize
    const from = query.cursor === undefined ? null : positionOf(query.cursor, hash)
    if (from === null && query.cursor !== undefined)
      throw new Problem('bad-request', [{ parameter: 'cursor', code: 'cursor' }])
    const counted = from === null && query.facets !== '0'
    const etag = directory.etag(version, day, [hash, limit, from, counted, lang, spokenOf(words)])
    if (etag === ifNoneMatch) return { body: null, etag }
    const skills = () => directory.remember('skills', version, () => skillLabels(req))
    const reading = { options: mokor(req.payload).options, lang, day }
    const { heavyReads, reads } = publicLoad(req.payload)
    const load = counted || !isIndexed(question) ? heavyReads : reads
    const body = await directory.answer(etag, () =>
      load.run(() =>
        answer(directory, { question, asked: words, hash, from, limit, counted, version, skills, reading }),
      ),
    )
    return { body, etag }
  },
})

/** The same query, where no code that it asks for has gone to another trade. */
async function withoutMergedCodes(
  req: PayloadRequest,
  directory: Directory,
  query: z.output<typeof membersQuery>,
  version: string,
): Promise<z.output<typeof membersQuery>> {
  if (query.skill.length === 0) return query
  const merged = await directory.remember('merged skills', version, async () => {
    const known = await mergedSkills(req)
    return new Map(known.map(({ slug, into }) => [slug, into.slug]))
  })
  if (!query.skill.some((slug) => merged.has(slug))) return query
  return { ...query, skill: [...new Set(query.skill.map((slug) => merged.get(slug) ?? slug))].sort() }
}

interface AsQuestion {
  words: WordsAsked
  question: DirectoryQuery
  hash: string
}

/** By the query itself, which the pipeline keeps for who asks the same again. */
const questions = new WeakMap<z.output<typeof membersQuery>, AsQuestion>()

function asQuestion(query: z.output<typeof membersQuery>, day: string): AsQuestion {
  const earlier = questions.get(query)
  if (earlier?.question.day === day) return earlier
  const words = wordsAsked(query.q ?? '')
  const question = questionOf(query, words, day)
  const made = { words, question, hash: queryHash(question) }
  questions.set(query, made)
  return made
}

/** What an answer says of the words as they were typed. */
const spokenOf = ({ words, setAside }: WordsAsked): string[][] => [words.map(({ typed }) => typed), setAside]

function questionOf(query: z.output<typeof membersQuery>, { words }: WordsAsked, day: string): DirectoryQuery {
  if (words.length > mostWords) throw new Problem('bad-request', [{ parameter: 'q', code: 'too-long' }])
  const { skill, province, kind, mode, speaks } = query
  return {
    // Without a word it asks for something that nobody can bear.
    words: query.q !== undefined && words.length === 0 ? [nothing] : words.map(({ word, also }) => ({ word, also })),
    skill,
    province,
    kind,
    mode,
    speaks,
    near: query.near === undefined ? null : { ...placeNear(query.near), radiusKm: query.radius ?? nearestKm },
    travels: query.travels ?? null,
    available: query.available === '1',
    day,
  }
}

/** Whether an index leads straight to the page, so that its cost is that of its rows, however many people there are. */
function isIndexed({ words, skill, province, kind, mode, speaks, near, available }: DirectoryQuery): boolean {
  if (words.length > 0 || near || available || mode.length > 0 || speaks.length > 0) return false
  if (skill.length > 1 || province.length > 1 || kind.length > 1) return false
  return kind.length === 0 || skill.length + province.length === 0
}

/** No row holds a sign. */
const nothing: AskedWord = { word: '?', also: [] }

interface Asked {
  question: DirectoryQuery
  asked: WordsAsked
  /** Of the question: what a cursor carries. */
  hash: string
  from: Position | null
  limit: number
  /** Whether totals and facets go with it. */
  counted: boolean
  version: string
  skills(): Promise<SkillNames>
  reading: Omit<Reading, 'skills'>
}

interface Found {
  question: DirectoryQuery
  page: Page
  counts: Counts | null
  setAside: string[]
}

/** Where nobody is found the words that nobody bears are set aside, as long as others are left. */
async function find(directory: Directory, asked: Asked): Promise<Found> {
  const { question, version } = asked
  const { setAside } = asked.asked
  const first = await findBy(directory, asked, question)
  if (first.page.rows.length > 0 || question.words.length < 2) return { ...first, setAside }
  const words = await directory.known(question.words, version)
  if (words.length === 0 || words.length === question.words.length) return { ...first, setAside }
  const known = new Set(words.map(({ word }) => word))
  const unknown = asked.asked.words.filter(({ word }) => !known.has(word))
  return {
    ...(await findBy(directory, asked, { ...question, words })),
    setAside: [...setAside, ...unknown.map(({ typed }) => typed)],
  }
}

async function findBy(directory: Directory, { from, limit, counted, version }: Asked, question: DirectoryQuery) {
  const [page, counts] = await Promise.all([
    directory.page(question, from ?? { start: rotationStart(question.day) }, limit, version),
    counted ? directory.counts(question, version) : null,
  ])
  return { question, page, counts }
}

async function answer(directory: Directory, asked: Asked): Promise<string> {
  const [{ question, page, counts, setAside }, skills] = await Promise.all([find(directory, asked), asked.skills()])
  const reading = { ...asked.reading, skills }
  const cards = page.rows.map(({ row, km, comes }) => listedCard(row, km, comes, reading))
  const others: Omit<MembersPageDto, 'members'> = {
    total: counts && {
      value: Math.min(counts.total, exactTotal),
      relation: counts.total > exactTotal ? 'gte' : 'eq',
    },
    totalLabel: counts && labelOf(counts, reading.lang),
    facets: counts && facetsDto(counts.facets, question, reading),
    reach: counts?.reach ?? null,
    next: page.next && cursorOf(page.next, asked.hash),
    setAside,
  }
  return `{"members":[${cards.join()}],${JSON.stringify(others).slice(1)}`
}

function labelOf({ total, facets }: Counts, lang: string): string {
  return totalLabel(Math.min(total, exactTotal), total > exactTotal, facets.kind.has('team'), lang)
}

/** The most frequent values, and those that were asked for: they are named, and can be taken back, even where nobody has them. */
function facetsDto(
  facets: Record<FacetName, Map<string, number>>,
  question: DirectoryQuery,
  { lang, skills }: Reading,
): FacetsDto {
  const values = (name: FacetName) => {
    const counted = [...facets[name]].sort(byCount)
    const shown = new Map(name === 'skill' ? counted.slice(0, facetSkills) : counted)
    for (const asked of question[name]) shown.set(asked, facets[name].get(asked) ?? 0)
    return [...shown]
      .sort(byCount)
      .map(([value, count]) => ({ value, label: facetLabel(name, value, lang, skills), count }))
  }
  return Object.fromEntries(facetNames.map((name) => [name, values(name)])) as unknown as FacetsDto
}

const byCount = ([a, n]: [string, number], [b, m]: [string, number]): number => m - n || (a < b ? -1 : 1)
