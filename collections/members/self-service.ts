// The page behind a member’s own link: status, pause, resume, leave.
import type {
  LinkAct,
  LinkContext,
  LinkDefinition,
  LinkPart,
  LinkSection,
  LinkView,
} from '../../plugin/definitions/link.js'
import { pageOf } from '../../plugin/directory/index.js'
import type { TransitionCause } from '../../plugin/lifecycle/timeline.js'
import { enqueue } from '../../plugin/outbox/index.js'
import { mokor } from '../../plugin/runtime.js'
import { finishLeaving } from './erasure.js'
import { withOwnLink } from './lifecycle.js'
import { goneView, type SelfServiceAction, stateSentence, suspendedView, wordsOf } from './link-words.js'
import type { Member, MemberStatus } from './member.js'
import { isPublic, publicName } from './publishing/public-profile.js'
import { unfitFor } from './publishing/publish.js'
import { readMember } from './publishing/read.js'
import { transition } from './transition.js'

/** Whose texts the desk changes when asked. */
const changeable: readonly MemberStatus[] = ['active', 'paused']

const actionsByStatus: Partial<Record<MemberStatus, readonly SelfServiceAction[]>> = {
  active: ['pause', 'leave'],
  paused: ['resume', 'leave'],
  suspended: ['leave'],
}

function viewOf({ req, lang }: LinkContext, member: Member): LinkView | null {
  const state = stateSentence(lang, member)
  if (!state) return member.status === 'left' ? goneView(lang) : null
  const { options } = mokor(req.payload)
  const page = isPublic(member) && member.slug ? pageOf(options, member.slug) : null
  const { email } = options.organisation
  const words = wordsOf(lang, member)
  return {
    title: words.title,
    // Whoever helps may look after several people.
    about: [publicName(member), member.headline].filter(Boolean).join(' · '),
    paragraphs: [state, ...(changeable.includes(member.status) ? [words.change(email)] : [])],
    facts: page === null ? [] : [{ label: words.page, value: page, url: page }],
    buttons: (actionsByStatus[member.status] ?? []).map((door) => words.buttons[door]),
  }
}

const today = (): string => new Date().toISOString().slice(0, 10)

const byMember = (): TransitionCause => ({ by: 'member', at: new Date() })

/** Looked at before the save: one that is refused would take the whole transaction with it. */
const requirePublishable = (member: Member): boolean =>
  isPublic({ ...member, status: 'active' }) && unfitFor(member).length > 0

const acts: Record<SelfServiceAction, (context: LinkContext, member: Member) => Promise<LinkView | null>> = {
  async pause({ req }, member) {
    await transition(req, member, 'pause', byMember())
    return null
  },
  async resume({ req, lang }, member) {
    if (requirePublishable(member)) {
      await enqueue(req, {
        key: `member-held:${member.id}:${today()}`,
        template: 'member-held',
        target: String(member.id),
        lang: mokor(req.payload).options.languages[0] ?? 'it',
      })
      return suspendedView(lang)
    }
    await transition(req, member, 'resume', byMember())
    return null
  },
  async leave({ req }, member) {
    await transition(req, member, 'leave', byMember())
    await finishLeaving(req, member.id)
    return null
  },
}

/** With what other rooms have to say to somebody who is active. */
async function withParts(context: LinkContext, member: Member): Promise<LinkView | null> {
  const view = viewOf(context, member)
  if (!view || member.status !== 'active') return view
  const sections: LinkSection[] = []
  for (const part of mokor(context.req.payload).memberParts) sections.push(...(await part.sections(context, member.id)))
  return { ...view, sections }
}

const partActing = ({ req, button }: LinkAct): LinkPart<Member['id']>['acts'][string] | undefined =>
  mokor(req.payload).memberParts.find(({ acts }) => Object.hasOwn(acts, button))?.acts[button]

export const selfService: LinkDefinition = {
  document: 'members',
  reusable: true,
  days: 180,
  async view(context) {
    const member = await readMember(context.req, context.target)
    return member && !member.deletedAt ? withParts(context, member) : null
  },
  async act(context) {
    const { req, target, lang, button } = context
    const member = await readMember(req, target)
    if (!member || member.deletedAt) return goneView(lang)
    // Pressed on an old page: what the file's state does not offer is not done.
    const door = actionsByStatus[member.status]?.find((one) => one === button)
    const said = door ? await acts[door](context, member) : null
    if (said) return said
    const part = member.status === 'active' && partActing(context)
    const outcome = part ? await part(context, member.id) : {}
    const now = await readMember(req, target)
    const view = now && (await withParts(context, now))
    if (!view) return goneView(lang)
    const { facts = view.facts, ...done } = { facts: view.facts, ...outcome }
    return { ...view, ...(facts && { facts }), ...done }
  },
  /** The same page at a new address, at most once a day. */
  async renew({ req, target }) {
    const member = await readMember(req, target)
    if (!member || member.deletedAt || !withOwnLink.includes(member.status)) return
    await enqueue(req, {
      key: `member-link:${member.id}:${today()}`,
      template: 'member-link',
      target: String(member.id),
      lang: member.lang,
      link: 'member-status',
      words: { replaces: 'yes' },
    })
  },
}
