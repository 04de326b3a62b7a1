// The page behind a member’s own link: status, pause, resume, leave.

import type { LinkButton, LinkContext, LinkDefinition, LinkView } from '../../plugin/definitions/link.js'
import { pageOf } from '../../plugin/directory/index.js'
import { type Localized, pick } from '../../plugin/i18n/localized.js'
import type { TransitionCause } from '../../plugin/lifecycle/timeline.js'
import { enqueue } from '../../plugin/outbox/index.js'
import { mokor } from '../../plugin/runtime.js'
import { finishLeaving } from './erasure.js'
import { withOwnLink } from './lifecycle.js'
import { calledName, isHelped } from './mails/recipient.js'
import type { Member, MemberStatus } from './member.js'
import { isPublic, publicName } from './publishing/public-profile.js'
import { unfitFor } from './publishing/publish.js'
import { readMember } from './publishing/read.js'
import { transition } from './transition.js'

/** How the file stands, said to its person, or to whoever helps. */
const states: Partial<Record<MemberStatus, { own: Localized; helped: Localized }>> = {
  active: {
    own: { it: 'La tua scheda è attiva.', en: 'Your profile is active.' },
    helped: { it: 'La scheda è attiva.', en: 'The profile is active.' },
  },
  paused: {
    own: { it: 'La tua scheda è in pausa: non si vede.', en: 'Your profile is paused: it is not shown.' },
    helped: { it: 'La scheda è in pausa: non si vede.', en: 'The profile is paused: it is not shown.' },
  },
  suspended: {
    own: {
      it: 'La tua scheda è sospesa: non si vede. Per parlarne rispondi a una nostra mail.',
      en: 'Your profile is suspended: it is not shown. To talk about it answer one of our mails.',
    },
    helped: {
      it: 'La scheda è sospesa: non si vede. Per parlarne rispondi a una nostra mail.',
      en: 'The profile is suspended: it is not shown. To talk about it answer one of our mails.',
    },
  },
  leaving: {
    own: {
      it: 'Stai uscendo dalla rete: la scheda non si vede più e i dati si cancellano quando si chiude l’ultimo lavoro in corso.',
      en: 'You are leaving the network: your profile is hidden, and your data are erased when the last open job closes.',
    },
    helped: {
      it: 'La scheda sta uscendo dalla rete: non si vede più e i dati si cancellano quando si chiude l’ultimo lavoro in corso.',
      en: 'The profile is leaving the network: it is hidden, and its data are erased when the last open job closes.',
    },
  },
}

const titles: { own: Localized; helped: Localized } = {
  own: { it: 'La tua scheda', en: 'Your profile' },
  helped: { it: 'La scheda di cui ti occupi', en: 'The profile you look after' },
}

const toldTo = (member: Member): 'own' | 'helped' => (isHelped(member) ? 'helped' : 'own')

/** Whose texts the desk changes when asked. */
const changeable: readonly MemberStatus[] = ['active', 'paused']

const actionsByStatus: Partial<Record<MemberStatus, readonly SelfServiceAction[]>> = {
  active: ['pause', 'leave'],
  paused: ['resume', 'leave'],
  suspended: ['leave'],
}

type SelfServiceAction = 'pause' | 'resume' | 'leave'

const buttons: Record<
  'own' | 'helped',
  (who: Localized) => Record<SelfServiceAction, { it: LinkButton; en: LinkButton }>
> = {
  own: () => ({
    pause: {
      it: { name: 'pause', label: 'Metti la scheda in pausa', secondary: true },
      en: { name: 'pause', label: 'Pause my profile', secondary: true },
    },
    resume: {
      it: { name: 'resume', label: 'Riattiva la scheda' },
      en: { name: 'resume', label: 'Make my profile active again' },
    },
    leave: {
      it: {
        name: 'leave',
        label: 'Esci dalla rete',
        destructive: {
          heading: 'Uscire dalla rete',
          text: 'La scheda sparisce subito e i dati si cancellano, appena nessun lavoro in corso ne ha più bisogno. Non si possono recuperare; si può sempre tornare con una scheda nuova.',
          tick: 'Sì, voglio uscire dalla rete',
        },
      },
      en: {
        name: 'leave',
        label: 'Leave the network',
        destructive: {
          heading: 'Leaving the network',
          text: 'Your profile is hidden at once and your data are erased, as soon as no open job needs them. They cannot be brought back; you can always return with a new profile.',
          tick: 'Yes, I want to leave the network',
        },
      },
    },
  }),
  helped: (who) => ({
    pause: {
      it: { name: 'pause', label: 'Metti la scheda in pausa', secondary: true },
      en: { name: 'pause', label: 'Pause the profile', secondary: true },
    },
    resume: {
      it: { name: 'resume', label: 'Riattiva la scheda' },
      en: { name: 'resume', label: 'Make the profile active again' },
    },
    leave: {
      it: {
        name: 'leave',
        label: 'Togli la scheda dalla rete',
        destructive: {
          heading: 'Togliere la scheda dalla rete',
          text: `La scheda di ${who.it} sparisce subito e i dati si cancellano, appena nessun lavoro in corso ne ha più bisogno. Non si possono recuperare; si può sempre tornare con una scheda nuova.`,
          tick: `Sì, ${who.it} vuole uscire dalla rete`,
        },
      },
      en: {
        name: 'leave',
        label: 'Take the profile off the network',
        destructive: {
          heading: 'Taking the profile off the network',
          text: `The profile of ${who.en} is hidden at once and the data are erased, as soon as no open job needs them. They cannot be brought back; one can always return with a new profile.`,
          tick: `Yes, ${who.en} wants to leave the network`,
        },
      },
    },
  }),
}

/** The file says no more whom its mails reached. */
const goneView = (lang: string): LinkView => ({
  title: pick(lang, { it: 'La scheda è uscita dalla rete', en: 'The profile has left the network' }),
  paragraphs: [
    pick(lang, {
      it: 'La scheda e i suoi dati sono stati cancellati. Si può sempre tornare.',
      en: 'The profile and its data have been erased. Coming back is always possible.',
    }),
  ],
  buttons: [],
})

const suspendedView = (lang: string): LinkView => ({
  title: pick(lang, { it: 'La scheda resta in pausa', en: 'The profile stays paused' }),
  paragraphs: [
    pick(lang, {
      it: 'Prima la redazione deve guardare la scheda: c’è qualcosa che non può essere pubblico. L’abbiamo avvisata, e ti scrive.',
      en: 'An editor must look at the profile first: it holds something that must not be public. They know, and will write to you.',
    }),
  ],
  buttons: [],
})

function viewOf({ req, lang }: LinkContext, member: Member): LinkView | null {
  const state = states[member.status]
  if (!state) return member.status === 'left' ? goneView(lang) : null
  const { options } = mokor(req.payload)
  const page = isPublic(member) && member.slug ? pageOf(options, member.slug) : null
  const { email } = options.organisation
  const told = toldTo(member)
  const button = buttons[told](calledName(member))
  return {
    title: pick(lang, titles[told]),
    // Whoever helps may look after several people.
    about: [publicName(member), member.headline].filter(Boolean).join(' · '),
    paragraphs: [
      pick(lang, state[told]),
      ...(changeable.includes(member.status)
        ? [
            pick(lang, {
              it: `Per cambiare qualcosa rispondi a una nostra mail, o scrivi a ${email}.`,
              en: `To change anything answer one of our mails, or write to ${email}.`,
            }),
          ]
        : []),
    ],
    facts:
      page === null
        ? []
        : [{ label: pick(lang, { it: 'Dove si vede', en: 'Where it is shown' }), value: page, url: page }],
    buttons: (actionsByStatus[member.status] ?? []).map((door) => pick(lang, button[door])),
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

export const selfService: LinkDefinition = {
  document: 'members',
  reusable: true,
  days: 180,
  async view(context) {
    const member = await readMember(context.req, context.target)
    return member && !member.deletedAt ? viewOf(context, member) : null
  },
  async act(context) {
    const { req, target, lang, button } = context
    const member = await readMember(req, target)
    if (!member || member.deletedAt) return goneView(lang)
    // Pressed on an old page: what the file's state does not offer is not done.
    const door = actionsByStatus[member.status]?.find((one) => one === button)
    const said = door ? await acts[door](context, member) : null
    if (said) return said
    const now = await readMember(req, target)
    return (now && viewOf(context, now)) || goneView(lang)
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
