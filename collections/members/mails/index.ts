// Mails about a member, rendered at the moment of sending.
import { documentAddress } from '../../../plugin/admin/address.js'
import type { MailContext, MailDefinition } from '../../../plugin/definitions/mail.js'
import { answerMail } from '../../../plugin/desk/answer.js'
import { pageOf } from '../../../plugin/directory/index.js'
import { pick } from '../../../plugin/i18n/localized.js'
import { mokor } from '../../../plugin/runtime.js'
import { personOf } from '../correspondent.js'
import { withOwnLink } from '../lifecycle.js'
import type { Member, MemberStatus } from '../member.js'
import { isPublic } from '../publishing/public-profile.js'
import { readMember } from '../publishing/read.js'
import { type MessageMail, messageMails } from '../relay/mails.js'
import { type Facts, greeting, type LetterName } from './letter.js'
import { calledName, recipientOf } from './recipient.js'
import { helpedLetters } from './to-helper.js'
import { ownLetters } from './to-member.js'

/** States in which each letter still makes sense when it is about to leave. */
const wanted: Record<LetterName, readonly MemberStatus[]> = {
  'member-confirm': ['unconfirmed'],
  'member-reminder': ['unconfirmed'],
  'member-known': ['pending', 'active', 'paused', 'suspended', 'leaving'],
  'member-received': ['pending', 'active'],
  'member-changes': ['pending'],
  'member-active': ['active'],
  'member-refused': ['refused'],
  'member-paused': ['paused'],
  'member-suspended': ['suspended'],
  'member-lifted': ['paused'],
  'member-let-go': ['leaving'],
  'member-link': withOwnLink,
  'member-again': ['active'],
}

/** There for their link: once that is gone they are not sent. */
const forTheirLink: readonly LetterName[] = ['member-confirm', 'member-reminder', 'member-link']

/** Italian goes on with a small letter after the greeting's comma; English begins anew. */
const afterGreeting = (lang: string, [first = '', ...more]: string[]): string[] => [
  pick(lang, { it: `${first.charAt(0).toLowerCase()}${first.slice(1)}`, en: first }),
  ...more,
]

/** To the person of a file, or about them to whoever helps. */
const toMember = (name: LetterName): MailDefinition => ({
  document: 'members',
  async render(context) {
    const { req, target, lang, link } = context
    const member = await readMember(req, target)
    if (!member || member.deletedAt || !wanted[name].includes(member.status)) return null
    if (link === null && forTheirLink.includes(name)) return null
    const addressee = recipientOf(member)
    if (!addressee) return null
    const write = (addressee.helped ? helpedLetters : ownLetters)[name]
    const { action, ...letter } = pick(lang, write(factsOf(context, member), calledName(member)))
    return {
      ...letter,
      to: addressee.to,
      greeting: greeting(lang, addressee.name),
      paragraphs: afterGreeting(lang, letter.paragraphs),
      ...(action && link ? { action: { label: action, url: link } } : {}),
    }
  },
})

function factsOf({ req, link, words }: MailContext, member: Member): Facts {
  const { options } = mokor(req.payload)
  const shown = isPublic(member)
  return {
    network: options.organisation.name,
    answerDays: options.organisation.answerDays,
    shown,
    page: shown && member.slug ? pageOf(options, member.slug) : null,
    reason: words.reason ?? '',
    linked: link !== null,
    replaces: words.replaces !== undefined,
  }
}

/** To the desk: somebody wants to return, but a public text or a consent stands in the way. No name: that is read in the admin. */
const memberHeld: MailDefinition = {
  document: 'members',
  toDesk: true,
  async render({ req, target, lang }) {
    const member = await readMember(req, target)
    if (member?.status !== 'paused' || member.deletedAt) return null
    const { options } = mokor(req.payload)
    const { admin } = req.payload.config.routes
    return {
      to: { name: options.organisation.name, address: options.organisation.email },
      subject: pick(lang, {
        it: 'Una scheda in pausa aspetta la redazione',
        en: 'A paused profile waits for an editor',
      }),
      paragraphs: [
        pick(lang, {
          it: 'La persona vuole riattivarla, ma in un testo pubblico c’è un dato privato, o manca il consenso. Dopo la correzione la riattiva il pulsante «Riprendi».',
          en: 'The person wants it active again, but a public text holds a private value, or the consent is missing. Once mended, the button “Resume” brings it back.',
        }),
      ],
      action: {
        label: pick(lang, { it: 'Apri la scheda', en: 'Open the profile' }),
        url: options.publicUrl + documentAddress(admin, options.slugs.members, target),
      },
    }
  },
}

const letters = Object.fromEntries(
  (Object.keys(wanted) as LetterName[]).map((name) => [name, toMember(name)]),
) as Record<LetterName, MailDefinition>

export type MemberMail = LetterName | MessageMail | 'member-answer' | 'member-held'

export const mails: Record<MemberMail, MailDefinition> = {
  ...letters,
  ...messageMails,
  'member-answer': answerMail('members', readMember, personOf),
  'member-held': memberHeld,
}
