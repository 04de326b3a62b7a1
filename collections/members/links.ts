// The mail links of members: what each shows and does.
import type { PayloadRequest } from 'payload'
import { lockOn } from '../../plugin/database/lock.js'
import type { LinkContext, LinkDefinition, LinkView } from '../../plugin/definitions/link.js'
import { type DirectoryRow, pageOf, publishedById } from '../../plugin/directory/index.js'
import { type Localized, pick } from '../../plugin/i18n/localized.js'
import { confirmationDays } from '../../plugin/lifecycle/expiry.js'
import { enqueue, isQueued } from '../../plugin/outbox/index.js'
import { mokor } from '../../plugin/runtime.js'
import { isolated } from '../../plugin/values/isolate.js'
import { memberWithEmail, renewConfirmation } from './joining/service.js'
import { calledName, isHelped } from './mails/recipient.js'
import type { Member } from './member.js'
import { publicName } from './publishing/public-profile.js'
import { readMember } from './publishing/read.js'
import type { Message } from './relay/collection.js'
import { isForEditors, isOnItsWay, passOn, readMessage } from './relay/service.js'
import { selfService } from './self-service.js'
import { transition } from './transition.js'

const show = (lang: string, title: Localized, paragraphs: Localized[], confirm: Localized | null = null): LinkView => ({
  title: pick(lang, title),
  paragraphs: paragraphs.map((words) => pick(lang, words)),
  buttons: confirm ? [{ name: 'confirm', label: pick(lang, confirm) }] : [],
})

const network = (req: PayloadRequest): string => mokor(req.payload).options.organisation.name

function ask(req: PayloadRequest, lang: string, member: Member): LinkView {
  const view = isHelped(member) ? askHelper(lang, network(req), calledName(member)) : askPerson(lang, network(req))
  const label = pick(lang, isHelped(member) ? labels.helped : labels.own)
  const anybody = member.reach === 'public'
  return {
    ...view,
    facts: [
      { label: label.name, value: publicName(member) },
      { label: label.does, value: member.headline },
      {
        label: label.reach,
        value: anybody
          ? pick(lang, { it: 'Anche i clienti', en: 'Clients too' })
          : pick(lang, { it: 'Solo la rete', en: 'The network only' }),
      },
    ],
  }
}

const labels = {
  own: {
    it: { name: 'Nome pubblico', does: 'Cosa sai fare', reach: 'Chi può contattarti' },
    en: { name: 'Public name', does: 'What you do', reach: 'Who may contact you' },
  },
  helped: {
    it: { name: 'Nome pubblico', does: 'Cosa sa fare', reach: 'Chi può mettersi in contatto' },
    en: { name: 'Public name', does: 'What they do', reach: 'Who may get in touch' },
  },
}

const notYou: Localized = {
  it: 'Se non hai compilato tu il modulo, chiudi questa pagina: senza conferma l’adesione scade, e un mese dopo i dati si cancellano da soli.',
  en: 'If you did not fill the form in, close this page: without your confirmation the request to join expires, and a month later the data are deleted.',
}

const askPerson = (lang: string, name: string): LinkView =>
  show(
    lang,
    { it: `Confermi la tua adesione a ${name}?`, en: `Do you confirm that you join ${name}?` },
    [
      {
        it: 'Dopo la conferma la redazione legge la scheda e ti scrive. Finché non la approva, nessuno la vede.',
        en: 'After that an editor reads your profile and writes to you. Until it is approved nobody sees it.',
      },
      notYou,
    ],
    { it: 'Confermo la mia adesione', en: 'I confirm that I join' },
  )

/** The title keeps the name to itself: it stays on the page of a link past its term, where the facts do not. */
const askHelper = (lang: string, name: string, who: Localized): LinkView =>
  show(
    lang,
    { it: `Confermi questa adesione a ${name}?`, en: `Do you confirm this request to join ${name}?` },
    [
      {
        it: 'È per un’altra persona, che è d’accordo e lo sa. Dopo la conferma la redazione legge la scheda e scrive a te. Finché non la approva, nessuno la vede.',
        en: 'It is for somebody else, who agrees and knows. After that an editor reads the profile and writes to you. Until it is approved nobody sees it.',
      },
      notYou,
    ],
    { it: `Confermo l’adesione di ${who.it}`, en: `I confirm that ${who.en} joins` },
  )

const received = (lang: string, member: Member): LinkView =>
  show(lang, { it: 'Adesione ricevuta', en: 'We have received it' }, [
    isHelped(member)
      ? {
          it: 'Grazie. Ora la redazione legge la scheda: scriviamo a te appena è attiva, o se manca qualcosa.',
          en: 'Thank you. An editor now reads the profile: we write to you as soon as it is active, or if something is missing.',
        }
      : {
          it: 'Grazie. Ora la redazione legge la tua scheda: ti scriviamo appena è attiva, o se manca qualcosa.',
          en: 'Thank you. An editor now reads your profile: we write as soon as it is active, or if something is missing.',
        },
  ])

const expired = (lang: string): LinkView =>
  show(lang, { it: 'Questa adesione è scaduta', en: 'This request to join has expired' }, [
    {
      it: `Andava confermata entro ${confirmationDays} giorni. Puoi chiedere una mail nuova: quello che hai scritto c’è ancora.`,
      en: `It had to be confirmed within ${confirmationDays} days. You can ask for a new mail: what you wrote is still there.`,
    },
  ])

const already = (lang: string): LinkView =>
  show(lang, { it: 'Hai già una scheda', en: 'You already have a profile' }, [
    {
      it: 'Con questo indirizzo c’è già una scheda nella rete. Per cambiarla, rispondi a una nostra mail.',
      en: 'This address already has a profile in the network. To change it, answer one of our mails.',
    },
  ])

const receivedKey = ({ id }: Member): string => `member-received:${id}`

const tellReceived = (req: PayloadRequest, member: Member): Promise<void> =>
  enqueue(req, {
    key: receivedKey(member),
    template: 'member-received',
    target: String(member.id),
    lang: member.lang,
  })

/** Whether a crash came between confirming and the mail that says so, as it can where there are no transactions. */
const owesReceived = async (req: PayloadRequest, member: Member): Promise<boolean> =>
  member.status === 'pending' && member.timeline?.at(-1)?.by === 'member' && !(await isQueued(req, receivedKey(member)))

async function viewOf(req: PayloadRequest, lang: string, member: Member): Promise<LinkView> {
  if (member.status === 'unconfirmed' || (await owesReceived(req, member))) return ask(req, lang, member)
  if (member.status === 'expired') return expired(lang)
  return { ...received(lang, member), completed: true }
}

async function confirm({ req, target, lang }: LinkContext): Promise<LinkView> {
  const member = await readMember(req, target)
  if (!member || member.deletedAt) return expired(lang)
  if (await owesReceived(req, member)) {
    await tellReceived(req, member)
    return received(lang, member)
  }
  if (member.status !== 'unconfirmed') return viewOf(req, lang, member)
  if (member.email) await lockOn(req, `confirm-join:${member.email}`)
  const twin = member.email ? await memberWithEmail(req, member.email, member.id) : null
  const cause = { by: 'member', at: new Date() }
  if (twin) {
    await transition(req, member, 'expire', cause)
    return already(lang)
  }
  await transition(req, member, 'confirm', cause)
  await tellReceived(req, member)
  return received(lang, member)
}

async function renew({ req, target, lang }: LinkContext): Promise<void> {
  const member = await readMember(req, target)
  if (!member || member.deletedAt || (member.status !== 'unconfirmed' && member.status !== 'expired')) return
  await renewConfirmation(req, member, lang, { by: 'member', at: new Date() })
}

const confirmJoin: LinkDefinition = {
  document: 'members',
  reusable: false,
  days: confirmationDays,
  async view({ req, target, lang }) {
    const member = await readMember(req, target)
    if (!member || member.deletedAt) return null
    return viewOf(req, lang, member)
  },
  act: confirm,
  renew,
}

const messageGone = (lang: string, back: Pick<LinkView, 'link'> = {}): LinkView => ({
  ...show(lang, { it: 'Questo messaggio non c’è più', en: 'This message is no longer here' }, [
    {
      it: `Andava confermato entro ${confirmationDays} giorni, oppure la persona non si può più contattare. Si può scrivere di nuovo dalla sua scheda, se c’è ancora.`,
      en: `It had to be confirmed within ${confirmationDays} days, or the person can no longer be contacted. You can write again from their profile, if it is still there.`,
    },
  ]),
  ...back,
})

const messageArrived = (lang: string, byDesk: boolean, back: Pick<LinkView, 'link'>): LinkView => ({
  ...(byDesk
    ? show(lang, { it: 'Il messaggio è arrivato alla redazione', en: 'The desk has the message' }, [
        {
          it: 'La redazione lo riferisce di persona: la risposta può richiedere qualche giorno in più.',
          en: 'They pass it on in person: the answer may take a few days more.',
        },
      ])
    : show(lang, { it: 'Il messaggio è stato consegnato', en: 'The message has been delivered' }, [
        {
          it: 'La risposta arriva direttamente all’indirizzo di chi ha scritto. La rete non ne tiene copia.',
          en: 'The answer comes straight to the sender’s address. The network keeps no copy.',
        },
      ])),
  ...back,
})

/** Whoever wants to write again finds the person's page. */
const backTo = ({ req, lang }: LinkContext, { name, slug }: DirectoryRow): Pick<LinkView, 'link'> => {
  const url = pageOf(mokor(req.payload).options, slug)
  const label = pick(lang, { it: `La scheda di ${name}`, en: `The profile of ${name}` })
  return url === null ? {} : { link: { label, url } }
}

const messageOnItsWay = (lang: string, name: string, byDesk: boolean): LinkView =>
  show(lang, { it: 'Il messaggio è in viaggio', en: 'The message is on its way' }, [
    byDesk
      ? {
          it: `Grazie. Lo riceve la redazione, che lo riferisce di persona a ${name}: la risposta può richiedere qualche giorno in più. Una mail dirà quando è arrivato.`,
          en: `Thank you. The desk receives it and passes it on to ${name} in person: the answer may take a few days more. A mail will say when it has arrived.`,
        }
      : {
          it: `Grazie. Tra poco ${name} lo legge; una mail dirà quando è arrivato. La risposta arriva direttamente a questo indirizzo.`,
          en: `Thank you. ${name} will read it soon; a mail will say when it has arrived. The answer comes straight to your address.`,
        },
  ])

function askToPass(lang: string, message: Message, name: string, byDesk: boolean): LinkView {
  return {
    ...show(
      lang,
      { it: `Mandiamo questo messaggio a ${name}?`, en: `Shall we send this message to ${name}?` },
      [
        byDesk
          ? {
              it: `Lo riceve la redazione, che lo riferisce di persona a ${name} con nome e indirizzo di chi scrive, per la risposta.`,
              en: `The desk receives it and passes it on to ${name} in person, with the sender’s name and address for the answer.`,
            }
          : {
              it: `${name} leggerà il messaggio con nome e indirizzo di chi scrive, per poter rispondere. La rete lo cancella appena è consegnato.`,
              en: `${name} will read the message with the sender’s name and address, to be able to answer. The network erases it as soon as it is delivered.`,
            },
      ],
      { it: 'Conferma e manda', en: 'Confirm and send' },
    ),
    facts: [
      {
        label: pick(lang, { it: 'Chi scrive', en: 'Sender' }),
        value: [message.name && isolated(message.name), message.email].filter(Boolean).join(' · '),
      },
      { label: pick(lang, { it: 'Messaggio', en: 'Message' }), value: message.text ?? '' },
    ],
  }
}

/** The message as its link finds it; null when nothing of it is left. */
async function messageView(context: LinkContext): Promise<LinkView | null> {
  const { req, target, lang } = context
  const message = await readMessage(req, target)
  if (!message) return null
  const row = await publishedById(req, message.member)
  if (message.status === 'delivered')
    return messageArrived(lang, Boolean(message.byDesk), row ? backTo(context, row) : {})
  if (!row) return messageGone(lang)
  const byDesk = await isForEditors(req, message)
  // A crash may have come between confirming and queueing: then the button is still there.
  if (message.status === 'confirmed' && (await isOnItsWay(req, message)))
    return messageOnItsWay(lang, isolated(row.name), byDesk)
  if (!message.text || new Date(message.expiresAt) <= new Date()) return messageGone(lang, backTo(context, row))
  return askToPass(lang, message, isolated(row.name), byDesk)
}

const confirmMessage: LinkDefinition = {
  document: 'messages',
  reusable: false,
  days: confirmationDays,
  view: messageView,
  async act(context) {
    const view = await messageView(context)
    const message = await readMessage(context.req, context.target)
    if (!view || !message) return messageGone(context.lang)
    if (view.buttons.length === 0) return view
    await passOn(context.req, message)
    return (await messageView(context)) ?? messageGone(context.lang)
  },
  /** The same question once more, at most once a day, while the message waits for its answer. */
  async renew({ req, target, lang }) {
    const message = await readMessage(req, target)
    if (message?.status !== 'unconfirmed') return
    await enqueue(req, {
      key: `message-confirm:${target}:${new Date().toISOString().slice(0, 10)}`,
      template: 'message-confirm',
      target,
      lang,
      link: 'confirm-message',
    })
  },
}

export const links: Record<string, LinkDefinition> = {
  'confirm-join': confirmJoin,
  'confirm-message': confirmMessage,
  'member-status': selfService,
}
