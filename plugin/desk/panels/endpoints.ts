// Panels of a document over HTTP: read with its view, read again by themselves, and their acts taken.
import type { Endpoint, PayloadRequest } from 'payload'
import type { Role } from '../../access/index.js'
import { Refusal } from '../../collection/errors.js'
import { inTransaction } from '../../database/transaction.js'
import { localized, pickFor } from '../../i18n/localized.js'
import { readAfterStep, readAsEditor, rightsOn } from '../../lifecycle/document-rights.js'
import { movedMeanwhile, revisionOf } from '../../lifecycle/refused.js'
import type { TimelineEntry } from '../../lifecycle/timeline.js'
import type { CollectionKey } from '../../options/index.js'
import { mokor } from '../../runtime.js'
import { cleanTexts } from '../../values/clean-text.js'
import { linkSample, previewOf } from '../preview.js'
import type { DeskPanel, PanelAct, PanelQuestion } from './definition.js'
import type { PanelDto } from './dto.js'

interface Document {
  id: number | string
  status: string
  timeline?: TimelineEntry<string>[] | null
}

/** Chosen at once, in any panel. */
const mostPicks = 50
const mostOpen = 20
const longestAnswer = 200

const sentences = {
  unknown: localized('Qui non c’è un riquadro con questo nome.', 'There is no panel of this name here.'),
  act: localized('Questo non si può fare qui, o non adesso.', 'This cannot be done here, or not now.'),
  role: localized('Questo passo spetta a un altro ruolo.', 'This step belongs to another role.'),
  broken: localized(
    'Questo riquadro ora non si legge: ricarica la pagina fra poco.',
    'This panel cannot be read now: reload the page in a while.',
  ),
  many: localized(
    `Al massimo ${mostPicks} per volta: togline qualcuno.`,
    `At most ${mostPicks} at a time: take some out.`,
  ),
}

function panelsWith(req: PayloadRequest, key: CollectionKey, { status }: Document): DeskPanel[] {
  const { desk, options } = mokor(req.payload)
  const panels = desk.flatMap(({ collection, panels = [] }) => (collection === key ? panels : []))
  return panels.filter(
    ({ feature, statuses }) => (!feature || options.features[feature]) && (!statuses || statuses.includes(status)),
  )
}

type May = (roles: readonly Role[]) => boolean

const nothingAsked = { open: new Set<string>(), asked: {} }

/** What the view of a document adds: the panels that this reader sees. One that fails says so, and leaves the others alone. */
export async function panelsOf(req: PayloadRequest, key: CollectionKey, doc: Document): Promise<PanelDto[]> {
  const may = await rightsOn(req, key, doc)
  const shown = panelsWith(req, key, doc).filter(({ roles }) => may(roles))
  const read = shown.map(async (panel): Promise<PanelDto[]> => {
    try {
      const content = await panel.read({ req, doc, ...nothingAsked })
      return content ? [{ name: panel.name, ...content }] : []
    } catch (error) {
      req.payload.logger.error({ err: error, msg: `payload-plugin-mokor: panel ${panel.name} of ${key} ${doc.id}` })
      return [{ name: panel.name, title: pickFor(req, sentences.broken) }]
    }
  })
  return (await Promise.all(read)).flat()
}

async function chosenPanel(
  req: PayloadRequest,
  key: CollectionKey,
  address: PayloadRequest['routeParams'],
): Promise<{ doc: Document; panel: DeskPanel; may: May }> {
  const doc = await readAsEditor<Document>(req, key, String(address?.id))
  const may = await rightsOn(req, key, doc)
  const panel = panelsWith(req, key, doc).find(({ name }) => name === String(address?.panel))
  if (!panel) throw new Refusal(pickFor(req, sentences.unknown), 404)
  if (!may(panel.roles)) throw new Refusal(pickFor(req, sentences.role), 403)
  return { doc, panel, may }
}

async function chosenAct(
  req: PayloadRequest,
  key: CollectionKey,
  address: PayloadRequest['routeParams'],
): Promise<{ doc: Document; act: PanelAct<object> }> {
  const { doc, panel, may } = await chosenPanel(req, key, address)
  const name = String(address?.act)
  const act = Object.hasOwn(panel.acts, name) ? panel.acts[name] : undefined
  if (!act) throw new Refusal(pickFor(req, sentences.act), 404)
  if (!may(act.roles ?? panel.roles)) throw new Refusal(pickFor(req, sentences.role), 403)
  return { doc, act }
}

/** `open` may stand several times; every other parameter is an answer to the panel's search. */
function questionIn({ url }: PayloadRequest): Pick<PanelQuestion<Document>, 'open' | 'asked'> {
  const given = new URL(url ?? '/', 'http://localhost').searchParams
  const open = new Set(given.getAll('open').slice(0, mostOpen))
  given.delete('open')
  return {
    open,
    asked: cleanTexts(
      Object.fromEntries([...given].map(([name, value]) => [name, value.slice(0, longestAnswer)])),
    ) as Record<string, string>,
  }
}

interface Body {
  values: Record<string, unknown>
  picks: string[]
  seen: string | null
}

async function bodyOf(req: PayloadRequest): Promise<Body> {
  const body = ((await req.json?.().catch(() => null)) ?? {}) as Partial<Record<keyof Body, unknown>>
  const picks = Array.isArray(body.picks) ? [...new Set(body.picks.map(String))] : []
  if (picks.length > mostPicks) throw new Refusal(pickFor(req, sentences.many), 422)
  const values = typeof body.values === 'object' && body.values !== null ? cleanTexts(body.values) : {}
  return { values: values as Body['values'], picks, seen: typeof body.seen === 'string' ? body.seen : null }
}

/**
 * `GET /:id/mokor/panels/:panel?open=…&…` → PanelDto, or null where there is nothing to show ·
 * `POST /:id/mokor/panels/:panel/:act` {values, picks, seen} → {said, doc} ·
 * `POST /:id/mokor/panels/:panel/:act/preview` {values, picks} → {mails}
 */
export const panelEndpoints = (key: CollectionKey): Omit<Endpoint, 'root'>[] => [
  {
    path: '/:id/mokor/panels/:panel',
    method: 'get',
    handler: async (req) => {
      const { doc, panel } = await chosenPanel(req, key, req.routeParams)
      const content = await panel.read({ req, doc, ...questionIn(req) })
      const answer: PanelDto | null = content && { name: panel.name, ...content }
      return Response.json(answer, { headers: { 'Cache-Control': 'private, no-store' } })
    },
  },
  {
    path: '/:id/mokor/panels/:panel/:act',
    method: 'post',
    handler: async (req) => {
      const { values, picks, seen } = await bodyOf(req)
      const answer = await inTransaction(
        req.payload,
        async (inner) => {
          const { doc, act } = await chosenAct(inner, key, req.routeParams)
          if (seen !== null && seen !== revisionOf(doc)) throw movedMeanwhile(inner, doc)
          const said = await act.run({ req: inner, doc, values, picks })
          return { said, doc: (await readAfterStep<Document>(inner, key, doc)) ?? { id: doc.id } }
        },
        req,
      )
      return Response.json(answer)
    },
  },
  {
    path: '/:id/mokor/panels/:panel/:act/preview',
    method: 'post',
    handler: async (req) => {
      const { values, picks } = await bodyOf(req)
      const { doc, act } = await chosenAct(req, key, req.routeParams)
      if (!act.preview) throw new Refusal(pickFor(req, sentences.act), 404)
      const mails = await act.preview({ req, doc, values, picks }, linkSample(req))
      return Response.json(
        { mails: mails.map(({ template, lang, content }) => previewOf(req, template, lang, content)) },
        { headers: { 'Cache-Control': 'private, no-store' } },
      )
    },
  },
]
