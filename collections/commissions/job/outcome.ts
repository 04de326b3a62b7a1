// How a job ends, on the client's page: it is done, not yet, there is a problem; facts in the client's words, no stars.
import { pick } from '../../../plugin/i18n/localized.js'
import { commissionLifecycle } from '../lifecycle.js'
import { transition } from '../transition.js'
import type { Commission } from '../types.js'
import type { PagePart } from './part.js'
import { authorities } from './standing.js'
import type { Feedback, FeedbackResult } from './types.js'
import { feedbackWords } from './words.js'

const words = {
  it: {
    heading: 'Com’è andata?',
    underWay:
      'Quando il lavoro è finito, dillo qui. Servono fatti, non voti: aiutano la rete a fare bene, e non si pubblicano.',
    delivered: 'Il lavoro è finito? Servono fatti, non voti: aiutano la rete a fare bene, e non si pubblicano.',
    result: 'Il lavoro',
    said: 'Con parole tue',
    done: 'Sì, è finito',
    notYet: 'Non ancora',
    notYetFold: 'Non è ancora finito',
    missing: 'Che cosa manca?',
    problem: 'C’è un problema',
    problemFold: 'Qualcosa non è andato bene',
    what: 'Che cosa è successo?',
    wentWell: 'Grazie: il lavoro è chiuso.',
    goesOn: 'Va bene: lo diciamo a chi fa il lavoro.',
    disputed: 'Grazie: l’abbiamo scritto.',
    late: 'Intanto qualcosa è cambiato: guarda qui a che punto è il lavoro.',
    told: 'Che cosa ci hai detto',
  },
  en: {
    heading: 'How did it go?',
    underWay:
      'When the work is done, say so here. Facts, no marks: they help the network do well, and are not published.',
    delivered: 'Is the work done? Facts, no marks: they help the network do well, and are not published.',
    result: 'The work',
    said: 'In your own words',
    done: 'Yes, it is done',
    notYet: 'Not yet',
    notYetFold: 'It is not done yet',
    missing: 'What is missing?',
    problem: 'There is a problem',
    problemFold: 'Something went wrong',
    what: 'What happened?',
    wentWell: 'Thank you: the job is closed.',
    goesOn: 'All right: we tell whoever does the work.',
    disputed: 'Thank you: it is written down.',
    late: 'Something changed meanwhile: see here where the job stands.',
    told: 'What you told us',
  },
}

const cause = (by: string, why?: string) => ({ by, at: new Date(), ...(why?.trim() ? { why: why.trim() } : {}) })

/** What the client says of the work, as it is kept. */
export const feedbackOf = (result: FeedbackResult, said: string | undefined, by: Feedback['by']): Feedback => ({
  result,
  words: said?.trim() || null,
  at: new Date().toISOString(),
  by,
})

const finished = (commission: Commission): boolean => commissionLifecycle.starts('complete', commission.status)

export const clientOutcome: PagePart = {
  async sections({ lang }, commission) {
    const text = pick(lang, words)
    const { status, feedback } = commission
    if (feedback?.result && status === 'closed')
      return [
        {
          heading: text.told,
          facts: [
            { label: text.result, value: pick(lang, feedbackWords[feedback.result]) },
            ...(feedback.words ? [{ label: text.said, value: feedback.words }] : []),
          ],
        },
      ]
    if (!finished(commission) && !commissionLifecycle.starts('deliver', status)) return []
    return [
      {
        heading: text.heading,
        paragraphs: [status === 'delivered' ? text.delivered : text.underWay],
        buttons: [
          {
            name: 'done',
            label: text.done,
            secondary: status !== 'delivered',
            fields: [
              {
                name: 'result',
                label: text.result,
                kind: 'one',
                value: 'done',
                needed: true,
                options: (['done', 'late'] as const).map((value) => ({
                  value,
                  label: pick(lang, feedbackWords[value]),
                })),
              },
              { name: 'words', label: text.said, multiline: true },
            ],
          },
          ...(status === 'delivered'
            ? [
                {
                  name: 'not-yet',
                  label: text.notYet,
                  secondary: true,
                  folded: text.notYetFold,
                  fields: [{ name: 'words', label: text.missing, multiline: true }],
                },
              ]
            : []),
          {
            name: 'problem',
            label: text.problem,
            secondary: true,
            folded: text.problemFold,
            fields: [{ name: 'words', label: text.what, multiline: true, needed: true, hint: pick(lang, authorities) }],
          },
        ],
      },
    ]
  },
  acts: {
    async done({ req, lang, form }, commission) {
      const text = pick(lang, words)
      const feedback = feedbackOf(form.result === 'late' ? 'late' : 'done', form.words, 'link')
      // Whoever did it has not said so: the client does.
      const delivered = finished(commission)
        ? commission
        : commissionLifecycle.starts('deliver', commission.status)
          ? await transition(req, { ...commission, feedback }, 'deliver', cause('client'))
          : null
      if (!delivered) return { problem: text.late }
      await transition(req, { ...delivered, feedback }, 'complete', cause('client'))
      return { notice: text.wentWell }
    },
    async 'not-yet'({ req, lang, form }, commission) {
      const text = pick(lang, words)
      if (commission.status !== 'delivered') return { problem: text.late }
      await transition(req, commission, 'carry-on', cause('client', form.words))
      return { notice: text.goesOn }
    },
    async problem({ req, lang, form }, commission) {
      const text = pick(lang, words)
      if (!commissionLifecycle.starts('dispute', commission.status)) return { problem: text.late }
      const feedback = feedbackOf('problem', form.words, 'link')
      await transition(req, { ...commission, feedback }, 'dispute', cause('client', form.words))
      return { notice: text.disputed }
    },
  },
}
