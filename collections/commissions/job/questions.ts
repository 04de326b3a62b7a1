// Questions and answers between a client, those who were asked and the desk: through the network, without contacts until there
// is an agreement.
import type { PayloadRequest } from 'payload'
import type { LinkButton, LinkItem, LinkSection } from '../../../plugin/definitions/link.js'
import { pick } from '../../../plugin/i18n/localized.js'
import { enqueue } from '../../../plugin/outbox/index.js'
import { containsContact } from '../../../plugin/values/contact-details.js'
import { formatDate } from '../../../plugin/values/dates.js'
import type { Commission } from '../types.js'
import { chosenOffer } from './chosen.js'
import { keep } from './edit.js'
import type { Outcome } from './part.js'
import { executorOf, mailboxOf } from './people.js'
import type { Asker, Question } from './types.js'

/** Beyond these nobody reads them all. */
const mostQuestions = 40

const words = {
  it: {
    heading: 'Domande e risposte',
    intro: 'Passano dalla rete: le leggono solo chi chiede il lavoro, chi lo fa o potrebbe farlo, e la redazione.',
    you: 'Tu',
    client: 'Chi chiede il lavoro',
    executor: 'Chi fa il lavoro',
    candidate: 'Una persona a cui l’abbiamo proposto',
    former: 'Chi se ne occupava prima',
    desk: 'La redazione',
    asks: (who: string, day: string) => `${who}, ${day}`,
    answers: (who: string, text: string) => `${who}: ${text}`,
    waits: 'Ancora senza risposta.',
    answer: 'La tua risposta',
    send: 'Rispondi',
    question: 'La tua domanda',
    ask: 'Manda la domanda',
    fold: 'Fai una domanda',
    asked: 'Domanda mandata. Quando arriva la risposta ti scriviamo.',
    answered: 'Risposta mandata.',
    contact:
      'Non è partito nulla: nel testo c’è un recapito. I recapiti si scambiano quando c’è un accordo: toglilo e premi di nuovo.',
    many: 'Le domande sono già molte: da qui in poi meglio sentirsi, o scrivere alla redazione.',
    late: 'Questa domanda non aspetta più una risposta.',
  },
  en: {
    heading: 'Questions and answers',
    intro:
      'They go through the network: only the client, whoever does the work or might do it, and the desk read them.',
    you: 'You',
    client: 'The client',
    executor: 'Whoever does the work',
    candidate: 'Somebody we offered it to',
    former: 'Whoever had it before',
    desk: 'The desk',
    asks: (who: string, day: string) => `${who}, ${day}`,
    answers: (who: string, text: string) => `${who}: ${text}`,
    waits: 'No answer yet.',
    answer: 'Your answer',
    send: 'Answer',
    question: 'Your question',
    ask: 'Send the question',
    fold: 'Ask a question',
    asked: 'Question sent. We write to you when the answer comes.',
    answered: 'Answer sent.',
    contact:
      'Nothing was sent: the text holds a contact. Contacts are exchanged once there is an agreement: take it out and press again.',
    many: 'There are many questions already: from here on better talk, or write to the desk.',
    late: 'This question no longer waits for an answer.',
  },
}

const hasAgreement = ({ executor }: Commission): boolean => Boolean(executor)

/** Who reads: a client reads all; a member what is between the client and them. */
export interface Reader {
  as: 'client' | 'executor'
  /** Of a member: the id of the offer by which they were asked; none of who got the job another way. */
  offer?: string | null
}

const reads = (commission: Commission, { as, offer }: Reader, question: Question): boolean => {
  if (as === 'client') return true
  // What others asked before there was an agreement stays between them and the client.
  return question.offer ? question.offer === offer : hasAgreement(commission)
}

/** Said by whoever did the job before it came to who does it now. */
const isFormer = ({ agreement }: Commission, at: string | null | undefined): boolean =>
  Boolean(agreement?.at && at) && new Date(at ?? 0) < new Date(agreement?.at ?? 0)

/** Whose answer a question waits for. */
const answerer = ({ by }: Question): Asker => (by === 'client' ? 'executor' : 'client')

export const openQuestions = (commission: Commission, reader: Reader): Question[] =>
  (commission.questions ?? []).filter(
    (question) => !question.answer && answerer(question) === reader.as && reads(commission, reader, question),
  )

/** What was asked and answered, with a field for what waits for this reader. */
export function questionSection(lang: string, commission: Commission, reader: Reader, mayAsk: boolean): LinkSection[] {
  const text = pick(lang, words)
  const shown = (commission.questions ?? []).filter((question) => reads(commission, reader, question))
  if (shown.length === 0 && !mayAsk) return []
  const open = new Set(openQuestions(commission, reader).map(({ id }) => id))
  const who = (asker: Asker, { offer }: Question, at: string | null | undefined): string => {
    if (asker === 'executor' && !offer && isFormer(commission, at)) return text.former
    if (asker === reader.as) return text.you
    if (asker === 'executor') return hasAgreement(commission) ? text.executor : text.candidate
    return text[asker]
  }
  const items = shown.map((question): LinkItem => {
    const { id, at, by, answer, answeredAt, answeredBy } = question
    return {
      title: text.asks(who(by, question, at), formatDate(at, lang)),
      lines: [
        question.text,
        answer ? text.answers(who(answeredBy ?? answerer(question), question, answeredAt), answer) : text.waits,
      ],
      ...(open.has(id) && {
        buttons: [
          {
            name: 'answer-question',
            of: String(id),
            label: text.send,
            fields: [{ name: 'answer', label: text.answer, multiline: true, needed: true }],
          },
        ],
      }),
    }
  })
  return [
    {
      heading: text.heading,
      paragraphs: [text.intro],
      items,
      buttons: mayAsk ? [askButton(lang)] : [],
    },
  ]
}

/** @param of of the offer whose member is asked, on the client's page */
export function askButton(lang: string, of?: string): LinkButton {
  const text = pick(lang, words)
  return {
    name: 'ask-question',
    ...(of !== undefined && { of }),
    label: text.ask,
    secondary: true,
    folded: text.fold,
    fields: [{ name: 'question', label: text.question, multiline: true, needed: true }],
  }
}

/** Written down as it was said, once however often it is pressed; at most so many of a request. */
export async function addQuestion(
  req: PayloadRequest,
  commission: Commission,
  { by, offer = null, text }: Pick<Question, 'by' | 'offer' | 'text'>,
): Promise<Commission | 'again' | 'many'> {
  const questions = commission.questions ?? []
  if (questions.some((one) => one.by === by && (one.offer ?? null) === offer && one.text === text && !one.answer))
    return 'again'
  if (questions.length >= mostQuestions) return 'many'
  return keep(req, commission, { questions: [...questions, { at: new Date().toISOString(), by, offer, text }] })
}

/** What is said where there are too many. */
export const tooManyQuestions = (lang: string): string => pick(lang, words).many

/** Asks across the network; the other side gets a mail with a link to answer. */
export async function askQuestion(
  req: PayloadRequest,
  commission: Commission,
  { by, offer = null, text: given, lang }: { by: Asker; offer?: string | null; text: string; lang: string },
): Promise<Outcome> {
  const text = pick(lang, words)
  const asked = given.trim()
  if (!hasAgreement(commission) && containsContact(asked)) return { problem: text.contact }
  const kept = await addQuestion(req, commission, { by, offer, text: asked })
  if (kept === 'many') return { problem: text.many }
  if (kept !== 'again') await tell(req, kept, kept.questions?.at(-1), 'asked')
  return { notice: text.asked }
}

export async function answerQuestion(
  req: PayloadRequest,
  commission: Commission,
  reader: Reader,
  { id, text: given, lang }: { id: string; text: string; lang: string },
): Promise<Outcome> {
  const text = pick(lang, words)
  const answer = given.trim()
  if (!hasAgreement(commission) && containsContact(answer)) return { problem: text.contact }
  const open = openQuestions(commission, reader).find((question) => String(question.id) === id)
  if (!open) return { problem: text.late }
  const answered: Question = { ...open, answer, answeredAt: new Date().toISOString(), answeredBy: reader.as }
  const kept = await keep(req, commission, {
    questions: (commission.questions ?? []).map((question) => (question === open ? answered : question)),
  })
  await tell(req, kept, answered, 'answered')
  return { notice: text.answered }
}

/** A mail to whoever a question or an answer is for. */
async function tell(
  req: PayloadRequest,
  commission: Commission,
  question: Question | undefined,
  what: 'asked' | 'answered',
): Promise<void> {
  if (!question) return
  const to = what === 'asked' ? answerer(question) : question.by
  const key = `question-${what}:${commission.id}:${question.id}`
  const said = { question: String(question.id), what }
  if (to === 'client') {
    if (!commission.client.email) return
    await enqueue(req, {
      key,
      template: 'job-question',
      target: String(commission.id),
      lang: commission.client.lang,
      link: 'request-status',
      words: said,
    })
    return
  }
  const { offer } = question
  // Of somebody else who was asked as well; their mail leaves only while they may have the job.
  if (offer && offer !== (await chosenOffer(req, commission))) {
    await enqueue(req, { key, template: 'offer-question', target: offer, lang: 'it', link: 'offer', words: said })
    return
  }
  const executor = await executorOf(req, commission)
  if (executor && mailboxOf(executor))
    await enqueue(req, {
      key,
      template: 'executor-question',
      target: String(commission.id),
      lang: executor.lang,
      link: 'job',
      words: said,
    })
}
