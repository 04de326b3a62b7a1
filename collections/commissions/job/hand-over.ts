// Handing a job over, or sharing it: whoever does it names another member, that member says yes on a page of their own, then the
// client does. Whoever brought the job stays credited.
import type { PayloadRequest } from 'payload'
import { revokeSentLinks } from '../../../plugin/confirmation/link-actions.js'
import type { LinkContext, LinkDefinition, LinkView } from '../../../plugin/definitions/link.js'
import { pick } from '../../../plugin/i18n/localized.js'
import { enqueue } from '../../../plugin/outbox/index.js'
import { withoutContacts } from '../../../plugin/values/contact-details.js'
import type { DocumentId } from '../../../plugin/values/document-id.js'
import { findColleague, type Member, publicName, readMember } from '../../members/index.js'
import { commissionLifecycle } from '../lifecycle.js'
import { gone, requestFacts } from '../link-words.js'
import { taxModes } from '../offers/types.js'
import { taxOptions } from '../offers/words.js'
import { readCommission } from '../reading.js'
import { hasCurrentShare } from '../share/consent.js'
import { publicReasonsOf } from '../shortlist/public-reasons.js'
import { skillNames } from '../skill-names.js'
import { transition } from '../transition.js'
import type { Commission } from '../types.js'
import { tellDesk } from './changes.js'
import { offerPassed, releaseChosen } from './chosen.js'
import { keep } from './edit.js'
import { handOverTexts } from './hand-over-words.js'
import type { Outcome, PagePart } from './part.js'
import { asker, clientCalled, executorOf, mailboxOf, membersOf } from './people.js'
import { photoOf, photosAsked } from './photos.js'
import { type HandOver, type Job, nobodyNamed } from './types.js'

const canPass = ({ status }: Commission): boolean => commissionLifecycle.starts('hand-over', status)

/** Somebody was named and has not said yes, or the client has not. */
export const isPassing = ({ handOver }: Commission): boolean => Boolean(handOver?.at)

/** Nothing is passed on any more: the page of whoever was to get it opens nothing of what comes after. */
async function nameNobody(req: PayloadRequest, commission: Commission, more: Partial<Job> = {}): Promise<Commission> {
  await revokeSentLinks(req, ['hand-over'], String(commission.id))
  return keep(req, commission, { ...more, handOver: nobodyNamed })
}

/** On the executor's page. */
export const executorHandOver: PagePart = {
  async sections({ req, lang }, commission) {
    if (!canPass(commission)) return []
    const text = pick(lang, handOverTexts)
    const { handOver } = commission
    if (handOver?.at) {
      const [to] = handOver.acceptedAt && handOver.to ? await membersOf(req, [handOver.to]) : []
      return [
        {
          heading: text.heading,
          paragraphs: [to ? text.waitsForClient(publicName(to)) : text.waitsForMember(handOver.named ?? '')],
          buttons: [{ name: 'keep-job', label: text.keep, secondary: true }],
        },
      ]
    }
    return [
      {
        heading: text.heading,
        paragraphs: [text.intro],
        buttons: [
          {
            name: 'hand-over',
            label: text.send,
            secondary: true,
            folded: text.fold,
            fields: [
              {
                name: 'how',
                label: text.how,
                kind: 'one',
                needed: true,
                options: [
                  { value: 'give', label: text.give },
                  { value: 'share', label: text.share },
                ],
              },
              { name: 'named', label: text.to, hint: text.toHint, needed: true },
              { name: 'words', label: text.words, multiline: true },
            ],
          },
        ],
      },
    ]
  },
  acts: {
    async 'hand-over'({ req, lang, form }, commission): Promise<Outcome> {
      const text = pick(lang, handOverTexts)
      if (!canPass(commission) || isPassing(commission)) return { problem: text.late }
      const named = form.named?.trim() ?? ''
      const found = await findColleague(req, named)
      const to = found && String(found.id) !== String(commission.executor) ? found : null
      const how: HandOver['how'] = form.how === 'share' ? 'share' : 'give'
      const kept = await keep(req, commission, {
        handOver: {
          ...nobodyNamed,
          how,
          named: named.slice(0, 200),
          to: to?.id ?? null,
          words: form.words?.trim() || null,
          at: new Date().toISOString(),
        },
      })
      // The same answer whether or not somebody is found: nobody learns here who belongs to the network.
      if (to && mailboxOf(to)) await askReceiver(req, kept, to)
      else await tellDesk(req, kept, 'hand-over')
      return { notice: text.sent }
    },
    async 'keep-job'({ req, lang }, commission) {
      await nameNobody(req, commission)
      return { notice: pick(lang, handOverTexts).kept }
    },
  },
}

export async function askReceiver(req: PayloadRequest, commission: Commission, to: Member): Promise<void> {
  await enqueue(req, {
    key: `job-handed:${commission.id}:${commission.handOver?.at}:${to.id}`,
    template: 'job-handed',
    target: String(commission.id),
    lang: to.lang,
    link: 'hand-over',
  })
}

/** On the client's page, once the other member has said yes. */
export const clientHandOver: PagePart = {
  async sections({ req, lang }, commission) {
    const text = pick(lang, handOverTexts)
    const { handOver } = commission
    if (!canPass(commission) || !handOver?.acceptedAt || !handOver.to) return []
    const [to] = await membersOf(req, [handOver.to])
    const executor = await executorOf(req, commission)
    if (!to || !executor) return []
    const isPublic = to.status === 'active' && to.reach === 'public'
    const names = { from: publicName(executor), to: isPublic ? publicName(to) : text.somebody }
    const lines = [...(isPublic ? [to.headline] : []), ...(await publicReasonsOf(req, commission, to, lang))]
    return [
      {
        heading: text.clientHeading,
        paragraphs: [handOver.how === 'share' ? text.clientShare(names) : text.clientGive(names), text.clientNote],
        ...(lines.length > 0 && { items: [{ title: isPublic ? names.to : text.about, lines }] }),
        buttons: [
          { name: 'hand-over-yes', label: text.yes },
          { name: 'hand-over-no', label: text.no, secondary: true },
        ],
      },
    ]
  },
  acts: {
    async 'hand-over-yes'({ req, lang }, commission) {
      const text = pick(lang, handOverTexts)
      if (!canPass(commission) || !commission.handOver?.acceptedAt) return { problem: text.late }
      await passOn(req, commission, 'client')
      return { notice: text.passed }
    },
    async 'hand-over-no'({ req, lang }, commission) {
      await refuse(req, commission)
      return { notice: pick(lang, handOverTexts).staysAsIs }
    },
  },
}

/** With the client's yes, by their link or told to the desk. */
export async function passOn(req: PayloadRequest, commission: Commission, by: string): Promise<Commission> {
  const { handOver, partners, executor } = commission
  if (!handOver?.to) return commission
  if (handOver.how === 'share') {
    const together = [...(partners ?? []), handOver.to]
    const kept = await nameNobody(req, commission, { partners: unique(together) })
    await tellPassed(req, kept)
    return kept
  }
  // The page of who had it opens nothing more: the job is another's.
  await revokeSentLinks(req, ['job', 'hand-over'], String(commission.id))
  await releaseChosen(req, commission)
  const [from] = executor ? await membersOf(req, [executor]) : []
  const passed = await transition(req, commission, 'hand-over', {
    by,
    at: new Date(),
    ...(from && { why: publicName(from) }),
  })
  await offerPassed(req, passed, handOver)
  await tellPassed(req, passed)
  return passed
}

async function refuse(req: PayloadRequest, commission: Commission): Promise<void> {
  const kept = await nameNobody(req, commission)
  const executor = await executorOf(req, kept)
  if (executor && mailboxOf(executor))
    await enqueue(req, {
      key: `job-kept:${commission.id}:${commission.handOver?.at}`,
      template: 'job-kept',
      target: String(commission.id),
      lang: executor.lang,
      link: 'job',
    })
}

async function tellPassed(req: PayloadRequest, commission: Commission): Promise<void> {
  for (const member of await membersOf(
    req,
    [commission.executor, ...(commission.partners ?? [])].flatMap((id) => id ?? []),
  ))
    if (mailboxOf(member))
      await enqueue(req, {
        key: `job-passed:${commission.id}:${commission.timeline?.length}:${commission.partners?.length ?? 0}:${member.id}`,
        template: 'job-passed',
        target: String(commission.id),
        lang: member.lang,
        link: 'job',
        words: { member: String(member.id) },
      })
}

const unique = (ids: DocumentId[]): DocumentId[] => [...new Map(ids.map((id) => [String(id), id])).values()]

// ── The page of whoever is to get the job ──────────────────────────────────

async function receiverView(context: LinkContext, commission: Commission): Promise<LinkView> {
  const { req, lang } = context
  const text = pick(lang, handOverTexts)
  const { handOver } = commission
  const executor = await executorOf(req, commission)
  if (!canPass(commission) || !handOver?.to || !executor)
    return { title: text.over, paragraphs: [text.overText], buttons: [] }
  const from = publicName(executor)
  // Contacts come with the client's yes, also those that they wrote into their words.
  const told = { ...commission, description: withoutContacts(commission.description) }
  const facts = requestFacts(lang, told, (await skillNames(req, commission, lang)).map(withoutContacts))
  if (handOver.acceptedAt)
    return { title: text.receiverTitle(from), paragraphs: [text.receiverWaits], facts, buttons: [] }
  return {
    title: text.receiverTitle(from),
    paragraphs: [
      handOver.how === 'share'
        ? text.receiverShare(from, pick(lang, asker(commission)), pick(lang, clientCalled(commission)))
        : text.receiverGive(from, pick(lang, asker(commission)), pick(lang, clientCalled(commission))),
      ...(handOver.words ? [text.receiverWords(from, handOver.words)] : []),
      text.receiverNote,
    ],
    facts,
    sections: photosAsked(lang, commission),
    buttons: [
      {
        name: 'accept',
        label: text.accept,
        fields: [
          {
            name: 'taxMode',
            label: text.tax,
            kind: 'one',
            needed: true,
            options: taxOptions(lang),
          },
          { name: 'responsible', label: text.responsible, kind: 'tick', needed: true },
        ],
      },
      { name: 'decline', label: text.decline, secondary: true },
    ],
  }
}

export const handOverLink: LinkDefinition = {
  document: 'commissions',
  reusable: true,
  days: 14,
  /** As long as the page shows them. */
  async picture(context, name) {
    const commission = await readCommission(context.req, context.target)
    const asked = commission && canPass(commission) && commission.handOver?.to && !commission.handOver.acceptedAt
    return asked && hasCurrentShare(commission) ? photoOf(context, commission, name) : null
  },
  async view(context) {
    const commission = await readCommission(context.req, context.target)
    return commission && receiverView(context, commission)
  },
  async act(context) {
    const { req, target, lang, button, form } = context
    const text = pick(lang, handOverTexts)
    const commission = await readCommission(req, target)
    if (!commission) return gone(lang)
    const { handOver } = commission
    const to = handOver?.to ? await readMember(req, handOver.to) : null
    if (!canPass(commission) || !to || handOver?.acceptedAt) return receiverView(context, commission)
    if (button === 'decline') {
      await refuse(req, commission)
      return { title: text.declinedTitle, paragraphs: [text.declinedText], buttons: [] }
    }
    const taxMode = taxModes.find((one) => one === form.taxMode) ?? 'talk'
    const kept = await keep(req, commission, {
      handOver: { ...handOver, acceptedAt: new Date().toISOString(), taxMode },
    })
    await askClient(req, kept)
    return receiverView(context, kept)
  },
}

async function askClient(req: PayloadRequest, commission: Commission): Promise<void> {
  // Without an address the desk asks by phone.
  if (!commission.client.email) return tellDesk(req, commission, 'hand-over')
  await enqueue(req, {
    key: `job-hand-over:${commission.id}:${commission.handOver?.acceptedAt}`,
    template: 'job-hand-over',
    target: String(commission.id),
    lang: commission.client.lang,
    link: 'request-status',
  })
}
