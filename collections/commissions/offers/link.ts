// The signed page of whoever is offered a job: what it is, where, who asks, until when; yes, no, a question. Without account or script.
import type { LinkAct, LinkButton, LinkContext, LinkDefinition, LinkView } from '../../../plugin/definitions/link.js'
import { pick } from '../../../plugin/i18n/localized.js'
import { roundOf } from '../../../plugin/lifecycle/timeline.js'
import { enqueue } from '../../../plugin/outbox/index.js'
import { formatDeadline } from '../../../plugin/values/dates.js'
import { type Member, readMember } from '../../members/index.js'
import { publicEmployee, support } from '../agreement/reminders.js'
import { helpedName } from '../job/people.js'
import { photoOf, photosAsked } from '../job/photos.js'
import { answerQuestion, askButton, askQuestion, questionSection } from '../job/questions.js'
import { readCommission } from '../reading.js'
import { hasCurrentShare } from '../share/consent.js'
import { teamSection } from '../team/page-parts.js'
import { teamStands } from '../team/told.js'
import type { Commission } from '../types.js'
import { acceptOffer, declineOffer } from './answer.js'
import { factsFor } from './facts.js'
import { closedWords, offerWords } from './page-words.js'
import { readOffer } from './read.js'
import { type DeclineCode, declineCodes, type Offer, type TaxMode, taxModes } from './types.js'
import { declineWords, taxOptions } from './words.js'

interface Shown {
  offer: Offer
  commission: Commission
  member: Member
  /** Who reads for the member, where somebody does: what they call them. */
  helped: string
  /** The team that it is for, if it is for one, is agreed on its terms. */
  stands: boolean
}

async function find({ req, target }: LinkContext): Promise<Shown | null> {
  const offer = await readOffer(req, target)
  const commission = offer && (await readCommission(req, offer.commission))
  const member = offer?.member ? await readMember(req, offer.member) : null
  if (!offer || !commission || !member || member.status === 'left') return null
  const helped = helpedName(member)
  return { offer, commission, member, helped, stands: await teamStands(req, offer) }
}

const isLate = ({ answerBy }: Offer): boolean => Boolean(answerBy) && new Date(answerBy ?? 0) <= new Date()

/** What may still be said. */
const takesAnswer = ({ offer, commission, stands }: Shown): boolean =>
  offer.status === 'sent' && commission.status === 'offered' && !isLate(offer) && stands

function acceptButton(lang: string, { offer, commission, helped }: Shown): LinkButton {
  const text = pick(lang, offerWords)
  return {
    name: 'accept',
    label: text.yes,
    fields: [
      {
        name: 'taxMode',
        label: text.taxMode,
        kind: 'one',
        needed: true,
        options: taxOptions(lang),
      },
      { name: 'responsible', label: text.responsible, kind: 'tick', needed: true },
      ...(helped ? [{ name: 'agrees', label: text.agreesHelped(helped), kind: 'tick' as const, needed: true }] : []),
      ...(offer.way !== 'first' && commission.choice === 'client'
        ? [{ name: 'show', label: text.show, kind: 'tick' as const, hint: text.showHint }]
        : []),
    ],
  }
}

function declineButtons(lang: string): LinkButton[] {
  const text = pick(lang, offerWords)
  return [
    {
      name: 'decline',
      label: text.noSend,
      secondary: true,
      folded: text.no,
      fields: [
        {
          name: 'reason',
          label: text.reason,
          kind: 'one',
          hint: text.noHint,
          options: declineCodes.map((value) => ({ value, label: pick(lang, declineWords[value]) })),
        },
        { name: 'until', label: text.untilDay, kind: 'date' },
        { name: 'note', label: text.note, multiline: true },
      ],
    },
    {
      name: 'suggest',
      label: text.anotherSend,
      secondary: true,
      folded: text.another,
      fields: [{ name: 'who', label: text.anotherWho, multiline: true, needed: true, hint: text.anotherHint }],
    },
  ]
}

async function viewOf(context: LinkContext, shown: Shown): Promise<LinkView> {
  const { req, lang } = context
  const { offer, commission, helped } = shown
  const text = pick(lang, offerWords)
  const facts = await factsFor(req, commission, offer, lang)
  const title = helped ? text.titleHelped(helped, facts.trade, facts.place) : text.title(facts.trade, facts.place)
  if (!takesAnswer(shown)) return closedView(context, shown, title)
  const term = offer.answerBy ? formatDeadline(offer.answerBy, lang) : ''
  const choosing =
    offer.way === 'first'
      ? [text.first]
      : commission.choice === 'client'
        ? [text.clientChooses]
        : offer.way === 'several'
          ? [text.networkChooses]
          : []
  return {
    title,
    paragraphs: [
      `${text.asks(facts.who, facts.kind)} ${facts.others === 0 ? text.alone : text.others(facts.others)}`,
      ...(offer.team ? [text.forTeam] : []),
      ...choosing,
      ...(term ? [text.until(term)] : []),
    ],
    facts: [
      { label: text.what, value: facts.text },
      { label: text.where, value: facts.place },
      { label: text.when, value: facts.when },
    ],
    buttons: [acceptButton(lang, shown), ...declineButtons(lang), askButton(lang)],
    sections: [
      {
        heading: text.before,
        paragraphs: [text.priceText, text.address, pick(lang, support), pick(lang, publicEmployee)],
      },
      ...(await teamSection(req, offer.team, lang)),
      ...questionSection(lang, commission, reader(offer), false),
      ...photosAsked(lang, commission),
    ],
  }
}

const reader = ({ id }: Offer) => ({ as: 'executor' as const, offer: String(id) })

/** Nothing of the job is told any more to whoever does not have it. */
function closedView({ lang }: LinkContext, { offer, commission }: Shown, title: string): LinkView {
  const unsaid = commission.executor ? 'passed-over' : isLate(offer) ? 'expired' : 'recalled'
  const status = offer.status === 'sent' ? unsaid : offer.status
  const canTakeBack = offer.status === 'accepted' && commission.status === 'offered'
  const text = pick(lang, offerWords)
  return {
    title,
    paragraphs: [pick(lang, closedWords[status])],
    buttons: canTakeBack ? [{ name: 'take-back', label: text.takeBack, secondary: true }] : [],
    ...(canTakeBack && { sections: questionSection(lang, commission, reader(offer), true) }),
    completed: !canTakeBack,
  }
}

const said = (view: LinkView, notice: string): LinkView => ({ ...view, notice })

/** Of the value that the page offered; the page's own checks have passed. */
const taxModeIn = (value: string | undefined): TaxMode => taxModes.find((one) => one === value) ?? 'talk'
const declineCodeIn = (value: string | undefined): DeclineCode =>
  declineCodes.find((one) => one === value) ?? 'not-this-time'

async function accept(context: LinkAct, shown: Shown): Promise<LinkView> {
  const { req, lang, form } = context
  const { offer, helped } = shown
  const text = pick(lang, offerWords)
  const outcome = await acceptOffer(req, offer, {
    taxMode: taxModeIn(form.taxMode),
    showToClient: form.show === 'yes',
    by: helped ? 'helper' : 'link',
  })
  const facts = await factsFor(req, shown.commission, offer, lang)
  const title = helped ? text.titleHelped(helped, facts.trade, facts.place) : text.title(facts.trade, facts.place)
  return { title, paragraphs: [text[outcome]], buttons: [], completed: true }
}

export const offerLink: LinkDefinition = {
  document: 'offers',
  reusable: true,
  days: 60,
  picture: async (context, name) => {
    const shown = await find(context)
    const visible = shown && takesAnswer(shown) && hasCurrentShare(shown.commission)
    return visible ? photoOf(context, shown.commission, name) : null
  },
  async view(context) {
    const shown = await find(context)
    return shown && viewOf(context, shown)
  },
  async act(context) {
    const { req, lang, button, form } = context
    const shown = await find(context)
    const text = pick(lang, offerWords)
    if (!shown) return { title: text.goneTitle, paragraphs: [text.gone], buttons: [] }
    const { offer, commission, helped } = shown
    const by = helped ? 'helper' : 'link'
    const again = async (): Promise<LinkView> => {
      const now = await find(context)
      return now ? viewOf(context, now) : { title: text.goneTitle, paragraphs: [text.gone], buttons: [] }
    }
    if (button === 'accept') return shown.stands ? accept(context, shown) : again()
    if (button === 'decline' || button === 'suggest' || button === 'take-back') {
      await declineOffer(req, offer, {
        code: declineCodeIn(form.reason),
        note: form.note ?? '',
        until: form.until || null,
        suggested: form.who ?? '',
        by,
      })
      return said(await again(), text.declined)
    }
    if (button === 'ask-question') {
      const outcome = await askQuestion(req, commission, {
        by: 'executor',
        offer: String(offer.id),
        text: form.question ?? '',
        lang,
      })
      return { ...(await again()), ...outcome }
    }
    if (button === 'answer-question') {
      const answer = { id: form.of ?? '', text: form.answer ?? '', lang }
      return { ...(await again()), ...(await answerQuestion(req, commission, reader(offer), answer)) }
    }
    return again()
  },
  /** The same offer at a new address, at most once a day. */
  async renew(context) {
    const shown = await find(context)
    if (!shown || !takesAnswer(shown)) return
    await enqueue(context.req, {
      key: `offer-sent:${context.target}:${new Date().toISOString().slice(0, 10)}`,
      template: 'offer-sent',
      target: context.target,
      lang: shown.member.lang,
      link: 'offer',
      words: { round: roundOf(shown.offer) },
    })
  },
}
