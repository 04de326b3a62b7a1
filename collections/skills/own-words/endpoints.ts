// Endpoints of the page of own words, on the collection of skills: GET /mokor/own-words, and POST …/map, …/create, …/leave; GET and POST
// /:id/mokor/merge. Whoever may change trades may decide what a word means.
import type { Endpoint, PayloadRequest } from 'payload'
import type { OwnWordsPage } from '../../../plugin/admin/own-words/dto.js'
import { Refusal } from '../../../plugin/collection/errors.js'
import { documents } from '../../../plugin/database/documents.js'
import { inTransaction } from '../../../plugin/database/transaction.js'
import { skillNameIn } from '../../../plugin/directory/index.js'
import { editorLanguage, localized, pickFor } from '../../../plugin/i18n/localized.js'
import { mokor, slugOf } from '../../../plugin/runtime.js'
import { cleanText } from '../../../plugin/values/clean-text.js'
import { couldBeId, type DocumentId, databaseId } from '../../../plugin/values/document-id.js'
import { sectorIn, sectors } from '../catalogue/sectors.js'
import { readSkills, type Skill } from '../words.js'
import { wordKey } from './holders.js'
import { merge, previewMerge, synonymsOf } from './merge.js'
import { isRewriting, rewriteFiles } from './rewrite-files.js'
import { suggestionsFor } from './suggestions.js'
import { forgetCounts, openWords, tallyOf } from './tally.js'

/** Words on the page at once. */
const most = 100

const sentences = {
  closed: localized('Le parole le decide chi cura le capacità.', 'Words are decided on by who looks after the skills.'),
  word: localized(
    'Manca la parola («key»), o nessuno la usa più: ricarica la pagina.',
    'The word (“key”) is missing, or nobody uses it any more: reload the page.',
  ),
  skill: localized('Scegli la capacità che le corrisponde («skill»).', 'Choose the skill that matches (“skill”).'),
  names: localized('Scrivi il nome della capacità («names»).', 'Write the name of the skill (“names”).'),
  sector: localized('Scegli il settore («sector»).', 'Choose the sector (“sector”).'),
}

const noStore = { headers: { 'Cache-Control': 'private, no-store' } }

/** @throws a Refusal (403) for who may not change trades */
async function checkRights(req: PayloadRequest, right: 'update' | 'create'): Promise<void> {
  const access = req.payload.collections[slugOf(req.payload, 'skills')]?.config.access
  if (!req.user || !(await access?.[right]({ req }))) throw new Refusal(pickFor(req, sentences.closed), 403)
}

type Handler = (req: PayloadRequest, body: Record<string, unknown>) => Promise<object>

const endpoint = (method: 'get' | 'post', path: string, handle: Handler): Omit<Endpoint, 'root'> => ({
  method,
  path,
  handler: async (req) => {
    await checkRights(req, 'update')
    const body = method === 'post' ? await req.json?.().catch(() => null) : null
    const given = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {}
    return Response.json(await handle(req, given), noStore)
  },
})

async function pageOf(req: PayloadRequest): Promise<OwnWordsPage> {
  const { open, left } = await openWords(req)
  const lang = editorLanguage(req)
  const trades = await readSkills(req, { active: { not_equals: false } }, 0)
  const suggest = suggestionsFor(trades, lang)
  const words = open.slice(0, most).map(({ key, spellings, in: held, count }) => {
    const [word = key, ...others] = [...spellings].toSorted(([, one], [, other]) => other - one).map(([text]) => text)
    return {
      key,
      word,
      spellings: others,
      in: [...held].map(([holder, n]) => ({ slug: slugOf(req.payload, holder), count: n })),
      count,
      suggestions: suggest(word),
    }
  })
  const named = trades.map((skill) => ({ id: String(skill.id), name: skillNameIn(skill, lang) }))
  return {
    words,
    more: Math.max(0, open.length - most),
    left,
    working: await isRewriting(req),
    trades: named.toSorted((one, other) => one.name.localeCompare(other.name, lang)),
    sectors: Object.keys(sectors).map((value) => ({ value, label: sectorIn(value, lang) })),
    languages: mokor(req.payload).options.languages.slice(),
  }
}

/** @throws a Refusal (422) that names the field */
function need<T>(req: PayloadRequest, value: T | null | undefined, field: 'word' | 'skill' | 'names' | 'sector'): T {
  if (value !== null && value !== undefined && value !== '') return value
  const path = field === 'word' ? 'key' : field
  throw new Refusal(pickFor(req, sentences[field]), 422, {
    field: path,
    errors: [{ path, message: pickFor(req, sentences[field]) }],
  })
}

/** The word as it stands in the files now. */
async function asked(req: PayloadRequest, { key }: Record<string, unknown>) {
  return need(req, (await tallyOf(req)).get(wordKey(String(key ?? ''))), 'word')
}

const idIn = (req: PayloadRequest, given: unknown): DocumentId | null =>
  (typeof given === 'string' || typeof given === 'number') && couldBeId(req.payload, given)
    ? databaseId(req.payload, given)
    : null

/** The word becomes one of the trade's, so that it still finds whoever wrote it, and is offered to who writes it next. */
async function mapWord(
  req: PayloadRequest,
  word: { key: string; spellings: Map<string, number> },
  skill: Skill,
): Promise<void> {
  const [spelling = word.key] = [...word.spellings].toSorted(([, one], [, other]) => other - one).map(([text]) => text)
  const { languages } = mokor(req.payload).options
  const known = Object.values(skill.names).concat(...Object.values(skill.synonyms ?? {}).map((list) => list ?? []))
  const isKnown = known.some((one) => wordKey(one ?? '') === word.key)
  if (!isKnown)
    await req.payload.update({
      collection: slugOf(req.payload, 'skills'),
      id: skill.id,
      data: { synonyms: synonymsOf(req, skill, { [languages[0] ?? 'it']: [spelling] }) },
      depth: 0,
      overrideAccess: true,
      req,
    })
  await rewriteFiles(req, { own: word.key }, skill.id)
}

const map: Handler = async (req, body) => {
  const word = await asked(req, body)
  const id = need(req, idIn(req, body.skill), 'skill')
  return inTransaction(
    req.payload,
    async (inner) => {
      const [skill] = await readSkills(inner, { and: [{ id: { equals: id } }, { active: { not_equals: false } }] }, 1)
      await mapWord(inner, word, need(inner, skill, 'skill'))
      forgetCounts(inner)
      return { files: word.count }
    },
    req,
  )
}

const texts = (given: unknown): Record<string, unknown> =>
  typeof given === 'object' && given !== null ? (given as Record<string, unknown>) : {}

const listOf = (given: unknown): string[] =>
  (Array.isArray(given) ? given : String(given ?? '').split(','))
    .map((one) => cleanText(String(one)))
    .filter((one) => one !== '')

const create: Handler = async (req, body) => {
  await checkRights(req, 'create')
  const word = await asked(req, body)
  const { languages } = mokor(req.payload).options
  const names = Object.fromEntries(languages.map((lang) => [lang, cleanText(String(texts(body.names)[lang] ?? ''))]))
  need(req, names[languages[0] ?? 'it'], 'names')
  const sector = need(
    req,
    Object.keys(sectors).find((one) => one === body.sector),
    'sector',
  )
  const synonyms = Object.fromEntries(languages.map((lang) => [lang, listOf(texts(body.synonyms)[lang])]))
  return inTransaction(
    req.payload,
    async (inner) => {
      const made = await inner.payload.create({
        collection: slugOf(inner.payload, 'skills'),
        data: { names, sector, synonyms },
        depth: 0,
        user: req.user,
        overrideAccess: false,
        req: inner,
      })
      const [skill] = await readSkills(inner, { id: { equals: made.id } }, 1)
      await mapWord(inner, word, need(inner, skill, 'skill'))
      forgetCounts(inner)
      return { id: String(made.id), files: word.count }
    },
    req,
  )
}

/** Not shown again until more hold it than do today. */
const leave: Handler = async (req, body) => {
  const { key, count } = await asked(req, body)
  await inTransaction(
    req.payload,
    async (inner) => {
      const left = documents(inner, 'ownWords')
      const [known] = await left.find({ key: { equals: key } }, { limit: 1 })
      if (!known) await left.create({ key, count })
      else
        await inner.payload.db.updateOne({
          collection: slugOf(inner.payload, 'ownWords'),
          id: known.id,
          data: { count },
          returning: false,
          req: inner,
        })
    },
    req,
  )
  forgetCounts(req)
  return { key, count }
}

export const ownWordsEndpoints: Omit<Endpoint, 'root'>[] = [
  endpoint('get', '/mokor/own-words', pageOf),
  endpoint('post', '/mokor/own-words/map', map),
  endpoint('post', '/mokor/own-words/create', create),
  endpoint('post', '/mokor/own-words/leave', leave),
  endpoint('get', '/:id/mokor/merge', (req) =>
    previewMerge(
      req,
      need(req, idIn(req, req.routeParams?.id), 'skill'),
      need(req, idIn(req, req.query.into), 'skill'),
    ),
  ),
  endpoint('post', '/:id/mokor/merge', async (req, { into }) => {
    const [from, to] = [need(req, idIn(req, req.routeParams?.id), 'skill'), need(req, idIn(req, into), 'skill')]
    const preview = await previewMerge(req, from, to)
    await inTransaction(req.payload, (inner) => merge(inner, from, to), req)
    return preview
  }),
]
