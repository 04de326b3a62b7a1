// The page of whoever does a job, behind a link that works without an account: the agreement's other side, and every step of theirs.
import type { PayloadRequest } from 'payload'
import type { LinkButton, LinkContext, LinkDefinition, LinkFact, LinkView } from '../../../plugin/definitions/link.js'
import { pick } from '../../../plugin/i18n/localized.js'
import { enqueue } from '../../../plugin/outbox/index.js'
import type { Member } from '../../members/index.js'
import { agreementPart, paperOfRequest } from '../agreement/page-part.js'
import { commissionLifecycle, isUnderWay } from '../lifecycle.js'
import { gone, requestFacts } from '../link-words.js'
import { readCommission } from '../reading.js'
import { skillNames } from '../skill-names.js'
import { teamSection } from '../team/page-parts.js'
import { transition } from '../transition.js'
import type { Commission } from '../types.js'
import { tellDesk } from './changes.js'
import { chosenOffer } from './chosen.js'
import { executorStates, executorWords } from './executor-words.js'
import { executorHandOver } from './hand-over.js'
import { actOf, type Outcome, type PagePart, sectionsOf } from './part.js'
import { clientCalled, clientContacts, executorOf, mailboxOf, membersOf, wholeName } from './people.js'
import { photosShown, pictureOfRequest } from './photos.js'
import {
  addQuestion,
  answerQuestion,
  askQuestion,
  questionSection,
  type Reader,
  tooManyQuestions,
} from './questions.js'
import { authorities } from './standing.js'

const steps: PagePart = {
  sections: async () => [],
  acts: {
    async start({ req, lang }, commission) {
      const text = pick(lang, executorWords)
      if (!commissionLifecycle.starts('start', commission.status)) return { problem: text.late }
      await transition(req, commission, 'start', { by: 'member', at: new Date() })
      return { notice: text.started }
    },
    async deliver({ req, lang }, commission) {
      const text = pick(lang, executorWords)
      if (!commissionLifecycle.starts('deliver', commission.status)) return { problem: text.late }
      await transition(req, commission, 'deliver', { by: 'member', at: new Date() })
      return { notice: text.delivered }
    },
    async 'give-back'({ req, lang, form }, commission) {
      const text = pick(lang, executorWords)
      if (!commissionLifecycle.starts('give-back', commission.status)) return { problem: text.late }
      const why = form.why?.trim()
      await transition(req, commission, 'give-back', { by: 'member', at: new Date(), ...(why ? { why } : {}) })
      return { notice: text.givenBack }
    },
    async problem({ req, lang, form }, commission) {
      const text = pick(lang, executorWords)
      if (!commissionLifecycle.starts('dispute', commission.status)) return { problem: text.late }
      await transition(req, commission, 'dispute', { by: 'member', at: new Date(), why: form.words?.trim() ?? '' })
      return { notice: text.problemSent + pick(lang, authorities) }
    },
    async 'needs-team'({ req, lang, form }, commission): Promise<Outcome> {
      const text = `${executorWords.it.team}: ${form.words?.trim() ?? ''}`
      const kept = await addQuestion(req, commission, { by: 'executor', text })
      if (kept === 'many') return { problem: tooManyQuestions(lang) }
      if (kept !== 'again') await tellDesk(req, kept, 'team')
      return { notice: pick(lang, executorWords).teamSent }
    },
  },
}

const readerOf = async (req: PayloadRequest, commission: Commission): Promise<Reader> => ({
  as: 'executor',
  offer: await chosenOffer(req, commission),
})

const questions: PagePart = {
  sections: async ({ req, lang }, commission) =>
    questionSection(lang, commission, await readerOf(req, commission), isUnderWay(commission)),
  acts: {
    'ask-question': ({ req, lang, form }, commission) =>
      askQuestion(req, commission, { by: 'executor', text: form.question ?? '', lang }),
    'answer-question': async ({ req, lang, form }, commission) => {
      const answer = { id: form.of ?? '', text: form.answer ?? '', lang }
      return answerQuestion(req, commission, await readerOf(req, commission), answer)
    },
  },
}

const photographs: PagePart = { sections: async ({ lang }, commission) => photosShown(lang, commission), acts: {} }

const parts: readonly PagePart[] = [agreementPart, steps, questions, photographs, executorHandOver]

function buttonsOf(lang: string, { status }: Commission): LinkButton[] {
  const text = pick(lang, executorWords)
  const starts = (name: 'start' | 'deliver' | 'dispute' | 'give-back') => commissionLifecycle.starts(name, status)
  return [
    ...(starts('start') ? [{ name: 'start', label: text.start }] : []),
    ...(starts('deliver') ? [{ name: 'deliver', label: text.deliver, secondary: starts('start') }] : []),
    ...(starts('give-back')
      ? [
          {
            name: 'needs-team',
            label: text.team,
            secondary: true,
            folded: text.teamFold,
            fields: [{ name: 'words', label: text.teamWhat, multiline: true, needed: true }],
          },
        ]
      : []),
    ...(starts('dispute')
      ? [
          {
            name: 'problem',
            label: text.problemSend,
            secondary: true,
            folded: text.problem,
            fields: [
              { name: 'words', label: text.problemWhat, multiline: true, needed: true, hint: pick(lang, authorities) },
            ],
          },
        ]
      : []),
    ...(starts('give-back')
      ? [
          {
            name: 'give-back',
            label: text.cannot,
            fields: [{ name: 'why', label: text.why, multiline: true, needed: true }],
            destructive: { heading: text.cannot, text: text.cannotText, tick: text.cannotTick },
          },
        ]
      : []),
  ]
}

async function teamFacts({ req, lang }: LinkContext, commission: Commission, executor: Member): Promise<LinkFact[]> {
  const text = pick(lang, executorWords)
  const { broughtBy, partners } = commission
  const [bringer] = broughtBy && String(broughtBy) !== String(executor.id) ? await membersOf(req, [broughtBy]) : []
  const others = await membersOf(req, partners ?? [])
  return [
    ...(bringer ? [{ label: text.brought, value: wholeName(bringer) }] : []),
    ...(others.length > 0 ? [{ label: text.together, value: [executor, ...others].map(wholeName).join(', ') }] : []),
  ]
}

async function viewOf(context: LinkContext, commission: Commission): Promise<LinkView> {
  const { req, lang } = context
  const text = pick(lang, executorWords)
  const executor = await executorOf(req, commission)
  const state = executorStates[commission.status]
  if (!executor || !state) return { title: text.notYours, paragraphs: [text.notYoursText], buttons: [] }
  return {
    title: text.title(commission.reference),
    paragraphs: [
      pick(lang, state(pick(lang, clientCalled(commission)))),
      ...(commission.status === 'disputed' ? [pick(lang, authorities)] : []),
    ],
    facts: [
      ...(isUnderWay(commission) ? clientContacts(lang, commission) : []),
      ...(await teamFacts(context, commission, executor)),
      ...requestFacts(lang, commission, await skillNames(req, commission, lang)),
    ],
    buttons: buttonsOf(lang, commission),
    sections: [...(await teamSection(req, commission.team, lang)), ...(await sectionsOf(parts, context, commission))],
  }
}

export const jobLink: LinkDefinition = {
  document: 'commissions',
  reusable: true,
  days: 180,
  picture: pictureOfRequest,
  paper: paperOfRequest('executor'),
  async view(context) {
    const commission = await readCommission(context.req, context.target)
    return commission && viewOf(context, commission)
  },
  async act(context) {
    const { req, target, lang, button } = context
    const commission = await readCommission(req, target)
    if (!commission) return gone(lang)
    const act = (await executorOf(req, commission)) ? actOf(parts, button) : undefined
    const outcome = await act?.(context, commission)
    const now = await readCommission(req, target)
    return now ? { ...(await viewOf(context, now)), ...outcome } : gone(lang)
  },
  /** The same page at a new address, at most once a day, to everybody who has it: what closed it for one closed it for all. */
  async renew({ req, target }) {
    const commission = await readCommission(req, target)
    const executor = commission && (await executorOf(req, commission))
    if (!executor) return
    for (const member of [executor, ...(await membersOf(req, commission.partners ?? []))])
      if (mailboxOf(member))
        await enqueue(req, {
          key: `job-link:${target}:${new Date().toISOString().slice(0, 10)}:${member.id}`,
          template: 'job-link',
          target,
          lang: member.lang,
          link: 'job',
          words: { member: String(member.id) },
        })
  },
}
