// What the page behind a member's own link says, to its person or to whoever helps.
import type { LinkButton, LinkView } from '../../plugin/definitions/link.js'
import { type Localized, pick } from '../../plugin/i18n/localized.js'
import { linkView } from './link-view.js'
import { calledName, isHelped } from './mails/recipient.js'
import type { Member, MemberStatus } from './member.js'

export type SelfServiceAction = 'pause' | 'resume' | 'leave'

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

const pageLabel: Localized = { it: 'Dove si vede', en: 'Where it is shown' }

interface SelfServiceWords {
  title: string
  page: string
  change(email: string): string
  buttons: Record<SelfServiceAction, LinkButton>
}

/** How the file stands; null where it is not its person's to know. */
export function stateSentence(lang: string, member: Member): string | null {
  const state = states[member.status]
  return state ? pick(lang, state[isHelped(member) ? 'helped' : 'own']) : null
}

export function wordsOf(lang: string, member: Member): SelfServiceWords {
  const told = isHelped(member) ? 'helped' : 'own'
  const { pause, resume, leave } = buttons[told](calledName(member))
  return {
    title: pick(lang, titles[told]),
    page: pick(lang, pageLabel),
    change: (email) =>
      pick(lang, {
        it: `Per cambiare qualcosa rispondi a una nostra mail, o scrivi a ${email}.`,
        en: `To change anything answer one of our mails, or write to ${email}.`,
      }),
    buttons: { pause: pick(lang, pause), resume: pick(lang, resume), leave: pick(lang, leave) },
  }
}

/** The file says no more whom its mails reached. */
export const goneView = (lang: string): LinkView =>
  linkView(lang, { it: 'La scheda è uscita dalla rete', en: 'The profile has left the network' }, [
    {
      it: 'La scheda e i suoi dati sono stati cancellati. Si può sempre tornare.',
      en: 'The profile and its data have been erased. Coming back is always possible.',
    },
  ])

export const suspendedView = (lang: string): LinkView =>
  linkView(lang, { it: 'La scheda resta in pausa', en: 'The profile stays paused' }, [
    {
      it: 'Prima la redazione deve guardare la scheda: c’è qualcosa che non può essere pubblico. L’abbiamo avvisata, e ti scrive.',
      en: 'An editor must look at the profile first: it holds something that must not be public. They know, and will write to you.',
    },
  ])
