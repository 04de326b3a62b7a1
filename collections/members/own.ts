// The member's own page behind a mail link: how the file stands, a pause, a return, and the way out.

import { pageOf } from '../../plugin/directory/index.js'
import { enqueue } from '../../plugin/outbox/index.js'
import type { LinkContext, LinkDefinition, LinkView } from '../../plugin/pages/link.js'
import { mokor, slugOf } from '../../plugin/runtime.js'
import { inLang, type Words } from '../../plugin/words.js'
import { leave } from './erase.js'
import type { Member, MemberStatus } from './member.js'
import { isPublic } from './public.js'
import { readMember } from './read.js'

/** What the one button does, where there is one. */
const turns: Partial<Record<MemberStatus, { to: MemberStatus; mail: string; button: Words }>> = {
  active: { to: 'paused', mail: 'member-paused', button: { it: 'Metti la scheda in pausa', en: 'Pause my profile' } },
  paused: {
    to: 'active',
    mail: 'member-again',
    button: { it: 'Riattiva la scheda', en: 'Make my profile active again' },
  },
  suspended: { to: 'suspended', mail: '', button: { it: 'Esci dalla rete', en: 'Leave the network' } },
}

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

/** The word that says one really means it. */
const leavingWord: Words = { it: 'ESCO', en: 'LEAVE' }

const said = (written: string | undefined): boolean =>
  Object.values(leavingWord).includes(written?.trim().toUpperCase() ?? '')

const gone = (lang: string): LinkView => ({
  title: inLang(lang, { it: 'Non fai più parte della rete', en: 'You are no longer in the network' }),
  paragraphs: [
    inLang(lang, {
      it: 'La tua scheda e i tuoi dati sono stati cancellati. Si può sempre tornare.',
      en: 'Your profile and your data have been erased. You can always come back.',
    }),
  ],
  button: null,
})

function viewOf({ req, lang }: LinkContext, member: Member): LinkView | null {
  const state = states[member.status]
  if (!state) return member.status === 'left' ? gone(lang) : null
  const turn = turns[member.status]
  const { options } = mokor(req.payload)
  const page = isPublic(member) && member.slug ? pageOf(options, member.slug) : null
  return {
    title: inLang(lang, { it: 'La tua scheda', en: 'Your profile' }),
    paragraphs: [
      inLang(lang, state),
      ...(turn
        ? [
            inLang(lang, {
              it: `Per uscire dalla rete scrivi ${leavingWord.it} qui sotto: la scheda sparisce subito e i dati si cancellano, appena nessun lavoro in corso ne ha più bisogno.`,
              en: `To leave the network write ${leavingWord.en} below: your profile is hidden at once and your data are erased, as soon as no open job needs them.`,
            }),
          ]
        : []),
    ],
    facts: page === null ? [] : [{ label: inLang(lang, { it: 'Dove si vede', en: 'Where it is shown' }), value: page }],
    button: turn ? inLang(lang, turn.button) : null,
    ...(turn
      ? {
          fields: [
            {
              name: 'leave',
              label: inLang(lang, {
                it: `Per uscire, scrivi ${leavingWord.it}`,
                en: `To leave, write ${leavingWord.en}`,
              }),
            },
          ],
        }
      : {}),
  }
}

export const memberStatus: LinkDefinition = {
  reusable: true,
  days: 180,
  async view(context) {
    const member = await readMember(context.req, context.target)
    return member && !member.deletedAt ? viewOf(context, member) : null
  },
  async act(context) {
    const { req, target, lang, form } = context
    const member = await readMember(req, target)
    const turn = member && turns[member.status]
    if (!member || member.deletedAt || !turn) return (member && viewOf(context, member)) || gone(lang)
    if (said(form.leave)) await leave(req, member)
    else if (turn.to !== member.status) {
      await req.payload.update({
        collection: slugOf(req.payload, 'members'),
        id: member.id,
        data: { status: turn.to },
        depth: 0,
        overrideAccess: true,
        req,
      })
      await enqueue(req, {
        key: `${turn.mail}:${member.id}:${new Date().toISOString()}`,
        template: turn.mail,
        target: String(member.id),
        lang: member.lang,
        link: 'member-status',
      })
    }
    const now = await readMember(req, target)
    return (now && viewOf(context, now)) || gone(lang)
  },
}
