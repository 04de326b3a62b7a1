// The desk's panel of a job: photographs, questions, who was picked, and the answers that came by phone, recorded as such.
import type { PayloadRequest } from 'payload'
import { editors } from '../../../plugin/access/index.js'
import { Refusal, throwRefusal } from '../../../plugin/collection/errors.js'
import { documents } from '../../../plugin/database/documents.js'
import type { DeskPanel, PanelEntry, PanelGroup } from '../../../plugin/desk/index.js'
import { type Localized, localized, pickFor } from '../../../plugin/i18n/localized.js'
import { editorOf } from '../../../plugin/lifecycle/timeline.js'
import { mokor, slugOf } from '../../../plugin/runtime.js'
import type { DocumentId } from '../../../plugin/values/document-id.js'
import { publicName } from '../../members/index.js'
import { commissionLifecycle } from '../lifecycle.js'
import { transition } from '../transition.js'
import type { Commission } from '../types.js'
import { passOn } from './hand-over.js'
import { feedbackOf } from './outcome.js'
import { membersOf } from './people.js'
import { answerQuestion } from './questions.js'
import { askerWords, feedbackWords, handOverWords } from './words.js'

const words = {
  title: localized('Il lavoro', 'The job'),
  photo: localized('Fotografia del lavoro', 'Photograph of the job'),
  questions: localized('Domande e risposte', 'Questions and answers'),
  waits: localized('Aspetta una risposta.', 'Waits for an answer.'),
  answer: localized('L’ha detto al telefono', 'Told by phone'),
  answerField: localized('La risposta', 'The answer'),
  answered: localized('Risposta scritta: chi ha chiesto la riceve.', 'Answer written: whoever asked gets it.'),
  picked: localized('Chi c’è di mezzo', 'Who is in it'),
  wanted: localized('Chi ha scelto il cliente', 'Picked by the client'),
  brought: localized('Portata da', 'Brought by'),
  together: localized('Lo fanno insieme', 'They do it together'),
  urgent: localized(
    'Non può aspettare: a chi lo proponi restano ore, non giorni. Se serve, chiama tu.',
    'It cannot wait: whoever you offer it to has hours, not days. Call them if you can.',
  ),
  micro: localized('Un lavoretto, meno di due ore.', 'A small job, less than two hours.'),
  handOver: localized('Passaggio ad altri', 'Hand-over'),
  yes: localized('Il cliente ha detto sì', 'The client said yes'),
  sure: localized(
    'Il lavoro passa: chi lo riceve ha i recapiti del cliente, chi lo aveva non apre più la sua pagina.',
    'The job goes over: whoever gets it has the client’s contacts, whoever had it no longer opens its page.',
  ),
  passed: localized('Passato: lo sanno tutti e due.', 'Passed on: both are told.'),
  finish: localized('Il cliente dice com’è andata', 'The client says how it went'),
  result: localized('Esito', 'Outcome'),
  said: localized('Parole sue', 'Their words'),
  finished: localized('Segnato, e chiuso.', 'Noted, and closed.'),
  late: localized('Intanto qualcosa è cambiato: ricarica la pagina.', 'Something changed meanwhile: reload the page.'),
}

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

async function photoUrls(req: PayloadRequest, ids: readonly DocumentId[]): Promise<{ url: string; alt: string }[]> {
  const shown: { url: string; alt: string }[] = []
  for (const id of ids) {
    const filename = (await documents(req, 'photos').byId(id))?.filename
    const { apiRoute, basePath } = mokor(req.payload).options
    if (filename)
      shown.push({
        url: `${basePath}${apiRoute}/${slugOf(req.payload, 'photos')}/file/${filename}`,
        alt: pickFor(req, words.photo),
      })
  }
  return shown
}

async function people(req: PayloadRequest, { wanted, broughtBy, partners }: Commission): Promise<PanelEntry[]> {
  const named: [Localized, readonly DocumentId[]][] = [
    [words.wanted, wanted ?? []],
    [words.brought, broughtBy ? [broughtBy] : []],
    [words.together, partners ?? []],
  ]
  const entries: PanelEntry[] = []
  for (const [what, ids] of named)
    for (const member of await membersOf(req, ids))
      entries.push({
        key: `${what.en}:${member.id}`,
        title: publicName(member),
        subtitle: pickFor(req, what),
        document: { slug: slugOf(req.payload, 'members'), id: member.id },
      })
  return entries
}

const asked = (req: PayloadRequest, { questions }: Commission): PanelEntry[] =>
  (questions ?? []).map((question) => ({
    key: `question:${question.id}`,
    title: pickFor(req, askerWords[question.by]),
    lines: [
      { text: question.text },
      question.answer
        ? { text: `${pickFor(req, askerWords[question.answeredBy ?? 'desk'])}: ${question.answer}` }
        : { text: pickFor(req, words.waits), tone: 'pending' as const },
    ],
    ...(!question.answer && {
      buttons: [
        {
          act: 'answer',
          label: pickFor(req, words.answer),
          values: { id: String(question.id), by: question.by },
          fields: [
            {
              name: 'answer',
              label: pickFor(req, words.answerField),
              kind: 'textarea' as const,
              required: true,
              maxLength: 2000,
            },
          ],
        },
      ],
    }),
  }))

async function handingOver(req: PayloadRequest, { handOver }: Commission): Promise<PanelEntry[]> {
  if (!handOver?.at) return []
  const [to] = handOver.to ? await membersOf(req, [handOver.to]) : []
  return [
    {
      key: 'hand-over',
      title: to ? publicName(to) : (handOver.named ?? '—'),
      subtitle: handOver.how ? pickFor(req, handOverWords[handOver.how]) : null,
      lines: handOver.words ? [{ text: handOver.words }] : [],
      ...(handOver.acceptedAt &&
        to && {
          buttons: [
            {
              act: 'hand-over',
              label: pickFor(req, words.yes),
              style: 'primary' as const,
              sure: pickFor(req, words.sure),
            },
          ],
        }),
    },
  ]
}

const group = (key: string, title: string, entries: PanelEntry[]): PanelGroup[] =>
  entries.length > 0 ? [{ key, title, entries }] : []

export const jobPanel: DeskPanel<Commission> = {
  name: 'job',
  feature: 'offers',
  roles: editors,
  async read({ req, doc }) {
    const pictures = await photoUrls(req, doc.photos ?? [])
    const groups = [
      ...group('people', pickFor(req, words.picked), await people(req, doc)),
      ...group('hand-over', pickFor(req, words.handOver), await handingOver(req, doc)),
      ...group('questions', pickFor(req, words.questions), asked(req, doc)),
    ]
    const canFinish = commissionLifecycle.starts('complete', doc.status)
    if (pictures.length === 0 && groups.length === 0 && !canFinish && !doc.micro && !doc.urgent) return null
    return {
      title: pickFor(req, words.title),
      notes: [...(doc.urgent ? [words.urgent] : []), ...(doc.micro ? [words.micro] : [])].map((note) =>
        pickFor(req, note),
      ),
      pictures,
      groups,
      buttons: canFinish
        ? [
            {
              act: 'finish',
              label: pickFor(req, words.finish),
              fields: [
                {
                  name: 'result',
                  label: pickFor(req, words.result),
                  kind: 'radio',
                  required: true,
                  options: (['done', 'late'] as const).map((value) => ({
                    value,
                    label: pickFor(req, feedbackWords[value]),
                  })),
                },
                { name: 'words', label: pickFor(req, words.said), kind: 'textarea', maxLength: 2000 },
              ],
            },
          ]
        : [],
    }
  },
  acts: {
    answer: {
      async run({ req, doc, values }) {
        const given = text(values.answer)
        if (!given) throwRefusal(req, words.answerField, 'answer')
        const outcome = await answerQuestion(
          req,
          doc,
          { as: values.by === 'client' ? 'executor' : 'client' },
          { id: text(values.id), text: given, lang: req.i18n.language },
        )
        if ('problem' in outcome) throw new Refusal(outcome.problem, 422, { field: 'answer' })
        return pickFor(req, words.answered)
      },
    },
    'hand-over': {
      async run({ req, doc }) {
        if (!doc.handOver?.acceptedAt || !commissionLifecycle.starts('hand-over', doc.status))
          throwRefusal(req, words.late)
        await passOn(req, doc, editorOf(req))
        return pickFor(req, words.passed)
      },
    },
    finish: {
      async run({ req, doc, values }) {
        if (!commissionLifecycle.starts('complete', doc.status)) throwRefusal(req, words.late)
        const feedback = feedbackOf(values.result === 'late' ? 'late' : 'done', text(values.words), 'desk')
        await transition(req, { ...doc, feedback }, 'complete', { by: editorOf(req), at: new Date() })
        return pickFor(req, words.finished)
      },
    },
  },
}
