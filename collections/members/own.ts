// The member's own page behind a mail link: how the file stands, a pause, a return, and the way out.

import type { PayloadRequest } from 'payload'
import { pageOf } from '../../plugin/directory/index.js'
import { enqueue } from '../../plugin/outbox/index.js'
import type { LinkButton, LinkContext, LinkDefinition, LinkView } from '../../plugin/pages/link.js'
import { mokor } from '../../plugin/runtime.js'
import { inLang, type Words } from '../../plugin/words.js'
import { leave } from './erase.js'
import { withOwnLink } from './lifecycle.js'
import type { Member, MemberStatus } from './member.js'
import { moveMember } from './move.js'
import { isPublic } from './public.js'
import { unfitFor } from './publishing.js'
import { readMember } from './read.js'

const states: Partial<Record<MemberStatus, Words>> = {
  active: { it: 'La tua scheda è attiva.', en: 'Your profile is active.' },
  paused: { it: 'La tua scheda è in pausa: non si vede.', en: 'Your profile is paused: it is not shown.' },
  suspended: {
    it: 'La tua scheda è sospesa: non si vede. Per parlarne rispondi a una nostra mail.',
    en: 'Your profile is suspended: it is not shown. To talk about it answer one of our mails.',
  },
  leaving: {
    it: 'Stai uscendo dalla rete: la scheda non si vede più e i dati si cancellano quando si chiude l’ultimo lavoro in corso.',
    en: 'You are leaving the network: your profile is hidden, and your data are erased when the last open job closes.',
  },
}

/** Whose texts the desk changes when asked. */
const changeable: readonly MemberStatus[] = ['active', 'paused']

const doors: Partial<Record<MemberStatus, readonly Door[]>> = {
  active: ['pause', 'leave'],
  paused: ['resume', 'leave'],
  suspended: ['leave'],
}

type Door = 'pause' | 'resume' | 'leave'

const buttonOf = (door: Door, lang: string): LinkButton =>
  inLang<Record<Door, LinkButton>>(lang, {
    it: {
      pause: { name: 'pause', label: 'Metti la scheda in pausa' },
      resume: { name: 'resume', label: 'Riattiva la scheda' },
      leave: {
        name: 'leave',
        label: 'Esci dalla rete',
        apart: {
          heading: 'Uscire dalla rete',
          text: 'La scheda sparisce subito e i dati si cancellano, appena nessun lavoro in corso ne ha più bisogno. Non si possono recuperare; si può sempre tornare con una scheda nuova.',
          tick: 'Sì, voglio uscire dalla rete',
        },
      },
    },
    en: {
      pause: { name: 'pause', label: 'Pause my profile' },
      resume: { name: 'resume', label: 'Make my profile active again' },
      leave: {
        name: 'leave',
        label: 'Leave the network',
        apart: {
          heading: 'Leaving the network',
          text: 'Your profile is hidden at once and your data are erased, as soon as no open job needs them. They cannot be brought back; you can always return with a new profile.',
          tick: 'Yes, I want to leave the network',
        },
      },
    },
  })[door]

const gone = (lang: string): LinkView => ({
  title: inLang(lang, { it: 'Non fai più parte della rete', en: 'You are no longer in the network' }),
  paragraphs: [
    inLang(lang, {
      it: 'La tua scheda e i tuoi dati sono stati cancellati. Si può sempre tornare.',
      en: 'Your profile and your data have been erased. You can always come back.',
    }),
  ],
  buttons: [],
})

const held = (lang: string): LinkView => ({
  title: inLang(lang, { it: 'La scheda resta in pausa', en: 'Your profile stays paused' }),
  paragraphs: [
    inLang(lang, {
      it: 'Prima la redazione deve guardare la scheda: c’è qualcosa che non può essere pubblico. L’abbiamo avvisata, e ti scrive.',
      en: 'An editor must look at your profile first: it holds something that must not be public. They know, and will write to you.',
    }),
  ],
  buttons: [],
})

function viewOf({ req, lang }: LinkContext, member: Member): LinkView | null {
  const state = states[member.status]
  if (!state) return member.status === 'left' ? gone(lang) : null
  const { options } = mokor(req.payload)
  const page = isPublic(member) && member.slug ? pageOf(options, member.slug) : null
  const { email } = options.organisation
  return {
    title: inLang(lang, { it: 'La tua scheda', en: 'Your profile' }),
    paragraphs: [
      inLang(lang, state),
      ...(changeable.includes(member.status)
        ? [
            inLang(lang, {
              it: `Per cambiare qualcosa rispondi a una nostra mail, o scrivi a ${email}.`,
              en: `To change anything answer one of our mails, or write to ${email}.`,
            }),
          ]
        : []),
    ],
    facts:
      page === null
        ? []
        : [{ label: inLang(lang, { it: 'Dove si vede', en: 'Where it is shown' }), value: page, url: page }],
    buttons: (doors[member.status] ?? []).map((door) => buttonOf(door, lang)),
  }
}

const today = (): string => new Date().toISOString().slice(0, 10)

async function turn(req: PayloadRequest, member: Member, to: MemberStatus, template: string): Promise<void> {
  const at = new Date()
  await moveMember(req, member.id, to, { by: 'member', at })
  await enqueue(req, {
    key: `${template}:${member.id}:${at.toISOString()}`,
    template,
    target: String(member.id),
    lang: member.lang,
    link: 'member-status',
  })
}

/** Looked at before the save: one that is refused would take the whole transaction with it. */
const mustBeSeen = (member: Member): boolean => isPublic({ ...member, status: 'active' }) && unfitFor(member).length > 0

const acts: Record<Door, (context: LinkContext, member: Member) => Promise<LinkView | null>> = {
  async pause({ req }, member) {
    await turn(req, member, 'paused', 'member-paused')
    return null
  },
  async resume({ req, lang }, member) {
    if (mustBeSeen(member)) {
      await enqueue(req, {
        key: `member-held:${member.id}:${today()}`,
        template: 'member-held',
        target: String(member.id),
        lang: mokor(req.payload).options.languages[0] ?? 'it',
      })
      return held(lang)
    }
    await turn(req, member, 'active', 'member-again')
    return null
  },
  async leave({ req }, member) {
    await leave(req, member)
    return null
  },
}

export const memberStatus: LinkDefinition = {
  reusable: true,
  days: 180,
  async view(context) {
    const member = await readMember(context.req, context.target)
    return member && !member.deletedAt ? viewOf(context, member) : null
  },
  async act(context) {
    const { req, target, lang, button } = context
    const member = await readMember(req, target)
    if (!member || member.deletedAt) return gone(lang)
    // Pressed on an old page: what the file's state does not offer is not done.
    const door = doors[member.status]?.find((one) => one === button)
    const said = door ? await acts[door](context, member) : null
    if (said) return said
    const now = await readMember(req, target)
    return (now && viewOf(context, now)) || gone(lang)
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
