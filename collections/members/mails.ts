// Mails about a member's file and about messages to members, written at the moment of sending from what is true then.
import type { PayloadRequest } from 'payload'
import { documentAddress } from '../../plugin/admin/address.js'
import { pageOf, publishedById } from '../../plugin/directory/index.js'
import type { MailContent, MailContext, MailDefinition } from '../../plugin/mail/definition.js'
import { plainName } from '../../plugin/mail/plain-name.js'
import type { ResolvedOptions } from '../../plugin/options.js'
import { mokor } from '../../plugin/runtime.js'
import { confirmDays } from '../../plugin/term.js'
import { inTransaction } from '../../plugin/transaction.js'
import { inLang, type Words } from '../../plugin/words.js'
import { addresseeOf } from './addressee.js'
import { withOwnLink } from './lifecycle.js'
import type { Member, MemberStatus } from './member.js'
import type { Message } from './messages.js'
import { isPublic } from './public.js'
import { readMember } from './read.js'
import { delivered, forgetSender, readMessage, returned } from './relay.js'

type Languages<T> = Record<'it' | 'en', T>
type Letter = Omit<MailContent, 'to' | 'replyTo' | 'greeting'>

const greeting = (lang: string, name: string): string =>
  name ? inLang(lang, { it: `Ciao ${name},`, en: `Hello ${name},` }) : inLang(lang, { it: 'Ciao,', en: 'Hello,' })

/** Italian goes on with a small letter after the greeting's comma; English begins anew. */
const afterGreeting = (lang: string, [first = '', ...more]: string[]): string[] => [
  inLang(lang, { it: `${first.charAt(0).toLowerCase()}${first.slice(1)}`, en: first }),
  ...more,
]

interface Facts {
  member: Member
  network: string
  options: ResolvedOptions
  link: string | null
  words: Record<string, string>
}

/**
 * A mail to the person of a file.
 * @param wanted says whether it still makes sense when it is about to leave
 */
const toMember = (
  wanted: (status: MemberStatus) => boolean,
  write: (facts: Facts) => Languages<Letter>,
): MailDefinition => ({
  async render({ req, target, lang, link, words }: MailContext) {
    const member = await readMember(req, target)
    if (!member || member.deletedAt || !wanted(member.status)) return null
    const addressee = addresseeOf(member)
    if (!addressee) return null
    const { options } = mokor(req.payload)
    const letter = inLang(lang, write({ member, options, network: options.organisation.name, link, words }))
    return {
      ...letter,
      to: addressee.to,
      greeting: greeting(lang, addressee.name),
      paragraphs: afterGreeting(
        lang,
        addressee.helped ? [helped(lang, member), ...letter.paragraphs] : letter.paragraphs,
      ),
    }
  },
})

/** A mail that is there for its link: once that is gone it is not sent. */
const toMemberWithLink = (
  wanted: (status: MemberStatus) => boolean,
  write: (facts: Facts & { link: string }) => Languages<Letter>,
): MailDefinition => ({
  async render(context) {
    const { link } = context
    return link === null ? null : toMember(wanted, (facts) => write({ ...facts, link })).render(context)
  },
})

const helped = (lang: string, member: Member): string => {
  const name = plainName(member.firstName)
  return inLang(lang, {
    it: name
      ? `Ti scriviamo per la scheda di ${name}, che hai compilato tu.`
      : 'Ti scriviamo per la scheda che hai compilato per un’altra persona.',
    en: name
      ? `We write about the profile of ${name}, which you filled in.`
      : 'We write about the profile you filled in for somebody else.',
  })
}

const is =
  (...statuses: MemberStatus[]) =>
  (status: MemberStatus) =>
    statuses.includes(status)

const confirmAction = (link: string): Languages<Pick<MailContent, 'action'>> => ({
  it: { action: { label: 'Conferma l’adesione', url: link } },
  en: { action: { label: 'Confirm that you join', url: link } },
})

/** The page from which a member pauses, returns and leaves. */
const ownPage = (link: string | null): Languages<Pick<MailContent, 'action'>> => ({
  it: link ? { action: { label: 'Apri la tua pagina', url: link } } : {},
  en: link ? { action: { label: 'Open your page', url: link } } : {},
})

function profileFacts(options: ResolvedOptions, member: Member, label: string): Pick<MailContent, 'facts'> {
  const value = isPublic(member) && member.slug ? pageOf(options, member.slug) : null
  return value === null ? {} : { facts: [{ label, value }] }
}

const notYou: Languages<string[]> = {
  it: [
    'Se non hai compilato tu il modulo, ignora questa mail: senza conferma l’adesione scade, e un mese dopo i dati si cancellano da soli.',
  ],
  en: [
    'If you did not fill the form in, ignore this mail: without confirmation the request to join expires, and a month later the data are deleted.',
  ],
}

const memberMails: Record<string, MailDefinition> = {
  'member-confirm': toMemberWithLink(is('unconfirmed'), ({ network, link }) => ({
    it: {
      subject: `Conferma la tua adesione a ${network}`,
      paragraphs: [
        `Abbiamo ricevuto il modulo di adesione a ${network}. Manca solo la tua conferma: hai ${confirmDays} giorni.`,
        'Poi la redazione legge la scheda e ti scrive. Aderire è gratis, e lo resta.',
      ],
      ...confirmAction(link).it,
      footer: notYou.it,
    },
    en: {
      subject: `Confirm that you join ${network}`,
      paragraphs: [
        `We have received the form to join ${network}. Only your confirmation is missing: you have ${confirmDays} days.`,
        'Then an editor reads the profile and writes to you. Joining is free and stays so.',
      ],
      ...confirmAction(link).en,
      footer: notYou.en,
    },
  })),
  'member-reminder': toMemberWithLink(is('unconfirmed'), ({ network, link }) => ({
    it: {
      subject: 'La tua adesione aspetta conferma',
      paragraphs: [
        `Due giorni fa è arrivato il modulo di adesione a ${network}, ma non è ancora confermato.`,
        'Se vuoi ancora aderire, basta un clic. Non ti scriveremo di nuovo per questo.',
      ],
      ...confirmAction(link).it,
      footer: notYou.it,
    },
    en: {
      subject: 'Your request to join awaits confirmation',
      paragraphs: [
        `Two days ago the form to join ${network} arrived, but it is not confirmed yet.`,
        'If you still want to join, one click is enough. We will not write about this again.',
      ],
      ...confirmAction(link).en,
      footer: notYou.en,
    },
  })),
  'member-known': toMember(is('pending', 'active', 'paused', 'suspended', 'leaving'), ({ network }) => ({
    it: {
      subject: `Hai già una scheda su ${network}`,
      paragraphs: [
        `Qualcuno, forse tu, ha compilato di nuovo il modulo di adesione a ${network} con questo indirizzo. La tua scheda c’è già e non è cambiata.`,
        'Se vuoi modificarla, rispondi a questa mail e scrivici che cosa cambiare.',
      ],
    },
    en: {
      subject: `You already have a profile on ${network}`,
      paragraphs: [
        `Somebody, perhaps you, filled the form to join ${network} in again with this address. Your profile is there already and has not changed.`,
        'If you want to change it, answer this mail and tell us what.',
      ],
    },
  })),
  'member-received': toMember(is('pending', 'active'), ({ network, options }) => ({
    it: {
      subject: 'Adesione ricevuta',
      paragraphs: [
        `Grazie: la tua adesione a ${network} è confermata.`,
        `Ora una persona della redazione legge la scheda. Ti rispondiamo entro ${options.organisation.answerDays} giorni lavorativi.`,
      ],
    },
    en: {
      subject: 'We have received your request to join',
      paragraphs: [
        `Thank you: your request to join ${network} is confirmed.`,
        `An editor now reads the profile. You will hear from us within ${options.organisation.answerDays} working days.`,
      ],
    },
  })),
  'member-changes': toMember(is('pending'), ({ words }) => ({
    it: {
      subject: 'Manca qualcosa alla tua scheda',
      paragraphs: [
        'Prima di attivare la scheda ci serve ancora qualcosa:',
        words.reason ?? '',
        'Basta rispondere a questa mail.',
      ],
    },
    en: {
      subject: 'Something is missing from your profile',
      paragraphs: [
        'Before your profile becomes active we still need something:',
        words.reason ?? '',
        'Just answer this mail.',
      ],
    },
  })),
  'member-active': toMember(is('active'), ({ member, network, options, link }) => ({
    it: {
      subject: 'La tua scheda è attiva',
      paragraphs: [
        `Benvenuta, benvenuto in ${network}.`,
        isPublic(member)
          ? 'La tua scheda si può trovare e chi cerca può scriverti attraverso la rete. Il tuo indirizzo non si vede.'
          : 'La tua scheda la vede solo la rete: ti scriviamo noi quando c’è un lavoro che fa per te.',
        link
          ? 'Prezzi e accordi restano tra te e chi ti chiama. Per cambiare i testi basta rispondere a questa mail; la pausa e l’uscita sono sulla tua pagina.'
          : 'Prezzi e accordi restano tra te e chi ti chiama. Per cambiare i testi, per una pausa o per uscire basta rispondere a questa mail.',
      ],
      ...profileFacts(options, member, 'Dove si vede'),
      ...ownPage(link).it,
    },
    en: {
      subject: 'Your profile is active',
      paragraphs: [
        `Welcome to ${network}.`,
        isPublic(member)
          ? 'Your profile can be found, and people can write to you through the network. Your address is not shown.'
          : 'Only the network sees your profile: we write to you when there is work that suits you.',
        link
          ? 'Prices and agreements stay between you and whoever calls you. To change the texts just answer this mail; pausing and leaving are on your own page.'
          : 'Prices and agreements stay between you and whoever calls you. To change the texts, pause or leave, just answer this mail.',
      ],
      ...profileFacts(options, member, 'Where it is shown'),
      ...ownPage(link).en,
    },
  })),
  'member-refused': toMember(is('refused'), ({ network, words }) => ({
    it: {
      subject: 'Adesione non accolta',
      paragraphs: [
        `Abbiamo letto la tua richiesta di aderire a ${network} e non possiamo accoglierla. Il motivo:`,
        words.reason ?? '',
        'Se pensi che ci sia un errore, rispondi a questa mail: la rilegge una persona.',
      ],
    },
    en: {
      subject: 'Your request to join was not accepted',
      paragraphs: [
        `We have read your request to join ${network} and cannot accept it. The reason:`,
        words.reason ?? '',
        'If you think this is a mistake, answer this mail: a person reads it.',
      ],
    },
  })),
  'member-paused': toMember(is('paused'), ({ link }) => ({
    it: {
      subject: 'La tua scheda è in pausa',
      paragraphs: [
        `Da ora la scheda non si vede più. La riattivi quando vuoi ${link ? 'dalla tua pagina, o ' : ''}rispondendo a questa mail.`,
      ],
      ...ownPage(link).it,
    },
    en: {
      subject: 'Your profile is paused',
      paragraphs: [
        `From now on your profile is not shown. You make it active again ${link ? 'from your own page, or ' : ''}by answering this mail.`,
      ],
      ...ownPage(link).en,
    },
  })),
  'member-suspended': toMember(is('suspended'), ({ words }) => ({
    it: {
      subject: 'La tua scheda è sospesa',
      paragraphs: [
        'La scheda non si vede più finché la sospensione dura. Il motivo:',
        words.reason ?? '',
        'Vogliamo sentire anche te: rispondi a questa mail, la legge una persona.',
      ],
    },
    en: {
      subject: 'Your profile is suspended',
      paragraphs: [
        'Your profile is not shown while the suspension lasts. The reason:',
        words.reason ?? '',
        'We want to hear you too: answer this mail, a person reads it.',
      ],
    },
  })),
  'member-lifted': toMember(is('paused'), ({ link }) => ({
    it: {
      subject: 'La sospensione della tua scheda è finita',
      paragraphs: [
        'La scheda resta in pausa, come l’avevi lasciata, e non si vede. La riattivi quando vuoi dalla tua pagina, o rispondendo a questa mail.',
      ],
      ...ownPage(link).it,
    },
    en: {
      subject: 'The suspension of your profile has ended',
      paragraphs: [
        'Your profile stays paused, as you had left it, and is not shown. You make it active again from your own page, or by answering this mail.',
      ],
      ...ownPage(link).en,
    },
  })),
  'member-let-go': toMember(is('leaving'), ({ network, words }) => ({
    it: {
      subject: 'La tua scheda esce dalla rete',
      paragraphs: [
        `La tua scheda su ${network} non si vede più e presto la cancelliamo, con i tuoi dati. Il motivo:`,
        words.reason ?? '',
        'Se pensi che ci sia un errore, rispondi subito a questa mail: la legge una persona.',
      ],
    },
    en: {
      subject: 'Your profile leaves the network',
      paragraphs: [
        `Your profile on ${network} is no longer shown and we erase it soon, with your data. The reason:`,
        words.reason ?? '',
        'If you think this is a mistake, answer this mail at once: a person reads it.',
      ],
    },
  })),
  'member-link': toMemberWithLink(is(...withOwnLink), ({ link, words }) => ({
    it: {
      subject: 'Un nuovo link per la tua pagina',
      paragraphs: [
        `Ecco un nuovo link per la tua pagina: da lì metti la scheda in pausa, la riattivi o esci dalla rete.${words.replaces ? ' Quello di prima non funziona più.' : ''}`,
      ],
      ...ownPage(link).it,
    },
    en: {
      subject: 'A new link to your own page',
      paragraphs: [
        `Here is a new link to your own page: there you pause your profile, make it active again or leave the network.${words.replaces ? ' The previous link no longer works.' : ''}`,
      ],
      ...ownPage(link).en,
    },
  })),
  'member-again': toMember(is('active'), ({ member, link }) => ({
    it: {
      subject: 'La tua scheda è di nuovo attiva',
      paragraphs: [
        isPublic(member)
          ? 'La scheda si vede di nuovo e chi cerca può scriverti.'
          : 'La rete può di nuovo contare su di te.',
      ],
      ...ownPage(link).it,
    },
    en: {
      subject: 'Your profile is active again',
      paragraphs: [
        isPublic(member)
          ? 'Your profile is shown again and people can write to you.'
          : 'The network can count on you again.',
      ],
      ...ownPage(link).en,
    },
  })),
}

interface Passage {
  message: Message
  /** Address of whoever wrote. */
  sender: string
  /** The member's public name. */
  name: string
  network: string
}

/** What a mail about a message needs; null when the member is no longer public, which tells nothing of why. */
async function passage(req: PayloadRequest, target: string): Promise<Passage | null> {
  const message = await readMessage(req, target)
  if (!message?.email) return null
  const row = await publishedById(req, message.member)
  if (!row) return null
  return { message, sender: message.email, name: row.name, network: mokor(req.payload).options.organisation.name }
}

const messageConfirm: MailDefinition = {
  async render({ req, target, lang, link }) {
    const found = await passage(req, target)
    if (found?.message.status !== 'unconfirmed' || new Date(found.message.expiresAt) <= new Date()) return null
    const { name, network, sender } = found
    return {
      to: { address: sender },
      ...inLang<Letter & { greeting: string }>(lang, {
        it: {
          subject: `Conferma il messaggio per ${name}`,
          greeting: 'Buongiorno,',
          paragraphs: [
            `da questo indirizzo è partito un messaggio per ${name} attraverso ${network}. Arriva appena lo si conferma, entro ${confirmDays} giorni.`,
          ],
          ...(link ? { action: { label: 'Leggi e conferma il messaggio', url: link } } : {}),
          footer: [
            `Se il messaggio è di qualcun altro, si può ignorare questa mail: senza conferma si cancella dopo ${confirmDays} giorni.`,
          ],
        },
        en: {
          subject: `Confirm the message to ${name}`,
          greeting: 'Hello,',
          paragraphs: [
            `A message to ${name} was sent from this address through ${network}. It arrives as soon as it is confirmed, within ${confirmDays} days.`,
          ],
          ...(link ? { action: { label: 'Read and confirm the message', url: link } } : {}),
          footer: [
            `If you did not write it, ignore this mail: without confirmation the message is deleted after ${confirmDays} days.`,
          ],
        },
      }),
    }
  },
}

const messageRelay: MailDefinition = {
  async render({ req, target, lang }) {
    const found = await passage(req, target)
    if (!found) await inTransaction(req.payload, (inner) => returned(inner, target))
    if (found?.message.status !== 'confirmed') return null
    const member = await readMember(req, found.message.member)
    const addressee = member && addresseeOf(member)
    const { organisation } = mokor(req.payload).options
    const { message, name, network } = found
    const sender = message.name || found.sender
    const report = organisation.reportContact
    const own = addressee !== null && !addressee.helped
    return {
      // Somebody who has only a phone is told by the desk.
      to: addressee?.to ?? { name: organisation.name, address: organisation.email },
      replyTo: { name: message.name ?? '', address: found.sender },
      ...inLang<Letter & { greeting: string }>(lang, {
        it: {
          subject: `${sender} ti scrive tramite ${network}`,
          greeting: addressee ? greeting(lang, addressee.name) : `Messaggio per ${name}, che non ha un’e-mail:`,
          paragraphs: [
            `${sender} ha letto ${own ? 'la tua scheda' : `la scheda di ${name}`} e scrive:`,
            message.text ?? '',
          ],
          facts: senderFacts(found, { email: 'E-mail', phone: 'Telefono' }),
          footer: [
            'Rispondendo a questa mail scrivi direttamente a chi ti ha scritto, che da quel momento vede il tuo indirizzo.',
            `Segnala: se il messaggio è molesto o sospetto, scrivi a ${report}.`,
          ],
        },
        en: {
          subject: `${sender} writes to you through ${network}`,
          greeting: addressee ? greeting(lang, addressee.name) : `A message for ${name}, who has no e-mail:`,
          paragraphs: [
            `${sender} has read ${own ? 'your profile' : `${name}’s profile`} and writes:`,
            message.text ?? '',
          ],
          facts: senderFacts(found, { email: 'E-mail', phone: 'Phone' }),
          footer: [
            'Answering this mail you write straight to the sender, who from then on sees your address.',
            `Report: if the message is harassing or suspicious, write to ${report}.`,
          ],
        },
      }),
    }
  },
  async sent({ req, target }) {
    const message = await readMessage(req, target)
    const member = message && (await readMember(req, message.member))
    const byDesk = !member || addresseeOf(member) === null
    await inTransaction(req.payload, (inner) => delivered(inner, target, byDesk))
  },
  dropped: ({ req, target }) => returned(req, target),
}

const senderFacts = (
  { message, sender }: Passage,
  labels: { email: string; phone: string },
): { label: string; value: string }[] => [
  { label: labels.email, value: sender },
  ...(message.phone ? [{ label: labels.phone, value: message.phone }] : []),
]

/** For a mail that the sender's address waits for: it goes whether the mail leaves or is given up. */
const lastToSender: Pick<MailDefinition, 'sent' | 'dropped'> = {
  sent: ({ req, target }) => inTransaction(req.payload, (inner) => forgetSender(inner, target)),
  dropped: ({ req, target }) => forgetSender(req, target),
}

const messageDelivered: MailDefinition = {
  async render({ req, target, lang }) {
    const found = await passage(req, target)
    if (found?.message.status !== 'delivered') return null
    const write = found.message.byDesk ? deskHasIt : memberHasIt
    return { to: { address: found.sender }, ...inLang<Told>(lang, write(found)) }
  },
  ...lastToSender,
}

type Told = Letter & { greeting: string }

const parties: Words = {
  it: 'Prezzi e accordi restano tra le persone: la rete non chiede nulla.',
  en: 'Prices and agreements stay between the people: the network asks for nothing.',
}

const memberHasIt = ({ name, network }: Passage): Languages<Told> => ({
  it: {
    subject: `Messaggio consegnato a ${name}`,
    greeting: 'Buongiorno,',
    paragraphs: [
      `il messaggio è stato consegnato a ${name}, che risponderà direttamente a questo indirizzo. ${network} non ne tiene copia.`,
      parties.it,
    ],
  },
  en: {
    subject: `Message delivered to ${name}`,
    greeting: 'Hello,',
    paragraphs: [
      `The message has been delivered to ${name}, who will answer straight to this address. ${network} keeps no copy.`,
      parties.en,
    ],
  },
})

const deskHasIt = ({ name, network }: Passage): Languages<Told> => ({
  it: {
    subject: `Messaggio per ${name} ricevuto dalla redazione`,
    greeting: 'Buongiorno,',
    paragraphs: [
      `il messaggio per ${name} è arrivato alla redazione di ${network}, che glielo riferisce di persona: la risposta può richiedere qualche giorno in più.`,
      parties.it,
    ],
  },
  en: {
    subject: `The desk has your message to ${name}`,
    greeting: 'Hello,',
    paragraphs: [
      `The message to ${name} has reached the desk of ${network}, who pass it on in person: the answer may take a few days more.`,
      parties.en,
    ],
  },
})

/** The person went out of sight meanwhile: no name, and nothing of why. */
const messageReturned: MailDefinition = {
  async render({ req, target, lang }) {
    const message = await readMessage(req, target)
    if (message?.status !== 'returned' || !message.email) return null
    const network = mokor(req.payload).options.organisation.name
    return {
      to: { address: message.email },
      ...inLang<Told>(lang, {
        it: {
          subject: 'Il messaggio non è stato consegnato',
          greeting: 'Buongiorno,',
          paragraphs: [
            `il messaggio scritto attraverso ${network} non è stato consegnato: la persona non si può più contattare. Il testo è stato cancellato.`,
            'Se serve ancora, la rete può cercare qualcun altro: basta rispondere a questa mail.',
          ],
        },
        en: {
          subject: 'The message was not delivered',
          greeting: 'Hello,',
          paragraphs: [
            `The message written through ${network} was not delivered: the person can no longer be contacted. The text has been erased.`,
            'If it is still needed, the network can look for somebody else: just answer this mail.',
          ],
        },
      }),
    }
  },
  ...lastToSender,
}

/** To the desk: somebody wants to return, but a public text or a consent stands in the way. No name: that is read in the admin. */
const memberHeld: MailDefinition = {
  toDesk: true,
  async render({ req, target, lang }) {
    const member = await readMember(req, target)
    if (member?.status !== 'paused' || member.deletedAt) return null
    const { options } = mokor(req.payload)
    const { admin } = req.payload.config.routes
    return {
      to: { name: options.organisation.name, address: options.organisation.email },
      subject: inLang(lang, {
        it: 'Una scheda in pausa aspetta la redazione',
        en: 'A paused profile waits for an editor',
      }),
      paragraphs: [
        inLang(lang, {
          it: 'La persona vuole riattivarla, ma in un testo pubblico c’è un dato privato, o manca il consenso. Dopo la correzione la riattiva il pulsante «Riprendi».',
          en: 'The person wants it active again, but a public text holds a private value, or the consent is missing. Once mended, the button “Resume” brings it back.',
        }),
      ],
      action: {
        label: inLang(lang, { it: 'Apri la scheda', en: 'Open the profile' }),
        url: options.publicUrl + documentAddress(admin, options.slugs.members, target),
      },
    }
  },
}

export const mails: Record<string, MailDefinition> = {
  ...memberMails,
  'message-confirm': messageConfirm,
  'message-relay': messageRelay,
  'message-delivered': messageDelivered,
  'message-returned': messageReturned,
  'member-held': memberHeld,
}
